"""A table in anybody's Word file: its rows and cells wherever content controls put them, its header, what is to be
filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

Element = etree._Element

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_MOST_HEADER_ROWS = 4


def name(element: Any) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """The child of a child ... by their names."""
    for wanted in names:
        element = next((one for one in element if name(one) == wanted), None) if element is not None else None
    return element


def value(element: Element | None, attribute: str = "val") -> str | None:
    """An attribute in whatever namespace the file writes it."""
    if element is None:
        return None
    return next((str(v) for key, v in element.attrib.items() if str(key).rpartition("}")[2] == attribute), None)


def parts(element: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table, the cells of a row or the paragraphs of a cell, through content controls, never those of a
    table inside it."""
    for one in element:
        if name(one) == wanted:
            yield one
        elif name(one) in _WRAPPERS:
            yield from parts(one, wanted)


def said(element: Element) -> str:
    """What a reader sees in an element, its paragraphs parted by blanks."""
    found = []
    for paragraph in parts(element, "p"):
        words = "".join((one.text or "") if name(one) == "t" else " " for one in paragraph.iter() if name(one) in _TEXT)
        found.append(" ".join(words.split()))
    return " ".join(filter(None, found))


_TEXT = frozenset({"t", "tab", "br", "cr"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, the columns of the grid that it covers (`start`, counted from 0, and `span`), and what it says.
    `goes_on`: it is the lower part of a cell merged downwards."""

    element: Element
    start: int
    span: int
    text: str
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `unit` is what is copied to have one more: the row, or the content control around it alone."""

    element: Element
    unit: Element
    cells: tuple[Cell, ...]
    is_header: bool

    @property
    def shape(self) -> tuple[tuple[int, int], ...]:
        """The columns that its cells cover."""
        return tuple((cell.start, cell.span) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read: how many of its rows are its header."""

    element: Element
    rows: tuple[Row, ...]
    header: int

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows below the header."""
        return self.rows[self.header :]

    @property
    def lines(self) -> tuple[Row, ...]:
        """The rows of the body that are rows of the form: as many cells as the header has at its foot, or as most of
        them have; not a heading or a signature across the table."""
        counts = [len(row.cells) for row in self.body]
        foot = len(self.rows[self.header - 1].cells) if self.header else 0
        wanted = foot if foot in counts else max(counts, default=0)
        return tuple(row for row in self.body if len(row.cells) == wanted)

    def heading(self, cell: Cell) -> str:
        """What the header says over a cell, from above; a title over the whole table is none of it."""
        found: list[str] = []
        for row in self.rows[: self.header]:
            for above in row.cells:
                is_title = len(row.cells) == 1 and self.header > 1
                if above.start <= cell.start < above.start + above.span and not is_title and above.text:
                    found.append(above.text)
        return " / ".join(dict.fromkeys(found))


def read(table: Element) -> Grid:
    """The table's grid."""
    rows = tuple(_row(one, table) for one in parts(table, "tr"))
    return Grid(table, rows, _header(rows))


def _row(row: Element, table: Element) -> Row:
    cells, at = [], int(value(child(row, "trPr", "gridBefore")) or 0)
    for one in parts(row, "tc"):
        span = int(value(child(one, "tcPr", "gridSpan")) or 1)
        merged = child(one, "tcPr", "vMerge")
        goes_on = merged is not None and value(merged) != "restart"
        cells.append(Cell(one, at, span, said(one), goes_on))
        at += span
    unit, above = row, row.getparent()
    while above is not None and above is not table and name(above) in _WRAPPERS:
        if len(list(parts(above, "tr"))) != 1:
            break
        if name(above) == "sdt":
            unit = above
            break
        above = above.getparent()
    header = child(row, "trPr", "tblHeader")
    return Row(row, unit, tuple(cells), header is not None and value(header) not in ("0", "false", "off"))


def _header(rows: tuple[Row, ...]) -> int:
    """How many rows the header has: those that Word repeats, else the first one with all below it that its merged
    cells need: a title across the table, headings over several columns, cells merged downwards."""
    marked = next((i for i, row in enumerate(rows) if not row.is_header), len(rows))
    if marked:
        return min(marked, len(rows))
    most = max((len(row.cells) for row in rows), default=0)
    for i, row in enumerate(rows[:_MOST_HEADER_ROWS]):
        below = rows[i + 1] if i + 1 < len(rows) else None
        if below is not None and any(cell.goes_on for cell in below.cells):
            continue
        if len(row.cells) == most or below is None or not any(cell.text for cell in below.cells):
            return i + 1
    return min(1, len(rows))
