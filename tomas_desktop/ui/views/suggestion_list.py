"""Suggestions: what may answer the EU article in hand, the whole act to be looked through, what needs no answer."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, coverage, dossiers, suggestion_rounds
from tomas_desktop.services.suggestion_rounds import Round
from tomas_desktop.ui import names, tasks
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.models.suggestion_rows import ROW, SIGN, WHY, Row, SuggestionRows
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.needless_list import NeedlessList
from tomas_desktop.ui.views.two_lines import TwoLines

_REST_MS = 200  # of quiet on a row before its pair is shown on the desk


class SuggestionView(QListView):
    """Keys of a row: `linked` (Enter or Space), `kept` (S), `rejected` (R or X)."""

    linked = Signal(QModelIndex)
    kept = Signal(QModelIndex)
    rejected = Signal(QModelIndex)

    def __init__(self, model: SuggestionRows, look: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = TwoLines(look, WHY, self, SIGN)
        self.setItemDelegate(self.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        told = {
            Qt.Key.Key_Return: self.linked, Qt.Key.Key_Enter: self.linked, Qt.Key.Key_Space: self.linked,
            Qt.Key.Key_S: self.kept, Qt.Key.Key_R: self.rejected, Qt.Key.Key_X: self.rejected,
        }.get(Qt.Key(key))  # fmt: skip
        if told is None or not is_plain or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        else:
            told.emit(self.currentIndex())

    def go_on(self) -> None:
        """Go to the next pair of which nothing is said yet."""
        model, here = self.model(), self.currentIndex().row()
        assert isinstance(model, SuggestionRows)
        for number in range(here + 1, model.rowCount()):
            row = model.row(number)
            if row is not None and row.pair and model.said(number) in ("", "suggested"):
                self.setCurrentIndex(model.index(number, 0))
                return


class Suggestions(QWidget):
    """`said` carries a sentence for the status bar."""

    said = Signal(str)

    def __init__(self, desk: Desk, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._asked, self._of = 0, ""
        self._rounds: list[Round] = []
        self._waiting: list[str] = []
        self.article_rows = SuggestionRows(with_article=False, parent=self)
        self.act_rows = SuggestionRows(with_article=True, parent=self)
        self.article = SuggestionView(self.article_rows, look, self.tr("Suggestions for this article"))
        self.act = SuggestionView(self.act_rows, look, self.tr("Suggestions for the whole act"))
        self.needless = NeedlessList(desk, look)
        self.needless.said.connect(self.said)
        self.needless.shown.connect(self._show_article)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Suggestions for what"))
        for name in (self.tr("Article"), self.tr("Whole act"), self.tr("No answer")):
            self.tabs.addTab(name)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Looking through the laws"))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setObjectName("quiet")
        self.stop.clicked.connect(self._stop)
        self.again = QPushButton(self.tr("Look again"))
        self.again.setObjectName("quiet")
        self.again.clicked.connect(self.look)
        self.about = QLabel()
        self.about.setObjectName("soft")
        self.about.setWordWrap(True)
        self.keys = QLabel(self.tr("Enter or Space links · S keeps for later · R or X rejects"))
        self.keys.setObjectName("soft")
        self.keys.setWordWrap(True)
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.keep = QPushButton(self.tr("Keep all for later"))
        self.keep.clicked.connect(self.keep_all)
        self.pages = QStackedWidget()
        for page in (self.article, self.act, self.needless):
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self._turn)
        busy, foot = QHBoxLayout(), QHBoxLayout()
        busy.addWidget(self.progress, 1)
        busy.addWidget(self.stop)
        foot.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.tabs)
        layout.addLayout(busy)
        layout.addWidget(self.about)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.why)
        layout.addWidget(self.keys)
        layout.addLayout(foot)
        for view in (self.article, self.act):
            view.linked.connect(self._link)
            view.kept.connect(self._keep)
            view.rejected.connect(self._reject)
            view.doubleClicked.connect(self._link)
            view.selectionModel().currentChanged.connect(self._row_changed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._show_pair)
        desk.place_changed.connect(self._fill_article)
        desk.content_changed.connect(self._content_changed)
        desk.act_changed.connect(self._act_changed)
        self._busy(False)
        self._turn(0)

    def set_theme(self, look: Theme) -> None:
        """Draw in another theme's colours."""
        for rows, view in ((self.article.rows, self.article), (self.act.rows, self.act)):
            rows.look = look
            view.viewport().update()
        self.needless.rows.look = look
        self.needless.list.viewport().update()

    def take_keyboard(self) -> None:
        """Give the list that is shown the keyboard."""
        page = self.pages.currentWidget()
        page = page.list if isinstance(page, NeedlessList) else page
        page.setFocus()
        if isinstance(page, QListView) and not page.currentIndex().isValid() and page.model().rowCount():
            page.setCurrentIndex(page.model().index(0, 0))

    # ---- looking -------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._rounds and not self._waiting:
            self.look()

    def look(self) -> None:
        """Look through the laws, one country after another, in the background."""
        self._asked += 1
        opened, act = self._desk.opened, self._desk.act
        self._rounds = []
        self._waiting = list(coverage.countries_of(opened)) if opened and act else []
        self._of = act.work if act else ""
        self.progress.setRange(0, max(len(self._waiting), 1))
        self._fill()
        self._next()
        if self.tabs.currentIndex() == 2:
            self.needless.refresh()

    def _next(self) -> None:
        self.progress.setValue(self.progress.maximum() - len(self._waiting))
        opened, asked = self._desk.opened, self._asked
        self._busy(bool(self._waiting))
        if not self._waiting or opened is None:
            self._fill()
            return
        country, path, work = self._waiting[0], opened.path, self._of
        self.about.setText(self.tr("Looking through the laws: {country}").format(country=names.of_country(country)))

        def work_out() -> Round:
            with dossiers.opened(path) as own:
                return suggestion_rounds.of_country(own, work, country)

        def done(found: Round) -> None:
            if asked == self._asked and self._waiting:
                self._rounds.append(found)
                self._waiting.pop(0)
                self._fill()
                self._next()

        def failed(sentence: str, _details: str) -> None:
            if asked == self._asked:
                self._waiting = []
                self._busy(False)
                self.about.setText(sentence)

        tasks.run(work_out, done, failed, self)

    def _stop(self) -> None:
        """What was found until now stays."""
        self._asked += 1
        self._waiting = []
        self._busy(False)
        self._fill()

    def _busy(self, is_busy: bool) -> None:
        self.progress.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        self.again.setEnabled(not is_busy)

    # ---- what is shown -------------------------------------------------------------------------------------

    def _act_changed(self) -> None:
        self._asked += 1
        self._rounds, self._waiting = [], []
        self._fill()
        if self.isVisible():
            self.look()

    def _content_changed(self) -> None:
        if self.isVisible() and self._desk.opened is not None and self._of:
            said = suggestion_rounds.judged(self._desk.opened, self._of)
            self.article_rows.set_said(said)
            self.act_rows.set_said(said)
            self._tell()

    def _fill(self) -> None:
        self._fill_article()
        opened = self._desk.opened
        said = suggestion_rounds.judged(opened, self._of) if opened and self._of else {}
        pairs = suggestion_rounds.to_look_through(self._rounds, said)
        self.act_rows.set_rows([Row(group, named) for group, named in pairs], said)
        self._tell()

    def _fill_article(self) -> None:
        opened, article = self._desk.opened, self._desk.article
        rows = []
        for one in self._rounds if article is not None else ():
            for group in one.groups:
                if article is not None and group.eu.eid == article.eid:
                    rows += [Row(group, None)] if group.is_gap else []
                    rows += [Row(group, named) for named in group.candidates]
        self.article_rows.set_rows(rows, suggestion_rounds.judged(opened, self._of) if opened and self._of else {})
        self._tell()

    def _tell(self) -> None:
        if self._waiting:
            return
        tab = self.tabs.currentIndex()
        if self._desk.opened is None or self._desk.act is None:
            self.about.setText(self.tr("No EU act yet. Import one with Ctrl+I."))
        elif tab == 0:
            article = self._desk.article
            self.about.setText(f"{article.num} · {article.heading}".strip(" ·") if article else "")
        elif tab == 1:
            done, count = self.act_rows.counts()
            gaps = ", ".join(f"{names.of_country(one.country)} {one.gaps}" for one in self._rounds)
            words = self.tr("{done} of {count} looked at. Gaps, where nothing fits: {gaps}.")
            self.about.setText(words.format(done=done, count=count, gaps=gaps or "–"))

    def _turn(self, tab: int) -> None:
        self.pages.setCurrentIndex(tab)
        for widget in (self.about, self.why, self.keys, self.again):
            widget.setVisible(tab != 2)
        self.keep.setVisible(tab == 1)
        if tab == 2:
            self.needless.refresh()
        self._tell()

    # ---- what a person says --------------------------------------------------------------------------------

    def _link(self, index: QModelIndex) -> None:
        self._say(index, "link")

    def _keep(self, index: QModelIndex) -> None:
        self._say(index, "keep")

    def _reject(self, index: QModelIndex) -> None:
        self._say(index, "reject")

    def _say(self, index: QModelIndex, what: Literal["link", "keep", "reject"]) -> None:
        """Say it of the pair of a row, and go on to the next; one step of undo."""
        opened, row, view = self._desk.opened, index.data(ROW), self.pages.currentWidget()
        if opened is None or not isinstance(row, Row) or row.named is None or not isinstance(view, SuggestionView):
            return
        eu, national = row.group.eu, row.named.national
        model = self.act_rows if view is self.act else self.article_rows
        if model.said(index.row()) == "linked":
            self.said.emit(self.tr("These two are linked already."))
        else:
            self._rest.stop()  # the pair stays on the desk until the next row is shown
            if what == "link":
                correlating.link(opened, eu, national, author=self._desk.author)
            elif what == "keep":
                correlating.link(opened, eu, national, status="suggested", author=self._desk.author)
            else:
                correlating.reject(opened, [(eu, national)], author=self._desk.author)
            self._desk.answer_changed.emit()
        view.go_on()

    def keep_all(self) -> None:
        """Keep the best of every article and country, to be confirmed or rejected later; one step of undo."""
        if self._desk.opened is not None:
            kept = suggestion_rounds.keep_all(self._desk.opened, self._rounds, author=self._desk.author)
            self.said.emit(self.tr("%n suggestions kept for later. Undo takes them back.", "", len(kept)))

    def _row_changed(self, index: QModelIndex) -> None:
        """Say the reasons of the row in hand in full; what it is about is shown when the keys rest."""
        row = index.data(ROW)
        named = row.named if isinstance(row, Row) else None
        self.why.setText("\n".join((named.law, *(f"– {each}" for each in named.why))) if named else "")
        self._rest.start()

    def _show_pair(self) -> None:
        """Lay the pair of the row in hand on the desk."""
        page = self.pages.currentWidget()
        row = page.currentIndex().data(ROW) if isinstance(page, SuggestionView) else None
        if self.isVisible() and isinstance(row, Row) and row.named is not None:
            self._desk.go_to(row.group.eu)
            self._desk.look_at(row.named.national)

    def _show_article(self, eu: object) -> None:
        if isinstance(eu, Ref) and self.isVisible():
            self._desk.go_to(eu)
