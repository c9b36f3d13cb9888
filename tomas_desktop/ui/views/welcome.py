"""The first page: what this program does, and the ways to begin."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Welcome(QWidget):
    """Its buttons are the window's actions, so that a button and a key always do the same."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("A regulation beside a law, an amendment drafted, a Word file out"))
        title.setObjectName("title")
        title.setWordWrap(True)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        words = QLabel(
            self.tr(
                "Everything is kept in a dossier, one file on this computer. Nothing is sent anywhere, and there is "
                "nothing to save: every change is kept as you make it."
            )
        )
        words.setObjectName("soft")
        words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(12)
        for label in (title, words):
            label.setFixedWidth(520)
            layout.addWidget(label)
        layout.addSpacing(12)
        self.workshop = QPushButton(self.tr("Begin with the workshop dossier"))
        self.workshop.setObjectName("primary")
        self.workshop.clicked.connect(actions["open_workshop"].trigger)
        self.last = QPushButton()
        self.last.clicked.connect(actions["open_last"].trigger)
        self.last.hide()
        buttons = [self.workshop, self.last]
        for name in ("new_dossier", "open_dossier", "import_law", "paste_law"):
            button = QPushButton(actions[name].text())
            button.clicked.connect(actions[name].trigger)
            buttons.append(button)
        for button in buttons:
            button.setFixedWidth(320)
            layout.addWidget(button)

    def offer_last(self, path: str) -> None:
        """Offer the dossier that was open last, if it is still there."""
        there = bool(path) and Path(path).is_file()
        self.last.setVisible(there)
        if there:
            self.last.setText(self.tr("Open {name} again").format(name=Path(path).name))
