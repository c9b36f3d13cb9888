"""What each column of somebody else's form holds: a heading and a choice for each, guessed beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from tomas_desktop.services import filling
from tomas_desktop.services.filling import Column, Table
from tomas_desktop.ui.i18n import later
from tomas_desktop.ui.views.short_label import ShortLabel

_CONTENTS = {
    "number": later("Number of the row"), "article": later("Article"), "current": later("Text in force"),
    "proposal": later("Proposal"), "reasons": later("Justification"), "basis": later("EU provision"),
    "leave": later("Leave as it is"),
}  # fmt: skip


class ColumnPickers(QWidget):
    """`chosen`: a person chose something else for a column. What one column is given no other has, until that one is
    given something else: who walks over the contents with the keyboard takes nothing from the others for good."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._wanted: list[str] = []  # what each holds where no other takes it
        self._latest: list[int] = []  # places of the columns for which something was chosen, the last one first
        self.boxes: list[QComboBox] = []
        self.head = QLabel(self.tr("What goes into which column").upper())
        self.head.setObjectName("overline")
        self.hint = QLabel()
        self.hint.setObjectName("soft")
        self.hint.setWordWrap(True)
        self._rows = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        for widget in (self.head, self.hint, self._rows):
            layout.addWidget(widget)
        self.show_table(None)

    def show_table(self, table: Table | None) -> None:
        """Offer the columns of a table; nothing without one."""
        self._columns = table.columns if table else ()
        self._wanted, self._latest = [column.role for column in self._columns], []
        self.setVisible(table is not None)
        self._rows.deleteLater()
        self._rows, self.boxes = QWidget(), []
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for column in self._columns:
            box = self._box(column)
            label = ShortLabel(column.heading or self.tr("Column {number}").format(number=column.index))
            label.setBuddy(box)
            grid.addWidget(label, column.index, 0)
            grid.addWidget(box, column.index, 1)
            self.boxes.append(box)
        below = self.layout()
        assert below is not None
        below.addWidget(self._rows)
        self._rows.show()  # else Qt shows it only when it is idle, and Tab passes by until then
        self._show_hint(table)

    def columns(self) -> tuple[Column, ...]:
        """The columns as they are filled now."""
        return tuple(
            replace(column, role=str(box.currentData())) for column, box in zip(self._columns, self.boxes, strict=True)
        )

    def roles(self) -> Mapping[int, str]:
        """What each column holds, by its place from 1."""
        return {column.index: column.role for column in self.columns()}

    def choose(self, index: int, role: str) -> None:
        """Choose as a person does for the column at a place from 1."""
        box = self.boxes[index - 1]
        box.setCurrentIndex(box.findData(role))
        self._take(box)

    def _take(self, box: QComboBox) -> None:
        place = self.boxes.index(box)
        self._wanted[place] = str(box.currentData())
        self._latest = [place, *(each for each in self._latest if each != place)]
        taken = set[str]()
        for each in dict.fromkeys([*self._latest, *range(len(self.boxes))]):
            held = "leave" if self._wanted[each] in taken else self._wanted[each]
            taken.update({held} - {"leave"})
            self.boxes[each].setCurrentIndex(self.boxes[each].findData(held))
        self.chosen.emit()

    def _show_hint(self, table: Table | None) -> None:
        if table is None:
            return
        if table.is_known:
            words = self.tr("As you said before for a form with these headings.")
        elif table.understood:
            words = self.tr("Guessed from the headings. Put right what is wrong: it is remembered for this form.")
        else:
            words = self.tr("The headings do not tell. Say it once: it is remembered for this form.")
        self.hint.setText(words)

    def _box(self, column: Column) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("What column {number} holds: {heading}").format(
            number=column.index, heading=column.heading
        ))  # fmt: skip
        for role in filling.roles():
            box.addItem(QCoreApplication.translate("column_pickers", _CONTENTS[role]), role)
        box.setCurrentIndex(box.findData(column.role))
        box.activated.connect(lambda _: self._take(box))
        return box
