"""What to look at before a package goes out: each remark once, with the place where it is mended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.conftest import EU_ACT, LAW, add
from tomas_desktop.amend.session import put
from tomas_desktop.model.change import Step
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import checklist, composing, correlating, drafting, importing, lawcards, messages, verifying
from tomas_desktop.services.checklist import Item, Place
from tomas_desktop.services.dossiers import OpenDossier, opened

MK_LAW = """\
Член 1
(1) Судот може да нареди отстранување на материјал.
(2) Давателот постапува во рок од 48 часа.

Член 2
Овој закон влегува во сила осмиот ден од денот на објавувањето.
"""


@pytest.fixture
def drafted(dossier: OpenDossier) -> OpenDossier:
    drafting.propose(dossier, "p", Ref("law", "art_1__para_3"), text="Žalba je dozvoljena.")
    return dossier


def looked_at(
    dossier: OpenDossier, form: str = "rs", proposals: Collection[str] = ("p",), roles: Collection[str] | None = None
) -> tuple[Item, ...]:
    return checklist.checklist(dossier, composing.gather(dossier, tuple(proposals), form), roles)


def place_of(items: Collection[Item], code: str) -> Place:
    found = [item.place for item in items if item.finding.code == code]
    assert found, sorted({item.finding.code for item in items})
    return found[0]


def codes(items: Collection[Item]) -> set[str]:
    return {item.finding.code for item in items}


def test_a_card_that_nobody_checked_leads_to_the_card(drafted: OpenDossier) -> None:
    assert place_of(looked_at(drafted), "card-incomplete") == Place("card", Ref("law"))
    lawcards.update(drafted, "law", ["official_name=Zakon o nalozima", "gazette=Sl. glasnik, 1/20", "checked_by=Ana"])
    assert not {"card-incomplete", "card-not-checked"} & codes(looked_at(drafted))


def test_a_required_field_leads_to_where_it_is_filled(drafted: OpenDossier) -> None:
    missing = {
        dict(item.finding.values)["field"]: item.place
        for item in looked_at(drafted)
        if item.finding.code == "field-missing"
    }
    assert missing["as_of"] == Place("card", Ref("law"), key="as_of")
    assert missing["author"] == Place("sender", key="author")


def test_a_grade_below_full_without_a_reason_leads_to_the_link(drafted: OpenDossier) -> None:
    correlating.link(drafted, Ref("eu", "art_1"), Ref("law", "art_1"), grade="partial")
    items = looked_at(drafted)
    pair = Place("correlation", Ref("eu", "art_1"), Ref("law", "art_1"))
    assert place_of(items, "grade-without-reason") == pair
    assert (
        sum(item.finding.code == "grade-without-reason" for item in items) == 1
    )  # the table and the check both see it
    correlating.link(drafted, Ref("eu", "art_1"), Ref("law", "art_1"), reason="48 sati")
    assert "grade-without-reason" not in codes(looked_at(drafted))


def test_full_alignment_with_a_proposal_is_told(drafted: OpenDossier, tmp_path: Path) -> None:
    file = tmp_path / "com.txt"
    file.write_text(EU_ACT, encoding="utf-8")
    reading = importing.preview(file, "eu", "en")
    importing.store(drafted, reading, file, country="eu", language="en", key="com", title="A plan", stage="proposal")
    pair = (Ref("com", "art_1"), Ref("law", "art_1"))
    correlating.link(drafted, *pair, grade="full")
    assert place_of(looked_at(drafted), "full-with-proposal") == Place("correlation", *pair)


def test_an_article_that_nobody_compared_leads_to_it(drafted: OpenDossier) -> None:
    assert place_of(looked_at(drafted), "article-not-verified").ref == Ref("law", "art_1")
    verifying.verify(drafted, Ref("law", "art_1"))
    assert "article-not-verified" not in codes(looked_at(drafted))


def test_a_change_without_a_reason_leads_to_the_change(drafted: OpenDossier) -> None:
    items = looked_at(drafted)
    place = Place("proposal", Ref("law", "art_1__para_3"), key="p")
    assert place_of(items, "no-justification") == place_of(items, "no-basis") == place


def test_eu_text_that_nobody_translated_leads_to_the_eu_provision(drafted: OpenDossier) -> None:
    correlating.link(drafted, Ref("eu", "art_1"), Ref("law", "art_1"), grade="partial", reason="x")
    place = place_of(looked_at(drafted), "eu-text-missing")
    assert place.kind == "provision"
    assert place.ref is not None
    assert place.ref.work == "eu"


def test_a_link_that_points_nowhere_is_an_error_and_comes_first(drafted: OpenDossier) -> None:
    loose = Correlation(Ref("eu", "art_9"), Ref("law", "art_1"))
    drafted.session.perform(Step("link", put(drafted.dossier, loose)))
    first = looked_at(drafted, roles=("act",))[0]
    assert first.finding.code == "correlation-dangling"
    assert first.place == Place("correlation", loose.eu, loose.national)


def test_links_of_laws_that_do_not_go_in_are_not_told(drafted: OpenDossier, tmp_path: Path) -> None:
    add(drafted, tmp_path, "other", LAW, "rs", "sr-Latn")
    correlating.link(drafted, Ref("eu", "art_1"), Ref("other", "art_1"), grade="partial")
    told = [item.place for item in looked_at(drafted, roles=("act",)) if item.place.kind == "correlation"]
    assert told == []


def test_what_the_act_cannot_say_leads_to_the_change(drafted: OpenDossier) -> None:
    papers = composing.gather(drafted, ("p",), "rs")
    unsaid = Finding("warning", "clause-text-not-used", "art_1")
    laws = tuple(replace(law, remarks=(unsaid,)) for law in papers.submission.laws)
    items = checklist.checklist(drafted, replace(papers, submission=replace(papers.submission, laws=laws)))
    assert place_of(items, "clause-text-not-used") == Place("proposal", Ref("law", "art_1"), key="p")


def test_one_article_not_transposed_makes_the_whole_partial_in_north_macedonia(tmp_path: Path) -> None:
    with opened(tmp_path / "mk.tomas", create=True) as dossier:
        add(dossier, tmp_path, "eu", EU_ACT, "eu", "en")
        add(dossier, tmp_path, "zakon", MK_LAW, "mk", "mk")
        drafting.propose(dossier, "p", Ref("zakon", "art_1__para_2"), text="Давателот постапува во рок од 24 часа.")
        pair = (Ref("eu", "art_2"), Ref("zakon", "art_2"))
        correlating.link(dossier, *pair, grade="none", reason="Нема казни.")
        assert place_of(looked_at(dossier, "mk"), "overall-partial") == Place("correlation", *pair)


def test_blanks_lead_to_the_document(drafted: OpenDossier) -> None:
    assert place_of(looked_at(drafted, roles=("statement",)), "blanks-left") == Place("form", key="law-statement.docx")


def test_only_the_documents_that_go_out_are_looked_at(drafted: OpenDossier) -> None:
    told = [item.place.key for item in looked_at(drafted, roles=("tracked",)) if item.place.kind == "form"]
    assert told == ["law-tracked.docx"]


def test_every_remark_has_a_sentence(drafted: OpenDossier) -> None:
    for item in looked_at(drafted):
        assert not messages.of_finding(item.finding).startswith(item.finding.code)


def test_looking_changes_nothing_and_grades_nothing(drafted: OpenDossier) -> None:
    correlating.link(drafted, Ref("eu", "art_1"), Ref("law", "art_1"))
    before = drafted.dossier
    looked_at(drafted)
    assert drafted.dossier is before
    assert [one.grade for one in drafted.dossier.correlations] == [None]
