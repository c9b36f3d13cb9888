"""The navigator: the EU act, the national laws and the proposals, each under a tab, with one line to narrow them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.eu_articles import EuArticles
from tomas_desktop.ui.views.laws_tree import LawsTree
from tomas_desktop.ui.views.proposals_list import ProposalsList


class Navigator(QWidget):
    """`eu`, `laws` and `proposals` say themselves what a person picked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigator")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.eu = EuArticles(theme)
        self.laws = LawsTree()
        self.proposals = ProposalsList()
        self._pages = QStackedWidget()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)  # the navigator is as wide as its tabs at least
        self.tabs.setAccessibleName(self.tr("What the navigator shows"))
        for name, page in ((self.tr("EU act"), self.eu), (self.tr("Laws"), self.laws), ("", self.proposals)):
            self.tabs.addTab(name)
            self._pages.addWidget(page)
        self.tabs.currentChanged.connect(self._turn)
        self.filter = QLineEdit()
        self.filter.setAcceptDrops(False)  # a file that is dropped goes to the window
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter what the navigator shows"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.tabs)
        layout.addWidget(self.filter)
        layout.addWidget(self._pages, 1)
        self.show_dossier(None)

    def set_theme(self, theme: Theme) -> None:
        """Draw the glyphs in another theme's colours."""
        self.eu.set_theme(theme)

    def show_dossier(self, opened: OpenDossier | None) -> None:
        """Show the laws and the proposals as they are now."""
        count = len(opened.dossier.proposals) if opened else 0
        self.tabs.setTabText(2, self.tr("Proposals") + (f" {count}" if count else ""))
        self.laws.show_dossier(opened)
        self.proposals.show_dossier(opened)

    def show_laws(self) -> None:
        """Turn to the national laws."""
        self.tabs.setCurrentIndex(1)

    def take_keyboard(self) -> None:
        """Give the tree that is shown the keyboard."""
        (self.eu.tree, self.laws.tree, self.proposals.list)[self.tabs.currentIndex()].setFocus()

    def _turn(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)
        self._narrow(self.filter.text())

    def _narrow(self, text: str) -> None:
        (self.eu, self.laws, self.proposals)[self.tabs.currentIndex()].narrow(text)
