"""What of an EU act may need no national answer, as a list to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tomas_desktop.services.not_transposable import NotTransposable
from tomas_desktop.ui import names

FOUND = int(Qt.ItemDataRole.UserRole) + 1  # services.not_transposable.NotTransposable
WHY = int(Qt.ItemDataRole.UserRole) + 2
SIGN = int(Qt.ItemDataRole.UserRole) + 3  # (glyph, role of colour): chosen or not

Index = QModelIndex | QPersistentModelIndex


class NeedlessRows(QAbstractListModel):
    """Nothing is chosen until a person chooses it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NotTransposable, ...] = ()
        self._words: Mapping[str, str] = {}
        self._chosen: set[str] = set()

    def set_rows(self, rows: Sequence[NotTransposable], words: Mapping[str, str]) -> None:
        """Show these; `words` are how each is called, by eId. What was chosen stays chosen while it is there."""
        self.beginResetModel()
        self._rows, self._words = tuple(rows), words
        self._chosen &= {each.eu.eid for each in rows}
        self.endResetModel()

    def chosen(self) -> tuple[NotTransposable, ...]:
        """What a person chose, in the order of the act."""
        return tuple(each for each in self._rows if each.eu.eid in self._chosen)

    def choose_all(self, chosen: bool) -> None:
        """Choose all, or none."""
        self._chosen = {each.eu.eid for each in self._rows} if chosen else set()
        self._tell(0, len(self._rows) - 1)

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    # ---- Qt's questions ------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        each = self._rows[index.row()]
        is_chosen = each.eu.eid in self._chosen
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.get(each.eu.eid, each.eu.eid)
        if role == WHY:
            return self._why(each)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._words.get(each.eu.eid, each.eu.eid)}: {self._why(each)}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        return {FOUND: each, SIGN: ("☑", "accent") if is_chosen else ("☐", "soft")}.get(role)

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        eid = self._rows[index.row()].eu.eid
        if value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value):
            self._chosen.add(eid)
        else:
            self._chosen.discard(eid)
        self._tell(index.row(), index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        own = Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | own

    def _why(self, each: NotTransposable) -> str:
        linked = ", ".join(names.of_country(country) for country in sorted(each.linked_in))
        said = self.tr("linked in {countries}").format(countries=linked) if linked else ""
        return "; ".join((*each.why, *((said,) if said else ())))
