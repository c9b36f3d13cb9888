"""The word operations of a clause on one text: where its words stand, and what comes of the text around them.

Words are found whole (no mark cuts a word), as they stand in the clause; where they do not stand so, once more with
the drawing of blanks, quotation marks and dashes left aside. What an operation does is an `Edit`, so that whoever
keeps places in a text (the sentences of a paragraph) can carry them along.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from tomas_desktop.text.tokens import is_word, tokens

Span = tuple[int, int]

_CLINGING = frozenset(",.;:)!?…")  # marks with no blank before them
_DRAWN_ALIKE = {
    **dict.fromkeys("„“”«»ˮ‚‘’'‹›", '"'),
    **dict.fromkeys("–—−‑‐", "-"),
    "\u00ad": "",
}
_WORDS = re.compile(r"\w+")
_LIKENESS = 60  # of 100: below it the nearest words have nothing to do with those that were looked for


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` to `end` become `new`. What comes in `apart` is a sentence of its own, no part of
    the one before or after it."""

    start: int
    end: int
    new: str
    apart: bool = False

    def applied(self, text: str) -> str:
        """The text after this edit."""
        return text[: self.start] + self.new + text[self.end :]

    def moved(self, span: Span) -> Span:
        """Where a part of the text is after this edit; words put in at its edges belong to it, sentences do not."""
        grown = len(self.new) - (self.end - self.start)
        start, end = span
        if self.start == self.end and self.apart:
            return start + (grown if self.start <= start else 0), end + (grown if self.start < end else 0)
        if start >= self.end and not self.start == self.end == start:
            start += grown
        elif start > self.start:
            start = self.start + len(self.new)
        if end >= self.end:
            end += grown
        elif end > self.start:
            end = self.start + len(self.new)
        return start, max(start, end)


def found(text: str, words: str, within: Span | None = None) -> list[Span]:
    """Every place of a text (or of a part of it) where these words stand, whole and as they are."""
    start, end = within or (0, len(text))
    if not words or text.find(words, start, end) < 0:
        return []
    edges = _edges(text)
    return list(_all(text, words, start, end, edges, edges))


def found_alike(text: str, words: str, within: Span | None = None) -> list[Span]:
    """Every place where these words stand if blanks, quotation marks and dashes may be drawn in another way."""
    start, end = within or (0, len(text))
    folded, places = _folded(text[start:end])
    wanted = _folded(words)[0].strip()
    if not wanted or wanted not in folded:
        return []
    edges = _edges(text)
    begins = {i for i, place in enumerate(places) if start + place in edges}
    ends = {i + 1 for i, place in enumerate(places) if start + place + 1 in edges}
    spans = _all(folded, wanted, 0, len(folded), begins, ends)
    return [(start + places[a], start + places[b - 1] + 1) for a, b in spans]


def replaced(span: Span, new: str) -> Edit:
    """These words become others, as they are."""
    return Edit(*span, new)


def after(anchor: Span, new: str) -> Edit:
    """New words behind others: after a blank, or at once where they begin with a mark that clings to a word."""
    return Edit(anchor[1], anchor[1], _behind(new))


def before(anchor: Span, new: str) -> Edit:
    """New words in front of others."""
    return Edit(anchor[0], anchor[0], f"{new} ")


def at_end(text: str, new: str, within: Span | None = None) -> Edit:
    """New words at the end of a text."""
    start, end = _trimmed(text, within)
    return Edit(end, end, _behind(new) if start < end else new)


def at_start(text: str, new: str, within: Span | None = None) -> Edit:
    """New words at the beginning of a text."""
    start, end = _trimmed(text, within)
    return Edit(start, start, f"{new} " if start < end else new)


def deleted(text: str, span: Span) -> Edit:
    """These words go. Of the blanks on both sides of them one goes too, before a mark or the end the one before
    them, at the beginning the one after them."""
    start, end = span
    blank_before = text[:start].endswith(" ")
    blank_after = text[end:].startswith(" ")
    if blank_after and (blank_before or start == 0):
        end += 1
    elif blank_before and (end == len(text) or text[end] in _CLINGING):
        start -= 1
    return Edit(start, end, "")


def punctuated(text: str, span: Span, new: str, append: str = "") -> Edit:
    """A mark takes the place of a word, with the blank before it; or a word that of a mark, after a blank; or a mark
    that of a mark. `append` are words behind what is new."""
    start, end = span
    if not new and not append:
        return deleted(text, span)
    old = text[start:end]
    takes_word = bool(old) and is_word(old[0])
    brings_word = bool(new) and is_word(new[0])
    if takes_word and not brings_word and new[:1] in _CLINGING and text[:start].endswith(" "):
        start -= 1
    elif brings_word and old and not takes_word and not text[:start].endswith(" "):
        new = f" {new}"
    return Edit(start, end, new + _behind(append) if append else new)


def ending(text: str, old: str, new: str, append: str = "", within: Span | None = None) -> Edit | None:
    """Another mark at the end of a text (none where `old` or `new` is empty), and words behind it; None when the
    text does not end in `old`."""
    start, end = _trimmed(text, within)
    if not text[start:end].endswith(old):
        return None
    return Edit(end - len(old), end, new + _behind(append) if append else new)


def nearest(words: str, texts: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """(the words most like these, the key of the text they stand in), whole words; ("", "") when there are none like
    them."""
    from rapidfuzz.fuzz import ratio

    count = max(1, len(_WORDS.findall(words)))
    best, score = ("", ""), float(_LIKENESS)
    for key, text in texts:
        spans = [match.span() for match in _WORDS.finditer(text)]
        for first in range(max(1, len(spans) - count + 1) if spans else 0):
            window = text[spans[first][0] : spans[min(first + count, len(spans)) - 1][1]]
            likeness = ratio(words, window, score_cutoff=score)
            if likeness > score:
                best, score = (window, key), likeness
    return best


def _behind(new: str) -> str:
    return new if new[:1] in _CLINGING else f" {new}"


def _trimmed(text: str, within: Span | None) -> Span:
    """The part of the text without the blanks at its ends."""
    start, end = within or (0, len(text))
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip())) if part.strip() else start


def _all(text: str, words: str, start: int, end: int, begins: Container[int], ends: Container[int]) -> Iterator[Span]:
    while (place := text.find(words, start, end)) >= 0:
        start = place + 1
        if place in begins and place + len(words) in ends:
            start = place + len(words)
            yield place, start


def _edges(text: str) -> set[int]:
    """The places between two tokens."""
    edges, place = {0}, 0
    for token in tokens(text):
        place += len(token)
        edges.add(place)
    return edges


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and where each of its characters stands."""
    out: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        drawn = " " if char.isspace() else _DRAWN_ALIKE.get(char, char)
        if not drawn or (drawn == " " and out and out[-1] == " "):
            continue
        out.append(drawn)
        places.append(place)
    return "".join(out), places
