"""The EU text: the article in hand, as the act prints it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tomas_desktop.model.canonical import lines
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.law_page import LawPage
from tomas_desktop.ui.views.sheet import SheetFrame


class EuPane(QWidget):
    """Shows the desk's EU article."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page = LawPage(self.tr("EU article"))
        self.sheet = SheetFrame(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)
        desk.place_changed.connect(self.show_place)

    def set_theme(self, theme: Theme) -> None:
        self.page.set_colours(theme.marks)

    def show_place(self) -> None:
        """Show the article in hand."""
        act, article = self._desk.act, self._desk.article
        if act is None or article is None:
            self.sheet.set_head(self.tr("EU act"), "")
            self.sheet.show_empty(self.tr("No EU act yet. Import one with Ctrl+I."))
            return
        stage = act.stage.replace("-", " ")
        self.sheet.set_head(
            f"{self.tr('EU act')} · {stage} · {act.language}", f"{article.num}  {article.heading}".strip()
        )
        self.page.show_lines(line for line in lines((article,)) if line.kind == "text" or line.eid != article.eid)
        self.sheet.show_page()
