"""Two versions of a text set against each other, line by line: the form in which every redline is shown.

The tracked Word file, the comparison table, the panes of the window and the `redline` command all draw the
same marked lines, so what a drafter sees is what a ministry receives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from tomas_desktop.amend.redline import Segment, redline
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.modification import Modification

State = Literal["kept", "changed", "inserted", "deleted"]

# Two lines that share less than this are not the same paragraph reworded: one went, another came.
SAME_PARAGRAPH = 55.0

# Two lines that share this much are, without looking any further.
PLAINLY_SAME = 80.0

# A gap between equal lines with more pairs than this is not searched for reworded lines (it would be slow
# and the answer worthless): its lines read as deleted and inserted.
GAP_LIMIT = 40_000


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One line of both versions. `base` is None for an inserted line, `proposed` None for a deleted one;
    `segments` cover the number too. `cause` is the modification behind the difference, where it is known."""

    base: Line | None
    proposed: Line | None
    segments: tuple[Segment, ...]
    cause: Modification | None = None

    @property
    def state(self) -> State:
        if self.base is None:
            return "inserted"
        if self.proposed is None:
            return "deleted"
        return "changed" if any(segment.op != "=" for segment in self.segments) else "kept"

    @property
    def line(self) -> Line:
        """The line as it will stand, or as it stood where it goes."""
        line = self.proposed or self.base
        assert line is not None
        return line


def compare(base: Sequence[Line], proposed: Sequence[Line]) -> tuple[MarkedLine, ...]:
    """The marked lines of two versions, deleted lines before those inserted in their place."""
    return tuple(_marked(a, b) for a, b in pairs(base, proposed))


def _marked(base: Line | None, proposed: Line | None) -> MarkedLine:
    if base is None or proposed is None:
        line = proposed or base
        assert line is not None
        return MarkedLine(base, proposed, (Segment("+" if base is None else "-", line.text),) if line.text else ())
    if base.text == proposed.text:
        return MarkedLine(base, proposed, (Segment("=", base.text),) if base.text else ())
    return MarkedLine(base, proposed, redline(base.text, proposed.text))


def pairs(base: Sequence[Line], proposed: Sequence[Line]) -> list[tuple[Line | None, Line | None]]:
    """Which line of the one version is which of the other, in order; None stands for "not there".

    Equal wording comes first (whatever the number in front of it), then the most similar lines in between.
    """
    out: list[tuple[Line | None, Line | None]] = []
    i = j = 0
    for a, b in [*_equal(base, proposed), (len(base), len(proposed))]:
        out.extend(_similar(base[i:a], proposed[j:b]))
        if a < len(base):
            out.append((base[a], proposed[b]))
        i, j = a + 1, b + 1
    return out


def _wording(line: Line) -> tuple[str, str]:
    return line.kind, line.text[len(line.num) :].lstrip() if line.kind == "text" else line.text


def _equal(base: Sequence[Line], proposed: Sequence[Line]) -> list[tuple[int, int]]:
    """Pairs of positions with equal wording, rising on both sides."""
    blocks = Indel.opcodes([_wording(line) for line in base], [_wording(line) for line in proposed])
    return [
        (block.src_start + k, block.dest_start + k)
        for block in blocks
        if block.tag == "equal"
        for k in range(block.src_end - block.src_start)
    ]


def _similar(base: Sequence[Line], proposed: Sequence[Line]) -> list[tuple[Line | None, Line | None]]:
    """The pairing of two gaps: from both ends inwards while lines are plainly the same, then the best of the rest."""
    head = 0
    while head < min(len(base), len(proposed)) and _likeness(base[head], proposed[head]) >= PLAINLY_SAME:
        head += 1
    tail = 0
    while (
        tail < min(len(base), len(proposed)) - head and _likeness(base[-1 - tail], proposed[-1 - tail]) >= PLAINLY_SAME
    ):
        tail += 1
    ends = len(base) - tail, len(proposed) - tail
    return [
        *zip(base[:head], proposed[:head], strict=True),
        *_best(base[head : ends[0]], proposed[head : ends[1]]),
        *zip(base[ends[0] :], proposed[ends[1] :], strict=True),
    ]


def _best(base: Sequence[Line], proposed: Sequence[Line]) -> list[tuple[Line | None, Line | None]]:
    """The order-preserving pairing that keeps the most likeness."""
    n, m = len(base), len(proposed)
    if not n or not m or n * m > GAP_LIMIT:
        return [*((line, None) for line in base), *((None, line) for line in proposed)]
    likeness = [[_likeness(a, b) for b in proposed] for a in base]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + likeness[i][j])
    out: list[tuple[Line | None, Line | None]] = []
    i = j = 0
    while i < n or j < m:
        if i < n and j < m and likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            out.append((base[i], proposed[j]))
            i, j = i + 1, j + 1
        elif i < n and (j == m or best[i][j] == best[i + 1][j]):
            out.append((base[i], None))
            i += 1
        else:
            out.append((None, proposed[j]))
            j += 1
    return out


def _likeness(a: Line, b: Line) -> float:
    """0 for lines that are not the same paragraph, else how alike they are (the same number helps)."""
    if (a.kind == "text") != (b.kind == "text") or (a.kind != "text" and a.kind != b.kind):
        return 0.0
    if a.kind == "number":
        return 100.0 if a.eid == b.eid else 0.0
    score = fuzz.ratio(_wording(a)[1], _wording(b)[1], score_cutoff=SAME_PARAGRAPH)
    if a.kind == "heading" and a.eid == b.eid:
        score = max(score, SAME_PARAGRAPH)
    return score + (1.0 if score and a.num == b.num else 0.0)
