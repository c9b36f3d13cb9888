"""From the fewest changes to those a lawyer reads: small gaps closed, citations kept whole, what was mostly rewritten
replaced as a whole.

Unchanged tokens stand inside a change only as a declared bridge (white space; between two replacements one lone
punctuation mark or one stop word), as the rest of a citation (`2011/93/EU`), or in a sentence or a paragraph that is
replaced whole because little of it stayed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import filterfalse, pairwise

from tomas_desktop.amend.alignment import LIGHT, Hunk, is_crowded
from tomas_desktop.text.stopwords import STOP_WORDS
from tomas_desktop.text.tokens import is_word

# A sentence (or a paragraph) was mostly rewritten when, of the words that carry meaning on both sides, fewer than
# this share stayed and what stayed is scattered between three changes or more. Looked at on 1,404 pairs of like
# paragraphs of two criminal codes: below it the marks are a puzzle, above it they show what was done.
REWRITTEN = 0.4

# With only one piece left standing between two changes a reader still follows, unless it is next to nothing.
HARDLY_LEFT = 0.25

# Tokens, blanks included; a wider gap is no bridge, whatever is in it.
WIDEST_BRIDGE = 8

# Letters or digits in the number of a unit.
LONGEST_NUMBER = 4

_STOPS = frozenset(".!?…")
_CLOSING = frozenset('”“"’»)]')
_OPENING = frozenset('„“"‚«([')
_ABBREVIATION = 3  # letters: "čl.", "st.", "br." end no sentence


def bridged(old: Sequence[str], new: Sequence[str], found: Sequence[Hunk]) -> list[Hunk]:
    """Hunks joined across what is too small to read between two changes."""
    if len(found) < 2:
        return list(found)
    out = [found[0]]
    for hunk in found[1:]:
        last = out[-1]
        if hunk.a0 - last.a1 < WIDEST_BRIDGE and _is_bridge(old, last, hunk):
            out[-1] = _trimmed(old, new, Hunk(last.a0, hunk.a1, last.b0, hunk.b1))
        else:
            out.append(hunk)
    return out


def _is_bridge(old: Sequence[str], left: Hunk, right: Hunk) -> bool:
    gap = old[left.a1 : right.a0]
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


def _trimmed(old: Sequence[str], new: Sequence[str], hunk: Hunk) -> Hunk:
    """The hunk without the tokens that a bridge left equal at its two ends."""
    a0, a1, b0, b1 = hunk
    while a0 < a1 and b0 < b1 and old[a1 - 1] == new[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
    while a0 < a1 and b0 < b1 and old[a0] == new[b0]:
        a0, b0 = a0 + 1, b0 + 1
    return Hunk(a0, a1, b0, b1)


# ---- citations -------------------------------------------------------------------------------------------------


def whole_citations(old: Sequence[str], new: Sequence[str], found: Sequence[Hunk]) -> list[Hunk]:
    """Hunks grown so that none begins or ends inside the number of an act or of a unit (`2011/93/EU`, `193-в`)."""
    out: list[Hunk] = []
    for i, hunk in enumerate(found):
        a0, a1, b0, b1 = hunk
        floor = out[-1].a1 if out else 0
        ceiling = found[i + 1].a0 if i + 1 < len(found) else len(old)
        while a0 > floor and (_inside_citation(old, a0) or _inside_citation(new, b0)):
            a0, b0 = a0 - 1, b0 - 1
        while a1 < ceiling and (_inside_citation(old, a1) or _inside_citation(new, b1)):
            a1, b1 = a1 + 1, b1 + 1
        if out and out[-1].a1 == a0 and (a0 < hunk.a0 or _inside_citation(old, a0) or _inside_citation(new, b0)):
            a0, b0 = out[-1].a0, out.pop().b0
        out.append(Hunk(a0, a1, b0, b1))
    return out


def may_cite(text: str) -> bool:
    """Can there be such a number in a text?"""
    return "/" in text or "-" in text


def _inside_citation(side: Sequence[str], place: int) -> bool:
    """Does this border stand beside the slash or the hyphen of a number such as `2011/93/EU`, `117/1`, `193-в`?"""
    if not 0 < place < len(side):
        return False
    slash = place if side[place] in ("/", "-") else place - 1 if side[place - 1] in ("/", "-") else 0
    if not 0 < slash < len(side) - 1 or not side[slash - 1][0].isdigit():
        return False
    after = side[slash + 1]
    return after[0].isdigit() or (after[0].isalpha() and len(after) <= (4 if side[slash] == "/" else 1))


# ---- what was mostly rewritten -----------------------------------------------------------------------------------


def whole(old: Sequence[str], new: Sequence[str], found: Sequence[Hunk]) -> list[Hunk]:
    """The paragraph replaced whole where it was mostly rewritten, else each of its sentences that was."""
    if not (is_crowded(found) and _may_be_rewritten(old, new, found)):
        return list(found)
    start = _after_number(old)
    start = start if old[:start] == new[:start] and start <= found[0].a0 else 0
    all_of_it = Hunk(start, len(old), start, len(new))
    if _is_rewritten(old, new, all_of_it, found):
        return [_without_blanks(old, new, all_of_it)]
    out: list[Hunk] = []
    for part, inside in _parts(old, new, all_of_it, found):
        out.extend([_without_blanks(old, new, part)] if _is_rewritten(old, new, part, inside) else inside)
    return out


def _may_be_rewritten(old: Sequence[str], new: Sequence[str], found: Sequence[Hunk]) -> bool:
    """Is less left between two neighbouring changes than anything rewritten can have left?"""
    gone = [_weight(old, a0, a1) + _weight(new, b0, b1) for a0, a1, b0, b1 in found]
    return any(
        2 * _weight(old, left.a1, right.a0) < REWRITTEN / (1 - REWRITTEN) * (gone[i] + gone[i + 1])
        for i, (left, right) in enumerate(pairwise(found))
    )


def _is_rewritten(old: Sequence[str], new: Sequence[str], part: Hunk, inside: Sequence[Hunk]) -> bool:
    if not is_crowded(inside):
        return False
    size = _weight(old, part.a0, part.a1) + _weight(new, part.b0, part.b1)
    gone = sum(_weight(old, hunk.a0, hunk.a1) + _weight(new, hunk.b0, hunk.b1) for hunk in inside)
    return size - gone < size * (REWRITTEN if len(inside) > 2 else HARDLY_LEFT)


def _weight(side: Sequence[str], start: int, end: int) -> int:
    """How many words that carry meaning stand there."""
    return sum(1 for _ in filterfalse(LIGHT.__contains__, side[start:end]))


def _without_blanks(old: Sequence[str], new: Sequence[str], part: Hunk) -> Hunk:
    """The part without the blanks at its ends, as far as both sides have the same ones."""
    a0, a1, b0, b1 = part
    while a0 < a1 and b0 < b1 and old[a1 - 1] == new[b1 - 1] and old[a1 - 1].isspace():
        a1, b1 = a1 - 1, b1 - 1
    while a0 < a1 and b0 < b1 and old[a0] == new[b0] and old[a0].isspace():
        a0, b0 = a0 + 1, b0 + 1
    return Hunk(a0, a1, b0, b1)


def _parts(
    old: Sequence[str], new: Sequence[str], all_of_it: Hunk, found: Sequence[Hunk]
) -> Iterator[tuple[Hunk, list[Hunk]]]:
    """The sentences that are sentences on both sides, in order, each with the hunks inside it."""
    starts_old, starts_new = _sentence_starts(old), _sentence_starts(new)
    a, _, b, _ = all_of_it
    inside: list[Hunk] = []
    last_a, last_b = a, b
    for hunk in [*found, Hunk(len(old), len(old), len(new), len(new))]:
        for place in range(last_a, hunk.a0 + 1):
            other = place - last_a + last_b
            if place > a and place in starts_old and other in starts_new:
                yield Hunk(a, place, b, other), inside
                a, b, inside = place, other, []
        if hunk.a0 < len(old) or hunk.b0 < len(new):
            inside.append(hunk)
        last_a, last_b = hunk.a1, hunk.b1
    yield Hunk(a, len(old), b, len(new)), inside


def _sentence_starts(side: Sequence[str]) -> set[int]:
    """Where sentences begin, as well as it can be told in any language: a capital after a stop that does not end an
    abbreviation or a number. A slip here changes only how a mark is drawn."""
    return {i for i, token in enumerate(side) if token[0].isupper() and _follows_a_stop(side, i)}


def _follows_a_stop(side: Sequence[str], place: int) -> bool:
    i = place - 1
    while i >= 0 and side[i] in _OPENING:
        i -= 1
    if i < 0 or not side[i].isspace():
        return False
    while i >= 0 and (side[i].isspace() or side[i] in _CLOSING):
        i -= 1
    if i < 1 or side[i] not in _STOPS:
        return False
    return side[i] != "." or len(side[i - 1]) > _ABBREVIATION or not is_word(side[i - 1])


def _after_number(side: Sequence[str]) -> int:
    """How many tokens the number of a unit takes at the beginning: `(2) `, `1) `, `а) `, `3. `, `- `."""
    for i, token in enumerate(side[:6]):
        if token.isspace():
            return i + 1 if i and not is_word(side[i - 1]) else 0
        if is_word(token) and len(token) > LONGEST_NUMBER:
            return 0
    return 0
