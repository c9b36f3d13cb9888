"""A table that stands in a law, row by row: in force, as proposed, and what became of each cell.

The tree keeps a table as one text, cells parted by ` | ` and rows by ` || `; columns that were joined, widths and
header rows are not known any more. From that text it is a table again, and the words of its cells in their order are
the words of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tomas_desktop.amend.comparison import MarkedLine, State
from tomas_desktop.amend.pairing import SAME_PARAGRAPH, likeness, paired
from tomas_desktop.amend.redline import Op, Segment, redline
from tomas_desktop.model.canonical import Line

MOST_COLUMNS = 20  # more do not fit on a page: the text is printed as a paragraph

# Widths in twentieths of a point, in the type of cells: a letter, the margins of a cell, and the longest word that a
# column makes room for.
_LETTER = 110
_MARGINS = 230
_LONGEST_WORD = 20  # letters


class MarkedRow(NamedTuple):
    """One row of both versions: kept, changed inside its cells, inserted or deleted; each cell is its segments."""

    state: State
    cells: tuple[tuple[Segment, ...], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How a law's table is drawn: style ids of the table and of its cells' paragraphs, its width in twentieths of a
    point, and what a screen reader calls it."""

    style: str = ""
    cell_style: str = ""
    width: int = 9000
    title: str = ""


def rows_of(text: str) -> list[list[str]]:
    """The cells of each row. Joined again by ` | ` and ` || ` they are the text, up to blanks side by side."""
    rows: list[list[list[str]]] = [[[]]]
    for word in text.split(" "):
        if word == "||":
            rows.append([[]])
        elif word == "|":
            rows[-1].append([])
        else:
            rows[-1][-1].append(word)
    return [[" ".join(cell) for cell in row] for row in rows]


def is_table(line: Line | None) -> bool:
    """Is this line a table that can be drawn as one?"""
    if line is None or line.unit != "table" or line.kind != "text":
        return False
    rows = rows_of(line.text)
    columns = max(map(len, rows))
    return max(len(rows), columns) > 1 and columns <= MOST_COLUMNS and any(map(any, rows))


def is_table_line(line: MarkedLine) -> bool:
    """Is this a table in each version that it stands in?"""
    return all(is_table(one) for one in (line.base, line.proposed) if one)


def rejoined(marked: Iterable[MarkedLine]) -> Iterator[MarkedLine]:
    """The same lines, a table that went and the one of the same eId that came in its place as one that changed: a few
    rows tell less of whether two tables are the same than their place does."""
    waiting: MarkedLine | None = None
    for line in marked:
        if waiting is not None:
            before, after = waiting.base, line.proposed
            if before and after and line.base is None and is_table(after) and before.eid == after.eid:
                segments, revisions = (*waiting.segments, *line.segments), (*waiting.revisions, *line.revisions)
                yield replace(line, base=before, segments=segments, revisions=revisions)
                waiting = None
                continue
            yield waiting
            waiting = None
        if line.proposed is None and is_table(line.base):
            waiting = line
        else:
            yield line
    if waiting is not None:
        yield waiting


def marked_rows(line: MarkedLine) -> tuple[MarkedRow, ...]:
    """The rows of both versions in order, those that went before those that came in their place. Rows of different
    lengths are never the same row: a cell cannot be said to have come or gone alone."""
    old = rows_of(line.base.text) if line.base else []
    new = rows_of(line.proposed.text) if line.proposed else []
    words = [[" | ".join(row) for row in version] for version in (old, new)]

    def alike(i: int, j: int) -> float:
        if len(old[i]) != len(new[j]):
            return 0.0
        score = likeness(words[0][i], words[1][j])
        is_named_so = bool(old[i][0]) and old[i][0] == new[j][0]  # a row is known by its first cell
        return max(score, SAME_PARAGRAPH) + 1.0 if is_named_so else score

    found = paired(words[0], words[1], alike)
    pairs = [(None if i is None else old[i], None if j is None else new[j]) for i, j in found]
    return tuple(_rows(pairs))


def _rows(pairs: Iterable[tuple[list[str] | None, list[str] | None]]) -> Iterator[MarkedRow]:
    for before, after in pairs:
        if before is None:
            yield MarkedRow("inserted", tuple(_whole("+", text) for text in after or ()))
        elif after is None:
            yield MarkedRow("deleted", tuple(_whole("-", text) for text in before))
        else:
            cells = (redline(a, b) if a != b else _whole("=", a) for a, b in zip(before, after, strict=True))
            yield MarkedRow("kept" if before == after else "changed", tuple(cells))


def _whole(op: Op, text: str) -> tuple[Segment, ...]:
    return (Segment(op, text),) if text else ()


def widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """What each column gets of the width: enough for its longest word where there is room, what is left by how much is
    written in it. The last cell of a short row spans the rest of it and asks for nothing."""
    columns = max(map(len, rows))
    least: list[float] = []
    written: list[float] = []
    for i in range(columns):
        cells = [row[i] for row in rows if len(row) > i and (len(row) == columns or i < len(row) - 1)]
        longest = max((len(word) for cell in cells for word in cell.split()), default=1)
        least.append(_MARGINS + _LETTER * min(longest, _LONGEST_WORD))
        written.append(1 + sum(map(len, cells)) / max(1, len(cells)))
    room = width - sum(least)
    if room <= 0:
        return [int(width * one / sum(least)) for one in least]
    return [int(one + room * share / sum(written)) for one, share in zip(least, written, strict=True)]
