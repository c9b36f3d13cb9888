"""What the tracked editor shows, before any Qt: pieces of text with a look, and the style of each paragraph.

A sheet joins a `Tracked` text with the printed lines it came from (heading, number, text; depth) and keeps the
two in step while paragraphs are split and joined.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from tomas_desktop.amend import comparison, revisions
from tomas_desktop.amend.caret import Caret, View
from tomas_desktop.amend.marks import joined, units
from tomas_desktop.amend.redline import Op
from tomas_desktop.amend.tracked import Change, Edit, Gesture, Tracked
from tomas_desktop.model.canonical import Line

Pairs = Sequence[tuple[Line | None, Line | None]]

Part = Literal["heading", "number", "text", "num"]

_HIDDEN: dict[View, str] = {"all": "", "final": "-", "original": "+"}

_PASSES = 4  # through the changes, when all of them are put back

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")
# Control characters, what Qt uses inside a document, non-characters, byte-order marks, halves of a character; and what
# nobody sees and no gazette prints: soft hyphens, joiners, blanks of no width, marks of direction.
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffc\ufffd\ufdd0-\ufdef\ufffe\uffff\ufeff\ud800-\udfff"
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]"
)


def cleaned(text: str) -> str:
    """Foreign text as paragraphs of a law: line feeds between them, no empty ones, nothing that is not text."""
    text = _UNFIT.sub("", _LINE_ENDS.sub("\n", joined(text))).replace("\t", " ")
    return _BLANK_LINES.sub("", text).strip("\n")


class Style(NamedTuple):
    """How a paragraph is set."""

    kind: str
    depth: int


class Look(NamedTuple):
    """How characters are drawn: their state, what part of a law they are, and whether their change is agreed."""

    state: Op
    part: Part
    is_agreed: bool = False


class Stretch(NamedTuple):
    """A part of one paragraph of one state, of an agreed change or not."""

    op: Op
    text: str
    is_agreed: bool


class Piece(NamedTuple):
    """A stretch of text of one look."""

    look: Look
    text: str


class Shown(NamedTuple):
    """The whole text of a view: its pieces (joined, the document's text), each paragraph's style, and the state
    of the break that ends it (the last one is never shown)."""

    pieces: list[Piece]
    styles: list[Style]
    breaks: list[Op]


class Sheet:
    """A tracked text with the kinds of its paragraphs. Lines whose kind is in `locked` cannot be edited."""

    def __init__(
        self, base: Sequence[Line], proposed: Sequence[Line], pairs: Pairs | None, locked: Collection[str]
    ) -> None:
        self.base = list(base)
        self.lines = list(proposed)
        self.tracked = Tracked(
            [units(line.text) for line in base],
            [units(line.text) for line in proposed],
            comparison.pairs(base, proposed) if pairs is None else pairs,
            [i for i, line in enumerate(proposed) if line.kind in locked],
        )
        self.agreed: frozenset[tuple[str, str, str]] = frozenset()  # changes as `said` names them
        while len(self.lines) < self.tracked.proposed.count("\n"):
            self.lines.append(Line("", "", "text", ""))

    def proposed(self) -> list[str]:
        """The proposed paragraphs as they stand."""
        return joined(self.tracked.proposed[:-1]).split("\n")

    def replace(self, start: Caret, end: Caret, text: str, gesture: Gesture) -> Edit | None:
        return self._took(self.tracked.replace(start, end, units(text), gesture))

    def backspace(self, at: Caret) -> Edit | None:
        return self._took(self.tracked.backspace(at))

    def delete(self, at: Caret) -> Edit | None:
        return self._took(self.tracked.delete(at))

    def reject(self, index: int) -> Edit | None:
        return self._took(self.tracked.reject(index))

    def _took(self, edit: Edit | None) -> Edit | None:
        """Keep the lines in step with the paragraphs of an edit."""
        if edit is None:
            return None
        before = self.tracked.proposed[: edit.start]
        here = before.count("\n")
        lost, won = edit.removed.count("\n"), edit.inserted.count("\n")
        first, last = self.lines[here], self.lines[here + lost]
        at_start = not before or before.endswith("\n")
        if at_start and (edit.inserted.endswith("\n") or (not edit.inserted and lost)):
            # Whole paragraphs came or went before the one that follows: it keeps its kind.
            kept = [*[_next(first)] * won, last]
        else:
            kept = [first, *[_next(first)] * won]
        if lost != won:
            self.lines[here : here + lost + 1] = kept
        return edit

    def restore(self, starts: Collection[Caret] | None = None) -> Edit | None:
        """Put the base text back for the changes that start at these places, or for all of them, as one edit; locked
        ones stay as they are."""
        last = self._restore_backwards(starts)
        for _ in range(_PASSES if starts is None and last else 0):  # a change may have been parted by the one behind it
            last = self._restore_backwards(None) or last
            if not self.tracked.changes():
                break
        return last

    def _restore_backwards(self, starts: Collection[Caret] | None) -> Edit | None:
        """From the last change to the first, so that those still to come stay where they are."""
        last: Edit | None = None
        index = len(self.tracked.changes())
        while index:
            changes = self.tracked.changes()
            index = min(index, len(changes)) - 1
            if index < 0:
                break
            if starts is None or changes[index].start in starts:
                last = self.reject(index) or last
        return last

    def said(self, change: Change) -> tuple[str, str, str]:
        """A change by the unit it stands in and its words in both texts; the same words twice in a unit are one."""
        eid = self.line_of(change).eid or next((line.eid for line in self.lines if line.eid), "")
        return eid, " ".join(joined(change.old).split()), " ".join(joined(change.new).split())

    def stretches(self, changes: Sequence[Change]) -> list[revisions.Stretch]:
        """Changes as the dossier names them, by their place in the text in force, counted in whole characters."""
        base = self.tracked.base
        is_whole = joined(base) == base

        def place(at: int) -> int:
            return at if is_whole else len(joined(base[:at]))

        return [revisions.Stretch(place(one.start.b), place(one.end.b), joined(one.new)) for one in changes]

    def line_of(self, change: Change) -> Line:
        """The line in force that a change stands in: however the proposal numbers its own, this one stays."""
        lines, text, at = self.base, self.tracked.base, change.start.b
        if not lines:
            lines, text, at = self.lines, self.tracked.proposed, change.start.p
        return lines[min(text.count("\n", 0, at), len(lines) - 1)] if lines else Line("", "", "text", "")

    def proposed_line_of(self, change: Change) -> Line | None:
        """The proposed line that a change stands in; None for a paragraph that goes."""
        if not self.lines or (change.old.endswith("\n") and not change.new):
            return None
        return self.lines[min(self.tracked.proposed.count("\n", 0, change.start.p), len(self.lines) - 1)]

    def show(self, view: View, *, is_marked: bool | None = None) -> Shown:
        """What a view shows. Only "all" shows marks, the other two are plain text, unless `is_marked` says so."""
        is_marked = view == "all" if is_marked is None else is_marked
        pieces: list[Piece] = []
        styles: list[Style] = []
        breaks: list[Op] = []
        paragraph: list[Stretch] = []
        p = b = 0
        starts, agreed = self._agreed_places() if is_marked and self.agreed else ([], [])
        here = 0  # p and b of the text so far, both counted in characters

        def close(state: Op) -> None:
            line = self._line(paragraph, state, p, b, view)
            styles.append(Style(line.kind, line.depth))
            breaks.append(state if is_marked else "=")
            pieces.extend(_pieces(tuple(paragraph), line, is_marked))

        for op, text in self.tracked.runs():
            step, is_hidden = (2 if op == "=" else 1), op == _HIDDEN[view]
            rest = text
            while True:
                words, found, rest = rest.partition("\n")
                is_agreed = op != "=" and bool(starts) and agreed[bisect_right(starts, here) - 1]
                here += step * len(words + found)
                if words and not is_hidden:
                    paragraph.append(Stretch(op, words, is_agreed))
                if not found:
                    break
                if not is_hidden:
                    close(op)
                    pieces.append(Piece(Look(op if is_marked else "=", "text", is_marked and is_agreed), "\n"))
                    paragraph = []
                    p, b = p + (op != "-"), b + (op != "+")
        if pieces:
            pieces.pop()
        return Shown(_joined(pieces), styles, breaks)

    def _agreed_places(self) -> tuple[list[int], list[bool]]:
        """Where each change starts (p + b, which never falls along the text), and whether it is agreed."""
        changes = self.tracked.changes()
        return [sum(change.start) for change in changes], [self.said(change) in self.agreed for change in changes]

    def _line(self, paragraph: Sequence[Stretch], state: Op, p: int, b: int, view: View) -> Line:
        """The line a shown paragraph is set as: the proposed one where anything of it lives."""
        states = {run.op for run in paragraph} or {state}
        lines, at = (self.base, b) if view == "original" or states == {"-"} else (self.lines, p)
        if not lines:
            lines, at = self.lines, p
        return lines[min(at, len(lines) - 1)]


def _next(line: Line) -> Line:
    """What follows a line when Enter is pressed in it: text at its depth."""
    return replace(line, eid="", kind="text", num="", text="")


@lru_cache(maxsize=1024)  # a key changes one paragraph; the others are looked up
def _pieces(paragraph: tuple[Stretch, ...], line: Line, is_marked: bool) -> tuple[Piece, ...]:
    """The runs of one paragraph as pieces; its number, where it is kept, is a piece of its own."""
    part: Part = line.kind if line.kind == "heading" or line.kind == "number" else "text"
    out = [Piece(Look(op if is_marked else "=", part, is_marked and agreed), text) for op, text, agreed in paragraph]
    num = units(line.num)
    if part == "text" and num and out and out[0].look.state == "=" and out[0].text.startswith(num + " "):
        out[:1] = [Piece(Look("=", "num"), num), Piece(Look("=", part), out[0].text[len(num) :])]
    return tuple(out)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].look == piece.look:
            out[-1] = Piece(piece.look, out[-1].text + piece.text)
        else:
            out.append(piece)
    return out
