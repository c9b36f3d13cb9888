"""The national laws of the dossier as a tree of their divisions and articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QTreeView, QVBoxLayout, QWidget

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import DIVISIONS, Provision
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui.models.provision_tree import EID, ProvisionTree


class LawsTree(QWidget):
    """`chosen` carries the reference of the article that a person picked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ProvisionTree(self)
        self._shown: tuple[str, ...] | None = None
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self.model)
        self._proxy.setRecursiveFilteringEnabled(True)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.tree = QTreeView()
        self.tree.setModel(self._proxy)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setAccessibleName(self.tr("Articles of the national laws"))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.selectionModel().currentChanged.connect(self._current_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree)

    def show_dossier(self, opened: OpenDossier | None) -> None:
        """Show the laws of a dossier; the tree stays as it is where they are the same."""
        works = [work for work in opened.dossier.works if work.country != "eu"] if opened else []
        texts = {w.key: opened.expression(w.key) for w in works if opened and opened.dossier.expressions(w.key)}
        trees = tuple(expression.tree for expression in texts.values())
        if trees == self._shown or opened is None:
            return
        self._shown = trees
        self.model.set_nodes(
            [
                Provision(work.key, "work", heading=work.title, children=_articles(opened.nodes(texts[work.key])))
                for work in works
                if work.key in texts
            ]
        )

    def narrow(self, text: str) -> None:
        """Show only the articles whose number or title holds these words."""
        self._proxy.setFilterFixedString(text.strip())
        if text.strip():
            self.tree.expandAll()

    def _current_changed(self, current: QModelIndex) -> None:
        top = current
        while top.parent().isValid():
            top = top.parent()
        if top.isValid() and top != current and not current.model().hasChildren(current):
            self.chosen.emit(Ref(top.data(EID), current.data(EID)))


def _articles(nodes: Iterable[Provision]) -> tuple[Provision, ...]:
    """The divisions and the articles, without what stands in an article."""
    return tuple(
        replace(node, children=_articles(node.children) if node.unit in DIVISIONS else ())
        for node in nodes
        if node.unit in DIVISIONS or node.unit == "article"
    )
