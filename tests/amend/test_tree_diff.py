"""What a reader calls the same article, the same paragraph, and what became of it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.amend.laws import AL, EU, RS, read
from tests.amend.wild_edits import wild
from tests.importers import trees
from tomas_desktop.amend.tree_diff import Difference, differences
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import Provision, walk

GARDEN = """
Vrt
Član 1.
(1) Vrt je ograđen zidom i živom ogradom.
(2) Čuvar čuva vrt danju i noću.
(3) Ključ od vrta nosi samo čuvar.
Ulaz
Član 2.
U vrt se ulazi na glavnu kapiju.
"""


def changes(old: str, new: str, pack: Pack = RS) -> list[Difference]:
    """What is not simply kept, innermost."""
    found = [each for top in differences(read(old, pack), read(new, pack), pack) for each in top.walk()]
    return [each for each in found if each.state != "kept" and not each.inside]


def shown(found: list[Difference]) -> list[tuple[str, str]]:
    return [(each.state, each.present.eid) for each in found]


def test_the_same_text_has_no_differences() -> None:
    assert not changes(GARDEN, GARDEN)


def test_a_reworded_paragraph_is_the_same_paragraph() -> None:
    (found,) = changes(GARDEN, GARDEN.replace("danju i noću", "samo danju"))
    assert (found.state, found.text_changed, found.is_renumbered) == ("changed", True, False)


def test_a_new_paragraph_between_two_renumbers_those_after_it() -> None:
    new = GARDEN.replace("(3) Ključ", "(3) Pas čuva vrt zajedno sa njim.\n(4) Ključ")
    inserted, moved_on = changes(GARDEN, new)
    assert (inserted.state, inserted.present.num) == ("inserted", "(3)")
    assert (moved_on.is_renumbered, moved_on.text_changed) == (True, False)


def test_a_paragraph_that_went() -> None:
    assert shown(changes(GARDEN, GARDEN.replace("(2) Čuvar čuva vrt danju i noću.\n", ""))) == [
        ("deleted", "art_1__para_2")
    ]


def test_a_paragraph_worded_anew_from_beginning_to_end_keeps_its_number() -> None:
    (found,) = changes(GARDEN, GARDEN.replace("Čuvar čuva vrt danju i noću.", "Psi ne smeju unutra."))
    assert (found.state, found.base and found.base.num, found.new and found.new.num) == ("changed", "(2)", "(2)")


def test_another_heading() -> None:
    (found,) = (each for each in differences(read(GARDEN, RS), read(GARDEN.replace("Ulaz", "Kapija"), RS), RS)
                if each.state != "kept")  # fmt: skip
    assert (found.heading_changed, found.inside[0].state) == (True, "kept")


def test_articles_are_known_by_their_number_however_much_they_change() -> None:
    new = GARDEN.replace("U vrt se ulazi na glavnu kapiju.", "Zabranjeno je gaziti travu.").replace("Ulaz", "Trava")
    (found,) = changes(GARDEN, new)
    assert shown([found]) == [("changed", "art_2__para_1")]


def test_an_article_under_another_number_is_known_by_its_wording() -> None:
    new = GARDEN.replace("Ulaz\nČlan 2.", "Pas\nČlan 2.\nPas čuva zadnju kapiju.\nUlaz\nČlan 3.")
    found = [each for each in differences(read(GARDEN, RS), read(new, RS), RS) if each.state != "kept"]
    assert [(each.state, each.present.num) for each in found] == [("inserted", "Član 2."), ("changed", "Član 3.")]
    assert found[1].is_renumbered


def test_a_paragraph_that_changed_its_place_went_and_came() -> None:
    new = GARDEN.replace("\n(3) Ključ od vrta nosi samo čuvar.", "").replace(
        "(1) Vrt", "(1) Ključ od vrta nosi samo čuvar.\n(2) Vrt"
    )
    moved = [each for each in changes(GARDEN, new.replace("(2) Čuvar", "(3) Čuvar")) if each.elsewhere]
    assert [(each.state, each.elsewhere) for each in moved] == [
        ("inserted", "art_1__para_3"),
        ("deleted", "art_1__para_1"),
    ]


def test_a_paragraph_that_was_split() -> None:
    old = "Član 1.\nVrt je ograđen i niko ne ulazi. Čuvar ga čuva danju i noću.\nTrava se ne gazi."
    new = "Član 1.\nVrt je ograđen i niko ne ulazi.\nČuvar ga čuva danju i noću.\nTrava se ne gazi."
    found = changes(old, new)
    assert [each.parts for each in found if each.parts] == [("art_1__para_1", "art_1__para_2")]
    assert [each.sources for each in changes(new, old) if each.sources] == [("art_1__para_1", "art_1__para_2")]


def test_where_nothing_moves_up_another_number_is_another_point() -> None:
    old = "Article 1\nAim\n1. The garden is green:\n(a) in spring;\n(b) in summer.\nArticle 2\nEnd\nIt ends."
    new = old.replace("(b) in summer.", "(c) whenever somebody waters it.")
    assert shown(changes(old, new, EU)) == [
        ("deleted", "art_1__para_1__point_b"),
        ("inserted", "art_1__para_1__point_c"),
    ]


def test_points_are_compared_below_their_paragraph() -> None:
    old = "Article 1\nAim\n1. The garden is green:\n(a) in spring;\n(b) in early summer.\nArticle 2\nEnd\nIt ends."
    new = old.replace("(b) in early summer.", "(b) in late summer;\n(c) in autumn.")
    assert shown(changes(old, new, EU)) == [
        ("changed", "art_1__para_1__point_b"),
        ("inserted", "art_1__para_1__point_c"),
    ]


LAWS = [(trees.rs_law, RS), (trees.eu_act, EU), (trees.al_law, AL), (trees.mk_law, trees.MK)]


@pytest.mark.parametrize(("law", "pack"), LAWS)
@given(trees.SEEDS)
def test_every_unit_of_both_versions_stands_in_the_differences_once_and_in_order(
    law: object, pack: Pack, seed: int
) -> None:
    base = law(seed)  # type: ignore[operator]
    new = wild(base, 3, Random(seed), pack)
    found = differences(base, new, pack)
    assert list(_told(found, old=True)) == [node.eid for node in walk(base)]
    assert list(_told(found, old=False)) == [node.eid for node in walk(new)]


def _told(found: tuple[Difference, ...], old: bool) -> list[str]:
    """The eIds of one version as the differences tell of them; of what is kept, comes or goes with all below it."""
    out: list[str] = []
    for each in found:
        node: Provision | None = each.base if old else each.new
        if node is None:
            continue
        below = _told(each.inside, old) if each.state == "changed" else [n.eid for n in walk(node.children)]
        out.extend([node.eid, *below])
    return out


@given(st.integers(0, 2**32))
def test_a_law_differs_from_itself_in_nothing_even_when_it_is_read_again(seed: int) -> None:
    assert all(each.state == "kept" for each in differences(trees.rs_law(seed), trees.rs_law(seed), RS))
