"""The figures of a legal text, in digits or words: terms, dates, ages, penalties, amounts, percentages, counts.

"od šest meseci do pet godina" is 6 months and 60 months, "EUR 20 000 000" and "dvadeset miliona evra" are one figure.
Numbers of provisions and acts and of annexes are names and no figures; who calls takes citations out beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tomas_desktop.checks.figure_words import Unit, figure_words
from tomas_desktop.checks.number_reading import DASHES, YEARS, Number, Numbers, Token

CALENDAR_YEAR = "year"
_YEAR = Unit("month", 12)
_ROMAN_MONTHS = {numeral: at for at, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), start=1)}
DATE = "date"

_ACT = r"\w*\d+(?:\s?/\s?\d[\d/]*)+(?:/[^\W\d_]+)*"  # 2016/679/EU, 85/05
_DAY = r"\d{1,2}/\d{1,2}/(?:19|20)\d\d\b"
_SHARE = r"[1-9]/[2-9](?![\w/])"
_GAZETTE = (  # OJ L 119, 4.5.2016, p. 1
    r"\b[A-ZČŠ]{2,5}\.?\s(?:No\s|nr\.\s)?[CL]\s\d+[\w/ ]{0,9}?,?\s(?:\w{2,3}\s)?"
    r"\d\d?\.\d\d?\.\d{4}(?:,\s\w\.\s\d+)?"
)
_SPACED = re.compile(  # what no figure is: numbers of acts, letters with digits, times of day, enumerators
    rf"{_GAZETTE}|(?<![\w/])(?!{_DAY}|{_SHARE}){_ACT}|\d+/[^\W\d_]+"
    r"|(?:[^\W\d_]|[^\W\d_]-)\d[\w-]*|\d+:\d\d|(?<![\w(])\d+\)"
    r"|\(\d+[^\W\d_]?\)(?=\s*[-–;,]?\s*[^\W\d_]*\s*\(\d)"
)
# What may stand between the number of an act and its date: Regulation (EU) 2016/679 of the European Parliament and of
# the Council of 27 April 2016.
_FAR = 120
_MAKERS = (
    "parliament parlament council savet vijeć sav commission komisij komision совет парламент комисиј комис këshill"
)
_ACT_DATE = re.compile(
    rf"(?:{_ACT})(?:[\s,]+(?:[^\W\d_]{{1,3}}|[^\W\d_a-zа-яëç][^\W\d_]*|(?:{'|'.join(_MAKERS.split())})\w*|dat\w+))*[\s,]*$"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `kind` is what it counts in (months, days, percent, a currency), "" where nothing says it. A weak one
    answers for another and asks for nothing itself: the article "one", "the second", "both"."""

    value: Fraction
    kind: str
    text: str  # as it stands
    start: int
    end: int
    is_weak: bool = False
    in_words: bool = False
    stands_alone: bool = False  # never takes the unit of the figure behind it
    number: Fraction = Fraction(0)  # the value before its unit was converted; 0 where none was

    @property
    def spoken(self) -> Fraction:
        """The number as the text says it: five of five years."""
        return self.number or self.value


