"""Files that are dragged out of another program and dropped on a page or a dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

Found = TypeVar("Found")
_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrop(QObject):
    """Takes what is dropped on a widget, over its fields too: these would read the name of a file as a text. Made when
    the fields stand."""

    def __init__(
        self, widget: QWidget, wanted: Callable[[QMimeData], Found | None], taken: Callable[[Found], object]
    ) -> None:
        """`wanted` reads what is dragged, None where it is nothing for this place; `taken` gets it when the drop is
        over: a dialog that comes before would let the file manager wait for it."""
        super().__init__(widget)
        self._wanted: Callable[[QMimeData], Any] = wanted
        self._taken: Callable[[Any], object] = taken
        self._is_wanted = False  # what is over the widget now
        widget.setAcceptDrops(True)
        for one in (widget, *widget.findChildren(QLineEdit)):
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGGED or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        found = self._wanted(event.mimeData()) if event.type() != QEvent.Type.DragMove else None
        if event.type() != QEvent.Type.DragMove:  # which comes with every pixel
            self._is_wanted = found is not None
        if not self._is_wanted:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            QTimer.singleShot(0, self, lambda: self._taken(found))
        return True
