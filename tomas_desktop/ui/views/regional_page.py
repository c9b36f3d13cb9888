"""One EU provision and what answers it in every country, side by side, and the articles in which one is ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.model.canonical import Line
from tomas_desktop.model.correlation import Grade
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import coverage_sheet, dossiers, grade_codes, regional
from tomas_desktop.services.regional import Ahead, Drafted, Side, View
from tomas_desktop.ui import names, tasks
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.models.ahead_list import AHEAD, WHO, AheadList
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.law_page import LawPage
from tomas_desktop.ui.views.sheet import SheetFrame
from tomas_desktop.ui.views.two_lines import TwoLines

_REST_MS = 150  # of quiet before another article is looked up
_POINTS = 11.0
_WIDE = 1200  # pixels that leave room for the list beside the texts


@dataclass(frozen=True)
class _Shown:
    """What was looked up for one article."""

    view: View
    codes: Mapping[str, Mapping[Grade, str]]
    drafted: Mapping[str, tuple[Drafted, ...]]
    ahead: tuple[Ahead, ...]


class CountrySheet(QWidget):
    """A country: its answers on one sheet, each under the name of its law, with how well it answers; what is drafted
    there under them. `borrow_asked` when a person wants a neighbour's wording here."""

    borrow_asked = Signal(str)

    def __init__(self, country: str, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.country = country
        name = names.of_country(country)
        self.page = LawPage(self.tr("Answers of {country}").format(country=name), points=_POINTS)
        self.page.set_colours(look.marks)
        self.sheet = SheetFrame(self.page)
        self.sheet.overline.setWordWrap(True)
        self.drafted = QLabel()
        self.drafted.setObjectName("soft")
        self.drafted.setWordWrap(True)
        self.borrow = QPushButton(self.tr("Borrow a wording…"))
        self.borrow.setObjectName("quiet")
        self.borrow.setAccessibleName(self.tr("Borrow a neighbour's wording for {country}").format(country=name))
        self.borrow.clicked.connect(lambda: self.borrow_asked.emit(country))
        below = self.sheet.layout()
        assert isinstance(below, QVBoxLayout)
        below.addWidget(self.drafted)
        below.addWidget(self.borrow, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)

    def show_side(
        self, side: Side, codes: Mapping[Grade, str], drafted: tuple[Drafted, ...], *, can_borrow: bool
    ) -> None:
        """Show what answers in this country; `codes` are how it writes the grades."""
        ends = (side.best, side.state) if side.best != side.state else (side.state,)
        states = " – ".join(f"{coverage_sheet.GLYPHS[each]} {coverage_sheet.code(each, codes)}" for each in ends)
        laws = ", ".join(dict.fromkeys(answer.law for answer in side.answers))
        self.sheet.set_head(names.of_country(side.country), "")
        self.sheet.set_head(f"{names.of_country(side.country)} · {states}", laws)
        if side.answers:
            self.page.show_lines(self._lines(side, codes))
            self.sheet.show_page()
        else:
            self.sheet.show_empty(self.tr("Nothing answers here: a gap."))
        self.drafted.setText("\n".join(self._of_draft(each) for each in drafted))
        self.drafted.setVisible(bool(drafted))
        self.borrow.setVisible(can_borrow)

    def _lines(self, side: Side, codes: Mapping[Grade, str]) -> list[Line]:
        out = []
        for place, answer in enumerate(side.answers):
            state = answer.link.grade or "ungraded"
            grade = f"{coverage_sheet.GLYPHS[state]} {coverage_sheet.code(state, codes)}"
            again = self.tr("to check again") if answer.link.status == "to-recheck" else ""
            where = f"{answer.to} → {answer.number or self.tr('the whole law')}"
            parts = (where, grade, again, answer.link.reason)
            head = " · ".join(part for part in parts if part)
            out.append(Line("", "note", "text", head, head))
            following = side.answers[place + 1 : place + 2]
            if not following or following[0].link.national != answer.link.national:
                out += answer.lines  # what answers several EU provisions is printed once, under all of them
        return out

    def _of_draft(self, draft: Drafted) -> str:
        words = self.tr("Drafted at {place} ({proposal}).").format(place=draft.number, proposal=draft.proposal)
        return " ".join((words, *(f"✎ {comment.text}" for comment in draft.comments)))


class RegionalPage(QWidget):
    """Follows the EU article in hand. `borrow_asked` carries the country that is to borrow; `left` when the page is
    left."""

    borrow_asked = Signal(str)
    stepped = Signal(int)
    chosen = Signal(Ref)
    left = Signal()
    wants_room = True

    def __init__(self, desk: Desk, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._look = desk, look
        self._asked = 0
        self.shown: View | None = None
        self.title = QLabel()
        self.title.setObjectName("soft")
        self.title.setWordWrap(True)
        self.eu_page = LawPage(self.tr("EU provision"), points=_POINTS)
        self.eu = SheetFrame(self.eu_page)
        self.sides: list[CountrySheet] = []
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(10)
        self.columns.setChildrenCollapsible(False)
        self.columns.addWidget(self.eu)

        self.model = AheadList(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Articles in which one country is ahead"))
        self._rows = TwoLines(look, WHO, self.list)
        self.list.setItemDelegate(self._rows)
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)
        self.ahead = QToolButton()
        self.ahead.setObjectName("quiet")
        self.ahead.setCheckable(True)
        self.ahead.setChecked(True)
        self.ahead.toggled.connect(self.list.setVisible)
        self.list.setFixedWidth(230)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        top = QHBoxLayout()
        top.addWidget(self.ahead)
        top.addWidget(self.title, 1)
        for words, by in ((self.tr("Previous"), -1), (self.tr("Next"), 1)):
            button = QPushButton(words)
            button.setAccessibleName(self.tr("Next EU article") if by > 0 else self.tr("Previous EU article"))
            button.clicked.connect(lambda _checked=False, by=by: self.stepped.emit(by))
            top.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addWidget(self.columns, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addLayout(middle, 1)

        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look_up)
        for changed in (desk.place_changed, desk.content_changed, desk.act_changed):
            changed.connect(self._changed)
        self.set_theme(look)

    def set_theme(self, look: Theme) -> None:
        """Draw in another theme's colours."""
        self._look = self._rows.look = look
        for page in (self.eu_page, *(side.page for side in self.sides)):
            page.set_colours(look.marks)
        self.list.viewport().update()

    def take_keyboard(self) -> None:
        """Give the EU provision the keyboard."""
        self.eu_page.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand it on; as a proxy the EU provision would let Tab pass by what stands before it."""
        super().focusInEvent(event)
        self.eu_page.setFocus()

    # ---- looking up ----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.shown is None:  # in a narrow window the texts have the room
            self.ahead.setChecked(self.width() >= _WIDE)
        self._look_up()

    def _changed(self) -> None:
        if self.isVisible():
            self._rest.start()

    def _look_up(self) -> None:
        """Look the article in hand up in the background; an answer that comes too late is dropped."""
        self._asked += 1
        asked, opened, act, article = self._asked, self._desk.opened, self._desk.act, self._desk.article
        if opened is None or act is None or article is None:
            self.title.setText(self.tr("No EU act yet. Import one with Ctrl+I."))
            self.columns.hide()
            return
        path, ref = opened.path, Ref(act.work, article.eid)

        def look() -> _Shown:
            with dossiers.opened(path) as own:
                view = regional.view(own, ref)
                drafted = {side.country: regional.drafted(own, ref, side.country) for side in view.sides}
                codes = {side.country: grade_codes.of_country(side.country) for side in view.sides}
                return _Shown(view, codes, drafted, regional.gaps(own, ref.work))

        def done(found: _Shown) -> None:
            if asked == self._asked:
                self._show(found)

        tasks.run(look, done, lambda words, _details: self.title.setText(words), self)

    def _show(self, found: _Shown) -> None:
        self.shown = found.view
        if self._desk.opened is not None:
            self.title.setText(self._desk.opened.work(found.view.eu.work).title)
        self.columns.show()
        self.eu.set_head(names.of_country("eu"), "")
        self.eu_page.show_lines(found.view.lines)
        countries = [side.country for side in found.view.sides]
        if countries != [side.country for side in self.sides]:
            self._lay_out(countries)
        for sheet, side in zip(self.sides, found.view.sides, strict=True):
            others = any(other.answers for other in found.view.sides if other.country != side.country)
            country = side.country
            sheet.show_side(side, found.codes[country], found.drafted[country], can_borrow=others)
        self.model.set_rows(found.ahead)
        count = len(found.ahead)
        self.ahead.setText(self.tr("Where one is ahead {n}").format(n=count))
        self.list.setVisible(self.ahead.isChecked() and count > 0)
        self.list.setCurrentIndex(self.model.index(self.model.row_of(found.view.eu.eid), 0))

    def _lay_out(self, countries: list[str]) -> None:
        for old in self.sides:
            old.setParent(None)
            old.deleteLater()
        self.sides = [CountrySheet(country, self._look) for country in countries]
        for side in self.sides:
            side.borrow_asked.connect(self.borrow_asked)
            self.columns.addWidget(side)
        self.columns.setSizes([100] * (len(countries) + 1))

    # ---- going there ---------------------------------------------------------------------------------------

    def _pick(self, index: QModelIndex) -> None:
        ahead = index.data(AHEAD)
        if isinstance(ahead, Ahead):
            self.chosen.emit(ahead.eu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
