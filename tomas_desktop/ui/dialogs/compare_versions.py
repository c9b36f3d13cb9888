"""Compare two versions in a window of its own: for two files while no dossier is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.compare_fields import Choice
from tomas_desktop.ui.views.compare_page import ComparePage


class CompareVersions(QDialog):
    """The page in a frame; it ends where a person wants to go somewhere from it."""

    def __init__(self, desk: Desk, look: Theme, parent: QWidget | None = None, choice: Choice | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare versions"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1200, 700)
        self.setMinimumSize(880, 520)
        self.place: Correlation | Ref | None = None
        self.page = ComparePage(desk, look)
        self.page.back.hide()
        self.page.left.connect(self.reject)
        self.page.went.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.page.offer(choice)

    @staticmethod
    def ask(
        desk: Desk, look: Theme, parent: QWidget | None = None, choice: Choice | None = None
    ) -> Correlation | Ref | None:
        """Show two versions; where a person wants to go from there, None when it is only closed."""
        dialog = CompareVersions(desk, look, parent, choice)
        dialog.exec()
        place = dialog.place
        dialog.deleteLater()
        return place

    def _go(self, place: Correlation | Ref) -> None:
        self.place = place
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field or the list closes nothing."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Whatever is still being compared is not waited for."""
        self.page.stop()
        super().done(result)
