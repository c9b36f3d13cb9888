"""The rows that will be written into a form, in its own columns, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedLayout, QTableView, QVBoxLayout, QWidget

from tomas_desktop.services.filling import Column, Content, Table
from tomas_desktop.ui.models.form_rows import CONTENT, FormRows
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.marked_cells import MarkedCells

_SHARES = {"number": 0, "leave": 1, "article": 2, "basis": 2}  # of the width that is left; of any other 4
_LEAST = {"number": 0, "leave": 0, "article": 88, "basis": 104}  # pixels; of any other 120
_WIDEST_HEADING = 220  # pixels
_SHOWN = 50  # rows: enough to see whether it is right


class FormPreview(QWidget):
    """Words stand in the place of the table while there is none."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QLabel()
        self.model = FormRows(self)
        self.rows = QTableView()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self.rows.resizeRowsToContents)
        self.rows.setObjectName("board")
        self.rows.setModel(self.model)
        self.rows.setAccessibleName(self.tr("Rows that will be written"))
        self.rows.setItemDelegate(MarkedCells(look, CONTENT, self.rows))
        self.rows.setShowGrid(False)
        self.rows.setTabKeyNavigation(False)
        self.rows.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.rows.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.rows.verticalHeader().hide()
        self.rows.verticalHeader().setMinimumSectionSize(1)
        self.rows.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.rows.horizontalHeader().sectionResized.connect(lambda *_: self._rest.start())
        self.head.setBuddy(self.rows)
        self.words = QLabel()
        self.words.setObjectName("empty")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.rows)
        self._pages.addWidget(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(holder, 1)

    def show_words(self, words: str) -> None:
        """Say something in the place of the rows."""
        self.head.clear()
        self.words.setText(words)
        self._pages.setCurrentIndex(1)

    def show_rows(self, table: Table, columns: Sequence[Column], rows: Sequence[Mapping[str, Content]]) -> None:
        """Show these rows in a table whose columns hold this."""
        self.model.set_form(columns, table.taken + 1)
        self.model.set_rows(rows[:_SHOWN])
        told = [self.tr("%n rows will be written", "", len(rows))]
        if len(rows) > _SHOWN:
            told.append(self.tr("the first {count} are shown").format(count=_SHOWN))
        if table.taken:
            told.append(self.tr("%n rows stand there already and stay", "", table.taken))
        self.head.setText(" · ".join(told))
        self._pages.setCurrentIndex(0)
        self._share()

    def _share(self) -> None:
        """Each column as wide as its heading, the rest of the room to those that hold much."""
        header, columns = self.rows.horizontalHeader(), range(self.model.columnCount())
        roles = self.model.roles
        shares = [_SHARES.get(role, 4) for role in roles]
        headings = [min(header.sectionSizeHint(i), _WIDEST_HEADING) for i in columns]
        least = [max(width, _LEAST.get(role, 120)) for width, role in zip(headings, roles, strict=True)]
        left = max(0, self.rows.viewport().width() - sum(least))
        for i, width, share in zip(columns, least, shares, strict=True):
            header.resizeSection(i, width + left * share // max(1, sum(shares)))
        self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
