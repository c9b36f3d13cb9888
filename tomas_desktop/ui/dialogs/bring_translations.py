"""Translations of an EU act come in from a translation memory: see what fits, then keep it as working translations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.services import legal_orders, rehearsing, translating
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.rehearsing import Rehearsal
from tomas_desktop.services.translating import Taken
from tomas_desktop.ui import arrivals, file_places, names, tasks
from tomas_desktop.ui.file_drop import FileDrop

_FILES = "TMX, CSV (*.tmx *.csv *.xml)"


@dataclass(frozen=True)
class _Asked:
    work: str
    language: str
    file: Path


class BringTranslations(QDialog):
    """Nothing is kept before a person has seen how much of the file fits the act."""

    def __init__(self, opened: OpenDossier, author: str = "", parent: QWidget | None = None, work: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bring in translations"))
        self.resize(680, 440)
        self._path, self._author = opened.path, author
        self._asked: _Asked | None = None
        self.rehearsal: Rehearsal | None = None
        self.taken: Taken | None = None
        self.act = self._combo(self.tr("EU act"))
        for each in opened.dossier.works:
            if each.country == "eu" and opened.dossier.expressions(each.key):
                self.act.addItem(each.title, each.key)
        self.act.setCurrentIndex(max(0, self.act.findData(work)))
        self.language = self._combo(self.tr("Into the language"))
        national = (tag for order in legal_orders.known() if order.country != "eu" for tag in order.languages)
        for tag in dict.fromkeys(national):
            self.language.addItem(names.of_language(tag), tag)
        self.file = QLineEdit()
        self.file.setAccessibleName(self.tr("Translation memory or table"))
        self.file.setPlaceholderText(self.tr("A translation memory (TMX) or a table of two columns (CSV)"))
        self.file.editingFinished.connect(self.read)
        browse = QPushButton(self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.act.activated.connect(self.read)
        self.language.activated.connect(self.read)
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(8)
        for row, (words, widget) in enumerate(
            ((self.tr("EU act"), self.act), (self.tr("Into"), self.language), (self.tr("File"), self.file))
        ):
            label = QLabel(words)
            label.setBuddy(widget)
            fields.addWidget(label, row, 0)
            fields.addWidget(widget, row, 1)
        fields.addWidget(browse, 2, 2)
        fields.setColumnStretch(1, 1)
        self.words = QLabel(self.tr("Choose a file, or drop one here."))
        self.words.setObjectName("soft")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = QListWidget()
        self.list.setObjectName("sentences")
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(self.tr("Reading"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.keep = QPushButton(self.tr("Keep as working translations"))
        self.keep.setObjectName("primary")
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.addWidget(self.progress)
        below.addStretch(1)
        below.addWidget(self.cancel)
        below.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addLayout(fields)
        layout.addWidget(self.words)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        self._show(None, None)
        FileDrop(self, arrivals.dropped, self.choose)

    @staticmethod
    def ask(opened: OpenDossier, author: str = "", parent: QWidget | None = None, work: str = "") -> Rehearsal | None:
        """The steps that keep what a person agreed to; None when cancelled."""
        dialog = BringTranslations(opened, author, parent, work)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        steps = dialog.rehearsal if accepted else None
        dialog.deleteLater()
        return steps

    def choose(self, file: Path) -> None:
        """Read this file."""
        self.file.setText(str(file))
        self.read()

    def read(self) -> None:
        """See in the background what of the file fits the act."""
        name = self.file.text().strip()
        if not name or self.act.currentData() is None:
            return
        asked = _Asked(self.act.currentData(), self.language.currentData(), Path(name))
        if asked == self._asked:
            return
        self._asked = asked
        self._show(None, None)
        self.words.setText(self.tr("Reading {name}…").format(name=asked.file.name))
        self.progress.show()
        path, author = self._path, self._author

        def look() -> tuple[Taken, Rehearsal]:
            with rehearsing.rehearsal(path) as (copy, log):
                return translating.take_file(copy, asked.work, asked.language, asked.file, author=author), log

        tasks.run(
            look,
            lambda answer: self._looked(asked, *answer),
            lambda words, _details: self._failed(asked, words),
            self,
        )

    def _looked(self, asked: _Asked, taken: Taken, log: Rehearsal) -> None:
        if asked == self._asked:
            self._show(taken, log)

    def _failed(self, asked: _Asked, words: str) -> None:
        if asked == self._asked:
            self._show(None, None)
            self.words.setText(words)

    def _show(self, taken: Taken | None, log: Rehearsal | None) -> None:
        self.taken, self.rehearsal = taken, log
        self.progress.hide()
        self.list.clear()
        self.list.setVisible(taken is not None)
        self.keep.setEnabled(bool(log and log.taken))
        if taken is None:
            return
        told = self.tr("%n provisions get their translation from it", "", len(taken.translations))
        units = self.tr("%n pairs of texts in the file", "", taken.units)
        self.words.setText(f"{told} · {units}")
        for one in taken.translations:
            self.list.addItem(f"＋  {one.ref.eid}   {' '.join(one.text.split())[:120]}")
        for ref in taken.kept:
            self.list.addItem(self.tr("–  {place}: has another translation already, which stays").format(place=ref.eid))
        for ref in taken.ambiguous:
            self.list.addItem(
                self.tr("?  {place}: the file has several translations of these words").format(place=ref.eid)
            )
        for near in taken.similar:
            self.list.addItem(self.tr("≈  {place}: similar only, not taken").format(place=near.eid))
        if taken.translations:
            self.keep.setFocus()

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a translation memory"), file_places.beginning(self.file.text()), _FILES
        )
        if name:
            self.choose(Path(name))

    def _combo(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        return box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field keeps nothing: only the button does."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Whatever is still being read is not waited for."""
        self._asked = None
        super().done(result)
