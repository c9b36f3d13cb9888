"""Two versions of a text: the list of what changed, the redline of each change, and what hangs on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tomas_desktop.errors import TomasError
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.services import comparing, correlating, messages
from tomas_desktop.services.comparing import Compared, Difference
from tomas_desktop.ui import arrivals
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.file_drop import FileDrop
from tomas_desktop.ui.models.changed_provisions import happened, numbers
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.changes_list import ChangesList
from tomas_desktop.ui.views.compare_fields import Choice, CompareFields
from tomas_desktop.ui.views.comparison_under_way import ComparisonUnderWay
from tomas_desktop.ui.views.hanging_list import HangingList
from tomas_desktop.ui.views.law_page import LawPage
from tomas_desktop.ui.views.renew_bar import RenewBar
from tomas_desktop.ui.views.sheet import SheetFrame

_POINTS = 11.5
_ABOVE = 48  # pixels of text above the first change


class ComparePage(QWidget):
    """`went` carries where a person wants to go (a correlation, or a provision), `left` that the page is left, `said`
    words for the status bar."""

    went = Signal(object)
    left = Signal()
    said = Signal(str)
    wants_room = True  # of the whole window

    def __init__(self, desk: Desk, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self._desk = desk
        self.compared: Compared | None = None
        self._asked: tuple[object, Choice | None] | None = None  # of which dossier
        self._under_way: ComparisonUnderWay | None = None
        self._is_list_wanted = False

        self.fields = CompareFields()
        self.fields.chosen.connect(self.compare)
        self.back = QToolButton()
        self.back.setObjectName("quiet")
        self.back.setText(self.tr("‹ Back"))
        self.back.setToolTip(self.tr("Back to the texts (Esc)"))
        self.back.clicked.connect(self.left)
        self.corner = QHBoxLayout()
        self.changes = ChangesList()
        self.changes.moved.connect(self._show)
        self.changes.narrowed.connect(self._narrowed)
        self.changes.cleared.connect(self.confirm)
        self.page = LawPage(self.tr("The provision with its changes"), points=_POINTS)
        self.sheet = SheetFrame(self.page)
        self.hanging = HangingList(look)
        self.hanging.setMaximumHeight(120)
        self.hanging.confirmed.connect(self.confirm)
        self.hanging.went.connect(self.went)
        self.changes.entered.connect(self.hanging.setFocus)
        self.hanging_head = QLabel()
        self.hanging_head.setObjectName("overline")
        self.renewing = RenewBar(desk)
        self.renewing.done.connect(self._renewed)
        self.renewing.said.connect(self.said)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.progress.setAccessibleName(self.tr("Comparing"))
        self.status = QLabel()
        self.status.setObjectName("soft")
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setObjectName("quiet")
        self.stop_button.clicked.connect(self.stop)
        self._lay_out()
        FileDrop(self, arrivals.dropped_files, lambda files: self.fields.choose_files(*files))
        desk.content_changed.connect(self._look_again)
        desk.act_changed.connect(self._dossier_changed)
        self.set_theme(look)
        self._busy(False)
        self._clear()
        self._say(self.tr("Choose two texts, or drop two files here."))

    # ---- what is compared ----------------------------------------------------------------------------------

    def offer(self, choice: Choice | None = None) -> None:
        """Offer what the dossier has, keep what is shown, or show this choice."""
        self.fields.offer(self._desk.opened, self._desk.act.work if self._desk.act else "")
        if choice is not None:
            self.fields.choose(choice)
        else:
            self.compare()

    def compare(self) -> None:
        """Compare what is chosen, in the background, unless it is shown already."""
        choice, opened = self.fields.choice, self._desk.opened
        asked = (opened, choice)
        if asked == self._asked:
            return
        self.stop()
        self._asked = asked
        self._clear()
        self.changes.setVisible(choice is not None)  # nothing empty stands beside the words
        if choice is None:
            has_works = opened is not None and bool(comparing.comparable(opened))
            if has_works or opened is None:
                self._say(self.tr("Choose both files, or drop two files here."))
            else:
                self._say(
                    self.tr(
                        "No work of this dossier has two texts in one language yet. Import a newer text, or drop two "
                        "files here."
                    )
                )
            return
        under_way = self._under_way = ComparisonUnderWay(self)
        under_way.progressed.connect(self._progressed)
        under_way.found.connect(self._found)
        under_way.failed.connect(self._failed)
        self._busy(True)
        self._say(self.tr("Comparing…"))
        under_way.begin(choice, opened.path if opened else None)

    def stop(self) -> None:
        """Wait no longer for a comparison."""
        if self._under_way is not None:
            self._under_way.stop()
            self._asked = None
            self._end()
            self._say(self.tr("The comparison was stopped. Choose two texts to begin again."))

    def _end(self) -> None:
        if self._under_way is not None:
            self._under_way.disconnect(self)
            self._under_way.deleteLater()
            self._under_way = None
        self._busy(False)

    def _progressed(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _failed(self, words: str) -> None:
        self._end()
        self._say(words)

    def _found(self, compared: Compared) -> None:
        self._end()
        self.compared = compared
        self.changes.show_compared(compared, self._dossier)
        self.renewing.show_compared(compared)
        if compared.differences:
            self._show()
            if self._is_list_wanted and self.fields.work.hasFocus():
                self.changes.view.setFocus()
        else:
            self._say(self.tr("Both texts say the same."))
        self._is_list_wanted = False
        self._tell()

    def _clear(self) -> None:
        self.compared = None
        self.changes.show_compared(None, None)
        self.renewing.show_compared(None)
        self._show_hanging()
        self._tell()

    # ---- what is shown -------------------------------------------------------------------------------------

    def take_keyboard(self) -> None:
        """Give the list the keyboard, as soon as there is something in it; until then the fields."""
        self._is_list_wanted = self._under_way is not None
        (self.changes.view if self.changes.shown() else self.fields.work).setFocus()

    def _show(self) -> None:
        change = self.changes.current
        if change is not None:
            self.sheet.set_head(happened(change), " · ".join(filter(None, (numbers(change), change.heading))))
            self.page.show_marked((line.line, line.segments) for line in change.lines if line.line.kind != "block")
            self.sheet.show_page()
            self._bring_first_change(change)
        self._show_hanging()

    def _bring_first_change(self, change: Difference) -> None:
        """Of a long provision show where it begins to differ, not where it begins."""
        lines = [each for each in change.lines if each.line.kind != "block"]
        place = next((i for i, each in enumerate(lines) if each.state != "kept"), 0)
        block = self.page.document().findBlockByNumber(place)
        rect = self.page.document().documentLayout().blockBoundingRect(block)
        is_seen = rect.bottom() < self.page.viewport().height()
        self.page.verticalScrollBar().setValue(0 if is_seen else int(rect.top()) - _ABOVE)

    def _show_hanging(self) -> None:
        change, dossier = self.changes.current, self._dossier
        facts = [dossier.facts.get(f"correlation/{id}") for id in change.correlations] if change and dossier else []
        links = [each for each in facts if isinstance(each, Correlation)]
        drafts = []
        for each in change.modifications if change else ():
            proposal = dossier.proposal(each.proposal) if dossier else None
            drafts.append((proposal.work if proposal else "", each))
        self.hanging.show_hanging(links, drafts, self.compared.names if self.compared else {})
        is_empty = not links and not drafts
        self.hanging.setVisible(not is_empty)
        waiting = len(self.hanging.waiting)
        told = self.tr("%n to check again: Space confirms it", "", waiting) if waiting else self.tr("Hangs on it")
        self.hanging_head.setText((self.tr("Nothing hangs on it") if is_empty else told).upper())
        self.hanging_head.setVisible(change is not None and bool(self.compared and self.compared.work))

    def _say(self, words: str) -> None:
        self.sheet.set_head("", "")
        self.sheet.show_empty(words)

    def _narrowed(self) -> None:
        if self.compared is not None and self.compared.differences and not self.changes.shown():
            self._say(self.tr("No change is like this. Clear the filter to see all of them."))
            self._show_hanging()
        elif self.compared is not None and self.compared.differences:
            self._show()
        self._tell()

    def _tell(self) -> None:
        """How many changes there are, and how much is to be looked at again."""
        if self.compared is None:
            self.status.clear()
            return
        of, seen = len(self.compared.differences), len(self.changes.shown())
        told = self.tr("%n changes", "", of)
        if seen != of:
            told = self.tr("{seen} of {told}").format(seen=seen, told=told)
        if waiting := self._waiting():
            told += " · " + self.tr("%n correlations to check again", "", waiting)
        self.status.setText(told)

    def _waiting(self) -> int:
        """How many correlations are to be checked again; one may hang on several changes."""
        ids = {id for each in (self.compared.differences if self.compared else ()) for id in each.correlations}
        facts = self._dossier.facts if self._dossier else {}
        found = (facts.get(f"correlation/{id}") for id in ids)
        return sum(isinstance(each, Correlation) and each.status == "to-recheck" for each in found)

    # ---- clearing ------------------------------------------------------------------------------------------

    def confirm(self, correlation: Correlation | None = None) -> None:
        """Say of the next correlation here that it holds; where none is left, go to the next change with one."""
        wanted = correlation or next(iter(self.hanging.waiting), None)
        if wanted is not None and self._desk.opened is not None:
            try:
                correlating.confirm(self._desk.opened, [(wanted.eu, wanted.national)], author=self._desk.author)
            except TomasError as error:
                self.said.emit(messages.of_error(error))
                return
        if not self.hanging.waiting and not self.changes.go_to_next_waiting() and not self._waiting():
            self.said.emit(self.tr("Nothing is left to check again here."))

    def _look_again(self) -> None:
        """Something in the dossier changed."""
        if self.compared is not None and self.compared.work:
            self.changes.model.look_again(self._dossier)
            if self.isVisible():
                self._show_hanging()
                self._tell()

    def _dossier_changed(self) -> None:
        """Another dossier, or another text in it."""
        if self.isVisible():
            self.offer()

    def _renewed(self) -> None:
        """The newer text is worked with now: the numbers of what hangs on the changes are others."""
        self._asked = None
        self._desk.refresh_act()

    @property
    def _dossier(self) -> Dossier | None:
        return self._desk.opened.dossier if self._desk.opened else None

    # ---- the page ------------------------------------------------------------------------------------------

    def set_theme(self, look: Theme) -> None:
        """Draw law in a theme's colours."""
        self.page.set_colours(look.marks)
        self.hanging.set_theme(look)
        self._show_hanging()

    def _busy(self, is_busy: bool) -> None:
        self.progress.setRange(0, 0)
        self.progress.setVisible(is_busy)
        self.stop_button.setVisible(is_busy)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.fields, 1)
        head.addLayout(self.corner)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.sheet, 1)
        for widget in (self.hanging_head, self.hanging, self.renewing):
            beside.addWidget(widget)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.changes)
        both.addWidget(right)
        both.setHandleWidth(12)
        both.setSizes([2000, 3000])  # shares
        both.setStretchFactor(0, 2)
        both.setStretchFactor(1, 3)
        both.setChildrenCollapsible(False)
        below = QHBoxLayout()
        below.addWidget(self.progress)
        below.addWidget(self.status, 1)
        below.addWidget(self.stop_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(both, 1)
        layout.addLayout(below)

    # ---- what Qt says --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops a comparison that is under way, clears the filter, or leaves the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._under_way is not None:
            self.stop()
        elif self.changes.search.text():
            self.changes.search.clear()
        else:
            self.left.emit()
