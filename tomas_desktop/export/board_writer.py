"""A board of coverage as a page of HTML and as a Word file: a table whose cells have a tone beside their words, so that
colour is never all that tells them apart."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from tomas_desktop.export import html_writer
from tomas_desktop.export.word_xml import legal

Tone = Literal["full", "partial", "gap", "needless", "ink"]

_INK: dict[Tone, str] = {
    "full": "2F7D4F", "partial": "8A5A10", "gap": "B23B3B", "needless": "5B6670", "ink": "1D2328",
}  # fmt: skip
_STYLE = (
    ".board{--full:#2f7d4f;--partial:#8a5a10;--gap:#b23b3b;--needless:var(--soft);--ink-tone:var(--ink)}"
    "@media(prefers-color-scheme:dark){.board{--full:#6cc08b;--partial:#e0b45c;--gap:#e58080}}"
    ".board th:first-child,.board td:first-child{width:34%}.board small{color:var(--soft);display:block}"
    ".board td[data-column]::before{color:var(--soft)}"
) + "".join(f".board .{tone}{{color:var(--{tone})}}" for tone in ("full", "partial", "gap", "needless"))


@dataclass(frozen=True, slots=True)
class BoardCell:
    """What stands in a cell; `note` in small letters under it."""

    text: str
    tone: Tone = "ink"
    note: str = ""


@dataclass(frozen=True, slots=True)
class BoardTable:
    """`about` are lines under the title; every row has as many cells as `head`; `language` is that of the words."""

    title: str
    about: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[BoardCell, ...], ...]
    language: str = ""


def html(board: BoardTable) -> bytes:
    """A page that needs nothing else."""
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in board.head)
    rows = "\n".join(_html_row(board.head, row) for row in board.rows)
    about = "".join(f'<p class="about">{escape(words)}</p>' for words in board.about)
    body = (
        f"<h1>{escape(board.title)}</h1>{about}"
        f'<table class="board"><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table>'
    )
    return html_writer.page(board.title, body, board.language, is_wide=True, style=_STYLE).encode()


def _html_row(head: Sequence[str], row: Sequence[BoardCell]) -> str:
    cells = []
    for name, cell in zip(head, row, strict=True):
        note = f"<small>{escape(cell.note)}</small>" if cell.note else ""
        cells.append(
            f'<td data-column="{escape(name)}"><span class="{cell.tone}">{escape(cell.text)}</span>{note}</td>'
        )
    return f"<tr>{''.join(cells)}</tr>"


def docx(board: BoardTable) -> bytes:
    """A Word file on the long side of A4, the header row repeated on every page."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = Document()
    for zoom in document.settings.element.findall(qn("w:zoom")):
        document.settings.element.remove(zoom)  # python-docx has one without the percent that the standard wants
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(18)
    document.styles["Normal"].font.size = Pt(9.5)
    document.core_properties.title = _legal(board.title)
    document.core_properties.comments = ""
    document.core_properties.author = ""
    document.add_heading(_legal(board.title), level=1)
    for words in board.about:
        document.add_paragraph(_legal(words))
    table = document.add_table(rows=1, cols=len(board.head), style="Table Grid")
    first = Mm(90)
    widths = (first, *[(Mm(261) - first) // max(len(board.head) - 1, 1)] * (len(board.head) - 1))
    for cell, words in zip(table.rows[0].cells, board.head, strict=True):
        cell.paragraphs[0].add_run(_legal(words)).bold = True
    _repeat(table.rows[0])
    for row in board.rows:
        for cell, said in zip(table.add_row().cells, row, strict=True):
            _write(cell, said)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _write(cell: Any, said: BoardCell) -> None:
    from docx.shared import Pt, RGBColor

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(_legal(said.text)).font.color.rgb = RGBColor.from_string(_INK[said.tone])
    if said.note:
        below = cell.add_paragraph()
        below.paragraph_format.space_after = Pt(0)
        note = below.add_run(_legal(said.note))
        note.font.size, note.font.color.rgb = Pt(8), RGBColor.from_string(_INK["needless"])


def _repeat(row: Any) -> None:
    from docx.oxml.ns import qn

    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", "w:tblHeader"):
        properties.append(properties.makeelement(qn(name), {}))


def _legal(text: str) -> str:
    return legal(text)[0]
