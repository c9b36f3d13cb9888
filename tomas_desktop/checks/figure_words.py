"""The number words and units of a language as the reader of figures looks them up: each form by its folded letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from tomas_desktop.jurisdiction.check_words import listed, words
from tomas_desktop.text.scripts import to_latin
from tomas_desktop.text.stems import fold, rules_of

Phrase = tuple[str, ...]


class NumberWord(NamedTuple):
    """What a word adds to a number or (`times`) multiplies it with."""

    value: int
    kind: Literal["cardinal", "ordinal", "times"]


class Unit(NamedTuple):
    """What a figure counts: one kind for all that can be exactly converted (years into months, weeks into days), and
    how much of that kind one is."""

    kind: str
    size: int | Fraction


# Hours are no days: a time limit in days begins on the day after, one in hours at once (Regulation (EEC, Euratom)
# No 1182/71, Article 3). Neither are days months.
_UNITS = {
    "minute": Unit("hour", Fraction(1, 60)), "hour": Unit("hour", 1), "day": Unit("day", 1), "week": Unit("day", 7),
    "working_day": Unit("working day", 1), "month": Unit("month", 1), "year": Unit("month", 12),
    "percent": Unit("percent", 1), "permille": Unit("permille", 1), "third": Unit("share", Fraction(1, 3)),
    "member": Unit("", 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of one language. `units` and `ones` (one unit without a number) are phrases by their first word, the
    longest first; `is_known` is False for a language that is read by digits only."""

    language: str
    numbers: Mapping[str, NumberWord]
    prefixes: Mapping[str, int]
    adjectives: tuple[tuple[str, Unit], ...]
    units: Mapping[str, tuple[tuple[Phrase, Unit], ...]]
    ones: Mapping[str, tuple[tuple[Phrase, Unit], ...]]
    halves: tuple[Phrase, ...]
    half: tuple[Phrase, ...]  # of what follows: half an hour
    half_of_unit: tuple[Phrase, ...]  # the same, but half of nothing else
    fractions: Mapping[str, int]
    months: Mapping[str, int]
    joints: frozenset[str]
    joins: frozenset[str]
    between: frozenset[str]
    working: frozenset[str]
    working_after: bool  # does that word stand behind the days?
    labels: frozenset[str]
    dated: frozenset[str]
    idioms: frozenset[str]
    both: frozenset[str]
    multiples: Mapping[str, int]
    ordinal_marks: frozenset[str]
    exact: frozenset[str]
    article_is_one: bool
    is_known: bool

    def number(self, surface: str, folded: str) -> NumberWord | None:
        """The number that a word is, or None."""
        found = self.numbers.get(folded)
        if found is not None and folded in self.exact:
            small = surface.casefold()
            return found if small in self.exact or to_latin(small) in self.exact else None
        return found or _in_one_word(self.language, folded)

    def compound(self, folded: str) -> tuple[Fraction, str] | None:
        """A number and a unit in one word, petogodišnji, шестмесечен: its value and what it counts."""
        for stem, unit in self.adjectives:
            at = folded.find(stem, 2)
            if at > 0 and (number := self._prefix(folded[:at])):
                return Fraction(number * unit.size), unit.kind
        return None

    def _prefix(self, folded: str) -> int:
        """The number that a compound begins with: dvadesetjedno-; 0 for none."""
        whole = self.prefixes.get(folded)
        if whole is not None:
            return whole
        for at in range(5, len(folded) - 1):
            tens, ones = self.prefixes.get(folded[:at], 0), self.prefixes.get(folded[at:].removeprefix("i"), 0)
            if tens >= 20 and tens % 10 == 0 and 0 < ones < 10:
                return tens + ones
        return 0

    def opens(self, folded: str) -> bool:
        """May a figure, or the name of a number, begin with this word?"""
        places = (self.numbers, self.ones, self.both, self.multiples, self.months, self.labels, self.units)
        halves = (*self.half, *self.half_of_unit)
        if any(folded in place for place in places) or any(folded == phrase[0] for phrase in halves):
            return True
        return self.compound(folded) is not None or _in_one_word(self.language, folded) is not None


@lru_cache(maxsize=50_000)
def _in_one_word(language: str, folded: str) -> NumberWord | None:
    """A number whose words are written as one: stodvadeset, dvadesetipet, dyzetepesë."""
    lex = figure_words(language)
    for at in range(3, len(folded) - 1):
        head = lex.numbers.get(folded[:at])
        if head is None or head.kind != "cardinal" or head.value < 20 or head.value % 10:
            continue
        for rest in (folded[at:], *(folded[at + len(joint) :] for joint in lex.joints if folded.startswith(joint, at))):
            tail = lex.numbers.get(rest) or _in_one_word(language, rest)
            if tail is not None and tail.kind != "times" and tail.value < (10 if head.value % 100 else 100):
                return NumberWord(head.value + tail.value, tail.kind)
    return None


