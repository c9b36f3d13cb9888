"""What the neighbours of a pair say of it: the provisions that both cite or are cited by, those that stand beside both,
and the order of both laws.

None decides alone. All are carried over with the alignment as it stands, so they are read in rounds. The order is that
of a chain through the pairs that are each other's best; it counts as far as these pairs keep an order at all, and a
pair off the chain loses only what it would have gained.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from tomas_desktop.align.profile import Profile
from tomas_desktop.align.similarity import Row, Rows

_NEAR = 2  # how far a provision stands that is still beside


def cited(eu: Sequence[Profile], national: Sequence[Profile], shares: Rows) -> Rows:
    """How far the two units of a pair cite, and are cited by, provisions that answer each other, 0 to 1."""
    out: Rows = [{} for _ in eu]
    eu_cites, national_cites = [unit.cites for unit in eu], [unit.cites for unit in national]
    eu_citing, national_citing = _reverse(eu_cites), _reverse(national_cites)
    for one, one_back, other, other_back in (
        (eu_cites, eu_citing, national_cites, national_citing),
        (eu_citing, eu_cites, national_citing, national_cites),
    ):
        weight = [1 / math.sqrt(1 + len(each)) for each in one_back]  # what everything cites says little
        other_weight = [1 / math.sqrt(1 + len(each)) for each in other_back]
        other_whole = [sum(other_weight[end] for end in each) for each in other]
        for number, ends in enumerate(one):
            whole = sum(weight[end] for end in ends)
            reached: dict[int, float] = {}
            for end in ends:
                for answer, share in shares[end].items():
                    reached[answer] = reached.get(answer, 0.0) + share * weight[end]
            row = out[number]
            for answer, share in reached.items():
                for start in other_back[answer]:
                    row[start] = row.get(start, 0.0) + share / (whole + other_whole[start])
    return out


def _reverse(edges: Sequence[Sequence[int]]) -> list[Sequence[int]]:
    out: list[list[int]] = [[] for _ in edges]
    for start, ends in enumerate(edges):
        for end in ends:
            out[end].append(start)
    return list(out)


def beside(shares: Rows, law_of: Sequence[range]) -> Rows:
    """How far the provisions beside a pair answer each other, in either direction, 0 to 1. `law_of` says for each
    national unit which are of its law."""
    out: Rows = [{} for _ in shares]
    whole = sum(2 / step for step in range(1, _NEAR + 1))
    for direction in (step * sign for step in range(1, _NEAR + 1) for sign in (1, -1)):
        for number in range(max(0, -direction), len(shares) - max(0, direction)):
            best: Row = {}
            for answer, share in shares[number + direction].items():
                for step in _steps(direction):
                    column = answer - step
                    if column in law_of[answer] and share > best.get(column, 0.0):
                        best[column] = share
            for column, share in best.items():
                out[number][column] = out[number].get(column, 0.0) + share / (abs(direction) * whole)
    return out


@cache
def _steps(direction: int) -> tuple[int, ...]:
    """Where the neighbour's answer may stand: as far, a step less, two more: a law has articles of its own."""
    sign = 1 if direction > 0 else -1
    return tuple(sign * step for step in range(max(1, abs(direction) - 1), abs(direction) + 3))


def in_order(scores: Rows, law: range) -> tuple[list[float], float]:
    """For each EU unit the number at which the chain expects its answer in a law, and how far the pairs keep an order:
    0 where no better than chance."""
    pairs = mutual(scores, law)
    chain = _longest_chain(pairs)
    chance = 2 * math.sqrt(len(pairs))  # the longest chain of so many pairs in no order
    kept = (len(chain) - chance) / (len(pairs) - chance) if len(pairs) > chance + 1 else 0.0
    ends = [(-1, law.start - 1), *chain, (len(scores), law.stop)]
    expected = []
    at = 0
    for number in range(len(scores)):
        while ends[at + 1][0] <= number:
            at += 1
        (before, low), (after, high) = ends[at], ends[at + 1]
        expected.append(low + (high - low) * (number - before) / (after - before))
    return expected, max(0.0, kept)


def mutual(scores: Rows, law: range) -> list[tuple[int, int]]:
    """The pairs of which each is the other's best, in the order of the EU act."""
    best_of_column: dict[int, tuple[float, int]] = {}
    best_of_row = []
    first, end, nobody = law.start, law.stop, (0.0, -1)
    for number, row in enumerate(scores):
        most, best = 0.0, -1
        for column, score in row.items():
            if not first <= column < end:
                continue
            if score > most or (score == most and column > best):
                most, best = score, column
            if score >= best_of_column.get(column, nobody)[0]:
                best_of_column[column] = score, number
        best_of_row.append(best)
    return [
        (number, best) for number, best in enumerate(best_of_row) if best >= 0 and best_of_column[best][1] == number
    ]


def _longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that goes forward in both laws."""
    tops: list[int] = []  # the lowest column that ends a chain of each length
    last: list[int] = []
    before: list[int] = []
    for number, (_, column) in enumerate(pairs):
        length = bisect_left(tops, column)
        before.append(last[length - 1] if length else -1)
        tops[length : length + 1] = [column]
        last[length : length + 1] = [number]
    out = []
    at = last[-1] if last else -1
    while at >= 0:
        out.append(pairs[at])
        at = before[at]
    return out[::-1]
