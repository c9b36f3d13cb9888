"""What a newer text changes: the list that a reader with both texts side by side would write."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given

from tests.align.stage_edits import judged, later_stage
from tests.align.test_stages import PROPOSAL
from tests.amend.laws import EU, read
from tests.amend.wild_edits import wild
from tests.conftest import ROOT
from tests.importers import trees
from tomas_desktop.align.impact import ChangedProvision, changes
from tomas_desktop.align.stages import correspondence, units
from tomas_desktop.importers import base
from tomas_desktop.model.provision import Provision


def found(old: str, new: str) -> tuple[ChangedProvision, ...]:
    before, after = read(old, EU), read(new, EU)
    return changes(before, after, correspondence(before, after), EU)


def told(rows: tuple[ChangedProvision, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(row.eid, row.to, row.kinds) for row in rows]


def test_what_is_the_same_is_not_listed() -> None:
    assert found(PROPOSAL, PROPOSAL) == ()


def test_a_reworded_paragraph_stands_inside_its_article() -> None:
    (row,) = found(PROPOSAL, PROPOSAL.replace("keeps the key", "wears the key"))
    assert (row.eid, row.kind, told(row.inside)) == (
        "art_2", "reworded", [("art_2__para_3", "art_2__para_3", ("reworded",))],
    )  # fmt: skip


def test_another_heading_rewords_the_article_and_nothing_inside() -> None:
    (row,) = found(PROPOSAL, PROPOSAL.replace("Opening hours", "Opening and closing"))
    assert (row.eid, row.kinds, row.inside, row.has_other_text) == ("art_2", ("reworded",), (), False)


def test_an_article_put_in_and_the_numbers_after_it() -> None:
    new = PROPOSAL.replace("Article 3", "Article 4").replace("Article 2", "Article 3")
    new = new.replace("Article 3\nOpening", "Article 2\nDefinitions\n1. A garden is a garden.\nArticle 3\nOpening")
    assert told(found(PROPOSAL, new)) == [
        ("art_2", "art_2", ("inserted",)), ("art_2", "art_3", ("renumbered",)), ("art_3", "art_4", ("renumbered",)),
    ]  # fmt: skip


def test_an_article_that_went() -> None:
    start, end = PROPOSAL.index("Article 2"), PROPOSAL.index("CHAPTER II")
    assert told(found(PROPOSAL, PROPOSAL[:start] + PROPOSAL[end:])) == [("art_2", "", ("deleted",))]


def test_an_article_of_which_only_the_word_deleted_is_left_went() -> None:
    start, end = PROPOSAL.index("Article 2"), PROPOSAL.index("CHAPTER II")
    new = f"{PROPOSAL[:start]}Article 2\n(deleted)\n{PROPOSAL[end:]}"
    assert told(found(PROPOSAL, new)) == [("art_2", "", ("deleted",))]


def test_an_article_in_another_chapter_moved() -> None:
    start, end = PROPOSAL.index("Article 2"), PROPOSAL.index("CHAPTER II")
    new = PROPOSAL[:start] + PROPOSAL[end:] + PROPOSAL[start:end]
    assert told(found(PROPOSAL, new)) == [("art_2", "art_2", ("moved",))]


def test_a_chapter_drawn_around_articles_moves_none_of_them() -> None:
    new = PROPOSAL.replace("CHAPTER II\n", "CHAPTER III\n").replace("Article 2\n", "CHAPTER II\nHOURS\nArticle 2\n")
    assert told(found(PROPOSAL, new)) == [
        ("chp_II", "chp_II", ("inserted",)), ("chp_II", "chp_III", ("renumbered",)),
    ]  # fmt: skip


def test_a_paragraph_that_went_to_another_article_is_told_in_both() -> None:
    moved = "Children under twelve come with a grown-up who keeps them away from the pond.\n"
    new = PROPOSAL.replace(f"2. {moved}3. The", "2. The")
    new = new.replace("behind a private house.\n", f"behind a private house.\n3. {moved}")
    first, second = found(PROPOSAL, new)
    assert told(first.inside) == [("art_2__para_2", "art_1__para_3", ("moved", "renumbered"))]
    assert told(second.inside) == [
        ("art_2__para_2", "art_1__para_3", ("moved", "renumbered")),
        ("art_2__para_3", "art_2__para_2", ("renumbered",)),
    ]


def test_what_a_fold_takes_away_is_no_change() -> None:
    before, after = read(PROPOSAL, EU), read(PROPOSAL.replace("grown-up", "grown–up"), EU)
    assert changes(before, after, correspondence(before, after), EU)
    assert not changes(before, after, correspondence(before, after), EU, lambda text: text.replace("–", "-"))


@given(trees.SEEDS)
def test_where_nothing_is_listed_nothing_is_different(seed: int) -> None:
    old = trees.eu_act(seed)
    new = wild(old, 1, Random(seed), EU)
    rows = changes(old, new, correspondence(old, new), EU)
    assert bool(rows) == (list(units(old)) != list(units(new)))
    olds, news = [row.old.eid for row in rows if row.old], [row.new.eid for row in rows if row.new]
    assert (len(olds), len(news)) == (len(set(olds)), len(set(news)))  # nothing is told twice


@pytest.fixture(scope="module")
def demo_act() -> tuple[Provision, ...]:
    return base.read(ROOT / "resources" / "demo" / "csar.en.txt", EU).nodes


@pytest.mark.parametrize("seed", range(12))
def test_random_later_stages_of_the_demo_act(demo_act: tuple[Provision, ...], seed: int) -> None:
    dice = Random(seed)
    assert not judged(demo_act, later_stage(demo_act, dice.choice((1, 3, 10, 30)), dice, EU), EU).fault


@pytest.mark.parametrize("name", ["32016R0679_GDPR_EN.html", "52022PC0209_CSAR_EN.html"])
def test_random_later_stages_of_real_acts(shared: object, name: str) -> None:
    act = base.read(shared / "data" / "eu-html" / name, EU).nodes  # type: ignore[operator]
    for seed in range(6):
        dice = Random(seed)
        assert not judged(act, later_stage(act, dice.choice((1, 10, 30)), dice, EU), EU).fault
