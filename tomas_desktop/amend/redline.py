"""The redline of one paragraph: which words went, which came.

Marks never cut a word. Unchanged text stands inside a mark only as a bridge between two changes: blanks, one
lone punctuation mark, or one stop word between two replacements. Joined, what is kept and deleted is the old
text and what is kept and inserted is the new one, character by character.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from tomas_desktop.text.stopwords import STOP_WORDS
from tomas_desktop.text.tokens import is_word, tokens

Op = Literal["=", "-", "+"]


class Segment(NamedTuple):
    """A run of text that is kept ("="), deleted ("-") or inserted ("+")."""

    op: Op
    text: str


class Hunk(NamedTuple):
    """Tokens `old[a0:a1]` replaced by `new[b0:b1]`; one side may be empty."""

    a0: int
    a1: int
    b0: int
    b1: int


def redline(old: str, new: str) -> tuple[Segment, ...]:
    """The word-level difference of two paragraphs, deletions before insertions, bridges closed."""
    before, after = tokens(old), tokens(new)
    return _segments(before, after, bridged(before, after, hunks(before, after)))


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The fewest-token changes between two token lists, each placed where a reader expects it."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    raw: list[Hunk] = []
    for op in Indel.opcodes(middle_old, middle_new):
        if op.tag == "equal":
            continue
        a0, a1, b0, b1 = op.src_start, op.src_end, op.dest_start, op.dest_end
        if raw and raw[-1].a1 == a0 + head and raw[-1].b1 == b0 + head:
            raw[-1] = Hunk(raw[-1].a0, a1 + head, raw[-1].b0, b1 + head)
        else:
            raw.append(Hunk(a0 + head, a1 + head, b0 + head, b1 + head))
    return [_slid(old, new, hunk, raw[i - 1] if i else None, raw[i + 1] if i + 1 < len(raw) else None)
            for i, hunk in enumerate(raw)]  # fmt: skip


def _slid(old: Sequence[str], new: Sequence[str], hunk: Hunk, previous: Hunk | None, following: Hunk | None) -> Hunk:
    """A pure insertion or deletion can stand at several equal places: take the one that starts with a word."""
    deletion = hunk.b0 == hunk.b1
    if not deletion and hunk.a0 != hunk.a1:
        return hunk
    side = old if deletion else new
    start, end = (hunk.a0, hunk.a1) if deletion else (hunk.b0, hunk.b1)
    floor = (previous.a1 if deletion else previous.b1) if previous else 0
    ceiling = (following.a0 if deletion else following.b0) if following else len(side)
    shifts = [0]
    while start + shifts[0] - 1 > floor and side[start + shifts[0] - 1] == side[end + shifts[0] - 1]:
        shifts.insert(0, shifts[0] - 1)
    while end + shifts[-1] < ceiling - 1 and side[start + shifts[-1]] == side[end + shifts[-1]]:
        shifts.append(shifts[-1] + 1)
    best = max(shifts, key=lambda shift: (_reads_well(side, start + shift, end + shift), -abs(shift)))
    return Hunk(hunk.a0 + best, hunk.a1 + best, hunk.b0 + best, hunk.b1 + best)


def _reads_well(side: Sequence[str], start: int, end: int) -> int:
    """2 for whole sentences or clauses, 1 for a run that starts with a word, 0 otherwise."""
    if not is_word(side[start]):
        return 0
    before = next((token for token in reversed(side[:start]) if not token.isspace()), ".")
    return 2 if before in ".;:" and side[end - 1].isspace() else 1


def bridged(old: Sequence[str], new: Sequence[str], found: Sequence[Hunk]) -> list[Hunk]:
    """Hunks joined across what is too small to read between two changes."""
    out: list[Hunk] = []
    for hunk in found:
        if out and _is_bridge(old[out[-1].a1 : hunk.a0], out[-1], hunk):
            hunk = Hunk(out[-1].a0, hunk.a1, out[-1].b0, hunk.b1)
            out.pop()
        out.append(hunk)
    return [_trimmed(old, new, hunk) for hunk in out]


def _trimmed(old: Sequence[str], new: Sequence[str], hunk: Hunk) -> Hunk:
    """The hunk without the tokens that a bridge left equal at its two ends."""
    a0, a1, b0, b1 = hunk
    while a0 < a1 and b0 < b1 and old[a1 - 1] == new[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
    while a0 < a1 and b0 < b1 and old[a0] == new[b0]:
        a0, b0 = a0 + 1, b0 + 1
    return Hunk(a0, a1, b0, b1)


def _is_bridge(gap: Sequence[str], left: Hunk, right: Hunk) -> bool:
    if "\n" in gap:
        return False
    solid = [token for token in gap if not token.isspace()]
    if not solid:
        return True
    if len(solid) > 1 or not (_replaces(left) and _replaces(right)):
        return False
    return not is_word(solid[0]) or solid[0].casefold() in STOP_WORDS


def _replaces(hunk: Hunk) -> bool:
    return hunk.a0 < hunk.a1 and hunk.b0 < hunk.b1


def _segments(old: Sequence[str], new: Sequence[str], found: Sequence[Hunk]) -> tuple[Segment, ...]:
    out: list[Segment] = []
    at = 0
    for hunk in found:
        pieces: tuple[tuple[Op, Sequence[str]], ...] = (
            ("=", old[at : hunk.a0]),
            ("-", old[hunk.a0 : hunk.a1]),
            ("+", new[hunk.b0 : hunk.b1]),
        )
        out.extend(Segment(op, "".join(piece)) for op, piece in pieces if piece)
        at = hunk.a1
    if old[at:]:
        out.append(Segment("=", "".join(old[at:])))
    return tuple(out)
