"""What only the presenter needs: his notes, what comes next, how far it is, what time it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget


@dataclass(frozen=True)
class Cue:
    """What stands on the presenter's side: `changes` is "2 / 6" or "", `place` "3 / 12", `next` "" at the end."""

    title: str
    place: str
    changes: str
    notes: str
    next: str
    timer: str
    is_over: bool
    time: str


class NotesStrip(QFrame):
    """The notes at the foot of the one screen there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAccessibleName(self.tr("Presenter's notes"))
        self.notes = QLabel()
        self.notes.setObjectName("notes")
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.next = QLabel()
        self.next.setWordWrap(True)
        self.next.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(32)
        layout.addWidget(self.notes, 3)
        layout.addWidget(self.next, 1)

    def show_cue(self, cue: Cue) -> None:
        """Show the notes and what comes next."""
        self.notes.setText(cue.notes or self.tr("No notes for this stop."))
        self.next.setText(self.tr("Next: {title}").format(title=cue.next) if cue.next else self.tr("This is the last."))


class Presenter(QWidget):
    """The presenter's window on the screen that the audience does not see. Its keys are those of the presentation."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage, Qt.WindowType.Window)
        self.setObjectName("presenter")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Presenter"))
        self._stage = stage
        self.title, self.place, self.changes = QLabel(), QLabel(), QLabel()
        self.title.setObjectName("heading")
        self.title.setWordWrap(True)
        self.clock, self.time = QLabel(), QLabel()
        self.clock.setObjectName("clock")
        self.notes, self.next = QLabel(), QLabel()
        self.notes.setObjectName("notes")
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setWordWrap(True)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.next.setWordWrap(True)
        page = QScrollArea()
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setWidgetResizable(True)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setWidget(self.notes)
        page.viewport().setAutoFillBackground(False)
        self.notes.setAutoFillBackground(False)
        head = QGridLayout()
        head.setColumnStretch(0, 1)
        head.addWidget(self.title, 0, 0)
        head.addWidget(self.clock, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(self.place)
        line.addWidget(self.changes, 1)
        head.addLayout(line, 1, 0)
        head.addWidget(self.time, 1, 1, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(24)
        layout.addLayout(head)
        layout.addWidget(page, 1)
        layout.addWidget(self.next)

    def show_cue(self, cue: Cue) -> None:
        """Show where the presentation stands."""
        self.title.setText(cue.title)
        self.place.setText(cue.place)
        self.changes.setText(self.tr("Changes shown: {count}").format(count=cue.changes) if cue.changes else "")
        self.notes.setText(cue.notes or self.tr("No notes for this stop."))
        self.next.setText(self.tr("Next: {title}").format(title=cue.next) if cue.next else self.tr("This is the last."))
        show_clock(self.clock, cue)
        self.time.setText(cue.time)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._stage.keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab is a key of the presentation

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._stage.activateWindow()


def show_clock(label: QLabel, cue: Cue) -> None:
    """Show the timer; time that is used up is told by its sign and its weight too."""
    label.setText(cue.timer)
    if label.property("over") != cue.is_over:
        label.setProperty("over", cue.is_over)
        label.style().unpolish(label)
        label.style().polish(label)
