"""The marks of one aligned piece of text: at rest as the redline draws them, while being edited as the hand left them.

A mark replaces `base[a0:a1]` by `proposed[n0:n1]`, counted in characters; one side may be empty. At rest the
deleted words stand before the inserted ones. The mark under the caret is *hot*: its inserted text stands at
`split`, a token border inside the deleted text, so that typing, Backspace and Delete never move what stands
left of the caret; it grows with the edit and is drawn anew by the redline only when the caret has left.
Marks never cut a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from tomas_desktop.amend.alignment import hunks
from tomas_desktop.amend.readable import bridged
from tomas_desktop.amend.redline import Segment
from tomas_desktop.text.tokens import tokens

_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_HALF = re.compile("[\ud800-\udfff]")


class Mark(NamedTuple):
    """`base[a0:a1]` became `proposed[n0:n1]`, which stands at `split` (at rest: `split == a1`)."""

    a0: int
    a1: int
    n0: int
    n1: int
    split: int

    def moved(self, a: int, n: int) -> Mark:
        return Mark(self.a0 + a, self.a1 + a, self.n0 + n, self.n1 + n, self.split + a)


def units(text: str) -> str:
    """The text in UTF-16 units (a character outside the basic plane as its two halves), as Qt counts."""
    if not _BEYOND.search(text):
        return text
    raw = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(raw[i] | raw[i + 1] << 8) for i in range(0, len(raw), 2))


def joined(text: str) -> str:
    """The inverse of `units`."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def measured(text: str) -> tuple[list[str], list[int]]:
    """The tokens of a text that may be in UTF-16 units, whole as the redline reads them, and their lengths in it."""
    whole = joined(text)
    found = tokens(whole)
    return found, [len(token) if whole is text else len(units(token)) for token in found]


@lru_cache(maxsize=64)
def borders(text: str) -> tuple[int, ...]:
    """Where the tokens of a text begin and end."""
    return (0, *accumulate(measured(text)[1]))


def rest(base: str, proposed: str, tail: int = 0) -> list[Mark]:
    """The marks as the redline draws them. Both texts end in their paragraph break, which is kept on both
    sides; an empty one is a paragraph that is not there. The last `tail` characters of the base before its
    final break are whole paragraphs struck after the last living one: no wording is looked for in them."""
    if not base or not proposed:
        return [Mark(0, len(base), 0, len(proposed), len(base))] if base or proposed else []
    body, new = base[: len(base) - 1 - tail], proposed[:-1]
    found: list[Mark] = []
    if body != new:
        (old_tokens, old_sizes), (new_tokens, new_sizes) = measured(body), measured(new)
        a, n = [0, *accumulate(old_sizes)], [0, *accumulate(new_sizes)]
        found = [
            Mark(a[hunk.a0], a[hunk.a1], n[hunk.b0], n[hunk.b1], a[hunk.a1])
            for hunk in bridged(old_tokens, new_tokens, hunks(old_tokens, new_tokens))
        ]
    return [*found, tail_mark(base, proposed, tail)] if tail else found


def tail_mark(base: str, proposed: str, tail: int) -> Mark:
    """The mark of the paragraphs struck after the last living one."""
    a0, a1, n = len(base) - 1 - tail, len(base) - 1, len(proposed) - 1
    return Mark(a0, a1, n, n, a1)


def runs(base: str, proposed: str, marks: Iterable[Mark]) -> list[Segment]:
    """The text as shown: kept, deleted and inserted runs in order, none of them empty."""
    out: list[Segment] = []
    at = 0
    for mark in marks:
        out.append(Segment("=", base[at : mark.a0]))
        out.append(Segment("-", base[mark.a0 : mark.split]))
        out.append(Segment("+", proposed[mark.n0 : mark.n1]))
        out.append(Segment("-", base[mark.split : mark.a1]))
        at = mark.a1
    out.append(Segment("=", base[at:]))
    return [run for run in out if run.text]


