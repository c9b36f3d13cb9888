"""Which tokens of one text are which of the other: the changes between two token lists, as few words as can be.

Words are aligned first, then the marks between them; blanks are never aligned for their own sake. Where much was
changed, words that carry meaning come before the small ones, so that two paragraphs are not held together by their
"and"s. Two texts differ in a `Hunk` wherever tokens stand between two aligned ones on either side.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tomas_desktop.text.stopwords import STOP_WORDS
from tomas_desktop.text.tokens import is_word

# Every white space but the line break, which is a border no change reaches across unseen.
BLANKS = frozenset("\t\v\f\r\x1c\x1d\x1e\x1f\x20\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000").union(
    map(chr, range(0x2000, 0x200B))
)
MARKS = frozenset(".,;:!?()[]{}\"'/\\-–—―‑„“”‚‘’«»‹›…•·%§°*+=<>|&@#")
# What says too little to hold two texts together by itself.
LIGHT = BLANKS | MARKS | STOP_WORDS | {word.capitalize() for word in STOP_WORDS} | {w.upper() for w in STOP_WORDS}

# Changes of fewer tokens than this, on both sides together, never make a text a rewritten one.
SMALL = 16

# How many more words may be marked so that words of meaning, not the small ones, hold two texts together.
MORE_FOR_MEANING = 1.05

# How far, in tokens, a change may slide to the place where a reader expects it.
SLIDE = 200


class Hunk(NamedTuple):
    """Tokens `old[a0:a1]` replaced by `new[b0:b1]`; one side may be empty."""

    a0: int
    a1: int
    b0: int
    b1: int


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The fewest-word changes between two token lists, each placed where a reader expects it."""
    raw = _common(old, new)
    if not _is_leanest(old, new, raw):
        raw = _changes(old, new, (BLANKS | MARKS, BLANKS))
    if is_crowded(raw):  # then there are many ways to read it
        by_meaning = _changes(old, new, (LIGHT, BLANKS))
        if _words(old, new, by_meaning) <= MORE_FOR_MEANING * _words(old, new, raw):
            raw = by_meaning
    last = len(raw) - 1
    for i, hunk in enumerate(raw):
        a0, a1, b0, b1 = hunk
        if a0 == a1:
            shift = _shift(new, b0, b1, raw[i - 1].b1 if i else -1, raw[i + 1].b0 if i < last else len(new) + 1)
        elif b0 == b1:
            shift = _shift(old, a0, a1, raw[i - 1].a1 if i else -1, raw[i + 1].a0 if i < last else len(old) + 1)
        else:
            continue
        if shift:
            raw[i] = Hunk(a0 + shift, a1 + shift, b0 + shift, b1 + shift)
    return raw


