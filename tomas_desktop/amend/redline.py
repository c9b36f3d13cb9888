"""The redline of one paragraph: which words went, which came.

Three forms, from the leanest to the one for readers:

- `minimal`: the fewest words deleted and inserted.
- `words`: small gaps between two changes closed (the declared bridges of `readable.py`). The editor draws this one, so
  that a mark does not leap over a sentence while somebody types.
- `readable`: moreover, citations kept whole, and a sentence or a paragraph that was mostly rewritten replaced as a
  whole. The tracked Word file, the comparison and the `redline` command show this one.

In every form marks never cut a word, and what is kept and deleted is the old text, what is kept and inserted the new
one, character by character.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from tomas_desktop.amend.alignment import Hunk, hunks
from tomas_desktop.amend.noise import Noise, folded, is_noise
from tomas_desktop.amend.readable import bridged, may_cite, whole, whole_citations
from tomas_desktop.text.tokens import tokens

Op = Literal["=", "-", "+"]
Form = Literal["minimal", "words", "readable"]


class Segment(NamedTuple):
    """A run of text that is kept ("="), deleted ("-") or inserted ("+")."""

    op: Op
    text: str


def redline(
    old: str, new: str, *, form: Form = "readable", ignore: Collection[Noise] = frozenset()
) -> tuple[Segment, ...]:
    """The word-level difference of two paragraphs, deletions before insertions.

    Differences of the kinds in `ignore` (quotes, dashes, spaces, script, case) are shown as kept, in the new text's
    spelling: what is kept and deleted is then the old text up to these differences.
    """
    return tuple(map(Segment._make, pieces(old, new, form, ignore)))


def pieces(old: str, new: str, form: Form, ignore: Collection[Noise]) -> list[tuple[Op, str]]:
    """The same as plain pairs, for many paragraphs at once."""
    if ignore:
        return _filtered(old, new, form, ignore)
    start, end = _same_ends(old, new)
    before, after = tokens(old[start : len(old) - end]), tokens(new[start : len(new) - end])
    found = hunks(before, after)
    cited = may_cite(old) or may_cite(new)
    shown, is_whole = formed(before, after, found, form, cited)
    if (start or end) and (is_whole or _at_edge(found, len(before), len(after), start, end)):
        start = end = 0
        before, after = tokens(old), tokens(new)
        shown, _ = formed(before, after, hunks(before, after), form, cited)
    return _pieces(before, after, shown, old[:start], old[len(old) - end :] if end else "")


def formed(
    old: Sequence[str], new: Sequence[str], found: list[Hunk], form: Form, cited: bool = True
) -> tuple[list[Hunk], bool]:
    """Changes as `hunks` finds them in one of the three forms, and whether a sentence or all of it is replaced whole.
    `cited`: the texts may hold numbers of acts or units that are kept whole."""
    if form == "minimal":
        return found, False
    joined = bridged(old, new, found)
    if form == "words":
        return joined, False
    if cited:
        joined = whole_citations(old, new, joined)
    shown = whole(old, new, joined)
    return shown, len(shown) < len(joined)


def _same_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters at the start and at the end need not be looked at: they are equal, end beside a blank, and
    at least one more equal word separates them from the first and the last difference."""
    room = min(len(old), len(new))
    start = _before_last_word(old, Prefix.similarity(old, new))
    rest = room - start
    end = min(Postfix.similarity(old, new), rest)
    blank = old.find(" ", len(old) - end) if end else -1
    place = old.find(" ", blank + 1) if blank >= 0 else -1
    return start, len(old) - place if place >= 0 else 0


def _before_last_word(text: str, place: int) -> int:
    """The start of the last whole word before the word at this place."""
    blank = text.rfind(" ", 0, place)
    return text.rfind(" ", 0, blank) + 1 if blank > 0 else 0


def _at_edge(found: Sequence[Hunk], olds: int, news: int, start: int, end: int) -> bool:
    """Does a change reach the text that was not looked at? Then it might stand better inside it."""
    if not found:
        return False
    first, last = found[0], found[-1]
    return bool((start and (first.a0 == 0 or first.b0 == 0)) or (end and (last.a1 == olds or last.b1 == news)))


def _pieces(
    old: Sequence[str], new: Sequence[str], found: Sequence[Hunk], head: str, tail: str
) -> list[tuple[Op, str]]:
    out: list[tuple[Op, str]] = []
    at = 0
    for a0, a1, b0, b1 in found:
        if kept := head + "".join(old[at:a0]):
            out.append(("=", kept))
        if a0 < a1:
            out.append(("-", "".join(old[a0:a1])))
        if b0 < b1:
            out.append(("+", "".join(new[b0:b1])))
        at, head = a1, ""
    if kept := head + "".join(old[at:]) + tail:
        out.append(("=", kept))
    return out


def _filtered(old: str, new: str, form: Form, ignore: Collection[Noise]) -> list[tuple[Op, str]]:
    """The same over folded tokens; kept tokens are printed as they stand in the new text."""
    before, after = folded(old, ignore), folded(new, ignore)
    found = [
        hunk
        for hunk in hunks(before.keys, after.keys)
        if not is_noise([*before.keys[hunk.a0 : hunk.a1], *after.keys[hunk.b0 : hunk.b1]], ignore)
    ]
    found, _ = formed(before.keys, after.keys, found, form)
    out: list[tuple[Op, str]] = []
    at = 0
    for a0, a1, b0, b1 in [*found, Hunk(len(before.keys), len(before.keys), len(after.keys), len(after.keys))]:
        runs: tuple[tuple[Op, str], ...] = (
            ("=", "".join(after.texts[at:b0])),
            ("-", "".join(before.texts[a0:a1])),
            ("+", "".join(after.texts[b0:b1])),
        )
        out.extend((op, text) for op, text in runs if text)
        at = b1
    return out
