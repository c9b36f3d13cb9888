"""Pick a national article, by its number or by words of its title."""

from __future__ import annotations

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListView, QVBoxLayout, QWidget

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import walk
from tomas_desktop.services.dossiers import OpenDossier

_REF = int(Qt.ItemDataRole.UserRole) + 1


class PickProvision(QDialog):
    """A list of all articles of the national laws that narrows while one types."""

    def __init__(self, opened: OpenDossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Link a national provision"))
        self.resize(620, 520)
        model = QStandardItemModel(self)
        for work in opened.dossier.works:
            if work.country == "eu" or not opened.dossier.expressions(work.key):
                continue
            law = (node for node in opened.nodes(opened.expression(work.key)) if node.unit != "leftover")
            for node in walk(law):
                if node.unit == "article":
                    item = QStandardItem(f"{work.country.upper()} · {node.num} · {node.heading or work.title}")
                    item.setData(Ref(work.key, node.eid), _REF)
                    item.setEditable(False)
                    model.appendRow(item)
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
        self.list.setAccessibleName(self.tr("National provisions"))
        self.list.doubleClicked.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.tr("Link"), QDialogButtonBox.ButtonRole.AcceptRole).setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self._narrow("")

    @staticmethod
    def ask(opened: OpenDossier, parent: QWidget | None = None) -> Ref | None:
        """The provision that a person picked; None when cancelled."""
        dialog = PickProvision(opened, parent)
        return dialog.picked() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def picked(self) -> Ref | None:
        """The provision that is marked in the list."""
        ref = self.list.currentIndex().data(_REF)
        return ref if isinstance(ref, Ref) else None

    def _narrow(self, text: str) -> None:
        self._proxy.setFilterFixedString(text.strip())
        self.list.setCurrentIndex(self._proxy.index(0, 0))
