"""What was understood of a text, as a tree: every unit with its number and its first words.

Items are made when Qt asks for them: a code of three thousand units costs what is unfolded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tomas_desktop.model.provision import DIVISIONS, Provision, path_to

EID = int(Qt.ItemDataRole.UserRole) + 1
_LONGEST = 90  # characters of a label

Index = QModelIndex | QPersistentModelIndex


@dataclass
class _Item:
    """A row that was asked for. Qt keeps only its address, so the model keeps the item."""

    node: Provision
    row: int
    parent: _Item | None = None
    children: dict[int, _Item] = field(default_factory=dict)


class ProvisionTree(QAbstractItemModel):
    """One column; the label as display, the eId as a role."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[Provision, ...] = ()
        self._roots: dict[int, _Item] = {}

    def set_nodes(self, nodes: Sequence[Provision]) -> None:
        """Show another text."""
        self.beginResetModel()
        self._nodes, self._roots = tuple(nodes), {}
        self.endResetModel()

    def index_of(self, eid: str) -> QModelIndex:
        """Where a unit stands; an invalid index when it is not in the tree."""
        index, nodes = QModelIndex(), self._nodes
        for node in path_to(self._nodes, eid):
            row = next(i for i, each in enumerate(nodes) if each is node)
            index, nodes = self.index(row, 0, index), node.children
        return index

    # ---- Qt's questions ------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        over: _Item | None = parent.internalPointer() if parent.isValid() else None
        nodes = over.node.children if over else self._nodes
        if column or not 0 <= row < len(nodes):
            return QModelIndex()
        made = over.children if over else self._roots
        item = made.get(row) or made.setdefault(row, _Item(nodes[row], row, over))
        return self.createIndex(row, 0, item)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid():
            return QModelIndex()
        item: _Item = index.internalPointer()
        return self.createIndex(item.parent.row, 0, item.parent) if item.parent else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.column() > 0:
            return 0
        item: _Item | None = parent.internalPointer() if parent.isValid() else None
        return len(item.node.children if item else self._nodes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        return 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        node: Provision = index.internalPointer().node
        if role == Qt.ItemDataRole.DisplayRole:
            return label(node)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{node.unit}: {label(node)}"
        return node.eid if role == EID else None


def label(node: Provision) -> str:
    """ "Član 5 · Predmet", "(2) Radionica je:", "Preface"."""
    if node.unit == "article" or node.unit in DIVISIONS or node.unit == "annex":
        words = " · ".join(part for part in (node.num, node.heading) if part) or node.unit.capitalize()
    else:
        words = f"{node.num} {node.heading or node.text}".strip() or node.unit.capitalize()
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
