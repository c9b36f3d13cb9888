"""The coverage board as a table: the articles of an EU act, a column for each country."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from tomas_desktop.model.correlation import Grade
from tomas_desktop.services import coverage_sheet
from tomas_desktop.services.coverage import Board, Cell, Line, State
from tomas_desktop.ui import names

CELL = int(Qt.ItemDataRole.UserRole) + 1  # services.coverage.Cell; None in the column of the articles
LINE = int(Qt.ItemDataRole.UserRole) + 2  # services.coverage.Line
COUNTRY = int(Qt.ItemDataRole.UserRole) + 3
WAITING = int(Qt.ItemDataRole.UserRole) + 4  # what is to be done for a person, in words
CODES = int(Qt.ItemDataRole.UserRole) + 5  # how the country of a cell writes the grades

Index = QModelIndex | QPersistentModelIndex
Wanted = Literal["all", "gaps", "to_recheck", "suggested"]
WANTED: tuple[Wanted, ...] = get_args(Wanted)

# The role of colour of each state.
ROLES: Mapping[State, str] = {
    "full": "full", "partial": "partial", "discretionary": "untransposable", "ungraded": "soft", "none": "gap",
    "gap": "gap", "not_transposable": "untransposable", "not_relevant": "untransposable",
}  # fmt: skip


class CoverageTable(QAbstractTableModel):
    """Rows are articles; the first column names them, the others say how far a country answers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board: Board | None = None
        self._codes: Mapping[str, Mapping[Grade, str]] = {}

    def set_board(self, board: Board | None, codes: Mapping[str, Mapping[Grade, str]]) -> None:
        """Show a board; `codes` are how each country writes its grades. Where only cells changed, rows stay."""
        old = self.board
        same = (
            old is not None
            and board is not None
            and old.countries == board.countries
            and [line.eu for line in old.lines] == [line.eu for line in board.lines]
        )
        if same:
            self.board, self._codes = board, codes
            if self.rowCount():
                last = self.index(self.rowCount() - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.board, self._codes = board, codes
        self.endResetModel()

    def line(self, row: int) -> Line:
        """The article of a row."""
        assert self.board is not None
        return self.board.lines[row]

    # ---- Qt's questions ------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.board.lines) if self.board and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1 + len(self.board.countries) if self.board and not parent.isValid() else 0

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if self.board is None or orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("Article")
        return names.of_country(self.board.countries[section - 1]) if section < self.columnCount() else None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if self.board is None or not index.isValid():
            return None
        line = self.board.lines[index.row()]
        if role == LINE:
            return line
        if index.column() == 0:
            title = f"{line.number}  {line.heading}".strip()
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
            return title if role in spoken else None
        country = self.board.countries[index.column() - 1]
        return self._of_cell(line, country, line.cells[country], role)

    def _of_cell(self, line: Line, country: str, cell: Cell, role: int) -> object:
        codes = self._codes.get(country, {})
        if role == Qt.ItemDataRole.DisplayRole:
            return coverage_sheet.short(cell, codes)
        if role == Qt.ItemDataRole.ToolTipRole:
            return coverage_sheet.spoken(cell, codes)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.number}, {names.of_country(country)}: {coverage_sheet.spoken(cell, codes)}"
        if role == WAITING:
            return coverage_sheet.waiting(cell)
        return {CELL: cell, COUNTRY: country, CODES: codes}.get(role)


class CoverageFilter(QSortFilterProxyModel):
    """The articles that a person wants to see: all, those with gaps, links to check again or suggestions; of one
    country or of any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted: Wanted = "all"
        self.country = ""

    def choose(self, wanted: Wanted, country: str) -> None:
        """Show other articles; with a country only its column."""
        self.beginFilterChange()
        self.wanted, self.country = wanted, country
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        assert isinstance(model, CoverageTable)
        if source_parent.isValid():
            return False
        cells = model.line(source_row).cells
        return any(is_wanted(cell, self.wanted) for country, cell in cells.items() if self.country in ("", country))

    def filterAcceptsColumn(self, source_column: int, source_parent: Index) -> bool:  # noqa: ARG002
        model = self.sourceModel()
        assert isinstance(model, CoverageTable)
        if source_column == 0 or not self.country or model.board is None:
            return True
        return model.board.countries[source_column - 1] == self.country


def is_wanted(cell: Cell, wanted: Wanted) -> bool:
    """Is a cell among those that a person wants to see?"""
    return {
        "all": True, "gaps": cell.is_gap, "to_recheck": cell.to_recheck > 0, "suggested": cell.suggested > 0,
    }[wanted]  # fmt: skip
