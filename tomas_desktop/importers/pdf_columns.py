"""Two columns on a page: where the white strip between them is."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

# (left, right, base, height) of a piece of text
Box = tuple[float, float, float, float]

_MIN_ROWS = 6  # lines that a column has at least
_MIN_WIDTH = 0.25  # of the text's width: narrower pieces side by side are a table
_NARROWEST = 0.7  # of the height: a narrower white space is one between two words


def gutter_of(boxes: Sequence[Box]) -> float | None:
    """The middle of the white strip between two columns of text; None where the page has one column.

    A few lines may cross it (a title over both columns), and both sides are filled with lines of some width.
    """
    pieces = _pieces(boxes)
    if len(pieces) < 2 * _MIN_ROWS:
        return None
    start, span = min(left for left, _ in pieces), max(right for _, right in pieces) - min(left for left, _ in pieces)
    best: tuple[int, float] | None = None
    for step in range(30, 71):
        x = start + span * step / 100
        crossing = sum(left < x < right for left, right in pieces)
        sides = [p for p in pieces if p[1] <= x], [p for p in pieces if p[0] >= x]
        if min(map(len, sides)) < _MIN_ROWS or crossing * 4 > len(pieces):
            continue
        if min(median(right - left for left, right in side) for side in sides) < _MIN_WIDTH * span:
            continue
        if best is None or crossing < best[0]:
            best = (crossing, x)
    if best is None:
        return None
    return (max(r for _, r in pieces if r <= best[1]) + min(left for left, _ in pieces if left >= best[1])) / 2


def _pieces(boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """The pieces of each line, joined over the white spaces between words."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: (-box[2], box[0])):
        if rows and abs(rows[-1][0][2] - box[2]) <= 0.2 * box[3]:
            rows[-1].append(box)
        else:
            rows.append([box])
    out: list[tuple[float, float]] = []
    for row in rows:
        row.sort()
        piece = row[0][:2]
        for left, right, _, height in row[1:]:
            if left - piece[1] < _NARROWEST * height:
                piece = (piece[0], max(piece[1], right))
            else:
                out.append(piece)
                piece = (left, right)
        out.append(piece)
    return out
