"""How the coverage board is drawn: a cell with its glyphs, its code and what waits; a country's counts as a bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.services import coverage, coverage_sheet
from tomas_desktop.services.coverage import OPEN, Cell, Total
from tomas_desktop.ui.models.coverage_table import CELL, CODES, ROLES, WAITING
from tomas_desktop.ui.theme import Theme

_GLYPH = 18  # pixels
_AROUND = 12


class CellDelegate(QStyledItemDelegate):
    """Draws a cell: the glyph of its state, of a mixed one the better state before the worse one, the code of the
    country, and at the right in the accent what waits for a person."""

    look: Theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        text, view.text = view.text, ""
        view.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        painter.save()
        painter.setFont(view.font)
        room = view.rect.adjusted(_AROUND, 0, -_AROUND, 0)
        cell = index.data(CELL)
        if isinstance(cell, Cell):
            self._paint_cell(painter, view, room, index, cell)
        else:
            painter.setPen(self.look.colour("ink"))
            _words(painter, view, room, text)
        if view.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.look.colour("accent"))
            painter.drawRoundedRect(QRectF(view.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        painter.restore()

    def _paint_cell(
        self,
        painter: QPainter,
        view: QStyleOptionViewItem,
        room: QRect,
        index: QModelIndex | QPersistentModelIndex,
        cell: Cell,
    ) -> None:
        codes = index.data(CODES) or {}
        left = QRect(room)
        for state in (cell.best, cell.state) if cell.is_mixed else (cell.state,):
            painter.setPen(self.look.colour(ROLES[state]))
            spot = QRect(left.left(), left.top(), _GLYPH, left.height())
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), coverage_sheet.GLYPHS[state])
            left.setLeft(left.left() + _GLYPH)
        left.setLeft(left.left() + 4)
        waits = _signs(cell)
        width = view.fontMetrics.horizontalAdvance(waits)
        painter.setPen(self.look.colour("soft" if cell.state == "gap" and not cell.is_mixed else "ink"))
        _words(painter, view, left.adjusted(0, 0, -width - 8, 0), coverage_sheet.said(cell, codes))
        painter.setPen(self.look.colour("accent"))
        painter.drawText(left, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), waits)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self.width_of(str(index.data() or ""), bool(index.data(WAITING)), option.fontMetrics)
        return QSize(width, option.fontMetrics.height() + 12)

    def width_of(self, text: str, waits: bool, metrics: QFontMetrics) -> int:
        """How wide a cell is that says this, with the signs of what waits."""
        signs = metrics.horizontalAdvance("!00 ?00") if waits else 0
        return metrics.horizontalAdvance(text) + signs + _GLYPH + 2 * _AROUND + 8


def _signs(cell: Cell) -> str:
    """`!2` for links to check again, `?3` for suggestions; the tooltip says it in words."""
    signs = (("!", cell.to_recheck), ("?", cell.suggested))
    return " ".join(f"{sign}{count}" for sign, count in signs if count)


def _words(painter: QPainter, view: QStyleOptionViewItem, room: QRect, text: str) -> None:
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    painter.drawText(room, flags, view.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))


class StateBar(QWidget):
    """The articles of a country by state, from the best to the worst, as lengths of one bar."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._total: Total | None = None
        self.setFixedHeight(8)

    def show_total(self, total: Total) -> None:
        """Show the counts of a country."""
        self._total = total
        self.setAccessibleName(coverage_sheet.counts(total))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.look.colour("line"))
        painter.setBrush(self.look.colour("desk"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        total = self._total
        if total is None or not total.articles:
            return
        left, width = 0.0, float(self.width())
        for state in coverage.STATES:
            share = total.counts.get(state, 0) / total.articles
            if share and state not in OPEN:  # what is open is what is left of the line
                painter.setBrush(QColor(self.look.colour(ROLES[state])))
                painter.drawRoundedRect(QRectF(left, 0, share * width, self.height()), 3, 3)
                left += share * width


class CountryTotal(QFrame):
    """A country over the whole act: its name, the bar, how much is answered, and the counts."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.name = QLabel()
        self.name.setObjectName("title")
        self.bar = StateBar(look)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.counts = QLabel()
        self.counts.setObjectName("soft")
        self.counts.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        for widget in (self.name, self.bar, self.summary, self.counts):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_total(self, name: str, total: Total) -> None:
        """Show the counts of a country."""
        self.name.setText(name)
        self.bar.show_total(total)
        self.summary.setText(coverage_sheet.summary(total))
        self.counts.setText(coverage_sheet.counts(total))

    def set_theme(self, look: Theme) -> None:
        """Draw in another theme's colours."""
        self.bar.look = look
        self.bar.update()
