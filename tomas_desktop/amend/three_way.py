"""Two changes of one text put together, word by word: a draft and what became of the text meanwhile.

Where only one of them changed something, that stands; where both made the same change, it stands once. A change of the
draft whose words went elsewhere in the newer text (a sentence put in another place) is looked for there by
diff-match-patch's fuzzy match, and made only where exactly the words it replaces stand and their surroundings are
theirs. Everything else is a clash: nothing is guessed, no word of either side is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from diff_match_patch import diff_match_patch
from rapidfuzz import fuzz

from tomas_desktop.amend.alignment import Hunk, hunks
from tomas_desktop.amend.pairing import SAME_PARAGRAPH
from tomas_desktop.amend.readable import bridged
from tomas_desktop.text.tokens import tokens

Reason = Literal["same-words", "changed-too-much"]

# How many tokens, blanks included, a change is recognised by on either side of it.
CONTEXT = 16

# How many of a hundred tokens around a change that went elsewhere must still be there.
STILL_THERE = 75

# How far from the pattern a fuzzy match may be (diff-match-patch: 0 exact, 1 anything).
FUZZ = 0.3

# Tokens beside a fuzzy match in which the pattern may begin or end.
SLACK = 4

_FIRST = 0x100  # tokens are matched as single characters from here on


@dataclass(frozen=True, slots=True)
class Clash:
    """A change of the draft that cannot be made: `old` became `draft` there; and why not."""

    reason: Reason
    old: str
    draft: str


def merged(base: str, draft: str, onto: str) -> str | Clash:
    """The newer text with what the draft changed in the base."""
    if base == onto or draft == onto:
        return draft
    if base == draft:
        return onto
    before, mine, now = tokens(base), tokens(draft), tokens(onto)
    theirs = bridged(before, now, hunks(before, now))
    edits: list[tuple[int, int, list[str]]] = []
    for hunk in bridged(before, mine, hunks(before, mine)):
        words = mine[hunk.b0 : hunk.b1]
        if any(other[:2] == hunk[:2] and now[other.b0 : other.b1] == words for other in theirs):
            continue  # the other side made the same change
        place = _carried(hunk, before, theirs) or _elsewhere(hunk, before, theirs, now)
        if place is None:
            too_much = fuzz.ratio(base, onto) < SAME_PARAGRAPH
            return Clash(
                "changed-too-much" if too_much else "same-words",
                "".join(before[hunk.a0 : hunk.a1]).strip(),
                "".join(words).strip(),
            )
        edits.append((*place, words))
    edits.sort(key=lambda edit: edit[:2])
    out: list[str] = []
    at = 0
    for start, end, words in edits:
        if start < at:
            return Clash("same-words", "".join(now[start:end]).strip(), "".join(words).strip())
        out += [*now[at:start], *words]
        at = end
    return "".join([*out, *now[at:]])


def _carried(hunk: Hunk, before: Sequence[str], theirs: Sequence[Hunk]) -> tuple[int, int] | None:
    """Where the tokens that a change replaces stand in the other text; None where the other side changed them too,
    or changed what stands right beside them."""
    moved = 0
    for other in theirs:
        if other.a1 <= hunk.a0:
            if _is_blank(before[other.a1 : hunk.a0]):
                return None
            moved = other.b1 - other.a1
        elif other.a0 >= hunk.a1:
            if _is_blank(before[hunk.a1 : other.a0]):
                return None
            break
        else:
            return None
    return hunk.a0 + moved, hunk.a1 + moved


def _is_blank(between: Sequence[str]) -> bool:
    return all(token.isspace() for token in between)


def _elsewhere(hunk: Hunk, before: Sequence[str], theirs: Sequence[Hunk], now: Sequence[str]) -> tuple[int, int] | None:
    """Where the tokens that a change replaces went: the one place, new in the other text, where they stand in their
    old surroundings."""
    start = max(0, hunk.a0 - CONTEXT)
    pattern = before[start : hunk.a1 + CONTEXT]
    inside = Hunk(hunk.a0 - start, hunk.a1 - start, 0, 0)
    place = _matched(pattern, inside, now, hunk.a0)
    if place is None or not _is_new(place, theirs, now):
        return None
    left, right = place[0] - inside.a0, place[1] + len(pattern) - inside.a1
    rest = ["\0" if left <= i < right else token for i, token in enumerate(now)]
    return place if _matched(pattern, inside, rest, hunk.a0) is None else None


def _matched(pattern: Sequence[str], inside: Hunk, now: Sequence[str], near: int) -> tuple[int, int] | None:
    """Where a part of the pattern stands in a text that has something like the pattern: the part must be there as it
    is, and enough of the rest."""
    letters: dict[str, str] = {}
    text, wanted = _written(now, letters), _written(pattern, letters)
    engine = diff_match_patch()
    engine.Match_Threshold = FUZZ
    engine.Match_Distance = 1000 * max(len(now), 1)  # wherever it went
    place = engine.match_main(text, wanted, min(near, len(now)))
    if place < 0:
        return None
    left = max(0, place - SLACK)
    changed = hunks(pattern, now[left : place + len(pattern) + SLACK])
    if changed and changed[0].a1 == 0:  # what stands in front of the pattern
        left += changed[0].b1
        changed = [Hunk(a0, a1, b0 - changed[0].b1, b1 - changed[0].b1) for a0, a1, b0, b1 in changed[1:]]
    if changed and changed[-1].a0 == len(pattern):
        changed.pop()
    kept = len(pattern) - sum(a1 - a0 for a0, a1, _, _ in changed)
    if 100 * kept < STILL_THERE * len(pattern):
        return None
    found = _carried(inside, pattern, changed)
    return None if found is None else (found[0] + left, found[1] + left)


def _is_new(place: tuple[int, int], theirs: Sequence[Hunk], now: Sequence[str]) -> bool:
    """Are these words and their neighbours new in the other text? Else they are other words of the old one."""
    start, end = place
    while start > 0 and _is_blank(now[start : place[0]]):
        start -= 1
    while end < len(now) and _is_blank(now[place[1] : end]):
        end += 1
    return any(other.b0 <= start and end <= other.b1 for other in theirs)


def _written(side: Sequence[str], letters: dict[str, str]) -> str:
    """Each token as one character."""
    return "".join(letters.setdefault(token, chr(_FIRST + len(letters))) for token in side)
