"""A label of one line that is drawn with dots where it has not the room; its text stays whole for whoever asks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip

_DOT = " · "


class ShortLabel(QLabel):
    """Wrapped it is as every label. What is cut is shown as a tip under the mouse; a screen reader hears it whole."""

    @property
    def is_cut(self) -> bool:
        """Is there less room than the text needs?"""
        return not self.wordWrap() and self.width() < self.sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return hint if self.wordWrap() else QSize(self.fontMetrics().horizontalAdvance("……"), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut:
            super().paintEvent(event)
            return
        room = self.contentsRect()
        words = self.fitting(room.width())
        painter = QPainter(self)
        where = int(self.alignment() | Qt.TextFlag.TextSingleLine)
        self.style().drawItemText(painter, room, where, self.palette(), self.isEnabled(), words, self.foregroundRole())

    def fitting(self, room: int) -> str:
        """The first of the parts between dots that fit whole, else the beginning of the first."""
        metrics, words = self.fontMetrics(), self.text()
        while _DOT in words and metrics.horizontalAdvance(words) > room:
            words = words.rpartition(_DOT)[0]
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.is_cut and not self.toolTip():
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)