def touching(marks: Sequence[Mark], start: int, end: int) -> tuple[int, int]:
    """The slice of marks whose inserted side meets `start..end` of the proposed text, ends included."""
    first = next((i for i, mark in enumerate(marks) if mark.n1 >= start), len(marks))
    last = next((i for i, mark in enumerate(marks) if mark.n0 > end), len(marks))
    return first, max(first, last)


class Grown(NamedTuple):
    """The outcome of an edit: all marks, and which of them is hot (None when the edit left no mark there)."""

    marks: list[Mark]
    hot: int | None


def grown(base: str, proposed: str, marks: Sequence[Mark], edit: tuple[int, int, str]) -> Grown:
    """The marks after the edit (start, end, text) of `proposed`: one mark grows around it, the others stay."""
    start, end, text = edit
    new = proposed[:start] + text + proposed[end:]
    delta = len(new) - len(proposed)
    first, last = touching(marks, start, end)
    left, right = list(marks[:first]), [mark.moved(0, delta) for mark in marks[last:]]
    n0 = min([start, *(mark.n0 for mark in marks[first:last])])
    n1 = max([end, *(mark.n1 for mark in marks[first:last])]) + delta
    # Between two marks everything is kept, so base and proposed places differ by a constant.
    a0 = n0 + (left[-1].a1 - left[-1].n1 if left else 0)
    a1 = n1 + (right[0].a0 - right[0].n0 if right else len(base) - len(new))
    in_base, in_new = set(borders(base)), set(borders(new))
    while (left and left[-1].n1 >= n0) or not (a0 in in_base and n0 in in_new):
        if left and left[-1].n1 >= n0:
            a0, n0 = left[-1].a0, left.pop().n0
        else:
            a0, n0 = a0 - 1, n0 - 1
    while (right and right[0].n0 <= n1) or not (a1 in in_base and n1 in in_new):
        if right and right[0].n0 <= n1:
            a1, n1 = right[0].a1, right.pop(0).n1
        else:
            a1, n1 = a1 + 1, n1 + 1
    if a1 == len(base) and n1 == len(new) and base[a0:] and new[n0:]:
        a1, n1 = a1 - 1, n1 - 1  # the last break is kept on both sides
    if base[a0:a1] == new[n0:n1]:
        return Grown([*left, *right], None)
    return Grown([*left, Mark(a0, a1, n0, n1, a1), *right], len(left))


def column(marks: Sequence[Mark], hot: int, p: int) -> int:
    """How many characters are shown before place `p` of the hot mark."""
    mark = marks[hot]
    return mark.split + p - mark.n0 + sum(other.n1 - other.n0 for other in marks[:hot])


def split_near(base: str, marks: Sequence[Mark], hot: int, p: int, wanted: float) -> Mark:
    """The hot mark split where the caret at `p` comes to stand at the `wanted` column, or left of it."""
    mark = marks[hot]
    shift = column(marks, hot, p) - mark.split
    places = [place for place in borders(base) if mark.a0 <= place <= mark.a1]
    fitting = [place for place in places if place + shift <= wanted]
    return mark._replace(split=fitting[-1] if fitting else places[0])


def trimmed(base: str, new: str, mark: Mark, p: int) -> Mark:
    """The hot mark without the words that are in place again, as far as the caret at `p` does not move by it
    and stays at the mark."""
    a0, a1, n0, n1, split = mark
    (old_tokens, sizes), (new_tokens, _) = measured(base[a0:a1]), measured(new[n0:n1])
    while old_tokens and new_tokens and old_tokens[-1] == new_tokens[-1]:
        if n1 - sizes[-1] < p or a1 - sizes[-1] < split:
            break
        a1, n1 = a1 - sizes[-1], n1 - sizes.pop()
        old_tokens.pop()
        new_tokens.pop()
    if split > a0:
        return Mark(a0, a1, n0, n1, split)
    for old, fresh, size in zip(old_tokens, new_tokens, sizes, strict=False):
        if old != fresh or n0 + size > p:
            break
        a0, n0 = a0 + size, n0 + size
    return Mark(a0, a1, n0, n1, a0)
