"""Filling in a form that somebody else made: any Word file with a table.

Only what is filled is written; every other byte of every part stays. A row is made after the first empty one (or the
row that is an example): its cells, their typefaces, its content controls.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from copy import copy, deepcopy
from dataclasses import dataclass
from typing import Any, NamedTuple

from lxml import etree

from tomas_desktop.amend.redline import Segment
from tomas_desktop.errors import TomasError
from tomas_desktop.export import form_columns, table_grid
from tomas_desktop.export.form_cell import Ids, write
from tomas_desktop.export.form_columns import ColumnRole
from tomas_desktop.export.placeholders import BLANK
from tomas_desktop.export.table_grid import Cell, Element, Grid, Row, name
from tomas_desktop.export.word_package import BROKEN
from tomas_desktop.export.xml_part import XmlPart

# More than this is no form, whatever it says that it is.
_LARGEST = 200_000_000  # bytes, unpacked
_FIELD = re.compile(r"\{(\w+)\}")
_FILLED_PARTS = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")

Paragraph = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a filled form: each content as paragraphs of kept ("="), struck ("-") and new ("+") words."""

    article: tuple[Paragraph, ...] = ()
    current: tuple[Paragraph, ...] = ()
    proposal: tuple[Paragraph, ...] = ()
    reasons: tuple[Paragraph, ...] = ()
    basis: tuple[Paragraph, ...] = ()

    def of(self, role: ColumnRole) -> tuple[Paragraph, ...]:
        """What belongs in a column."""
        return getattr(self, role) if role in self.__slots__ else ()


class Column(NamedTuple):
    """A column of a table: its heading and what it seems to be for."""

    heading: str
    role: ColumnRole


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of a form, counted from 1, its columns, and how many of its rows are written already."""

    number: int
    columns: tuple[Column, ...]
    taken: int = 0

    @property
    def fingerprint(self) -> str:
        """By what the table is known again in another copy of the form."""
        return form_columns.fingerprint([column.heading for column in self.columns])

    @property
    def understood(self) -> int:
        """How many of its columns have something to hold."""
        return sum(column.role != "leave" for column in self.columns)


class ConsultationForm:
    """A form as it came, read whole: damage anywhere in it is told before it is filled. Raises
    TomasError("fill-not-word")."""

    def __init__(self, data: bytes, file: str = "") -> None:
        self._file = file
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._entries = archive.infolist()
                if sum(entry.file_size for entry in self._entries) > _LARGEST:
                    raise ValueError("too large")
                self._contents = {entry.filename: archive.read(entry.filename) for entry in self._entries}
                self._name = _main_part(archive)
        except BROKEN as error:
            raise self._trouble(error) from error
        self._part = self._parsed(self._name)
        self._grids = [table_grid.read(one) for one in self._part.root.iter() if name(one) == "tbl"]
        self._grids = [grid for grid in self._grids if grid.rows]

    @property
    def tables(self) -> tuple[FormTable, ...]:
        """Its tables in their order, those inside others too."""
        return tuple(FormTable(i, _columns(grid), _taken(grid)) for i, grid in enumerate(self._grids, start=1))

    def filled(
        self,
        table: int,
        roles: Sequence[ColumnRole],
        entries: Sequence[Entry],
        fields: Mapping[str, str],
        language: str,
    ) -> bytes:
        """A copy of the form with the entries in the columns that have these roles, and the fields in braces that stand
        elsewhere. `language` is that of the entries, as Word spells it. Raises TomasError("fill-not-word")."""
        part = self._parsed(self._name)
        grid = [one for one in map(table_grid.read, (e for e in part.root.iter() if name(e) == "tbl")) if one.rows][
            table - 1
        ]
        used = _fill_rows(part, grid, roles, entries, language)
        named = [each for each, data in self._contents.items() if _FILLED_PARTS.fullmatch(each) and b"{" in data]
        parts = {self._name: part, **{each: self._parsed(each) for each in named}}
        for one in parts.values():
            _fill_fields(one, used, fields)
        return self._packed({each: one.data() for each, one in parts.items() if one.is_changed})

    def _parsed(self, entry: str) -> XmlPart:
        try:
            return XmlPart(self._contents[entry])
        except BROKEN as error:
            raise self._trouble(error) from error

    def _trouble(self, error: Exception) -> TomasError:
        return TomasError("fill-not-word", file=self._file, reason=str(error).strip("'\"") or "?")

    def _packed(self, changed: Mapping[str, bytes]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as target:
            for entry in self._entries:
                data = changed.get(entry.filename, self._contents[entry.filename])
                target.writestr(copy(entry), data, entry.compress_type)  # which is told where it is written
        return out.getvalue()


def _main_part(archive: zipfile.ZipFile) -> str:
    """The part with the text, by the package's own word; raises KeyError where it names none."""
    for one in etree.fromstring(archive.read("_rels/.rels"), etree.XMLParser(resolve_entities=False)):
        if (one.get("Type") or "").endswith("/officeDocument"):
            found = (one.get("Target") or "").lstrip("/")
            archive.getinfo(found)
            return found
    raise KeyError("word/document.xml")


