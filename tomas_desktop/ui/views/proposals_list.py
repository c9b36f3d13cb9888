"""The proposals of the dossier: what each is called, which law it amends, how many changes it makes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from tomas_desktop.services.dossiers import OpenDossier

_KEY = int(Qt.ItemDataRole.UserRole) + 1


class ProposalsList(QWidget):
    """`chosen` carries the key of the proposal that a person picked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = QStandardItemModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self.model)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.list.setModel(self._proxy)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("Proposals"))
        self.list.clicked.connect(self._taken)
        self.list.activated.connect(self._taken)
        self.empty = QLabel(self.tr("No proposal yet: type in the proposal of an article, and one begins."))
        self.empty.setObjectName("soft")
        self.empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)

    def show_dossier(self, opened: OpenDossier | None) -> None:
        """Show the proposals of a dossier as they are now."""
        rows = []
        for proposal in opened.dossier.proposals if opened else ():
            assert opened is not None
            changes = self.tr("%n changes", "", len(opened.dossier.modifications(proposal.key)))
            title = proposal.title or proposal.key
            country = opened.work(proposal.work).country.upper()
            rows.append((f"{title}\n{country} · {proposal.work} · {changes}", proposal.key))
        present = [
            (self.model.item(row).text(), self.model.item(row).data(_KEY)) for row in range(self.model.rowCount())
        ]
        if rows != present:
            self.model.clear()
            for text, key in rows:
                item = QStandardItem(text)
                item.setData(key, _KEY)
                item.setEditable(False)
                self.model.appendRow(item)
        self.empty.setVisible(not rows)

    def narrow(self, text: str) -> None:
        """Show only the proposals whose title holds these words."""
        self._proxy.setFilterFixedString(text.strip())

    def _taken(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(_KEY))
