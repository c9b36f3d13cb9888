"""The coverage board: every article of the EU act, how far each country answers it, and what is still to do."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.model.correlation import Grade
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import coverage, dossiers, grade_codes
from tomas_desktop.services.coverage import Board, Line
from tomas_desktop.ui import names, tasks
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.models.coverage_table import (
    LINE,
    WAITING,
    WANTED,
    CoverageFilter,
    CoverageTable,
    Wanted,
    is_wanted,
)
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.coverage_cells import CellDelegate, CountryTotal

_REST_MS = 400  # of quiet after a change before it is counted again
_NARROWEST = 150  # pixels of a country's column
_TITLES = 300  # pixels that the titles of the articles keep for themselves

Codes = Mapping[str, Mapping[Grade, str]]


class CoverageTableView(QTableView):
    """`picked` when a cell is clicked or Enter is pressed on it."""

    picked = Signal(QModelIndex)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Coverage of each article in each country"))
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(80)
        self.delegate = CellDelegate(self)
        self.delegate.look = look
        self.setItemDelegate(self.delegate)
        self.clicked.connect(self.picked)

    def set_widths(self) -> None:
        """The articles take what the countries leave."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        head, model = self.horizontalHeader(), self.model()
        for column in range(model.columnCount()):
            stretch = QHeaderView.ResizeMode.Stretch if column == 0 else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(column, stretch)
            if column:
                cells = (model.index(row, column) for row in range(model.rowCount()))
                said = {(str(cell.data() or ""), bool(cell.data(WAITING))) for cell in cells}  # many say the same
                widest = max((self.delegate.width_of(*each, self.fontMetrics()) for each in said), default=0)
                most = max(_NARROWEST, (self.viewport().width() - _TITLES) // (model.columnCount() - 1))
                self.setColumnWidth(column, min(max(_NARROWEST, widest), most))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class CoverageBoard(QWidget):
    """`chosen` carries an EU article and the country whose answer a person picked ("" for none); `left` when the page
    is left."""

    chosen = Signal(Ref, str)
    left = Signal()
    wants_room = True

    def __init__(self, desk: Desk, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._look = desk, look
        self._asked = 0
        self._is_stale = True
        self.model = CoverageTable(self)
        self.filter = CoverageFilter(self)
        self.filter.setSourceModel(self.model)
        self.act = QLabel()
        self.act.setObjectName("soft")
        self.act.setWordWrap(True)
        title = QLabel(self.tr("Coverage"))
        title.setObjectName("title")
        self.countries = QComboBox()
        self.countries.setAccessibleName(self.tr("Countries shown"))
        self.countries.activated.connect(self._filtered)
        self.wanted = QTabBar()
        self.wanted.setDrawBase(False)
        self.wanted.setExpanding(False)
        self.wanted.setAccessibleName(self.tr("Articles shown"))
        for _ in WANTED:
            self.wanted.addTab("")
        self.wanted.currentChanged.connect(self._filtered)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(8)
        self.corner.addWidget(self.countries)
        heading = QVBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(title)
        heading.addWidget(self.act)
        top = QHBoxLayout()
        top.addLayout(heading, 1)
        top.addLayout(self.corner)

        self.totals = QWidget()
        self._totals = QHBoxLayout(self.totals)
        self._totals.setContentsMargins(0, 0, 0, 0)
        self._totals.setSpacing(12)
        self.table = CoverageTableView(look)
        self.table.setModel(self.filter)
        self.table.picked.connect(self._pick)
        self.empty = QLabel()
        self.empty.setObjectName("empty")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.totals)
        layout.addWidget(self.wanted)
        layout.addLayout(self._stack, 1)

        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._count)
        desk.content_changed.connect(self._changed)
        desk.act_changed.connect(self._changed)
        self._show_empty(self.tr("Counting…"))

    def set_theme(self, look: Theme) -> None:
        """Draw in another theme's colours."""
        self._look = self.table.delegate.look = look
        self.table.viewport().update()
        for total in self.totals.findChildren(CountryTotal):
            total.set_theme(look)

    def take_keyboard(self) -> None:
        """Give the table the keyboard, at the article in hand."""
        self.table.setFocus()
        self._mark_place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand it on; as a proxy the table would let Tab pass by what stands before it."""
        super().focusInEvent(event)
        self.table.setFocus()

    def lines(self) -> tuple[Line, ...]:
        """The articles that the filter lets through."""
        return tuple(self.filter.index(row, 0).data(LINE) for row in range(self.filter.rowCount()))

    def shown_countries(self) -> tuple[str, ...]:
        """The countries whose columns are shown."""
        board = self.model.board
        return tuple(c for c in board.countries if self.filter.country in ("", c)) if board else ()

    # ---- counting ------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._count()

    def _changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._rest.start()

    def _count(self) -> None:
        """Count in the background; an answer that a later change has overtaken is dropped."""
        self._asked += 1
        self._is_stale = False
        asked, opened, act = self._asked, self._desk.opened, self._desk.act
        if opened is None or act is None:
            self._show(None, {})
            return
        path, work = opened.path, act.work

        def work_out() -> tuple[Board, Codes]:
            with dossiers.opened(path) as own:
                board = coverage.board(own, work)
            return board, {country: grade_codes.of_country(country) for country in board.countries}

        def done(found: tuple[Board, Codes]) -> None:
            if asked == self._asked:
                self._show(*found)

        def failed(sentence: str, _details: str) -> None:
            if asked == self._asked:
                self._show_empty(sentence)

        tasks.run(work_out, done, failed, self)

    def _show(self, board: Board | None, codes: Codes) -> None:
        before = self.model.board.countries if self.model.board else ()
        self.model.set_board(board, codes)
        opened, act = self._desk.opened, self._desk.act
        self.act.setText(opened.work(act.work).title if opened and act else "")
        if board is None or not board.countries or not board.lines:
            self._show_empty(self._why_empty())
            return
        if before != board.countries:
            self._name_countries(board)
        for total, country in zip(self.totals.findChildren(CountryTotal), board.countries, strict=True):
            total.show_total(names.of_country(country), board.totals[country])
        self._filtered()
        if not self.table.currentIndex().isValid():
            self._mark_place()

    def _name_countries(self, board: Board) -> None:
        self.countries.clear()
        self.countries.addItem(self.tr("All countries"), "")
        for old in self.totals.findChildren(CountryTotal):
            old.setParent(None)
            old.deleteLater()
        for country in board.countries:
            self.countries.addItem(names.of_country(country), country)
            self._totals.addWidget(CountryTotal(self._look), 1)

    def _why_empty(self) -> str:
        if self._desk.opened is None or self._desk.act is None:
            return self.tr("No EU act yet. Import one with Ctrl+I.")
        return self.tr("No national law yet. Import one with Ctrl+I.")

    def _show_empty(self, words: str) -> None:
        self.empty.setText(words)
        self._stack.setCurrentWidget(self.empty)
        for widget in (self.totals, self.wanted, self.countries):
            widget.setVisible(False)

    # ---- filtering -----------------------------------------------------------------------------------------

    def _filtered(self) -> None:
        board = self.model.board
        if board is None:
            return
        country = str(self.countries.currentData() or "")
        self.filter.choose(WANTED[max(self.wanted.currentIndex(), 0)], country)
        self._count_tabs(board, country)
        for total, each in zip(self.totals.findChildren(CountryTotal), board.countries, strict=True):
            total.setVisible(country in ("", each))
        for widget in (self.totals, self.wanted, self.countries):
            widget.setVisible(True)
        if self.filter.rowCount():
            self._stack.setCurrentWidget(self.table)
            self.table.set_widths()
        else:
            self.empty.setText(self.tr("No article is left by this filter."))
            self._stack.setCurrentWidget(self.empty)

    def _count_tabs(self, board: Board, country: str) -> None:
        def count(wanted: Wanted) -> int:
            shown = [[cell for c, cell in line.cells.items() if country in ("", c)] for line in board.lines]
            return sum(any(is_wanted(cell, wanted) for cell in cells) for cells in shown)

        words: Mapping[Wanted, str] = {
            "all": self.tr("All {n}"), "gaps": self.tr("Gaps {n}"), "to_recheck": self.tr("To check again {n}"),
            "suggested": self.tr("Suggestions waiting {n}"),
        }  # fmt: skip
        for number, wanted in enumerate(WANTED):
            self.wanted.setTabText(number, words[wanted].format(n=count(wanted)))

    def _mark_place(self) -> None:
        """Let the keyboard begin at the article in hand."""
        article = self._desk.article
        column = max(self.table.currentIndex().column(), 1)
        for row, line in enumerate(self.lines()):
            if article is not None and line.eu.eid == article.eid:
                self.table.setCurrentIndex(self.filter.index(row, min(column, self.filter.columnCount() - 1)))
                return

    # ---- going there ---------------------------------------------------------------------------------------

    def _pick(self, index: QModelIndex) -> None:
        column = self.filter.mapToSource(index).column()
        board, line = self.model.board, index.data(LINE)
        if board is not None and isinstance(line, Line):
            self.chosen.emit(line.eu, board.countries[column - 1] if column else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ---- as a picture --------------------------------------------------------------------------------------

    def picture(self) -> QImage:
        """The board as it is filtered, all of its rows, at twice the size of the screen's points."""
        whole = CoverageTableView(self._look)
        whole.setPalette(self.palette())
        whole.setModel(self.filter)
        whole.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.ensurePolished()
        width = max(self.width(), 900)
        whole.resize(width, 100)
        whole.set_widths()
        rows = whole.verticalHeader().defaultSectionSize() * self.filter.rowCount()
        whole.resize(width, rows + whole.horizontalHeader().sizeHint().height() + 2 * whole.frameWidth())
        parts: list[QWidget] = [self.act, self.totals, whole]
        gap, scale = 12, 2
        sizes = [QSize(width, part.height()) for part in parts]
        height = sum(size.height() + gap for size in sizes) + gap
        image = QImage((width + 2 * gap) * scale, height * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(self._look.colour("desk"))
        painter = QPainter(image)
        down = gap
        for part in parts:
            part.render(painter, QRect(gap, down, part.width(), part.height()).topLeft())
            down += part.height() + gap
        painter.end()
        whole.deleteLater()
        return image
