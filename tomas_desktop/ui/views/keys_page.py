"""The keys of the program: every action, to be looked through and searched; Enter does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QLineEdit, QToolButton, QTreeView, QVBoxLayout, QWidget

from tomas_desktop.ui.models.keys_table import NAME, Key, KeysFilter, KeysTable

_WIDE = 820


class KeysPage(QWidget):
    """`chosen` carries the name of an action that a person wants done, `left` that the page is left."""

    chosen = Signal(str)
    left = Signal()
    wants_room = True  # of the whole window

    def __init__(self, keys: Sequence[Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = KeysTable(keys, self)
        self.filter = KeysFilter(self)
        self.filter.setSourceModel(self.model)
        back = QToolButton()
        back.setObjectName("quiet")
        back.setText(self.tr("‹ Back"))
        back.setToolTip(self.tr("Back to the texts (Esc)"))
        back.clicked.connect(self.left)
        title = QLabel(self.tr("Keys"))
        title.setObjectName("title")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find an action or a key"))
        self.search.setAccessibleName(self.tr("Find an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list = QTreeView()
        self.list.setObjectName("rows")
        self.list.setModel(self.filter)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.activated.connect(lambda index: self.chosen.emit(index.siblingAtColumn(0).data(NAME)))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        hint = QLabel(self.tr("Enter does what is chosen. In the texts, Ctrl+K finds an action too."))
        hint.setObjectName("soft")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(back)
        top.addWidget(title)
        top.addWidget(self.search, 1)
        inner = QWidget()
        inner.setMaximumWidth(_WIDE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        self._narrow("")

    def take_keyboard(self) -> None:
        """Begin to search."""
        self.search.setFocus()
        self.search.selectAll()

    def _narrow(self, text: str) -> None:
        self.filter.narrow(text)
        self.list.setCurrentIndex(self.filter.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line the arrows walk in the list and Enter does what is current."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                by = 1 if event.key() == Qt.Key.Key_Down else -1
                wanted = self.filter.index(self.list.currentIndex().row() + by, 0)
                if wanted.isValid():
                    self.list.setCurrentIndex(wanted)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentIndex().isValid():
                self.chosen.emit(self.list.currentIndex().siblingAtColumn(0).data(NAME))
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the line, then leaves."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.left.emit()
