"""A redline in which every changed line bears, in the margin, the number of the clause that changed it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.law_page import LawPage

_MARGIN = 40  # pixels for the numbers
_POINTS = 11.0
_ABOVE = 48  # pixels of text shown above a place one goes to


class CausedPage(LawPage):
    """`asked` tells the number of the clause of the line that the caret was put in."""

    asked = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, points=_POINTS)
        self._theme = theme
        self._causes: tuple[tuple[int, ...], ...] = ()
        self._places: tuple[int, ...] = ()
        self._chosen = -1
        self._is_going = False
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.set_colours(theme.marks)
        self.cursorPositionChanged.connect(self._caret_moved)

    def show_caused(
        self, lines: Sequence[MarkedLine], causes: Sequence[tuple[int, ...]], places: Sequence[int]
    ) -> None:
        """Show the lines at these places of a redline, `causes` the numbers (from 0) of the clauses of each line."""
        self._places = tuple(place for place in places if lines[place].line.kind != "block")
        self._causes = tuple(causes[place] for place in self._places)
        self._chosen = -1
        self._is_going = True
        self.show_marked((lines[place].line, lines[place].segments) for place in self._places)
        self._is_going = False

    def choose(self, number: int, place: int | None) -> None:
        """Mark what a clause changed, and bring a place of the redline to the top of the page."""
        self._chosen = number
        if place is not None and place in self._places:
            block = self.document().findBlockByNumber(self._places.index(place))
            self._is_going = True
            self.setTextCursor(QTextCursor(block))
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(int(top) - _ABOVE)
            self._is_going = False
        self.viewport().update()

    def _draw(self) -> None:
        super()._draw()
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(_MARGIN)
        frame.setFrameFormat(form)

    def _caret_moved(self) -> None:
        line = self.textCursor().blockNumber()
        if not self._is_going and line < len(self._causes) and self._causes[line]:
            self.asked.emit(self._causes[line][0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and in the margin the numbers; those of the chosen clause in the accent, with a bar."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        shift = self.verticalScrollBar().value()
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.isValid():
            rect = self.document().documentLayout().blockBoundingRect(block).translated(0, -shift)
            if rect.top() > self.viewport().height():
                return
            self._paint_numbers(painter, block, rect)
            block = block.next()

    def _paint_numbers(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        number = block.blockNumber()
        causes = self._causes[number] if number < len(self._causes) else ()
        if not causes:
            return
        is_chosen = self._chosen in causes
        painter.setPen(QColor(self._theme.accent if is_chosen else self._theme.soft))
        room = QRectF(2, rect.top() + 6, _MARGIN - 12, 20)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, ", ".join(str(each + 1) for each in causes[:3]))
        if is_chosen:
            painter.fillRect(QRectF(_MARGIN - 6, rect.top() + 4, 3, rect.height() - 10), QColor(self._theme.accent))
