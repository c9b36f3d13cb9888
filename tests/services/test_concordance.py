"""The rows of a table of concordance: which provisions have one, what answers them, how they are named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.conftest import LAW, add
from tomas_desktop.export.submission import ConcordanceRow
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import correlating, drafting, importing, provision_names, submitting, translating
from tomas_desktop.services.dossiers import OpenDossier, opened


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


def shown(dossier: OpenDossier) -> list[tuple[str, list[str], list[tuple[int, int, str]]]]:
    return [
        (row.number, [line.text for line in row.lines], [(one.start, one.end, one.author) for one in row.working])
        for row in rows(dossier)
    ]


def test_a_working_translation_stands_where_the_act_has_no_text_and_says_whose_it_is(dossier: OpenDossier) -> None:
    translating.translate(dossier, Ref("eu", "art_1__para_2"), "sr-Latn", "Pružalac postupa za 24 časa.", author="Ana")
    assert shown(dossier) == [
        ("1.1", [], []), ("1.2", ["2. Pružalac postupa za 24 časa."], [(0, 1, "Ana")]), ("2", [], []),
    ]  # fmt: skip
    assert [row.language for row in rows(dossier)] == ["", "sr-Latn", ""]


def test_the_text_of_the_act_goes_before_a_working_translation(dossier: OpenDossier) -> None:
    add(dossier, dossier.path.parent, "eu", "Član 1.\nNalozi\n\n1. Sud može naložiti.\n", "eu", "sr-Latn")
    for number in ("1", "2"):
        translating.translate(dossier, Ref("eu", f"art_1__para_{number}"), "sr-Latn", "Radni tekst.", author="Ana")
    assert shown(dossier) == [
        ("1.1", ["1. Sud može naložiti."], []), ("1.2", ["2. Radni tekst."], [(0, 1, "Ana")]), ("2", [], []),
    ]  # fmt: skip


def test_another_language_never_stands_in(dossier: OpenDossier) -> None:
    translating.translate(dossier, Ref("eu", "art_1__para_2"), "mk", "Давателот постапува.", author="Ана")
    add(dossier, dossier.path.parent, "eu", "Neni 1\nUrdhra\n\n1. Gjykata mund.\n", "eu", "sq")
    assert [lines for _, lines, _ in shown(dossier)] == [[], [], []]


POINTS = """\
Article 1
Gates

1. The warden shall:
(a) open the gate;
(b) close the gate;
(c) keep the key;
(d) feed the cats.

