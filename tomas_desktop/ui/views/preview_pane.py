"""The preview of a package: which document, its pages, how large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tomas_desktop.services.composing import Listed
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.page_preview import PagePreview


class PreviewPane(QWidget):
    """`asked` carries the file of the document that a person wants to see."""

    asked = Signal(str)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QComboBox()
        self.document.setAccessibleName(self.tr("Document that is shown"))
        self.document.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.document.setMinimumContentsLength(12)
        self.sheets = PagePreview(look)
        self.place = QLabel()
        self.place.setObjectName("soft")
        self.zoom = QLabel()
        self.zoom.setObjectName("soft")
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("300 %"))
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = self._button("‹", self.tr("Previous page"), lambda: self.sheets.go(self.sheets.page - 1))
        self.after = self._button("›", self.tr("Next page"), lambda: self.sheets.go(self.sheets.page + 1))
        self.smaller = self._button("−", self.tr("Smaller (Ctrl+-)"), self.sheets.smaller)
        self.larger = self._button("+", self.tr("Larger (Ctrl++)"), self.sheets.larger)
        self.fit = self._button("↔", self.tr("Fit the width (Ctrl+0)"), lambda: self.sheets.set_zoom(0))
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.document, 1)
        bar.addSpacing(4)
        for widget in (self.before, self.place, self.after, self.smaller, self.zoom, self.larger, self.fit):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self.sheets, 1)
        self.document.activated.connect(lambda: self.asked.emit(self.chosen))
        self.sheets.turned.connect(self._tell)
        self.sheets.zoomed.connect(self._tell)
        self.sheets.shown.connect(self._tell)
        self._tell()

    @property
    def chosen(self) -> str:
        """The file of the document that is chosen, "" where there is none."""
        return str(self.document.currentData() or "")

    def offer(self, documents: Sequence[Listed]) -> None:
        """Offer these documents; the one that was chosen stays chosen if it is among them."""
        names = [each.name for each in documents]
        if names != [self.document.itemData(place) for place in range(self.document.count())]:
            chosen = self.chosen
            self.document.clear()
            for each in documents:
                self.document.addItem(" · ".join(filter(None, (each.title or each.role, each.law))), each.name)
            self.document.setCurrentIndex(max(0, self.document.findData(chosen)) if documents else -1)

    def choose(self, name: str) -> None:
        """Choose a document by its file."""
        place = self.document.findData(name)
        if place >= 0:
            self.document.setCurrentIndex(place)

    def _tell(self) -> None:
        at, count = self.sheets.page, self.sheets.count
        self.place.setText(self.tr("Page {n} of {m}").format(n=at + 1, m=count) if count else "")
        self.zoom.setText(f"{round(self.sheets.scale() * 100)} %" if count else "")
        self.before.setEnabled(at > 0 and count > 0)
        self.after.setEnabled(at + 1 < count)
        for button in (self.smaller, self.larger, self.fit):
            button.setEnabled(count > 0)

    def _button(self, sign: str, name: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(act)
        return button
