"""Where a quotation in an amending act ends. Marks are told by the part they play, not by their code point: official
files mix „ ” “ ˮ " ,, and leave marks out (drafting.md 2.1, pitfalls 11 and 12).

Words end at the mark that balances the first and after which the sentence goes on; quoted units, which may hold
quotations, lines and article headings, end where the act ends or goes on with another clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tomas_desktop.jurisdiction.clause_words import Lexicon, Phrase

Role = Literal["open", "close"]

_MARK = re.compile(r",,(?=\S)|''|‚‚|’’|‘‘|[„“”‟ˮ\"«»″‚‘’‛']")
_SINGLE = frozenset("‚‘’‛'")
_OPENERS = frozenset(("„", "‚", ",,", "‚‚", "«", "‘‘", "‛", "‟"))
_CLOSERS = frozenset(("”", "’", "ˮ", "»", "’’", "''"))
_AFTER = re.compile(r"[\s.,;:)\]–—-]*")
_TAIL = re.compile(r"[.,;:!?)\s]*?(?=\n|$)")
_AFTER_MARK = re.compile(r"[.,;:)\s]*")
_BLANK = re.compile(r"\s*")
_REACH = 200_000  # characters: a quotation that is not closed within them is a slip
_AFTER_BUT = frozenset({"in", "noun", "after", "before", "unit"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark in a text."""

    start: int
    end: int
    role: Role
    single: bool


def mark_at(text: str, place: int) -> int:
    """How many characters a quotation mark takes here; 0 where there is none (an apostrophe in a word is none)."""
    found = _MARK.match(text, place)
    if found is None or (found.group() in _SINGLE and _in_word(text, found)):
        return 0
    return len(found.group())


def _in_word(text: str, found: re.Match[str]) -> bool:
    return text[found.start() - 1 : found.start()].isalnum() and text[found.end() : found.end() + 1].isalnum()


def marks(text: str, start: int, end: int, *, single: bool) -> Iterator[Mark]:
    """The marks of a stretch of text: the single ones, or the double ones, with the part that each plays."""
    for found in _MARK.finditer(text, start, end):
        is_single = found.group() in _SINGLE
        if is_single == single and not (is_single and _in_word(text, found)):
            yield Mark(found.start(), found.end(), _role(text, found), is_single)


def _role(text: str, found: re.Match[str]) -> Role:
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    opens = (not before or before.isspace() or before in "([{–—-:/„“‚‘«") and bool(after) and after not in " \n.,;:)!?"
    closes = bool(before) and not before.isspace()
    if found.group() in _OPENERS:
        return "close" if closes and not opens and (not after or after in " \n.,;:)!?") else "open"
    if found.group() in _CLOSERS:
        return "open" if opens and not closes else "close"
    return "open" if opens else "close"


# words


def words_end(text: str, start: int, single: bool, lex: Lexicon) -> tuple[int, int]:
    """Where the quoted words that begin at `start` end, and where the sentence goes on behind their mark. A mark that
    is missing stands where the sentence goes on."""
    line_end = text.find("\n", start)
    end = len(text) if line_end < 0 else line_end
    depth, first, later = 1, None, None
    for mark in marks(text, start, end, single=single):
        if mark.role == "open":
            if _names_words(text, start, mark.start, lex):
                end = mark.start
                break
            depth += 1
            continue
        depth -= 1
        goes_on = _goes_on(text, mark.end, end, lex)
        if depth <= 0 and goes_on:
            return mark.start, mark.end
        if depth <= 0:
            first = first or mark
        elif goes_on:
            later = later or mark
    found = later or first
    if found is not None:
        return found.start, found.end
    return _cut(text, start, end, lex)


def _names_words(text: str, start: int, place: int, lex: Lexicon) -> bool:
    """Does a word such as "rečima:" stand right before this place?"""
    before = re.search(r"(\w+)\s*:?\s*$", text[max(start, place - 40) : place])
    found = lex.at(lex.fold(before[1]), 0) if before else None
    return found is not None and found[0].kind == "noun"


def _goes_on(text: str, place: int, end: int, lex: Lexicon) -> bool:
    """Can a sentence of an amending act go on here?"""
    blank = _AFTER.match(text, place, end)
    after = blank.end() if blank else place
    if after >= end or text[place:after].strip():
        return True
    return mark_at(text, after) > 0 or text[after] == "(" or lex.at(lex.fold(text[after : after + 60]), 0) is not None


def _cut(text: str, start: int, end: int, lex: Lexicon) -> tuple[int, int]:
    """The end of words whose closing mark is missing: where a verb, "and in", or the next words' name follows."""
    folded = lex.fold(text[start:end])
    small = -1  # where a word such as "se" began that stands right before
    for word in re.finditer(r"\w+", folded):
        place = word.start()
        found = lex.at(folded, place)
        kind = found[0].kind if found else "word"
        after = found[1] if found else word.end()
        then = _phrase(folded, after, lex)[1]
        is_name = kind == "noun" and folded[after : after + 1] == ":"
        if kind == "verb" or is_name or (kind == "but" and then is not None and then.kind in _AFTER_BUT):
            end = start + (small if small >= 0 and kind == "verb" else place)
            break
        small = (small if small >= 0 else place) if kind == "known" else -1
    inner = text[start:end].rstrip(" ,;–—-\xa0")
    if start + len(inner) == end or not text[end:].strip():
        inner = inner.removesuffix(".") if not re.search(r"\d\.$", inner) else inner
    return start + len(inner), start + len(inner)


