"""The national provisions that answer an EU article, as tabs: the grade, the country, the number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QWidget

from tomas_desktop.model.work import Work
from tomas_desktop.ui import names
from tomas_desktop.ui import theme as themes
from tomas_desktop.ui.desk import Answer


class AnswerTabs(QTabBar):
    """Hidden where there is nothing to choose. Qt's own signal `tabBarClicked` and the arrow keys choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(self.tr("National provisions that answer this EU article"))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())  # the others are reached by scrolling

    def show_answers(self, answers: Sequence[tuple[Answer, Work]], chosen: int) -> None:
        """Show these, in their order, without saying that a person chose one."""
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for answer, work in answers:
            first = answer.correlations[0] if answer.correlations else None
            glyph = themes.GRADES[first.grade][0] if first else "?" if answer.suggested else "·"
            tab = self.addTab(f"{glyph} {work.country.upper()} {answer.article.num.rstrip('.')}")
            self.setTabToolTip(tab, f"{names.of_country(work.country)}: {work.title}\n{answer.article.heading}".strip())
        self.setCurrentIndex(chosen)
        self.setVisible(len(answers) > 1)
        self.blockSignals(False)
