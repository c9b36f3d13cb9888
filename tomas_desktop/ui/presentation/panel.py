"""A column with its name above it, or with what is to be said where there is no text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from tomas_desktop.ui.presentation.column import Column
from tomas_desktop.ui.presentation.elided import ElidedLabel


class Panel(QWidget):
    """`set_head` names the column, `show_empty` says what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        # How wide it stands is said by the shares of the columns, never by what is in it.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.head = ElidedLabel()
        self.head.setObjectName("overline")
        self.column = Column()
        self.empty = QLabel()
        self.empty.setObjectName("empty")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.column)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(holder, 1)
        for widget in (holder, self.head, self.empty):
            widget.setMouseTracking(True)

    def set_head(self, name: str) -> None:
        """Name the column in one line."""
        self.head.say(name.upper())
        self.column.setAccessibleName(name)

    def show_text(self) -> None:
        """Show the column."""
        self._pages.setCurrentIndex(0)

    def show_empty(self, words: str) -> None:
        """Say why there is no text."""
        self.empty.setText(words)
        self._pages.setCurrentIndex(1)
