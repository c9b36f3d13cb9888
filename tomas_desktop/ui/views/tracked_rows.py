"""Two documents beside each other: which paragraphs make a row, and the blank paper that keeps the rows in line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from tomas_desktop.amend.redline import Segment

_TRIES = 5  # at laying a page out that begins anew
# The margin below that a paragraph had before blank paper was left there.
_OWN = QTextFormat.Property.UserProperty + 3


class Row(NamedTuple):
    """How many paragraphs of each side stand beside each other."""

    left: int
    right: int


def rows(runs: Sequence[Segment]) -> list[Row]:
    """Which paragraphs stand beside each other, in order: those that share words or a break; one that goes stands
    beside one that comes in its place."""
    out: list[Row] = []
    for row in _joined_rows(runs):
        if out and row == Row(0, 1) and (gap := _open_gap(out)) is not None:
            out[gap] = Row(1, 1)
        else:
            out.append(row)
    return out


def _open_gap(out: Sequence[Row]) -> int | None:
    """The first of the paragraphs that go at the end of these rows and have nothing beside them."""
    first = len(out)
    while first and out[first - 1] == Row(1, 0):
        first -= 1
    return first if first < len(out) else None


def _joined_rows(runs: Sequence[Segment]) -> Iterator[Row]:
    left = right = 0
    kinds: set[str] = set()  # what the row has held so far
    for op, text in runs:
        words = text.split("\n")
        for i, part in enumerate(words):
            if part:
                kinds.add(op)
            if i == len(words) - 1:
                break
            left, right = left + (op != "+"), right + (op != "-")
            if op == "=" or kinds <= {op}:
                yield Row(left, right)
                left, right, kinds = 0, 0, set()
            else:
                kinds.add("=")  # it was begun on both sides, so it ends on both
    if left or right:
        yield Row(left, right)


def align(left: QTextDocument, right: QTextDocument, wanted: Sequence[Row]) -> None:
    """Leave blank paper so that each row begins equally low on both sides; only margins that differ are written."""
    sides = [_measured(left), _measured(right)]
    place, end, first = [0, 0], [0.0, 0.0], [0.0, 0.0]  # of each side: the next paragraph, where the last one ended
    for row in wanted:
        beside = [side for side in (0, 1) if row[side] and place[side] < len(sides[side])]
        start = max((end[side] + _gap(sides[side], place[side]) for side in beside), default=0.0)
        for side in beside:
            paragraphs, at = sides[side], place[side]
            if at:
                paragraphs[at - 1].below = start - end[side]
            else:
                first[side] = start
            end[side] = start
            for n in range(at, min(at + row[side], len(paragraphs))):
                end[side] += (_gap(paragraphs, n) if n > at else 0.0) + paragraphs[n].height
            place[side] = at + row[side]
    for side, paragraphs in enumerate(sides):  # an empty page still has a paragraph
        end[side] += sum(paragraph.height for paragraph in paragraphs[place[side] :])
    for side, document in enumerate((left, right)):
        _write(sides[side])
        _frame(document, first[side], max(end) - end[side])


@dataclass
class _Paragraph:
    block: QTextBlock
    height: float  # with what the last line leaves below itself
    above: float  # the margin of its kind
    below: float  # the one it should have; as measured, that of its kind


def _measured(document: QTextDocument) -> list[_Paragraph]:
    _lay_out(document)
    out: list[_Paragraph] = []
    block = document.firstBlock()
    while block.isValid():
        layout, form = block.layout(), block.blockFormat()
        count = layout.lineCount()
        under = layout.lineAt(count - 1).height() * (form.lineHeight() / 100 - 1) if count else 0.0
        out.append(_Paragraph(block, layout.boundingRect().height() + under, form.topMargin(), _own(form)))
        block = block.next()
    return out


def _lay_out(document: QTextDocument) -> None:
    """Have all lines broken. A page that learns its height may move its scroll bar, and begins anew."""
    last = document.lastBlock()
    for _ in range(_TRIES):
        document.documentLayout().blockBoundingRect(last)
        if last.layout().lineCount():
            return


def _gap(paragraphs: Sequence[_Paragraph], n: int) -> float:
    """What lies above a paragraph: of two margins that meet the wider one counts, and none above the first."""
    return max(paragraphs[n - 1].below, paragraphs[n].above) if n else 0.0


def _own(form: QTextBlockFormat) -> float:
    """The margin below that a paragraph has by its kind."""
    kept = form.property(_OWN)
    return form.bottomMargin() if kept is None else float(kept)


def _write(paragraphs: Sequence[_Paragraph]) -> None:
    changed = []
    for one in paragraphs:
        form = one.block.blockFormat()
        if abs(form.bottomMargin() - one.below) > 0.01:
            form.setProperty(_OWN, _own(form))
            form.setBottomMargin(one.below)
            changed.append((one.block, form))
    _set(changed)


def _frame(document: QTextDocument, above: float, below: float) -> None:
    """Leave paper above the first and below the last paragraph, where their own margins do not count."""
    frame = document.rootFrame()
    form = frame.frameFormat()
    above, below = document.documentMargin() + above, document.documentMargin() + below
    if abs(form.topMargin() - above) > 0.01 or abs(form.bottomMargin() - below) > 0.01:
        form.setTopMargin(above)
        form.setBottomMargin(below)
        silent = document.blockSignals(True)
        frame.setFrameFormat(form)
        document.blockSignals(silent)
        document.setPageSize(document.pageSize())  # Qt forgets the lines of what the frame holds: lay it out anew
        _lay_out(document)


def take_back(document: QTextDocument) -> None:
    """Every paragraph with the margins of its kind again."""
    _frame(document, 0.0, 0.0)
    changed = []
    block = document.firstBlock()
    while block.isValid():
        form = block.blockFormat()
        if form.property(_OWN) is not None:
            form.setBottomMargin(_own(form))
            form.clearProperty(_OWN)
            changed.append((block, form))
        block = block.next()
    _set(changed)


def _set(changed: Sequence[tuple[QTextBlock, QTextBlockFormat]]) -> None:
    """Write formats as one change, which nobody is told: no word is another."""
    if not changed:
        return
    document = changed[0][0].document()
    silent = document.blockSignals(True)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        for block, form in changed:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
    finally:
        cursor.endEditBlock()
        document.blockSignals(silent)
