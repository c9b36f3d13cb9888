"""The text of a file set as law, each line with a mark in the margin that says what it was taken for.

The whole text is one document, which Qt lays out as far as one looks; after a correction only the lines that
changed are written again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.tracked_look import block_format, character_format, reading_font
from tomas_desktop.ui.views.tracked_sheet import Look, Style

if TYPE_CHECKING:
    from tomas_desktop.services.correcting import Row

_MARGIN = 30  # pixels at 100 %
_VEIL = 26  # of 255: the text stays as readable as it was
_LETTERS = {"article": "A", "division": "D", "heading": "H", "ignored": "I", "lost": "?", "block": ""}


class Printed(NamedTuple):
    """One paragraph of the page: what it shows and how."""

    role: str
    depth: int
    num: str
    text: str
    notes: str


class OutlinePage(QTextEdit):
    """Read-only, with a caret. `line` is the row of the outline in which the caret stands."""

    moved = Signal(int)

    def __init__(self, name: str, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(6)
        self.document().setDefaultFont(reading_font())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # no jump when it comes
        self._printed: list[Printed] = []
        self._rows: list[int] = []  # the row of each paragraph
        self._margin = _Margin(self)
        self.setViewportMargins(_MARGIN, 0, 0, 0)
        self.verticalScrollBar().valueChanged.connect(self._margin.update)
        self.cursorPositionChanged.connect(self._caret_moved)

    # ---- what it shows -------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these lines; what is the same as before is left alone, with the caret and the place on the page."""
        shown = [i for i, row in enumerate(rows) if row.is_shown]
        fresh = list(_printed(rows))
        old, self._printed, self._rows = self._printed, fresh, shown
        start = 0
        while start < min(len(old), len(fresh)) and old[start] == fresh[start]:
            start += 1
        same = 0
        while same < min(len(old), len(fresh)) - start and old[-1 - same] == fresh[-1 - same]:
            same += 1
        if start < max(len(old), len(fresh)) - same:
            self.blockSignals(True)
            self._write(start, len(old) - same, fresh[start : len(fresh) - same], bool(same))
            self.blockSignals(False)
        self._margin.update()
        self._mark()

    def _write(self, start: int, end: int, lines: Sequence[Printed], has_more: bool) -> None:
        """Put these lines in the place of the paragraphs from `start` to `end`; `has_more` if others follow them."""
        document = self.document()
        cursor = QTextCursor(document)
        following = document.findBlockByNumber(end).blockFormat()
        cursor.beginEditBlock()
        if has_more:
            cursor.setPosition(document.findBlockByNumber(start).position())
            cursor.setPosition(document.findBlockByNumber(end).position(), QTextCursor.MoveMode.KeepAnchor)
        else:
            before = document.findBlockByNumber(start - 1)  # the break in front goes too
            cursor.setPosition(before.position() + before.length() - 1 if before.isValid() else 0)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        pen = _Pen(self.look)
        for place, line in enumerate(lines):
            if not has_more and (place or start):
                cursor.insertBlock()
            pen.write(cursor, line)
            if has_more:
                cursor.insertBlock()
        if has_more:
            cursor.setBlockFormat(following)
        cursor.endEditBlock()

    def printed_at(self, block: int) -> Printed | None:
        """What a paragraph of the document shows."""
        return self._printed[block] if 0 <= block < len(self._printed) else None

    # ---- the line at hand ----------------------------------------------------------------------------------

    @property
    def line(self) -> int:
        """The row at the caret; -1 on an empty page."""
        block = self.textCursor().blockNumber()
        return self._rows[block] if block < len(self._rows) else -1

    @property
    def column(self) -> int:
        """The character of the line before which the caret stands."""
        return self.textCursor().positionInBlock()

    def go_to_line(self, row: int, column: int = 0, near_top: bool = False) -> None:
        """Put the caret into a row and bring it into sight."""
        block_number = next((i for i, each in enumerate(self._rows) if each >= row), len(self._rows) - 1)
        block = self.document().findBlockByNumber(max(block_number, 0))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(column, block.length() - 1))
        if near_top:
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(int(top) - self.viewport().height() // 4)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _caret_moved(self) -> None:
        self._mark()
        self.moved.emit(self.line)

    def _mark(self) -> None:
        self.viewport().update()
        self._margin.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line at hand lies under a veil of the accent, all of it, however many lines it takes."""
        super().paintEvent(event)
        if self._printed:
            box = self.document().documentLayout().blockBoundingRect(self.textCursor().block())
            veil = QColor(self.look.accent)
            veil.setAlpha(_VEIL)
            painter = QPainter(self.viewport())
            top = int(box.top()) - self.verticalScrollBar().value()
            painter.fillRect(QRect(0, top - 2, self.viewport().width(), int(box.height()) + 4), veil)
            painter.end()

    def set_theme(self, look: Theme) -> None:
        """Draw in another theme's colours."""
        self.look = look
        lines, self._printed = self._printed, []
        self.document().clear()
        self._write(0, 0, lines, False)
        self._printed = lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), _MARGIN, inside.height()))
        self._mark()


