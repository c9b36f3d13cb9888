"""The law in force: the national articles that answer the EU article in hand, each under a tab."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tomas_desktop.model.canonical import lines
from tomas_desktop.ui import names
from tomas_desktop.ui import theme as themes
from tomas_desktop.ui.cited import CitedLinks
from tomas_desktop.ui.desk import Answer, Desk
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.answer_tabs import AnswerTabs
from tomas_desktop.ui.views.law_page import LawPage
from tomas_desktop.ui.views.sheet import SheetFrame


class NationalPane(QWidget):
    """`link_asked` when a person wants to link a provision, `suggestions_asked` to see what may answer;
    `link_followed` carries the target of a citation."""

    link_asked = Signal()
    link_followed = Signal(str)
    suggestions_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page = LawPage(self.tr("National provision in force"))
        self.sheet = SheetFrame(self.page)
        self.tabs = AnswerTabs()
        self.tabs.currentChanged.connect(desk.choose_answer)
        self.sheet.add_below_head(self.tabs)
        self._links = CitedLinks(desk, self.page)
        self.page.asked.connect(self.link_followed)
        self.link = QPushButton(self.tr("Link a provision…"))
        self.link.setObjectName("primary")
        self.link.clicked.connect(self.link_asked)
        self.suggest = QPushButton(self.tr("See suggestions"))
        self.suggest.clicked.connect(self.suggestions_asked)
        self.sheet.add_below_empty(self.suggest)
        self.sheet.add_below_empty(self.link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)
        desk.answer_changed.connect(self.show_answer)

    def set_theme(self, theme: Theme) -> None:
        self.page.set_colours(theme.marks)

    def show_answer(self) -> None:
        """Show the answer that is chosen, and how many there are."""
        answers, answer = self._desk.answers(), self._desk.answer
        opened = self._desk.opened
        shown = [(each, opened.work(each.ref.work)) for each in answers] if opened else []
        self.tabs.show_answers(shown, self._desk.answer_number)
        law = self._desk.law()
        if answer is None or law is None:
            self.sheet.set_head(self.tr("Law in force"), "")
            self.link.setVisible(self._desk.article is not None)
            self.suggest.setVisible(self._desk.article is not None)
            self.sheet.show_empty(self._why_empty())
            return
        country = names.of_country(law.country)
        first = answer.correlations[0] if answer.correlations else None
        over = (country, self.tr("in force"), self._how_linked(answer) if self._desk.place else "")
        self.sheet.set_head(" · ".join(part for part in over if part), law.title)
        self.page.show_lines(lines((answer.article,)))
        self.page.go_to(first.national.eid if first else "")
        self.sheet.show_page()
        if opened is not None:
            self._links.show(answer.ref, opened.expression(answer.ref.work).id)

    def _how_linked(self, answer: Answer) -> str:
        if answer.correlations:
            grade = answer.correlations[0].grade
            return f"{themes.GRADES[grade][0]} {names.of_grade(grade)}"
        return f"? {self.tr('suggested, not linked')}" if answer.suggested else self.tr("not linked")

    def _why_empty(self) -> str:
        opened = self._desk.opened
        if opened is None or not any(work.country != "eu" for work in opened.dossier.works):
            return self.tr("No national law yet. Import one with Ctrl+I.")
        if self._desk.article is None:
            return self.tr("Choose an article at the left, under Laws.")
        count = len(self._desk.suggested())
        if count:
            return self.tr("Nothing is linked with this article yet. %n suggestions wait for you.", "", count)
        return self.tr("Nothing in the national laws is linked with this article: a gap, or a link still to be made.")
