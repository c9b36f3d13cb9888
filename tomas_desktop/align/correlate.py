"""Which national provisions answer which EU provision, across languages and without a network: all evidence together.

What the texts say comes first (`textual`); what the neighbours of a pair say (`neighbours`) is read in rounds with the
alignment as it stands (`assignment`), in which each national provision is taken once and a dustbin takes the EU
provisions that nothing fits.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from tomas_desktop.align import neighbours
from tomas_desktop.align.assignment import shares
from tomas_desktop.align.profile import Profile
from tomas_desktop.align.similarity import Row, Rows
from tomas_desktop.align.textual import Texts
from tomas_desktop.align.weights import WEIGHTS, Weights

_ROUNDS = 3
_HEAT = 0.05  # a candidate that is so much better gets e times the share
_LEAST = 0.09  # an answer is so much better than what fits by chance, of the most that can speak for it
_CHANCE = slice(2, 10)  # the candidates that are taken to fit by chance
_CONFIRMED = 1.0  # so the order of the laws is read from it too
_OWN = 0.3  # what a candidate gains that nobody has a better claim to
_TOGETHER = 1  # how far EU units stand apart that one national unit may answer
_AKIN = 8  # candidates of a neighbour's language that are looked at although the glossary names others
_OFF = 3  # units by which an answer may stand off the order before its place says nothing

Pairs = Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Match:
    """A national unit (its number over all national laws) that may answer an EU unit, `score` 0 to 1, and what speaks
    for it. `titles` and `concepts` are numbers of the glossary, the weightiest first; `citations`, `beside`, `place`
    and `kindred` (words of a neighbour's language) are 0 to 1."""

    national: int
    score: float
    titles: tuple[int, ...] = ()
    concepts: tuple[int, ...] = ()
    figures: tuple[str, ...] = ()
    citations: float = 0.0
    beside: float = 0.0
    place: float = 0.0
    kindred: float = 0.0
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The candidates of one EU unit, best first. Where `is_gap`, nothing fits and they are weak."""

    eu: int
    is_gap: bool
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What the neighbours said of each pair in the last round."""

    citations: Rows
    beside: Rows
    place: Rows


def correlate(
    eu: Sequence[Profile],
    laws: Sequence[Sequence[Profile]],
    importance: Sequence[float],
    *,
    confirmed: Pairs | None = None,
    rejected: Pairs | None = None,
    kindred: Rows | None = None,
    top: int = 5,
    weights: Weights = WEIGHTS,
) -> tuple[Answer, ...]:
    """An answer for every EU unit. National units are numbered through over all laws in their order; `importance` is
    what each concept of the glossary counts. Pairs that a person has `confirmed` stand first and the others are judged
    by them; `rejected` ones are left out. `kindred` is what a neighbour's language says of each pair, 0 to 1."""
    national, columns = joined(laws)
    known, not_so = confirmed or {}, rejected or {}
    texts = Texts(eu, national, columns, importance, weights)
    base = texts.scores()
    most = weights.most
    if kindred is not None:
        _add(base, kindred, weights.kindred)
        most += weights.kindred
    for number, row in enumerate(base):
        for column in not_so.get(number, ()):
            row.pop(column, None)
        for column in known.get(number, ()):
            row[column] = row.get(column, 0.0) + _CONFIRMED
    scores, around = base, _Around(_empty(eu), _empty(eu), _empty(eu))
    taken, bins = _settled(scores, known, most * _LEAST)
    for _ in range(_ROUNDS if weights.citations or weights.beside or weights.position else 0):
        around = _around(eu, national, columns, scores, taken)
        scores = [
            {
                column: score
                + weights.citations * around.citations[number].get(column, 0.0)
                + weights.beside * around.beside[number].get(column, 0.0)
                + weights.position * around.place[number][column]
                for column, score in row.items()
            }
            for number, row in enumerate(base)
        ]
        taken, bins = _settled(scores, known, most * _LEAST)
    owners = _owners(taken)
    out = []
    for number, row in enumerate(scores):
        own = known.get(number, frozenset())
        final = {
            column: 1.0 if column in own else min(0.99, (score + _OWN * taken[number].get(column, 0.0)) / (most + _OWN))
            for column, score in row.items()
        }
        best = nlargest(top, final, final.__getitem__)
        is_gap = not own and bins[number] > max(taken[number].values(), default=0.0)
        is_gap = is_gap and not _shares_an_answer(number, base[number], owners)
        akin = kindred[number] if kindred is not None else {}
        matches = (_match(number, c, final[c], texts, around, akin.get(c, 0.0), c in own) for c in best)
        out.append(Answer(number, is_gap, tuple(matches)))
    return tuple(out)


def joined(laws: Sequence[Sequence[Profile]]) -> tuple[list[Profile], list[range]]:
    """The units of several laws as those of one, and which of them are whose."""
    out: list[Profile] = []
    columns = []
    for law in laws:
        start = len(out)
        division = 1 + max((unit.division for unit in out), default=-1)
        out.extend(
            replace(
                unit,
                cites=tuple(start + each for each in unit.cites),
                division=division + unit.division,
            )
            for unit in law
        )
        columns.append(range(start, len(out)))
    return out, columns


def _around(
    eu: Sequence[Profile], national: Sequence[Profile], columns: Sequence[range], scores: Rows, taken: Rows
) -> _Around:
    law_of = [law for law in columns for _ in law]
    chains = {law: neighbours.in_order(scores, law) for law in columns if law}
    place: Rows = []
    for number, row in enumerate(scores):
        near: Row = {}
        for column in row:
            expected, kept = chains[law_of[column]]
            near[column] = kept * math.exp(-abs(column - expected[number]) / _OFF)
        place.append(near)
    return _Around(neighbours.cited(eu, national, taken), neighbours.beside(taken, law_of), place)


def _empty(eu: Sequence[Profile]) -> Rows:
    return [{} for _ in eu]


def _settled(scores: Rows, known: Pairs, least: float) -> tuple[Rows, list[float]]:
    """The shares, with what a person has confirmed as it is."""
    taken, bins = shares(scores, [_nothing(row, least) for row in scores], _HEAT)
    for number, answers in known.items():
        taken[number] = {answer: 1 / len(answers) for answer in answers}
        bins[number] = 0.0
    return taken, bins


def _owners(taken: Rows) -> dict[int, int]:
    """The EU unit that has the largest share of each national one."""
    best: dict[int, tuple[float, int]] = {}
    for number, row in enumerate(taken):
        for column, share in row.items():
            best[column] = max(best.get(column, (0.0, -1)), (share, number))
    return {column: number for column, (_, number) in best.items()}


def _shares_an_answer(number: int, by_text: Row, owners: Mapping[int, int]) -> bool:
    """Is the best candidate by the texts alone, and a good one, the answer of a provision beside this one? Of two that
    stand together a law often makes one."""
    column = max(by_text, key=by_text.__getitem__, default=-1)
    is_good = column in owners and by_text[column] > _nothing(by_text, _LEAST)
    return is_good and 0 < abs(owners[column] - number) <= _TOGETHER


def _nothing(row: Row, least: float) -> float:
    """The score at which an answer is as good as none: an answer stands out from what fits only by chance."""
    by_chance = nlargest(_CHANCE.stop, row.values())[_CHANCE]
    return least + (sum(by_chance) / len(by_chance) if by_chance else 0.0)


def _add(base: Rows, kindred: Rows, weight: float) -> None:
    """Add what a neighbour's language says; its best candidates are looked at too."""
    for row, akin in zip(base, kindred, strict=True):
        for column in {*row, *nlargest(_AKIN, akin, akin.__getitem__)}:
            row[column] = row.get(column, 0.0) + weight * akin.get(column, 0.0)


def _match(
    number: int, column: int, score: float, texts: Texts, around: _Around, kindred: float, is_confirmed: bool
) -> Match:
    return Match(
        column,
        score,
        texts.shared_titles(number, column),
        texts.shared_concepts(number, column),
        texts.shared_figures(number, column),
        around.citations[number].get(column, 0.0),
        around.beside[number].get(column, 0.0),
        around.place[number].get(column, 0.0),
        kindred,
        is_confirmed,
    )
