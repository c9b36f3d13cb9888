"""What a person says of a file that is being imported: where it lies, what it is, how it is to be called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from tomas_desktop.model.identifiers import key_from
from tomas_desktop.services import legal_orders

if TYPE_CHECKING:
    from tomas_desktop.services.importing import Reading

# Names in the language of the window; a legal order that is not here is called as its own description says.
_NAMES = {"eu": "European Union", "rs": "Serbia", "mk": "North Macedonia", "al": "Albania"}
_STAGES = {
    "eu": ("", "proposal", "parliament", "council", "compromise", "adopted", "consolidated"),
    "": ("", "in-force", "draft"),
}


class ImportFields(QWidget):
    """`asked` is emitted when another file, legal order or language is chosen: the text has to be read again."""

    asked = Signal()

    def __init__(self, file: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = QLineEdit(str(file) if file else "")
        self.file.setPlaceholderText(self.tr("Choose a file, or drop one on the window"))
        self.browse = QPushButton(self.tr("Choose…"))
        self.browse.clicked.connect(self._browse)
        self.country = QComboBox()
        self._languages: dict[str, tuple[str, ...]] = {}
        for order in legal_orders.known():
            self.country.addItem(self.tr(_NAMES.get(order.country, order.name)), order.country)
            self._languages[order.country] = order.languages
        self.language = QComboBox()
        self.title = QLineEdit()
        self.key = QLineEdit()
        self.stage = QComboBox()
        self.stage.setEditable(True)
        self.date = QLineEdit()
        self.date.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self._stage_line().setPlaceholderText(self.tr("as usual"))

        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        self._put(grid, 0, 0, self.tr("File"), self.file, 6)
        grid.addWidget(self.browse, 0, 7)
        self._put(grid, 1, 0, self.tr("Legal order"), self.country)
        self._put(grid, 1, 2, self.tr("Language"), self.language)
        self._put(grid, 1, 4, self.tr("Stage"), self.stage)
        self._put(grid, 1, 6, self.tr("Date"), self.date)
        self._put(grid, 2, 0, self.tr("Title"), self.title, 5)
        self._put(grid, 2, 6, self.tr("Short key"), self.key)
        for column, stretch in ((1, 3), (3, 2), (5, 2), (7, 3)):
            grid.setColumnStretch(column, stretch)

        self.country.currentIndexChanged.connect(self._country_chosen)
        self.language.currentIndexChanged.connect(self.asked)
        self.file.editingFinished.connect(self.asked)
        self._fill()

    def _put(self, grid: QGridLayout, row: int, column: int, name: str, field: QWidget, span: int = 1) -> None:
        label = QLabel(name)
        label.setBuddy(field)
        field.setAccessibleName(name)
        grid.addWidget(label, row, column)
        grid.addWidget(field, row, column + 1, 1, span)

    def _stage_line(self) -> QLineEdit:
        line = self.stage.lineEdit()
        assert line is not None
        return line

    @property
    def path(self) -> Path | None:
        """The file that is named; None for none."""
        text = self.file.text().strip()
        return Path(text) if text else None

    def legal_order(self) -> tuple[str, str]:
        """The country and the language."""
        return str(self.country.currentData()), self.language.currentText()

    def choose(self, country: str, language: str) -> None:
        """Set the legal order and the language; the text is read once."""
        self.blockSignals(True)
        self.country.setCurrentIndex(self.country.findData(country))
        self.language.setCurrentText(language)
        self.blockSignals(False)
        self.asked.emit()

    def is_being_filled(self) -> bool:
        """Is a person writing what the file is called?"""
        return any(field.hasFocus() for field in (self.title, self.key, self.date, self._stage_line()))

    def suggest(self, path: Path, reading: Reading) -> None:
        """Show what will be taken where a person leaves a field empty."""
        self.title.setPlaceholderText(reading.identity.title or reading.title or path.stem)
        self.key.setPlaceholderText(key_from(path.stem))
        self.date.setPlaceholderText(reading.identity.consolidated_on or self.tr("YYYY-MM-DD"))

    def _country_chosen(self) -> None:
        self._fill()
        self.asked.emit()

    def _fill(self) -> None:
        code = str(self.country.currentData())
        self.language.blockSignals(True)
        self.language.clear()
        self.language.addItems(list(self._languages.get(code, ())))
        self.language.blockSignals(False)
        stage = self.stage.currentText()
        self.stage.clear()
        self.stage.addItems(_STAGES.get(code, _STAGES[""]))
        self.stage.setCurrentText(stage)

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a law"), self.file.text())
        if name:
            self.file.setText(name)
            self.asked.emit()
