"""What the tracked editor tells an input method, and how it shows what is being composed.

Input methods read the text around the caret and replace parts of it by offsets. They are told the proposed
text: deleted words that are only shown would make every offset wrong.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat

from tomas_desktop.amend.caret import Caret
from tomas_desktop.amend.marks import joined

_Query = Qt.InputMethodQuery


def answer(proposed: str, caret: Caret, anchor: Caret, query: Qt.InputMethodQuery) -> object | None:
    """The answer to a question about the text, from the proposed paragraph under the caret; None for any other."""
    start = proposed.rfind("\n", 0, caret.p) + 1
    end = proposed.find("\n", caret.p)
    if query == _Query.ImSurroundingText:
        return joined(proposed[start:end])
    if query == _Query.ImCursorPosition:
        return caret.p - start
    if query == _Query.ImAnchorPosition:
        return min(max(anchor.p, start), end) - start
    if query == _Query.ImAbsolutePosition:
        return caret.p
    if query == _Query.ImTextBeforeCursor:
        return joined(proposed[: caret.p])
    if query == _Query.ImTextAfterCursor:
        return joined(proposed[caret.p : -1])
    if query == _Query.ImCurrentSelection:
        return joined(proposed[min(caret.p, anchor.p) : max(caret.p, anchor.p)])
    return None


def preedit(event: QInputMethodEvent, look: QTextCharFormat) -> QInputMethodEvent:
    """The composed text of an event, drawn as inserted unless the input method has its own wish; offsets into
    our document, which the input method does not know, are left out."""
    kinds = QInputMethodEvent.AttributeType
    attributes = [each for each in event.attributes() if each.type != kinds.Selection]
    if all(each.type != kinds.TextFormat for each in attributes):
        look = QTextCharFormat(look)
        look.setFontStrikeOut(False)  # said outright: beside deleted words it would be taken from them
        size = len(event.preeditString().encode("utf-16-le")) // 2
        attributes.append(QInputMethodEvent.Attribute(kinds.TextFormat, 0, size, look))
    return QInputMethodEvent(event.preeditString(), attributes)
