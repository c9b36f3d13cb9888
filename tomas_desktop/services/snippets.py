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


class Reading:
    """A passage read for what a query looks for: each of its texts once."""

    def __init__(self, passage: Provision, parts: Sequence[Sought], language: str) -> None:
        self._passage = passage
        self._wanted = len(parts)
        wanted = frozenset(stem for readings in parts for reading in readings for stem in reading)
        self._lines = {  # by unit: is it its own words (no heading, no note), the text, the hits in it
            id(node): [(own, text, list(_marks(text, parts, wanted, language))) for own, text in _texts(node)]
            for node in passage.walk()
        }

    def places(self) -> tuple[Provision, ...]:
        """The narrowest provisions that hold all parts, in reading order; the passage where none does."""
        return tuple(self._holding(self._passage)[1]) or (self._passage,)

    def _holding(self, node: Provision) -> tuple[set[int], list[Provision]]:
        """Which parts a provision holds with all below it, and the narrowest provisions that hold all."""
        held = {mark.part for _, _, marks in self._lines[id(node)] for mark in marks}
        whole: list[Provision] = []
        for child in node.children:
            below, narrow = self._holding(child)
            held |= below
            whole += narrow
        return held, whole or ([node] if len(held) == self._wanted else [])

    def snippet(self, place: Provision) -> Snippet:
        """The words around the hits of a place: of the text that holds most of the parts, a heading or a note only
        where it holds more."""
        lines = [line for node in place.walk() for line in self._lines[id(node)]]
        if not lines:
            return Snippet("")
        _, text, marks = max(lines, key=lambda line: 2 * len({mark.part for mark in line[2]}) + line[0])
        return _window(text, marks)


def _texts(node: Provision) -> Iterator[tuple[bool, str]]:
    """The texts of a unit without those below it, each by itself, and whether it is its own words."""
    if node.heading:
        yield False, node.heading
    if node.text:
        yield True, node.text
    for note in node.notes:
        yield False, note.text


def _marks(text: str, parts: Sequence[Sought], wanted: frozenset[str], language: str) -> Iterator[_Mark]:
    found = stems.occurrences(text, language, wanted) if wanted else []
    by_number = dict(found)
    for at, first in found:
        for part, readings in enumerate(parts):
            for reading in readings:
                if first.stem == reading[0]:
                    row = [by_number.get(at + step) for step in range(len(reading))]
                    last = row[-1]
                    if last and all(term and term.stem == stem for term, stem in zip(row, reading, strict=True)):
                        yield _Mark(first.start, last.end, part)


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
