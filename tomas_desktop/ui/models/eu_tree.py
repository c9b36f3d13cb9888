"""The EU act as a tree: divisions and articles, each article with a grade per country."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tomas_desktop.model.correlation import Correlation, Grade
from tomas_desktop.model.provision import DIVISIONS, Provision
from tomas_desktop.ui import names

EID = int(Qt.ItemDataRole.UserRole) + 1
GRADES = int(Qt.ItemDataRole.UserRole) + 2  # tuple of (country, best grade or `suggested`, is there anything)
IS_DIVISION = int(Qt.ItemDataRole.UserRole) + 3

Index = QModelIndex | QPersistentModelIndex

Shown = Grade | Literal["suggested"] | None

# Of several correlations of one article the best grade is shown, then a link nobody graded; a suggestion only where
# there is no link.
_ORDER: tuple[Shown, ...] = (
    "full", "partial", "discretionary", "none", "not_relevant", "not_transposable", None, "suggested",
)  # fmt: skip


@dataclass
class _Item:
    """A row of the tree. Qt keeps only its address, so the model keeps the item."""

    eid: str
    label: str
    is_division: bool
    row: int
    parent: _Item | None = None
    children: list[_Item] = field(default_factory=list)


class EuTree(QAbstractItemModel):
    """One column; `label` as display, the eId, the grades and whether it is a division as roles."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots: list[_Item] = []
        self._items: dict[str, _Item] = {}
        self._grades: dict[str, tuple[tuple[str, Shown, bool], ...]] = {}

    def set_act(self, nodes: Sequence[Provision]) -> None:
        """Show the divisions and articles of these provisions."""
        self.beginResetModel()
        self._items = {}
        self._roots = []
        for node in nodes:
            self._add(node, None)
        self.endResetModel()

    def set_correlations(
        self, correlations: Iterable[Correlation], act: str, country_of: Mapping[str, str], countries: Sequence[str]
    ) -> None:
        """Show how well each country answers each article, and where a suggestion waits. `country_of` tells the country
        of a work."""
        best: dict[tuple[str, str], Shown] = {}
        for correlation in correlations:
            country = country_of.get(correlation.national.work)
            if correlation.eu.work != act or country is None or correlation.status == "rejected":
                continue
            key = (correlation.eu.eid.partition("__")[0], country)
            grade: Shown = correlation.grade if correlation.is_standing else "suggested"
            if key not in best or _ORDER.index(grade) < _ORDER.index(best[key]):
                best[key] = grade
        grades = {
            eid: tuple((country, best.get((eid, country)), (eid, country) in best) for country in countries)
            for eid, item in self._items.items()
            if not item.is_division
        }
        if grades != self._grades:  # every rest of typing asks, and nearly none changes a grade
            self._grades = grades
            self._refresh(QModelIndex())

    def index_of(self, eid: str) -> QModelIndex:
        """Where an article stands; an invalid index when it is not in the tree."""
        item = self._items.get(eid)
        return self.createIndex(item.row, 0, item) if item is not None else QModelIndex()

    def _add(self, node: Provision, parent: _Item | None) -> None:
        is_division = node.unit in DIVISIONS
        if not is_division and node.unit != "article":
            return
        siblings = parent.children if parent else self._roots
        item = _Item(node.eid, _label(node), is_division, len(siblings), parent)
        siblings.append(item)
        self._items[node.eid] = item
        if is_division:
            for child in node.children:
                self._add(child, item)

    def _refresh(self, parent: QModelIndex) -> None:
        rows = self.rowCount(parent)
        if not rows:
            return
        self.dataChanged.emit(self.index(0, 0, parent), self.index(rows - 1, 0, parent), [GRADES])
        for row in range(rows):
            self._refresh(self.index(row, 0, parent))

    # ---- Qt's questions ------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        siblings = self._children(parent)
        if column == 0 and 0 <= row < len(siblings):
            return self.createIndex(row, 0, siblings[row])
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid():
            return QModelIndex()
        item: _Item = index.internalPointer()
        return self.createIndex(item.parent.row, 0, item.parent) if item.parent else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._children(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        return 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        item: _Item = index.internalPointer()
        if role == Qt.ItemDataRole.DisplayRole:
            return item.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(item)
        if role == EID:
            return item.eid
        if role == IS_DIVISION:
            return item.is_division
        if role == GRADES:
            return self._grades.get(item.eid, ())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        item: _Item = index.internalPointer()
        never = Qt.ItemFlag.NoItemFlags if item.is_division else Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never

    def _children(self, parent: Index) -> list[_Item]:
        if not parent.isValid():
            return self._roots
        item: _Item = parent.internalPointer()
        return item.children

    def _spoken(self, item: _Item) -> str:
        grades = ", ".join(
            f"{names.of_country(country)} {names.of_grade(grade if linked else 'gap')}"
            for country, grade, linked in self._grades.get(item.eid, ())
        )
        return f"{item.label}: {grades}" if grades else item.label


def _label(node: Provision) -> str:
    """ "16  Blocking orders", "I  General provisions": the word of the unit says nothing a tree does not show."""
    number = node.num.rsplit(" ", 1)[-1] if node.num else ""
    heading = node.heading.capitalize() if node.heading.isupper() else node.heading
    return f"{number}  {heading}".strip()
