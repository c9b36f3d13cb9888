"""Changes shown one after the other: which of them belong together, and the text when so many are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.amend.redline import Segment
from tomas_desktop.ui.presentation.scene import MarkedText

Step = frozenset[tuple[int, int]]  # places (line, segment) that are shown together


@dataclass(frozen=True)
class Shown:
    """A line on the screen; `place` is its number in the whole redline, so that one finds it again."""

    place: int
    text: MarkedText


def steps(lines: Sequence[MarkedText]) -> tuple[Step, ...]:
    """The changes in reading order. What stands side by side is one change, and so is a line that goes with the one
    that comes in its place; a number that only moves on comes with the change before it, because that is what moves it.
    """
    out: list[set[tuple[int, int]]] = []
    gone: list[set[tuple[int, int]]] = []  # lines just before that go, and have nothing in their place yet
    for place, text in enumerate(lines):
        ops = {segment.op for segment in text.segments}
        if ops not in ({"-"}, {"+"}):
            gone = []
        for run in _runs(text.segments):
            places = {(place, at) for at in run}
            if out and _is_number(text, run):
                out[-1] |= places
            elif ops == {"+"} and gone:
                gone.pop(0).update(places)
            else:
                out.append(places)
                if ops == {"-"}:
                    gone.append(places)
    return tuple(frozenset(places) for places in out)


def shown(lines: Sequence[MarkedText], steps: Sequence[Step], count: int) -> tuple[Shown, ...]:
    """The text with its first `count` changes marked, and as it is in force where the others will be."""
    open_places = {place for step in steps[:count] for place in step}
    out = []
    for place, text in enumerate(lines):
        kept = tuple(_segments(text, place, open_places))
        if kept or not text.segments:
            out.append(Shown(place, replace(text, segments=kept)))
    return tuple(out)


def line_of(step: Step) -> int:
    """The line where a change begins."""
    return min(step)[0]


def words_of(lines: Sequence[MarkedText], step: Step) -> tuple[str, str]:
    """What a change takes away, and what it puts there."""
    segments = [lines[line].segments[at] for line, at in sorted(step)]
    gone, come = (" ".join(each.text.strip() for each in segments if each.op == op) for op in ("-", "+"))
    return gone, come


def letter_of(lines: Sequence[MarkedText], steps: Sequence[Step], count: int) -> int:
    """Before which letter of its line the last of the first `count` changes begins, in the text as it is shown then."""
    open_places = {place for step in steps[:count] for place in step}
    line, first = min(steps[count - 1])
    before = enumerate(lines[line].segments[:first])
    return sum(len(segment.text) for at, segment in before if segment.op != "+" or (line, at) in open_places)


def _segments(text: MarkedText, place: int, open_places: set[tuple[int, int]]) -> Iterator[Segment]:
    for at, segment in enumerate(text.segments):
        if segment.op == "=" or (place, at) in open_places:
            yield segment
        elif segment.op == "-":
            yield Segment("=", segment.text)


def _runs(segments: Sequence[Segment]) -> Iterator[range]:
    start: int | None = None
    for at, segment in enumerate((*segments, Segment("=", ""))):
        if segment.op != "=" and start is None:
            start = at
        elif segment.op == "=" and start is not None:
            yield range(start, at)
            start = None


def _is_number(text: MarkedText, run: range) -> bool:
    """Is only the printed number another one, in a line that both versions have?"""
    end = sum(len(segment.text) for segment in text.segments[: run.stop] if segment.op != "-")
    return bool(text.base) and text.line.kind == "text" and end <= len(text.line.num)
