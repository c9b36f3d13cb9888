"""The articles in which one country is ahead of another, as a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tomas_desktop.services.regional import Ahead
from tomas_desktop.ui import names

AHEAD = int(Qt.ItemDataRole.UserRole) + 1  # services.regional.Ahead
WHO = int(Qt.ItemDataRole.UserRole) + 2  # who has an answer and who has not, in words

Index = QModelIndex | QPersistentModelIndex


class AheadList(QAbstractListModel):
    """One row for each article; the number and title as display."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Ahead, ...] = ()

    def set_rows(self, rows: Sequence[Ahead]) -> None:
        """Show these articles."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, eid: str) -> int:
        """The row of an article; -1 where it is not in the list."""
        return next((row for row, each in enumerate(self._rows) if each.eu.eid == eid), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        each = self._rows[index.row()]
        title = f"{each.number}  {each.heading}".strip()
        who = self.tr("{some} ahead of {others}").format(some=_countries(each.has), others=_countries(each.has_not))
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{title}: {who}"
        return {AHEAD: each, WHO: who}.get(role)


def _countries(codes: Iterable[str]) -> str:
    return ", ".join(names.of_country(code) for code in codes)
