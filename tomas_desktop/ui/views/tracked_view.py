"""A QTextEdit whose document is always what a sheet shows: the drawing half of the tracked editor.

The caret's truth is (p, b) in the sheet; the widget's own cursor is set from it after every patch, and only
when it differs. Paragraph breaks that came or went are drawn as pilcrows.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from tomas_desktop.amend.caret import Caret, View, caret_in, position_in, shown
from tomas_desktop.amend.redline import Op
from tomas_desktop.ui.views import tracked_voice
from tomas_desktop.ui.views.tracked_look import MarkColours, block_format, character_format, reading_font
from tomas_desktop.ui.views.tracked_patch import patch, restyle
from tomas_desktop.ui.views.tracked_sheet import Look, Sheet, Shown

MARGIN = 24.0


class TrackedView(QTextEdit):
    """Shows a sheet; `_render` after every change of it. `rendered`: the sheet is shown as it now stands, and the caret
    is not yet brought into view."""

    rendered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Proposed text"))
        self.document().setDocumentMargin(MARGIN)
        self._sheet = Sheet([], [], None, ())
        self._view: View = "all"
        self._is_beside = False  # this is one side of two: its own words, with their marks
        self._shown = Shown([], [], [])
        self._patching = False  # the document is being changed by us
        self._composing = False  # an input method shows a preedit: no patch may touch its block
        self._late = False  # something waits for the end of the composition
        self._colours = MarkColours()
        self._font = reading_font()
        self._formats: dict[Look, QTextCharFormat] = {}
        self._dress()
        self._render()

    # Look

    def set_colours(self, colours: MarkColours) -> None:
        """Other colours; the caret and what is in view stay."""
        self._colours = colours
        self._dress()

    def set_reading_font(self, font: QFont) -> None:
        """Another face or size; the caret stays."""
        self._font = font
        self._dress()

    def _dress(self) -> None:
        self._formats = {}
        self.document().setDefaultFont(self._font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(self._colours.paper))
        palette.setColor(QPalette.ColorRole.Text, QColor(self._colours.ink))
        self.setPalette(palette)
        cursor, at = QTextCursor(self.document()), 0
        silent = self.document().blockSignals(True)
        cursor.beginEditBlock()
        for piece in self._shown.pieces:
            cursor.setPosition(at)
            at += len(piece.text)
            cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(self._format(piece.look))
        cursor.endEditBlock()
        self.document().blockSignals(silent)
        self.rendered.emit()

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheet

    @property
    def colours(self) -> MarkColours:
        """The colours it is drawn in."""
        return self._colours

    @property
    def reading_font(self) -> QFont:
        """The face and size it is set in."""
        return self._font

    @property
    def _is_marked(self) -> bool:
        return self._view == "all" or self._is_beside

    def _format(self, look: Look) -> QTextCharFormat:
        if look not in self._formats:
            self._formats[look] = character_format(look, self._colours, self._font)
        return self._formats[look]

    # Caret

    def caret(self) -> Caret:
        """Where the caret stands in both texts: to be kept with an undo step, to be handed back to `refresh`."""
        return self._sheet.tracked.caret

    def _caret_at(self, position: int) -> Caret:
        """The caret at a position of the document."""
        return caret_in(self._sheet.tracked.runs(), position, self._view, self._sheet.tracked.caret)

    def top_eid(self) -> str:
        """The provision in force whose words, or their successors, stand first in what is seen."""
        return self._eid_at(self.cursorForPosition(self.viewport().rect().topLeft()).position())

    def go_to(self, eid: str) -> None:
        """Bring what became of a provision in force to the top of the page; nothing moves where it is not here."""
        block = self.document().begin()
        while block.isValid() and self._eid_at(block.position()) != eid:
            block = block.next()
        if block.isValid():
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(int(top))

    def _eid_at(self, position: int) -> str:
        lines = self._sheet.base
        place = self._sheet.tracked.base.count("\n", 0, self._caret_at(position).b)
        return lines[min(place, len(lines) - 1)].eid if lines else ""

    def _selection(self) -> tuple[Caret, Caret]:
        """Start and end of the selection; without one, the caret twice."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return self.caret(), self.caret()
        return self._caret_at(cursor.selectionStart()), self._caret_at(cursor.selectionEnd())

    # Document

    def _render(self, *, follow: bool = False, anchor: Caret | None = None, is_new: bool = False) -> None:
        """Bring document and caret to what the sheet shows; with `follow` the caret is scrolled into view. Of a text
        that `is_new` only what comes into view is laid out; Qt goes on with the rest while nobody waits."""
        if self._composing:
            self._late = True
            return
        wanted = self._sheet.show(self._view, is_marked=self._is_marked)
        if wanted.pieces != self._shown.pieces or wanted.styles != self._shown.styles:
            everything = len(wanted.styles) != self.document().blockCount() or wanted.styles != self._shown.styles
            self.document().setLayoutEnabled(not is_new)
            done = patch(self.document(), self._shown.pieces, wanted.pieces, self._format)
            restyle(self.document(), wanted.styles, None if everything else done, block_format)
            if is_new:
                self.document().setLayoutEnabled(True)
                self.document().setPageSize(self.document().pageSize())  # has it laid out from the start
            tracked_voice.tell(self, done)
        if wanted.breaks != self._shown.breaks:
            self.viewport().update()
        self._shown = wanted
        self.rendered.emit()  # even if this page shows the same: what it hides may be another
        self._place(follow=follow, anchor=anchor)

    def _place(self, *, follow: bool, anchor: Caret | None = None) -> None:
        """Set the widget's cursor from (p, b), if it stands elsewhere."""
        runs = self._sheet.tracked.runs()
        position = position_in(runs, self.caret(), self._view)
        start = position if anchor is None else position_in(runs, anchor, self._view)
        cursor = self.textCursor()
        if (cursor.position(), cursor.anchor()) != (position, start):
            bar = self.verticalScrollBar()
            value = bar.value()
            cursor.setPosition(start)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self._patching = True
            try:
                self.setTextCursor(cursor)
            finally:
                self._patching = False
            if not follow:
                bar.setValue(value)
        if follow:
            self.ensureCursorVisible()

    # Pilcrows

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._composing or not any(state != "=" for state in self._shown.breaks[:-1]):
            return
        painter = QPainter(self.viewport())
        block = self.cursorForPosition(event.rect().topLeft()).block()
        while block.isValid() and block.blockNumber() < len(self._shown.breaks) - 1:
            state = self._shown.breaks[block.blockNumber()]
            if state != "=" and not self._pilcrow(painter, block, state, event.rect().bottom()):
                break
            block = block.next()
        painter.end()

    def _pilcrow(self, painter: QPainter, block: QTextBlock, state: Op, bottom: int) -> bool:
        """Draw the mark of a break that came or went behind its paragraph; False below the visible part."""
        place = self.document().documentLayout().blockBoundingRect(block).topLeft()
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        line = block.layout().lineAt(block.layout().lineCount() - 1)
        box = line.naturalTextRect().translated(place - scrolled)
        if box.top() > bottom:
            return False
        form = self._format(Look(state, "text"))
        font = QFont(self._font)
        font.setUnderline(state == "+")
        font.setStrikeOut(state == "-")
        painter.setFont(font)
        painter.setPen(form.foreground().color())
        painter.drawText(QRectF(box.right() + 3, box.top(), 24, line.height()), Qt.AlignmentFlag.AlignVCenter, "¶")
        return True

    def _run_at(self, position: int) -> tuple[Op, str]:
        """State and words of the marked run that a caret at a position stands in or beside."""
        runs = shown(self._sheet.tracked.runs(), self._view)
        at, beside = 0, ("=", "")
        for op, text in runs:
            if at <= position < at + len(text):
                return (op, text) if op != "=" else beside  # type: ignore[return-value]
            beside = (op, text) if at + len(text) == position and op != "=" else ("=", "")
            at += len(text)
        return "=", ""
