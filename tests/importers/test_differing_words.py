"""The rules that explain differing words explain what they know and nothing else."""

from __future__ import annotations

import pytest

from tests.importers.differing_words import KEPT, NUMBER, PARTED, SPACED, Difference, count, differing
from tomas_desktop.importers.base import Reading
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Provision


def reading(text: str, *findings: Finding) -> Reading:
    return Reading("pdf", "", (Provision("p", "paragraph", text=text),), 0, findings=findings)


def told(code: str, name: str, pairs: str) -> Finding:
    return Finding("info", code, values=(("count", "1"), (name, pairs)))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (reading("bees fly"), "bees fly", []),
        (reading("bees fly"), "bees fly high", [Difference("high", "", 1)]),
        (reading("bees fly fly"), "bees fly", [Difference("", "fly", 1)]),
        (reading("bees"), "wasps", [Difference("wasps", "", 1), Difference("", "bees", 1)]),
        (reading("well-known bees"), "wellknown bees", [Difference("wellknown", "well known", 1, KEPT)]),
        (reading("well known bees"), "wellknown bees",
         [Difference("wellknown", "", 1), Difference("", "well", 1), Difference("", "known", 1)]),
        (reading("honey", told("words-parted-at-line-end", "words", "hon-ey → honey")), "hon- ey",
         [Difference("hon ey", "honey", 1, PARTED)]),
        (reading("honey"), "hon- ey", [Difference("hon", "", 1), Difference("ey", "", 1), Difference("", "honey", 1)]),
        (reading("Art 10", told("article-numbers-repaired", "numbers", "Art l0 → Art 10")), "Art l0",
         [Difference("l0", "10", 1, NUMBER)]),
        (reading("LAW"), "L A W", [Difference("L A W", "LAW", 1, SPACED)]),
    ],
)  # fmt: skip
def test_a_difference_has_a_reason_only_where_a_rule_knows_it(ours: Reading, theirs: str, expected: list[Difference]):
    assert differing(ours, theirs) == expected


def test_lost_and_invented_words_are_counted_apart():
    assert count([Difference("a b", "ab", 2, PARTED), Difference("c", "", 1)]) == (5, 2)