2. The garden is open.
"""


@pytest.fixture
def garden(tmp_path: Path) -> Iterator[OpenDossier]:
    """An act with points and the small law."""
    with opened(tmp_path / "garden.tomas", create=True) as it:
        add(it, tmp_path, "eu", POINTS, "eu", "en")
        add(it, tmp_path, "law", LAW, "rs", "sr-Latn")
        yield it


def test_what_is_translated_of_a_row_is_shown_and_the_rest_is_a_blank(garden: OpenDossier) -> None:
    ref = "art_1__para_1__point_"
    translating.translate(garden, Ref("eu", f"{ref}b"), "sr-Latn", "zatvara kapiju;", author="Ana")
    translating.translate(garden, Ref("eu", f"{ref}c"), "sr-Cyrl", "чува кључ;", author="Bora")
    (row, _) = rows(garden)
    assert [(line.num, line.text) for line in row.lines] == [
        ("1.", ""), ("(a)", ""), ("(b)", "(b) zatvara kapiju;"), ("(c)", "(c) чува кључ;"), ("(d)", ""),
    ]  # fmt: skip
    assert row.is_untranslated
    assert [(one.start, one.end, one.author) for one in row.working] == [(2, 3, "Ana"), (3, 4, "Bora")]


def test_points_that_are_answered_by_themselves_have_their_part_of_the_translation(garden: OpenDossier) -> None:
    """Counted in whatever alphabet: the fourth point is the fourth point."""
    text = "Чувар:\n(а) отвара капију;\n(б) затвара капију;\n(в) чува кључ;\n(г) храни мачке."
    translating.translate(garden, Ref("eu", "art_1__para_1"), "sr-Cyrl", text, author="Ana")
    correlating.link(garden, Ref("eu", "art_1__para_1__point_d"), Ref("law", "art_1__para_1"))
    assert [(number, lines) for number, lines, _ in shown(garden)] == [
        ("1.1", ["1. Чувар:"]),
        ("1.1(a)", ["(а) отвара капију;"]),
        ("1.1(b)", ["(б) затвара капију;"]),
        ("1.1(c)", ["(в) чува кључ;"]),
        ("1.1(d)", ["(г) храни мачке."]),
        ("1.2", []),
    ]


def test_a_translation_that_lacks_a_point_leaves_a_blank_for_it(garden: OpenDossier) -> None:
    text = "Čuvar:\n(a) otvara kapiju;\n(b) zatvara kapiju;\n(c) čuva ključ;"
    translating.translate(garden, Ref("eu", "art_1__para_1"), "sr-Latn", text)
    assert shown(garden)[0][1] == ["1. Čuvar:", *text.split("\n")[1:], ""]


def test_points_that_are_written_in_one_line_are_there(garden: OpenDossier) -> None:
    text = "Čuvar: (a) otvara kapiju; (b) zatvara kapiju; (c) čuva ključ; (d) hrani mačke."
    translating.translate(garden, Ref("eu", "art_1__para_1"), "sr-Latn", text)
    assert shown(garden)[0][1] == [f"1. {text}"]


@pytest.mark.parametrize("letters", ["abcd", "abvg"])
def test_the_text_of_the_act_is_the_same_in_whatever_alphabet_it_counts(garden: OpenDossier, letters: str) -> None:
    words = ("otvara kapiju;", "zatvara kapiju;", "čuva ključ;", "hrani mačke.")
    points = "".join(f"({letter}) {said}\n" for letter, said in zip(letters, words, strict=True))
    act = f"Član 1.\nKapije\n\n1. Čuvar:\n{points}\n2. Vrt je otvoren.\n"
    add(garden, garden.path.parent, "eu", act, "eu", "sr-Latn")
    correlating.link(garden, Ref("eu", "art_1__para_1__point_d"), Ref("law", "art_1__para_1"))
    assert [lines for number, lines, _ in shown(garden) if number == "1.1(d)"] == [[f"({letters[3]}) hrani mačke."]]


def test_a_text_that_is_divided_otherwise_is_not_cut_by_a_guess(garden: OpenDossier) -> None:
    """Three points where the original has four: which is missing nobody can tell, so none stands in another's row."""
    act = "Član 1.\nKapije\n\n1. Čuvar:\n(a) otvara kapiju;\n(b) zatvara;\n(v) hrani mačke.\n\n2. Vrt.\n"
    add(garden, garden.path.parent, "eu", act, "eu", "sr-Latn")
    assert shown(garden)[0][1] == [
        "1. Čuvar:", "(a) otvara kapiju;", "(b) zatvara;", "(v) hrani mačke.",
    ]  # fmt: skip
    correlating.link(garden, Ref("eu", "art_1__para_1__point_d"), Ref("law", "art_1__para_1"))
    assert [lines for number, lines, _ in shown(garden) if number == "1.1(d)"] == [[]]


def test_an_article_as_a_whole_is_translated_without_the_words_of_the_original(garden: OpenDossier) -> None:
    correlating.link(garden, Ref("eu", "art_1"), Ref("law", "art_1"))
    translating.translate(garden, Ref("eu", "art_1__para_2"), "sr-Latn", "Vrt je otvoren.", author="Ana")
    assert shown(garden)[0] == ("1", ["", "2. Vrt je otvoren."], [(1, 2, "Ana")])
    translating.translate(garden, Ref("eu", "art_1"), "sr-Latn", "1. Čuvar otvara.\n2. Vrt je otvoren.", author="Ana")
    assert "Article" not in " ".join(shown(garden)[0][1])
    translating.translate(
        garden, Ref("eu", "art_1"), "sr-Latn", "Član 1.\nKapije\n1. Čuvar otvara.\n2. Vrt.", author="A"
    )
    assert shown(garden)[0][1][:2] == ["Član 1.", "Kapije"]


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
