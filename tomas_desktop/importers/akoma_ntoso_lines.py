"""The lines of an Akoma Ntoso document where it has no provisions: titles, memoranda, signatures, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from tomas_desktop.importers.akoma_ntoso_text import AKOMA_NTOSO, DIVISIONS, ITEMS, table_text, titles_of
from tomas_desktop.importers.html_page import one_line
from tomas_desktop.importers.xml_page import local
from tomas_desktop.importers.xml_text import Text
from tomas_desktop.jurisdiction.source import Region, Role, SourceLine
from tomas_desktop.model.provision import Note

_NUMBERED = ITEMS | {*DIVISIONS, "article", "clause", "tblock", "recital", "citation"}
_LISTED = frozenset({"point", "indent", "item"})
# In a signature each of these is printed on a line of its own; elsewhere they stand in a sentence.
_SIGNING = frozenset({"i", "b", "organization", "role", "person"})
# Each of these begins a line of a title page; a date takes the word before it with it.
_TITLE_LINES = frozenset({"docStage", "docType", "docPurpose"})
_TITLE_HOLDERS = frozenset({"longTitle", "docTitle", "p", "block", "container"})


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; `depth` counts the lists around it."""

    text: str
    num: str = ""
    notes: tuple[Note, ...] = ()
    depth: int = 0
    is_table: bool = False
    is_title: bool = False

    def source(self, region: Region, role: Role = "") -> SourceLine:
        """The line as the grammar takes it."""
        indent = self.depth or None
        return SourceLine(self.text, "table" if self.is_table else role, self.num, self.notes, indent, region)


def lines(element: etree._Element, depth: int = 0) -> Iterator[Line]:
    """What an element prints, line by line."""
    name = local(element)
    if name == "table":
        table = table_text(element)
        yield Line(table.text, "", table.notes, depth, is_table=True)
    elif name == "longTitle":
        yield from long_title(element)
    elif name == "signature":
        yield from _signature(element)
    elif name == "quotedStructure":
        yield from _quotation(element, depth)
    elif name in _NUMBERED:
        yield from _numbered(element, depth + 1 if name in _LISTED else depth)
    else:
        for piece in AKOMA_NTOSO.pieces(element):
            if isinstance(piece, Text):
                yield Line(piece.text, "", piece.notes, depth)
            else:
                yield from lines(piece, depth)


def _numbered(element: etree._Element, depth: int) -> Iterator[Line]:
    number, headings = titles_of(element)
    notes = tuple(note for each in (number, *headings) for note in each.notes)
    content = list(AKOMA_NTOSO.pieces(element))
    text = " ".join(each.text for each in headings)
    if not text and content and isinstance(content[0], Text):
        first = content.pop(0)
        assert isinstance(first, Text)
        text, notes = first.text, (*notes, *first.notes)
    if text or number.text or notes:
        yield Line(text, number.text, notes, depth)
    for piece in content:
        if isinstance(piece, Text):
            yield Line(piece.text, "", piece.notes, depth)
        else:
            yield from lines(piece, depth)


def _quotation(element: etree._Element, depth: int) -> Iterator[Line]:
    """The lines of a quoted structure between its quotation marks."""
    found: list[Line] = []
    for piece in AKOMA_NTOSO.pieces(element):
        found.extend([Line(piece.text, "", piece.notes, depth)] if isinstance(piece, Text) else lines(piece, depth))
    start, end = element.get("startQuote", ""), element.get("endQuote", "")
    if found and start:
        first = found[0]
        found[0] = replace(first, num=start + first.num) if first.num else replace(first, text=start + first.text)
    if found and end:
        found[-1] = replace(found[-1], text=found[-1].text + end)
    yield from found


def _signature(element: etree._Element) -> Iterator[Line]:
    parts = [Text(element.text or "")]
    for child in element:
        if local(child) in _SIGNING:
            yield from _joined(parts)
            yield from _joined([AKOMA_NTOSO.raw(child)])
            parts = []
        else:
            parts.append(AKOMA_NTOSO.raw(child))
        parts.append(Text(child.tail or ""))
    yield from _joined(parts)


def long_title(element: etree._Element) -> list[Line]:
    """The title of an act as its title page prints it: what it is, its date, its subject."""
    rows: list[list[Text]] = [[]]
    _title_rows(element, rows)
    return [replace(line, is_title=True) for row in rows for line in _joined(row)]


def _title_rows(element: etree._Element, rows: list[list[Text]]) -> None:
    rows[-1].append(Text(element.text or ""))
    for child in element:
        name = local(child)
        if name in _TITLE_HOLDERS:
            if name != "docTitle":
                rows.append([])
            _title_rows(child, rows)
        elif name in _TITLE_LINES:
            rows.append([AKOMA_NTOSO.raw(child)])
        elif name in ("date", "docDate") and len(rows[-1]) > 1 and rows[-1][-1].text.strip():
            rows.append([rows[-1].pop(), AKOMA_NTOSO.raw(child)])
        else:
            rows[-1].append(AKOMA_NTOSO.raw(child))
        rows[-1].append(Text(child.tail or ""))


def _joined(parts: Sequence[Text]) -> Iterator[Line]:
    text = one_line("".join(part.text for part in parts))
    notes = tuple(note for part in parts for note in part.notes)
    if text or notes:
        yield Line(text, "", notes)
