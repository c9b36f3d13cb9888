"""Terms in the provisions of a dossier, and what the linked national provisions call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import add
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, own_terms, terms
from tomas_desktop.services.dossiers import OpenDossier

ACT = """\
Article 1
Removal orders

1. A provider of hosting services shall remove child sexual abuse material.

2. The removal order names the competent authority.

Article 2
Bans

Nobody climbs a lamp post.
"""

LAW = """\
Član 1
(1) Pružalac usluga hostinga uklanja dečiju pornografiju.
(2) Naredba o uklanjanju nosi pečat.

Član 2
Nalozi za uklanjanje dostavljaju se bez odlaganja.
"""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))


@pytest.fixture
def linked(dossier: OpenDossier, tmp_path: Path) -> OpenDossier:
    add(dossier, tmp_path, "act", ACT, "eu", "en")
    add(dossier, tmp_path, "zakon", LAW, "rs", "sr-Latn")
    correlating.link(dossier, Ref("act", "art_1"), Ref("zakon", "art_1"), grade="partial")
    return dossier


def used(opened: OpenDossier, eid: str) -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    found = terms.of_provision(opened, Ref("act", eid))
    return {one.concept.id: [(str(each.national), each.use, each.words) for each in one.usage] for one in found}


def test_each_concept_with_what_the_national_text_calls_it(linked):
    found = used(linked, "art_1")
    assert found["child-sexual-abuse-material"] == [("zakon#art_1", "deprecated", ("dečiju pornografiju",))]
    assert found["hosting-service-provider"] == [("zakon#art_1", "preferred", ("Pružalac usluga hostinga",))]
    assert found["removal-order"] == [("zakon#art_1", "absent", ())]


def test_a_term_inside_a_longer_one_is_not_absent(linked):
    own_terms.set_concept({"en": ["good removal order"], "sr": ["nalozi za uklanjanje bez odlaganja"]})
    correlating.link(linked, Ref("act", "art_1__para_2"), Ref("zakon", "art_2"), grade="full")
    assert used(linked, "art_1")["removal-order"][1][1] == "preferred"


def test_words_of_every_law_come_last(linked):
    general = [one.is_general for one in terms.of_provision(linked, Ref("act", "art_1"))]
    assert general == sorted(general)
    assert {True, False} == set(general)


def test_another_term_than_the_preferred_one_is_a_variant(linked):
    correlating.link(linked, Ref("act", "art_1__para_2"), Ref("zakon", "art_2"), grade="full")
    assert used(linked, "art_1")["removal-order"][1][1] == "preferred"
    own_terms.set_term("removal-order", "sr", "nalog o skidanju", preferred=True)
    assert used(linked, "art_1")["removal-order"][1] == ("zakon#art_2", "variant", ("Nalozi za uklanjanje",))


def test_a_provision_inside_a_linked_one_sees_its_link(linked):
    assert "zakon#art_1" in [each[0] for each in used(linked, "art_1__para_2")["removal-order"]]
    assert "child-sexual-abuse-material" not in used(linked, "art_1__para_2")


def test_a_language_without_a_term_is_told_apart_from_an_absent_one(linked):
    correlating.link(linked, Ref("act", "art_2"), Ref("zakon", "art_2"), grade="full")
    own_terms.set_concept({"en": ["lamp post"], "mk": ["бандера"]})
    assert used(linked, "art_2")["lamp-post"] == [("zakon#art_2", "no-term", ())]
    own_terms.set_term("lamp post", "sr", "bandera")
    assert used(linked, "art_2")["lamp-post"] == [("zakon#art_2", "absent", ())]


def test_places_are_letters_of_heading_and_text(linked):
    [one] = [each for each in terms.of_provision(linked, Ref("act", "art_1")) if each.concept.id == "removal-order"]
    assert [(each.eid, each.part, each.start, each.end) for each in one.places] == [
        ("art_1", "heading", 0, 14),
        ("art_1__para_2", "text", 4, 17),
    ]


def test_suggestions_and_pairs_found_to_be_none_are_no_links(linked):
    correlating.link(linked, Ref("act", "art_1"), Ref("zakon", "art_1"), grade="none")
    assert all(not usage for usage in used(linked, "art_1").values())


def test_a_provision_that_is_not_there_is_said(linked):
    with pytest.raises(NotFoundError):
        terms.of_provision(linked, Ref("act", "art_9"))


def test_every_word_of_the_bundled_glossary_finds_its_concept():
    for concept in terms.all_concepts()[::60]:
        for language, own in concept.terms.items():
            found = terms.find(own[0].text, language=language, limit=60)
            assert concept.id in [each.concept.id for each in found], own[0].text
