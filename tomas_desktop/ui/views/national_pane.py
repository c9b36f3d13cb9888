"""The law in force: the national articles that answer the EU article in hand, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from tomas_desktop.model.canonical import lines
from tomas_desktop.ui import names
from tomas_desktop.ui import theme as themes
from tomas_desktop.ui.desk import Answer, Desk
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.law_page import LawPage
from tomas_desktop.ui.views.sheet import SheetFrame


class NationalPane(QWidget):
    """`link_asked` when a person wants to link a provision."""

    link_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page = LawPage(self.tr("National provision in force"))
        self.sheet = SheetFrame(self.page)
        self.picker = QComboBox()
        self.picker.setAccessibleName(self.tr("National provisions that answer this EU article"))
        self.picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.picker.setMinimumContentsLength(14)
        self.picker.activated.connect(desk.choose_answer)
        self.sheet.corner.addWidget(self.picker)
        self.link = QPushButton(self.tr("Link a provision…"))
        self.link.setObjectName("primary")
        self.link.clicked.connect(self.link_asked)
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
        self.picker.clear()
        for each in answers:
            self.picker.addItem(self._label(each))
        self.picker.setVisible(len(answers) > 1)
        self.picker.setCurrentIndex(self._desk.answer_number)
        law = self._desk.law()
        if answer is None or law is None:
            self.sheet.set_head(self.tr("Law in force"), "")
            self.link.setVisible(self._desk.article is not None)
            self.sheet.show_empty(self._why_empty())
            return
        country = names.of_country(law.country)
        first = answer.correlations[0] if answer.correlations else None
        glyph = themes.GRADES[first.grade][0] if first else "·"
        grade = (first.grade or self.tr("not graded")).replace("_", " ") if first else self.tr("not linked")
        self.sheet.set_head(f"{country} · {self.tr('in force')} · {glyph} {grade}", law.title)
        self.page.show_lines(lines((answer.article,)))
        self.page.go_to(first.national.eid if first else "")
        self.sheet.show_page()

    def _label(self, answer: Answer) -> str:
        assert self._desk.opened is not None
        country = self._desk.opened.work(answer.ref.work).country.upper()
        return f"{country} · {answer.article.num} · {answer.ref.work}"

    def _why_empty(self) -> str:
        opened = self._desk.opened
        if opened is None or self._desk.article is None:
            return self.tr("The national law stands here.")
        if not any(work.country != "eu" for work in opened.dossier.works):
            return self.tr("No national law yet. Import one with Ctrl+I.")
        return self.tr("Nothing in the national laws is linked with this article: a gap, or a link still to be made.")
