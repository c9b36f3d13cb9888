"""The forms in which a clause can say one change of words, the one that a drafter would choose first in front.

They are offered, not yet tried: whether a form finds its place and says exactly the new text is for others to prove.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tomas_desktop.model.clause import Clause
from tomas_desktop.text.stopwords import STOP_WORDS
from tomas_desktop.text.tokens import is_word, tokens

EXTENSION = 3  # words that are quoted along with a change to make its place clear
ANCHOR = 6  # words of an anchor

_MARKS = frozenset(",.;:")  # marks that a clause calls by name
_NUMBER = re.compile(r"\d+")
_AMOUNT = re.compile(r"\d{1,3}(?:[., ]\d{3})+(?:[.,]\d+)?")
_PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s?%")


@dataclass(frozen=True, slots=True)
class Change:
    """One change with the kept tokens on its two sides, up to the changes before and after it."""

    left: Sequence[str]
    old: Sequence[str]
    new: Sequence[str]
    right: Sequence[str]
    is_last: bool  # does nothing but `right` stand after it?

    @property
    def gone(self) -> str:
        """The words that go."""
        return "".join(self.old).strip()

    @property
    def came(self) -> str:
        """The words that come."""
        return "".join(self.new).strip()


def forms(change: Change, has_end: bool) -> Iterator[Clause]:
    """The clauses, without their target, that could say this change; `has_end`: does what is cited end where the text
    does?"""
    gone, came = change.gone, change.came
    if has_end and change.is_last:
        yield from _at_the_end(change)
    if not gone:
        yield from _insertions(change)
    elif not came:
        yield Clause("delete_words", old=gone)
        yield from (Clause("delete_words", old=gone, anchor=anchor) for anchor in _phrases_before(change.left, ANCHOR))
    elif _is_mark(gone) or _is_mark(came):
        yield from _marked(change)
    else:
        yield from _replacements(change)
    yield from _extended(change)
    if gone and came:
        for anchor in _phrases_before(change.left, ANCHOR):
            yield Clause("replace_words", old=gone, new=came, anchor=anchor, noun=_noun(gone, came))


def _is_mark(words: str) -> bool:
    return words in _MARKS


def _at_the_end(change: Change) -> Iterator[Clause]:
    """Words that come at the end push the last stop away, and a stop can be another (S22, M16, A17)."""
    tail = "".join(change.right)
    gone, came = change.gone, change.came
    if tail in _MARKS and not gone and came:
        old, added = tail, came + tail
    elif not tail and (not gone or _is_mark(gone)):
        old, added = gone, came
    else:
        return
    if not old and not _is_mark(added[:1]):
        yield Clause("insert_words", new=added, position="end")
        return
    mark = added[:1] if _is_mark(added[:1]) else ""
    append = added[len(mark) :].strip()
    if mark != old or not append:
        yield Clause("punctuation", old=old, new=mark, position="end", append=append)


def _insertions(change: Change) -> Iterator[Clause]:
    """Words that come: after the words before them (S7, S8), at the beginning before the words that follow."""
    for anchor in _phrases_before(change.left, ANCHOR):
        yield Clause("insert_words", new=change.came, anchor=anchor)
    for anchor in _phrases_after(change.right, ANCHOR):
        yield Clause("insert_words", new=change.came, anchor=anchor, position="before")


def _marked(change: Change) -> Iterator[Clause]:
    """A mark for a word, a word for a mark, a mark for a mark (S27a)."""
    gone, came = change.gone, change.came
    if not (_is_mark(gone) or words_in(tokens(gone)) == 1) or not (_is_mark(came) or words_in(tokens(came)) == 1):
        return
    yield Clause("punctuation", old=gone, new=came)
    for anchor in _phrases_before(change.left, ANCHOR):
        yield Clause("punctuation", old=gone, new=came, anchor=anchor)


def _replacements(change: Change) -> Iterator[Clause]:
    gone, came = change.gone, change.came
    sign = re.match(r"\s?%", "".join(change.right[:2]))
    if sign and _noun(gone + sign[0], came + sign[0]) == "percent":
        yield Clause("replace_words", old=gone + sign[0], new=came + sign[0], noun="percent")
    yield Clause("replace_words", old=gone, new=came, noun=_noun(gone, came))


def _noun(old: str, new: str) -> str:
    """What the words are called when both are a number, a percentage, an amount (S5)."""
    kinds = (("percent", _PERCENT), ("amount", _AMOUNT), ("number", _NUMBER))
    return next((noun for noun, form in kinds if form.fullmatch(old) and form.fullmatch(new)), "")


def _extended(change: Change) -> Iterator[Clause]:
    """The change with up to three whole words beside it, so that its place is clear."""
    left, right = _word_cuts(change.left[::-1], EXTENSION), _word_cuts(change.right, EXTENSION)
    for total in range(1, EXTENSION + 1):
        for before in range(total, -1, -1):
            after = total - before
            if before >= len(left) or after >= len(right):
                continue
            head = "".join(change.left[len(change.left) - left[before] :])
            tail = "".join(change.right[: right[after]])
            old, new = (head + "".join(middle) + tail for middle in (change.old, change.new))
            if old.strip() and new.strip():
                yield Clause("replace_words", old=old.strip(), new=new.strip())


def _word_cuts(side: Sequence[str], most: int) -> list[int]:
    """How many tokens the first 0, 1, 2, ... words take."""
    ends = [0, *(place_ + 1 for place_, token in enumerate(side) if is_word(token))]
    return ends[: most + 1]


def _phrases_before(left: Sequence[str], most: int) -> list[str]:
    """The last words before a change, one, two, ...; small words alone are the last choice for an anchor."""
    cuts = _word_cuts(left[::-1], most)[1:]
    return sorted(("".join(left[len(left) - cut :]).strip() for cut in cuts), key=_says_little)


def _phrases_after(right: Sequence[str], most: int) -> list[str]:
    return sorted(("".join(right[:cut]).strip() for cut in _word_cuts(right, most)[1:]), key=_says_little)


def _says_little(phrase: str) -> bool:
    return all(word.casefold() in STOP_WORDS for word in tokens(phrase) if is_word(word))


def words_in(some: Sequence[str]) -> int:
    """How many of these tokens are words or numbers."""
    return sum(map(is_word, some))
