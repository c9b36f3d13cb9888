"""One column of the screen: a text in large type, page by page where it is longer than the screen, with a spotlight."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from tomas_desktop.ui.presentation.reveal import Shown
from tomas_desktop.ui.presentation.typesetting import measure, typeset
from tomas_desktop.ui.views.tracked_look import MarkColours

_DIMMED = 0.86  # of the paper lies over what is not in the spotlight


class Page(NamedTuple):
    """Whole lines from `top` to `bottom`, in pixels of the text."""

    top: float
    bottom: float


class Column(QWidget):
    """Shows lines; neither keyboard nor mouse do anything here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._places: list[int] = []
        self._is_set: tuple[object, ...] = ()
        self._colours = MarkColours()
        self._document = QTextDocument(self)
        self._pages: tuple[Page, ...] = (Page(0, 0),)
        self._page = 0
        self.lit: frozenset[int] | None = None  # None: the light is on for all

    def set_text(self, lines: Sequence[Shown], size: int, colours: MarkColours) -> None:
        """Show these lines in letters of `size` pixels, in the room there is now; what stood at the top of the page is
        on the page again. Who makes the column larger or smaller says it again."""
        is_set = (tuple(lines), size, colours, self.size())
        if is_set == self._is_set:
            return
        top = self._top()
        self._is_set, self._colours, self._places = is_set, colours, [each.place for each in lines]
        typeset(self._document, [each.text for each in lines], measure(self.width(), size), size, colours)
        self._pages = tuple(pages(self._document, self.height()))
        self._page = min(self._page, len(self._pages) - 1)
        if top is not None and top[0] in self._places:
            self.bring(self._places.index(top[0]), top[1])
        self.setAccessibleDescription("\n".join(block_text(each) for each in lines))
        self.update()

    def _top(self) -> tuple[int, int] | None:
        """Which letter of which line stands at the top of a page that is not the first."""
        top, block = self._pages[self._page].top, self._document.begin()
        while top and block.isValid():
            for i in range(block.layout().lineCount()):
                letter = block.layout().lineAt(i).textStart()
                if _line_top(block, letter) >= top:
                    return self._places[block.blockNumber()], letter
            block = block.next()
        return None

    # ---- pages ---------------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def page(self) -> int:
        """Which of them is shown, from 0."""
        return self._page

    def go_to(self, page: int) -> None:
        """Show a page, or the nearest there is."""
        self._page = max(0, min(page, len(self._pages) - 1))
        self.update()

    def bring(self, block: int, letter: int = 0) -> None:
        """Show the page on which a letter of a paragraph stands."""
        found = self._document.findBlockByNumber(block)
        if found.isValid():
            top = _line_top(found, letter)
            self.go_to(next((i for i, page in enumerate(self._pages) if top < page.bottom), len(self._pages) - 1))

    def bring_one(self, blocks: Collection[int]) -> None:
        """Show the first of these paragraphs, unless one of them begins on the page that is shown."""
        page = self._pages[self._page]
        tops = (_line_top(self._document.findBlockByNumber(block), 0) for block in blocks)
        if blocks and not any(page.top <= top < page.bottom for top in tops):
            self.bring(min(blocks))

    # ---- spotlight -----------------------------------------------------------------------------------------

    def light(self, blocks: Collection[int] | None) -> None:
        """Dim everything but these paragraphs; None puts the light on for all."""
        lit = None if blocks is None else frozenset(blocks)
        if lit != self.lit:
            self.lit = lit
            self.update()

    def block_at(self, at: QPointF) -> int | None:
        """The paragraph under a point of this widget."""
        inside = at - QPointF(self._left(), -self._pages[self._page].top)
        layout, block = self._document.documentLayout(), self._document.begin()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() <= inside.y() < box.bottom():
                return block.blockNumber()
            block = block.next()
        return None

    # ---- painting ------------------------------------------------------------------------------------------

    def _left(self) -> float:
        """A single column of a measure narrower than the screen stands in its middle."""
        return max(0.0, (self.width() - self._document.textWidth()) / 2)

    def sizeHint(self) -> QSize:
        return QSize(200, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        page = self._pages[self._page]
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(self._colours.ink))
        context.palette = palette
        context.clip = QRectF(-self._left(), page.top, self.width(), page.bottom - page.top)
        painter.translate(self._left(), -page.top)
        painter.setClipRect(context.clip)
        layout = self._document.documentLayout()
        layout.draw(painter, context)
        if self.lit is not None:
            shade = QColor(self._colours.paper)
            shade.setAlphaF(_DIMMED)
            block = self._document.begin()
            while block.isValid():
                if block.blockNumber() not in self.lit:
                    box = layout.blockBoundingRect(block)
                    painter.fillRect(QRectF(-self._left(), box.top(), self.width(), box.height()), shade)
                block = block.next()


def block_text(shown: Shown) -> str:
    """A line as a screen reader says it."""
    return "".join(segment.text for segment in shown.text.segments if segment.op != "-")


class _PrintedLine(NamedTuple):
    top: float
    bottom: float
    begins: bool  # a paragraph


def pages(document: QTextDocument, height: float) -> list[Page]:
    """A text in pages of whole lines, each at most as high as this (a line that is higher has a page of its own).

    A page ends with a paragraph where that leaves it at least half full.
    """
    printed, whole = _printed(document), document.size().height()
    if whole <= height or not printed:
        return [Page(0, whole)]
    out: list[Page] = []
    first = 0
    for at, line in enumerate(printed):
        if at > first and line.bottom - printed[first].top > height:
            top = printed[first].top
            whole_ones = [i for i in range(first + 1, at + 1) if printed[i].begins]
            ends = whole_ones[-1] if whole_ones else at
            is_good = printed[ends].top - top >= height / 2 and line.bottom - printed[ends].top <= height
            first = ends if is_good else at
            out.append(Page(top, printed[first].top))
    out.append(Page(printed[first].top, whole))
    return out


def _printed(document: QTextDocument) -> list[_PrintedLine]:
    out: list[_PrintedLine] = []
    layout, block = document.documentLayout(), document.begin()
    while block.isValid():
        top, lines = layout.blockBoundingRect(block).top(), block.layout()
        for i in range(lines.lineCount()):
            line = lines.lineAt(i)
            out.append(_PrintedLine(top + line.y(), top + line.y() + line.height(), i == 0))
        block = block.next()
    return out


def _line_top(block: QTextBlock, position: int) -> float:
    box = block.document().documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position)
    return box.top() + (line.y() if line.isValid() else 0.0)
