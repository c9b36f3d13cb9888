"""The dossiers that were open last: Enter opens one, Delete takes it off the list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from tomas_desktop.services import recent
from tomas_desktop.ui import tasks

_PATH = int(Qt.ItemDataRole.UserRole) + 1
SHOWN = 5


class RecentList(QListWidget):
    """`opened` and `removed` carry the path of a dossier."""

    opened = Signal(Path)
    removed = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentences")
        self.setAccessibleName(self.tr("Dossiers that were open last"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSpacing(2)
        self._missing: frozenset[Path] = frozenset()
        self.itemActivated.connect(self._open)

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Show these; whether they are still there is looked up in the background: a path may lead to another
        computer that does not answer."""
        shown = list(paths[:SHOWN])
        if shown == [self.item(row).data(_PATH) for row in range(self.count())] and shown:
            return
        self.clear()
        for path in shown:
            item = QListWidgetItem()
            item.setData(_PATH, path)
            item.setToolTip(str(path))
            self.addItem(item)
        self._missing = frozenset()
        self._write()
        self._fit()
        if shown:
            self.setCurrentRow(0)
            tasks.run(lambda: recent.missing(shown), self._tell, lambda _words, _details: None, self)

    def _fit(self) -> None:
        """As tall as what it holds."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 2 * self.frameWidth() + 12)

    def _tell(self, missing: frozenset[Path]) -> None:
        self._missing = missing
        self._write()

    def _write(self) -> None:
        soft = self.palette().color(QPalette.ColorRole.PlaceholderText)
        ink = self.palette().color(QPalette.ColorRole.Text)
        for row in range(self.count()):
            item = self.item(row)
            path = item.data(_PATH)
            is_missing = path in self._missing
            words = self.tr("not there any more; Delete takes it off the list") if is_missing else str(path.parent)
            item.setText(f"{path.stem}\n{words}")
            item.setForeground(soft if is_missing else ink)

    def _open(self, item: QListWidgetItem) -> None:
        if item.data(_PATH) not in self._missing:
            self.opened.emit(item.data(_PATH))

    def _remove(self, item: QListWidgetItem) -> None:
        row, path = self.row(item), item.data(_PATH)
        self.takeItem(row)
        self.setCurrentRow(min(row, self.count() - 1))
        self._fit()
        self.removed.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the current one off the list; the file stays where it is."""
        is_empty = self.currentRow() < 0
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not is_empty:
            self._remove(self.currentItem())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not is_empty:
            self._open(self.currentItem())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        if item is not None:
            menu = QMenu(self)
            menu.addAction(self.tr("Take off the list"), lambda: self._remove(item))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())
