"""Apply an amending act: choose the law, bring the act, see what each of its sentences changes, then keep it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import expression_id
from tomas_desktop.services import applying, clock, messages, settings
from tomas_desktop.services.applying import Preview, Target
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.sources import Origin, Source, name_of
from tomas_desktop.ui import arrivals, file_places, names, tasks, theme
from tomas_desktop.ui.file_drop import FileDrop
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.act_clauses import ActClauses, Row
from tomas_desktop.ui.views.caused_page import CausedPage


@dataclass(frozen=True)
class Decision:
    """What a person wants to keep of a preview: a new text of the law with its stage and date, or a proposal."""

    preview: Preview
    kind: Literal["text", "proposal"]
    stage: str = ""
    date: str = ""


class ApplyAct(QDialog):
    """Nothing is kept before a person has seen what the act does, and what of it could not be applied."""

    def __init__(
        self,
        opened: OpenDossier,
        parent: QWidget | None = None,
        source: Origin | None = None,
        look: Theme | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Apply an amending act"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1280, 700)
        self.setMinimumSize(880, 520)
        self._opened = opened
        self._source = source
        self._asked: tuple[Target, Origin] | None = None
        self._seen: Preview | None = None
        self._kind: Literal["text", "proposal"] = "text"
        look = look or theme.chosen(settings.load().theme)

        self.law = self._combo(self.tr("Law"))
        self.text = self._combo(self.tr("Text"))
        for work in opened.dossier.works:
            if work.country != "eu" and opened.dossier.expressions(work.key):
                self.law.addItem(f"{names.of_country(work.country)} · {work.title}", work.key)
        self.file = QLineEdit()
        self.file.setAccessibleName(self.tr("Amending act"))
        self.browse = self._button(self.tr("Choose…"), self._browse)
        self.paste = self._button(self.tr("Paste"), self.paste_act)
        self.paste.setShortcut("Ctrl+Shift+V")
        self.paste.setToolTip(self.tr("Read the act that was copied in another program (Ctrl+Shift+V)"))
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(8)
        self._put(fields, 0, self.tr("Law"), self.law)
        fields.addWidget(QLabel(self.tr("Text")), 0, 2)
        fields.addWidget(self.text, 0, 3, 1, 2)
        self._put(fields, 1, self.tr("Amending act"), self.file)
        buttons = QHBoxLayout()
        buttons.addWidget(self.browse)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        fields.addLayout(buttons, 1, 3)
        fields.setColumnStretch(1, 3)
        fields.setColumnStretch(3, 2)

        self.clauses = ActClauses(look)
        self.clauses.went.connect(self._went)
        self.page = CausedPage(self.tr("The law with the act applied"), look)
        self.page.setObjectName("paper")
        self.page.asked.connect(self._asked_for)
        self.words = QLabel()
        self.words.setObjectName("empty")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.both = QSplitter(Qt.Orientation.Horizontal)
        self.both.addWidget(self.clauses)
        self.both.addWidget(self.page)
        self.both.setSizes([460, 780])
        self.both.setChildrenCollapsible(False)

        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(self.tr("Reading"))
        self.status = QLabel()
        self.stop_button = self._button(self.tr("Stop reading"), self.stop)
        self.stop_button.setObjectName("quiet")
        self.whole = QCheckBox(self.tr("Whole law"))
        self.whole.toggled.connect(self._show_page)
        self.stage = self._combo(self.tr("Stage"))
        for stage in ("in-force", "draft"):
            self.stage.addItem(names.of_stage(stage), stage)
        self.stage.currentTextChanged.connect(self._allow)
        self.date = QLineEdit(clock.now()[:10])
        self.date.setAccessibleName(self.tr("Date of the new text"))
        self.date.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self.date.setFixedWidth(110)
        self.date.textChanged.connect(self._allow)
        self.cancel_button = self._button(self.tr("Cancel"), self.reject)
        self.proposal_button = self._button(self.tr("Keep as a proposal"), lambda: self._keep("proposal"))
        self.text_button = self._button(self.tr("Keep as a new text of the law"), lambda: self._keep("text"))
        self.text_button.setObjectName("primary")
        above = QHBoxLayout()
        above.addWidget(self.progress)
        above.addWidget(self.stop_button)
        above.addWidget(self.status, 1)
        above.addWidget(self.whole)
        below = QHBoxLayout()
        below.setSpacing(8)
        for name, field in ((self.tr("Stage"), self.stage), (self.tr("Date"), self.date)):
            label = QLabel(name)
            label.setBuddy(field)
            below.addWidget(label)
            below.addWidget(field)
        below.addStretch(1)
        for button in (self.cancel_button, self.proposal_button, self.text_button):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addLayout(fields)
        layout.addLayout(above)
        layout.addWidget(self.both, 1)
        layout.addWidget(self.words, 1)
        layout.addLayout(below)
        self.law.activated.connect(self._law_chosen)
        self.text.activated.connect(self.read)
        self.file.editingFinished.connect(self._file_named)
        self._fill_texts()
        self._name_source()
        self._say(self.tr("Choose the file of an amending act, or paste one that you copied."))
        FileDrop(self, arrivals.dropped, self._take)
        QTimer.singleShot(0, self, self.read)

    @staticmethod
    def ask(opened: OpenDossier, parent: QWidget | None = None, source: Origin | None = None) -> Decision | None:
        """What a person wants to keep of an act; None when cancelled."""
        dialog = ApplyAct(opened, parent, source)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        decision = dialog.decision() if accepted else None
        dialog.deleteLater()
        return decision

    def decision(self) -> Decision | None:
        """What is decided; None while there is nothing to keep."""
        if self._seen is None:
            return None
        return Decision(self._seen, self._kind, self.stage.currentData(), self.date.text().strip())

    def choose(self, work: str, source: Origin) -> None:
        """Choose a law and an act as a person does."""
        self.law.setCurrentIndex(self.law.findData(work))
        self._fill_texts()
        self._take(source)

    # ---- reading -------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Apply the act to the text in the background, unless that is shown already."""
        work, text = self.law.currentData(), self.text.currentData()
        if self._source is None or not isinstance(work, str) or not isinstance(text, str):
            return
        asked = (applying.target(self._opened, work, text), self._source)
        if asked == self._asked:
            return
        self._asked, self._seen = asked, None
        self._say(self.tr("Reading {name}…").format(name=name_of(self._source)))
        self.progress.show()
        self.stop_button.show()
        tasks.run(
            lambda: applying.preview(*asked),
            lambda seen: self._show(asked, seen),
            lambda sentence, _details: self._failed(asked, sentence),
            self,
        )

    def paste_act(self) -> None:
        """Read what was copied in another program instead of a file."""
        try:
            copied = arrivals.copied()
        except TomasError as error:
            self._say(messages.of_error(error))
            return
        self._asked = None
        self._take(copied)

    def stop(self) -> None:
        """Wait no longer for the act; what is still read of it is thrown away."""
        self._asked = None
        self._say(self.tr("Reading was stopped. Choose the file of an amending act, or paste one that you copied."))

    def _show(self, asked: tuple[Target, Origin], seen: Preview) -> None:
        if asked != self._asked:
            return  # another act or law was chosen in the meantime
        self._seen = seen
        self.progress.hide()
        self.stop_button.hide()
        self.words.hide()
        self.both.show()
        self.whole.show()
        self._show_page()
        self.clauses.show_preview(seen)
        applied = self.tr("%n sentences applied", "", len(seen.sentences))
        failed = self.tr("✕ {count} not applied").format(count=len(seen.failed)) if seen.failed else ""
        other = self.tr("! the act names “{name}”: is it this law?") if seen.other_name else ""
        parts = (other.format(name=seen.other_name), failed, applied)
        self.status.setText(" · ".join(part for part in parts if part))
        self.clauses.setFocus()
        self._allow()

    def _failed(self, asked: tuple[Target, Origin], sentence: str) -> None:
        if asked == self._asked:
            self._say(sentence)

    def _say(self, words: str) -> None:
        """Words in the place of the preview."""
        self._seen = None
        self.words.setText(words)
        for widget in (self.progress, self.stop_button, self.both, self.whole):
            widget.hide()
        self.words.show()
        self.status.clear()
        self._allow()

    # ---- going -------------------------------------------------------------------------------------------

    def _show_page(self) -> None:
        seen = self._seen
        if seen is not None:
            places = range(len(seen.lines)) if self.whole.isChecked() else seen.around_changes()
            self.page.show_caused(seen.lines, seen.causes, places)
            self._went(next((row for row in self.clauses.rows() if row == self._row), None))

    @property
    def _row(self) -> Row | None:
        rows, place = self.clauses.rows(), self.clauses.currentRow()
        return rows[place] if 0 <= place < len(rows) else None

    def _went(self, row: Row | None) -> None:
        """A sentence was chosen: show what it changed, or was meant to change."""
        if row is not None:
            self.page.choose(row.number, row.place)

    def _asked_for(self, number: int) -> None:
        """The caret was put into a change: show which sentence made it."""
        self.clauses.choose(number)
        self.page.choose(number, None)

    # ---- keeping -------------------------------------------------------------------------------------------

    def _allow(self) -> None:
        seen = self._seen
        can_keep = seen is not None and seen.changes_something
        self.proposal_button.setEnabled(can_keep and seen is not None and bool(seen.edits))
        self.proposal_button.setToolTip(
            messages.sentence("act-not-simple", {}) if can_keep and seen is not None and not seen.edits else ""
        )
        taken = can_keep and seen is not None and self._is_taken(seen)
        self.text_button.setEnabled(can_keep and not taken)
        if can_keep:
            self.date.setToolTip(self.tr("There is a text of this stage and date already.") if taken else "")

    def _is_taken(self, seen: Preview) -> bool:
        old = seen.target.expression
        id = expression_id(old.work, old.language, self.stage.currentData(), self.date.text().strip())
        return self._opened.dossier.expression(id) is not None

    def _keep(self, kind: Literal["text", "proposal"]) -> None:
        self._kind = kind
        if self._seen is not None:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field or the list keeps nothing: only the buttons do."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    # ---- fields --------------------------------------------------------------------------------------------

    def _law_chosen(self) -> None:
        self._fill_texts()
        self.read()

    def _fill_texts(self) -> None:
        self.text.clear()
        work = self.law.currentData()
        if not isinstance(work, str):
            return
        for expression in self._opened.dossier.expressions(work):
            self.text.addItem(names.of_expression(expression), expression.id)
        self.text.setCurrentIndex(self.text.findData(self._opened.expression(work).id))

    def _name_source(self) -> None:
        is_pasted = isinstance(self._source, Source)
        self.file.setText(str(self._source) if isinstance(self._source, Path) else "")
        self.file.setPlaceholderText(
            self.tr("What was copied in another program") if is_pasted else self.tr("Choose a file, or paste the act")
        )

    def _take(self, source: Origin) -> None:
        """This is the act."""
        self._source = source
        self._name_source()
        self.read()

    def _file_named(self) -> None:
        if self.file.text().strip():
            self._source = Path(self.file.text().strip())
            self.read()

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose an amending act"), file_places.beginning(self.file.text())
        )
        if name:
            self._take(Path(name))

    def _combo(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        return box

    def _button(self, name: str, act: object) -> QPushButton:
        button = QPushButton(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _put(self, grid: QGridLayout, row: int, name: str, field: QWidget) -> None:
        label = QLabel(name)
        label.setBuddy(field)
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)