def _columns(grid: Grid) -> tuple[Column, ...]:
    """The columns of the rows to be filled; a field in braces in the example row says more than any heading."""
    pattern = _pattern(grid)
    cells = pattern.cells
    headings = [grid.heading(cell) for cell in cells]
    named = [_named(cell.text) for cell in cells]
    guessed = form_columns.roles([heading if not role else "" for heading, role in zip(headings, named, strict=True)])
    taken = {role for role in named if role}
    return tuple(
        Column(heading, role or ("leave" if guess in taken else guess))
        for heading, role, guess in zip(headings, named, guessed, strict=True)
    )


def _named(text: str) -> ColumnRole | None:
    found = _FIELD.fullmatch(text.strip())
    return next((role for role in form_columns.COLUMN_ROLES if found and role == found[1]), None)


def _is_empty(row: Row) -> bool:
    """Is nothing written in it yet but, at most, its number?"""
    written = [_written(cell) for cell in row.cells]
    return all(not text.strip(" .)…_-–") or text.strip(" .)").isdigit() for text in written)


def _written(cell: Cell) -> str:
    """What somebody wrote into a cell; what a content control shows until then is nobody's."""
    texts = (one for each in table_grid.parts(cell.element, "p") for one in each.iter() if name(one) == "t")
    return " ".join("".join(one.text or "" for one in texts if not _is_hint(one)).split())


def _is_hint(text: Element) -> bool:
    controls = (above for above in text.iterancestors() if name(above) == "sdt")
    return any(table_grid.child(one, "sdtPr", "showingPlcHdr") is not None for one in controls)


def _lines(grid: Grid) -> tuple[Row, ...]:
    """The rows of the form without a signature below them."""
    lines = list(grid.lines)
    while lines and any(form_columns.is_signature(cell.text) for cell in lines[-1].cells):
        lines.pop()
    return tuple(lines)


def _pattern(grid: Grid) -> Row:
    """The row that new ones are made after: the first that is empty or an example; where all are taken, the last; the
    foot of the header where there is none."""
    lines = _lines(grid)
    free = [row for row in lines if _is_empty(row) or _is_example(row)]
    return free[0] if free else lines[-1] if lines else grid.rows[grid.header - 1]


def _is_free(grid: Grid, pattern: Row) -> bool:
    """Is the row that new ones are made after itself to be written over?"""
    lines = _lines(grid)
    return bool(lines) and (_is_empty(pattern) or _is_example(pattern))


def _taken(grid: Grid) -> int:
    """How many rows stand above the first that is written."""
    lines, pattern = _lines(grid), _pattern(grid)
    return lines.index(pattern) + (not _is_free(grid, pattern)) if lines else 0


def _is_example(row: Row) -> bool:
    return any(form_columns.is_sample(cell.text) for cell in row.cells)


def _fill_rows(
    part: XmlPart, grid: Grid, roles: Sequence[ColumnRole], entries: Sequence[Entry], language: str
) -> set[Element]:
    """Write the entries into the free rows, beginning with the pattern, and what is more into copies of it behind them;
    the elements that were written over. Rows that are taken stay."""
    pattern = _pattern(grid)
    if not entries:
        return set()
    lines, taken = _lines(grid), _taken(grid)
    is_free = _is_free(grid, pattern)
    free = [pattern] if is_free else []
    for row in lines[taken + 1 :] if is_free else ():
        if len(free) == len(entries) or not _is_empty(row) or row.shape != pattern.shape:
            break
        free.append(row)
    first = _first_number(pattern, roles, taken)
    ids = Ids(part.root)
    model = pattern if lines else _line_of(pattern, language)
    rows = [
        part.serialized(
            _row(free[i], roles, entry, first + i, None, language)
            if i < len(free)
            else _row(model, roles, entry, first + i, ids, language)
        )
        for i, entry in enumerate(entries)
    ]
    if not free:
        part.replace(pattern.unit, part.serialized(pattern.unit) + b"".join(rows))
        return {pattern.unit}
    for row, written in zip(free[:-1], rows, strict=False):
        part.replace(row.unit, written)
    part.replace(free[-1].unit, b"".join(rows[len(free) - 1 :]))
    return {row.unit for row in free}


