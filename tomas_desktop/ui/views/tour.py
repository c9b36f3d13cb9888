"""The first three steps, shown in their place in the window: a small card beside the part that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tomas_desktop.ui.i18n import later

_STEPS = (
    (
        later("Choose an article"),
        later(
            "The articles of the EU act stand at the left, with a mark for each country: what answers it is beside it."
        ),
    ),
    (
        later("Write into the law"),
        later("Type the change into the text in force. What comes is underlined, what goes is struck; the amending "
              "clause writes itself."),
    ),
    (
        later("Hand it out"),
        later("Export writes the Word files of the ministry's form; Ctrl+P prints the comparison. Ctrl+K finds "
              "everything else."),
    ),
)  # fmt: skip
_WIDTH = 340
_GAP = 12


def steps() -> tuple[tuple[str, str], ...]:
    """Title and words of each step in the language of the interface."""
    return tuple(
        (QCoreApplication.translate("tour", title), QCoreApplication.translate("tour", words))
        for title, words in _STEPS
    )


class Tour(QFrame):
    """Stands over the window until it is closed. `places` are the parts that the steps are about."""

    def __init__(self, window: QWidget, places: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._window, self._places = window, tuple(places)
        self._before: QWidget | None = QApplication.focusWidget()
        self.at = 0
        self.setObjectName("tour")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("The first three steps"))
        self.around = QFrame(window)
        self.around.setObjectName("tourAround")
        self.around.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.head = QLabel()
        self.head.setObjectName("overline")
        self.title = QLabel()
        self.title.setObjectName("title")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.leave = QPushButton(self.tr("Close"))
        self.leave.setObjectName("quiet")
        self.leave.clicked.connect(self.end)
        self.back = QPushButton(self.tr("Back"))
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        self.next = QPushButton()
        self.next.setObjectName("primary")
        self.next.clicked.connect(lambda: self.go(self.at + 1))
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (self.head, self.title, self.words):
            column.addWidget(widget)
        column.addLayout(row)
        window.installEventFilter(self)
        self.show()
        self.go(0)

    def go(self, number: int) -> None:
        """Show a step; after the last one it is over."""
        if number >= len(self._places):
            self.end()
            return
        self.at = max(number, 0)
        title, words = steps()[self.at]
        self.head.setText(self.tr("Step {n} of {m}").format(n=self.at + 1, m=len(self._places)).upper())
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleDescription(f"{title}. {words}")
        self.back.setEnabled(self.at > 0)
        is_last = self.at == len(self._places) - 1
        self.next.setText(self.tr("Begin") if is_last else self.tr("Next"))
        self.next.setFocus()
        self._place()

    def end(self) -> None:
        """Close it; the keyboard goes back to where it was."""
        self._window.removeEventFilter(self)
        self.around.deleteLater()
        self.hide()
        self.deleteLater()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    def _place(self) -> None:
        """Beside its part where there is room, else inside the window as near as it can be."""
        part = self._places[self.at]
        room = self._window.rect()
        spot = QRect(part.mapTo(self._window, QPoint(0, 0)), part.size()) if part.isVisible() else room
        edge = self.width() - self.contentsRect().width()
        self.resize(_WIDTH, self._column.heightForWidth(_WIDTH - edge) + edge)
        left = spot.right() + _GAP
        if left + self.width() > room.right():
            left = spot.left() - _GAP - self.width()
        top = spot.top() + _GAP
        if left < room.left():  # neither side has room: below or on it
            left, top = spot.left() + _GAP, spot.bottom() + _GAP
        left = min(max(left, _GAP), room.right() - self.width() - _GAP)
        top = min(max(top, _GAP), room.bottom() - self.height() - _GAP)
        self.around.setGeometry(spot.adjusted(-2, -2, 2, 2) & room)
        self.around.setVisible(part.isVisible())
        self.around.raise_()
        self.move(left, top)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go(self.at + 1)
        elif event.key() == Qt.Key.Key_Left:
            self.go(self.at - 1)
        else:
            super().keyPressEvent(event)
