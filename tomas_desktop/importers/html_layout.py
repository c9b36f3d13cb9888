"""What a table or a list on a page is there for: numbered items, data, a frame, a table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement

from tomas_desktop.importers.furniture import Kind
from tomas_desktop.importers.html_page import text_of

# Each row of a "list" is a number and its text; "data" becomes one line; a "layout" is only a frame.
TableKind = Literal["list", "data", "layout"]

# What stands in the column of numbers: (a), 12., 1.1, (iii), "(b), a dash, a bullet.
_LABEL = re.compile(r"[‘“\"„»«]*[(\[]?[^\W_]{1,6}(?:\.\d+)*[.)\]:]{1,2}|\d+(?:\.\d+)+|[–—―•·*-]")
_BLANKS = {32: None, 160: None, 10: None, 13: None, 9: None}


def kind_of_table(table: HtmlElement) -> TableKind:
    """A list when every row is a number and one text; a frame when it has one column; else data."""
    rows = table.xpath("./tr | ./tbody/tr | ./thead/tr")
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    if cells and all(len(row) >= 2 and _is_label(row[:-1]) for row in cells):
        return "list"
    return "data" if any(len(row) > 1 for row in cells) else "layout"


def is_contents(element: HtmlElement) -> bool:
    """A list whose every word is a link to a place on the same page: a table of contents, which repeats headings."""
    if element.tag not in ("ul", "ol", "dl", "div", "table") or not _begins_with_link(element):
        return False
    links = [link for link in element.iter("a") if (link.get("href") or "").startswith("#")]
    return len(links) >= 3 and _squeezed((element,)) == _squeezed(links)


def contents(element: HtmlElement) -> Kind | None:
    """The kind of furniture that an element is when it is a table of contents."""
    return "contents" if is_contents(element) else None


def _begins_with_link(element: HtmlElement) -> bool:
    """Is the first text inside a link? Seen without reading the whole of every element that holds the page."""
    for part in element.iter(etree.Element):
        if (part.text or "").strip():
            return part.tag == "a" or any(True for _ in part.iterancestors("a"))
    return False


def _is_label(cells: list[HtmlElement]) -> bool:
    texts = [text_of(cell) for cell in cells]
    return any(texts) and all(not text or _LABEL.fullmatch(text) for text in texts)


def _squeezed(elements: Iterable[HtmlElement]) -> str:
    return "".join("".join(element.itertext()) for element in elements).translate(_BLANKS)
