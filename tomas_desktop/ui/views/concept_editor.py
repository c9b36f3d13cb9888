"""One concept of the glossary, to be changed: its terms in each language, what is not to be written, its source."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tomas_desktop.services.terms import LANGUAGES, Concept
from tomas_desktop.ui import names


@dataclass(frozen=True)
class Told:
    """What a person says of a concept; an empty id makes a new one."""

    id: str
    terms: dict[str, list[str]]
    deprecated: dict[str, list[str]]
    note: str
    source: str


class ConceptEditor(QWidget):
    """`saved` carries what is said, `removed` and `reset` the id of a concept."""

    saved = Signal(object)
    removed = Signal(str)
    reset = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.concept: Concept | None = None
        self.head = QLabel()
        self.head.setObjectName("overline")
        self.terms: dict[str, QLineEdit] = {}
        self.avoided: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, words in (
            (1, self.tr("To write, the preferred one first:  a | b")),
            (2, self.tr("Not to be written")),
        ):
            label = QLabel(words)
            label.setObjectName("soft")
            grid.addWidget(label, 0, column)
        for row, language in enumerate(LANGUAGES, 1):
            name = names.of_language(language)
            label = QLabel(name)
            own = self.terms[language] = self._line(name)
            gone = self.avoided[language] = self._line(self.tr("{language}, not to be written").format(language=name))
            label.setBuddy(own)
            for column, widget in enumerate((label, own, gone)):
                grid.addWidget(widget, row, column)
        self.note = self._line(self.tr("Note"))
        self.source = self._line(self.tr("Source"))
        below = QHBoxLayout()
        below.setSpacing(8)
        for words, line in ((self.tr("Note"), self.note), (self.tr("Source"), self.source)):
            label = QLabel(words)
            label.setBuddy(line)
            below.addWidget(label)
            below.addWidget(line, 1)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        self.save = self._button(self.tr("Keep"), self._save)
        self.save.setObjectName("primary")
        self.save.setToolTip(self.tr("Keep what is said here (Enter)"))
        self.remove = self._button(self.tr("Remove"), lambda: self.removed.emit(self._id))
        self.undo = self._button(self.tr("As it came"), lambda: self.reset.emit(self._id))
        self.undo.setToolTip(self.tr("Forget your own changes to this concept"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.head, 1)
        for button in (self.remove, self.undo, self.save):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        layout.addLayout(below)
        layout.addLayout(buttons)
        self.show_concept(None, False)

    def show_concept(self, concept: Concept | None, is_own: bool) -> None:
        """Show a concept; None is one to be made."""
        self.concept = concept
        for lines, cells in (
            (self.terms, concept.terms if concept else {}),
            (self.avoided, concept.deprecated if concept else {}),
        ):
            for language, line in lines.items():
                line.setText(" | ".join(each.text for each in cells.get(language, ())))
                line.setCursorPosition(0)
        self.note.setText(concept.note if concept else "")
        self.source.setText(concept.source if concept else "")
        for line in (self.note, self.source):
            line.setCursorPosition(0)
        self.head.setText((concept.id if concept else self.tr("New concept")).upper())
        self.remove.setEnabled(concept is not None)
        self.undo.setEnabled(is_own)
        self._allow()

    @property
    def _id(self) -> str:
        return self.concept.id if self.concept else ""

    def begin(self) -> None:
        """Make a new concept."""
        self.show_concept(None, False)
        self.terms["en"].setFocus()

    def _allow(self) -> None:
        self.save.setEnabled(any(line.text().strip() for line in self.terms.values()))

    def _save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit(
                Told(
                    self._id,
                    {language: _parts(line.text()) for language, line in self.terms.items()},
                    {language: _parts(line.text()) for language, line in self.avoided.items()},
                    self.note.text().strip(),
                    self.source.text().strip(),
                )
            )

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.textEdited.connect(self._allow)
        line.returnPressed.connect(self._save)
        return line

    def _button(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]
