"""Pairs of texts from a translator's memory: TMX 1.4 (LISA, 2005), or a table of two columns.

This is no importer of laws: it has neither FORMAT nor sniff.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base, xml_page
from tomas_desktop.importers.html_page import one_line

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})  # mark-up of the program that the text was written with
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_DELIMITERS = "\t;,|"
_LIMIT_CELL = 1_000_000  # letters; the module's own limit is 128 KB


@dataclass(frozen=True, slots=True)
class Segment:
    """A text and its translation, each on one line."""

    source: str
    target: str


def read(path: Path, source: str, target: str) -> tuple[Segment, ...]:
    """The pairs of a file in two languages (BCP 47; of which country or in which script does not count), in its order.
    A table without languages in its first row has the source in the first column, the translation in the second.

    Raises UnreadableError("memory-without-language") where a TMX has no such pair, ("memory-not-a-table") where a
    table has one column, and what `base.load` and `xml_page.parse` raise.
    """
    data = base.load(path)
    if xml_page.root_name(data[: base.HEAD_BYTES]) == "tmx":
        found, tags = _of_tmx(xml_page.parse(data, path), source, target)
        if not found and tags:
            raise UnreadableError("memory-without-language", file=path.name, languages=", ".join(sorted(tags)))
    else:
        found = list(_of_table(base.decode(data, path), path, source, target))
    return tuple(one for one in found if one.source and one.target)


def _of_tmx(root: etree._Element, source: str, target: str) -> tuple[list[Segment], set[str]]:
    """The pairs, and the languages that the file has at all."""
    found: list[Segment] = []
    tags: set[str] = set()
    for unit in root.iter("{*}tu"):
        said = [(each.get(_LANG) or each.get("lang") or "", _segment(each)) for each in unit.iter("{*}tuv")]
        tags.update(tag for tag, _ in said)
        one, other = _best(said, source), _best(said, target)
        if one is not None and other is not None:
            found.append(Segment(one, other))
    return found, tags


def _best(said: list[tuple[str, str]], language: str) -> str | None:
    """The text in a language: under that very tag, else under one of the same language."""
    exact = [text for tag, text in said if tag.casefold().replace("_", "-") == language.casefold()]
    near = [text for tag, text in said if _base(tag) == _base(language)]
    return next(iter((*exact, *near)), None)


def _base(tag: str) -> str:
    return re.split("[-_]", tag)[0].casefold()


def _segment(variant: etree._Element) -> str:
    segment = variant.find("{*}seg")
    return "" if segment is None else one_line("".join(_words(segment)))


def _words(element: etree._Element) -> Iterator[str]:
    """The words of a segment without the codes in it."""
    yield element.text or ""
    for child in element:
        if xml_page.local(child) not in _CODES:
            yield from _words(child)
        yield child.tail or ""


def _of_table(text: str, path: Path, source: str, target: str) -> Iterator[Segment]:
    csv.field_size_limit(_LIMIT_CELL)
    try:
        rows = [row for row in csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(text)) if any(row)]
    except csv.Error as error:
        raise UnreadableError("memory-not-a-table", file=path.name) from error
    if max(map(len, rows), default=0) < 2:
        raise UnreadableError("memory-not-a-table", file=path.name)
    first, second = 0, 1
    head = [cell.strip() for cell in rows[0]]
    if all(_TAG.fullmatch(cell) for cell in head if cell):
        columns = [_column(head, language) for language in (source, target)]
        if None not in columns:
            (first, second), rows = (each or 0 for each in columns), rows[1:]
    for row in rows:
        if len(row) > max(first, second):
            yield Segment(one_line(row[first]), one_line(row[second]))


def _column(head: list[str], language: str) -> int | None:
    said = [(tag, str(place)) for place, tag in enumerate(head)]
    found = _best(said, language)
    return None if found is None else int(found)


def _delimiter(text: str) -> str:
    """The sign between the cells: the one that cuts most rows into as many cells as the first, through no quotation."""
    sample = text.splitlines(keepends=True)[:50]

    def told(sign: str) -> tuple[int, int, int]:
        rows = [row for row in csv.reader(sample, delimiter=sign) if any(row)]
        as_many = sum(len(row) == len(rows[0]) > 1 for row in rows)
        return as_many, -sum('"' in cell for row in rows for cell in row), -_DELIMITERS.index(sign)

    return max(_DELIMITERS, key=told)
