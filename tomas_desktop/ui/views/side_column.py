"""A column of fields: it scrolls up and down where the screen is low, and is never so narrow that a field is cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget


class SideColumn(QScrollArea):
    """The labels of all its forms are of one width."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands in it was measured anew: with another font, in another language, in the look of a theme."""
        inside = self.widget()
        if event.type() == QEvent.Type.LayoutRequest and watched is inside:
            _align(inside)
            self.setMinimumWidth(inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        return super().eventFilter(watched, event)


def _align(inside: QWidget) -> None:
    forms = inside.findChildren(QFormLayout)
    rows = (form.itemAt(row, QFormLayout.ItemRole.LabelRole) for form in forms for row in range(form.rowCount()))
    labels = [label for item in rows if item is not None and (label := item.widget()) is not None]
    widest = max((label.sizeHint().width() for label in labels), default=0)
    for label in labels:
        label.setMinimumWidth(widest)