def _common(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """What stands between the longest common subsequence of all tokens, blanks and marks counting as much as words."""
    out: list[Hunk] = []
    a = b = 0
    for run in Indel.opcodes(old, new).as_matching_blocks():  # the last one is empty and stands at the end
        if a < run.a or b < run.b:
            out.append(Hunk(a, run.a, b, run.b))
        a, b = run.a + run.size, run.b + run.size
    return out


def _is_leanest(old: Sequence[str], new: Sequence[str], found: Sequence[Hunk]) -> bool:
    """Does no word both go and come? Then no other alignment can keep more."""
    gone: set[str] = set()
    came: set[str] = set()
    for a0, a1, b0, b1 in found:
        gone.update(old[a0:a1])
        came.update(new[b0:b1])
    return gone.isdisjoint(came) or gone & came <= BLANKS


def _changes(old: Sequence[str], new: Sequence[str], passed: Sequence[frozenset[str]]) -> list[Hunk]:
    """The changes when the tokens that are not in the first set are aligned first, and so on."""
    out: list[Hunk] = []
    _align(old, new, 0, len(old), 0, len(new), passed, out)
    return out


def _words(old: Sequence[str], new: Sequence[str], found: Sequence[Hunk]) -> int:
    """How many words are deleted and inserted."""
    return sum(sum(map(is_word, old[a0:a1])) + sum(map(is_word, new[b0:b1])) for a0, a1, b0, b1 in found)


def is_crowded(found: Sequence[Hunk]) -> bool:
    """Are the changes so many, and two of them so close for their length, that something was rewritten?"""
    if len(found) < 2:
        return False
    total, close, size, end = 0, False, 0, 0
    for a0, a1, b0, b1 in found:
        before, size = size, a1 - a0 + b1 - b0
        close = close or (total > 0 and a0 - end <= before + size)
        total += size
        end = a1
    return close and total >= SMALL


def _align(
    old: Sequence[str],
    new: Sequence[str],
    a0: int,
    a1: int,
    b0: int,
    b1: int,
    passed: Sequence[frozenset[str]],
    out: list[Hunk],
) -> None:
    """Put the changes between `old[a0:a1]` and `new[b0:b1]` into `out`, aligning the tokens that are not in the
    first set of `passed`, then, between them, those that are not in the second."""
    light, rest = passed[0], passed[1:]
    at_a = [i for i in range(a0, a1) if old[i] not in light]
    at_b = [j for j in range(b0, b1) if new[j] not in light]
    for run in Indel.opcodes([old[i] for i in at_a], [new[j] for j in at_b]).as_matching_blocks():
        if not run.size:
            break
        words_a, words_b = at_a[run.a : run.a + run.size], at_b[run.b : run.b + run.size]
        _between(old, new, a0, words_a[0], b0, words_b[0], rest, out)
        a0, b0 = words_a[-1] + 1, words_b[-1] + 1
        if old[words_a[0] : a0] != new[words_b[0] : b0]:  # the small words between the aligned ones
            for (i, i1), (j, j1) in zip(pairwise(words_a), pairwise(words_b), strict=True):
                _between(old, new, i + 1, i1, j + 1, j1, rest, out)
    _between(old, new, a0, a1, b0, b1, rest, out)


def _between(
    old: Sequence[str],
    new: Sequence[str],
    a0: int,
    a1: int,
    b0: int,
    b1: int,
    passed: Sequence[frozenset[str]],
    out: list[Hunk],
) -> None:
    """Put the changes between two aligned tokens into `out`."""
    while a0 < a1 and b0 < b1 and old[a0] == new[b0]:
        a0 += 1
        b0 += 1
    while a0 < a1 and b0 < b1 and old[a1 - 1] == new[b1 - 1]:
        a1 -= 1
        b1 -= 1
    if a0 < a1 and b0 < b1 and passed and not set(old[a0:a1]).isdisjoint(new[b0:b1]):
        _align(old, new, a0, a1, b0, b1, passed, out)
    elif a0 < a1 or b0 < b1:
        out.append(Hunk(a0, a1, b0, b1))


def _shift(side: Sequence[str], start: int, end: int, floor: int, ceiling: int) -> int:
    """A pure insertion or deletion `side[start:end]` can stand at several equal places between `floor` and
    `ceiling`: how far to move it to the one that reads best."""
    if (
        is_word(side[start])
        and (start < 2 or side[start - 2 : start] != side[end - 2 : end])
        and (side[start : start + 2] != side[end : end + 2])
    ):
        return 0  # it starts with a word, and only a blank could change places
    low = high = 0
    while low > -SLIDE and start + low - 1 > floor and side[start + low - 1] == side[end + low - 1]:
        low -= 1
    while high < SLIDE and end + high + 1 < ceiling and side[start + high] == side[end + high]:
        high += 1
    if low == high:
        return 0
    return max(range(low, high + 1), key=lambda shift: (_reads_well(side, start + shift, end + shift), -abs(shift)))


def _reads_well(side: Sequence[str], start: int, end: int) -> int:
    """2 for whole sentences or clauses, 1 for a run that starts with a word, 0 otherwise."""
    if not is_word(side[start]):
        return 0
    before = next((token for token in reversed(side[:start]) if not token.isspace()), ".")
    return 2 if before in ".;:" and side[end - 1].isspace() else 1
