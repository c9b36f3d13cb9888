"""The tables of a Word document of ours as CSV that a spreadsheet opens with a double click.

UTF-8 with the mark that Excel wants, cells parted by semicolons (what Excel expects where the comma is for decimals)
and every cell quoted, so that no comma, semicolon or line end in a text parts it.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree

from tomas_desktop.errors import TomasError
from tomas_desktop.export.docx_look import W, tag, value

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_GONE = frozenset({"del", "moveFrom"})


def csv_bytes(docx_bytes: bytes) -> bytes:
    """All tables of a document with a row of headings, one row for each of theirs, a blank row between two tables;
    b"" for a document without any. Text that is proposed to go is not in it; a cell over several rows is in each.

    Raises TomasError("docx-not-shown") for what is no Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx_bytes)) as package:
            root = etree.fromstring(package.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise TomasError("docx-not-shown", reason=str(error)) from error
    return written([rows(table) for table in root.iterfind(f"{W}body/{W}tbl") if _is_headed(table)])


def written(tables: Sequence[Sequence[Sequence[str]]]) -> bytes:
    """Tables as the bytes of one file."""
    if not tables:
        return b""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for place, table in enumerate(tables):
        if place:
            out.write("\r\n")
        writer.writerows([harmless(cell) for cell in row] for row in table)
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" \n\u00a0").startswith(_FORMULA) or cell.startswith(_FORMULA) else cell


def rows(table: etree._Element) -> list[list[str]]:
    """The rows of a table, its headings first."""
    out: list[list[str]] = []
    for row in table.findall(f"{W}tr"):
        cells: list[str] = []
        for cell in row.findall(f"{W}tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merged is not None and value(merged) in ("", "continue")
            above = out[-1][len(cells)] if goes_on and out and len(cells) < len(out[-1]) else ""
            cells.append(above if goes_on else _text(cell))
            cells.extend([""] * (int(value(cell.find(f"{W}tcPr/{W}gridSpan")) or 1) - 1))
        out.append(cells)
    return out


def _is_headed(table: etree._Element) -> bool:
    return table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def _text(cell: etree._Element) -> str:
    paragraphs = ("".join(_words(paragraph)) for paragraph in cell.iter(f"{W}p"))
    return "\n".join(text for text in paragraphs if text)


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = tag(child)
        if name == "t":
            yield child.text or ""
        elif name == "tab":
            yield " "
        elif name in ("br", "cr"):
            yield "\n"
        elif name not in _GONE and name not in ("pPr", "rPr"):
            yield from _words(child)
