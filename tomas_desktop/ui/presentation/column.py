"""One column of the screen: a text in large type, page by page where it is longer than the screen, with a spotlight."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
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
        self._lines: tuple[Shown, ...] = ()
        self._size = 20
        self._colours = MarkColours()
        self._is_law = True
        self._document = QTextDocument(self)
        self._pages: tuple[Page, ...] = (Page(0, 0),)
        self._page = 0
        self._lit: frozenset[int] | None = None

    def set_text(self, lines: Sequence[Shown], size: int, colours: MarkColours) -> None:
        """Show these lines in letters of `size` pixels; the page stays where it is, if there is one."""
        self._lines, self._size, self._colours = tuple(lines), size, colours
        self._set()

    def _set(self) -> None:
        width = measure(self.width(), self._size)
        typeset(self._document, [each.text for each in self._lines], width, self._size, self._colours)
        self._pages = tuple(pages(self._document, self.height()))
        self._page = min(self._page, len(self._pages) - 1)
        self.setAccessibleDescription("\n".join(block_text(each) for each in self._lines))
        self.update()

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

    def bring(self, block: int, change: str = "") -> None:
        """Show the page on which a paragraph begins; with `change`, on which these words of it stand."""
        found = self._document.findBlockByNumber(block)
        if found.isValid():
            top = _line_top(found, max(found.text().find(change), 0) if change else 0)
            self.go_to(next((i for i, page in enumerate(self._pages) if top < page.bottom), len(self._pages) - 1))

    # ---- spotlight -----------------------------------------------------------------------------------------

    def light(self, blocks: Collection[int] | None) -> None:
        """Dim everything but these paragraphs; None puts the light on for all."""
        lit = None if blocks is None else frozenset(blocks)
        if lit != self._lit:
            self._lit = lit
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set()

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
        if self._lit is not None:
            shade = QColor(self._colours.paper)
            shade.setAlphaF(_DIMMED)
            block = self._document.begin()
            while block.isValid():
                if block.blockNumber() not in self._lit:
                    box = layout.blockBoundingRect(block)
                    painter.fillRect(QRectF(-self._left(), box.top(), self.width(), box.height()), shade)
                block = block.next()


def block_text(shown: Shown) -> str:
    """A line as a screen reader says it."""
    return "".join(segment.text for segment in shown.text.segments if segment.op != "-")


def pages(document: QTextDocument, height: float) -> list[Page]:
    """A text in pages of whole lines, each at most as high as this (a line that is higher has a page of its own)."""
    tops: list[tuple[float, float]] = []
    layout, block = document.documentLayout(), document.begin()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        lines = block.layout()
        tops += [
            (box.top() + lines.lineAt(i).y(), box.top() + lines.lineAt(i).y() + lines.lineAt(i).height())
            for i in range(lines.lineCount())
        ]
        block = block.next()
    whole = document.size().height()
    if whole <= height or not tops:
        return [Page(0, whole)]
    out: list[Page] = []
    top, bottom = tops[0]
    for line_top, line_bottom in tops:
        if line_bottom - top > height and line_top > top:
            out.append(Page(top, line_top))
            top = line_top
        bottom = line_bottom
    out.append(Page(top, max(bottom, whole)))
    return out


def _line_top(block: QTextBlock, position: int) -> float:
    box = block.document().documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position)
    return box.top() + (line.y() if line.isValid() else 0.0)