def figures(text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text in their order."""
    if not text:
        return ()
    lex = figure_words(language)
    bare = _SPACED.sub(lambda match: "\x00" + " " * (len(match.group()) - 1), text)
    return tuple(
        figure
        for figure in _Reader(bare, lex).read()
        if figure.kind != DATE or not _ACT_DATE.search(text, max(0, figure.start - _FAR), figure.start)
    )


class _Reader(Numbers):
    def read(self) -> tuple[Figure, ...]:
        found: list[tuple[Figure, int, int]] = []  # with its first token and the token behind it
        at = 0
        while at < len(self.tokens):
            read = self._figure(at) if self.tokens[at].opens else None
            if read is None:
                at += 1
                continue
            figure, following = read
            if figure is not None:
                found.append((figure, at, following))
            at = following
        return tuple(each for each in self._with_shared_units(found))

    # ---- one figure ------------------------------------------------------------------------------------------

    def _figure(self, at: int) -> tuple[Figure | None, int] | None:
        """The figure that begins at a token and the token behind it; a figure of None is passed over."""
        token, lex = self.tokens[at], self.lex
        if token.kind == "date":
            return self._date_in_digits(token), at + 1
        if token.kind == "share":
            return self._share_in_digits(token, at), at + 1
        if token.kind == "mark" and token.text not in lex.units:
            return None
        if token.kind == "word":
            if (month := self._month_first(at)) is not None:
                return month
            if token.folded in lex.labels and (after := self._labelled(at + 1)) > at + 1:
                return None, after
            if (half := self._half_of(at)) is not None:
                return half
            if (one := self.phrase(lex.ones, at)) is not None:
                size, end = self._and_more(one[0], one[1])
                figure = self._made(size, one[0].kind, at, end, in_words=True)
                return replace(figure, is_weak=lex.language == "en"), end
            if (unit_and_more := self._unit_and_more(at)) is not None:
                return unit_and_more
            if token.folded in lex.both or token.folded in lex.multiples:
                value = Fraction(lex.multiples.get(token.folded, 2))
                figure = self._made(value, "", at, at + 1, in_words=True, is_weak=True)
                return replace(figure, stands_alone=True), at + 1
            if (compound := self.lex.compound(token.folded)) is not None:
                return self._made(*compound, at, at + 1, in_words=True), at + 1
        before = self._money_before(at)
        number = self.number(at + 1 if before else at)
        if number is None:
            return None
        if (date := self._date(number)) is not None:
            return self._made(date[0], DATE, at, date[1], in_words=number.in_words), date[1]
        return self._counted(at, number, before)

    def _counted(self, at: int, number: Number, before: Unit | None) -> tuple[Figure | None, int]:
        """A number with what it counts, which stands behind it or, for money, before it."""
        lex = self.lex
        value, end = self.with_half(number.value, self.repeated(number))
        if before is not None:
            return self._made(value * before.size, before.kind, at, end, in_words=number.in_words), end
        unit, after = self.unit(end)
        if unit == Unit("month", 12) and value.denominator == 1 and 1500 < value < 2200:
            return self._made(value, CALENDAR_YEAR, at, after, in_words=number.in_words), after
        if unit is not None:
            more, after = (Fraction(unit.size), after) if number.is_ordinal else self._and_more(unit, after)
            whole = value * unit.size + more - unit.size
            weak = (number.is_one and lex.article_is_one) or (number.is_ordinal and value <= 2)
            figure = self._made(whole, unit.kind, at, after, in_words=number.in_words, is_weak=weak)
            return replace(figure, number=whole / unit.size), after
        part = end + (self.printed(end) in DASHES or self.folded(end) == "te")  # two-thirds, dy të tretat
        if self.folded(part) in lex.fractions and not number.is_ordinal:
            shared = value / lex.fractions[self.folded(part)]
            return self._made(shared, "share", at, part + 1, in_words=number.in_words), part + 1
        following = self.folded(end)
        if number.is_ordinal and (following in lex.idioms or self.folded(end + 1) in lex.idioms):
            return None, end
        if value in YEARS and not number.is_ordinal and not number.is_grouped:
            return self._made(value, CALENDAR_YEAR, at, end, in_words=number.in_words), end
        is_aside = self.printed(at - 1) == "(" and self.printed(end) == ")"  # (12), perhaps the number of something
        weak = number.is_one or is_aside or (number.is_ordinal and value <= 2)  # drugi is "other" too
        figure = self._made(value, "", at, end, in_words=number.in_words, is_weak=weak)
        return replace(figure, stands_alone=number.is_ordinal), end

    def _and_more(self, unit: Unit, at: int) -> tuple[Fraction, int]:
        """How much one unit is with what is said behind it, "and a half" or "and six months", and the token behind."""
        size = Fraction(unit.size)
        half = self.half(at)
        if half > at:
            return size * 3 / 2, half
        months = self.number(at + 1) if unit == _YEAR and self.folded(at) in self.lex.joints else None
        if months is not None and not months.is_ordinal and months.value < _YEAR.size:
            found, end = self.unit(months.next)
            if found == Unit("month", 1):
                return size + months.value, end
        return size, at

    def _unit_and_more(self, at: int) -> tuple[Figure, int] | None:
        """godinu i po, godinu i šest meseci: a unit with more, without a number."""
        unit = self.phrase(self.lex.units, at)
        if unit is None:
            return None
        size, end = self._and_more(*unit)
        return (self._made(size, unit[0].kind, at, end, in_words=True), end) if end > unit[1] else None

    def _half_of(self, at: int) -> tuple[Figure, int] | None:
        """Half an hour, pola miliona; half of anything else says a share."""
        for phrase in (*self.lex.half, *self.lex.half_of_unit):
            end = at + len(phrase)
            if any(self.folded(at + place) != word for place, word in enumerate(phrase)):
                continue
            value, end = self.times(Fraction(1, 2), end)
            unit, after = self.unit(end)
            if unit is not None:
                return self._made(value * unit.size, unit.kind, at, after, in_words=True), after
            if value != Fraction(1, 2):
                return self._made(value, "", at, end, in_words=True), end
            if phrase in self.lex.half:
                return self._made(value, "share", at, at + 1, in_words=True, is_weak=True), end
        return None

    def _share_in_digits(self, token: Token, at: int) -> Figure | None:
        """2/3, which may also be the number of something."""
        value = Fraction(token.text)
        return self._made(value, "share", at, at + 1, is_weak=True) if value < 1 else None

    def _made(
        self, value: Fraction, kind: str, at: int, end: int, *, in_words: bool = False, is_weak: bool = False
    ) -> Figure:
        start, stop = self.tokens[at].start, self.tokens[max(end - 1, at)].end
        return Figure(value, kind, " ".join(self.text[start:stop].split()), start, stop, is_weak, in_words)

    def _labelled(self, at: int) -> int:
        """The token behind the numbers that are the name of something: br. 85/05, 88/05; No 2; Annexes 1 and 3."""
        end = at
        while (token := self.at(at)) is not None:
            if token.kind in ("digits", "share") or token.text == "\x00":
                end = at = at + 1
                continue
            is_joint = token.text in (",", "-", "–") or token.folded in self.lex.joins
            following = self.at(at + 1)
            if not (is_joint and end == at and following is not None and following.kind == "digits"):
                break
            if self.unit(at + 2)[0] is not None and token.text != ",":  # No 5 and 3 days
                break
            at += 1
        dated = end + (self.printed(end) == ",")
        if self.folded(dated) in self.lex.dated:  # nr. 7895, datë 27.1.1995
            token = self.at(dated + 1)
            day = self.number(dated + 1)
            date = self._date(day) if day is not None else None
            return date[1] if date else dated + 2 if token is not None and token.kind == "date" else end
        return end

    # ---- what is counted -------------------------------------------------------------------------------------

    def _money_before(self, at: int) -> Unit | None:
        """The currency before a number, EUR 5 000; not the one of the number before it."""
        found = self.phrase(self.lex.units, at)
        if found is None or not found[0].kind.isupper():
            return None
        following = self.at(at + 1)
        before = self.at(at - 1) if at else None
        if following is None or following.kind != "digits" or (before is not None and before.kind == "digits"):
            return None
        return found[0]

    def _with_shared_units(self, found: Sequence[tuple[Figure, int, int]]) -> Iterator[Figure]:
        """Two to eight years: a figure without a unit takes that of the next, or the currency of the one before, where
        nothing but such words as "to" stands between."""
        out = [figure for figure, _, _ in found]
        for place in range(len(found) - 2, -1, -1):
            figure, following = out[place], out[place + 1]
            if not figure.kind and not figure.stands_alone and following.kind not in ("", DATE, CALENDAR_YEAR, "share"):
                size, unit = self._unit_of(following, found[place + 1])
                if self._only_joins(found[place][2], found[place + 1][1]):
                    text = f"{figure.text} … {unit}"
                    weak = figure.is_weak and self.lex.article_is_one
                    out[place] = replace(
                        figure,
                        value=figure.value * size,
                        kind=following.kind,
                        text=text,
                        is_weak=weak,
                        number=figure.value,
                    )
        for place in range(1, len(found)):
            figure, previous = out[place], out[place - 1]
            is_money = not figure.kind and previous.kind.isupper()
            if is_money and self._only_joins(found[place - 1][2], found[place][1]):
                out[place] = replace(figure, kind=previous.kind)
        return iter(out)

    def _unit_of(self, figure: Figure, read: tuple[Figure, int, int]) -> tuple[int | Fraction, str]:
        """The unit in which a figure was written: how much one is, and its words."""
        for at in range(read[1], read[2]):
            phrase = self.phrase(self.lex.units, at)
            unit = phrase[0] if phrase else self.adjective(self.folded(at))
            if unit is not None and unit.kind == figure.kind:
                return unit.size, self.printed(at)
        return 1, figure.kind

    def _only_joins(self, start: int, end: int) -> bool:
        return all(
            token.folded in self.lex.joins or token.text in DASHES or token.text in ",/"
            for token in self.tokens[start:end]
        )

    # ---- dates -----------------------------------------------------------------------------------------------

    def _date(self, day: Number) -> tuple[Fraction, int] | None:
        """Day, month and year, or what of them stands there, from a number on; and the token behind it."""
        at = day.next
        while self.folded(at) in ("of", "the", "og"):
            at += 1
        month = self.lex.months.get(self.folded(at))
        year, end = self._year(at + 1)
        if month is None and year:  # 25. V 2018
            month = _ROMAN_MONTHS.get(self.printed(at))
        if month is None or not 1 <= day.value <= 31 or day.value.denominator != 1:
            return None
        return _date(year, month, int(day.value)), end

    def _month_first(self, at: int) -> tuple[Figure | None, int] | None:
        """May 25, 2018; May 2018."""
        month = self.lex.months.get(self.tokens[at].folded)
        if month is None:
            return None
        day = self.number(at + 1)
        if day is not None and 1 <= day.value <= 31 and not day.in_words:
            year, end = self._year(day.next)
            if end > day.next:
                return self._made(_date(year, month, int(day.value)), DATE, at, end), end
            if self.tokens[at].text[:1].isupper() and self.lex.language == "en":  # June 12
                return self._made(_date(0, month, int(day.value)), DATE, at, day.next), day.next
        year, end = self._year(at + 1)
        return (self._made(_date(year, month, 0), DATE, at, end), end) if end > at + 1 else None

    def _year(self, at: int) -> tuple[int, int]:
        """A year and the token behind it and the word for a year; 0 where there is none."""
        here = at + (self.printed(at) == ",")
        number = self.number(here)
        if number is None or number.value not in YEARS or number.value.denominator != 1:
            return 0, at
        unit, after = self.unit(number.next)
        return int(number.value), after if unit == Unit("month", 12) else number.next

    def _date_in_digits(self, token: Token) -> Figure | None:
        parts = [int(part) for part in re.findall(r"\d+", token.text)]
        year, month, day = parts if parts[0] > 31 else parts[::-1]
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        return Figure(_date(year, month, day), DATE, token.text, token.start, token.end)


def _date(year: int, month: int, day: int) -> Fraction:
    return Fraction(year * 10_000 + month * 100 + day)


def is_same_date(one: Fraction, other: Fraction) -> bool:
    """Do two dates say the same where both say something? A day or a year that is not said is 0."""
    parts = [(int(date) // 10_000, int(date) // 100 % 100, int(date) % 100) for date in (one, other)]
    return all(a == b or not a or not b for a, b in zip(*parts, strict=True))
