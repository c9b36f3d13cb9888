"""Import a law: choose a file, see what was understood, put right what was not, then keep it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.services import importing, settings
from tomas_desktop.services.importing import Candidate
from tomas_desktop.ui import tasks, theme
from tomas_desktop.ui.views.import_fields import ImportFields
from tomas_desktop.ui.views.import_preview import ImportPreview

if TYPE_CHECKING:
    from tomas_desktop.services.importing import Reading


@dataclass(frozen=True)
class _Read:
    """Which file, country and language a preview belongs to."""

    path: Path
    country: str
    language: str


class ImportLaw(QDialog):
    """Nothing is kept before a person has seen what was understood and agrees."""

    def __init__(self, parent: QWidget | None = None, file: Path | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a law"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1280, 700)
        self.setMinimumSize(880, 560)
        self._asked: _Read | None = None
        self._shown: _Read | None = None

        self.fields = ImportFields(file)
        self.fields.asked.connect(self.read)
        self.preview = ImportPreview(theme.chosen(settings.load().theme))
        self.preview.changed.connect(self._changed)
        self.preview.busy.connect(self._busy)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(self.tr("Reading"))
        self.status = QLabel()
        self.status.setObjectName("soft")
        self.stop_button = QPushButton(self.tr("Stop reading"))
        self.stop_button.setObjectName("quiet")
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.stop)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setObjectName("primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

        below = QHBoxLayout()
        below.addWidget(self.progress)
        below.addWidget(self.status)
        below.addWidget(self.stop_button)
        below.addStretch(1)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self.fields)
        layout.addWidget(self.preview, 1)
        layout.addLayout(below)
        self.preview.show_words(self.tr("Choose a file: a saved web page, Word, PDF, XML or plain text."))
        self._busy(False)
        self.read()

    @staticmethod
    def ask(parent: QWidget | None = None, file: Path | None = None) -> Candidate | None:
        """What a person wants to import, read and corrected; None when cancelled."""
        dialog = ImportLaw(parent, file)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen() if accepted else None
        dialog.deleteLater()
        return chosen

    @property
    def candidate(self) -> Candidate | None:
        """What would be imported now; None while there is nothing, or it is being read."""
        if self.preview.reading is None or self._shown is None or self._shown != self._asked:
            return None
        fields, read = self.fields, self._shown
        return Candidate(
            self.preview.reading, read.path, read.country, read.language,
            fields.key.text().strip(), fields.title.text().strip(),
            fields.stage.currentText().strip(), fields.date.text().strip(),
        )  # fmt: skip

    def chosen(self) -> Candidate | None:
        """The corrected reading with the key, title, stage and date that the person gave it."""
        return self.candidate

    # ---- reading -------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the file in the background, unless it is shown already."""
        path = self.fields.path
        if path is None:
            return
        asked = _Read(path, *self.fields.legal_order())
        if asked == self._asked:
            return
        self._asked = asked
        self.preview.show_words(self.tr("Reading {name}…").format(name=path.name))
        self.status.setText(self.tr("Reading {name}…").format(name=path.name))
        self._busy(True, can_stop=True)
        tasks.run(
            lambda: importing.preview(asked.path, asked.country, asked.language),
            lambda reading: self._done(asked, reading),
            lambda sentence, _details: self._failed(asked, sentence),
            self,
        )

    def stop(self) -> None:
        """Wait no longer for the file; what is still read of it is thrown away."""
        self._asked = None
        self._busy(False)
        self.preview.show_words(self.tr("Reading was stopped. Choose a file."))

    def _done(self, asked: _Read, reading: Reading) -> None:
        if asked != self._asked:
            return  # another file was chosen in the meantime
        self._shown = asked
        self._busy(False)
        self.fields.suggest(asked.path, reading)
        self.preview.show_reading(reading, asked.country, asked.language)
        if not self.fields.is_being_filled():
            self.preview.page.setFocus()

    def _failed(self, asked: _Read, sentence: str) -> None:
        if asked == self._asked:
            self._shown = asked
            self._busy(False)
            self.preview.show_words(sentence)

    def _busy(self, is_busy: bool, can_stop: bool = False) -> None:
        self.progress.setVisible(is_busy)
        self.status.setVisible(is_busy and can_stop)
        self.stop_button.setVisible(is_busy and can_stop)
        self.accept_button.setEnabled(not is_busy and self.candidate is not None)

    def _changed(self) -> None:
        candidate = self.candidate
        self.accept_button.setEnabled(candidate is not None and bool(candidate.reading.nodes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the text, the tree or a field keeps nothing: only the button (or Ctrl+Enter) does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.accept_button.isEnabled():
                self.accept()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Whatever is still being read is not waited for."""
        if result == QDialog.DialogCode.Rejected:
            self._asked = None
        super().done(result)
