"""Law on paper: the lines of a provision set for reading, with the marks of a redline where there are any, and with
what it cites as links that are followed with the mouse or with Tab and Enter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QCursor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QToolTip, QWidget

from tomas_desktop.amend.redline import Segment
from tomas_desktop.model.canonical import Line
from tomas_desktop.ui.views.tracked_look import (
    READING_POINTS,
    MarkColours,
    block_format,
    character_format,
    reading_font,
)  # fmt: skip
from tomas_desktop.ui.views.tracked_sheet import Look, Style


@dataclass(frozen=True)
class Link:
    """Words of a line that cite something: where they stand in the text of the provision (without its number), where
    they lead ("" for what is not in the dossier), and what is shown of it beforehand."""

    eid: str
    start: int
    end: int
    target: str
    preview: str


class LawPage(QTextBrowser):
    """A page that is read, searched and copied from, never typed on. `asked` carries the target of a link."""

    asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, points: float = READING_POINTS) -> None:
        super().__init__(parent)
        self._font = reading_font(points)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setCursorWidth(0)  # the keyboard selects here too, but nobody types
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(self._preview)
        self._links: tuple[Link, ...] = ()
        self.document().setDocumentMargin(4)
        self._lines: tuple[tuple[Line, tuple[Segment, ...]], ...] = ()
        self._colours = MarkColours()

    def set_colours(self, colours: MarkColours) -> None:
        """Draw in another theme's colours."""
        self._colours = colours
        self._draw()

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show a text as it stands."""
        self.show_marked((line, (Segment("=", line.text),)) for line in lines if line.kind != "block")

    def show_marked(self, lines: Iterable[tuple[Line, Sequence[Segment]]]) -> None:
        """Show lines with their marks."""
        fresh = tuple((line, tuple(segments)) for line, segments in lines)
        if fresh != self._lines:
            self._lines, self._links = fresh, ()
            self._draw()
            self.verticalScrollBar().setValue(0)

    def set_links(self, links: Iterable[Link]) -> None:
        """Show what the text cites as links; the page stays where it is."""
        self._links = tuple(links)
        for number, link in enumerate(self._links):
            self._draw_link(number, link)

    def go_to(self, eid: str) -> None:
        """Bring the first line of a provision to the top of the page."""
        place = next((i for i, (line, _) in enumerate(self._lines) if line.eid == eid and line.kind == "text"), 0)
        block = self.document().findBlockByNumber(place)
        top = self.document().documentLayout().blockBoundingRect(block).top() if place else 0.0
        self.verticalScrollBar().setValue(int(top))

    def _draw(self) -> None:
        document = self.document()
        document.clear()
        document.setDefaultFont(self._font)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for place, (line, segments) in enumerate(self._lines):
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(block_format(Style(line.kind, line.depth)))
            left = len(line.num) if line.kind == "text" else 0
            for segment in segments:
                left = self._insert(cursor, line, segment, left)
        cursor.endEditBlock()
        self.setTextCursor(QTextCursor(document))  # it went along to the end, where Qt would scroll to
        for number, link in enumerate(self._links):
            self._draw_link(number, link)

    def _draw_link(self, number: int, link: Link) -> None:
        found = next((i for i, (line, _) in enumerate(self._lines) if line.eid == link.eid and line.kind == "text"), -1)
        if found < 0:
            return
        line = self._lines[found][0]
        ahead = len(line.num) + 1 if line.num else 0
        block = self.document().findBlockByNumber(found)
        if ahead + link.end > len(block.text()) or block.text() != line.text:
            return  # a page with marks says something else here
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + ahead + link.start)
        cursor.setPosition(block.position() + ahead + link.end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setAnchor(True)
        look.setAnchorHref(str(number))
        look.setForeground(self.palette().link())
        cursor.mergeCharFormat(look)

    def _follow(self, url: QUrl) -> None:
        link = self._link(url)
        if link is not None and link.target:
            QToolTip.hideText()
            self.asked.emit(link.target)

    def _preview(self, url: QUrl) -> None:
        link = self._link(url)
        if link is not None:
            at = QCursor.pos() if self.underMouse() else self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            QToolTip.showText(at, link.preview, self)
        else:
            QToolTip.hideText()

    def _link(self, url: QUrl) -> Link | None:
        number = url.toString()
        return self._links[int(number)] if number.isdigit() and int(number) < len(self._links) else None

    def top_eid(self) -> str:
        """The provision whose words stand first in what is seen."""
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        place = block.blockNumber()
        return self._lines[place][0].eid if 0 <= place < len(self._lines) else ""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Clean text: no fonts, no colours, no foreign line ends."""
        out = QMimeData()
        text = self.textCursor().selectedText()
        out.setText(text.replace("\u2029", "\n").replace("\u2028", "\n").replace("\xa0", " "))
        return out

    def _insert(self, cursor: QTextCursor, line: Line, segment: Segment, left: int) -> int:
        """Insert a segment, its number in soft ink; returns how much of the number is still to come."""
        number, words = segment.text[:left], segment.text[left:]
        if number:
            cursor.insertText(number, character_format(Look(segment.op, "num"), self._colours, self._font))
        if words:
            part = line.kind if line.kind in ("heading", "number") else "text"
            cursor.insertText(words, character_format(Look(segment.op, part), self._colours, self._font))
        return left - len(number) if segment.op != "-" else left
