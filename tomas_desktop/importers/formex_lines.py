"""The lines of a Formex document where it has no provisions: titles, final formulas, annexes, quotations."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tomas_desktop.importers.formex_text import FORMEX, items_of, number_of, table_rows
from tomas_desktop.importers.xml_page import local
from tomas_desktop.importers.xml_text import Text
from tomas_desktop.jurisdiction.source import Region, Role, SourceLine


def lines(
    element: etree._Element, role: Role = "", region: Region = "body", depth: int | None = None
) -> Iterator[SourceLine]:
    """What an element prints, line by line; lists deeper and deeper set in."""
    name = local(element)
    holder = element.getparent()
    if name == "NP" and holder is not None and local(holder) in ("TI", "STI"):  # "A. Model instructions" is a title
        whole = FORMEX.printed(element)
        yield SourceLine(whole.text, role, "", whole.notes, depth, region)
    elif name in ("LIST", "NP"):
        inner = (depth or 0) + 1
        for number, content in items_of(element):
            yield from _numbered(number, content, role, region, inner if name == "LIST" else depth)
    elif name == "PARAG":
        yield from _numbered(number_of(element), list(FORMEX.pieces(element)), role, region, depth)
    elif name == "TBL":
        title, table = table_rows(element)
        if title is not None and title.text:
            yield SourceLine(title.text, role, "", title.notes, depth, region)
        yield SourceLine(table.text, "table", "", table.notes, depth, region)
    else:
        if name == "ARTICLE":
            for child in element.iterchildren("TI.ART", "STI.ART"):
                whole = FORMEX.printed(child)
                yield SourceLine(whole.text, role, "", whole.notes, depth, region)
        for piece in FORMEX.pieces(element):
            if isinstance(piece, Text):
                yield SourceLine(piece.text, role, "", piece.notes, depth, region)
            else:
                yield from lines(piece, role, region, depth)


def _numbered(
    number: Text, content: list[Text | etree._Element], role: Role, region: Region, depth: int | None
) -> Iterator[SourceLine]:
    first = content.pop(0) if content and isinstance(content[0], Text) else Text("")
    assert isinstance(first, Text)
    if number.text or first.text or number.notes or first.notes:
        yield SourceLine(first.text, role, number.text, (*number.notes, *first.notes), depth, region)
    for piece in content:
        if isinstance(piece, Text):
            yield SourceLine(piece.text, role, "", piece.notes, depth, region)
        else:
            yield from lines(piece, role, region, depth)
