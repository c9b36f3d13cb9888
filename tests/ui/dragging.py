"""Dragging files out of a file manager: the events that Qt sends for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def drop(widget: QWidget, *files: Path) -> bool:
    """Drag files over a widget and let go where they are wanted; were they?"""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    data.setText("\n".join(url.toString() for url in data.urls()))  # as file managers do
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), *how)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(QPoint(10, 9), *how)
    QApplication.sendEvent(widget, move)
    dropped = QDropEvent(QPointF(10, 9), *how)
    QApplication.sendEvent(widget, dropped)
    return move.isAccepted() and dropped.isAccepted()
