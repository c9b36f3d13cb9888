"""The palette: a line over the desk where commands, articles, places and words in the texts are found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.errors import TomasError
from tomas_desktop.services import dossiers, searching, terms
from tomas_desktop.services.searching import Answer
from tomas_desktop.ui import finding, tasks
from tomas_desktop.ui.models.palette_hits import HINT, MARKS, PaletteHit, PaletteHits
from tomas_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow

_WIDTH, _HEIGHT, _TOP = 680, 420, 64  # pixels
_REST_MS = 120  # of quiet before the texts are searched
_TERMS = 5  # of the glossary
_SHORTEST = 3  # letters that are looked for in the texts


class _HitDelegate(QStyledItemDelegate):
    """A hit on one line: the words, what was looked for in bold, and at the right where it leads."""

    look: Theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        text, view.text = view.text, ""
        view.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        metrics, hint = view.fontMetrics, str(index.data(HINT) or "")
        room = view.rect.adjusted(12, 0, -12, 0)
        hint_width = min(metrics.horizontalAdvance(hint) + 2, room.width() // 2)
        painter.save()
        painter.setPen(self.look.colour("soft"))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(room, right, metrics.elidedText(hint, Qt.TextElideMode.ElideMiddle, hint_width))
        painter.setPen(self.look.colour("ink"))
        layout = QTextLayout(
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - hint_width - 16), view.font
        )
        layout.setFormats([_bold(start, end, self.look.colour("ink")) for start, end in index.data(MARKS) or ()])
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 14)


class Palette(QFrame):
    """`open` shows it, a hit that is taken or Esc puts it away and gives the keyboard back."""

    def __init__(self, window: MainWindow, look: Theme) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._window = window
        self._before: QWidget | None = None
        self._asked = ""
        self._takes_first = False  # Return was pressed before the texts had answered
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Find an article, a term, a command"))
        self.line.setAccessibleName(self.tr("Find an article, a term, a command"))
        self.line.setClearButtonEnabled(True)
        self.hits = PaletteHits(self)
        self.list = QListView()
        self.list.setModel(self.hits)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line keeps the keyboard and moves the choice
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self._delegate = _HitDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.clicked.connect(self._take)
        self.remark = QLabel()
        self.remark.setObjectName("soft")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for widget in (self.line, self.list, self.remark):
            layout.addWidget(widget)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._search)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.set_theme(look)
        self.hide()

    def set_theme(self, look: Theme) -> None:
        """Draw in another theme's colours."""
        self._delegate.look = look

    def open(self, text: str = "") -> None:
        """Show it over the desk, with these letters typed already."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        window = self._window
        width, height = min(_WIDTH, window.width() - 32), min(_HEIGHT, window.height() - _TOP - 32)
        self.setGeometry((window.width() - width) // 2, _TOP, width, height)
        self.show()
        self.raise_()
        self.line.setText(text)
        self.line.selectAll()
        self.line.setFocus()
        self._typed()

    def leave(self) -> None:
        """Put it away and give the keyboard back."""
        self._asked = ""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    # ---- looking -------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        self._asked = self.line.text().strip()
        self._takes_first = False
        self.hits.set_hits(finding.at_hand(self._window, self._asked))
        self.remark.setText("" if self._asked else self.tr("Words of the laws are found too, and “čl. 12 st. 3”."))
        self._choose(0)
        self._rest.start()

    def _search(self) -> None:
        """Look into the texts, in the background."""
        asked, opened = self._asked, self._window.desk.opened
        if opened is None or len(asked) < _SHORTEST or not self.isVisible():
            return
        path = opened.path

        def in_texts() -> Answer | None:
            with dossiers.opened(path) as it:
                try:
                    return searching.search(it, asked)
                except TomasError:  # nothing but signs: there is nothing to look for
                    return None

        def texts(answer: Answer | None) -> None:
            if asked != self._asked or not self.isVisible():
                return
            self.remark.setText(self.tr("%n places in the texts", "", answer.total if answer else 0))
            self._add(asked, finding.in_texts(self._window, answer.hits if answer else ()))
            tasks.run(lambda: terms.find(asked, limit=_TERMS), known, self._window.failed, self)

        def known(found: Sequence[terms.Found]) -> None:
            self._add(asked, finding.in_glossary(self._window, found))

        tasks.run(in_texts, texts, self._window.failed, self)

    def _add(self, asked: str, hits: Sequence[PaletteHit]) -> None:
        """Take what was found for a query, as long as it is the one that stands there."""
        if asked != self._asked or not self.isVisible():
            return
        was_empty = self.hits.rowCount() == 0
        self.hits.add_hits(hits)
        if was_empty:
            self._choose(0)
        if self._takes_first:
            self._take(self.list.currentIndex())

    # ---- choosing ------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row, steps = self.list.currentIndex().row(), {
                Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8,
            }  # fmt: skip
            if event.key() in steps:
                self._choose(row + steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                self._takes_first = self.isVisible()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and not self.underMouse():
            QTimer.singleShot(0, self, self._left)
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        if not self.line.hasFocus() and not self.isAncestorOf(QApplication.focusWidget() or self._window):
            self._asked = ""
            self.hide()

    def _choose(self, row: int) -> None:
        count = self.hits.rowCount()
        if count:
            self.list.setCurrentIndex(self.hits.index(max(0, min(row, count - 1)), 0))

    def _take(self, index: QModelIndex) -> None:
        hit = self.hits.hit(index)
        if hit is not None:
            self.leave()
            hit.run()


def _bold(start: int, end: int, ink: QColor) -> QTextLayout.FormatRange:
    out = QTextLayout.FormatRange()
    out.start, out.length = start, end - start  # type: ignore[assignment]
    look = QTextCharFormat()
    look.setFontWeight(700)
    look.setForeground(ink)
    out.format = look  # type: ignore[assignment]
    return out
