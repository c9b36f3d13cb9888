"""A table whose header row repeats on every page and whose rows break only where they must."""

from __future__ import annotations

from collections.abc import Sequence

from tomas_desktop.export.word_xml import escape

# A row that fills more than about half a page is let break: kept whole it would leave the page before it empty.
LONGEST_WHOLE_ROW = 1100  # characters in its fullest cell

# A cell that goes on the one above it: what stands there is said once for both rows.
MERGED_ON = "\0"


def table(style: str, widths: Sequence[int], title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table. `widths` in twentieths of a point; every cell is the XML of its paragraphs (at least one), or
    `MERGED_ON`; `title` is what a screen reader says of the table."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = (
        (f'<w:tblStyle w:val="{escape(style)}"/>' if style else "")
        + f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        + '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
        + f'w:noVBand="1"/><w:tblCaption w:val="{escape(title)}"/>'
    )
    body = "".join(
        _row(row, following, widths, whole=max(map(_length, row)) <= LONGEST_WHOLE_ROW)
        for row, following in zip(rows, [*rows[1:], ()], strict=False)
    )
    head = _row(header, (), widths, whole=True, repeated=True)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"


def _row(
    cells: Sequence[str], following: Sequence[str], widths: Sequence[int], whole: bool, repeated: bool = False
) -> str:
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if repeated else "")
    below = following or [""] * len(cells)
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_merging(cell, next_cell)}</w:tcPr>'
        f"{'<w:p/>' if cell == MERGED_ON else cell}</w:tc>"
        for cell, next_cell, width in zip(cells, below, widths, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{written}</w:tr>"


def _merging(cell: str, below: str) -> str:
    if cell == MERGED_ON:
        return "<w:vMerge/>"
    return '<w:vMerge w:val="restart"/>' if below == MERGED_ON else ""


def _length(cell: str) -> int:
    """The printed characters of a cell: what stands between its tags."""
    return sum(len(piece.partition(">")[2]) for piece in cell.split("<"))
