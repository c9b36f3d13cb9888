"""Import a law: choose a file, see what was understood, then keep it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.services import importing, messages
from tomas_desktop.services.importing import Candidate
from tomas_desktop.ui import tasks

_LEGAL_ORDERS = (
    ("eu", "European Union", ("en",)),
    ("rs", "Serbia", ("sr-Latn", "sr-Cyrl")),
    ("mk", "North Macedonia", ("mk",)),
    ("al", "Albania", ("sq",)),
)


@dataclass(frozen=True)
class _Read:
    """Which file, country and language a preview belongs to."""

    path: Path
    country: str
    language: str


class ImportLaw(QDialog):
    """Shows counts and findings before anything is kept."""

    def __init__(self, parent: QWidget | None = None, file: Path | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a law"))
        self.resize(640, 520)
        self.candidate: Candidate | None = None
        self._asked: _Read | None = None

        self.file = QLineEdit(str(file) if file else "")
        self.file.setAccessibleName(self.tr("File"))
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(browse)
        self.country = QComboBox()
        self.country.setAccessibleName(self.tr("Legal order"))
        for code, name, _ in _LEGAL_ORDERS:
            self.country.addItem(name, code)
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language"))
        self.key = QLineEdit()
        self.key.setAccessibleName(self.tr("Short key"))
        self.key.setPlaceholderText(self.tr("made from the file's name"))
        self.stage = QLineEdit()
        self.stage.setAccessibleName(self.tr("Stage"))
        self.stage.setPlaceholderText(self.tr("proposal, council, adopted; in-force, draft"))
        form = QFormLayout()
        form.addRow(self.tr("File"), row)
        form.addRow(self.tr("Legal order"), self.country)
        form.addRow(self.tr("Language"), self.language)
        form.addRow(self.tr("Short key"), self.key)
        form.addRow(self.tr("Stage"), self.stage)

        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("What was understood"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setObjectName("primary")
        self.accept_button.setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(QLabel(self.tr("What was understood")))
        layout.addWidget(self.report, 1)
        layout.addWidget(self.buttons)

        self.country.currentIndexChanged.connect(self._languages)
        self.language.currentIndexChanged.connect(self.read)
        self.file.editingFinished.connect(self.read)
        self._languages()

    @staticmethod
    def ask(parent: QWidget | None = None, file: Path | None = None) -> Candidate | None:
        """What a person wants to import, already read; None when cancelled."""
        dialog = ImportLaw(parent, file)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return dialog.chosen() if accepted else None

    def chosen(self) -> Candidate | None:
        """The reading with the key and stage that the person gave it."""
        if self.candidate is None:
            return None
        c = self.candidate
        return Candidate(
            c.reading, c.path, c.country, c.language, self.key.text().strip(), "", self.stage.text().strip()
        )

    def read(self) -> None:
        """Read the file in the background and say what was understood."""
        path = Path(self.file.text().strip())
        if not self.file.text().strip():
            return
        self.candidate = None
        self.accept_button.setEnabled(False)
        self.report.setPlainText(self.tr("Reading…"))
        asked = _Read(path, str(self.country.currentData()), self.language.currentText())
        self._asked = asked
        tasks.run(
            lambda: Candidate(
                importing.preview(asked.path, asked.country, asked.language), asked.path, asked.country, asked.language
            ),
            lambda candidate: self._done(asked, candidate),
            lambda sentence, _details: self._failed(asked, sentence),
            self,
        )

    def _done(self, asked: _Read, candidate: Candidate) -> None:
        if asked != self._asked:
            return  # another file was chosen in the meantime
        self.candidate = candidate
        reading = candidate.reading
        units = "\n".join(f"    {count}  {unit}" for unit, count in reading.units.items())
        remarks = "\n".join(f"· {messages.of_finding(finding)}" for finding in reading.findings[:200])
        self.report.setPlainText(
            f"{reading.title}\n\n{units}\n\n"
            + self.tr("{read} words read, {placed} placed, {pieces} pieces not understood").format(
                read=reading.words_in, placed=reading.words_placed, pieces=len(reading.unplaced)
            )
            + (f"\n\n{remarks}" if remarks else "")
        )
        self.accept_button.setEnabled(bool(reading.nodes))

    def _failed(self, asked: _Read, sentence: str) -> None:
        if asked == self._asked:
            self.report.setPlainText(sentence)

    def _languages(self) -> None:
        self.language.blockSignals(True)
        self.language.clear()
        for code, _name, languages in _LEGAL_ORDERS:
            if code == self.country.currentData():
                self.language.addItems(list(languages))
        self.language.blockSignals(False)
        self.read()

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a law"), self.file.text())
        if name:
            self.file.setText(name)
            self.read()
