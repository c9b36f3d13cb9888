"""The rows of a table of concordance: which provisions have one, what answers them, how they are named."""

from __future__ import annotations

import pytest

from tomas_desktop.export.submission import ConcordanceRow
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import correlating, drafting, importing, provision_names, submitting
from tomas_desktop.services.dossiers import OpenDossier


def rows(dossier: OpenDossier) -> tuple[ConcordanceRow, ...]:
    drafting.propose(dossier, "p", Ref("law", "art_1__para_3"), text="Žalba je dozvoljena.", basis=Ref("eu", "art_1"))
    return submitting.submission(dossier, [dossier.proposal("p")]).concordance


def test_every_paragraph_of_the_eu_act_has_a_row_also_what_nothing_answers(dossier: OpenDossier) -> None:
    found = rows(dossier)
    assert [(row.number, row.answers) for row in found] == [("1.1", ()), ("1.2", ()), ("2", ())]


def test_without_a_text_in_the_language_of_the_form_the_row_has_none(dossier: OpenDossier) -> None:
    assert [row.lines for row in rows(dossier)] == [(), (), ()]


def test_the_text_in_the_language_of_the_form_stands_in_its_row(dossier: OpenDossier) -> None:
    """A translation never takes the place of the text that is quoted, be it the newest."""
    file = dossier.path.parent / "eu-sr.txt"
    file.write_text("Article 1\nNalozi\n\n1. Sud može naložiti uklanjanje.\n", encoding="utf-8")
    reading = importing.preview(file, "eu", "en")
    importing.store(dossier, reading, file, country="eu", language="sr-Latn", key="eu", date="2026-02-01")
    found = rows(dossier)
    assert [(row.number, [line.text for line in row.lines]) for row in found] == [
        ("1.1", ["1. Sud može naložiti uklanjanje."]), ("1.2", []), ("2", []),
    ]  # fmt: skip
    eu = submitting.submission(dossier, [dossier.proposal("p")]).eu
    assert eu is not None
    assert eu.language == "en"


def test_what_answers_stands_with_its_text_as_proposed(dossier: OpenDossier) -> None:
    correlating.link(dossier, Ref("eu", "art_1__para_1"), Ref("law", "art_1__para_3"), grade="partial")
    (answer,) = rows(dossier)[0].answers
    assert (answer.number, [line.text for line in answer.lines]) == ("1.3", ["(3) Žalba je dozvoljena."])
    assert answer.is_amended
    assert answer.correlation.grade == "partial"


def test_an_article_that_is_answered_as_a_whole_has_a_row_of_its_own(dossier: OpenDossier) -> None:
    correlating.link(dossier, Ref("eu", "art_1"), Ref("law", "art_1"))
    correlating.link(dossier, Ref("eu", "art_1__para_2"), Ref("law", "art_1__para_2"))
    assert [(row.number, len(row.answers)) for row in rows(dossier)] == [("1", 1), ("1.1", 0), ("1.2", 1), ("2", 0)]


def test_reasons_name_the_provision_and_its_basis_in_the_words_of_the_law(dossier: OpenDossier) -> None:
    rows(dossier)
    drafting.propose(dossier, "p", Ref("law", "art_1"), text="Član 1a\nNovo.", insert_after=True)
    (law,) = submitting.submission(dossier, [dossier.proposal("p")]).laws
    assert [(one.where, one.basis) for one in law.reasons] == [("Član 1. stav 3.", "Član 1."), ("Član 1a", "")]


def test_the_act_is_made_where_a_document_needs_it(dossier: OpenDossier) -> None:
    rows(dossier)
    proposal = dossier.proposal("p")
    (law,) = submitting.submission(dossier, [proposal]).laws
    assert law.act is not None
    assert law.act.remarks  # the card is not checked
    alone = submitting.submission(dossier, [proposal], law_alone=True)
    assert (alone.laws[0].act, alone.concordance) == (None, ())


SAMPLE = (
    Provision("art_3", "article", "Article 3", children=(
        Provision("art_3__para_1", "paragraph", "1.", text="A", children=(
            Provision("art_3__para_1__point_b", "point", "(b)", text="B"),)),
        Provision("art_3__para_2", "paragraph", "2.", text="C"))),
    Provision("art_4", "article", "Article 4", children=(
        Provision("art_4__para_1", "paragraph", "", text="D", children=(
            Provision("art_4__para_1__point_a", "point", "(a)", text="E"),)),)),
    Provision("anx_I", "annex", "ANNEX I:", text="F"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("eid", "number", "serbian", "macedonian", "albanian"),
    [
        ("art_3", "3", "Član 3.", "Член 3", "Neni 3"),
        ("art_3__para_2", "3.2", "Član 3. stav 2.", "Член 3 став (2)", "Neni 3, pika 2"),
        ("art_3__para_1__point_b", "3.1(b)", "Član 3. stav 1. tačka (b)", "Член 3 став (1) точка (b)",
         "Neni 3, pika 1, shkronja “b”"),
        ("art_4__para_1", "4", "Član 4.", "Член 4", "Neni 4"),
        ("art_4__para_1__point_a", "4(a)", "Član 4. tačka (a)", "Член 4 точка (a)", "Neni 4, shkronja “a”"),
        ("anx_I", "ANNEX I", "ANNEX I", "ANNEX I", "ANNEX I"),
        ("art_9", "", "", "", ""),
    ],
)  # fmt: skip
def test_a_provision_is_named_by_number_and_in_the_words_of_each_country(
    eid: str, number: str, serbian: str, macedonian: str, albanian: str
) -> None:
    assert provision_names.compact(SAMPLE, eid, packs.load("eu", "en")) == number
    for name, country, language in ((serbian, "rs", "sr-Latn"), (macedonian, "mk", "mk"), (albanian, "al", "sq")):
        assert provision_names.in_words(SAMPLE, eid, packs.load(country, language)) == name
