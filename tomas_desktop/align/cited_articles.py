"""Which articles of its own law a text names: only what the graph of citations needs. Which provision exactly is meant
is the business of `jurisdiction.citations`, which takes twenty times as long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tomas_desktop.jurisdiction.citation_words import UNITS
from tomas_desktop.jurisdiction.numbering import label
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.text.scripts import eid_letters

_FOREIGN = 60  # letters behind a citation in which the name of another act may stand
_APART = 4  # signs between a word for a unit and its number
_LONGEST = 60  # articles of a range
_NUMBERS = re.compile(r"([^\d(]*?)\s*(\d+)(?:-?([^\W\d_]))?(?![\w)])\.?(?:\(\w+\))*")


def cited_articles(text: str, pack: Pack) -> Iterator[str]:
    """The articles that a text names, as eIds, those within ranges too; whether they exist is not asked."""
    for match in _citation(pack, ("article",)).finditer(text):
        if _of_another(pack).match(text, match.end()):
            continue
        last = 0
        for joint, digits, letter in _NUMBERS.findall(match["list"]):
            number = int(digits)
            if last < number < last + _LONGEST and joint.strip() in _ranges(pack):
                yield from (label("article", str(between)) for between in range(last + 1, number))
            last = number
            yield label("article", digits + eid_letters(letter.lower(), pack.language))


def without_citations(text: str, pack: Pack) -> str:
    """The text without the numbers of provisions that it names."""
    return _citation(pack, UNITS).sub(" ", text)


@cache
def _citation(pack: Pack, units: tuple[str, ...]) -> re.Pattern[str]:
    """A word for one of these units or several, and the numbers behind it."""
    table = pack.citations
    names = [name for unit in units for many in ("one", "many") for name in table.get(unit, {}).get(many, ())]
    far = max(map(len, names), default=0) + _APART
    near = rf"(?=\D{{1,{far}}}\d)" if len(units) > 1 else ""  # of many words it is quicker to look for a number first
    number = r"\d+(?:-?[^\W\d_])?(?!\w)\.?(?:\(\w+\))*"
    joint = rf"(?:{_any([*table.get('and', ()), *table.get('to', ()), ','])}|[–-])"
    return re.compile(rf"(?<!\w){near}{_any(names)}\.?\s*(?P<list>{number}(?:\s*{joint}\s*{number})*)", re.IGNORECASE)


@cache
def _ranges(pack: Pack) -> frozenset[str]:
    return frozenset({"-", "–", *pack.citations.get("to", ())})


@cache
def _of_another(pack: Pack) -> re.Pattern[str]:
    """What says, right behind a citation, that it is of another act: a word for a law without "this" before it."""
    table = pack.citations
    within = rf"(?:(?!\b{_any(table.get('this', ()))}\b)[^.;:]){{0,{_FOREIGN}}}?"
    return re.compile(rf"{within}\b{_any(table.get('law', ()))}\b", re.IGNORECASE)


def _any(words: Iterator[str] | tuple[str, ...] | list[str]) -> str:
    """One of these words, the longest that fits; never anything where there are none."""
    return f"(?:{'|'.join(sorted(set(map(re.escape, words)), key=len, reverse=True)) or '(?!)'})"
