"""The first page: what this program does, the ways to begin, the dossiers of late, and the first three steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tomas_desktop.services import recent, settings
from tomas_desktop.ui.views.recent_list import RecentList
from tomas_desktop.ui.views.tour import steps

_WIDE = 860  # pixels of the page at most
_BEGINNINGS = ("open_workshop", "new_dossier", "open_dossier", "import_law", "paste_law", "compare_versions")


class Welcome(QScrollArea):
    """Its buttons are the window's actions, so that a button and a key always do the same. `open_asked` carries the
    path of a dossier that was open before."""

    open_asked = Signal(Path)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setObjectName("welcome")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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

        self.buttons: dict[str, QPushButton] = {}
        begin = QVBoxLayout()
        begin.setSpacing(8)
        begin.addWidget(_overline(self.tr("Begin")))
        for name in _BEGINNINGS:
            button = self.buttons[name] = QPushButton(_with_key(actions[name]))
            button.setAccessibleName(actions[name].text())
            button.clicked.connect(actions[name].trigger)
            begin.addWidget(button)
        self.workshop = self.buttons["open_workshop"]
        self.workshop.setObjectName("primary")
        begin.addStretch(1)

        self.recent = RecentList()
        self.recent.opened.connect(self.open_asked)
        self.recent.removed.connect(self._forget)
        self.nothing = QLabel(
            self.tr("The dossiers that you open are listed here, so that the next time one key is enough.")
        )
        self.nothing.setObjectName("soft")
        self.nothing.setWordWrap(True)
        of_late = QVBoxLayout()
        of_late.setSpacing(8)
        of_late.addWidget(_overline(self.tr("Open again")))
        of_late.addWidget(self.recent)
        of_late.addWidget(self.nothing)
        of_late.addStretch(1)

        self.first_steps = QPushButton(self.tr("Show me"))
        self.first_steps.setAccessibleName(actions["first_steps"].text())
        self.first_steps.setObjectName("quiet")
        self.first_steps.clicked.connect(actions["first_steps"].trigger)
        told = QHBoxLayout()
        told.setSpacing(24)
        for number, step in enumerate(steps(), 1):
            told.addWidget(_step(number, *step), 1)
        over = QHBoxLayout()
        over.addWidget(_overline(self.tr("The first three steps")))
        over.addStretch(1)
        over.addWidget(self.first_steps)

        inner = QWidget()
        inner.setObjectName("welcomePage")
        inner.setMaximumWidth(_WIDE)
        grid = QGridLayout(inner)
        grid.setContentsMargins(32, 24, 32, 24)
        grid.setHorizontalSpacing(40)
        grid.setVerticalSpacing(16)
        grid.addWidget(title, 0, 0, 1, 2)
        grid.addWidget(words, 1, 0, 1, 2)
        grid.addLayout(begin, 2, 0)
        grid.addLayout(of_late, 2, 1)
        grid.addLayout(over, 3, 0, 1, 2)
        grid.addLayout(told, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.addStretch(1)
        across.addWidget(inner, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        self.setWidget(middle)
        self.viewport().setAutoFillBackground(False)
        middle.setAutoFillBackground(False)

    def take_keyboard(self) -> None:
        """Give the keyboard to what a person most likely wants: the last dossier, or the workshop without one."""
        (self.recent if self.recent.count() else self.workshop).setFocus()

    def show_recent(self) -> None:
        """Show the dossiers that the settings remember."""
        paths = recent.listed(settings.load().recent)
        self.recent.show_paths(paths)
        self.recent.setVisible(bool(paths))
        self.nothing.setVisible(not paths)

    def _forget(self, path: Path) -> None:
        present = settings.load()
        settings.save(replace(present, recent=recent.without(present.recent, path)))
        if not self.recent.count():
            self.show_recent()
            self.workshop.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_recent()
        self.take_keyboard()


def _overline(words: str) -> QLabel:
    label = QLabel(words.upper())
    label.setObjectName("overline")
    return label


def _with_key(action: QAction) -> str:
    key = action.shortcut().toString()
    return f"{action.text()}   {key}" if key else action.text()


def _step(number: int, title: str, words: str) -> QWidget:
    box = QWidget()
    head = QLabel(f"{number}  {title}")
    head.setObjectName("title")
    head.setWordWrap(True)
    text = QLabel(words)
    text.setObjectName("soft")
    text.setWordWrap(True)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(head)
    column.addWidget(text)
    column.addStretch(1)
    return box