@lru_cache(maxsize=50_000)
def read_word(language: str, word: str) -> tuple[str, bool]:
    """A word folded, and whether a figure may begin with it."""
    folded = fold(word, language)
    return folded, figure_words(language).opens(folded)


@cache
def figure_words(language: str) -> FigureWords:
    """The figure words of a language; for one without a file only the signs that all languages have."""
    own = rules_of(language)
    table = words(own)
    return _compiled(own, table)


def _compiled(own: str, table: Mapping[str, Any]) -> FigureWords:
    def folded(text: str) -> str:
        return fold(text, own)

    def small(key: str) -> frozenset[str]:
        return frozenset(folded(word) for word in listed(table.get(key, "")))

    def by_word(key: str) -> dict[str, int]:
        return {folded(word): int(value) for value, forms in table.get(key, {}).items() for word in listed(forms)}

    numbers = table.get("numbers", {})

    def phrases(key: str) -> tuple[Phrase, ...]:
        return tuple(tuple(map(folded, each.split())) for each in listed(numbers.get(key, "")))

    cardinals = dict(_cardinals(numbers, folded)) | {
        word: NumberWord(value, "times") for word, value in by_word("factors").items()
    }
    units = {name: listed(forms) for name, forms in table.get("units", {"percent": "%"}).items()}
    money = {Unit(code, 1): listed(forms) for code, forms in table.get("money", {"EUR": "€, EUR"}).items()}
    by_unit = [*((_UNITS[name], forms) for name, forms in units.items()), *money.items()]
    adjectives = [
        (folded(stem), _UNITS[name]) for name, stems in table.get("adjectives", {}).items() for stem in listed(stems)
    ]
    prefixes = by_word("prefixes")
    for word, number in cardinals.items():
        if number.kind == "cardinal":
            prefixes.setdefault(word, number.value)
            prefixes.setdefault(f"{word}o", number.value)
    exact = small("exact")
    return FigureWords(
        language=own,
        numbers=cardinals,
        prefixes=prefixes,
        adjectives=tuple(adjectives),
        units=_phrases(by_unit, folded),
        ones=_phrases([(_UNITS[name], listed(forms)) for name, forms in table.get("ones", {}).items()], folded),
        halves=phrases("halves"),
        half=phrases("half"),
        half_of_unit=phrases("half_of_unit"),
        fractions=by_word("fractions"),
        months={
            folded(form): place
            for place, forms in enumerate(table.get("months", "").split(), start=1)
            for form in forms.split("|")
        },
        joints=frozenset(map(folded, listed(numbers.get("joints", "")))),
        joins=frozenset(word for each in listed(table.get("joins", "")) for word in map(folded, each.split())),
        between=small("between"),
        working=small("working"),
        working_after=bool(table.get("working_after", False)),
        labels=small("labels"),
        dated=small("dated"),
        idioms=frozenset(map(folded, listed(numbers.get("idioms", "")))),
        both=small("both"),
        multiples=by_word("multiples"),
        ordinal_marks=small("ordinal_marks"),
        exact=exact,
        article_is_one=bool(table.get("article_is_one", False)),
        is_known=bool(table),
    )


def _cardinals(numbers: Mapping[str, Any], folded: Any) -> Iterator[tuple[str, NumberWord]]:
    """Every form of every number word. Cardinals come last: where an ordinal is spelt as one, it is one."""
    endings = ["" if each == "-" else each for each in numbers.get("ordinal_endings", "-").split()]
    for key, first, step in (
        ("ordinals", 1, 1),
        ("ordinal_tens", 2, 10),
        ("ordinal_hundreds", 1, 100),
        ("ordinal_thousands", 1, 1000),
    ):
        for value, stem in _counted(numbers.get(key, ""), first, step):
            for ending in endings:
                yield folded(stem + ending), NumberWord(value, "ordinal")
    for key, first, step in (("cardinals", 1, 1), ("tens", 2, 10), ("hundreds", 1, 100)):
        for value, form in _counted(numbers.get(key, ""), first, step):
            yield folded(form), NumberWord(value, "cardinal")


def _counted(line: str, first: int, step: int) -> Iterator[tuple[int, str]]:
    for place, forms in enumerate(line.split(), start=first):
        yield from ((place * step, form) for form in forms.split("|"))


def _phrases(entries: Iterable[tuple[Unit, Iterable[str]]], folded: Any) -> dict[str, tuple[tuple[Phrase, Unit], ...]]:
    found: dict[str, list[tuple[Phrase, Unit]]] = {}
    for unit, forms in entries:
        for form in forms:
            phrase = tuple(map(folded, form.split()))
            found.setdefault(phrase[0], []).append((phrase, unit))
    return {word: tuple(sorted(all_, key=lambda each: -len(each[0]))) for word, all_ in found.items()}
