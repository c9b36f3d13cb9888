"""What a reader calls the same article in two stages of an act."""

from __future__ import annotations

from random import Random

from hypothesis import given

from tests.amend.laws import EU, read
from tests.amend.wild_edits import wild
from tests.importers import trees
from tomas_desktop.align.stages import correspondence, units
from tomas_desktop.model.provision import walk

PROPOSAL = """
CHAPTER I
GENERAL PROVISIONS
Article 1
Subject matter
1. This Regulation lays down rules on gardens that are open to the public.
2. It does not apply to vegetable gardens behind a private house.
Article 2
Opening hours
1. A garden opens at sunrise and closes when the warden has counted all visitors out.
2. Children under twelve come with a grown-up who keeps them away from the pond.
3. The warden keeps the key.
CHAPTER II
PENALTIES
Article 3
Penalties
Member States lay down penalties for those who trample on flowers or bathe in the pond.
"""


def same(old: str, new: str) -> dict[str, str]:
    """Where the provisions of the proposal are now, of those that are called otherwise or are gone."""
    before, after = read(old, EU), read(new, EU)
    twins = correspondence(before, after)
    names = {node.eid: twins[node.eid].eid if node.eid in twins else "" for node in walk(before)}
    return {eid: name for eid, name in names.items() if name != eid}


def test_the_same_text_corresponds_to_itself() -> None:
    assert not same(PROPOSAL, PROPOSAL)


def test_an_article_put_in_moves_the_others_on_by_number_only() -> None:
    new = PROPOSAL.replace("Article 3", "Article 4").replace("Article 2", "Article 3")
    new = new.replace("Article 3\nOpening", "Article 2\nDefinitions\n1. A garden is a garden.\nArticle 3\nOpening")
    found = same(PROPOSAL, new)
    assert (found["art_2"], found["art_2__para_3"], found["art_3"]) == ("art_3", "art_3__para_3", "art_4")
    assert "art_1" not in found


def test_a_renumbered_article_is_known_by_its_heading_however_it_is_reworded() -> None:
    new = PROPOSAL.replace("Article 2", "Article 2a").replace("Article 3", "Article 9")
    new = new.replace("Member States lay down penalties for those who trample on flowers or bathe in the pond.",
                      "The fine is ten euro.")  # fmt: skip
    assert same(PROPOSAL, new)["art_3"] == "art_9"


def test_another_article_under_the_number_of_one_that_went_is_another() -> None:
    start = PROPOSAL.index("Article 3")
    new = PROPOSAL[:start] + "Article 3\nReview\nThe Commission reports every fifth year to Parliament and Council.\n"
    assert same(PROPOSAL, new)["art_3"] == ""


def test_a_paragraph_is_found_in_another_article() -> None:
    moved = "Children under twelve come with a grown-up who keeps them away from the pond.\n"
    new = PROPOSAL.replace(f"2. {moved}3. The", "2. The")
    new = new.replace("behind a private house.\n", f"behind a private house.\n3. {moved}")
    assert same(PROPOSAL, new) == {"art_2__para_2": "art_1__para_3", "art_2__para_3": "art_2__para_2"}


def test_an_article_is_found_in_another_chapter() -> None:
    start, end = PROPOSAL.index("Article 2"), PROPOSAL.index("CHAPTER II")
    new = PROPOSAL[:start] + PROPOSAL[end:] + PROPOSAL[start:end]
    assert not same(PROPOSAL, new)


def test_a_paragraph_worded_anew_from_beginning_to_end_keeps_its_number() -> None:
    assert not same(PROPOSAL, PROPOSAL.replace("The warden keeps the key.", "Dogs stay outside."))


@given(trees.SEEDS)
def test_an_act_corresponds_to_itself(seed: int) -> None:
    once, again = trees.eu_act(seed), trees.eu_act(seed)
    twins = correspondence(once, again)
    assert all(twins[node.eid].eid == node.eid for node in units(once))


@given(trees.SEEDS)
def test_no_two_provisions_are_the_same_one_later(seed: int) -> None:
    old = trees.eu_act(seed)
    twins = correspondence(old, wild(old, 3, Random(seed), EU))
    found = [twin.eid for twin in twins.values()]
    assert len(found) == len(set(found))
    kinds = {node.eid: node.unit for node in walk(old)}
    assert all(kinds[eid] == twin.unit for eid, twin in twins.items() if kinds[eid] == "article")
