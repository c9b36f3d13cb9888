"""Where a caret stands in a text that shows deleted and inserted words together.

A caret is (p, b): so many characters of the proposed text before it, so many of the base text. Kept text counts
in both, inserted text only in p, deleted text only in b. A position in the text as shown is worth nothing as
soon as the marks are drawn anew; (p, b) still means the same place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from tomas_desktop.amend.redline import Segment

View = Literal["all", "final", "original"]

# What a word move stops at: the start of a word (with its combining marks), of a run of marks, a line break.
_STOP = re.compile(r"\w[\w\u0300-\u036f\u00ad]*|\n|[^\w\s]+")

# What a double click takes.
_PIECE = re.compile(r"\w[\w\u0300-\u036f\u00ad]*|[^\w\s]+|[^\S\n]+")

_HIDDEN = {"all": "", "final": "-", "original": "+"}


class Caret(NamedTuple):
    """A place between two characters: `p` proposed and `b` base characters stand before it."""

    p: int
    b: int


def shown(runs: Sequence[Segment], view: View) -> list[Segment]:
    """The runs that a view shows: all of them, the text as proposed, or the text in force."""
    return [run for run in runs if run.op != _HIDDEN[view]]


def caret_at(runs: Sequence[Segment], position: int) -> Caret:
    """The caret at a position of the text that these runs spell."""
    p = b = 0
    for op, text in runs:
        step = min(len(text), position)
        p += step if op != "-" else 0
        b += step if op != "+" else 0
        position -= step
        if not position:
            break
    return Caret(p, b)


def position_of(runs: Sequence[Segment], caret: Caret) -> int:
    """The position of a caret in all runs; where b has no exact place, the nearest one with the same p."""
    return _stretch(runs, caret.p, "-", 0, caret.b)


def position_in(runs: Sequence[Segment], caret: Caret, view: View) -> int:
    """The position of a caret in the text as a view shows it, at most before the last break."""
    last = sum(len(run.text) for run in shown(runs, view)) - 1
    return max(0, min(position_of(runs, caret) if view == "all" else caret.p if view == "final" else caret.b, last))


def caret_in(runs: Sequence[Segment], position: int, view: View, near: Caret) -> Caret:
    """The caret at a position of a view. What the view hides is taken from `near`, the last caret known."""
    if view == "all":
        return caret_at(runs, position)
    if view == "final":
        return caret_at(runs, position_of(runs, Caret(position, near.b)))
    return caret_at(runs, _stretch(runs, position, "+", near.p, position))


def _stretch(runs: Sequence[Segment], count: int, silent: str, p: int, b: int) -> int:
    """The position after `count` counted characters. The `silent` runs ("-" or "+") are not counted, so they
    make a stretch of equal places: the one nearest to b (silent "-") or p (silent "+") is taken."""
    wanted, at, seen, other = (b if silent == "-" else p), 0, 0, 0
    for op, text in runs:
        if op == silent:
            if seen == count:
                step = min(max(wanted - other, 0), len(text))
                if step < len(text):
                    return at + step
            other += len(text)
        else:
            # A place inside this run is exact; its right end is left to what follows.
            if seen + len(text) > count:
                return at + count - seen
            seen += len(text)
            other += len(text) if op == "=" else 0
        at += len(text)
    return at


def before(text: str, at: int) -> int:
    """Where one Backspace at `at` begins: a character, both halves of one outside the basic plane."""
    return max(0, at - (2 if "\udc00" <= text[at - 1 : at] <= "\udfff" else 1))


def after(text: str, at: int) -> int:
    """Where one Delete at `at` ends: a character with the combining marks that stand on it."""
    at += 2 if "\ud800" <= text[at : at + 1] <= "\udbff" else 1
    while "\u0300" <= text[at : at + 1] <= "\u036f":
        at += 1
    return min(at, len(text))


def word_border(runs: Sequence[Segment], position: int, step: Literal[1, -1]) -> int:
    """The next word border to the right or left in the runs as shown; a change of state is a border too."""
    stops, at = [0], 0
    for _op, text in runs:
        stops.extend(at + match.start() for match in _STOP.finditer(text))
        stops.extend(at + i + 1 for i, char in enumerate(text) if char == "\n")
        at += len(text)
    stops.append(at)
    found = [stop for stop in stops if (stop > position if step > 0 else stop < position)]
    if not found:
        return position
    return min(found) if step > 0 else max(found)


def word_at(runs: Sequence[Segment], position: int) -> tuple[int, int]:
    """The word (or run of marks, or of blanks) that a double click at a position means: start and end."""
    at = 0
    found = (position, position)
    for _op, text in runs:
        for match in _PIECE.finditer(text):
            if at + match.start() <= position < at + match.end():
                return at + match.start(), at + match.end()
            if at + match.end() == position:
                found = at + match.start(), position
        at += len(text)
    return found
