"""The glossary as a table: a concept a row, a language a column."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tomas_desktop.services.terms import LANGUAGES, Concept
from tomas_desktop.ui import names

CONCEPT = int(Qt.ItemDataRole.UserRole) + 1
IS_OWN = int(Qt.ItemDataRole.UserRole) + 2

Index = QModelIndex | QPersistentModelIndex


def cell(concept: Concept, language: str) -> str:
    """`nalog za uklanjanje | nalog o uklanjanju  ✕ naredba`: what to write first, what is not to be written last."""
    terms = " | ".join(f"{each.text}?" if each.to_check else each.text for each in concept.terms.get(language, ()))
    avoided = " ".join(f"✕ {each.text}" for each in concept.deprecated.get(language, ()))
    return "  ".join(filter(None, (terms, avoided)))


class TermsTable(QAbstractTableModel):
    """Columns are the languages, then the field of law and who says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Concept, ...] = ()
        self._own: frozenset[str] = frozenset()

    def set_concepts(self, concepts: Sequence[Concept], own: Collection[str]) -> None:
        """Show these; `own` are the ids of those that the user made or changed."""
        self.beginResetModel()
        self._rows, self._own = tuple(concepts), frozenset(own)
        self.endResetModel()

    def row_of(self, id: str) -> int:
        """The row of a concept, -1 where it is not shown."""
        return next((row for row, each in enumerate(self._rows) if each.id == id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(LANGUAGES) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            own = (self.tr("Field"), self.tr("Source"))
            at = section - len(LANGUAGES)
            return own[at] if at >= 0 else names.of_language(LANGUAGES[section])
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        concept, column = self._rows[index.row()], index.column()
        if role == CONCEPT:
            return concept
        if role == IS_OWN:
            return concept.id in self._own
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if column < len(LANGUAGES):
                return cell(concept, LANGUAGES[column])
            if column == len(LANGUAGES):
                return concept.field.replace("_", " ")
            own = self.tr("own") if concept.id in self._own else ""
            return " · ".join(filter(None, (own, concept.source)))
        return None
