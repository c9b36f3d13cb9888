"""Fill a form, any Word file with a table: see what its columns hold and which rows come in, then write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from tomas_desktop.services import dossiers, filling, messages, settings
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.filling import Content, Filled, Table
from tomas_desktop.services.submitting import Script
from tomas_desktop.ui import arrivals, tasks, theme
from tomas_desktop.ui.dialogs.writing_dialog import WritingDialog
from tomas_desktop.ui.file_drop import FileDrop
from tomas_desktop.ui.stopping import Stopping
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.form_fields import FormFields
from tomas_desktop.ui.views.form_preview import FormPreview
from tomas_desktop.ui.views.side_column import SideColumn


@dataclass(frozen=True)
class _Wording:
    """Of which proposal the rows are, and how they are written."""

    proposal: str
    redline: bool
    script: Script | None


class FillForm(WritingDialog):
    """`outcome` is what was written, None while nothing is."""

    def __init__(
        self, opened: OpenDossier, proposal: str, parent: QWidget | None = None, look: Theme | None = None
    ) -> None:
        super().__init__(1200, parent)
        self.setWindowTitle(self.tr("Fill a form"))
        self.bar.call_write(self.tr("Fill in"), self.tr("Write the filled form (Ctrl+Enter)"))
        self.outcome: Filled | None = None
        self._path = opened.path
        self._file: Path | None = None  # that is read, or was
        self._trouble = ""  # with that file
        self._wording: _Wording | None = None  # of which rows are gathered, or were
        self._rows: tuple[Mapping[str, Content], ...] | None = None
        self._stopping: Stopping | None = None  # what is being written

        self.fields = FormFields(opened.dossier, proposal)
        self.preview = FormPreview(look or theme.chosen(settings.load().theme))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(SideColumn(self.fields))
        both.addWidget(self.preview)
        both.setSizes([390, 790])
        both.setStretchFactor(1, 1)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(both, 1)
        layout.addWidget(self.bar)
        self.fields.form_chosen.connect(self.read)
        self.fields.table_chosen.connect(self._show)
        self.fields.rows_chosen.connect(self.gather)
        self.fields.out_changed.connect(self._allow)
        FileDrop(self, arrivals.dropped, self.fields.choose)
        self._show()
        QTimer.singleShot(0, self, self.gather)

    @staticmethod
    def ask(opened: OpenDossier, proposal: str, parent: QWidget | None = None) -> Filled | None:
        """The form that was filled; None when none was."""
        dialog = FillForm(opened, proposal, parent)
        dialog.exec()
        outcome = dialog.outcome
        dialog.deleteLater()
        return outcome

    # ---- looking -------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the tables of the form in the background, unless they are shown; a file that could not be read may have
        been mended."""
        file = self.fields.chosen_file
        if file is None or (file == self._file and not self._trouble):
            return
        self._file, self._trouble = file, ""
        self.fields.show_tables(())
        self.preview.show_words(self.tr("Reading {name}…").format(name=file.name))
        tasks.run(
            lambda: filling.tables(file),
            lambda tables: self._was_read(file, tables, ""),
            lambda words, _details: self._was_read(file, (), words),
            self,
        )

    def _was_read(self, file: Path, tables: tuple[Table, ...], trouble: str) -> None:
        if file != self._file:
            return  # another one was chosen in the meantime
        if not tables:
            self._trouble = trouble or messages.sentence("fill-no-table", {"file": str(file)})
        self.fields.show_tables(tables)
        if tables and (self.fields.file.hasFocus() or self.focusWidget() in (None, self.fields.browse)):
            self.fields.columns.boxes[0].setFocus()

    def gather(self) -> None:
        """Gather the rows of the proposal in the background, unless they are shown."""
        wording = _Wording(
            self.fields.chosen_proposal, self.fields.redline.isChecked(), self.fields.chosen_script
        )  # fmt: skip
        if wording == self._wording:
            return
        self._wording, self._rows = wording, None
        self._allow()
        path = self._path

        def look() -> tuple[Mapping[str, Content], ...]:
            with dossiers.opened(path) as opened:
                return filling.rows(opened, wording.proposal, wording.redline, wording.script)

        tasks.run(
            look,
            lambda rows: self._gathered(wording, rows),
            lambda words, _details: self._gathered(wording, None, words),
            self,
        )

    def _gathered(self, wording: _Wording, rows: tuple[Mapping[str, Content], ...] | None, trouble: str = "") -> None:
        if wording == self._wording:
            self._rows = rows
            self._show()
            if trouble:
                self.bar.say(trouble)

    def _show(self) -> None:
        """The rows in the table that is chosen, or what is missing."""
        table, rows = self.fields.chosen_table, self._rows
        if self._trouble:
            self.preview.show_words(self._trouble)
        elif self._file is None:
            self.preview.show_words(
                self.tr(
                    "Choose the Word file of a form that somebody sent you, or drop it here: a consultation form, a "
                    "table of remarks. Its table is filled with the changes of the proposal, in a copy."
                )
            )
        elif table is not None and rows is not None:
            self.preview.show_rows(table, self.fields.columns.columns(), rows)
        self._allow()

    def _allow(self) -> None:
        """Say what is missing, or what there is to know before it is written."""
        if self._stopping is not None:
            return
        missing = self._missing()
        self.bar.write.setEnabled(missing is None)
        if missing is not None or self.outcome is None:
            self.bar.say(self._remark() if missing is None else missing)

    def _missing(self) -> str | None:
        """What stands in the way; "" where it is told elsewhere, None where nothing does."""
        file, out, table = self.fields.chosen_file, self.fields.chosen_out, self.fields.chosen_table
        if file is None or table is None or self._rows is None:
            return ""
        if not self._rows:
            return messages.sentence("fill-nothing-proposed", {"proposal": self.fields.proposal.currentText()})
        if all(column.role in ("leave", "number") for column in self.fields.columns.columns()):
            return self.tr("Say of a column what goes into it.")
        if out is None:
            return self.tr("Say where the filled form is to be kept.")
        if out == file:
            return messages.sentence("fill-over-original", {"file": file.name})
        return None

    def _remark(self) -> str:
        out = self.fields.chosen_out
        roles = {column.role for column in self.fields.columns.columns()}
        told = [] if "proposal" in roles else [messages.sentence("fill-no-proposal-column", {})]
        if out is not None and out.exists():
            told.append(self.tr("{name} is there and will be replaced.").format(name=out.name))
        return " ".join(told)

    # ---- writing -------------------------------------------------------------------------------------------

    @property
    def is_writing(self) -> bool:
        return self._stopping is not None

    def write(self) -> None:
        file, out, table, wording = self._file, self.fields.chosen_out, self.fields.chosen_table, self._wording
        if not self.bar.write.isEnabled() or self.is_writing:
            return
        assert file is not None
        assert out is not None
        assert table is not None
        assert wording is not None
        stopping, path, roles = Stopping(), self._path, self.fields.columns.roles()
        self._stopping = stopping
        self.fields.setEnabled(False)
        self.bar.say(self.tr("Writing {name}…").format(name=out.name))
        self.bar.show_busy()

        def work() -> Filled | None:
            with dossiers.opened(path) as opened:
                draft = filling.draft(
                    opened, wording.proposal, file, out, table.number, roles, wording.redline, wording.script
                )
            return filling.write(draft) if stopping.may_keep() else None

        tasks.run(work, self._wrote, self._failed, self)

    def stop(self) -> None:
        if self._stopping is not None and self._stopping.ask():
            self.bar.say(self.tr("Stopping…"))

    def _wrote(self, filled: Filled | None) -> None:
        self._end()
        if filled is None:
            self.bar.say(self.tr("Stopped; nothing was written."))
            return
        self.outcome = filled
        self.bar.show_written(self.tr("%n rows written to {file}", "", filled.rows).format(file=str(filled.file)))

    def _failed(self, words: str, details: str) -> None:
        self._end()
        self.bar.say(words, details)

    def _end(self) -> None:
        self._stopping = None
        self.fields.setEnabled(True)
        self.bar.show_idle()

    def open_folder(self) -> None:
        if self.outcome is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.outcome.file.resolve().parent)))

    # ---- the dialog ----------------------------------------------------------------------------------------

    def done(self, result: int) -> None:
        """What is still being looked at is not waited for."""
        self._file = self._wording = None
        super().done(result)
