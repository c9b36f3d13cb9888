"""Which figures of one text have no counterpart in others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tomas_desktop.align.cited_articles import without_citations
from tomas_desktop.checks.figure_reading import CALENDAR_YEAR, DATE, Figure, figures, is_same_date
from tomas_desktop.checks.figure_words import figure_words
from tomas_desktop.checks.pairs import Side
from tomas_desktop.jurisdiction import citations
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import NOT_LAW

_UNSAID = frozenset({"", CALENDAR_YEAR})
_TIMES = frozenset({"hour", "day", "working day", "month"})
_FEW = 3
_WRITTEN_OUT = 12  # up to here numbers are often written in words


class Placed(NamedTuple):
    """A figure and the eId of the provision it stands in."""

    eid: str
    figure: Figure


class Unanswered(NamedTuple):
    """A figure without a counterpart: `instead` is what the other text may have in its place, empty where nothing is
    like it. `is_repeated` tells that the same figure has a counterpart elsewhere in its text."""

    placed: Placed
    instead: str = ""
    is_repeated: bool = False


def figures_of(side: Side) -> list[Placed]:
    """The figures of a provision with all below it, but for the numbers of provisions and acts."""
    return [
        Placed(node.eid, figure)
        for node in side.walk()
        if node.unit not in NOT_LAW
        for text, within in ((node.heading, ""), (node.text, node.eid))
        for figure in _figures(text, side.text.pack, within)
    ]


@lru_cache(maxsize=8192)
def _figures(text: str, pack: Pack, eid: str) -> tuple[Figure, ...]:
    if not text:
        return ()
    found = figures(without_citations(text, pack), pack.language)  # in most texts that is all there is to know
    if all(figure.is_weak for figure in found):
        return found
    bare, at = [], 0
    for citation in citations.find(text, pack, eid):
        if citation.start >= at:
            bare += [text[at : citation.start], " § "]
            at = citation.end
    return figures("".join([*bare, text[at:]]), pack.language)


def unanswered(wanted: Sequence[Placed], there: Sequence[Placed], language: str, other: str) -> list[Unanswered]:
    """The figures of `wanted` that `there` (in language `other`) lacks, in order.

    Each figure is paired with one of the same value and kind, then with one of the same value whose kind is not said.
    What is left over has no counterpart, unless the text says it more than once: then it is told only where the other
    text has a figure of that kind too many, which may be the altered one.
    """
    free = list(there)
    answered: set[tuple[object, str]] = set()
    left: list[Placed] = []
    strong = [each for each in wanted if _asks(each.figure, language, other)]
    for each in sorted(strong, key=lambda each: each.figure.kind == ""):
        match = _best(each.figure, free)
        if match is None:
            left.append(each)
            continue
        free.remove(match)
        answered.add((each.figure.value, each.figure.kind))
    unpaired = []
    for each in left:
        match = next((one for one in free if _is_like(each.figure, one.figure)), None)
        if match is None:
            unpaired.append(each)
        else:
            free.remove(match)
            answered.add((each.figure.value, each.figure.kind))
    for each in wanted:  # what asks for nothing takes what is its own
        if each.figure.is_weak and (match := _best(each.figure, free) or _like(each.figure, free)):
            free.remove(match)
        elif each.figure.is_weak:
            unpaired.append(each)
    out = []
    for each in sorted(unpaired, key=lambda each: _place(each, wanted)):
        repeated = each.figure.is_weak or (each.figure.value, each.figure.kind) in answered
        extra = _instead(each.figure, free, exactly=repeated)
        if repeated:
            if extra is None:
                continue
            free.remove(extra)
            out.append(Unanswered(each, extra.figure.text, is_repeated=True))
            continue
        if extra is not None:
            free.remove(extra)
        out.append(Unanswered(each, extra.figure.text if extra else ""))
    return out


def _place(each: Placed, wanted: Sequence[Placed]) -> int:
    return next(place for place, one in enumerate(wanted) if one is each)


def _asks(figure: Figure, language: str, other: str) -> bool:
    """Does this figure ask for a counterpart? Where one of the languages is read by digits only, small numbers and
    numbers in words say nothing."""
    if figure.is_weak:
        return False
    if figure_words(other).is_known and figure_words(language).is_known:
        return True
    return not figure.in_words and figure.value > _WRITTEN_OUT


def _best(figure: Figure, free: Sequence[Placed]) -> Placed | None:
    same = [one for one in free if one.figure.kind == figure.kind and one.figure.value == figure.value]
    alike = (one for one in same if one.figure.is_weak == figure.is_weak)
    return next(alike, same[0] if same else None)


def _like(figure: Figure, free: Sequence[Placed]) -> Placed | None:
    return next((one for one in free if _is_like(figure, one.figure)), None)


def _is_like(one: Figure, other: Figure) -> bool:
    """May two figures be the same although one of them does not say what it counts?"""
    if one.kind == other.kind == DATE:
        return is_same_date(one.value, other.value)
    if {one.kind, other.kind} == {"share", "percent"}:
        return one.value * (100 if one.kind == "share" else 1) == other.value * (100 if other.kind == "share" else 1)
    if one.kind not in _UNSAID and other.kind not in _UNSAID:
        return False
    if (one.is_weak or other.is_weak) and not (one.kind in _UNSAID and other.kind in _UNSAID):
        return False  # "for the first time" is no year
    return one.spoken == other.spoken


def _instead(figure: Figure, free: Sequence[Placed], *, exactly: bool) -> Placed | None:
    """The figure that may be the altered form of another; none where there are too many to tell."""
    found = [one for one in free if _may_replace(one.figure, figure, exactly=exactly)]
    alike = [one for one in found if one.figure.kind == figure.kind]
    found = alike or found
    return found[0] if found and (exactly or len(found) <= _FEW) else None


def _may_replace(one: Figure, other: Figure, *, exactly: bool) -> bool:
    """May a figure be the altered form of another? `exactly`: only one of its own kind."""
    if one.is_weak:
        return False
    if exactly:
        return one.kind == other.kind
    return one.kind == other.kind or not one.kind or not other.kind or {one.kind, other.kind} <= _TIMES
