"""Law on paper: the lines of a provision set for reading, with the marks of a redline where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from tomas_desktop.amend.redline import Segment
from tomas_desktop.model.canonical import Line
from tomas_desktop.ui.views.tracked_look import (
    READING_POINTS,
    MarkColours,
    block_format,
    character_format,
    reading_font,
)  # fmt: skip
from tomas_desktop.ui.views.tracked_sheet import Look, Style


class LawPage(QTextEdit):
    """A page that is read, searched and copied from, never typed on."""

    def __init__(self, name: str, parent: QWidget | None = None, points: float = READING_POINTS) -> None:
        super().__init__(parent)
        self._font = reading_font(points)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(4)
        self._lines: tuple[tuple[Line, tuple[Segment, ...]], ...] = ()
        self._colours = MarkColours()

    def set_colours(self, colours: MarkColours) -> None:
        """Draw in another theme's colours."""
        self._colours = colours
        self._draw()

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show a text as it stands."""
        self.show_marked((line, (Segment("=", line.text),)) for line in lines if line.kind != "block")

    def show_marked(self, lines: Iterable[tuple[Line, Sequence[Segment]]]) -> None:
        """Show lines with their marks."""
        fresh = tuple((line, tuple(segments)) for line, segments in lines)
        if fresh != self._lines:
            self._lines = fresh
            self._draw()
            self.verticalScrollBar().setValue(0)

    def go_to(self, eid: str) -> None:
        """Bring the first line of a provision to the top of the page."""
        place = next((i for i, (line, _) in enumerate(self._lines) if line.eid == eid and line.kind == "text"), 0)
        block = self.document().findBlockByNumber(place)
        top = self.document().documentLayout().blockBoundingRect(block).top() if place else 0.0
        self.verticalScrollBar().setValue(int(top))

    def _draw(self) -> None:
        document = self.document()
        document.clear()
        document.setDefaultFont(self._font)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for place, (line, segments) in enumerate(self._lines):
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(block_format(Style(line.kind, line.depth)))
            left = len(line.num) if line.kind == "text" else 0
            for segment in segments:
                left = self._insert(cursor, line, segment, left)
        cursor.endEditBlock()
        self.setTextCursor(QTextCursor(document))  # it went along to the end, where Qt would scroll to

    def _insert(self, cursor: QTextCursor, line: Line, segment: Segment, left: int) -> int:
        """Insert a segment, its number in soft ink; returns how much of the number is still to come."""
        number, words = segment.text[:left], segment.text[left:]
        if number:
            cursor.insertText(number, character_format(Look(segment.op, "num"), self._colours, self._font))
        if words:
            part = line.kind if line.kind in ("heading", "number") else "text"
            cursor.insertText(words, character_format(Look(segment.op, part), self._colours, self._font))
        return left - len(number) if segment.op != "-" else left
