"""A row of a list in two lines: what it is, and under it in soft ink what there is to say of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tomas_desktop.ui.theme import Theme

_AROUND, _BETWEEN, _GLYPH = 8, 2, 20  # pixels


class TwoLines(QStyledItemDelegate):
    """`second` is the role of the second line; `sign`, where there is one, that of a pair (glyph, role of colour) in
    front."""

    def __init__(self, look: Theme, second: int, parent: QWidget, sign: int | None = None) -> None:
        super().__init__(parent)
        self.look, self._second, self._sign = look, second, sign

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        text, view.text = view.text, ""
        view.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style = view.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, view, painter, view.widget)
        room = view.rect.adjusted(_AROUND, 4, -_AROUND, -4)
        painter.save()
        painter.setFont(view.font)
        sign = index.data(self._sign) if self._sign is not None else None
        if sign:
            glyph, role = sign
            painter.setPen(self.look.colour(role))
            painter.drawText(QRect(room.left(), room.top(), _GLYPH, view.fontMetrics.height()), 0, glyph)
        if self._sign is not None:
            room.setLeft(room.left() + _GLYPH)
        painter.setPen(self.look.colour("ink"))
        self._line(painter, view, room, text)
        room.setTop(room.top() + view.fontMetrics.height() + _BETWEEN)
        painter.setPen(self.look.colour("soft"))
        self._line(painter, view, room, str(index.data(self._second) or ""))
        painter.restore()

    def _line(self, painter: QPainter, view: QStyleOptionViewItem, room: QRect, text: str) -> None:
        words = view.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), words)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(0, 2 * option.fontMetrics.height() + _BETWEEN + 10)
