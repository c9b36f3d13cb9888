"""What the palette found, as a list: a title, a hint at the right, what happens when it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Kind = Literal["command", "article", "place", "text", "term", "dossier"]

HINT = int(Qt.ItemDataRole.UserRole) + 1
KIND = int(Qt.ItemDataRole.UserRole) + 2
MARKS = int(Qt.ItemDataRole.UserRole) + 3  # (start, end) of what was looked for, in the title


@dataclass(frozen=True)
class PaletteHit:
    """`hint` tells where it leads: a key, a law."""

    title: str
    hint: str
    kind: Kind
    run: Callable[[], object]
    marks: tuple[tuple[int, int], ...] = ()


class PaletteHits(QAbstractListModel):
    """One row for each hit, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[PaletteHit, ...] = ()

    def set_hits(self, hits: Sequence[PaletteHit]) -> None:
        """Show these in the place of the others."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def add_hits(self, hits: Sequence[PaletteHit]) -> None:
        """Show these below the others."""
        if hits:
            self.beginInsertRows(QModelIndex(), len(self._hits), len(self._hits) + len(hits) - 1)
            self._hits = (*self._hits, *hits)
            self.endInsertRows()

    def hit(self, index: QModelIndex) -> PaletteHit | None:
        """The hit of a row."""
        return self._hits[index.row()] if index.isValid() else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.title}, {hit.hint}" if hit.hint else hit.title
        return {HINT: hit.hint, KIND: hit.kind, MARKS: hit.marks}.get(role)
