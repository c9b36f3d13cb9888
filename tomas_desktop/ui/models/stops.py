"""The stops of the running order, as a list that can be put in another order by dragging."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tomas_desktop.model.running_order import Stop

Index = QModelIndex | QPersistentModelIndex


class Stops(QAbstractListModel):
    """One row for each stop. `move_asked` says from where a stop was dragged and where it shall stand then; who keeps
    the running order moves it and shows it anew."""

    move_asked = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        self._titles: tuple[str, ...] = ()

    def set_stops(self, stops: Sequence[Stop], titles: Sequence[str]) -> None:
        """Show these, each with its title. Where only notes and columns changed, the rows stay."""
        fresh, names = tuple(stops), tuple(titles)
        if [stop.ref for stop in fresh] == [stop.ref for stop in self._stops] and names == self._titles:
            self._stops = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._stops, self._titles = fresh, names
        self.endResetModel()

    def stop(self, row: int) -> Stop | None:
        """The stop of a row."""
        return self._stops[row] if 0 <= row < len(self._stops) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._stops)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        stop, title = self._stops[index.row()], self._titles[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{index.row() + 1}   {'✎ ' if stop.notes else ''}{title}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n\n".join(part for part in (title, stop.notes) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.row() + 1}, {title}" + (f", {stop.notes}" if stop.notes else "")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between the rows, not on them
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def moveRows(
        self, source_parent: Index, source: int, count: int, destination_parent: Index, destination: int
    ) -> bool:
        """What a list does when a row is dropped; `destination` is the row before which it falls."""
        if source_parent.isValid() or destination_parent.isValid() or count != 1 or destination in (source, source + 1):
            return False
        self.move_asked.emit(source, destination - 1 if destination > source else destination)
        return True
