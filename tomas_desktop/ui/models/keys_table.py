"""Every action with its menu and its keys, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from tomas_desktop.text.stems import fold

NAME = int(Qt.ItemDataRole.UserRole) + 1  # of the action

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Key:
    """An action: its name in the table of entries, what the menu says, the menu, and its keys as people read them."""

    name: str
    text: str
    menu: str
    keys: str


class KeysTable(QAbstractTableModel):
    """One row for each; the columns are what it does, where it stands, and its keys."""

    def __init__(self, rows: Sequence[Key], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Action"), self.tr("Menu"), self.tr("Keys"))[section]
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.text, row.menu, row.keys)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(filter(None, (row.text, row.menu, row.keys)))
        return row.name if role == NAME else None


class KeysFilter(QSortFilterProxyModel):
    """The rows that hold every word that is typed, in any column, whatever its accents."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def narrow(self, text: str) -> None:
        """Show these only."""
        self.beginFilterChange()
        self._words = fold(text).split()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        told = fold(" ".join(str(model.index(row, column, parent).data()) for column in range(3)))
        return all(word in told for word in self._words)
