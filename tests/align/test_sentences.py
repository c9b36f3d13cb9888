"""Sentences of a pair: laws of the evidence on made-up sentences, and what is reached on real ones."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.align.correlation_tables import HALVES
from tests.align.sentence_judgements import figures
from tomas_desktop.align.sentences import Read, Sentence, compare, of_provision
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.provision import Provision

RARITY = dict.fromkeys(range(300), 1.0)


def provision(seed: int, count: int = 6) -> list[Read]:
    """Sentences that speak of five notions each and of one that all share."""
    own = random.Random(seed).sample(range(1, 300), 5 * count)
    return [
        Read(
            Sentence("art_1__para_1", n + 1, "x" * 80),
            dict.fromkeys([0, *own[5 * n : 5 * n + 5]], 1.0),
            frozenset(),
            frozenset(),
        )
        for n in range(count)
    ]


def pairs(eu: Sequence[Read], national: Sequence[Read]) -> list[int | None]:
    return [each.other if each and each.is_one else None for each in compare(eu, national, RARITY, {}).eu]


@given(st.integers(0, 1000))
def test_each_sentence_finds_itself(seed):
    side = provision(seed)
    assert pairs(side, side) == list(range(6))


@given(st.integers(0, 1000), st.integers(0, 5))
def test_a_sentence_that_was_taken_out_is_told_and_no_other(seed, gone):
    side = provision(seed)
    rest = [each for n, each in enumerate(side) if n != gone]
    assert pairs(side, rest)[gone] is None
    assert sum(each is None for each in pairs(side, rest)) == 1
    own = compare(rest, side, RARITY, {}).national
    assert [n for n, each in enumerate(own) if each is None or not each.is_one] == [gone]


def test_what_both_cite_is_compared_through_what_answers_what():
    text = Sentence("art_1__para_1", 1, "x" * 80)
    eu = [Read(text, {1: 1.0}, frozenset(), frozenset({"art_5"}))]
    national = [Read(text, {1: 1.0}, frozenset(), frozenset({cited})) for cited in ("art_7", "art_8")]
    for answer, expected in (("art_7", 0), ("art_8", 1)):
        [found] = compare(eu, national, RARITY, {"art_5": frozenset({answer})}).eu
        assert found is not None
        assert found.other == expected


def test_one_side_without_sentences_answers_nothing():
    assert compare(provision(1), [], RARITY, {}).eu == (None,) * 6
    assert compare([], provision(1), RARITY, {}).national == (None,) * 6


def test_sentences_are_those_of_the_units_below_too():
    point = Provision("art_1__para_1__point_a", "point", "(a)", text="a lamp;")
    paragraph = Provision("art_1__para_1", "paragraph", "1.", text="It burns. It is one of:", children=(point,))
    found = of_provision(
        Provision("art_1", "article", "Article 1", "Lamps", children=(paragraph,)), packs.load("eu", "en")
    )
    assert [(each.eid, each.n, each.text) for each in found] == [
        ("art_1__para_1", 1, "It burns."),
        ("art_1__para_1", 2, "It is one of:"),
        ("art_1__para_1__point_a", 1, "a lamp;"),
    ]


# Floors a little below what is reached; weights were chosen on the odd articles.
@pytest.mark.parametrize("half", HALVES)
def test_counterparts_and_gaps_of_real_sentences(shared: Path, half: str):
    found = figures(shared / "data", HALVES[half])
    assert found.right >= 0.93 * found.answered, found
    assert found.kept >= 0.9 * found.answered, found
    assert found.found >= 0.8 * found.without, found
    assert found.own_found >= 0.9 * found.own, found