def _printed(rows: Sequence[Row]) -> list[Printed]:
    out: list[Printed] = []
    base = 0
    for row in rows:
        if row.opens:
            base = row.level + 1
        if not row.is_shown:
            continue
        notes = " ".join(f"[{note.text}]" for note in row.notes)
        if row.role == "block":
            out.append(Printed("block", 0, row.num or row.unit.capitalize(), "", notes))
        else:
            depth = max(row.level - base, 0) if row.role == "text" else 0
            out.append(Printed(row.role, depth, row.num, row.text, notes))
    return out


class _Pen:
    """The formats of a page, made once."""

    def __init__(self, look: Theme) -> None:
        font = reading_font()
        self.formats = {
            part: character_format(Look("=", part), look.marks, font)  # type: ignore[arg-type]
            for part in ("text", "num", "heading", "number")
        }
        strong = QTextCharFormat(self.formats["number"])
        strong.setForeground(QColor(look.ink))
        soft = QTextCharFormat(self.formats["text"])
        soft.setForeground(QColor(look.soft))
        ignored = QTextCharFormat(soft)
        ignored.setFontStrikeOut(True)
        lost = QTextCharFormat(self.formats["text"])
        lost.setForeground(QColor(look.gap))
        self.formats |= {"article": strong, "division": strong, "block": soft, "ignored": ignored, "lost": lost}
        self.notes = QTextCharFormat(soft)
        self.notes.setFontPointSize(font.pointSizeF() - 2)

    def write(self, cursor: QTextCursor, line: Printed) -> None:
        """Write one line at the cursor."""
        kind = {"article": "number", "division": "number", "block": "number"}.get(line.role, line.role)
        cursor.setBlockFormat(block_format(Style(kind, line.depth)))
        main = self.formats[line.role]
        if line.num:
            cursor.insertText(line.num, self.formats["num"] if line.role == "text" else main)
        if line.text:
            cursor.insertText(f" {line.text}" if line.num else line.text, main)
        if line.notes:
            cursor.insertText(f" {line.notes}", self.notes)


class _Margin(QWidget):
    """The marks beside the lines: A, H, D for what opens and names units, I and ? for what is outside the law."""

    def __init__(self, page: OutlinePage) -> None:
        super().__init__(page)
        self.page = page

    def sizeHint(self) -> QSize:
        return QSize(_MARGIN, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        page = self.page
        painter = QPainter(self)
        block = page.cursorForPosition(QPoint(0, 0)).block()
        current = page.textCursor().blockNumber()
        layout = page.document().documentLayout()
        shift = page.verticalScrollBar().value()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            top = int(box.top()) - shift
            if top > self.height():
                break
            printed = page.printed_at(block.blockNumber())
            if block.blockNumber() == current:
                painter.fillRect(QRect(0, top - 2, 3, int(box.height()) + 4), QColor(page.look.accent))
            if printed is not None:
                role = "gap" if printed.role == "lost" else "soft"
                painter.setPen(QColor(getattr(page.look, role)))
                line = block.layout().lineAt(0)
                height = int(line.height()) if line.isValid() else 20
                where = QRect(4, top, _MARGIN - 8, height)
                letter = _LETTERS.get(printed.role, "P" if not printed.depth else "·")
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, letter)
            block = block.next()
        painter.end()
