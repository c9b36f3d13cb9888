"""Numbers of units: what comes after each, and the eIds made of them."""

from __future__ import annotations

import pytest

from tomas_desktop.jurisdiction import pack
from tomas_desktop.jurisdiction.numbering import eid_number, successor, with_eids
from tomas_desktop.model.provision import Provision, walk

EU, RS, CYRILLIC = pack.load("eu", "en"), pack.load("rs", "sr-Latn"), pack.load("rs", "sr-Cyrl")
MK, AL = pack.load("mk", "mk"), pack.load("al", "sq")


@pytest.mark.parametrize(
    ("order", "unit", "printed", "following"),
    [
        (RS, "article", "Član 185b", "Član 185v"),
        (RS, "article", "Član 185", "Član 185a"),
        (RS, "article", "Član 185.", "Član 185a"),
        (RS, "article", "Čl. 188 i 189", "Član 189a"),
        (CYRILLIC, "article", "Члан 185б", "Члан 185в"),
        (RS, "paragraph", "(3)", "(4)"),
        (RS, "point", "3)", "4)"),
        (MK, "article", "Член 193-б", "Член 193-в"),
        (MK, "article", "Член 38", "Член 38-а"),
        (AL, "article", "Neni 117/1", "Neni 117/2"),
        (AL, "article", "Neni 117", "Neni 117/1"),
        (AL, "article", "Neni 114/a", "Neni 114/b"),
        (AL, "point", "c)", "ç)"),
        (AL, "point", "d)", "dh)"),
        (EU, "article", "Article 9", "Article 9a"),
        (EU, "article", "Article 9a", "Article 9b"),
        (EU, "paragraph", "2.", "2a."),
        (EU, "point", "(h)", "(i)"),
        (EU, "point", "(i)", "(j)"),
        (EU, "subpoint", "(ii)", "(iii)"),
        (EU, "indent", "–", "–"),
    ],
)
def test_the_number_after_a_number(order: pack.Pack, unit: str, printed: str, following: str) -> None:
    assert successor(printed, unit, order) == following


def test_a_number_that_is_taken_gets_a_letter_and_a_free_one_at_the_end_is_used() -> None:
    assert successor("2.", "paragraph", EU, ["1.", "2.", "3."]) == "2a."
    assert successor("3.", "paragraph", EU, ["1.", "2.", "3."]) == "4."
    assert successor("(b)", "point", EU, ["(a)", "(b)", "(c)"]) == "(ba)"


@pytest.mark.parametrize(
    ("order", "printed", "number"),
    [
        (RS, "Član 185a.", "185a"),
        (CYRILLIC, "Члан 5a.", "5a"),
        (CYRILLIC, "Члан 5а", "5a"),
        (RS, "Čl. 188 i 189", "188-189"),
        (RS, "Glava osamnaesta", "18"),
        (RS, "Glava dvadeset prva", "21"),
        (RS, "DEO PRVI", "1"),
        (RS, "Glava VIIIa", "VIIIa"),
        (MK, "ГЛАВА ДВАЕСЕТ И ПРВА", "21"),
        (MK, "Член 193-в", "193v"),
        (MK, "Член 38 – а", "38a"),
        (MK, "ѓ)", "ǵ"),
        (MK, "ѕ)", "dz"),
        (AL, "Neni 117/a", "117-a"),
        (AL, "Neni 130/a/1", "130-a-1"),
        (AL, "Neni 170/ç", "170-ç"),
        (AL, "KREU II", "II"),
        (EU, "(ii)", "ii"),
        (EU, "ANNEX III", "III"),
        (EU, "–", ""),
    ],
)
def test_the_number_of_an_eid(order: pack.Pack, printed: str, number: str) -> None:
    assert eid_number(printed, order) == number


def _eids(*nodes: Provision, order: pack.Pack = RS) -> list[str]:
    return [node.eid for node in walk(with_eids(nodes, order)[0])]


def _node(unit: str, num: str = "", *children: Provision) -> Provision:
    return Provision("", unit, num, children=children)


def test_unnumbered_paragraphs_and_indents_are_counted() -> None:
    article = _node(
        "article", "Član 4.", _node("paragraph"), _node("paragraph", "", _node("indent", "–"), _node("indent", "–"))
    )
    assert _eids(article) == [
        "art_4", "art_4__para_1", "art_4__para_2", "art_4__para_2__indent_1", "art_4__para_2__indent_2",
    ]  # fmt: skip


def test_the_first_subparagraph_is_the_paragraph_itself() -> None:
    article = _node("article", "Article 7", _node("paragraph", "1.", _node("subparagraph"), _node("wrapup")))
    assert _eids(article, order=EU)[2:] == ["art_7__para_1__subpara_2", "art_7__para_1__wrapup_1"]


def test_articles_are_not_prefixed_by_their_division_and_divisions_are() -> None:
    part = _node("part", "DEO PRVI", _node("chapter", "Glava II", _node("section", "1.", _node("article", "Član 3"))))
    assert _eids(part) == ["part_1", "part_1__chp_II", "part_1__chp_II__sec_1", "art_3"]


def test_a_number_that_stands_twice_is_kept_apart_and_reported() -> None:
    nodes, findings = with_eids((_node("article", "Član 3"), _node("article", "Član 3", _node("paragraph"))), RS)
    assert [node.eid for node in walk(nodes)] == ["art_3", "art_3-bis2", "art_3-bis2__para_1"]
    assert [(finding.code, finding.eid) for finding in findings] == [("number-twice", "art_3-bis2")]


def test_articles_of_amending_acts_stay_under_their_leftover() -> None:
    assert _eids(_node("article", "Član 3"), _node("leftover", "", _node("article", "Član 3"))) == [
        "art_3", "left_1", "left_1__art_3",
    ]  # fmt: skip


def test_recitals_and_citations_stand_by_themselves() -> None:
    preamble = _node("preamble", "", _node("citation"), _node("recital", "(12)"), _node("enacting"))
    assert _eids(preamble, order=EU) == ["preamble", "cit_1", "rec_12", "enacting"]


def test_a_misprinted_ordinal_is_counted_and_reported() -> None:
    nodes, findings = with_eids((_node("chapter", "Glava trideseta"), _node("chapter", "Glava trideset prava")), RS)
    assert nodes[1].eid == "chp_31"
    assert findings[0].code == "division-number-unread"