def _first_number(pattern: Row, roles: Sequence[ColumnRole], taken: int) -> int:
    """The number of the first row written: the one printed in it, else the one after the rows that are taken."""
    for cell, role in zip(pattern.cells, roles, strict=True):
        if role == "number" and (found := re.search(r"\d+", cell.text)) and _is_empty(pattern):
            return int(found[0])
    return taken + 1


def _row(
    pattern: Row, roles: Sequence[ColumnRole], entry: Entry, number: int, ids: Ids | None, language: str
) -> Element:
    """A copy of a row with an entry in it. `ids` gives what may stand but once in a file a new id, or takes it out;
    None for the copy that takes the row's own place."""
    unit = deepcopy(pattern.unit)
    row = table_grid.read(_table_of(unit)).rows[0]
    if ids:
        ids.renew(unit)
    for height in (one for one in row.element.iter() if name(one) == "trHeight"):
        for key in [key for key in height.attrib if str(key).endswith("hRule") and height.get(key) == "exact"]:
            height.set(key, "atLeast")  # text that is longer than the row would not be seen
    for cell, role in zip(row.cells, roles, strict=True):
        merged = table_grid.child(cell.element, "tcPr", "vMerge")
        if merged is not None:
            merged.getparent().remove(merged)  # type: ignore[union-attr]
        if role == "number":
            write(cell.element, _numbered(cell, number), language)
        elif role != "leave" or form_columns.is_sample(cell.text):
            write(cell.element, entry.of(role), language)
    return unit


def _line_of(heading: Row, language: str) -> Row:
    """An empty row in the shape of a heading, without what makes it look like one."""
    unit = deepcopy(heading.element)
    for one in [one for one in unit.iter() if name(one) in ("tblHeader", "shd", "b", "bCs", "caps")]:
        above = one.getparent()
        assert above is not None
        above.remove(one)
    row = table_grid.read(_table_of(unit)).rows[0]
    for cell in row.cells:
        write(cell.element, (), language)
    return table_grid.read(_table_of(unit)).rows[0]


def _table_of(unit: Any) -> Element:
    """A table with nothing in it but this row."""
    table: Element = unit.makeelement(f"{{{etree.QName(unit).namespace}}}tbl", nsmap=unit.nsmap)
    table.append(unit)
    return table


def _numbered(cell: Cell, number: int) -> tuple[Paragraph, ...] | None:
    """The number as the pattern prints it; None where Word counts by itself."""
    if any(name(one) == "numPr" for one in cell.element.iter()):
        return None
    printed = re.sub(r"\d+", str(number), cell.text) if re.search(r"\d", cell.text) else f"{number}."
    return ((Segment("=", printed),),)


def _fill_fields(part: XmlPart, written: set[Element], fields: Mapping[str, str]) -> None:
    """Put the fields into the paragraphs that name one, wherever they stand outside the rows that were filled."""
    done = set(written)
    for paragraph in [one for one in part.root.iter() if name(one) == "p"]:
        said = "".join(one.text or "" for one in paragraph.iter() if name(one) == "t")
        if not any(found in fields for found in _FIELD.findall(said)):
            continue
        if any(above in done for above in paragraph.iterancestors()):
            continue
        copy = deepcopy(paragraph)
        for each in [copy, *(one for one in copy.iter() if name(one) == "p" and one is not copy)]:  # in its text boxes
            _spread([one for one in each.iter() if name(one) == "t" and _owner(one) is each], fields)
        part.replace(paragraph, part.serialized(copy))
        done.add(paragraph)


def _owner(text: Element) -> Element | None:
    """The paragraph that a text stands in itself, not one around its text box."""
    return next((above for above in text.iterancestors() if name(above) == "p"), None)


def _spread(texts: Sequence[Element], fields: Mapping[str, str]) -> None:
    """Fill the fields; a name that Word cut into several runs is joined in the first of them."""
    for i, element in enumerate(texts):
        _join(texts[i:], fields)
        held = element.text or ""
        new = _FIELD.sub(lambda match: fields[match[1]] or BLANK if match[1] in fields else match[0], held)
        if new != held:
            element.text = new
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _join(texts: Sequence[Element], fields: Mapping[str, str]) -> None:
    """Bring a field that begins at the end of the first of these and ends in a later one into the first."""
    held = texts[0].text or ""
    begun = held[held.rfind("{") :] if held.rfind("{") > held.rfind("}") else ""
    for i, later in enumerate(texts[1:] if begun else (), start=1):
        said = later.text or ""
        end = said.find("}") + 1
        begun += said[:end] if end else said
        if end:
            if (found := _FIELD.fullmatch(begun)) and found[1] in fields:
                texts[0].text = held[: held.rfind("{")] + begun
                for between in texts[1:i]:
                    between.text = ""
                later.text = said[end:]
                later.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            return
