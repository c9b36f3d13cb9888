"""Which widgets a screen reader could not name."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
    QWidget,
)  # fmt: skip

_NAMED = QLineEdit | QTextEdit | QPlainTextEdit | QComboBox | QAbstractItemView | QProgressBar


def nameless(top: QWidget) -> list[str]:
    """Fields, lists and buttons in a widget that have neither a name nor words of their own."""
    found: list[QWidget] = [
        widget
        for widget in top.findChildren(QWidget)
        if isinstance(widget, _NAMED) and not widget.accessibleName() and not _is_part(widget)
    ]
    found += [
        button
        for button in top.findChildren(QAbstractButton)
        if not (button.accessibleName() or button.text()) and not _is_part(button)
    ]
    return [f"{type(widget).__name__} {widget.objectName()}" for widget in found]


def _is_part(widget: QWidget) -> bool:
    """Is it Qt's own, inside another one: the list of a combo box, the cross in a line, the head of a table?"""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QLineEdit | QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False
