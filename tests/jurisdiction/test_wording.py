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
