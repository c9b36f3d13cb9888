"""The text of a Word file in the order it is printed: paragraphs and tables, what belongs to the page apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from tomas_desktop.importers.docx_numbering import Numbering
from tomas_desktop.importers.docx_part import MATH, MC, RELATION, W, value
from tomas_desktop.importers.docx_styles import ASIDE, Styles
from tomas_desktop.importers.docx_symbols import printed_as
from tomas_desktop.importers.furniture import Furniture, Kind
from tomas_desktop.importers.office_lines import Block, Paragraph, Piece, Table, flat
from tomas_desktop.model.provision import Note

# Elements whose text is not printed where they stand.
_SILENT = frozenset(
    W + name
    for name in (
        "pPr rPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr instrText delInstrText fldData delText rt"
        " annotationRef footnoteRef endnoteRef separator continuationSeparator"
    ).split()
)
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}
_CONTENTS = re.compile(r"(?:toc|contents) (?:\d|heading)|table of (?:figures|authorities)|contents heading")
_CONTENTS_PARTS = frozenset({"Table of Contents", "Table of Figures"})


@dataclass(slots=True)
class Scribe:
    """Writes down what one document prints. `notes` are the bodies of its notes by kind and id; `furniture` what
    belongs to the page; `numbers` the numbers that Word made; `unread` what stands in a part we do not read."""

    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], etree._Element]
    furniture: list[Furniture] = field(default_factory=list)
    hidden: int = 0
    numbers: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    written: set[tuple[str, str]] = field(default_factory=set)

    def blocks(self, container: etree._Element) -> list[Block]:
        """The paragraphs and tables in an element, whatever they are wrapped in."""
        out: list[Block] = []
        for element in container:
            tag = element.tag
            if tag in _SILENT or not isinstance(tag, str):
                continue
            if tag == f"{W}p":
                out.extend(self._paragraph(element))
            elif tag == f"{W}tbl":
                rows = (self._cells(row) for row in element.iter(f"{W}tr") if _holder(row, f"{W}tbl") is element)
                out.append(Table(tuple(rows)))
            elif tag == f"{W}sdt" and value(element, "sdtPr/docPartObj/docPartGallery") in _CONTENTS_PARTS:
                self._put_aside(flat(self.blocks(element)), "contents")
            elif tag == f"{MC}AlternateContent":
                out.extend(self.blocks(_branch(element)))
            elif tag == f"{W}altChunk":
                self.unread.append(element.get(f"{RELATION}id", ""))
            else:
                out.extend(self.blocks(element))
        return out

    def _cells(self, row: etree._Element) -> tuple[tuple[Block, ...], ...]:
        cells = (cell for cell in row.iter(f"{W}tc") if _holder(cell, f"{W}tr") is row)
        return tuple(tuple(self.blocks(cell)) for cell in cells)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        """A paragraph, and after it the text boxes that are tied to it."""
        line = _Line(self, element)
        number = self.numbering.next(element)
        line.write(element)
        paragraph = line.paragraph()
        if number and (any(piece.text.strip() for piece in paragraph.pieces) or number.has_word or _roman(number.text)):
            self.numbers.append(number.text)
            depth = number.depth if number.is_bullet else None
            paragraph = Paragraph(paragraph.pieces, number.text, depth, paragraph.outline, paragraph.is_title)
        if element.get(ASIDE) == "contents" or _CONTENTS.match(self.styles.name(element)):
            self._put_aside(flat([paragraph]), "contents")
        else:
            yield paragraph
        for box in line.boxes:
            yield from self.blocks(box)

    def _put_aside(self, text: str, kind: Kind) -> None:
        if text:
            self.furniture.append(Furniture(text, kind))

    def note(self, kind: str, key: str) -> Note | None:
        """A note where it is first referred to."""
        body = self.notes.get((kind, key))
        if body is None or (kind, key) in self.written:
            return None
        self.written.add((kind, key))
        return Note("footnote", flat(self.blocks(body)))


@dataclass(slots=True)
class _Line:
    """The text of one paragraph while it is being put together."""

    scribe: Scribe
    element: etree._Element
    pieces: list[Piece] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    on_new_page: bool = False

    def write(self, parent: etree._Element) -> None:
        for element in parent:
            tag = element.tag
            if tag in _SILENT or element.get(ASIDE) == "code":
                continue
            if tag in (f"{W}t", f"{MATH}t"):
                self.text.append(element.text or "")
            elif tag == f"{W}r":
                self._run(element)
            elif tag == f"{W}br":
                self._break(element.get(f"{W}type", "textWrapping") in ("page", "column"))
            elif tag == f"{W}cr":
                self._break(False)
            elif tag == f"{W}sym":
                self.text.append(printed_as(element))
            elif tag.startswith(W) and tag[len(W) :] in _SIGNS:
                self.text.append(_SIGNS[tag[len(W) :]])
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                kind = tag.removeprefix(W).removesuffix("Reference")
                if note := self.scribe.note(kind, element.get(f"{W}id", "")):
                    self.notes.append(note)
            elif tag == f"{W}txbxContent":
                self.boxes.append(element)
            elif tag == f"{MC}AlternateContent":
                self.write(_branch(element))
            else:
                self.write(element)

    def _run(self, run: etree._Element) -> None:
        """Hidden text is not printed; the mark of a note that an author chose only repeats the note's own."""
        aside = run.get(ASIDE)
        if not aside:
            self.write(run)
            return
        before, self.text = self.text, []
        self.write(run)
        text, self.text = "".join(self.text), before
        if text.strip():
            self.scribe.furniture.append(Furniture(text, "hidden text" if aside == "hidden" else "note mark"))
            self.scribe.hidden += aside == "hidden"

    def _break(self, to_new_page: bool) -> None:
        self.pieces.append(Piece("".join(self.text), tuple(self.notes), self.on_new_page))
        self.text.clear()
        self.notes.clear()
        self.on_new_page = to_new_page

    def paragraph(self) -> Paragraph:
        self._break(False)
        styles = self.scribe.styles
        is_title = styles.name(self.element) == "title"
        return Paragraph(tuple(self.pieces), outline=styles.outline(self.element), is_title=is_title)


def _branch(alternatives: etree._Element) -> etree._Element:
    """Of alternative contents the first that has text; Word repeats the same text in each."""
    children: Sequence[etree._Element] = list(alternatives)
    if not children:
        return alternatives
    return next((each for each in children if any(True for _ in each.iter(f"{W}t"))), children[0])


def _holder(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _roman(text: str) -> bool:
    return re.fullmatch(r"[IVXL]+\.?", text) is not None
