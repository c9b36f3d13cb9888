"""What a drafter types for a provision, read with the grammar of its law."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.importers import trees
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.jurisdiction.structure import build
from tomas_desktop.jurisdiction.wording import read_provision, read_unit
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import Provision, find, walk

RS, EU = pack.load("rs", "sr-Latn"), pack.load("eu", "en")
TEXT = """Predmet
Član 5
(1) Vrt je ograđen.
(2) Čuvar čuva vrt:
1) danju;
2) noću.
Kazne
Član 6
Kazni nema."""
LAW = build([SourceLine(line) for line in TEXT.splitlines()], RS).nodes


def _at(eid: str) -> Provision:
    node = find(LAW, eid)
    assert node is not None
    return node


@pytest.mark.parametrize("text", ["Novi tekst.", "  (2) Novi tekst.\n\n"])
def test_the_printed_number_is_optional(text: str) -> None:
    (node,) = read_provision(text, _at("art_5__para_2"), RS)
    assert (node.eid, node.num, node.text, node.children) == ("art_5__para_2", "(2)", "Novi tekst.", ())


def test_lower_numbers_become_children_and_other_lines_siblings() -> None:
    nodes = read_provision("Čuvar:\n1) sedi;\n2) stoji.\n(3) Treći.\nČetvrti.", _at("art_5__para_2"), RS)
    assert [(node.eid, node.num, node.text) for node in nodes] == [
        ("art_5__para_2", "(2)", "Čuvar:"), ("", "(3)", "Treći."), ("", "", "Četvrti."),
    ]  # fmt: skip
    assert [child.eid for child in nodes[0].children] == ["art_5__para_2__point_1", "art_5__para_2__point_2"]


def test_a_penalty_on_its_own_line_is_no_new_paragraph() -> None:
    (node,) = read_provision("(1) Ko gazi vrt,\nkazniće se.", _at("art_5__para_1"), RS)
    assert node.text == "Ko gazi vrt, kazniće se."


def test_a_point_has_points_after_it() -> None:
    nodes = read_provision("1) ujutru;\n1a) u podne;\ni tako dalje.", _at("art_5__para_2__point_1"), RS)
    assert [(node.unit, node.num, node.text) for node in nodes] == [
        ("point", "1)", "ujutru;"), ("point", "1a)", "u podne;"), ("point", "", "i tako dalje."),
    ]  # fmt: skip


def test_an_article_keeps_its_number_and_heading_unless_they_are_typed() -> None:
    (body_only,) = read_provision("(1) Samo ovo.", _at("art_5"), RS)
    assert (body_only.num, body_only.heading, len(body_only.children)) == ("Član 5", "Predmet", 1)
    (whole,) = read_provision("Novi naslov\nČlan 5\n(1) Samo ovo.", _at("art_5"), RS)
    assert (whole.num, whole.heading, whole.heading_above) == ("Član 5", "Novi naslov", True)


def test_a_further_article_in_the_text_is_a_sibling() -> None:
    nodes = read_provision("Član 5\nTekst.\n\nDrugo\n\nČlan 5a\nI drugo.", _at("art_5"), RS)
    assert [(node.eid, node.num, node.heading) for node in nodes] == [("art_5", "Član 5", ""), ("", "Član 5a", "Drugo")]


def test_headings_below_in_the_union() -> None:
    law = build([SourceLine(line) for line in ["Article 1", "Aim", "1. All green.", "2. For ever."]], EU).nodes
    (node,) = read_provision("Article 1\nNew aim\n1. Blue.", law[0], EU)
    assert (node.heading, [child.text for child in node.children]) == ("New aim", ["Blue."])


TABLE = "Vrsta | Iznos || A & B | 1.000 || C | 2.000"
WITH_TABLE = build(
    [SourceLine(line) for line in ("Takse", "Član 1", "Plaćaju se takse:")]
    + [SourceLine(TABLE, "table")]
    + [SourceLine(line) for line in ("Iznosi se usklađuju.", "Kraj", "Član 2", "Kraj je.")],
    RS,
).nodes


@pytest.mark.parametrize("eid", [node.eid for node in walk(WITH_TABLE) if node.unit != "article" or node.children])
def test_a_table_in_the_text_is_read_as_the_table_that_it_is(eid: str) -> None:
    node = find(WITH_TABLE, eid)
    assert node is not None
    assert read_provision(canonical_text([node]), node, RS) == (node,)


ANNEX = Provision(
    "anx_I", "annex", "ANNEX I", "List of plants", "", (),
    (
        Provision("anx_I__para_1", "paragraph", "", "", "The plants are:", (), (
            Provision("anx_I__para_1__point_1", "point", "1.", "", "rose;"),
            Provision("anx_I__para_1__table_1", "table", "", "", "Name | Height || Rose | 1"),
        )),
        Provision("anx_I__para_2", "paragraph", "", "", "The list is reviewed every year."),
    ),
)  # fmt: skip


def test_an_annex_reads_back_as_it_is_and_is_reworded_as_a_whole() -> None:
    text = canonical_text([ANNEX])
    assert read_provision(text, ANNEX, EU) == (ANNEX,)
    (reworded,) = read_provision(text.replace("every year", "every month"), ANNEX, EU)
    assert [(each.eid, each.num, each.text) for each in walk([reworded])][-1] == (
        "anx_I__para_2", "", "The list is reviewed every month.",
    )  # fmt: skip
    (without_number,) = read_provision("The plants are:\n1. rose;\n2. lily.", ANNEX, EU)
    assert (without_number.num, without_number.heading) == (ANNEX.num, ANNEX.heading)
    assert [each.text for each in walk([without_number])][1:] == ["The plants are:", "rose;", "lily."]


def test_the_mark_that_opens_what_is_not_law_is_no_text_of_it() -> None:
    preface = Provision("preface", "preface", text="Zakon o vrtu")
    assert read_provision("== preface ==\nZakon o vrtovima", preface, RS)[0].text == "Zakon o vrtovima"


def test_the_present_text_is_the_provision_as_it_is_also_where_the_wording_would_be_read_otherwise() -> None:
    title = (
        Provision("preface__para_1", "paragraph", text="ZAKON"),
        Provision("preface__para_2", "paragraph", text="O"),
    )
    preface = Provision("preface", "preface", children=title)
    chapter = Provision("chp_1", "chapter", "", "DUŽNOSTI", children=LAW)
    for node in (preface, chapter):
        assert read_provision(canonical_text([node]), node, RS) == (node,)


def test_a_table_can_be_put_in_and_reworded() -> None:
    typed = f"Plaćaju se:\n== table ==\n{TABLE} || D | 3\nPlaća se odmah."
    nodes = read_provision(typed, find(WITH_TABLE, "art_2__para_1") or WITH_TABLE[0], RS)
    assert [(each.unit, each.text) for each in walk(nodes)] == [
        ("paragraph", "Plaćaju se:"), ("table", f"{TABLE} || D | 3"), ("paragraph", "Plaća se odmah."),
    ]  # fmt: skip
    (new,) = read_unit(f"Član 1a\nTabela je:\n\n== table ==\n{TABLE}", "article", WITH_TABLE[0], RS)
    assert [each.unit for each in walk([new])] == ["article", "paragraph", "table"]


def test_a_new_unit_has_no_eid_and_no_number_unless_typed() -> None:
    (paragraph,) = read_unit("Novi stav.", "paragraph", _at("art_5__para_2"), RS)
    assert (paragraph.eid, paragraph.unit, paragraph.num, paragraph.text) == ("", "paragraph", "", "Novi stav.")
    (article,) = read_unit("Naslov\nČlan 5a\nTekst.", "article", _at("art_5"), RS)
    assert (article.eid, article.num, article.heading) == ("", "Član 5a", "Naslov")
    assert article.children[0].text == "Tekst."


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_no_text_is_refused(text: str) -> None:
    with pytest.raises(TomasError) as empty:
        read_provision(text, _at("art_5"), RS)
    assert empty.value.code == "empty-text"


@given(trees.SEEDS)
def test_the_present_wording_of_any_provision_reads_back_as_it_is(seed: int) -> None:
    _reads_back(trees.rs_law(seed), RS)


@given(trees.SEEDS)
def test_the_present_wording_in_an_act_of_the_union_does_too(seed: int) -> None:
    _reads_back(trees.eu_act(seed), EU)


def _reads_back(law: tuple[Provision, ...], order: pack.Pack) -> None:
    for node in walk(law):
        if node.unit in ("article", "paragraph", "subparagraph", "point", "subpoint", "indent", "recital"):
            assert read_provision(canonical_text([node]), node, order) == (node,)
