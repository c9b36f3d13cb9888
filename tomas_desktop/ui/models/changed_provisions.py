"""The changed provisions of two texts as a table: what happened, which provision, what hangs on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)  # fmt: skip

from tomas_desktop.model.dossier import Dossier
from tomas_desktop.services.comparing import CHANGES, Difference
from tomas_desktop.text.stems import fold
from tomas_desktop.ui.i18n import later

DIFFERENCE = int(Qt.ItemDataRole.UserRole) + 1  # services.comparing.Difference
RECHECK = int(Qt.ItemDataRole.UserRole) + 2  # how many of its correlations are to be checked again

Index = QModelIndex | QPersistentModelIndex

# What happened to a provision: a glyph and a word, never colour alone.
KINDS: Mapping[str, tuple[str, str]] = {
    "inserted": ("+", later("inserted")), "deleted": ("−", later("deleted")), "reworded": ("±", later("reworded")),
    "renumbered": ("#", later("renumbered")), "moved": ("⇅", later("moved")),
}  # fmt: skip


def kind_word(kind: str) -> str:
    """What happened, in the language of the interface."""
    return QCoreApplication.translate("changed_provisions", KINDS[kind][1])


def happened(difference: Difference) -> str:
    """`± reworded, # renumbered`."""
    return ", ".join(f"{KINDS[kind][0]} {kind_word(kind)}" for kind in difference.kinds)


def numbers(difference: Difference) -> str:
    """`Article 4 → Article 3`; the number alone where it stays."""
    pair = [each for each in (difference.number, difference.number_now) if each]
    told = " → ".join(dict.fromkeys(pair))
    if difference.unit == "recital":
        return QCoreApplication.translate("changed_provisions", later("Recital {number}")).format(number=told)
    return told


class ChangedProvisions(QAbstractTableModel):
    """One row for each; the columns are what happened, the provision, and what waits for a person there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Difference, ...] = ()
        self._recheck: tuple[int, ...] = ()

    def set_differences(self, differences: Sequence[Difference], dossier: Dossier | None = None) -> None:
        """Show these in the place of the others."""
        self.beginResetModel()
        self._rows = tuple(differences)
        self._recheck = self._counted(dossier)
        self.endResetModel()

    def look_again(self, dossier: Dossier | None) -> None:
        """Correlations were confirmed or changed: tell anew what waits where."""
        counted = self._counted(dossier)
        if counted != self._recheck and self._rows:
            self._recheck = counted
            self.dataChanged.emit(self.index(0, 2), self.index(len(self._rows) - 1, 2))

    def _counted(self, dossier: Dossier | None) -> tuple[int, ...]:
        facts = dossier.facts if dossier else {}
        return tuple(
            sum(getattr(facts.get(f"correlation/{id}"), "status", "") == "to-recheck" for id in each.correlations)
            for each in self._rows
        )

    # ---- Qt's questions ------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Change"), self.tr("Provision"), self.tr("Waits"))[section]
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == DIFFERENCE:
            return row
        if role == RECHECK:
            return self._recheck[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                "".join(KINDS[kind][0] for kind in row.kinds),
                " · ".join(filter(None, (numbers(row), row.heading))),
                self._hint(index.row()),
            )[column]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            name = " · ".join(filter(None, (numbers(row), row.heading)))
            return (happened(row), f"{name}, {happened(row)}", self._waits(index.row()))[column]
        if role == Qt.ItemDataRole.TextAlignmentRole and column != 1:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def _hint(self, row: int) -> str:
        difference = self._rows[row]
        links, drafts = len(difference.correlations), len(difference.modifications)
        told = (f"↻ {self._recheck[row]}" if self._recheck[row] else f"↔ {links}" if links else "",
                f"✎ {drafts}" if drafts else "")  # fmt: skip
        return "  ".join(filter(None, told))

    def _waits(self, row: int) -> str:
        difference = self._rows[row]
        told = []
        if difference.correlations:
            told.append(self.tr("%n correlations", "", len(difference.correlations)))
        if self._recheck[row]:
            told.append(self.tr("%n to check again", "", self._recheck[row]))
        if difference.modifications:
            told.append(self.tr("%n changes of proposals", "", len(difference.modifications)))
        return ", ".join(told)


class ChangedFilter(QSortFilterProxyModel):
    """Those that hold every word that is typed, of the kinds that are wanted, with something to do if only that is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self._kinds: frozenset[str] = frozenset(CHANGES)
        self._only_hanging = False

    def narrow(self, text: str, kinds: Collection[str], only_hanging: bool) -> None:
        """Show these only."""
        self.beginFilterChange()
        self._words, self._kinds, self._only_hanging = fold(text).split(), frozenset(kinds), only_hanging
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        difference: Difference = self.sourceModel().index(row, 0, parent).data(DIFFERENCE)
        if not self._kinds.intersection(difference.kinds):
            return False
        if self._only_hanging and not (difference.correlations or difference.modifications):
            return False
        return all(word in difference.searched for word in self._words)
