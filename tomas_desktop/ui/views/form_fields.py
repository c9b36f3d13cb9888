"""What a person says of a form that is filled: which file and table, from which proposal, where the filled one goes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.model.dossier import Dossier
from tomas_desktop.services import filling
from tomas_desktop.services.filling import Table
from tomas_desktop.services.submitting import Script
from tomas_desktop.ui import file_places
from tomas_desktop.ui.typed_path import typed_path
from tomas_desktop.ui.views.column_pickers import ColumnPickers

_WORD = "Word (*.docx *.docm *.dotx *.dotm)"


class FormFields(QWidget):
    """`form_chosen`: another file. `table_chosen`: another table of it, or other columns. `rows_chosen`: another
    proposal, or it is written otherwise. `out_changed` with every letter."""

    form_chosen = Signal()
    table_chosen = Signal()
    rows_chosen = Signal()
    out_changed = Signal()

    def __init__(self, dossier: Dossier, proposal: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._tables: tuple[Table, ...] = ()
        self._is_own_name = False
        self.file = self._line(self.tr("Form"))
        self.file.setPlaceholderText(self.tr("A Word file with a table"))
        self.browse = self._button(self._browse)
        self.table = self._combo(self.tr("Table"))
        self.proposal = self._combo(self.tr("Proposal"))
        for each in dossier.proposals:
            self.proposal.addItem(each.title or each.key, each.key)
        self.proposal.setCurrentIndex(max(0, self.proposal.findData(proposal)))
        self.script = self._combo(self.tr("Script"))
        self.redline = QCheckBox(self.tr("Show what is struck and what is new"))
        self.columns = ColumnPickers()
        self.out = self._line(self.tr("Save as"))
        self.out_browse = self._button(self._browse_out)

        above, below = self._form(), self._form()
        self._add(above, self.tr("Form"), self.file, self.browse)
        self._add(above, self.tr("Table"), self.table)
        self._add(above, self.tr("Proposal"), self.proposal)
        self._add(above, self.tr("Script"), self.script)
        above.addRow("", self.redline)
        self._add(below, self.tr("Save as"), self.out, self.out_browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(above)
        column.addLayout(below)
        column.addWidget(self.columns)
        self._fill_scripts()
        self.show_tables(())
        self.file.editingFinished.connect(self._name_out)
        self.file.editingFinished.connect(self.form_chosen)
        self.table.activated.connect(self._table_chosen)
        self.columns.chosen.connect(self.table_chosen)
        self.proposal.activated.connect(self._proposal_chosen)
        self.script.activated.connect(self.rows_chosen)
        self.redline.toggled.connect(self.rows_chosen)
        self.out.textEdited.connect(self._out_typed)
        self.out.textChanged.connect(self.out_changed)

    # ---- what is chosen ------------------------------------------------------------------------------------

    @property
    def chosen_file(self) -> Path | None:
        """The form; None while none is named."""
        return typed_path(self.file)

    @property
    def chosen_out(self) -> Path | None:
        """The filled form; None while it is not named."""
        return typed_path(self.out)

    @property
    def chosen_table(self) -> Table | None:
        """The table; None while no form with one is shown."""
        at = self.table.currentIndex()
        return self._tables[at] if 0 <= at < len(self._tables) else None

    @property
    def chosen_proposal(self) -> str:
        """The key of the proposal."""
        return str(self.proposal.currentData())

    @property
    def chosen_script(self) -> Script | None:
        """The script; None keeps the law's own."""
        chosen = self.script.currentData()
        return chosen if chosen in ("Latn", "Cyrl") else None

    def choose(self, file: Path) -> None:
        """Fill this form."""
        self.file.setText(str(file))
        self._name_out()
        self.form_chosen.emit()

    def show_tables(self, tables: Sequence[Table]) -> None:
        """Offer these tables, first the one whose columns are understood best; each is told by its headings."""
        self._tables = tuple(tables)
        self.table.clear()
        for each in tables:
            headings = " | ".join(filter(None, (column.heading for column in each.columns)))
            self.table.addItem(f"{each.number} · {headings}", each.number)
        self.table.setEnabled(len(tables) > 1)
        best = filling.best(tables)
        self.table.setCurrentIndex(self._tables.index(best) if best else -1)
        self._table_chosen()

    # ---- choosing ------------------------------------------------------------------------------------------

    def _table_chosen(self) -> None:
        self.table.setToolTip(self.table.currentText())
        self.columns.show_table(self.chosen_table)
        for before, after in pairwise([self.out_browse, *self.columns.boxes]):
            QWidget.setTabOrder(before, after)
        self.table_chosen.emit()

    def _proposal_chosen(self) -> None:
        self._fill_scripts()
        self._name_out()
        self.rows_chosen.emit()

    def _fill_scripts(self) -> None:
        proposal = self._dossier.proposal(self.chosen_proposal)
        work = self._dossier.work(proposal.work) if proposal else None
        scripts = filling.scripts(work.country) if work else ()
        self.proposal.setToolTip(self.proposal.currentText())
        self.script.clear()
        self.script.addItem(self.tr("As the law is written"), None)
        for script in scripts if len(scripts) > 1 else ():
            self.script.addItem(self.tr("Latin") if script == "Latn" else self.tr("Cyrillic"), script)
        self.script.setEnabled(len(scripts) > 1)

    def _name_out(self) -> None:
        """Beside the form, named after the proposal too, until a person names it."""
        file = self.chosen_file
        if file is not None and file.name and not self._is_own_name:
            self.out.setText(str(file.with_name(f"{file.stem}-{self.chosen_proposal}{file.suffix}")))

    def _out_typed(self) -> None:
        self._is_own_name = bool(self.out.text().strip())

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a form"), file_places.beginning(self.file.text()), _WORD
        )
        if name:
            self.choose(Path(name))

    def _browse_out(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the filled form"), file_places.beginning(self.out.text()), _WORD
        )
        if name:
            self._is_own_name = True
            self.out.setText(name)

    # ---- fields --------------------------------------------------------------------------------------------

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        return form

    def _add(self, form: QFormLayout, name: str, field: QWidget, button: QPushButton | None = None) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(field, 1)
        if button is not None:
            row.addWidget(button)
        form.addRow(name, row)
        label = form.labelForField(row)
        label.setBuddy(field)  # type: ignore[attr-defined]

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.textChanged.connect(line.setToolTip)
        return line

    def _combo(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    def _button(self, act: object) -> QPushButton:
        button = QPushButton(self.tr("Choose…"))
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button