# whole units


def block_end(text: str, start: int, single: bool, opened: bool, lex: Lexicon) -> tuple[int, int]:
    """Where quoted units that begin at `start` end, and where the act goes on. `opened` says that a mark stands before
    them; without marks they go on to the next line that begins a clause. (-1, -1) where the mark before them is none
    of theirs but opens a quotation inside."""
    end = min(start + _REACH, len(text)) if opened else _next_clause(text, start, lex)
    depth, is_inner, later = 1, False, None
    found = marks(text, start, end, single=single)
    following = next(found, None)
    while following is not None:
        mark, following = following, next(found, None)
        if mark.role == "open":
            depth += 1
            continue
        depth -= 1
        if depth > 0 and (later or not opened):
            continue
        ends_line, is_last = _closing(text, mark.end, lex)
        if depth < 0 and is_last:
            return mark.start, mark.end
        if depth == 0 and not is_inner:
            if is_last or (ends_line and not _is_closed_again(text, following, lex)):
                return mark.start, mark.end
            is_inner = True
        elif depth > 0 and is_last:
            later = mark
    if is_inner and opened:
        return -1, -1
    if later is not None:
        return later.start, later.end
    end = _next_clause(text, start, lex)
    inner = text[start:end].rstrip()
    return start + len(inner), end


def _closing(text: str, place: int, lex: Lexicon) -> tuple[bool, bool]:
    """Does a line end behind this place; and can the quotation end here: does the act end, or go on with a clause?"""
    tail = _TAIL.match(text, place)
    after = _end(tail or _AFTER_MARK.match(text, place), place)
    after = _end(_BLANK.match(text, after), after)
    end = text.find("\n", after)
    line = text[after : end if end >= 0 else len(text)]
    return tail is not None, (tail is not None and not line) or begins_clause(line, lex)


def _end(found: re.Match[str] | None, place: int) -> int:
    return found.end() if found else place


def _is_closed_again(text: str, mark: Mark | None, lex: Lexicon) -> bool:
    """Is this a mark that closes a quotation for good, though none was opened?"""
    return mark is not None and mark.role == "close" and _closing(text, mark.end, lex)[1]


def _next_clause(text: str, start: int, lex: Lexicon) -> int:
    place = text.find("\n", start)
    while place >= 0:
        end = text.find("\n", place + 1)
        line = text[place + 1 : end if end >= 0 else len(text)]
        if begins_clause(line, lex):
            return place
        place = end
    return len(text)


_ENUMERATOR = re.compile(r"\s*(?:\(?(?:\d{1,3}[a-zа-ш]?|[^\W\d_]{1,2}|[ivxl]+)\)|\d{1,3}\.)\s+")
_ALONE = frozenset({"verb", "header", "heading", "global", "noun", "former", "end", "start", "ordinal"})
_BEFORE_UNITS = frozenset({"in", "after", "before", "instead", "new"})
_PLACES = frozenset({"unit", "noun", "ordinal", "law", "heading", "new", "end", "former"})
_NUMBER = re.compile(r"[(“„‘\"]?(?:\d|[^\W\d_]{1,2}(?:/\d+)?[)”“’\"]|[ivxlc]+(?!\w))")


def begins_clause(line: str, lex: Lexicon) -> bool:
    """Does this line begin as a clause does ("U članu 5. ...", "Stav 3. ...", "Posle ...") and hold its verb?"""
    number = _ENUMERATOR.match(line)
    folded = lex.fold(line[number.end() if number else 0 :])
    place, found = _phrase(folded, 0, lex)
    while found is not None and found.kind in ("but", "and", "known"):
        place, found = _phrase(folded, place, lex)
    if found is None:
        return False
    if found.kind not in _ALONE:
        then = _phrase(folded, place, lex)[1]
        if found.kind in _BEFORE_UNITS:
            place, then = _phrase(folded, place, lex) if then and then.kind == "known" else (place, then)
            then = _phrase(folded, place, lex)[1] if then and then.kind == "known" else then
            is_head = then is not None and then.kind in _PLACES
        else:
            blank = len(folded) - len(folded[place:].lstrip())
            is_number = _NUMBER.match(folded, blank) is not None or (then is not None and then.kind == "ordinal")
            is_head = found.kind == "unit" and is_number
        if not is_head:
            return False
    kinds = _kinds(folded, lex)
    return "verb" in kinds or "header" in kinds or ("–" in folded and "noun" in kinds)


def _phrase(folded: str, place: int, lex: Lexicon) -> tuple[int, Phrase | None]:
    """The phrase that comes next, and where it ends."""
    while place < len(folded) and folded[place] in " \xa0,":
        place += 1
    found = lex.at(folded, place)
    return (found[1], found[0]) if found else (place, None)


def _kinds(folded: str, lex: Lexicon) -> set[str]:
    found = (lex.at(folded, word.start()) for word in re.finditer(r"[^\W\d_]+", folded))
    return {each[0].kind for each in found if each}
