"""Which legal order and language a text is in, told by its words before anything is read.

Each installed order and language is scored by what is known of it: the small words of the language, what it says of
itself (the words of its units, citations, months and gazettes, the name of the state), and how it opens articles and
paragraphs. A word counts the less, the more orders have it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tomas_desktop.jurisdiction import marks
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.services.sources import Origin, as_file
from tomas_desktop.text import stopwords
from tomas_desktop.text.tokens import words

# What a line that opens an article, a name of the state and a number of a paragraph weigh beside a known word.
_OPENED, _NAMED, _NUMBERED = 3.0, 10.0, 0.05
_STEM = 5  # letters by which a name is known in all its cases
_NUMBERED_LINE = re.compile(r"[(\[]?\d{1,3}[.)\]]{0,2}(?=\s)")


@dataclass(frozen=True, slots=True)
class Guess:
    """An order and a language; `confidence` is how far they are ahead of the next best, 0 to 1."""

    country: str
    language: str
    confidence: float


def of_source(origin: Origin, country: str = "") -> Guess | None:
    """The order and language of a file by its first lines; see `recognise`. Raises UnreadableError where it holds no
    text at all, NotFoundError("no-file")."""
    from tomas_desktop.importers import base, sample  # lxml and the formats load when a file is read

    with as_file(origin) as path:
        return recognise(sample.lines_of(base.load(path), path), country)


def recognise(lines: Sequence[str], country: str = "") -> Guess | None:
    """The likeliest order and language, of one country where it is given; None where nothing speaks for any."""
    every = [packs.load(each, tag) for each in packs.countries() for tag in packs.languages(each)]
    orders = [pack for pack in every if not pack.is_translation or pack.country == country or _is_opened(lines, pack)]
    scores = _scores(lines, orders)
    best, *others = sorted((pack for pack in orders if country in ("", pack.country)), key=lambda each: -scores[each])
    if not scores[best]:
        return None
    ahead = 1 - scores[others[0]] / scores[best] if others else 1.0
    return Guess(best.country, best.language, ahead)


def _is_opened(lines: Sequence[str], pack: Pack) -> bool:
    """Does a text open as the acts of this order do? A law and the translation of a foreign act are written in the same
    words of the same language; only the formulas around them tell, and one of these may stand anywhere."""
    formulas = (pack.enacting, pack.citation, pack.recital_intro)
    return sum(any(marks.begins(line, words) for line in lines) for words in formulas) > 1


def _scores(lines: Sequence[str], orders: Sequence[Pack]) -> dict[Pack, float]:
    found = Counter(word.casefold().replace("ё", "ë") for line in lines for word in words(line))
    begun = Counter({word[:_STEM]: 0 for word in found})
    for word, count in found.items():
        begun[word[:_STEM]] += count
    shapes = Counter(_shape(match[0]) for line in lines if (match := _NUMBERED_LINE.match(line)))
    in_all, numbered = max(found.total(), 1), max(shapes.total(), 1)
    owners = Counter(word for pack in orders for word in _vocabulary(pack))
    named = Counter(stem for pack in orders for stem in _name(pack))
    scores = {}
    for pack in orders:
        told = sum(found[word] / owners[word] for word in _vocabulary(pack))
        told += _NAMED * sum(begun[stem] / named[stem] for stem in _name(pack))
        opened = sum(bool(_article(pack).match(line)) for line in lines)
        style = next(iter(pack.rule("paragraph").styles), "")
        shaped = shapes[_shape(style)] / numbered if opened else 0.0
        scores[pack] = told / in_all + _OPENED * opened / max(len(lines), 1) + _NUMBERED * shaped
    return scores


@cache
def _vocabulary(pack: Pack) -> frozenset[str]:
    """The small words of the language, and the words with which the order names units, acts, dates and gazettes."""
    own = [
        *(form for unit in pack.units.values() for form in unit.forms), *pack.citation, *pack.recital_intro,
        *pack.enacting, *pack.conclusions, *pack.deleted, *pack.leftover, *pack.annex, *pack.months, *pack.gazettes,
        *pack.history, *_texts(pack.citations),
    ]  # fmt: skip
    said = {word.casefold() for text in own for word in words(re.sub(r"\{[^}]*\}", " ", text)) if word.isalpha()}
    return stopwords.of_language(pack.language) | said


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


@cache
def _name(pack: Pack) -> frozenset[str]:
    return frozenset(word.casefold()[:_STEM] for word in words(pack.name) if len(word) > _STEM)


@cache
def _article(pack: Pack) -> re.Pattern[str]:
    """What a line looks like that opens an article."""
    forms = (re.escape(form).replace(r"\{n\}", r"\s*\d+") for form in pack.article.forms)
    return re.compile("|".join(rf"(?:{form})(?![^\W\d])" for form in forms) or "(?!)", re.IGNORECASE)


def _shape(number: str) -> str:
    """`(1)` for any number in brackets."""
    return re.sub(r"\d+", "1", number)
