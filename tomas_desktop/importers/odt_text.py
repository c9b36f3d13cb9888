"""The text of an OpenDocument file in the order it is printed, what belongs to the page apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from tomas_desktop.importers.furniture import Furniture
from tomas_desktop.importers.list_numbering import Count
from tomas_desktop.importers.odt_names import OFFICE, TABLE, TEXT, OdtStyles
from tomas_desktop.importers.odt_numbering import OdtNumber, OdtNumbering
from tomas_desktop.importers.office_lines import Block, Paragraph, Piece, Table, flat
from tomas_desktop.model.provision import Note

# What holds no text of the document: deletions, comments, what an index is made from, forms.
SILENT = frozenset(
    [
        TEXT + name
        for name in (
            "tracked-changes sequence-decls variable-decls user-field-decls ruby-text table-of-content-source"
            " illustration-index-source table-index-source alphabetical-index-source user-index-source"
            " object-index-source bibliography-source number"
        ).split()
    ]
    + [OFFICE + name for name in "annotation forms scripts event-listeners".split()]
)
INDEXES = frozenset(
    TEXT + name for name in ("table-of-content", "illustration-index", "table-index", "user-index", "object-index")
)
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"


@dataclass(slots=True)
class OdtScribe:
    """Writes down what one document prints. `furniture` is what belongs to the page, `numbers` what was counted."""

    styles: OdtStyles
    numbering: OdtNumbering
    furniture: list[Furniture] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    hidden: int = 0

    def blocks(self, container: Iterable[etree._Element]) -> list[Block]:
        """The paragraphs and tables in an element (or among elements), whatever they are wrapped in."""
        out: list[Block] = []
        for element in container:
            if element.tag in SILENT or element.tag.startswith(_SVG):
                continue
            if element.tag == f"{TEXT}p":
                out.extend(self._paragraph(element, None))
            elif element.tag == f"{TEXT}h":
                out.extend(self._paragraph(element, self._heading_number(element)))
            elif element.tag == f"{TEXT}list":
                style = element.get(f"{TEXT}style-name", "")
                out.extend(self._list(element, self.numbering.count_of(element), style, 0))
            elif element.tag == f"{TABLE}table":
                rows = (row for row in element.iter(f"{TABLE}table-row") if _holder(row, f"{TABLE}table") is element)
                out.append(Table(tuple(self._cells(row) for row in rows)))
            elif element.tag in INDEXES:
                if text := flat(self.blocks(element)):
                    self.furniture.append(Furniture(text, "contents"))
            else:
                out.extend(self.blocks(element))
        return out

    def _heading_number(self, element: etree._Element) -> OdtNumber | None:
        depth = self.styles.outline(element)
        if depth is None or self.styles.has_own_list(element) or element.get(f"{TEXT}is-list-header") == "true":
            return None
        return self.numbering.heading(depth)

    def _list(self, element: etree._Element, count: Count, style: str, depth: int) -> Iterator[Block]:
        """Only the first paragraph of an item bears its number."""
        for item in element:
            is_numbered = item.tag == f"{TEXT}list-item"
            for block in item:
                if block.tag == f"{TEXT}list":
                    own = block.get(f"{TEXT}style-name", style)
                    yield from self._list(block, count, own, depth + 1)
                elif block.tag in (f"{TEXT}p", f"{TEXT}h"):
                    number = None
                    if is_numbered:
                        number = self.numbering.item(count, style, depth, item.get(f"{TEXT}start-value"))
                    is_numbered = False
                    yield from self._paragraph(block, number)
                elif block.tag not in SILENT:
                    yield from self.blocks([block])

    def _cells(self, row: etree._Element) -> tuple[tuple[Block, ...], ...]:
        return tuple(tuple(self.blocks(cell)) for cell in row if cell.tag == f"{TABLE}table-cell")

    def _paragraph(self, element: etree._Element, number: OdtNumber | None) -> Iterator[Block]:
        """A paragraph, and after it the text boxes that are tied to it."""
        line = _OdtLine(self)
        if self.styles.is_hidden(element):
            line.hide(element)
        else:
            line.write(element)
        pieces = line.ended()
        names = self.styles.names(element)
        paragraph = Paragraph(pieces, outline=self.styles.outline(element), is_title="title" in names)
        if number and (any(piece.text.strip() for piece in pieces) or number.has_word or _roman(number.text)):
            self.numbers.append(number.text)
            depth = number.depth if number.is_bullet else None
            paragraph = Paragraph(pieces, number.text, depth, paragraph.outline, paragraph.is_title)
        yield paragraph
        for box in line.boxes:
            yield from self.blocks(box)


@dataclass(slots=True)
class _OdtLine:
    """The text of one paragraph while it is being put together."""

    scribe: OdtScribe
    pieces: list[Piece] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def write(self, parent: etree._Element) -> None:
        self.text.append(parent.text or "")
        for element in parent:
            tag = element.tag
            if tag in SILENT:
                pass
            elif tag == f"{TEXT}note":
                self._note(element)
            elif tag in (f"{TEXT}s", f"{TEXT}tab"):
                self.text.append(" ")
            elif tag == f"{TEXT}line-break":
                self._break()
            elif "}" in tag and tag.split("}")[0].endswith(":drawing:1.0"):
                self.boxes.append(element)
            elif tag == f"{TEXT}span" and self.scribe.styles.is_hidden(element):
                self.hide(element)
            else:
                self.write(element)
            self.text.append(element.tail or "")

    def hide(self, element: etree._Element) -> None:
        """Text that is not printed."""
        before, self.text = self.text, []
        self.write(element)
        text, self.text = "".join(self.text), before
        if text.strip():
            self.scribe.furniture.append(Furniture(text, "hidden text"))
            self.scribe.hidden += 1

    def _note(self, element: etree._Element) -> None:
        """The mark of a note repeats its number: it belongs to the page."""
        for part in element:
            if part.tag == f"{TEXT}note-citation":
                self.scribe.furniture.append(Furniture("".join(map(str, part.itertext())), "note mark"))
            elif part.tag == f"{TEXT}note-body":
                self.notes.append(Note("footnote", flat(self.scribe.blocks(part))))

    def _break(self) -> None:
        self.pieces.append(Piece("".join(self.text), tuple(self.notes)))
        self.text.clear()
        self.notes.clear()

    def ended(self) -> tuple[Piece, ...]:
        self._break()
        return tuple(self.pieces)


def _holder(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _roman(text: str) -> bool:
    return re.fullmatch(r"[IVXL]+\.?", text) is not None
