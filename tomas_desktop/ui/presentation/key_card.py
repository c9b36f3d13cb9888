"""The keys of the presentation, shown with `?`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from tomas_desktop.ui.presentation.keys import PRESSES, spoken

_COLUMNS = 2


class KeyCard(QFrame):
    """A card over the text; any key puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setAccessibleName(self.tr("Keys of the presentation"))
        grid = QGridLayout(self)
        grid.setContentsMargins(32, 24, 32, 24)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        shown = [press for press in PRESSES if press.text]
        rows = -(-len(shown) // _COLUMNS)
        for place, press in enumerate(shown):
            column, row = divmod(place, rows)
            key, text = QLabel(press.shown), QLabel(spoken(press.text))
            key.setObjectName("key")
            key.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            text.setWordWrap(True)
            text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(key, row, 2 * column)
            grid.addWidget(text, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        self.setAccessibleDescription("; ".join(f"{press.shown}: {spoken(press.text)}" for press in shown))
        self.hide()
