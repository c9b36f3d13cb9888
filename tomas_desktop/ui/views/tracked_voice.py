"""What a screen reader is told by the tracked editor.

Qt's own reports are silenced during a patch (it would tell a marked word as deleted and written again), so the
editor says what really changed; and because readers seldom speak underline and strike unasked, it announces
the deleted or inserted words a caret enters.
"""

from __future__ import annotations

from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleTextInsertEvent,
    QAccessibleTextRemoveEvent,
)
from PySide6.QtWidgets import QWidget

from tomas_desktop.amend.marks import joined
from tomas_desktop.ui.views.tracked_patch import Patch


def tell(widget: QWidget, done: Patch) -> None:
    """Report the text that a patch took away and the text that it put there."""
    if not QAccessible.isActive():
        return
    if done.removed:
        QAccessible.updateAccessibility(QAccessibleTextRemoveEvent(widget, done.start, joined(done.removed)))
    if done.inserted:
        QAccessible.updateAccessibility(QAccessibleTextInsertEvent(widget, done.start, joined(done.inserted)))


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence spoken when the reader has nothing more urgent to say."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
