"""Law set in large type: everything is measured in the size of the letters, so that it grows and shrinks alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument

from tomas_desktop.amend.redline import Segment
from tomas_desktop.ui.presentation.scene import MarkedText
from tomas_desktop.ui.views.tracked_look import MarkColours, character_format, reading_font
from tomas_desktop.ui.views.tracked_sheet import Look, Part

LEADING = 106.0  # per cent of what the face asks for: large type needs less than small
MEASURE = 40  # ems that a line is long at most: some eighty letters
_INDENT = 1.3  # ems for each unit below the paragraph
AFTER = 0.45  # ems below a paragraph
_LARGEST = 14  # such a part of the height of the screen is the largest type
_SMALLEST = 44  # and such a part the smallest that is read from the last row


def sizes(screen_height: int) -> tuple[int, int]:
    """The smallest and the largest size of type for a screen, in pixels."""
    return max(screen_height // _SMALLEST, 14), max(screen_height // _LARGEST, 15)


def largest(fits: Callable[[int], bool], smallest: int, most: int) -> int | None:
    """The largest whole size from `smallest` to `most` for which `fits` says yes, if it says yes to all below one that
    it says yes to; None when not even the smallest fits."""
    if not fits(smallest):
        return None
    while smallest < most:
        middle = (smallest + most + 1) // 2
        if fits(middle):
            smallest = middle
        else:
            most = middle - 1
    return smallest


def measure(width: int, size: int) -> int:
    """How wide the text stands in a column, in pixels."""
    return min(width, MEASURE * size)


def height(lines: Sequence[MarkedText], width: int, size: int) -> float:
    """How high these lines stand in a column, in pixels."""
    document = QTextDocument()
    typeset(document, lines, measure(width, size), size, MarkColours())
    return document.size().height()


def typeset(
    document: QTextDocument, lines: Sequence[MarkedText], width: float, size: int, colours: MarkColours
) -> None:
    """Set lines in a document, one paragraph a line, `width` pixels wide in letters of `size` pixels."""
    document.clear()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    font = reading_font()
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for place, text in enumerate(lines):
        if place:
            cursor.insertBlock()
        cursor.setBlockFormat(_block(text, size, place == len(lines) - 1))
        _insert(cursor, text, colours, font)
    cursor.endEditBlock()
    document.setTextWidth(width)


def _block(text: MarkedText, size: int, is_last: bool) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(0 if is_last else AFTER * size)
    if text.line.kind in ("heading", "number"):
        form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    else:
        form.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        form.setLeftMargin(_INDENT * size * text.line.depth)
    return form


def _insert(cursor: QTextCursor, text: MarkedText, colours: MarkColours, font: QFont) -> None:
    """A line with its marks; a number that stays is set in soft ink."""
    line, segments = text.line, list(text.segments)
    is_numbered = line.kind == "text" and line.num
    if is_numbered and segments and segments[0].op == "=" and segments[0].text.startswith(line.num):
        cursor.insertText(line.num, character_format(Look("=", "num"), colours, font))
        segments[0] = Segment("=", segments[0].text[len(line.num) :])
    part: Part = "heading" if line.kind == "heading" else "number" if line.kind == "number" else "text"
    for segment in segments:
        cursor.insertText(segment.text, character_format(Look(segment.op, part), colours, font))
