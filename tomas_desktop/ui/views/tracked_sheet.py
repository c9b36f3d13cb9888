"""What the tracked editor shows, before any Qt: pieces of text with a look, and the style of each paragraph.

A sheet joins a `Tracked` text with the printed lines it came from (heading, number, text; depth) and keeps the
two in step while paragraphs are split and joined.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from tomas_desktop.amend import comparison
from tomas_desktop.amend.caret import Caret, View, shown
from tomas_desktop.amend.marks import joined, units
from tomas_desktop.amend.redline import Op, Segment
from tomas_desktop.amend.tracked import Edit, Gesture, Tracked
from tomas_desktop.model.canonical import Line

Pairs = Sequence[tuple[Line | None, Line | None]]

Part = Literal["heading", "number", "text", "num"]

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")
# Control characters, what Qt uses inside a document, non-characters, byte-order marks, halves of a character.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffc\ufffd\ufdd0-\ufdef\ufffe\uffff\ufeff\ud800-\udfff]")


def cleaned(text: str) -> str:
    """Foreign text as paragraphs of a law: line feeds between them, no empty ones, nothing that is not text."""
    text = _UNFIT.sub("", _LINE_ENDS.sub("\n", joined(text))).replace("\t", " ")
    return _BLANK_LINES.sub("", text).strip("\n")


class Style(NamedTuple):
    """How a paragraph is set."""

    kind: str
    depth: int


class Look(NamedTuple):
    """How characters are drawn: their state and what part of a law they are."""

    state: Op
    part: Part


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

    def show(self, view: View) -> Shown:
        """What a view shows. Only "all" shows marks; the other two are plain text."""
        pieces: list[Piece] = []
        styles: list[Style] = []
        breaks: list[Op] = []
        paragraph: list[Segment] = []
        p = b = 0

        def close(state: Op) -> None:
            line = self._line(paragraph, state, p, b, view)
            styles.append(Style(line.kind, line.depth))
            breaks.append(state if view == "all" else "=")
            pieces.extend(_pieces(tuple(paragraph), line, view == "all"))

        for op, text in shown(self.tracked.runs(), view):
            rest = text
            while True:
                words, found, rest = rest.partition("\n")
                if words:
                    paragraph.append(Segment(op, words))
                if not found:
                    break
                close(op)
                pieces.append(Piece(Look(op if view == "all" else "=", "text"), "\n"))
                paragraph = []
                p, b = p + (op != "-"), b + (op != "+")
        if pieces:
            pieces.pop()
        return Shown(_joined(pieces), styles, breaks)

    def _line(self, paragraph: Sequence[Segment], state: Op, p: int, b: int, view: View) -> Line:
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
def _pieces(paragraph: tuple[Segment, ...], line: Line, marked: bool) -> tuple[Piece, ...]:
    """The runs of one paragraph as pieces; its number, where it is kept, is a piece of its own."""
    part: Part = line.kind if line.kind == "heading" or line.kind == "number" else "text"
    out = [Piece(Look(op if marked else "=", part), text) for op, text in paragraph]
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
