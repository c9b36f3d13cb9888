"""A document as sheets of paper on the desk, one below the other; only those that are seen are painted."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tomas_desktop.services.previewing import Preview
from tomas_desktop.ui.press import Press
from tomas_desktop.ui.printing import DPI
from tomas_desktop.ui.theme import Theme

_GAP = 14  # pixels around a sheet
_KEPT = 12  # sheets that stay painted
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_PAPER = QColor("#ffffff")


class PagePreview(QAbstractScrollArea):
    """`turned` tells which page is looked at (from 0), `zoomed` how large (1.0 is as on paper, 0 fits the width),
    `shown` that a document is set in pages."""

    turned = Signal(int)
    zoomed = Signal(float)
    shown = Signal()

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.zoom = 0.0
        self._preview: Preview | None = None
        self._sizes: tuple[QSizeF, ...] = ()
        self._sheets: list[tuple[int, int]] = []
        self._tops: list[int] = []
        self._words = ""
        self._at = 0
        self._painted: OrderedDict[int, QPixmap] = OrderedDict()
        press = self._press = Press()
        press.set_up.connect(self._set_up)
        press.painted.connect(self._take)
        self.destroyed.connect(lambda: press.end())
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # ---- what is shown -------------------------------------------------------------------------------------

    def show_preview(self, preview: Preview) -> None:
        """Set a document in pages and show it from the first; until then the one before it stays."""
        self._preview = preview
        self._press.lay_out(preview)

    def show_words(self, words: str) -> None:
        """Words in the place of a document."""
        self._preview, self._sizes, self._words = None, (), words
        self._painted.clear()
        self._press.lay_out(None)
        self._measure()
        self.setAccessibleDescription(words)
        self.shown.emit()
        self.viewport().update()

    def end(self) -> None:
        """Nothing will be shown here any more."""
        self._press.end()

    def _set_up(self, preview: Preview, sizes: Sequence[QSizeF]) -> None:
        if preview is not self._preview:
            return
        self._sizes, self._words, self._at = tuple(sizes), "", 0
        self._painted.clear()
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self._tell()
        self.shown.emit()
        self._ask()
        self.viewport().update()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page that is looked at, from 0."""
        return self._at

    def sizes(self) -> tuple[QSizeF, ...]:
        """The pages in 1/300 inch."""
        return self._sizes

    def painted(self) -> tuple[int, ...]:
        """The pages that are painted."""
        return tuple(self._painted)

    def go(self, page: int) -> None:
        """Turn to a page."""
        if 0 <= page < self.count:
            self.verticalScrollBar().setValue(self._tops[page] - _GAP)
            self._at = page  # the last pages may not come up to the top
            self._tell()

    def set_zoom(self, zoom: float) -> None:
        """Show it so large; 0 fits the width. The page that is looked at stays."""
        if zoom != self.zoom:
            at, self.zoom = self._at, zoom
            self._measure()
            self.go(at)
            self.zoomed.emit(zoom)
            self._ask()
            self.viewport().update()

    def larger(self) -> None:
        self.set_zoom(next((step for step in _STEPS if step > self.scale() + 0.01), _STEPS[-1]))

    def smaller(self) -> None:
        self.set_zoom(next((step for step in reversed(_STEPS) if step < self.scale() - 0.01), _STEPS[0]))

    # ---- measures ------------------------------------------------------------------------------------------

    def scale(self) -> float:
        """How large it is just now, whether chosen or fitted."""
        if self.zoom or not self._sizes:
            return self.zoom or 1.0
        widest = max(size.width() for size in self._sizes)
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _GAP
        return max(room, 120) / (widest / DPI * self.logicalDpiX())

    def _measure(self) -> None:
        """Where each sheet stands, in pixels from the top of the first."""
        share, top = self.scale() * self.logicalDpiX() / DPI, _GAP
        self._sheets, self._tops = [], []
        for size in self._sizes:
            self._sheets.append((round(size.width() * share), round(size.height() * share)))
            self._tops.append(top)
            top += self._sheets[-1][1] + _GAP
        room, across, down = self.viewport().size(), self.horizontalScrollBar(), self.verticalScrollBar()
        widest = max((width for width, _ in self._sheets), default=0) + 2 * _GAP
        down.setRange(0, max(0, top - room.height()) if self._sizes else 0)
        down.setPageStep(room.height())
        down.setSingleStep(48)
        across.setRange(0, max(0, widest - room.width()) if self.zoom else 0)
        across.setPageStep(room.width())
        across.setSingleStep(48)

    def _places(self) -> list[tuple[int, QRect]]:
        """The sheets that are seen, with their places in the view."""
        up, aside, out = self.verticalScrollBar().value(), self.horizontalScrollBar().value(), []
        for page in range(max(0, bisect_right(self._tops, up) - 1), self.count):
            width, height = self._sheets[page]
            top = self._tops[page] - up
            if top > self.viewport().height():
                break
            out.append((page, QRect(max(_GAP, (self.viewport().width() - width) // 2) - aside, top, width, height)))
        return out

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        at = max(0, bisect_right(self._tops, middle) - 1)
        if at != self._at:
            self._at = at
            self._tell()
        self._ask()
        self.viewport().update()

    def _tell(self) -> None:
        if self.count:
            self.setAccessibleDescription(self.tr("Page {n} of {m}").format(n=self._at + 1, m=self.count))
            self.turned.emit(self._at)

    # ---- painting ------------------------------------------------------------------------------------------

    def _width(self, page: int) -> int:
        """How many dots of the screen a sheet is wide."""
        return max(1, round(self._sheets[page][0] * self.devicePixelRatioF()))

    def _ask(self) -> None:
        """Have painted what is seen and is not painted yet, or not so large; then what comes next."""
        seen = [page for page, _ in self._places()]
        wanted = [*seen, *(page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < self.count)] if seen else []
        self._press.paint(
            [
                (page, self._width(page))
                for page in wanted
                if page not in self._painted or self._painted[page].width() != self._width(page)
            ]
        )

    def _take(self, preview: Preview, page: int, picture: QImage) -> None:
        if preview is not self._preview or page >= self.count:
            return
        self._painted[page] = QPixmap.fromImage(picture)
        self._painted.move_to_end(page)
        while len(self._painted) > _KEPT:
            self._painted.popitem(last=False)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("desk"))
        if self._words:
            painter.setPen(self._look.colour("soft"))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), self._words)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, sheet in self._places():
            painter.fillRect(sheet, _PAPER)
            if page in self._painted:
                painter.drawPixmap(sheet, self._painted[page])
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawRect(sheet)

    # ---- keys ----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        at = self._at
        self._measure()
        if self.zoom == 0:
            self.go(at)
            self.zoomed.emit(self.zoom)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down turn pages, Home and End go to the first and the last, Ctrl with +, - and 0 zooms."""
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _ZOOMS:
            {"larger": self.larger, "smaller": self.smaller, "fit": lambda: self.set_zoom(0)}[_ZOOMS[Qt.Key(key)]]()
        elif key == Qt.Key.Key_PageDown:
            self.go(self._at + 1)
        elif key == Qt.Key.Key_PageUp:
            self.go(self._at - 1)
        elif key == Qt.Key.Key_Home:
            self.go(0)
        elif key == Qt.Key.Key_End:
            self.go(self.count - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.larger if event.angleDelta().y() > 0 else self.smaller)()
            event.accept()
        else:
            super().wheelEvent(event)


_ZOOMS = {
    Qt.Key.Key_Plus: "larger", Qt.Key.Key_Equal: "larger", Qt.Key.Key_Minus: "smaller", Qt.Key.Key_0: "fit",
}  # fmt: skip
