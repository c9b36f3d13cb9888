"""The press: one thread that sets a document in pages and paints those that are asked for.

What Qt knows of fonts belongs to the thread that laid a text out, and is gone with that thread. So a document is laid
out and painted by the same one, which lives as long as somebody looks at its pages.
"""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from threading import Condition

from PySide6.QtCore import QSizeF, QThread, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from tomas_desktop.services.previewing import Preview
from tomas_desktop.ui import printing
from tomas_desktop.ui.printing import Pages

_PAPER = QColor("#ffffff")

_running: set[Press] = set()  # a thread that still runs must be held by somebody


@atexit.register
def _end_all() -> None:
    """The program may be over before a press has noticed that it is."""
    for press in tuple(_running):
        press.end()
        press.wait()


class Press(QThread):
    """`set_up` tells the sizes of the pages of a document (in 1/300 inch), `painted` a page and how it looks. Both come
    with the document, so that what is no longer wanted can be told apart."""

    set_up = Signal(object, object)
    painted = Signal(object, int, QImage)

    def __init__(self) -> None:
        super().__init__()
        self._condition = Condition()
        self._wanted: Preview | None = None
        self._sheets: list[tuple[int, int]] = []  # page and width in pixels, the most urgent first
        self._is_over = False

    def lay_out(self, preview: Preview | None) -> None:
        """Put another document in the place of the one that is set; None puts it away."""
        with self._condition:
            self._wanted, self._sheets = preview, []
            self._begin()

    def paint(self, sheets: Sequence[tuple[int, int]]) -> None:
        """Paint these pages, so many pixels wide, the first of them first; others that were asked for are not."""
        with self._condition:
            self._sheets = list(sheets)
            self._condition.notify()

    def end(self) -> None:
        """Stop as soon as possible. It is not waited for."""
        with self._condition:
            self._is_over = True
            self._condition.notify()

    def _begin(self) -> None:
        if self._is_over:
            return
        if not self.isRunning():
            _running.add(self)
            self.finished.connect(lambda: _running.discard(self))
            self.start(QThread.Priority.LowPriority)
        self._condition.notify()

    def run(self) -> None:
        present: Preview | None = None
        pages: Pages | None = None
        while True:
            with self._condition:
                while not self._is_over and self._wanted is present and not (pages and self._sheets):
                    self._condition.wait()
                if self._is_over:
                    return
                wanted = self._wanted
                sheet = self._sheets.pop(0) if wanted is present else None
            if sheet is None:
                present, pages = wanted, self._laid_out(wanted)
            elif pages is not None and sheet[0] < pages.count:
                self.painted.emit(present, sheet[0], _picture(pages, *sheet))

    def _laid_out(self, wanted: Preview | None) -> Pages | None:
        if wanted is None:
            return None
        try:
            pages = printing.lay_out(wanted, lambda: self._is_over or self._wanted is not wanted)
        except printing.StoppedError:
            return None
        self.set_up.emit(wanted, tuple(QSizeF(pages.size(page)) for page in range(pages.count)))
        return pages


def _picture(pages: Pages, page: int, width: int) -> QImage:
    paper = pages.size(page)
    scale = width / paper.width()
    picture = QImage(width, max(1, round(paper.height() * scale)), QImage.Format.Format_RGB32)
    picture.fill(_PAPER)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    pages.paint(painter, page)
    painter.end()
    return picture
