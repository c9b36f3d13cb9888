"""Where in a passage a query is answered, and the words to show around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tomas_desktop.model.provision import Provision
from tomas_desktop.services.search_words import Sought
from tomas_desktop.text import stems

WIDTH = 200  # letters of a snippet
_BEFORE = 60  # of them in front of the first hit
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of a provision as they stand; `marks` are the places of the hits in `text`."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    part: int  # which of the things looked for


def segments(node: Provision) -> Iterator[tuple[bool, str]]:
    """The texts of a unit without those below it, each by itself, and whether it is the heading."""
    if node.heading:
        yield True, node.heading
    if node.text:
        yield False, node.text
    for note in node.notes:
        yield False, note.text


def places(passage: Provision, parts: Sequence[Sought], language: str) -> tuple[Provision, ...]:
    """The narrowest provisions of a passage that hold all parts, in reading order; the passage where none does."""
    return tuple(_holding(passage, parts, language)[1]) or (passage,)


def _holding(node: Provision, parts: Sequence[Sought], language: str) -> tuple[set[int], list[Provision]]:
    """Which parts a provision holds with all below it, and the narrowest provisions that hold all."""
    held = {mark.part for _, text in segments(node) for mark in _marks(text, parts, language)}
    whole: list[Provision] = []
    for child in node.children:
        below, narrow = _holding(child, parts, language)
        held |= below
        whole += narrow
    return held, whole or ([node] if len(held) == len(parts) else [])


def snippet(place: Provision, parts: Sequence[Sought], language: str) -> Snippet:
    """The words around the hits: of the text that holds most of the parts, a heading only where it holds more."""
    best: tuple[int, str, list[_Mark]] = (-1, "", [])
    for node in place.walk():
        for is_heading, text in segments(node):
            marks = list(_marks(text, parts, language))
            worth = 2 * len({mark.part for mark in marks}) - is_heading
            if worth > best[0]:
                best = worth, text, marks
    return _window(best[1], best[2])


def _marks(text: str, parts: Sequence[Sought], language: str) -> Iterator[_Mark]:
    terms = list(stems.terms(text, language))
    row = [term.stem for term in terms]
    for number, readings in enumerate(parts):
        for reading in readings:
            size = len(reading)
            for at in _all(row, reading[0]):
                if size == 1 or tuple(row[at : at + size]) == reading:
                    yield _Mark(terms[at].start, terms[at + size - 1].end, number)


def _all(row: list[str], stem: str) -> Iterator[int]:
    at = -1
    for _ in range(row.count(stem)):
        at = row.index(stem, at + 1)
        yield at


def _window(text: str, marks: list[_Mark]) -> Snippet:
    """The part of a text with most of what is looked for, cut at blanks."""
    marks.sort(key=lambda mark: (mark.start, mark.end))
    starts = [max(0, mark.start - _BEFORE) for mark in marks] or [0]
    start = max(starts, key=lambda one: (_kinds(marks, one), -one))
    start = max(0, min(start, len(text) - WIDTH))
    end = min(len(text), start + WIDTH)
    if start:
        start = min(text.find(" ", start) + 1 or start, min((m.start for m in marks if m.start >= start), default=end))
    if end < len(text):
        end = max(text.rfind(" ", start, end), max((m.end for m in marks if m.end <= end), default=start))
    before, after = (_CUT if start else ""), (_CUT if end < len(text) else "")
    shift = len(before) - start
    inside = dict.fromkeys((m.start + shift, m.end + shift) for m in marks if start <= m.start and m.end <= end)
    return Snippet(f"{before}{text[start:end]}{after}", tuple(inside))


def _kinds(marks: list[_Mark], start: int) -> int:
    return len({mark.part for mark in marks if start <= mark.start and mark.end <= start + WIDTH})
