"""Pick an article, by its number or by words of its title: of the national laws, or of an EU act."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListView, QVBoxLayout, QWidget

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import article_of, walk
from tomas_desktop.services import provision_names
from tomas_desktop.services.dossiers import OpenDossier

_REF = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class Words:
    """What a person is asked for, and what the button says."""

    title: str
    button: str


class PickProvision(QDialog):
    """A list of all articles of the national laws, or of one EU act, that narrows while one types. What lies in the
    article `near` is offered too, before all others."""

    def __init__(
        self,
        opened: OpenDossier,
        parent: QWidget | None = None,
        words: Words | None = None,
        eu: str = "",
        near: Ref | None = None,
    ) -> None:
        super().__init__(parent)
        words = words or Words(self.tr("Link a national provision"), self.tr("Link"))
        self.setWindowTitle(words.title)
        self.resize(620, 520)
        model = QStandardItemModel(self)
        if near is not None and near.eid:
            self._add_inside(model, opened, near)
        for work in opened.dossier.works:
            is_asked = work.key == eu if eu else work.country != "eu"
            if not is_asked or not opened.dossier.expressions(work.key):
                continue
            law = (node for node in opened.nodes(opened.expression(work.key)) if node.unit != "leftover")
            for node in walk(law):
                if node.unit == "article":
                    name = f"{work.country.upper()} · {node.num} · {node.heading or work.title}"
                    _add(model, name, Ref(work.key, node.eid))
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(model)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Number or words of the title"))
        self.filter.setAccessibleName(self.tr("Filter provisions"))
        self.filter.textChanged.connect(self._narrow)
        self.list = QListView()
        self.list.setModel(self._proxy)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Provisions"))
        self.list.doubleClicked.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(words.button, QDialogButtonBox.ButtonRole.AcceptRole).setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self._narrow("")

    @staticmethod
    def ask(
        opened: OpenDossier,
        parent: QWidget | None = None,
        words: Words | None = None,
        eu: str = "",
        near: Ref | None = None,
    ) -> Ref | None:
        """The provision that a person picked; None when cancelled."""
        dialog = PickProvision(opened, parent, words, eu, near)
        picked = dialog.picked() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return picked

    def _add_inside(self, model: QStandardItemModel, opened: OpenDossier, near: Ref) -> None:
        text = opened.expression(near.work)
        nodes, pack = opened.nodes(text), opened.pack(text)
        article, country = article_of(nodes, near.eid), opened.work(near.work).country.upper()
        for node in article.walk() if article is not None else ():
            if node is not article and (node.num or node.text):
                name = provision_names.compact(nodes, node.eid, pack) or node.num
                _add(model, f"{country} · {name} · {node.text}", Ref(near.work, node.eid))

    def picked(self) -> Ref | None:
        """The provision that is marked in the list."""
        ref = self.list.currentIndex().data(_REF)
        return ref if isinstance(ref, Ref) else None

    def _narrow(self, text: str) -> None:
        self._proxy.setFilterFixedString(text.strip())
        self.list.setCurrentIndex(self._proxy.index(0, 0))


def _add(model: QStandardItemModel, name: str, ref: Ref) -> None:
    item = QStandardItem(name)
    item.setData(ref, _REF)
    item.setEditable(False)
    model.appendRow(item)
