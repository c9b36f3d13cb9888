"""The mouse in the tracked editor: double click takes one word of a pair, dragging inside is one edit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from tomas_desktop.amend.caret import Caret, shown, word_at
from tomas_desktop.amend.tracked import Edit
from tomas_desktop.ui.views.tracked_composition import TrackedComposing
from tomas_desktop.ui.views.tracked_paste import pasted


class TrackedMouse(TrackedComposing):
    """Adds what the mouse does. Qt's own dragging would change the document past the sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None  # where a press on the selection may become a drag
        self._dragged: tuple[Caret, Caret] | None = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Qt takes a deleted word and the one that stands for it as one; its own handling of the click goes first
        # (it prepares the triple click and the selection other programs can paste).
        super().mouseDoubleClickEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        cursor = self.cursorForPosition(point)
        place = cursor.position()
        if self.cursorRect(cursor).left() > point.x() and not cursor.atBlockStart():
            place -= 1
        start, end = word_at(shown(self._sheet.tracked.runs(), self._view), place)
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._adopt()
        point = event.position().toPoint()
        self._pressed = point if event.button() == Qt.MouseButton.LeftButton and self._on_selection(point) else None
        self._holding = True
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed, self._holding = None, False  # the drag eats the release
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._holding = None, False
        super().mouseReleaseEvent(event)
        self._settle_timer.start()

    def _on_selection(self, point: QPoint) -> bool:
        cursor = self.textCursor()
        place = self.cursorForPosition(point).position()
        return cursor.hasSelection() and cursor.selectionStart() <= place < cursor.selectionEnd()

    def _drag(self) -> None:
        """Drag the selected proposed text; moved to another program it is cut here."""
        start, end = self._selection()
        self._dragged = start, end
        drag = QDrag(self)
        drag.setMimeData(self.createMimeDataFromSelection())
        copy, move = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
        done = drag.exec(copy if self.isReadOnly() else copy | move, copy if self.isReadOnly() else move)
        if self._take_dragged() is not None and done == move and not self.isReadOnly():
            self._alone(lambda: self._sheet.replace(start, end, "", "delete"))

    def _take_dragged(self) -> tuple[Caret, Caret] | None:
        """What is being dragged out of here, once: a drop inside takes it, else the end of the drag."""
        dragged, self._dragged = self._dragged, None
        return dragged

    def dropEvent(self, event: QDropEvent) -> None:
        super().dragLeaveEvent(QDragLeaveEvent())  # takes the drop caret off the screen
        text = pasted(event.mimeData())
        if self.isReadOnly() or not text:
            event.ignore()
            return
        self._adopt()
        target = self._caret_at(self.cursorForPosition(event.position().toPoint()).position())
        inside = self._take_dragged()
        if inside is not None and event.dropAction() == Qt.DropAction.MoveAction:
            self._alone(lambda: self._move_text(*inside, target))
        else:
            self._alone(lambda: self._sheet.replace(target, target, text, "set"))
        event.acceptProposedAction()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _move_text(self, start: Caret, end: Caret, target: Caret) -> Edit | None:
        """Put the proposed text between two carets at a third, in one step; nothing where either end is locked."""
        sheet, size = self._sheet, end.p - start.p
        if not size or start.p <= target.p <= end.p:
            return None
        put = sheet.replace(target, target, sheet.tracked.proposed[start.p : end.p], "set")
        if put is None:
            return None
        shift = len(put.inserted) if target.p <= start.p else 0
        gone = sheet.replace(Caret(start.p + shift, start.b), Caret(end.p + shift, end.b), "", "delete")
        if gone is None:
            after = Caret(put.start + len(put.inserted), target.b)
            sheet.replace(Caret(put.start, target.b), after, put.removed, "set")
            return None
        caret = Caret(target.p + size - (0 if shift else size), target.b)
        sheet.tracked.settle()
        sheet.tracked.caret = sheet.tracked.nearest(caret)
        return put
