"""Suggestions as a list: what may answer, why, and what a person has said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services.suggestion_rounds import Group, Named, Said
from tomas_desktop.ui import names

ROW = int(Qt.ItemDataRole.UserRole) + 1  # Row
WHY = int(Qt.ItemDataRole.UserRole) + 2  # the second line
SIGN = int(Qt.ItemDataRole.UserRole) + 3  # (glyph, role of colour)

Index = QModelIndex | QPersistentModelIndex

_SIGNS: Mapping[Said, tuple[str, str]] = {
    "linked": ("✓", "full"), "suggested": ("?", "accent"), "rejected": ("✕", "gap"), "": ("·", "soft"),
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A pair that may be linked; without a candidate it says that the article is a gap in a country."""

    group: Group
    named: Named | None

    @property
    def pair(self) -> tuple[Ref, Ref] | None:
        return (self.group.eu, self.named.national) if self.named else None


class SuggestionRows(QAbstractListModel):
    """`with_article`: the rows are of many EU articles, so each names its own."""

    def __init__(self, *, with_article: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._with_article = with_article
        self._rows: tuple[Row, ...] = ()
        self._said: Mapping[tuple[Ref, Ref], Said] = {}

    def set_rows(self, rows: Sequence[Row], said: Mapping[tuple[Ref, Ref], Said]) -> None:
        """Show these; rows that are the same stay where they are."""
        if tuple(rows) == self._rows:
            self.set_said(said)
            return
        self.beginResetModel()
        self._rows, self._said = tuple(rows), said
        self.endResetModel()

    def set_said(self, said: Mapping[tuple[Ref, Ref], Said]) -> None:
        """Show what is said of the pairs now."""
        self._said = said
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def row(self, number: int) -> Row | None:
        """A row by its number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def said(self, number: int) -> Said:
        """What a person has said of the pair of a row."""
        row = self.row(number)
        return self._said.get(row.pair, "") if row and row.pair else ""

    def counts(self) -> tuple[int, int]:
        """How many of the pairs a person has linked or rejected, and how many there are."""
        pairs = [number for number, row in enumerate(self._rows) if row.pair]
        return sum(self.said(number) in ("linked", "rejected") for number in pairs), len(pairs)

    # ---- Qt's questions ------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(row)
        if role == WHY:
            return self._why(row)
        if role == SIGN:
            return ("○", "gap") if row.named is None else _SIGNS[self.said(index.row())]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._title(row)}\n{row.named.law if row.named else ''}\n{self._why(row)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = {
                "linked": self.tr("linked"), "suggested": self.tr("suggested"), "rejected": self.tr("rejected"), "": "",
            }[self.said(index.row())]  # fmt: skip
            return ". ".join(part for part in (self._title(row), state, self._why(row)) if part)
        return row if role == ROW else None

    def _title(self, row: Row) -> str:
        country = names.of_country(row.group.country)
        if row.named is None:
            return self.tr("{country}: nothing fits, a gap").format(country=country)
        to = f"{row.group.country.upper()}  {row.named.name}"
        return f"{row.group.number} → {to}" if self._with_article else to

    def _why(self, row: Row) -> str:
        if row.named is None:
            return self.tr("What is listed below is weak.") if row.group.candidates else ""
        why = "; ".join(row.named.why) or self.tr("no reason in words")
        weak = self.tr("weak") if row.group.is_gap else ""
        return " · ".join(part for part in (row.group.heading if self._with_article else weak, why) if part)
