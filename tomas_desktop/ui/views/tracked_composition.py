"""What the tracked editor tells an input method, and how it shows what is being composed.

Input methods read the text around the caret and replace parts of it by offsets. They are told the proposed
text: deleted words that are only shown would make every offset wrong. While something is being composed, no patch
may touch its block (Qt does not move the preedit with the text): all else waits.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat

from tomas_desktop.amend.caret import Caret, word_at
from tomas_desktop.amend.marks import joined, units
from tomas_desktop.ui.views.tracked_editing import TrackedEditing
from tomas_desktop.ui.views.tracked_sheet import Look, cleaned

_Query = Qt.InputMethodQuery


def answer(proposed: str, caret: Caret, anchor: Caret, query: Qt.InputMethodQuery) -> object | None:
    """The answer to a question about the text, from the proposed paragraph under the caret; None for any other."""
    start = proposed.rfind("\n", 0, caret.p) + 1
    end = proposed.find("\n", caret.p)
    if query == _Query.ImSurroundingText:
        return joined(proposed[start:end])
    if query == _Query.ImCursorPosition:
        return caret.p - start
    if query == _Query.ImAnchorPosition:
        return min(max(anchor.p, start), end) - start
    if query == _Query.ImAbsolutePosition:
        return caret.p
    if query == _Query.ImTextBeforeCursor:
        return joined(proposed[: caret.p])
    if query == _Query.ImTextAfterCursor:
        return joined(proposed[caret.p : -1])
    if query == _Query.ImCurrentSelection:
        return joined(proposed[min(caret.p, anchor.p) : max(caret.p, anchor.p)])
    return None


def preedit_event(event: QInputMethodEvent, look: QTextCharFormat) -> QInputMethodEvent:
    """The composed text of an event, drawn as inserted unless the input method has its own wish; offsets into
    our document, which the input method does not know, are left out."""
    kinds = QInputMethodEvent.AttributeType
    attributes = [each for each in event.attributes() if each.type != kinds.Selection]
    if all(each.type != kinds.TextFormat for each in attributes):
        look = QTextCharFormat(look)
        look.setFontStrikeOut(False)  # said outright: beside deleted words it would be taken from them
        size = len(event.preeditString().encode("utf-16-le")) // 2
        attributes.append(QInputMethodEvent.Attribute(kinds.TextFormat, 0, size, look))
    return QInputMethodEvent(event.preeditString(), attributes)


class TrackedComposing(TrackedEditing):
    """Adds input methods: dead keys, compose sequences, on-screen keyboards."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            event.ignore()
            return
        self._adopt()
        commit, preedit = event.commitString(), event.preeditString()
        if self._composing and (commit or event.replacementLength() or not preedit):
            super().inputMethodEvent(QInputMethodEvent())
            self._composing = False
        if commit or event.replacementLength():
            self._commit(units(cleaned(commit)), event.replacementStart(), event.replacementLength())
        if preedit:
            if not self._composing:
                self._make_room()
            self._composing = True
            super().inputMethodEvent(preedit_event(event, self._format(Look("+", "text"))))
        if not self._composing:
            self._after_composition()
        event.accept()

    def _after_composition(self) -> None:
        """What had to wait while the preedit stood there."""
        self._watch(0, 0, 0)
        if self._late:
            self._late = False
            (self._waiting or self._render)()
            self._settle_timer.start()
        if not self._strange:
            self._place(follow=False)

    def _commit(self, text: str, offset: int, length: int) -> None:
        if not length:
            self._type(joined(text))
            return
        tracked = self._sheet.tracked
        start = tracked.nearest(Caret(max(self.caret().p + offset, 0), self.caret().b))
        end = tracked.nearest(Caret(start.p + length, self.caret().b))
        self._took(self._sheet.replace(start, end, joined(text), "type"), expected=True)

    def _make_room(self) -> None:
        """Before a composition: what is selected goes, and a caret inside a deleted word goes to its start."""
        if self.textCursor().hasSelection():
            self._type("", "delete")
            if self.textCursor().hasSelection():  # refused: Qt must not remove it either
                self._place(follow=False)
        runs, here = self._sheet.tracked.runs(), self.textCursor().position()
        start, end = word_at(runs, here)
        if self._view == "all" and start < here < end and self._run_at(here)[0] == "-":
            self._sheet.tracked.caret = self._caret_at(start)
            self._place(follow=True)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        if self._view != "original":
            anchor = self._anchor() or self.caret()
            found = answer(self._sheet.tracked.proposed, self.caret(), anchor, query)
            if found is not None:
                return found
        return super().inputMethodQuery(query) if argument is None else super().inputMethodQuery(query, argument)
