"""The stage: the whole screen for the audience. Keys come in, the performance moves, the screen shows it at once."""

from __future__ import annotations

import time
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from tomas_desktop.ui.presentation import keys, look, screens
from tomas_desktop.ui.presentation.elided import ElidedLabel
from tomas_desktop.ui.presentation.key_card import KeyCard
from tomas_desktop.ui.presentation.notes import Cue, NotesStrip, Presenter, show_clock
from tomas_desktop.ui.presentation.performance import Performance
from tomas_desktop.ui.presentation.reveal import words_of
from tomas_desktop.ui.presentation.slide import Slide
from tomas_desktop.ui.presentation.timer import Timer
from tomas_desktop.ui.views import tracked_voice

HIDE_CURSOR_MS = 3000
_DOTS = 12  # changes that are shown as dots; more are a number


class Stage(QWidget):
    """`left` when the presentation is over. Nothing is moved in the window behind it."""

    left = Signal()

    def __init__(self, performance: Performance, window: QWidget, *, is_dark: bool = False) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setObjectName("stage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Presentation"))
        self.setMouseTracking(True)
        self.performance = performance
        self._window = window
        self.is_dark = is_dark
        self.timer = Timer(time.monotonic())
        self.slide = Slide(performance)
        self.slide.turned.connect(self._show_page)
        self.place = ElidedLabel()
        self.changes, self.page, self.clock = QLabel(), QLabel(), QLabel()
        self.clock.setObjectName("clock")
        self._hint = QLabel(self.tr("? keys"))
        foot = QHBoxLayout()
        foot.setSpacing(32)
        foot.addWidget(self.place, 1)
        foot.addWidget(self.changes)
        right = QHBoxLayout()
        right.setSpacing(24)
        right.addStretch(1)
        for label in (self.page, self.clock, self._hint):
            right.addWidget(label)
        foot.addLayout(right, 1)
        self.strip = NotesStrip()
        self.strip.hide()
        self._column = QVBoxLayout(self)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the screen decides, not the text
        self._column.addWidget(self.slide, 1)
        self._column.addWidget(self.strip)
        self._column.addLayout(foot)
        self.card = KeyCard(self)
        self.blank = QWidget(self)
        self.blank.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.blank.setMouseTracking(True)
        self.blank.hide()
        for label in self.findChildren(QLabel):
            label.setMouseTracking(True)
        self.presenter: Presenter | None = None
        self._hide_cursor = QTimer(self)
        self._hide_cursor.setSingleShot(True)
        self._hide_cursor.setInterval(HIDE_CURSOR_MS)
        self._hide_cursor.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self._tick = QTimer(self)
        self._tick.setInterval(250)
        self._tick.timeout.connect(self._show_cue)
        self._dress()

    def begin(self) -> None:
        """Fill the audience's screen; the presenter's window opens where there is another one for it."""
        audience, own = screens.for_window(self._window)
        self.setScreen(audience)
        self.setGeometry(audience.geometry())
        self.showFullScreen()
        self._tick.start()
        self._hide_cursor.start()
        if own is not None:
            self.presenter = Presenter(self)
            self.presenter.setStyleSheet(
                look.style_sheet(look.of(self.is_dark), max(own.geometry().height() // 40, 14))
            )
            self.presenter.setScreen(own)
            self.presenter.setGeometry(own.availableGeometry())
            self.presenter.show()
        self._show_cue()
        self.activateWindow()
        self.setFocus()

    def refresh(self) -> None:
        """Show a dossier that has changed meanwhile."""
        self.performance.refresh()
        self._show()

    # ---- keys ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = keys.meaning(event)
        if self.card.isVisible():
            self.card.hide()
            if does in ("help", "leave"):
                return
        if self.blank.isVisible() and does not in ("black", "white"):
            self.blank.hide()
            return
        if does:
            self.press(does)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab is a key of the presentation

    def press(self, does: str) -> None:
        """Do what a key does, by the names of `keys.PRESSES`."""
        if does not in ("spotlight", "invert", "timer", "notes", "help", "black", "white"):
            self.slide.point(None)
        getattr(self, f"_{does}")()

    def _forward(self) -> None:
        show = self.performance
        if show.reveal(1):
            self._show()
            self.slide.bring_change()
            self._speak()
        elif not self.slide.turn(1) and show.go(1):
            self._show(afresh=True)

    def _speak(self) -> None:
        """Have the change that was shown last spoken: a screen reader tells neither underline nor strike."""
        show = self.performance
        gone, come = words_of(show.scene.papers["proposal"].lines, show.steps[show.revealed - 1])
        said = [self.tr("deleted: {words}").format(words=gone)] if gone else []
        said += [self.tr("inserted: {words}").format(words=come)] if come else []
        tracked_voice.announce(self, "; ".join(said))

    def _back(self) -> None:
        show = self.performance
        if show.reveal(-1):
            self._show()
            self.slide.bring_change()
        elif not self.slide.turn(-1) and show.go(-1, all_shown=True):
            self._show(afresh=True)

    def _all_changes(self) -> None:
        self.performance.reveal_all()
        self._show()

    def _next_stop(self) -> None:
        if self.performance.go(1):
            self._show(afresh=True)

    def _previous_stop(self) -> None:
        if self.performance.go(-1):
            self._show(afresh=True)

    def _first_stop(self) -> None:
        self.performance.go_to(0)
        self._show(afresh=True)

    def _last_stop(self) -> None:
        self.performance.go_to(len(self.performance.stops) - 1)
        self._show(afresh=True)

    def _next_other(self) -> None:
        self._take_other(1)

    def _previous_other(self) -> None:
        self._take_other(-1)

    def _take_other(self, by: int) -> None:
        if self.performance.other(by):
            self._show(afresh=True)
            self.slide.bring_linked()

    def _one(self) -> None:
        self._take_columns(1)

    def _two(self) -> None:
        self._take_columns(2)

    def _three(self) -> None:
        self._take_columns(3)

    def _take_columns(self, number: int) -> None:
        self.performance.take_columns(number)
        self._show(afresh=True)

    def _page_down(self) -> None:
        self.slide.turn(1)

    def _page_up(self) -> None:
        self.slide.turn(-1)

    def _larger(self) -> None:
        self.slide.scale(1)

    def _smaller(self) -> None:
        self.slide.scale(-1)

    def _fit(self) -> None:
        self.slide.scale(0)

    def _spotlight(self) -> None:
        self.slide.turn_light(QPointF(self.slide.mapFromGlobal(QCursor.pos())))

    def _black(self) -> None:
        self._cover("#000000")

    def _white(self) -> None:
        self._cover("#ffffff")

    def _cover(self, colour: str) -> None:
        sheet = f"background: {colour};"
        is_on = self.blank.isVisible() and self.blank.styleSheet() == sheet
        self.blank.setStyleSheet(sheet)
        self.blank.setVisible(not is_on)
        self.blank.raise_()

    def _invert(self) -> None:
        self.is_dark = not self.is_dark
        self._dress()
        self._show()

    def _timer(self) -> None:
        self.timer.turn()
        self._show_cue()

    def _restart_timer(self) -> None:
        self.timer.restart(time.monotonic())
        self._show_cue()

    def _more_time(self) -> None:
        self.timer.add(1)
        self._show_cue()

    def _less_time(self) -> None:
        self.timer.add(-1)
        self._show_cue()

    def _notes(self) -> None:
        if self.presenter is not None:
            self.presenter.setVisible(not self.presenter.isVisible())
        else:
            self.strip.setVisible(self.strip.isHidden())
        self._show_cue()
        self._show()

    def _order(self) -> None:
        if self.performance.turn_order():
            self._show(afresh=True)

    def _help(self) -> None:
        self.card.setFixedWidth(self.width() * 4 // 5)
        self.card.adjustSize()
        self.card.move((self.width() - self.card.width()) // 2, max((self.height() - self.card.height()) // 2, 0))
        self.card.show()
        self.card.raise_()

    def _leave(self) -> None:
        self.close()

    # ---- showing -------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Put on the look, in letters that go with the height of the screen."""
        height = self.height()
        self.setStyleSheet(look.style_sheet(look.of(self.is_dark), max(height // 56, 11)))
        side = max(height // 24, 16)
        self._column.setContentsMargins(side, side * 2 // 3, side, side // 2)
        self._column.setSpacing(side // 2)
        self.slide.dress(look.of(self.is_dark).marks, height)

    def _show(self, *, afresh: bool = False) -> None:
        """Show where the performance stands; `afresh` from the first page on."""
        self._show_cue()
        layout = self.layout()
        assert layout is not None
        layout.activate()  # the notes may have come or gone: the text needs to know its room
        self.slide.show_text(afresh=afresh)
        if afresh and not self.performance.scene.is_eu:
            self.slide.bring_linked()

    def _show_page(self) -> None:
        page, count = self.slide.pages()
        words = self.tr("Page {number} of {count}").format(number=page + 1, count=count)
        self.page.setText(f"{words} ↓" if page + 1 < count else words)
        self.page.setVisible(count > 1)

    def _cue(self) -> Cue:
        show, now = self.performance, time.monotonic()
        is_shown = "proposal" in show.kinds
        return Cue(
            show.scene.title,
            f"{show.at + 1} / {len(show.stops)}",
            f"{show.revealed} / {len(show.steps)}" if show.steps and is_shown else "",
            show.notes,
            show.next_title(),
            self.timer.text(now),
            self.timer.is_over(now),
            datetime.now().astimezone().strftime("%H:%M"),
        )

    def _show_cue(self) -> None:
        cue, show = self._cue(), self.performance
        others = len(show.scene.others)
        beside = self.tr("Provision {number} of {count} · Tab").format(number=show.scene.chosen + 1, count=others)
        parts = (cue.place, cue.title, beside if others > 1 else "")
        self.place.say("   ".join(part for part in parts if part))
        is_few = 0 < len(show.steps) <= _DOTS
        dots = "● " * show.revealed + "○ " * (len(show.steps) - show.revealed)
        self.changes.setText((dots.strip() if is_few else cue.changes) if cue.changes else "")
        named = self.tr("Changes shown: {count}").format(count=cue.changes)
        self.changes.setAccessibleName(named if cue.changes else "")
        show_clock(self.clock, cue)
        self.clock.setVisible(bool(cue.timer))
        self.strip.show_cue(cue)
        if self.presenter is not None:
            self.presenter.show_cue(cue)

    # ---- what Qt says --------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show(afresh=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()
        self.blank.setGeometry(self.rect())
        if self.card.isVisible():
            self._help()
        if self.isVisible():
            self._show()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._hide_cursor.start()
        if self.slide.is_lit:
            self.slide.point(QPointF(self.slide.mapFrom(self, event.position().toPoint())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse's left button goes on, its right one back, as in every slide show."""
        if self.card.isVisible() or self.blank.isVisible():
            self.card.hide()
            self.blank.hide()
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self.press("forward" if event.button() == Qt.MouseButton.LeftButton else "back")

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.slide.turn(-1 if event.angleDelta().y() > 0 else 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._hide_cursor.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick.stop()
        if self.presenter is not None:
            self.presenter.close()
        super().closeEvent(event)
        self.left.emit()
