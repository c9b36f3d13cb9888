"""The rows that a proposal writes into somebody else's form: a change a row, the form's own columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tomas_desktop.services.filling import Column, Content

CONTENT = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


class FormRows(QAbstractTableModel):
    """A cell is plain text; with CONTENT, the paragraphs with what is struck and what is new."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[Mapping[str, Content], ...] = ()
        self._first = 1

    def set_form(self, columns: Sequence[Column], first: int = 1) -> None:
        """Show these columns; `first` is the number that the first row gets."""
        self.beginResetModel()
        self._columns, self._first = tuple(columns), first
        self.endResetModel()

    def set_rows(self, rows: Sequence[Mapping[str, Content]]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @property
    def roles(self) -> tuple[str, ...]:
        """What each column holds."""
        return tuple(column.role for column in self._columns)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self._columns else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and section < len(self._columns):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return self._columns[section].heading
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        held = self._columns[index.column()].role
        content = self._rows[index.row()].get(held, ())
        if role == CONTENT:
            return content
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if held == "number":
                return f"{self._first + index.row()}."
            return "\n".join("".join(part.text for part in paragraph if part.op != "-") for paragraph in content)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join("".join(self._spoken(part.op, part.text) for part in one) for one in content)
        return None

    def _spoken(self, op: str, text: str) -> str:
        """A screen reader hears what others see struck or underlined."""
        if op == "=":
            return text
        said = self.tr("inserted: {words}") if op == "+" else self.tr("deleted: {words}")
        return f" {said.format(words=text.strip())} "
