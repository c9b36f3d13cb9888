"""Which line of one text is which of the other, in order: equal wording first, then the most similar in between."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

# Two lines that share less than this are not the same paragraph reworded: one went, another came.
SAME_PARAGRAPH = 55.0

# Two lines that share this much are, without looking any further.
PLAINLY_SAME = 80.0

# A gap between equal lines with more pairs than this is first cut where lines are plainly the same.
GAP_LIMIT = 2_500

# How many lines ahead, on both sides together, such a place is looked for.
LOOK_AHEAD = 60

Pair = tuple[int | None, int | None]

# How alike two lines are, by position: 0 for lines that are not the same paragraph, else up to 101.
Likeness = Callable[[int, int], float]


def likeness(a: str, b: str) -> float:
    """0 for wordings that are not the same paragraph, else how alike they are, up to 100."""
    return fuzz.ratio(a, b, score_cutoff=SAME_PARAGRAPH)


def paired(base: Sequence[str], proposed: Sequence[str], alike: Likeness) -> list[Pair]:
    """Positions of lines that are the same paragraph, in order, each line once; None stands for "not there".
    Lines are compared by these strings and, where they differ, by `alike`."""
    out: list[Pair] = []
    i = j = 0
    for run in Indel.opcodes(base, proposed).as_matching_blocks():  # the last one is empty and stands at the end
        if i < run.a or j < run.b:
            out.extend(_similar(range(i, run.a), range(j, run.b), alike))
        i, j = run.a + run.size, run.b + run.size
        out.extend(zip(range(run.a, i), range(run.b, j), strict=True))
    return out


def _similar(base: range, proposed: range, alike: Likeness) -> list[Pair]:
    """The pairing of two gaps: from both ends inwards while lines are plainly the same, then the best of the rest."""
    out: list[Pair] = []
    for i, j in zip(base, proposed, strict=False):
        if alike(i, j) < PLAINLY_SAME:
            break
        out.append((i, j))
    base, proposed = base[len(out) :], proposed[len(out) :]
    if not base and not proposed:
        return out
    tail = 0
    while tail < min(len(base), len(proposed)) and alike(base[-1 - tail], proposed[-1 - tail]) >= PLAINLY_SAME:
        tail += 1
    ends = len(base) - tail, len(proposed) - tail
    rest = base[: ends[0]], proposed[: ends[1]]
    if len(rest[0]) * len(rest[1]) > GAP_LIMIT:
        out.extend(_stepwise(*rest, alike))
    else:
        out.extend(_best(*rest, alike))
    out.extend(zip(base[ends[0] :], proposed[ends[1] :], strict=True))
    return out


def _stepwise(base: range, proposed: range, alike: Likeness) -> list[Pair]:
    """A gap too large to weigh every pair: on to the next place where lines are plainly the same, again and again."""
    out: list[Pair] = []
    i = j = 0
    while i < len(base) and j < len(proposed):
        step = _next_same(base[i:], proposed[j:], alike)
        if step is None:
            step = min(LOOK_AHEAD // 2, len(base) - i), min(LOOK_AHEAD // 2, len(proposed) - j)
            out.extend(_best(base[i : i + step[0]], proposed[j : j + step[1]], alike))
        else:
            out.extend(_best(base[i : i + step[0]], proposed[j : j + step[1]], alike))
            out.append((base[i + step[0]], proposed[j + step[1]]))
            step = step[0] + 1, step[1] + 1
        i, j = i + step[0], j + step[1]
    return [*out, *_best(base[i:], proposed[j:], alike)]


def _next_same(base: range, proposed: range, alike: Likeness) -> tuple[int, int] | None:
    """How far ahead the nearest two lines stand that are plainly the same."""
    for far in range(LOOK_AHEAD):
        for i in range(max(0, far - len(proposed) + 1), min(far + 1, len(base))):
            if alike(base[i], proposed[far - i]) >= PLAINLY_SAME:
                return i, far - i
    return None


def _best(base: range, proposed: range, alike: Likeness) -> list[Pair]:
    """The order-preserving pairing that keeps the most likeness."""
    n, m = len(base), len(proposed)
    if not n or not m:
        return [*((i, None) for i in base), *((None, j) for j in proposed)]
    like = [[alike(i, j) for j in proposed] for i in base]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + like[i][j])
    out: list[Pair] = []
    i = j = 0
    while i < n or j < m:
        if i < n and j < m and like[i][j] and best[i][j] == best[i + 1][j + 1] + like[i][j]:
            out.append((base[i], proposed[j]))
            i, j = i + 1, j + 1
        elif i < n and (j == m or best[i][j] == best[i + 1][j]):
            out.append((base[i], None))
            i += 1
        else:
            out.append((None, proposed[j]))
            j += 1
    return out
