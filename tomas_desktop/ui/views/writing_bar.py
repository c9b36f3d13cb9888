"""The foot of a dialog that writes files: what is going on, how far it is, and the buttons that belong to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget


class WritingBar(QWidget):
    """One signal for each button; `call_write` names the one that writes."""

    write_asked = Signal()
    stop_asked = Signal()
    folder_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.status = QLabel()
        self.status.setObjectName("soft")
        self.status.setWordWrap(True)
        self.stop = self._button(self.tr("Stop"), self.stop_asked)
        self.folder = self._button(self.tr("Open the folder"), self.folder_asked)
        self.close_button = self._button(self.tr("Cancel"), self.close_asked)
        self.write = self._button("", self.write_asked)
        self.write.setObjectName("primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.progress)
        row.addWidget(self.status, 1)
        for button in (self.stop, self.folder, self.close_button, self.write):
            row.addWidget(button)
        self.show_idle()

    def call_write(self, name: str, meaning: str) -> None:
        """What the button that writes is called, and what it does."""
        self.write.setText(name)
        self.write.setToolTip(meaning)

    def say(self, words: str, details: str = "") -> None:
        """One calm sentence; details stand in its tool tip."""
        self.status.setText(words)
        self.status.setToolTip(details)

    def show_busy(self) -> None:
        """Something is being written; it can be stopped."""
        self._show(True)
        self.progress.setRange(0, 0)
        self.stop.setFocus()

    def show_idle(self) -> None:
        """Nothing is being written."""
        self._show(False)

    def show_progress(self, made: int, steps: int, name: str) -> None:
        """How many files are made, of how many, and which is being made."""
        self.progress.setRange(0, steps)
        self.progress.setValue(made)
        if name:
            self.say(self.tr("{n} of {m}: {name}").format(n=made + 1, m=steps, name=name))

    def show_written(self, words: str) -> None:
        """It is done; the folder can be opened."""
        self.show_idle()
        self.say(words)
        self.folder.show()
        self.folder.setFocus()
        self.close_button.setText(self.tr("Close"))

    def _show(self, is_busy: bool) -> None:
        for widget in (self.progress, self.stop):
            widget.setVisible(is_busy)
        for button in (self.write, self.close_button):
            button.setVisible(not is_busy)
        self.folder.hide()

    def _button(self, name: str, asked: object) -> QPushButton:
        button = QPushButton(name)
        button.setAutoDefault(False)
        button.clicked.connect(asked)
        return button
