"""A cell of a table with paragraphs in it: struck and new words as on paper, dots where there is not room for all.

Where words are struck or new the cell begins shortly before the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from tomas_desktop.services.filling import Content
from tomas_desktop.ui.theme import Theme

LINES = 6  # of a cell at most
_LETTERS = 900  # which fill these lines in the widest cell
_BEFORE = 48  # letters before the first mark
_ACROSS, _DOWN = 8, 6  # pixels around

Parts = Sequence[tuple[str, str]]  # "=", "-" or "+", and words


class MarkedCells(QStyledItemDelegate):
    """`content` is the role of the paragraphs; a cell without any shows its text."""

    def __init__(self, look: Theme, content: int, view: QTableView) -> None:
        super().__init__(view)
        self.look, self._content, self._view = look, content, view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        view.text = ""
        view.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        room = QRectF(view.rect).adjusted(_ACROSS, _DOWN, -_ACROSS, -_DOWN)
        painter.save()
        painter.setClipRect(room)
        painter.setPen(self.look.colour("ink"))
        painter.setFont(view.font)
        lines = max(1, int(room.height()) // view.fontMetrics.height())
        for layout, top, is_cut in self._laid_out(index, view.font, int(room.width()), lines):
            layout.draw(painter, QPointF(room.left(), room.top() + top))
            if is_cut:
                last = layout.lineAt(layout.lineCount() - 1)
                right, base = last.naturalTextRect().right() + 2, last.y() + last.ascent()
                painter.drawText(QPointF(room.left() + right, room.top() + top + base), "…")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its letters need about: to lay out each cell of a long table would take long."""
        metrics = QFontMetrics(option.font)
        letters = max(1, (self._view.columnWidth(index.column()) - 2 * _ACROSS) // metrics.averageCharWidth())
        lengths = (sum(len(text) for _, text in parts) for parts in self._paragraphs(index))
        lines = min(LINES, sum(1 + length // letters for length in lengths))
        return QSize(0, lines * metrics.height() + 2 * _DOWN)

    def _paragraphs(self, index: QModelIndex | QPersistentModelIndex) -> Sequence[Parts]:
        content: Content = index.data(self._content) or ()
        held: list[Parts] = [[(part.op, part.text) for part in one] for one in content]
        return _from_first_mark(held or [[("=", str(index.data() or ""))]])

    def _laid_out(
        self, index: QModelIndex | QPersistentModelIndex, font: QFont, width: int, left: int
    ) -> Iterator[tuple[QTextLayout, float, bool]]:
        """Each paragraph in so many lines, how far down it stands, and whether what comes after is cut."""
        paragraphs = self._paragraphs(index)
        option, top, dots = QTextOption(), 0.0, QFontMetrics(font).horizontalAdvance("……")
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for number, parts in enumerate(paragraphs, 1):
            text = "".join(said for _, said in parts)[:_LETTERS]
            layout = QTextLayout(text, font)
            layout.setTextOption(option)
            layout.setFormats(list(self._marks(parts)))
            layout.beginLayout()
            height, end = 0.0, 0
            while left and (line := layout.createLine()).isValid():
                line.setLineWidth(max(width if left > 1 else width - dots, 1))
                line.setPosition(QPointF(0, height))
                height, left, end = height + line.height(), left - 1, line.textStart() + line.textLength()
            layout.endLayout()
            yield layout, top, not left and (end < len(text) or number < len(paragraphs))
            top += height
            if not left:
                return

    def _marks(self, parts: Parts) -> Iterator[QTextLayout.FormatRange]:
        at = 0
        for op, text in parts:
            if op != "=":
                mark, form = QTextLayout.FormatRange(), QTextCharFormat()
                mark.start, mark.length = at, len(text)  # type: ignore[assignment]
                form.setFontUnderline(op == "+")
                form.setFontStrikeOut(op == "-")
                form.setForeground(QColor(self.look.inserted if op == "+" else self.look.deleted))
                mark.format = form  # type: ignore[assignment]
                yield mark
            at += len(text)


def _from_first_mark(paragraphs: Sequence[Parts]) -> Sequence[Parts]:
    """The paragraphs without what is kept long before the first word that is struck or new."""
    first = next((at for at, parts in enumerate(paragraphs) if any(op != "=" for op, _ in parts)), None)
    if first is None:
        return paragraphs
    parts = paragraphs[first]
    kept = parts[0][1] if parts[0][0] == "=" else ""
    tail = kept[-_BEFORE:].partition(" ")[2] if len(kept) > _BEFORE else kept
    if tail == kept and not first:
        return paragraphs
    opening: Parts = [("=", f"… {tail}")]
    return [[*opening, *(parts[1:] if kept else parts)], *paragraphs[first + 1 :]]
