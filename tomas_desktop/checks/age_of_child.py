"""Is a "child" of EU law, everyone below 18, answered by a "dete" who is younger?

In the Serbian Criminal Code a `dete` is below 14, a `maloletnik` between 14 and 18 and a `maloletno lice` below 18;
which word stands there decides who is protected. What the law itself says of a child is found in its text; where
it says nothing, a provision of criminal law means whom the country's criminal code means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tomas_desktop.checks.figure_reading import Figure, figures
from tomas_desktop.checks.pairs import Pair, Side, Text
from tomas_desktop.checks.subject import Subject
from tomas_desktop.jurisdiction.check_words import listed, words
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import walk
from tomas_desktop.text.scripts import to_cyrillic
from tomas_desktop.text.stems import rules_of

_OF_AGE = 18 * 12  # months
_GROWN_UP = 21 * 12
_LONGEST = 400  # letters of a definition
_SMALL = 7  # years; a smaller number without a unit counts something else
_EARLY = 30  # letters before the word that a definition defines


class Definition(NamedTuple):
    """Where a law says until what age, in months, somebody is a child."""

    at: Ref
    text: str
    age: int


def check(subject: Subject) -> Iterator[Finding]:
    """A warning for each pair of an EU "child" and a national one that the national law, or the criminal law of the
    country, means to be younger; an "info" where the national text speaks of minors too."""
    yield from of_pairs(subject.pairs)


def of_pairs(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """The findings about these pairs."""
    held: dict[int, Definition | None] = {}

    def defined(text: Text) -> Definition | None:
        if id(text) not in held:
            held[id(text)] = definition(text)
        return held[id(text)]

    told: set[tuple[Ref, Ref, str]] = set()  # a pair may be a link and the basis of a change
    for pair in pairs:
        if not (_speaks(pair.eu, "child") and (word := _speaks(pair.national, "child"))):
            continue
        if (same := (pair.eu.ref, pair.national.ref, word)) in told:
            continue
        national = defined(pair.national.text)
        age = national.age if national else _in_criminal_law(pair.national)
        eu = defined(pair.eu.text)
        wanted = eu.age if eu else _OF_AGE
        if not age or age >= wanted:
            continue
        told.add(same)
        at = pair.eu.ref
        values = (
            ("work", at.work),
            ("eid", at.eid),
            ("reference", str(at)),
            *pair.values,
            ("word", word),
            ("age", str(age // 12)),
            ("eu_age", str(wanted // 12)),
        )
        code = "child-is-younger" if national else "child-is-younger-in-criminal-law"
        if national:
            values = (*values, ("definition", national.text), ("defined_in", str(national.at)))
        yield Finding("info" if _speaks(pair.national, "minor") else "warning", code, at.eid, values)


def _in_criminal_law(side: Side) -> int:
    """Until what age, in months, the criminal law of this country means a child where its law does not say it; 0 where
    that is not known, or the provision is none of criminal law."""
    pack = side.text.pack
    known = words(pack.language).get("child", {}).get("criminal_law", {}).get(pack.country, {})
    pattern = _any(pack.language, known.get("words", ""))
    is_punished = pattern is not None and any(pattern.search(node.text) for node in side.walk())
    return int(known["age"]) * 12 if is_punished else 0


def definition(text: Text) -> Definition | None:
    """What a law says of who is a child; None where it does not say it."""
    language = text.pack.language
    child, defining = _pattern(language, "child"), _pattern(language, "defining")
    if child is None or defining is None:
        return None
    for node in walk(text.nodes):
        if not node.text or len(node.text) > _LONGEST:
            continue
        found = child.search(node.text)
        verb = defining.search(node.text, found.end()) if found and found.start() <= _EARLY else None
        if verb is None:
            continue
        ages = [(each.start, age) for each in figures(node.text, language) if (age := _age(each))]
        if len(ages) == 1 and verb.end() <= ages[0][0]:
            return Definition(Ref(text.work, node.eid), node.text, ages[0][1])
    return None


def _age(figure: Figure) -> int:
    """The age in months that a figure of a definition says; one without a unit ("the age of 14") counts years."""
    age = figure.value * 12 if not figure.kind and figure.value >= _SMALL else figure.value
    return int(age) if figure.kind in ("month", "") and age % 12 == 0 and 0 < age <= _GROWN_UP else 0


def _speaks(side: Side, of: str) -> str:
    """The word with which a text speaks of children or minors; empty where it does not."""
    pattern = _pattern(side.text.pack.language, of)
    if pattern is None:
        return ""
    for node in side.walk():
        if found := pattern.search(f"{node.heading} . {node.text}"):
            return found.group()
    return ""


def _pattern(language: str, of: str) -> re.Pattern[str] | None:
    return _any(language, words(language).get("child", {}).get(of, ""))


@cache
def _any(language: str, of: str) -> re.Pattern[str] | None:
    """One of these words, in either script of Serbian."""
    forms = listed(of)
    if not forms:
        return None
    if rules_of(language) == "sr":
        forms = (*forms, *map(to_cyrillic, forms))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?!\w)", re.I)
