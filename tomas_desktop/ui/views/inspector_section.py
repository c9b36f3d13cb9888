"""One section of the inspector: a heading that folds, and what stands below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """`unfolded` tells that a person opened it: what takes work is worked out only then."""

    unfolded = Signal()

    def __init__(self, title: str, body: QWidget, *, is_open: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.body = body
        self.head = QToolButton()
        self.head.setObjectName("section")
        self.head.setCheckable(True)
        self.head.setChecked(is_open)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.toggled.connect(self._fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.head)
        layout.addWidget(body)
        body.setVisible(is_open)
        self.set_count(0)

    @property
    def is_open(self) -> bool:
        """Is what stands below shown?"""
        return self.head.isChecked()

    def set_count(self, count: int) -> None:
        """Say in the heading how many things there are; nothing of none."""
        self.head.setText(f"{self._title.upper()} {count}" if count else self._title.upper())
        self.head.setAccessibleName(f"{self._title}, {count}" if count else self._title)
        self.head.setArrowType(Qt.ArrowType.DownArrow if self.is_open else Qt.ArrowType.RightArrow)

    def open(self) -> None:
        """Show what stands below."""
        self.head.setChecked(True)

    def _fold(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self.head.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        if is_open:
            self.unfolded.emit()
