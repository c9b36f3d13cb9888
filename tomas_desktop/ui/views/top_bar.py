"""The bar above the desk: where one is, how changes are shown, and the way out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from tomas_desktop.ui.views.short_label import ShortLabel


class TopBar(QWidget):
    """Built from the window's actions, so that a button and a key always do the same."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        for sign, name in (("◀", "previous_article"), ("▶", "next_article")):
            button = QToolButton()
            button.setObjectName("quiet")
            button.setText(sign)
            button.setAccessibleName(actions[name].text())
            button.setToolTip(f"{actions[name].text()} ({actions[name].shortcut().toString()})")
            button.clicked.connect(actions[name].trigger)
            layout.addWidget(button)
        self.place = ShortLabel()
        self.place.setObjectName("title")
        layout.addSpacing(8)
        layout.addWidget(self.place)
        layout.addStretch(1)
        self.palette_button = QPushButton(f"{actions['find'].text()}   {actions['find'].shortcut().toString()}")
        self.palette_button.setObjectName("find")
        self.palette_button.clicked.connect(actions["find"].trigger)
        layout.addWidget(self.palette_button)
        layout.addSpacing(12)
        for name in ("view_all", "view_final", "view_original", "view_beside"):
            button = QToolButton()
            button.setDefaultAction(actions[name])
            button.setObjectName("quiet")
            layout.addWidget(button)
        layout.addSpacing(12)
        self.export = QPushButton(self.tr("Export…"))
        self.export.setObjectName("primary")
        self.export.clicked.connect(actions["export_package"].trigger)
        layout.addWidget(self.export)
