"""HTML on paper: laid out in pages once, then painted on the screen, into a PDF file or by a printer alike.

Laying out takes time, so it is for a worker: it goes paragraph by paragraph, lets the window breathe in between, and
ends where `stop` says so. Painting one page is quick.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)  # fmt: skip
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from tomas_desktop.errors import TomasError
from tomas_desktop.services.previewing import COUNT, NUMBER, Preview, Section
from tomas_desktop.ui import tasks

DPI = 300  # the unit of all that is laid out: one for screen, file and printer, so that pages end alike
_MM = DPI / 25.4
_STEP = 16  # paragraphs that are laid out at a time
_INK, _PAPER = QColor("#000000"), QColor("#ffffff")


class StoppedError(Exception):
    """Nobody waits for these pages any more."""


def _go_on() -> bool:
    return False


def _device() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    return image


@dataclass
class _Part:
    """A section, laid out; `first` counts its pages from 0 in the whole document."""

    section: Section
    document: QTextDocument
    first: int
    count: int


@dataclass
class Pages:
    """A document laid out. `sizes` are its pages in units of 1/300 inch."""

    title: str
    parts: list[_Part]
    device: QImage
    _running: dict[str, QTextDocument] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(part.count for part in self.parts)

    def size(self, page: int) -> QSizeF:
        """The paper of a page, counted from 0."""
        width, height = self._part(page).section.size
        return QSizeF(width * _MM, height * _MM)

    def paint(self, painter: QPainter, page: int) -> None:
        """One page with its header and footer, the corner of the paper at 0, 0."""
        part = self._part(page)
        top, right, bottom, left = (side * _MM for side in part.section.margins)
        paper = self.size(page)
        text = QRectF(left, top, paper.width() - left - right, paper.height() - top - bottom)
        down = (page - part.first) * text.height()
        painter.save()
        painter.translate(left, top - down)
        _draw(part.document, painter, QRectF(-2, down, text.width() + 4, text.height()))
        painter.restore()
        is_first = page == part.first
        header = (part.section.first_header if is_first else "") or part.section.header
        footer = (part.section.first_footer if is_first else "") or part.section.footer
        if header:
            document = self._line(header, page, text.width())
            height = document.size().height()
            self._run(painter, document, QPointF(left, max(top / 2 - height / 2, 0.0)))
        if footer:
            document = self._line(footer, page, text.width())
            height = document.size().height()
            self._run(painter, document, QPointF(left, paper.height() - max(bottom / 2 + height / 2, height)))

    def _part(self, page: int) -> _Part:
        return next(part for part in reversed(self.parts) if part.first <= page)

    def _line(self, html: str, page: int, width: float) -> QTextDocument:
        said = html.replace(NUMBER, str(page + 1)).replace(COUNT, str(self.count))
        if said not in self._running:
            self._running[said] = _document(said, self.device, QSizeF(width, -1))
        return self._running[said]

    def _run(self, painter: QPainter, document: QTextDocument, at: QPointF) -> None:
        painter.save()
        painter.translate(at)
        _draw(document, painter, QRectF(QPointF(0, 0), document.size()))
        painter.restore()


def _document(html: str, device: QImage, size: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setLayoutEnabled(False)  # each of what follows would lay it out anew
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(device)
    document.setUseDesignMetrics(True)
    document.setPageSize(size)
    document.setHtml(html)
    document.setLayoutEnabled(True)
    return document


def _draw(document: QTextDocument, painter: QPainter, clip: QRectF) -> None:
    """Black on white, whatever the theme."""
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, _INK)
    context.palette = palette
    context.clip = clip.adjusted(0, 1, 0, -1)  # a line that only touches it stands on the next page
    painter.setClipRect(clip)
    document.documentLayout().draw(painter, context)


def lay_out(preview: Preview, stop: Callable[[], bool] = _go_on) -> Pages:
    """Set a document in pages; raises StoppedError when `stop` says so in between."""
    device, parts, first = _device(), [], 0
    for section in preview.sections:
        if stop():
            raise StoppedError
        top, right, bottom, left = (side * _MM for side in section.margins)
        width, height = (side * _MM for side in section.size)
        document = _document(section.html, device, QSizeF(width - left - right, height - top - bottom))
        layout, block, number = document.documentLayout(), document.begin(), 0
        while block.isValid():
            if number % _STEP == 0:
                if stop():
                    raise StoppedError
                layout.blockBoundingRect(block)  # lays out up to here and no further
            number += 1
            block = block.next()
        count = document.pageCount()
        parts.append(_Part(section, document, first, count))
        first += count
    return Pages(preview.title, parts, device)


def _paper(size: QSizeF) -> QPageLayout:
    """A page of this size without margins: ours are part of what is painted."""
    width, height = size.width() / _MM, size.height() / _MM
    is_wide = width > height
    paper = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Millimeter)
    turn = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    layout = QPageLayout(paper, turn, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def pdf(pages: Pages, stop: Callable[[], bool] = _go_on) -> bytes:
    """The pages as the bytes of a PDF file; raises StoppedError."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setResolution(DPI)
    writer.setTitle(pages.title)
    writer.setCreator("tomas_desktop")
    _paint_all(pages, writer, stop)
    return bytes(held.data().data())


def _paint_all(pages: Pages, device: QPdfWriter | QPrinter, stop: Callable[[], bool] = _go_on) -> None:
    device.setPageLayout(_paper(pages.size(0)))
    painter = QPainter()
    if not painter.begin(device):
        raise TomasError("not-printed", document=pages.title)
    scale = device.resolution() / DPI
    painter.scale(scale, scale)
    try:
        for page in range(pages.count):
            if stop():
                raise StoppedError
            if page:
                device.setPageLayout(_paper(pages.size(page)))
                device.newPage()
            pages.paint(painter, page)
    finally:
        painter.end()


def print_preview(preview: Preview, parent: QWidget, failed: Callable[[str, str], None] | None = None) -> bool:
    """Ask for a printer and print a document as it is set in pages, in the background; False when cancelled. `failed`
    is told a sentence and details when the printer did not take it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(preview.title)
    width, height = preview.sections[0].size
    printer.setPageLayout(_paper(QSizeF(width * _MM, height * _MM)))
    dialog = QPrintDialog(printer, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if accepted:
        tasks.run(
            lambda: _paint_all(lay_out(preview), printer),
            lambda _done: None,
            failed or (lambda _words, _details: None),
            parent,
        )
    return accepted
