"""A sheet of paper on the desk: a small overline, a title, room for a control, and what is on the paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget


class SheetFrame(QFrame):
    """`set_head` names what lies here; `show_page` shows the paper, `show_empty` says what to do instead."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.overline = QLabel()
        self.overline.setObjectName("overline")
        self.overline.setWordWrap(True)  # the grade at its end is not to be cut in a narrow column
        self.title = QLabel()
        self.title.setObjectName("title")
        self.title.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(4)

        top = QHBoxLayout()
        top.addWidget(self.overline, 1)
        top.addLayout(self.corner)

        self._empty = QLabel()
        self._empty.setObjectName("empty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        self._below = QVBoxLayout(holder)
        self._below.setContentsMargins(0, 24, 0, 0)
        self._below.addWidget(self._empty)
        self._below.addStretch(1)
        self._page = page
        self._pages = QStackedLayout()
        page.setParent(self)  # the stack shows its first page at once: without a parent as a window of its own
        self._pages.addWidget(page)
        self._pages.addWidget(holder)

        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.title)
        layout.addLayout(self._pages, 1)

    def set_head(self, overline: str, title: str) -> None:
        """Name what lies here."""
        self.overline.setText(overline.upper())
        self.title.setText(title)
        self.title.setVisible(bool(title))

    def add_below_head(self, widget: QWidget) -> None:
        """Put a row between the title and the paper."""
        self._rows.insertWidget(self._rows.count() - 1, widget)

    def add_below_page(self, widget: QWidget) -> None:
        """Put something under the paper."""
        self._rows.addWidget(widget)

    def add_below_empty(self, widget: QWidget) -> None:
        """Put a control under the words of the empty state."""
        self._below.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignLeft)

    def show_page(self) -> None:
        """Show the paper."""
        self._pages.setCurrentIndex(0)

    def show_empty(self, words: str) -> None:
        """Say why the paper is empty and what to do."""
        self._empty.setText(words)
        self._pages.setCurrentIndex(1)
