"""Who answers whom when each national provision is taken once, and an EU provision may be answered by none.

Scores become shares: each EU provision spreads itself over its candidates and a dustbin, each national provision takes
no more than one (Sinkhorn and Knopp: rows and columns are brought to one in turn). So a candidate that another EU
provision has a better claim to is worth less, and where nothing fits the dustbin holds the share.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from heapq import nlargest

from tomas_desktop.align.similarity import Rows

_ROUNDS = 30
_CANDIDATES = 8  # of each EU provision: what is farther down takes from nobody


def shares(scores: Rows, nothing: Sequence[float], heat: float) -> tuple[Rows, list[float]]:
    """The share of each candidate of each EU provision (row), and the dustbin's; they add up to 1 in each row.
    `nothing` is the score below which no answer is likelier than this one; a difference of `heat` makes a share e times
    larger."""
    rows = [
        {column: math.exp((row[column] - least) / heat) for column in nlargest(_CANDIDATES, row, row.__getitem__)}
        for row, least in zip(scores, nothing, strict=True)
    ]
    bins = [1.0] * len(rows)
    for _ in range(_ROUNDS):
        _rows_to_one(rows, bins)
        taken: dict[int, float] = {}
        for row in rows:
            for column, share in row.items():
                taken[column] = taken.get(column, 0.0) + share
        for row in rows:
            for column in row:
                if taken[column] > 1:
                    row[column] /= taken[column]
    _rows_to_one(rows, bins)
    return rows, bins


def _rows_to_one(rows: Rows, bins: list[float]) -> None:
    for number, row in enumerate(rows):
        whole = sum(row.values()) + bins[number]
        bins[number] /= whole
        for column in row:
            row[column] /= whole
