"""Import a law: choose a file or paste a text, see what was understood, put right what was not, then keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
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

from tomas_desktop.errors import TomasError
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.services import importing, messages, recognition, settings
from tomas_desktop.services.importing import Candidate
from tomas_desktop.services.sources import Origin, name_of
from tomas_desktop.ui import arrivals, names, tasks, theme
from tomas_desktop.ui.file_drop import FileDrop
from tomas_desktop.ui.views.import_fields import ImportFields
from tomas_desktop.ui.views.import_place import ImportPlace
from tomas_desktop.ui.views.import_preview import ImportPreview

if TYPE_CHECKING:
    from tomas_desktop.services.importing import Reading
    from tomas_desktop.services.recognition import Guess

_SURE = 0.1  # how far a guess has to be ahead of the next one
_TYPED = 150  # ms: what is typed is looked up when it rests


@dataclass(frozen=True)
class _Sought:
    """Of which file the legal order is recognised; a person may have chosen the country."""

    source: Origin
    country: str


@dataclass(frozen=True)
class _Read:
    """Which file, country and language a preview belongs to."""

    source: Origin
    country: str
    language: str


class ImportLaw(QDialog):
    """Nothing is kept before a person has seen what was understood and agrees."""

    def __init__(
        self, parent: QWidget | None = None, source: Origin | None = None, dossier: Dossier | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a law"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1280, 700)
        self.setMinimumSize(880, 560)
        self._sought: _Sought | None = None  # what is being recognised, and what is
        self._recognised: _Sought | None = None
        self._is_sure = True
        self._is_busy = False
        self._asked: _Read | None = None
        self._shown: _Read | None = None

        self.fields = ImportFields(source)
        self.fields.asked.connect(self.read)
        self.fields.paste_asked.connect(self.paste)
        self.place = ImportPlace(dossier or Dossier())
        self.fields.add_below(self.place)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED)
        self._typed.timeout.connect(self._changed)
        self.fields.named.connect(self._typed.start)
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
        self.preview.show_words(
            self.tr("Choose a file (a saved web page, Word, PDF, XML or plain text), or paste a law that you copied.")
        )
        self._busy(False)
        FileDrop(self, arrivals.dropped, self.choose)
        self.read()

    @staticmethod
    def ask(
        parent: QWidget | None = None, source: Origin | None = None, dossier: Dossier | None = None
    ) -> Candidate | None:
        """What a person wants to import into a dossier, read and corrected; None when cancelled."""
        dialog = ImportLaw(parent, source, dossier)
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
            self.preview.reading, read.source, read.country, read.language,
            fields.key.text().strip(), fields.title.text().strip(),
            names.stage_of(fields.stage.currentText().strip()), fields.date.text().strip(),
        )  # fmt: skip

    def chosen(self) -> Candidate | None:
        """The corrected reading with the key, title, stage and date that the person gave it."""
        return self.candidate

    # ---- reading -------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the file in the background, unless it is shown already; first see in which legal order and language it
        is, unless the person has said so."""
        source = self.fields.source
        if source is None:
            return
        sought = _Sought(source, self.fields.chosen_country)
        if self.fields.is_order_chosen or sought == self._recognised:
            self._read(_Read(source, *self.fields.legal_order()))
        elif sought != self._sought:
            self._sought, self._asked = sought, None
            self._wait_for(source)
            tasks.run(
                lambda: recognition.of_source(sought.source, sought.country),
                lambda guess: self._guessed(sought, guess),
                lambda _sentence, _details: self._guessed(sought, None),  # the importer says what is wrong
                self,
            )

    def choose(self, source: Origin) -> None:
        """Read this instead of what is shown."""
        self.fields.show_source(source)
        self.read()

    def paste(self) -> None:
        """Read what was copied in another program instead of a file."""
        try:
            self.choose(arrivals.copied())
        except TomasError as error:
            self.place.warn(messages.of_error(error))

    def _guessed(self, sought: _Sought, guess: Guess | None) -> None:
        if sought != self._sought:
            return  # another file or order was chosen in the meantime
        self._sought, self._recognised = None, sought
        if guess is not None:
            self.fields.preset(guess)
        self._is_sure = guess is not None and guess.confidence >= _SURE
        self._read(_Read(sought.source, *self.fields.legal_order()))

    def _read(self, asked: _Read) -> None:
        self._sought = None
        if asked == self._asked:
            return
        self._asked = asked
        self._wait_for(asked.source)
        tasks.run(
            lambda: importing.preview(asked.source, asked.country, asked.language),
            lambda reading: self._done(asked, reading),
            lambda sentence, _details: self._failed(asked, sentence),
            self,
        )

    def _wait_for(self, source: Origin) -> None:
        words = self.tr("Reading {name}…").format(name=name_of(source))
        self.preview.show_words(words)
        self.status.setText(words)
        self._busy(True, can_stop=True)

    def stop(self) -> None:
        """Wait no longer for the file; what is still read of it is thrown away."""
        self._sought = self._asked = None
        self._busy(False)
        self.preview.show_words(self.tr("Reading was stopped. Choose a file, or paste a law that you copied."))

    def _done(self, asked: _Read, reading: Reading) -> None:
        if asked != self._asked:
            return  # another file was chosen in the meantime
        self._shown = asked
        self._busy(False)
        self.fields.suggest(asked.source, reading)
        self.preview.show_reading(reading, asked.country, asked.language)
        if not self.fields.is_being_filled():
            (self.fields.title if self.place.needs_title else self.preview.page).setFocus()

    def _failed(self, asked: _Read, sentence: str) -> None:
        if asked == self._asked:
            self._shown = asked
            self._busy(False)
            self.preview.show_words(sentence)

    def _busy(self, is_busy: bool, can_stop: bool = False) -> None:
        self.progress.setVisible(is_busy)
        self.status.setVisible(is_busy and can_stop)
        self.stop_button.setVisible(is_busy and can_stop)
        self._is_busy = is_busy
        self._allow()

    def _allow(self) -> None:
        """What is being read or corrected just now cannot be kept yet."""
        self.accept_button.setEnabled(not self._is_busy and self.candidate is not None and self.place.can_keep)

    def _changed(self) -> None:
        """The text, or how it is called, is another: see where it goes now."""
        self._typed.stop()
        candidate = self.candidate
        self.place.show_candidate(candidate, self._is_sure or self.fields.is_order_chosen)
        self._allow()
        if self.place.place is not None:
            self.fields.key.setPlaceholderText("" if self.place.needs_title else self.place.place.work.key)

    def accept(self) -> None:
        """Keep it, if what was typed last still has a place."""
        self._changed()
        if self.accept_button.isEnabled():
            super().accept()

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
            self._sought = self._asked = None
        super().done(result)
