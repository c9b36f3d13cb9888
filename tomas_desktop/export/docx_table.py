"""Tables: those whose header row repeats on every page, and those that stand in a law.

Rows break over two pages only where they must. A screen reader says a table's title, then what its columns hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tomas_desktop.export.word_xml import escape

# A row that fills more than about half a page is let break: kept whole it would leave the page before it empty. The
# first row may break sooner: kept whole it would take its header with it, away from what stands above the table.
LONGEST_WHOLE_ROW = 20  # lines of its fullest cell
LONGEST_WHOLE_FIRST_ROW = 10
_LETTER = 92  # twentieths of a point, at the size that tables are printed in
_BESIDE = 160  # what the lines of a cell leave free beside the text

# A cell that goes on the one above it: what stands there is said once for both rows.
MERGED_ON = "\0"

_TAG = re.compile("<[^>]*>")


class Row(NamedTuple):
    """A row: every cell is the XML of its paragraphs (at least one), or `MERGED_ON`; `mark` says that the whole row
    came or went (`<w:ins .../>`, `<w:del .../>`)."""

    cells: Sequence[str]
    mark: str = ""


def table(
    style: str, widths: Sequence[int], title: str, header: Sequence[str], rows: Sequence[Row | Sequence[str]]
) -> str:
    """A table under a header row. `widths` in twentieths of a point; cells as in `Row`; `title` is what a screen
    reader says of the table."""
    whole = [row if isinstance(row, Row) else Row(row) for row in rows]
    head = _row(Row(header), (), widths, whole=True, repeated=True)
    described = " | ".join(words_of(cell) for cell in header)
    return _table(style, widths, title, described, head + _rows(whole, widths), is_headed=True)


def drawn(style: str, widths: Sequence[int], title: str, rows: Sequence[Row]) -> str:
    """A table of the law, without a header of ours; the last cell of a row that is shorter than the others spans what
    is left of it."""
    described = " | ".join(words_of(cell) for cell in rows[0].cells) if rows else ""
    return _table(style, widths, title, described, _rows(rows, widths), is_headed=False)


def words_of(cell: str) -> str:
    """What is printed in a cell, as it stands between tags."""
    return _TAG.sub("", cell)


def _table(style: str, widths: Sequence[int], title: str, described: str, rows: str, *, is_headed: bool) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = ("0420", "1") if is_headed else ("0400", "0")
    properties = (
        (f'<w:tblStyle w:val="{escape(style)}"/>' if style else "")
        + f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{"" if style else _LINES}<w:tblLayout w:type="fixed"/>'
        + f'<w:tblLook w:val="{look[0]}" w:firstRow="{look[1]}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        + f'w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{escape(title)}"/>'
        + (f'<w:tblDescription w:val="{described}"/>' if described else "")
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


# What a table has around its cells where the form has no style for it.
_LINES = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
)


def _rows(rows: Sequence[Row], widths: Sequence[int]) -> str:
    below = [*(row.cells for row in rows[1:]), ()]
    longest = [LONGEST_WHOLE_FIRST_ROW, *[LONGEST_WHOLE_ROW] * len(rows)]
    return "".join(
        _row(row, following, widths, whole=max(map(_lines_of, row.cells, widths)) <= most)
        for row, following, most in zip(rows, below, longest, strict=False)
    )


def _lines_of(cell: str, width: int) -> int:
    """About how many lines a cell of this width prints."""
    letters = max(1, (width - _BESIDE) // _LETTER)
    return sum(max(1, -(-len(words_of(one)) // letters)) for one in cell.split("</w:p>")[:-1])


def _row(row: Row, following: Sequence[str], widths: Sequence[int], whole: bool, repeated: bool = False) -> str:
    cells = row.cells
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if repeated else "") + row.mark
    below = [*following, *[""] * (len(cells) - len(following))]
    written: list[str] = []
    for i, cell in enumerate(cells):
        spanned = len(widths) - i if i == len(cells) - 1 else 1
        span = f'<w:gridSpan w:val="{spanned}"/>' if spanned > 1 else ""
        written.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths[i : i + spanned])}" w:type="dxa"/>{span}{_merging(cell, below[i])}'
            f"</w:tcPr>{'<w:p/>' if cell == MERGED_ON else cell}</w:tc>"
        )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(written)}</w:tr>"


def _merging(cell: str, below: str) -> str:
    if cell == MERGED_ON:
        return "<w:vMerge/>"
    return '<w:vMerge w:val="restart"/>' if below == MERGED_ON else ""
