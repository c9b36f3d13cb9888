"""The table on which the sheets of paper lie: which of them stand side by side, and how wide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.eu_pane import EuPane
from tomas_desktop.ui.views.national_pane import NationalPane
from tomas_desktop.ui.views.proposal_pane import ProposalPane

LayoutName = Literal["two", "three", "four"]


@dataclass(frozen=True)
class Layout:
    """Which sheets stand side by side, each with its share of the width."""

    text: str
    shortcut: str
    shares: dict[str, int]


LAYOUTS: dict[LayoutName, Layout] = {
    "two": Layout("Two columns", "Ctrl+Alt+2", {"eu": 45, "proposal": 55}),
    "three": Layout("Three columns", "Ctrl+Alt+3", {"eu": 31, "national": 29, "proposal": 40}),
    "four": Layout("Four columns", "Ctrl+Alt+4", {"eu": 24, "second": 24, "national": 22, "proposal": 30}),
}


class Table(QWidget):
    """`eu` and `second` show the EU act in two languages or stages, `national` what answers it, and `proposal` the
    draft."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.eu = EuPane(desk)
        self.second = EuPane(desk, is_second=True)
        self.national = NationalPane(desk)
        self.proposal = ProposalPane(desk)
        self._sheets: dict[str, QWidget] = {
            "eu": self.eu, "second": self.second, "national": self.national, "proposal": self.proposal,
        }  # fmt: skip
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(10)
        self.columns.setChildrenCollapsible(False)
        for sheet in self._sheets.values():
            self.columns.addWidget(sheet)
        margins = QVBoxLayout(self)
        margins.setContentsMargins(10, 10, 10, 10)
        margins.addWidget(self.columns)
        self.lay_out("three")

    def lay_out(self, name: LayoutName) -> None:
        """Put the sheets of a layout side by side; the others are put away."""
        shares = LAYOUTS[name].shares
        for sheet, widget in self._sheets.items():
            widget.setVisible(sheet in shares)
        self.columns.setSizes([10 * shares.get(sheet, 0) for sheet in self._sheets])

    def set_theme(self, look: Theme) -> None:
        """Draw law in a theme's colours."""
        for pane in (self.eu, self.second, self.national, self.proposal):
            pane.set_theme(look)
