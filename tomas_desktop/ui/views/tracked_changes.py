"""The changes of the tracked editor as things of their own: the walk over them, putting the text in force back, those
that are agreed, and what is known of the one under the caret or the mouse."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from tomas_desktop.amend.caret import Caret
from tomas_desktop.amend.tracked import Change
from tomas_desktop.services.agreeing import Words
from tomas_desktop.ui.views import tracked_voice
from tomas_desktop.ui.views.tracked_mouse import TrackedMouse

_TELL_AFTER = 60  # milliseconds without a move until the change under the caret is told


class TrackedChanges(TrackedMouse):
    """`change_at_caret`: the caret came to rest in another `Change`, or in kept text (None). `note` words what the
    window knows of a change (who, when, why); "" where it knows nothing."""

    change_at_caret = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note: Callable[[Change], str] = lambda _change: ""
        self._told: Change | None = None
        self._tell_timer = QTimer(self, singleShot=True, interval=_TELL_AFTER)
        self._tell_timer.timeout.connect(self._tell_change)
        self.cursorPositionChanged.connect(self._tell_timer.start)
        self.edited.connect(self._tell_timer.start)

    # Where they are

    def changes(self) -> list[Change]:
        """The changes in the order of the text."""
        return self._sheet.tracked.changes()

    def change_count(self) -> int:
        """How many changes the proposed text has."""
        return len(self.changes())

    def current_change(self) -> int | None:
        """The position of the change the caret stands in or beside; None when it stands in kept text."""
        return _holding(self.changes(), self.caret())

    def go_to_change(self, step: Literal[1, -1]) -> bool:
        """Move the caret to the start of the next or previous change; False when there is none."""
        self._adopt()
        starts = [change.start for change in self.changes()]
        here = sum(self.caret())  # p and b never fall along the text, so their sum orders all places
        found = [start for start in starts if (sum(start) > here if step > 0 else sum(start) < here)]
        if not found:
            return False
        self._go(found[0] if step > 0 else found[-1])
        return True

    def selected_changes(self) -> list[Change]:
        """The changes that the selection meets, whole; without one, the change at the caret."""
        changes = self.changes()
        if not self.textCursor().hasSelection():
            index = _holding(changes, self.caret())
            return [] if index is None else [changes[index]]
        start, end = map(sum, self._selection())
        return [change for change in changes if sum(change.start) < end and sum(change.end) > start]

    # The text in force again

    def reject_change(self) -> bool:
        """Put the base text back for the change at the caret; False when there is none, or it is locked."""
        self._adopt()
        self._rest()  # before the change is looked up: the window may answer with a new alignment
        index = self.current_change()
        if index is None or self.isReadOnly():
            return False
        edit = self._alone(lambda: self._sheet.reject(index))
        if edit is None:
            self.refused.emit()
        return edit is not None

    def restore(self, which: Literal["all", "selected"]) -> bool:
        """Put the base text back for every change, or for those the selection meets, in one undo step; False when
        there is none that could be."""
        self._adopt()
        self._rest()
        wanted = self.changes() if which == "all" else self.selected_changes()
        if not wanted or self.isReadOnly():
            return False
        starts = None if which == "all" else [change.start for change in wanted]
        edit = self._alone(lambda: self._sheet.restore(starts))
        if edit is None:
            self.refused.emit()
        return edit is not None

    # Those that are agreed

    def said(self, change: Change) -> Words:
        """A change by the unit it stands in and its words; the same words twice in a unit are one."""
        return Words(*self._sheet.said(change))

    def set_agreed(self, agreed: frozenset[Words]) -> None:
        """Draw these changes more quietly."""
        if agreed != self._sheet.agreed:
            self._sheet.agreed = agreed
            self._render()

    # What is known of one

    def _tell_change(self) -> None:
        index = self.current_change()
        change = None if index is None else self.changes()[index]
        if change != self._told:
            self._told = change
            self.change_at_caret.emit(change)

    def describe_change(self) -> bool:
        """Show and have spoken what is known of the change at the caret; False when there is none."""
        index = self.current_change()
        words = "" if index is None else self.note(self.changes()[index])
        if words:
            self._show_note(self.viewport().mapToGlobal(self.cursorRect().bottomLeft() + QPoint(0, 4)), words)
            tracked_voice.announce(self, words)
        return bool(words)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._note_at(event.pos())
            if words:
                self._show_note(event.globalPos(), words)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _note_at(self, point: QPoint) -> str:
        cursor = self.cursorForPosition(point)
        beside = self.cursorRect(cursor).adjusted(-12, -2, 12, 2)
        if not self._is_marked or not beside.contains(point):
            return ""  # the nearest text is not under the mouse
        changes = self.changes()
        index = _holding(changes, self._caret_at(cursor.position()))
        return "" if index is None else self.note(changes[index])

    def _show_note(self, place: QPoint, words: str) -> None:
        QToolTip.showText(place, f"<p style='white-space: pre-wrap'>{html.escape(words)}</p>", self.viewport())


def _holding(changes: list[Change], caret: Caret) -> int | None:
    """Which of the changes a caret stands in or beside."""
    p, b = caret
    for i, change in enumerate(changes):
        if change.start.p <= p <= change.end.p and change.start.b <= b <= change.end.b:
            return i
    return None
