"""Bringing a QTextDocument from the text it shows to the text it should show, with the fewest operations.

Nobody else changes the document of a tracked editor. The document's signals are silent during a patch (a
screen reader would hear a marked word as deleted and written again); what was done is returned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from tomas_desktop.ui.views.tracked_sheet import Look, Piece, Style

# The style a block was set in stands in its format, so that only a difference is written.
STYLE = QTextFormat.Property.UserProperty + 1
STATE = QTextFormat.Property.UserProperty + 2


class Patch(NamedTuple):
    """What a patch did: at `start`, `removed` characters gave way to `inserted`."""

    start: int
    removed: str
    inserted: str


def common(a: Sequence[object], b: Sequence[object]) -> int:
    """How many items at the start of two sequences are equal (both are compared by slices, so this is quick)."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def head_of(a: str, b: str) -> int:
    """How many characters at the start of two texts are equal; never half of one outside the basic plane."""
    size = common(a, b)
    return size - ("\ud800" <= a[size - 1 : size] <= "\udbff")


def tail_of(a: str, b: str) -> int:
    """The same at their ends."""
    size = common(a[::-1], b[::-1])
    return size - ("\udc00" <= a[len(a) - size : len(a) - size + 1] <= "\udfff")


def patch(
    document: QTextDocument,
    shown: Sequence[Piece],
    wanted: Sequence[Piece],
    look: Callable[[Look], QTextCharFormat],
) -> Patch:
    """Turn the shown pieces into the wanted ones; each new character gets the format of its look."""
    start, old, new = _differing(shown, wanted)
    before, after = "".join(piece.text for piece in old), "".join(piece.text for piece in new)
    head = head_of(before, after)
    tail = tail_of(before[head:], after[head:])
    cursor = QTextCursor(document)
    silent = document.blockSignals(True)
    cursor.beginEditBlock()
    try:
        _dress(cursor, start, _slice(old, 0, head), _slice(new, 0, head), look)
        ends = len(before) - tail, len(after) - tail
        _dress(cursor, start + ends[0], _slice(old, ends[0], len(before)), _slice(new, ends[1], len(after)), look)
        cursor.setPosition(start + head)
        cursor.setPosition(start + ends[0], QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        for piece in _slice(new, head, ends[1]):
            _write(cursor, piece, look(piece.look))
    finally:
        cursor.endEditBlock()
        document.blockSignals(silent)
    return Patch(start + head, before[head : ends[0]], after[head : ends[1]])


def restyle(
    document: QTextDocument, styles: Sequence[Style], around: Patch | None, style: Callable[[Style], QTextBlockFormat]
) -> None:
    """Set every block near a patch (or all, without one) in its style."""
    block = document.findBlock(max(around.start - 1, 0)) if around else document.firstBlock()
    end = around.start + len(around.inserted) + 1 if around else document.characterCount()
    silent = document.blockSignals(True)
    try:
        while block.isValid() and block.position() <= end and block.blockNumber() < len(styles):
            wanted = styles[block.blockNumber()]
            if block.blockFormat().property(STYLE) != _name(wanted):
                form = style(wanted)
                form.setProperty(STYLE, _name(wanted))
                QTextCursor(block).setBlockFormat(form)
            block = block.next()
    finally:
        document.blockSignals(silent)


def _name(style: Style) -> str:
    return f"{style.kind} {style.depth}"


def _differing(shown: Sequence[Piece], wanted: Sequence[Piece]) -> tuple[int, list[Piece], list[Piece]]:
    """Where the two begin to differ, and the pieces of both that differ, cut down to the character."""
    head = common(shown, wanted)
    tail = common(shown[head:][::-1], wanted[head:][::-1])
    start = sum(len(piece.text) for piece in shown[:head])
    old, new = list(shown[head : len(shown) - tail]), list(wanted[head : len(wanted) - tail])
    if old and new and old[0].look == new[0].look:
        size = head_of(old[0].text, new[0].text)
        start += size
        old, new = _slice(old, size, None), _slice(new, size, None)
    if old and new and old[-1].look == new[-1].look:
        size = tail_of(old[-1].text, new[-1].text)
        old, new = _slice(old, 0, _length(old) - size), _slice(new, 0, _length(new) - size)
    return start, old, new


def _length(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _slice(pieces: Sequence[Piece], start: int, end: int | None) -> list[Piece]:
    """The characters `start..end` of some pieces, as pieces."""
    out: list[Piece] = []
    at = 0
    for piece in pieces:
        text = piece.text[max(start - at, 0) : None if end is None else max(end - at, 0)]
        if text:
            out.append(Piece(piece.look, text))
        at += len(piece.text)
    return out


def _dress(
    cursor: QTextCursor, at: int, old: Sequence[Piece], new: Sequence[Piece], look: Callable[[Look], QTextCharFormat]
) -> None:
    """Give equal text its new looks; ranges that look right are left alone."""
    for start, end, wanted in _changed(old, new):
        cursor.setPosition(at + start)
        cursor.setPosition(at + end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look(wanted))


def _changed(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[tuple[int, int, Look]]:
    at, ends = 0, []
    for piece in old:
        at += len(piece.text)
        ends.append((at, piece.look))
    at = 0
    for piece in new:
        stop = at + len(piece.text)
        before = at
        for end, look in ends:
            if end <= before:
                continue
            if look != piece.look:
                yield before, min(end, stop), piece.look
            before = end
            if before >= stop:
                break
        at = stop


def _write(cursor: QTextCursor, piece: Piece, form: QTextCharFormat) -> None:
    first, *others = piece.text.split("\n")
    if first:
        cursor.insertText(first, form)
    for paragraph in others:
        cursor.insertBlock(cursor.blockFormat(), form)
        if paragraph:
            cursor.insertText(paragraph, form)
