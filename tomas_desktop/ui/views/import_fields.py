"""What a person says of a file that is being imported: where it lies, what it is, how it is to be called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)  # fmt: skip

from tomas_desktop.model.identifiers import key_from
from tomas_desktop.services import legal_orders
from tomas_desktop.services.sources import Origin, Source, stem_of
from tomas_desktop.ui import file_places, names

if TYPE_CHECKING:
    from tomas_desktop.services.importing import Reading
    from tomas_desktop.services.recognition import Guess

_STAGES = {
    "eu": ("", "proposal", "parliament", "council", "compromise", "adopted", "consolidated"),
    "": ("", "in-force", "draft"),
}


class ImportFields(QWidget):
    """`asked` is emitted when another file, legal order or language is chosen: the text has to be read again.
    `named` when it is called otherwise, `paste_asked` when the clipboard is to be read instead of a file."""

    asked = Signal()
    named = Signal()
    paste_asked = Signal()

    def __init__(self, source: Origin | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pasted: Source | None = None
        self._by_hand: set[str] = set()  # of the legal order and the language, what the person has chosen
        self.file = QLineEdit()
        self.browse = QPushButton(self.tr("Choose…"))
        self.browse.clicked.connect(self._browse)
        self.paste = QPushButton(self.tr("Paste"))
        self.paste.setShortcut("Ctrl+Shift+V")
        self.paste.setToolTip(self.tr("Read the law that was copied in another program (Ctrl+Shift+V)"))
        self.paste.clicked.connect(self.paste_asked)
        self.country = QComboBox()
        self._languages: dict[str, tuple[str, ...]] = {}
        for order in legal_orders.known():
            self.country.addItem(names.of_country(order.country, order.name), order.country)
            self._languages[order.country] = order.languages
        self.language = QComboBox()
        self.title = QLineEdit()
        self.key = QLineEdit()
        self.stage = QComboBox()
        self.stage.setEditable(True)
        self.date = QLineEdit()
        self.date.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self._stage_line().setPlaceholderText(self.tr("as usual"))

        self.grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        self._put(grid, 0, 0, self.tr("File"), self.file, 6)
        buttons = QHBoxLayout()
        buttons.addWidget(self.browse)
        buttons.addWidget(self.paste)
        grid.addLayout(buttons, 0, 7)
        self._put(grid, 1, 0, self.tr("Legal order"), self.country)
        self._put(grid, 1, 2, self.tr("Language"), self.language)
        self._put(grid, 1, 4, self.tr("Stage"), self.stage)
        self._put(grid, 1, 6, self.tr("Date"), self.date)
        self._put(grid, 2, 0, self.tr("Title"), self.title, 5)
        self._put(grid, 2, 6, self.tr("Short key"), self.key)
        for column, stretch in ((1, 3), (3, 2), (5, 2), (7, 3)):
            grid.setColumnStretch(column, stretch)

        for button in (self.browse, self.paste):
            button.setAutoDefault(False)
        self.country.activated.connect(self._country_chosen)
        self.language.activated.connect(self._language_chosen)
        self.file.editingFinished.connect(self._file_named)
        for line in (self.title, self.key, self.date, self._stage_line()):
            line.textChanged.connect(self.named)
        self._fill()
        self.show_source(source)

    def _put(self, grid: QGridLayout, row: int, column: int, name: str, field: QWidget, span: int = 1) -> None:
        label = QLabel(name)
        label.setBuddy(field)
        field.setAccessibleName(name)
        grid.addWidget(label, row, column)
        grid.addWidget(field, row, column + 1, 1, span)

    def add_below(self, widget: QWidget) -> None:
        """Put a line under the fields, where their text begins."""
        self.grid.addWidget(widget, 3, 1, 1, 7)

    def _stage_line(self) -> QLineEdit:
        line = self.stage.lineEdit()
        assert line is not None
        return line

    @property
    def source(self) -> Origin | None:
        """The file that is named, or the text that was pasted; None for neither."""
        text = self.file.text().strip()
        return Path(text) if text else self._pasted

    def show_source(self, source: Origin | None) -> None:
        """Name the file that is imported, or say that it is a text that was pasted."""
        self._pasted = source if isinstance(source, Source) else None
        self.file.setText(str(source) if isinstance(source, Path) else "")
        if self._pasted is None:
            self.file.setPlaceholderText(self.tr("Choose a file, or drop one on the window"))
        else:
            self.file.setPlaceholderText(self.tr("What was copied in another program"))

    def legal_order(self) -> tuple[str, str]:
        """The country and the language."""
        return str(self.country.currentData()), str(self.language.currentData())

    @property
    def chosen_country(self) -> str:
        """The country, if the person has chosen one."""
        return str(self.country.currentData()) if "country" in self._by_hand else ""

    @property
    def is_order_chosen(self) -> bool:
        """Has the person chosen the language? There is nothing to guess then."""
        return "language" in self._by_hand

    def choose(self, country: str, language: str) -> None:
        """Choose the legal order and the language as a person does; the text is read once."""
        self._by_hand = {"country", "language"}
        self._set(country, language)
        self.asked.emit()

    def preset(self, guess: Guess) -> None:
        """Set what was recognised, where the person has chosen nothing else."""
        if not self.is_order_chosen and self.chosen_country in ("", guess.country):
            self._set(guess.country, guess.language)

    def _set(self, country: str, language: str) -> None:
        self.country.setCurrentIndex(self.country.findData(country))
        self._fill()
        self.language.setCurrentIndex(self.language.findData(language))

    def is_being_filled(self) -> bool:
        """Is a person writing what the file is called?"""
        return any(field.hasFocus() for field in (self.title, self.key, self.date, self._stage_line()))

    def suggest(self, source: Origin, reading: Reading) -> None:
        """Show what will be taken where a person leaves a field empty."""
        said = reading.identity.title or reading.title
        self.title.setPlaceholderText(said or ("" if isinstance(source, Source) else stem_of(source)))
        self.key.setPlaceholderText("" if isinstance(source, Source) else key_from(stem_of(source)))
        self.date.setPlaceholderText(reading.identity.consolidated_on or self.tr("YYYY-MM-DD"))

    def _country_chosen(self) -> None:
        self._by_hand = {"country"}  # the language is another country's
        self._fill()
        self.asked.emit()

    def _language_chosen(self) -> None:
        self._by_hand = {"country", "language"}
        self.asked.emit()

    def _file_named(self) -> None:
        if self.file.text().strip():
            self._pasted = None
        self.asked.emit()

    def _fill(self) -> None:
        code = str(self.country.currentData())
        self.language.clear()
        for tag in self._languages.get(code, ()):
            self.language.addItem(names.of_language(tag), tag)
        stage = self.stage.currentText()
        self.stage.clear()
        self.stage.addItems([names.of_stage(each) for each in _STAGES.get(code, _STAGES[""])])
        self.stage.setCurrentText(stage)

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a law"), file_places.beginning(self.file.text()))
        if name:
            self.show_source(Path(name))
            self.asked.emit()
