"""Every change of the tracked text goes through here: shown, told to the window, brought to rest.

An edit is shown at once with the mark under the caret left as the hand made it; when the caret leaves the mark,
or focus leaves the editor, the mark takes the form the redline gives it. If anything but a patch changes the
document, the change is taken in as an edit of the proposed text and logged.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from tomas_desktop.amend.caret import Caret, position_in
from tomas_desktop.amend.marks import joined, units
from tomas_desktop.amend.tracked import Edit, Gesture
from tomas_desktop.ui.views import tracked_voice
from tomas_desktop.ui.views.tracked_patch import head_of, tail_of
from tomas_desktop.ui.views.tracked_sheet import Look, Piece
from tomas_desktop.ui.views.tracked_view import TrackedView

log = logging.getLogger(__name__)

REST_AFTER = 800  # milliseconds without a key until typing has come to rest
AFTER_A_MOVE = 25  # the same after the caret was moved


class TrackedEditing(TrackedView):
    """The view with edits. `edited`: the proposed paragraphs after each edit; `rested`: what was edited since the
    last time is one step; `refused`: an edit would have touched a locked line."""

    edited = Signal(list)
    rested = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = False  # edited since it last came to rest
        self._strange = False  # somebody else changed the document
        self._holding = False  # a mouse button is down in here
        self._spoken: tuple[str, str] = ("=", "")
        self._waiting: Callable[[], None] | None = None  # a refresh put off: the user is at work there
        self._waits_in = 0  # the paragraph the caret was in then
        self._rest_timer = QTimer(self, singleShot=True, interval=REST_AFTER)
        self._rest_timer.timeout.connect(self._rest)
        self._settle_timer = QTimer(self, singleShot=True, interval=0)
        self._settle_timer.timeout.connect(self._settle_if_left)
        self.cursorPositionChanged.connect(self._moved)
        self.document().contentsChange.connect(self._watch)

    # Edits

    def _type(self, text: str, gesture: Gesture = "type") -> None:
        start, end = self._selection()
        self._took(self._sheet.replace(start, end, text, gesture), expected=bool(text) or start.p != end.p)

    def _took(self, edit: Edit | None, *, expected: bool) -> None:
        """Show an edit and tell the window; without one only the caret may have moved."""
        if edit is None:
            if expected:
                self.refused.emit()
            self._render(follow=True, anchor=self._anchor() if expected else None)
            return
        self._waiting = None
        self._typed = True
        self._render(follow=True)
        self._rest_timer.start(REST_AFTER)
        self.edited.emit(self._sheet.proposed())

    def _alone(self, change: Callable[[], Edit | None]) -> Edit | None:
        """Do an edit that is an undo step of its own."""
        self._adopt()
        self._rest()
        edit = change()
        self._took(edit, expected=False)
        self._rest()
        return edit

    # Rest

    def _rest(self) -> None:
        """Typing came to rest: what was typed since is one step."""
        self._rest_timer.stop()
        if self._typed:
            self._typed = False
            self.rested.emit()

    def _rest_soon(self) -> None:
        """The caret was moved: typing has come to rest. The window is told when the move has been painted."""
        if self._typed and self._rest_timer.interval() != AFTER_A_MOVE:
            self._rest_timer.start(AFTER_A_MOVE)

    def _settle(self) -> None:
        """Show the edited mark as it rests, then what waited for it."""
        if self._composing:
            self._late = True
            return
        self._adopt()
        anchor = self._anchor()
        self._sheet.tracked.settle()
        if self._waiting is not None:
            self._waiting()
        else:
            self._render(anchor=anchor)

    def _settle_if_left(self) -> None:
        if self._holding:
            return  # text must not move under a pressed mouse button; its release asks again
        if self._sheet.tracked.has_left() or (self._waiting and self._paragraph() != self._waits_in):
            self._settle()

    def _moved(self) -> None:
        """The user moved the caret."""
        if self._patching or self._composing or self._strange:
            return
        self._sheet.tracked.caret = self._caret_at(self.textCursor().position())
        self._rest_soon()
        self._settle_timer.start()
        run = self._run_at(self.textCursor().position()) if self._is_marked else ("=", "")
        if run != self._spoken and run[0] != "=":
            kind = self.tr("inserted: {words}") if run[0] == "+" else self.tr("deleted: {words}")
            tracked_voice.announce(self, kind.format(words=joined(run[1]).replace("\n", " ").strip()))
        self._spoken = run

    def _paragraph(self) -> int:
        """Which proposed paragraph the caret is in."""
        return self._sheet.tracked.proposed.count("\n", 0, self.caret().p)

    def _anchor(self) -> Caret | None:
        cursor = self.textCursor()
        return self._caret_at(cursor.anchor()) if cursor.hasSelection() else None

    def _go(self, caret: Caret) -> None:
        """Move the caret as the user would."""
        self._sheet.tracked.caret = caret  # tells what a view hides at that place
        cursor = self.textCursor()
        cursor.setPosition(position_in(self._sheet.tracked.runs(), caret, self._view))
        self.setTextCursor(cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()
            self._rest()

    # The net below everything

    def _watch(self, _position: int, _removed: int, _added: int) -> None:
        """Somebody changed the document (our own patches are silent, a composition changes no text)."""
        if not self._composing and not self._strange and self._text() != self._shown_text():
            self._strange = True
            QTimer.singleShot(0, self._adopt)

    def _text(self) -> str:
        return units(self.document().toRawText().replace("\u2029", "\n"))

    def _shown_text(self) -> str:
        return "".join(piece.text for piece in self._shown.pieces)

    def _adopt(self) -> None:
        """Take a foreign change of the document in as an edit of the proposed text."""
        if not self._strange or self._composing:
            return
        self._strange = False
        before, after = self._shown_text(), self._text()
        head = head_of(before, after)
        tail = tail_of(before[head:], after[head:])
        removed, inserted = before[head : len(before) - tail], after[head : len(after) - tail]
        log.warning("the document was changed from outside at %d: %r became %r", head, removed, inserted)
        start, end = self._caret_at(head), self._caret_at(head + len(removed))
        edit = self._sheet.replace(start, end, inserted, "set") if self._view != "original" else None
        unknown = Look("=", "num")  # any look will do: the patch sets what differs, so none may look right by chance
        self._shown = self._shown._replace(pieces=[Piece(unknown, after)] if after else [], styles=[])
        self._render(follow=True)
        self._dress()
        if edit:
            self._took(edit, expected=False)
