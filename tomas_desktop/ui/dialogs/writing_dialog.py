"""A dialog that writes files itself: only its button does (or Ctrl+Enter), and it is not left while something is
being written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from tomas_desktop.ui.views.writing_bar import WritingBar


class WritingDialog(QDialog):
    """As large as `width` and the screen allow; `bar` is its foot, and each button of that a method here."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        room = self.screen().availableSize()
        self.resize(min(width, room.width() - 8), min(690, room.height() - 40))
        self.setMinimumSize(min(900, self.width()), min(480, self.height()))
        self.bar = WritingBar()
        self.bar.write_asked.connect(self.write)
        self.bar.stop_asked.connect(self.stop)
        self.bar.folder_asked.connect(self.open_folder)
        self.bar.close_asked.connect(self.reject)

    @property
    def is_writing(self) -> bool:
        """Is something being written now?"""
        raise NotImplementedError

    def write(self) -> None:
        """Write what is chosen, in the background."""
        raise NotImplementedError

    def stop(self) -> None:
        """Write nothing. What is half done is thrown away."""
        raise NotImplementedError

    def open_folder(self) -> None:
        """Show the folder in the file manager."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field or a list writes nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.write()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Leave; while something is being written, stop that first and stay."""
        if self.is_writing:
            self.stop()
            return
        super().reject()
