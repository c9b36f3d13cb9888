"""Numbers in a legal text, in digits or words, and what stands behind them: the words of which figures are made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from tomas_desktop.checks.figure_words import FigureWords, Phrase, Unit, read_word

YEARS = range(1900, 2101)
_CURRENCIES = frozenset("€$£")
DASHES = frozenset("-–—‑")
_LONGEST = 30  # digits of a number; more are a code
_BLANK = "\u00a0\u202f\u2009 "
_TOKEN = re.compile(
    rf"(?P<date>\b\d{{1,2}}\s?[./]\s?\d{{1,2}}\s?[./]\s?(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b)"
    r"|(?P<share>(?<![\w/])[1-9]/[2-9](?![\w/]))"
    rf"|(?P<digits>\d{{1,3}}(?:[{_BLANK}.,'’]\d{{3}})+(?!\d)(?:[.,]\d{{1,2}}(?!\d))?|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+)|(?P<mark>[^\s.])"
)
_GROUPS = re.compile(rf"\d{{1,3}}(?:[{_BLANK}.,'’]\d{{3}})+(?!\d)")


class Token(NamedTuple):
    """A word (folded), a number in digits or a mark of a text."""

    kind: Literal["date", "share", "digits", "word", "mark"]
    text: str
    folded: str
    start: int
    end: int
    opens: bool  # may a figure begin here?


class Number(NamedTuple):
    """A number that was read, and the token behind it."""

    value: Fraction
    next: int
    is_ordinal: bool = False
    in_words: bool = False
    is_one: bool = False  # the word that is an article too
    is_grouped: bool = False  # 2.000, which no year is


def _token(match: re.Match[str], language: str) -> Token:
    kind, text = match.lastgroup, match.group()
    folded, opens = read_word(language, text) if kind == "word" else (text, kind != "mark" or text in _CURRENCIES)
    return Token(kind, text, folded, match.start(), match.end(), opens)  # type: ignore[arg-type]


class Numbers:
    """The tokens of a text in one language. What lies beyond their end is no token, an empty word and no number."""

    def __init__(self, text: str, lex: FigureWords) -> None:
        self.text, self.lex = text, lex
        self.tokens = [_token(match, lex.language) for match in _TOKEN.finditer(text)]

    # ---- tokens ----------------------------------------------------------------------------------------------

    def at(self, at: int) -> Token | None:
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def folded(self, at: int) -> str:
        token = self.at(at)
        return token.folded if token is not None else ""

    def printed(self, at: int) -> str:
        token = self.at(at)
        return token.text if token is not None else ""

    def phrase(self, phrases: Mapping[str, tuple[tuple[Phrase, Unit], ...]], at: int) -> tuple[Unit, int] | None:
        """The longest of these phrases that stands here, and the token behind it."""
        for phrase, unit in phrases.get(self.folded(at), ()):
            if all(self.folded(at + place) == word for place, word in enumerate(phrase)):
                return unit, at + len(phrase)
        return None

    # ---- numbers ---------------------------------------------------------------------------------------------

    def number(self, at: int) -> Number | None:
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        if token.kind == "digits":
            if len(token.text) > _LONGEST:
                return None
            value = _in_digits(token.text)
            following = at + 1
            mark = self.at(following)
            if mark is not None and mark.kind == "word" and mark.start == token.end:  # 20th, 24h; not 5a
                if mark.folded in self.lex.ordinal_marks:
                    return Number(value, following + 1, is_ordinal=value < YEARS[0])
                return Number(value, following) if mark.folded in self.lex.units else None
            value, following = self.times(value, following)
            return Number(value, following, is_grouped=not token.text.isdigit())
        return self._in_words(at) if token.kind == "word" else None

    def _in_words(self, at: int) -> Number | None:
        total = current = 0
        begun = is_ordinal = False
        first = self._word(at)
        here = at
        while True:
            word = self._word(here)
            if word is None:
                if begun and self._is_joint(here):
                    following = self._word(here + 1)
                    if following is not None and following[1] != "times" and _goes_on(current, total, following[0]):
                        here += 1
                        continue
                break
            value, kind = word
            if kind == "times":
                is_alone = self.unit(here + 1)[0] is None and self.half(here + 1) == here + 1
                if not begun and is_alone and not self._more(here + 1):
                    return None  # "millions" alone; "hiljadu dinara" is a number
                current = max(1, current) * value
                if value > 100:
                    total, current = total + current, 0
            else:
                if begun and not _goes_on(current, total, value):
                    break
                current += value
            begun = True
            here += 1
            if kind == "ordinal":
                is_ordinal = True
                break
        if not begun:
            return None
        is_one = here == at + 1 and first is not None and first[0] == 1
        return Number(Fraction(total + current), here, is_ordinal, True, is_one)

    def _word(self, at: int) -> tuple[int, str] | None:
        token = self.at(at)
        if token is None or token.kind != "word":
            return None
        found = self.lex.number(token.text, token.folded)
        return (found.value, found.kind) if found else None

    def _more(self, at: int) -> bool:
        """Does a number go on here: hiljadu (i) pet?"""
        word = self._word(at + self._is_joint(at))
        return word is not None and word[1] != "times"

    def _is_joint(self, at: int) -> bool:
        """May this token stand inside a number: twenty-four, dvadeset i četiri?"""
        token = self.at(at)
        if token is None:
            return False
        return (token.kind == "word" and token.folded in self.lex.joints) or (
            token.text in DASHES and self.text[token.start - 1 : token.start].isalpha()
        )

    def repeated(self, number: Number) -> int:
        """The token behind a number that is said again in brackets: 30 (thirty) days."""
        at = number.next
        if self.printed(at) == "(":
            again = self.number(at + 1)
            if again is not None and again.value == number.value and self.printed(again.next) == ")":
                return again.next + 1
        return at

    def times(self, value: Fraction, at: int) -> tuple[Fraction, int]:
        """A value with the thousands and millions behind it, and the token behind them."""
        while (word := self._word(at)) is not None and word[1] == "times":
            value, at = value * word[0], at + 1
        return value, at

    def with_half(self, value: Fraction, at: int) -> tuple[Fraction, int]:
        """A value with "and a half" behind it, of what it is said of: two and a half million, dva miliona i po."""
        half = self.half(at)
        if half == at:
            return value, at
        last = self._word(at - 1)
        if last is not None and last[1] == "times":
            return value + Fraction(last[0], 2), half
        return self.times(value + Fraction(1, 2), half)

    def half(self, at: int) -> int:
        """The token behind "and a half", or the same where it is not said."""
        for phrase in self.lex.halves:
            if all(self.folded(at + place) == word for place, word in enumerate(phrase)):
                return at + len(phrase)
        return at

    def unit(self, at: int) -> tuple[Unit | None, int]:
        """The unit behind a number and the token behind it."""
        lex, here = self.lex, at
        hyphen = self.printed(here) in DASHES
        here += hyphen
        is_working = False
        for _ in range(3):
            found = self.phrase(lex.units, here)
            if found is not None:
                unit, after = found
                if lex.working_after and self.folded(after) in lex.working and unit.kind == "day":
                    is_working, after = True, after + 1
                return (Unit("working day", unit.size) if is_working and unit.kind == "day" else unit), after
            word = self.folded(here)
            if word in lex.working:
                is_working = True
            elif word not in lex.between:
                break
            here += 1
        adjective = self.adjective(self.folded(here)) if hyphen and here == at + 1 else None
        return (adjective, here + 1) if adjective else (None, at)

    def adjective(self, word: str) -> Unit | None:
        return next((unit for stem, unit in self.lex.adjectives if word.startswith(stem)), None)


def _in_digits(text: str) -> Fraction:
    """1 000, 1.000 and 1,000 are a thousand; 2,5 and 2.5 are two and a half."""
    whole = _GROUPS.match(text)
    if whole and not text.startswith("0"):
        rest = text[whole.end() :].replace(",", ".")
        return Fraction(re.sub(r"\D", "", whole.group()) + rest)
    return Fraction(text.replace(",", "."))


def _goes_on(current: int, total: int, value: int) -> bool:
    """Can a smaller number stand behind this one: twenty, five?"""
    if current == 0:
        return total > 0 and value < 1000
    return (current % 100 == 0 and value < 100) or (current % 10 == 0 and current % 100 > 10 and value < 10)
