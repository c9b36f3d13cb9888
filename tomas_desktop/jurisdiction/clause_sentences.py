"""The body of an amending article as marked words, cut into sentences outside quotation marks.

Every quotation is one token: words ("reči: „X”"), or whole units after a colon ("koji glasi: „...”", with marks, with
one of them, or without). What stands in brackets (the gazettes of a law) is no part of a clause and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tomas_desktop.jurisdiction import quoted
from tomas_desktop.jurisdiction.clause_words import DIVISIONS, Kind, Lexicon
from tomas_desktop.jurisdiction.numerals import DASHES

_L = r"[^\W\d_]"
_NUMBER = re.compile(
    rf"-?\d+(?:\.\d+)*(?:\s(?:bis|ter|quater)(?!\w)|{_L}{{1,2}}(?!\w))?(?:/(?:\d+|{_L}{{1,2}})(?!\w))*"
    rf"(?:[{DASHES}]{_L}(?!\w))?\)?"
    rf"|{_L}{{1,2}}(?:/\d+)?\)|[ivxl]+\)"
)
_SPACED = re.compile(rf"\s?[{DASHES}]\s?{_L}(?=[\s.,;)])")  # 38 - а
_BRACKET = re.compile(rf"\((?:\d+(?:\.\d+)*{_L}{{0,2}}|{_L}{{1,2}}|[ivxl]+)\)")
_ROMAN = re.compile(rf"[IVXLC]+(?:[{DASHES}]?[a-zа-ш])?(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LETTER = re.compile(rf"[“„‘\"']({_L}{{1,2}}(?:/\d+)?)[”“’\"']")
_SIGNS: dict[str, Kind] = {",": "comma", ";": "semicolon", ":": "colon", ".": "stop", "\n": "line"}
_BLANK = re.compile(r"[^\S\n]+")
_FAR = 2_000  # characters: a bracket that is not closed within them is a slip
_ANNOUNCING = frozenset({"amend", "insert", "add", "replace"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a mark or a quotation of the act. `role` of a quotation: "words", "units", or "loose" where
    nothing says what it is (the name of a law)."""

    kind: Kind
    start: int
    end: int
    text: str
    value: str = ""
    many: bool = False
    mark: str = ""
    role: str = ""
    counted: bool = False


def tokens(text: str, lex: Lexicon) -> list[Token]:
    """The text of an amending article, lines parted by line breaks, as tokens."""
    return list(_Scanner(text, lex).tokens())


class _Scanner:
    def __init__(self, text: str, lex: Lexicon) -> None:
        self.text, self.lex, self.folded = text, lex, lex.fold(text)
        self.found: list[Token] = []

    def tokens(self) -> Iterator[Token]:
        place = 0
        while place < len(self.text):
            blank = _BLANK.match(self.text, place)
            if blank:
                place = blank.end()
                continue
            token = self._next(place)
            if token is None:
                place = self._after_bracket(place)
                continue
            place = token.end
            self.found.append(token)
            yield token

    def _next(self, place: int) -> Token | None:
        """The token here; None for what is skipped."""
        text = self.text
        unmarked = self._unmarked(place)
        if unmarked:
            return unmarked
        size = quoted.mark_at(text, place)
        if size:
            letter = _LETTER.match(text, place)
            if letter and self._is_letter():
                return Token("letter", place, letter.end(), letter.group(), letter[1])
            return self._quotation(place, size)
        bracket = _BRACKET.match(text, place)
        if bracket:
            return Token("bracket", place, bracket.end(), bracket.group(), bracket.group())
        number = _NUMBER.match(text, place)
        if number:
            end = number.end()
            spaced = _SPACED.match(text, end) if self.lex.suffixed and number.group().isdigit() else None
            end = spaced.end() if spaced else end
            return Token("number", place, end, text[place:end], "".join(text[place:end].split()))
        sign = text[place]
        if sign in _SIGNS:
            return Token(_SIGNS[sign], place, place + 1, sign)
        if sign in DASHES:
            return Token("dash", place, place + 1, sign)
        return self._word(place)

    def _word(self, place: int) -> Token | None:
        found = self.lex.at(self.folded, place)
        roman = _ROMAN.match(self.text, place)
        if found and not (roman and found[0].kind != "unit" and (len(roman.group()) > 1 or self._is_of_division())):
            phrase, end = found
            spelt = self.text[place:end]
            return Token(phrase.kind, place, end, spelt, phrase.value, phrase.many, phrase.mark, "", phrase.counted)
        if roman:
            return Token("roman", place, roman.end(), roman.group(), roman.group())
        word = _WORD.match(self.text, place)
        return Token("word", place, word.end(), word.group()) if word else None

    def _is_of_division(self) -> bool:
        """Does a single letter number a division here ("Glava I"; "i" is a word as well)?"""
        last = self._last()
        return last is not None and last.kind == "unit" and last.value in DIVISIONS

    def _after_bracket(self, place: int) -> int:
        """The place after what is left out here: a bracket with all that is in it, or a single sign."""
        if self.text[place] != "(" or self.text.find(")", place, place + _FAR) < 0:
            return place + 1
        depth = 0
        for sign in re.finditer(r"[()]", self.text[place : place + _FAR]):
            depth += 1 if sign.group() == "(" else -1
            if depth == 0:
                return place + sign.end()
        return place + 1

    # ---- quotations ----------------------------------------------------------------------------------------

    def _is_letter(self) -> bool:
        """Does the number of a lettered unit come here (shkronja “d”, shkronjat “a” dhe “b”)?"""
        before = [token for token in self.found[-3:] if token.kind not in ("and", "comma", "to")]
        return bool(before) and before[-1].kind in ("unit", "letter")

    def _last(self) -> Token | None:
        return self.found[-1] if self.found else None

    def _quotation(self, place: int, size: int) -> Token:
        start, single = place + size, size == 1 and self.text[place] in "‚‘’‛'"
        role = self._role()
        if role == "units":
            end, after = quoted.block_end(self.text, start, single, True, self.lex)
            if end < 0:  # the mark belongs to a word inside
                start = place
                end, after = quoted.block_end(self.text, start, single, False, self.lex)
        else:
            end, after = quoted.words_end(self.text, start, single, self.lex)
        return Token("quote", place, max(after, start), self.text[start:end].strip(), role=role)

    def _role(self) -> str:
        """What a quotation is that begins now."""
        last = self._last()
        if last is None:
            return "loose"
        before = self.found[-2].kind if len(self.found) > 1 else ""
        if last.kind == "noun" or (last.kind == "colon" and before == "noun"):
            return "words"
        if last.kind in ("colon", "reads") or (last.kind == "line" and before == "colon"):
            return "units"
        joined = last.kind in ("and", "comma") and before == "quote"
        is_bound = joined or last.kind in ("verb", "dash", "after", "before", "instead", "known")
        return "words" if is_bound else "loose"

    def _unmarked(self, place: int) -> Token | None:
        """A quotation without a mark before it: words behind "reči:", units behind a colon that announces them."""
        last = self._last()
        if last is None or quoted.mark_at(self.text, place):
            return None
        if last.kind == "colon" and len(self.found) > 1 and self.found[-2].kind == "noun" and self.text[place] != "\n":
            end, after = quoted.words_end(self.text, place, self._single(), self.lex)
            return Token("quote", place, max(after, place + 1), self.text[place:end].strip(), role="words")
        tail = self.found[:-1] if last.kind == "line" else self.found
        if self.text[place] == "\n" or not self._announces(tail):
            return None
        line = self.text[place:].split("\n", 1)[0]
        if quoted.begins_clause(line, self.lex):
            return None
        end, after = quoted.block_end(self.text, place, self._single(), False, self.lex)
        return Token("quote", place, max(after, place + 1), self.text[place:end].strip(), role="units")

    def _single(self) -> bool:
        return self.lex.pack.quotes[0] in "‚‘'"

    def _announces(self, before: Sequence[Token]) -> bool:
        """Do these tokens end in a colon that units follow? Not behind "are amended as follows", which a list
        follows, unless that list is a quotation."""
        if not before or before[-1].kind != "colon" or (len(before) > 1 and before[-2].kind == "noun"):
            return False
        for token in reversed(before):
            if token.kind in ("quote", "semicolon", "line", "header"):
                return False
            if token.kind == "reads" or (token.kind == "verb" and token.value in _ANNOUNCING):
                return True
        return False


# sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words without the enumerator before it, and its text. `style` is how it is enumerated
    ("1)", "a)"), `is_header` that it ends in a colon and others follow."""

    tokens: tuple[Token, ...]
    text: str
    style: str = ""
    is_header: bool = False


_ORDINARY = frozenset({"number", "bracket", "roman", "letter"})
_HEADS = frozenset({
    "in", "after", "before", "former", "instead", "end", "start", "heading", "global", "unit", "noun", "verb",
})  # fmt: skip


def sentences(text: str, lex: Lexicon) -> Iterator[Sentence]:
    """The sentences of an amending article in order. A line ends one unless it plainly goes on below."""
    found = tokens(text, lex)
    start = 0
    for place, token in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if following is None or _ends(text, found, place, token, following):
            yield from _sentence(text, found[start : place + 1])
            start = place + 1


def _ends(text: str, found: Sequence[Token], place: int, token: Token, following: Token) -> bool:
    if token.kind == "line":
        before = next((each for each in reversed(found[:place]) if each.kind != "line"), None)
        if before is not None and before.kind == "colon" and following.kind == "quote":
            return False
        goes_on = text[following.start].islower() and not (before and before.kind in ("colon", "semicolon"))
        is_number = following.kind in ("number", "bracket") and not following.text.isdigit()
        return not goes_on or is_number
    if token.kind != "stop" or following.kind == "line":
        return False
    if not text[following.start].isupper() or following.start == token.end:
        return False
    after_number = place > 0 and found[place - 1].kind in _ORDINARY
    return not after_number or following.kind in _HEADS


def _sentence(text: str, found: Sequence[Token]) -> Iterator[Sentence]:
    words = [token for token in found if token.kind != "line"]
    if not words:
        return
    whole = text[words[0].start : words[-1].end]
    style = ""
    if len(words) > 1 and _enumerates(words):
        style = re.sub(r"\d+|[^\W\d_]+", lambda match: _sign(match.group()), words[0].text)
        words = words[2:] if words[1].kind == "stop" else words[1:]
    yield Sentence(tuple(words), whole, style, bool(words) and words[-1].kind == "colon")


def _sign(number: str) -> str:
    """The sign of the series that an enumerator belongs to: 1, a, i."""
    if number.isdigit():
        return "1"
    return "i" if re.fullmatch(r"[ivx]+", number) and number not in ("v", "x") else "a"


def _enumerates(words: Sequence[Token]) -> bool:
    first, second = words[0], words[1]
    if first.kind == "bracket":
        return True
    if first.kind != "number":
        return False
    return first.text.endswith(")") or (second.kind == "stop" and second.start == first.end)
