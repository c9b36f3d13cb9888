"""The editor of a proposal: deletions struck, insertions underlined, in place, while the drafter types.

What a window needs of it:

    editor = TrackedEditor()
    editor.set_texts(base, proposed)              # Lines; another provision: caret and view to the top
    editor.refresh(base, proposed, caret=c)       # the same one after undo or redo, or with its kinds and numbers anew
    editor.edited.connect(...)                    # list[str]: the proposed paragraphs after each edit of the user
    editor.rested.connect(...)                    # typing came to rest (caret away, 800 ms, focus lost): one undo step
    editor.refused.connect(...)                   # an edit would have touched a locked line (an article's number)
    editor.set_view("all" | "final" | "original" | "beside")
    editor.go_to_change(+1), editor.change_count(), editor.current_change()
    editor.reject_change(), editor.restore("all" | "selected"), editor.set_agreed(...)
    editor.change_at_caret.connect(...)           # the change the caret came to stand in, or None
    editor.caret()                                # opaque; kept with an undo step, handed back to `refresh`
    editor.set_colours(MarkColours(...)), editor.set_reading_font(font)

The editor keeps no history: Ctrl+Z and Ctrl+Y reach the window's own actions. Qt never changes the document:
each input event becomes an edit of the proposed text, the marks are derived again, and a patch brings the
document to them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Literal, cast

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tomas_desktop.amend.caret import Caret, shown, word_border
from tomas_desktop.amend.marks import joined
from tomas_desktop.amend.tracked import Edit
from tomas_desktop.model.canonical import Line
from tomas_desktop.ui.views.tracked_changes import TrackedChanges
from tomas_desktop.ui.views.tracked_look import MarkColours
from tomas_desktop.ui.views.tracked_paste import pasted
from tomas_desktop.ui.views.tracked_patch import head_of, tail_of
from tomas_desktop.ui.views.tracked_sheet import Pairs, Sheet

__all__ = ["MarkColours", "TrackedEditor"]

Shows = Literal["all", "final", "original", "beside"]
LOCKED_KINDS = frozenset({"number"})

_Key = QKeySequence.StandardKey
_MOVES = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)


class TrackedEditor(TrackedChanges):
    """See the top of this file. Texts go in as canonical lines and come out as paragraphs."""

    view_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locked: Collection[str] = LOCKED_KINDS
        self._keys: tuple[tuple[QKeySequence.StandardKey, Callable[[], None]], ...] = (
            (_Key.InsertParagraphSeparator, lambda: self._type("\n")),
            (_Key.InsertLineSeparator, lambda: self._type("\n")),
            (_Key.Delete, self._delete),
            (_Key.DeleteStartOfWord, lambda: self._erase_word(-1)),
            (_Key.DeleteEndOfWord, lambda: self._erase_word(1)),
            (_Key.Cut, self.cut),
            (_Key.Copy, self.copy),
            (_Key.Paste, self.paste),
            (_Key.SelectAll, self.selectAll),
            (_Key.MoveToPreviousWord, lambda: self._move_word(-1, select=False)),
            (_Key.MoveToNextWord, lambda: self._move_word(1, select=False)),
            (_Key.SelectPreviousWord, lambda: self._move_word(-1, select=True)),
            (_Key.SelectNextWord, lambda: self._move_word(1, select=True)),
        )

    # Texts

    def set_texts(
        self,
        base: Sequence[Line],
        proposed: Sequence[Line],
        pairs: Pairs | None = None,
        locked: Collection[str] = LOCKED_KINDS,
    ) -> None:
        """Show another provision. `pairs` is their alignment (`comparison.pairs`, made here when absent); lines
        of the kinds in `locked` cannot be edited. An empty `proposed` is a deleted provision."""
        self._adopt()
        self._rest()
        self._waiting = None
        if self._composing:
            super().inputMethodEvent(QInputMethodEvent())
            QApplication.inputMethod().reset()
        self._composing = self._late = False
        self._sheet = Sheet(base, proposed, pairs, locked)
        self._locked = locked
        self._render(is_new=True)
        self.verticalScrollBar().setValue(0)

    def refresh(
        self, base: Sequence[Line], proposed: Sequence[Line], pairs: Pairs | None = None, caret: Caret | None = None
    ) -> None:
        """Show the same provision with another proposed text, or with its kinds, numbers and alignment anew. Caret
        and view stay, or go to `caret`. Where the paragraphs only lose blanks at their ends, or empty ones go,
        the user may still be typing: nothing is redrawn before the caret leaves the mark or the paragraph."""
        self._adopt()
        show = partial(self._show, base, proposed, pairs, caret)
        texts = [line.text for line in proposed]
        same = caret is None and self.hasFocus() and _written(texts) == _written(self._sheet.proposed())
        here = self._sheet.proposed()[self._paragraph()]
        is_open = texts != self._sheet.proposed() and (not here or here != here.strip())
        put_off = same and (is_open or self._sheet.tracked.hot_place() is not None)
        if put_off or self._composing:
            self._late = self._late or self._composing
            self._waiting, self._waits_in = show, self._paragraph()
        else:
            show()

    def _show(self, base: Sequence[Line], proposed: Sequence[Line], pairs: Pairs | None, caret: Caret | None) -> None:
        anchor, old = self._anchor(), self._sheet.tracked
        here = self.caret()
        self._waiting = None
        agreed = self._sheet.agreed
        self._sheet = Sheet(base, proposed, pairs, self._locked)
        self._sheet.agreed = agreed
        new = self._sheet.tracked
        new.caret = new.nearest(caret or _followed(here, old.proposed, new.proposed))
        if anchor is not None:
            anchor = None if caret else _followed(anchor, old.proposed, new.proposed)
        self._render(follow=caret is not None, anchor=anchor)

    def set_view(self, view: Shows) -> None:
        """All changes marked, the text as proposed (it can be edited too), or the text in force (it cannot); "beside"
        is the proposed text, its new words marked, for one side of two."""
        if view == ("beside" if self._is_beside else self._view):
            return
        self._adopt()
        self._rest()
        self._is_beside = view == "beside"
        self._view = "final" if view == "beside" else view
        if view == "original":
            flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        else:
            flags = Qt.TextInteractionFlag.TextEditorInteraction
        self.setReadOnly(view == "original")
        self.setTextInteractionFlags(flags)
        self.view_changed.emit(view)
        self._render(follow=True)

    # Edits

    def _backspace(self) -> None:
        if self.textCursor().hasSelection():
            self._type("", "backspace")
        else:
            self._erase(self._sheet.backspace, Caret(self.caret().p, 0), self.textCursor().atStart())

    def _delete(self) -> None:
        if self.textCursor().hasSelection():
            self._type("", "delete")
        else:
            end = len(self._sheet.tracked.base)
            self._erase(self._sheet.delete, Caret(self.caret().p, end), self.textCursor().atEnd())

    def _erase(self, key: Callable[[Caret], Edit | None], beside: Caret, at_end: bool) -> None:
        """One Backspace or Delete. In the final view it means the living character (`beside`), not a hidden one."""
        before = self.caret()
        edit = key(before if self._view == "all" else self._sheet.tracked.nearest(beside))
        self._took(edit, expected=self.caret() == before and not at_end)

    def _erase_word(self, step: Literal[1, -1]) -> None:
        if not self.textCursor().hasSelection():
            here = self.textCursor().position()
            there = word_border(shown(self._sheet.tracked.runs(), self._view), here, step)
            start, end = self._caret_at(min(here, there)), self._caret_at(max(here, there))
            self._took(
                self._sheet.replace(start, end, "", "backspace" if step < 0 else "delete"), expected=start.p != end.p
            )
        else:
            self._type("", "backspace" if step < 0 else "delete")

    # Keys

    def event(self, event: QEvent) -> bool:
        # A focused text widget swallows undo and redo even without a history: leave them to the window.
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(cast(QKeyEvent, event)):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._adopt()
        if _is_undo(event):
            event.ignore()
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif action := next((act for key, act in self._keys if event.matches(key)), None):
            action()
        elif event.key() == Qt.Key.Key_Backspace and event.modifiers() not in _COMMAND:
            self._backspace()
        elif event.key() in _MOVES:
            super().keyPressEvent(event)
        elif event.text() and event.modifiers() not in _COMMAND and all(char.isprintable() for char in event.text()):
            self._type(event.text())
        else:
            event.ignore()

    def _move_word(self, step: Literal[1, -1], *, select: bool) -> None:
        cursor = self.textCursor()
        place = word_border(shown(self._sheet.tracked.runs(), self._view), cursor.position(), step)
        mode = cursor.MoveMode.KeepAnchor if select else cursor.MoveMode.MoveAnchor
        cursor.setPosition(min(place, self.document().characterCount() - 1), mode)
        self.setTextCursor(cursor)

    # Clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """Only the proposed text, and only as text: a clause is pasted into letters."""
        data = QMimeData()
        start, end = self._selection()
        text = self._sheet.tracked.base[start.b : end.b] if self._view == "original" else (
            self._sheet.tracked.proposed[start.p : end.p]
        )  # fmt: skip
        data.setText(joined(text))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        is_file = any(url.isLocalFile() for url in source.urls())  # a file that is dropped goes to the window
        return source.hasText() and not is_file and not self.isReadOnly()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = pasted(source)
        if text and not self.isReadOnly():
            start, end = self._selection()
            if self._alone(lambda: self._sheet.replace(start, end, text, "set")) is None:
                self.refused.emit()

    def cut(self) -> None:
        start, end = self._selection()
        if start.p != end.p and not self.isReadOnly():
            self.copy()
            if self._alone(lambda: self._sheet.replace(start, end, "", "delete")) is None:
                self.refused.emit()

    # Menu

    def context_menu(self) -> QMenu:
        """The commands for the place of the caret; what the window has added to our `actions` among them."""
        menu = QMenu(self)
        selected, free = self.textCursor().hasSelection(), not self.isReadOnly()
        restoring = self.tr("&Restore the selected changes") if selected else self.tr("&Restore this change")
        entries: tuple[tuple[str, QKeySequence.StandardKey | None, Callable[[], object], bool], ...] = (
            (self.tr("Cu&t"), _Key.Cut, self.cut, selected and free),
            (self.tr("&Copy"), _Key.Copy, self.copy, selected),
            (self.tr("&Paste"), _Key.Paste, self.paste, free and self.canPaste()),
            (self.tr("Select &all"), _Key.SelectAll, self.selectAll, True),
            ("", None, lambda: None, False),
            (restoring, None, lambda: self.restore("selected"), free and bool(self.selected_changes())),
        )
        for title, key, act, enabled in entries:
            if not title:
                menu.addSeparator()
                continue
            action = menu.addAction(title)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _checked=False, act=act: act())
            if key is not None:
                action.setShortcut(QKeySequence(key))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown only: the key comes to us
        menu.insertActions(menu.actions()[-1], self.actions())
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = event.globalPos()
            if not self.textCursor().hasSelection():
                self.setTextCursor(self.cursorForPosition(self.viewport().mapFromGlobal(place)))
        else:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft() + QPoint(0, 2))
        menu = self.context_menu()
        menu.exec(place)
        menu.deleteLater()


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(_Key.Undo) or event.matches(_Key.Redo)


def _written(paragraphs: Sequence[str]) -> list[str]:
    """What is written, without the blanks and the empty paragraphs that typing leaves on its way."""
    return [text.strip() for text in paragraphs if text.strip()]


def _followed(caret: Caret, old: str, new: str) -> Caret:
    """The caret in a proposed text that changed elsewhere: a change left of it moves it along."""
    head = head_of(old, new)
    tail = tail_of(old[head:], new[head:])
    return caret if caret.p <= head or caret.p < len(old) - tail else Caret(caret.p + len(new) - len(old), caret.b)
