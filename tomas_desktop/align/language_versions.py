"""Which provision of one language version of an act is which of another.

Both say the same in the same order, so no wording is compared: provisions pair by their numbers, and where a list is
counted in another alphabet by their places. Nothing is paired on a guess: of lists of different lengths only what runs
alike from their beginning, of units without numbers only as many as the other has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision

_HOLDERS = DIVISIONS | {"preamble"}  # what is in them bears no number of theirs

_Pair = tuple[Provision, Provision]


def counterparts(own: Sequence[Provision], other: Sequence[Provision]) -> Mapping[str, Provision]:
    """For each provision of `own` that is in `other` too, by eId: what it is there."""
    there = {node.eid: node for node in _free(other)}
    found: dict[str, Provision] = {}
    for node in _free(own):
        other_one = there.get(node.eid)
        if other_one is not None and other_one.unit == node.unit:
            found |= {node.eid: other_one} if node.unit in _HOLDERS else below(node, other_one)
    annexes = [[node for node in nodes if node.unit == "annex"] for nodes in (own, other)]
    for a, b in _pairs(*annexes):
        found |= below(a, b)
    return found


def below(one: Provision, other: Provision) -> dict[str, Provision]:
    """Two provisions that are the same one, and what is the same below them."""
    found = {one.eid: other}
    for unit in dict.fromkeys(child.unit for child in one.children):
        units = [[child for child in node.children if child.unit == unit] for node in (one, other)]
        for a, b in _pairs(*units):
            found |= below(a, b)
    return found


def _free(nodes: Sequence[Provision]) -> Iterator[Provision]:
    """What no division gives its number to: recitals, articles, citations, divisions by themselves."""
    for node in nodes:
        if node.unit not in NOT_LAW and node.unit != "annex":
            yield node
        if node.unit in _HOLDERS:
            yield from _free(node.children)


def _pairs(one: Sequence[Provision], other: Sequence[Provision]) -> list[_Pair]:
    """Siblings of one kind that are the same."""
    both = list(zip(one, other, strict=False))
    if len(one) == len(other):
        if any(_number(a) != _number(b) for a, b in both) and all(_is_arabic(node) for node in (*one, *other)):
            return _by_number(one, other)
        return both
    if any(not node.num for node in (*one, *other)):  # counted: which of them is missing nobody can tell
        return []
    if all(_is_arabic(node) for node in (*one, *other)):
        return _by_number(one, other)
    return list(takewhile(lambda pair: _number(pair[0]) == _number(pair[1]), both))


def _by_number(one: Sequence[Provision], other: Sequence[Provision]) -> list[_Pair]:
    there = {_number(node): node for node in other}
    return [(node, there[_number(node)]) for node in one if _number(node) in there]


def _number(node: Provision) -> str:
    return node.eid.rpartition("__")[2].partition("_")[2]


def _is_arabic(node: Provision) -> bool:
    return bool(node.num) and _number(node)[:1].isdigit()
