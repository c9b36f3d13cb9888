"""The preview of an import: the tree of what was understood, the text, what there is to say of it.

Each correction is a step from lines to lines, done at once; the tree and the findings that follow from it are made
in the background. Undo goes back to the lines before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QTreeView, QVBoxLayout, QWidget

from tomas_desktop.services import correcting
from tomas_desktop.ui import tasks
from tomas_desktop.ui.models.provision_tree import EID, ProvisionTree
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.correction_bar import ENTRIES, ONE_BY_ONE, UNDO, CorrectionBar, asked_by
from tomas_desktop.ui.views.import_report import ImportReport
from tomas_desktop.ui.views.outline_page import OutlinePage
from tomas_desktop.ui.views.sheet import SheetFrame

if TYPE_CHECKING:
    from tomas_desktop.services.correcting import Corrected, Kind, Row
    from tomas_desktop.services.importing import Reading

_FOLLOW = 120  # ms: the tree follows the caret when it rests
_SIDE = 22  # per cent of the width for what stands on each side of the text
_OPEN = 40  # top rows up to which the tree is unfolded one level


class ImportPreview(QWidget):
    """`reading` is what would be kept; `changed` tells that it is another one, `busy` that one is being made."""

    changed = Signal()
    busy = Signal(bool)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading: Reading | None = None
        self._first: Reading | None = None  # as the importer read it
        self._country = self._language = ""
        self._rows: list[tuple[Row, ...]] = []  # one more for each correction
        self._places: list[tuple[int, int]] = []  # where the caret stood before each
        self._following = False  # is it the caret that moves the tree, not the person?

        self.model = ProvisionTree(self)
        self.tree = QTreeView()
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("What was understood"))
        self.tree.installEventFilter(self)
        self.tree.selectionModel().currentChanged.connect(self._picked)
        self.page = OutlinePage(self.tr("The text, line by line"), look)
        self.page.moved.connect(self._moved)
        self.page.installEventFilter(self)
        self.page.viewport().installEventFilter(self)
        self.bar = CorrectionBar()
        self.bar.asked.connect(self.correct)
        self.report = ImportReport(look)
        self.report.setObjectName("inspector")
        self.report.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.report.jump.connect(self.go_to)
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.page, 1)
        column.addWidget(self.bar)
        self.sheet = SheetFrame(paper)
        self.sheet.set_head(self.tr("The text as it was read"), "")
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.addWidget(self.tree)
        self.across.addWidget(self.sheet)
        self.across.addWidget(self.report)
        self.across.setChildrenCollapsible(False)
        self.tree.setMinimumWidth(190)
        self.report.setMinimumWidth(200)
        self.across.setHandleWidth(10)
        self.across.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.across)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_FOLLOW)
        self._rest.timeout.connect(self._follow)

    # ---- what it shows -------------------------------------------------------------------------------------

    def show_reading(self, reading: Reading, country: str, language: str) -> None:
        """Show a file that was read, without corrections."""
        self._first = reading
        self._country, self._language = country, language
        self._rows, self._places = [correcting.lines_of(reading)], []
        self._take(reading)
        self._show_sides()
        self.sheet.show_page()
        self.page.show_rows(self._rows[-1])
        self.page.go_to_line(0)
        self._allow()

    def show_words(self, words: str) -> None:
        """Nothing to show, and why."""
        self.reading = self._first = None
        self._rows, self._places = [], []
        self.model.set_nodes(())
        self.page.show_rows(())
        self.report.clear()
        self.bar.allow(())
        self.tree.hide()
        self.report.hide()
        self.sheet.show_empty(words)
        self.changed.emit()

    def _show_sides(self) -> None:
        """The tree and the report beside the text; where nothing was read they would be empty boxes."""
        if self.tree.isHidden():
            self.tree.show()
            self.report.show()
            side = self.across.width() * _SIDE // 100
            self.across.setSizes([side, self.across.width() - 2 * side, side])

    def _take(self, reading: Reading) -> None:
        """The reading that stands now; the tree keeps what is unfolded."""
        open_ = self._unfolded(QModelIndex())
        was_empty = self.model.rowCount() == 0
        self.reading = reading
        self._following = True
        self.model.set_nodes(reading.nodes)
        if was_empty and self.model.rowCount() <= _OPEN:
            self.tree.expandToDepth(0)
        for eid in open_:
            self.tree.setExpanded(self.model.index_of(eid), True)
        self._following = False
        self.report.show_reading(reading, len(self._places))
        self._rest.start()
        self.changed.emit()

    def _unfolded(self, parent: QModelIndex) -> list[str]:
        out: list[str] = []
        for row in range(self.model.rowCount(parent)):
            index = self.model.index(row, 0, parent)
            if self.tree.isExpanded(index):
                out.append(str(index.data(EID)))
                out.extend(self._unfolded(index))
        return out

    # ---- corrections ---------------------------------------------------------------------------------------

    @property
    def corrections(self) -> int:
        """How many corrections stand."""
        return len(self._places)

    def correct(self, name: str, all_alike: bool = False) -> None:
        """Do what a key or a button asks for with the line at the caret (or with all that differ from it in digits
        only, as one correction), or take the last correction back."""
        if name == UNDO:
            self.undo()
            return
        if not self._rows:
            return
        line, column = self.page.line, self.page.column
        if all_alike and name not in ONE_BY_ONE:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            kind = cast("Kind", name)
            rows = correcting.step_for_all(self._rows[-1], kind, line, self._country, self._language)
            QApplication.restoreOverrideCursor()
        else:
            rows = self._after(name, line, column)
        if rows is None:
            return
        before = self._rows[-1]
        self._rows.append(rows)
        self._places.append((line, column))
        self.page.show_rows(rows)
        self.page.go_to_line(_place_after(name, before, rows, line))
        self._read_off()

    def undo(self) -> None:
        """Take the last correction back."""
        if self._places:
            self._rows.pop()
            line, column = self._places.pop()
            self.page.show_rows(self._rows[-1])
            self.page.go_to_line(line, column)
            self._read_off()

    def _after(self, name: str, line: int, column: int) -> tuple[Row, ...] | None:
        return correcting.step(self._rows[-1], cast("Kind", name), line, self._country, self._language, column)

    def _read_off(self) -> None:
        """Make the tree and the findings of the lines as they stand now."""
        self._allow()
        rows, first, country, language = self._rows[-1], self._first, self._country, self._language
        assert first is not None
        if not self._places:
            self._read((rows, None))
            return
        self.busy.emit(True)
        application = QApplication.instance()
        assert application is not None
        tasks.run(
            lambda: (rows, correcting.read_off(first, rows, country, language)),
            self._read,
            lambda sentence, _details: self.show_words(sentence),
            self,
        )

    def _read(self, answer: tuple[tuple[Row, ...], Corrected | None]) -> None:
        rows, corrected = answer
        if not self._rows or rows is not self._rows[-1]:
            return  # corrected further in the meantime
        self.busy.emit(False)
        if corrected is None:
            assert self._first is not None
            self._take(self._first)
            return
        self._rows[-1] = corrected.rows  # the same lines, with the units they belong to now
        self._take(corrected.reading)

    def _allow(self) -> None:
        line, column = self.page.line, self.page.column
        names = [UNDO] if self._places else []
        if self._rows and line >= 0:
            names += [e.name for e in ENTRIES if e.name != UNDO and self._after(e.name, line, column) is not None]
        self.bar.allow(names)

    # ---- places --------------------------------------------------------------------------------------------

    def go_to(self, eid: str, text: str = "") -> None:
        """Bring the line of a unit, or the line with this text, into sight and put the caret there."""
        rows = self._rows[-1] if self._rows else ()
        found = next((i for i, row in enumerate(rows) if text and row.is_shown and row.all_words == text), -1)
        if found < 0:
            found = next((i for i, row in enumerate(rows) if eid and row.eid == eid and row.is_shown), -1)
        if found < 0:  # a unit without words of its own: the first line below it
            found = next((i for i, row in enumerate(rows) if eid and row.eid.startswith(eid) and row.is_shown), -1)
        if found >= 0:
            self.page.go_to_line(found, near_top=True)
            self.page.setFocus()

    def _picked(self, index: QModelIndex) -> None:
        """The text follows what a person picks in the tree; the focus stays there."""
        if self._following or not index.isValid() or not self._rows:
            return
        focus = QApplication.focusWidget()
        self.go_to(str(index.data(EID)))
        if focus is self.tree:
            self.tree.setFocus()

    def _moved(self, _line: int) -> None:
        self._allow()
        self._rest.start()

    def _follow(self) -> None:
        """The tree shows the unit at the caret, unless a person is in the tree."""
        line = self.page.line
        if self.tree.hasFocus() or not self._rows or not 0 <= line < len(self._rows[-1]):
            return
        eid = self._rows[-1][line].eid
        index = self.model.index_of(eid) if eid else QModelIndex()
        if index.isValid():
            self._following = True
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self._following = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self.page, self.tree) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            assert isinstance(event, QKeyEvent)
            name = asked_by(event)
            if name == UNDO or (name and watched is self.page):
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.correct(name, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
        if watched in (self.page, self.page.viewport()) and event.type() == QEvent.Type.ContextMenu:
            assert isinstance(event, QContextMenuEvent)
            if event.reason() == QContextMenuEvent.Reason.Mouse:
                inside = self.page.viewport().mapFromGlobal(event.globalPos())
                self.page.setTextCursor(self.page.cursorForPosition(inside))
                where = event.globalPos()
            else:
                where = self.page.viewport().mapToGlobal(self.page.cursorRect().bottomLeft())
            self.bar.pop_up(where)
            return True
        return super().eventFilter(watched, event)


def _place_after(name: str, before: Sequence[Row], rows: Sequence[Row], line: int) -> int:
    """Where the line that was corrected stands now; after a split its second half."""
    words = before[line].printed
    if name == "split":
        start = next(i for i in range(len(rows)) if i >= len(before) or rows[i] is not before[i])
        return min(start + 1, len(rows) - 1)
    near = sorted(range(max(line - 4, 0), min(line + 5, len(rows))), key=lambda i: abs(i - line))
    same = [i for i in near if rows[i].printed and (words == rows[i].printed or words.startswith(rows[i].printed))]
    joined = [i for i in near if name == "merge" and rows[i].printed.endswith(words)]
    return next(iter(joined or same), min(line, len(rows) - 1))
