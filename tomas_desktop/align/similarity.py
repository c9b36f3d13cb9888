"""How alike two laws are, unit by unit, by the concepts they speak of: one number for each pair of an EU provision and
a national one.

Each side is a set of concepts weighed by how often it occurs and how few units have it; what two sides share is the
cosine. Titles, texts and headings are compared each for themselves, since in a law that follows an EU act the titles
say most and in a code that does not they mislead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from tomas_desktop.align.profile import Counts, Profile

Row = dict[int, float]  # national units by number, those with something in common
Rows = list[Row]  # one for each EU unit

_NATIONAL = 0.6  # how far the rarity of a concept is that in the national law, where it tells one provision from others


class Field:
    """One field (titles, texts, headings) of both sides as vectors of length 1. `weight` is what each concept counts
    beside the others whatever its rarity."""

    def __init__(self, eu: Sequence[Counts], national: Sequence[Counts], weight: Sequence[float]) -> None:
        rarity = rarity_in(eu, national, weight)
        self.eu = [_vector(counts, rarity) for counts in eu]
        self.national = [_vector(counts, rarity) for counts in national]

    def cosines(self) -> Rows:
        """For each EU unit its likeness to the national ones, 0 to 1."""
        having: dict[int, list[tuple[int, float]]] = {}
        for number, vector in enumerate(self.national):
            for concept, weight in vector.items():
                having.setdefault(concept, []).append((number, weight))
        out = []
        for vector in self.eu:
            row = [0.0] * len(self.national)
            for concept, weight in vector.items():
                for number, other in having.get(concept, ()):
                    row[number] += weight * other
            out.append({number: cosine for number, cosine in enumerate(row) if cosine})
        return out

    def shared(self, eu: int, national: int) -> list[tuple[int, float]]:
        """The concepts of a pair with what each adds to its cosine, the weightiest first."""
        one, other = self.eu[eu], self.national[national]
        both = [(concept, weight * other[concept]) for concept, weight in one.items() if concept in other]
        return sorted(both, key=lambda item: -item[1])


def rarity_in(eu: Sequence[Counts], national: Sequence[Counts], weight: Sequence[float]) -> Row:
    """What each concept counts in the units of two laws: the more the fewer have it."""
    rare_eu, rare_national = _rarity(eu), _rarity(national)
    rarity = dict(rare_national)
    for concept, value in rare_eu.items():
        there = rare_national.get(concept, 0.0)
        rarity[concept] = value ** (1 - _NATIONAL) * there**_NATIONAL if there else value
    return {concept: value * weight[concept] for concept, value in rarity.items()}


def _rarity(units: Sequence[Counts]) -> Row:
    having: dict[int, int] = {}
    for counts in units:
        for concept in counts:
            having[concept] = having.get(concept, 0) + 1
    return {concept: math.log(1 + len(units) / count) for concept, count in having.items()}


def _vector(counts: Counts, rarity: Row) -> Row:
    raw = {concept: math.log2(1 + count) * rarity[concept] for concept, count in counts.items()}
    return _normal(raw)


def around(field: Field, eu: Sequence[Profile], national: Sequence[Profile]) -> list[list[float]]:
    """For each division of the EU act its likeness to each national one, by all that their units say, 0 to 1."""
    one, other = (_divisions(units, vectors) for units, vectors in ((eu, field.eu), (national, field.national)))
    return [[sum(w * b[c] for c, w in a.items() if c in b) for b in other] for a in one]


def _divisions(units: Sequence[Profile], vectors: Sequence[Row]) -> list[Row]:
    out: list[Row] = [{} for _ in range(1 + max((unit.division for unit in units), default=-1))]
    for unit, vector in zip(units, vectors, strict=True):
        whole = out[unit.division]
        for concept, weight in vector.items():
            whole[concept] = whole.get(concept, 0.0) + weight
    return [_normal(row) for row in out]


def _normal(row: Row) -> Row:
    length = math.sqrt(sum(weight * weight for weight in row.values()))
    return {concept: weight / length for concept, weight in row.items()} if length else {}


def figures(eu: Sequence[Profile], national: Sequence[Profile]) -> Rows:
    """The share of figures that both units have, weighed by how rare each is."""
    rarity: dict[str, float] = {}
    for side in (eu, national):
        having: dict[str, int] = {}
        for unit in side:
            for figure in unit.figures:
                having[figure] = having.get(figure, 0) + 1
        for figure, count in having.items():
            rarity[figure] = max(rarity.get(figure, 0.0), 1 / count)

    def share(one: frozenset[str], other: frozenset[str]) -> float:
        return sum(rarity[figure] for figure in one & other) / sum(rarity[figure] for figure in one | other)

    there = [(number, unit.figures) for number, unit in enumerate(national) if unit.figures]
    return [{number: share(unit.figures, other) for number, other in there if unit.figures & other} for unit in eu]


def structure(one: Profile, other: Profile) -> float:
    """How alike two units are in length and in the number of parts: 1 where both are the same."""
    lengths = abs(math.log((one.length + 10) / (other.length + 10)))
    parts = abs(math.log((one.parts + 2) / (other.parts + 2)))
    return math.exp(-(lengths + parts / 2))
