"""Does a norm oblige, permit or forbid on one side of a pair and not on the other?

"Shall", "may" and "must not" are words of each language, as data. National laws oblige by plain statement too ("the
provider informs the court"), so the lack of such a word means nothing by itself; and only pairs short enough to hold
one norm are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from tomas_desktop.checks.pairs import Pair, Side
from tomas_desktop.checks.subject import Subject
from tomas_desktop.jurisdiction.check_words import listed, words
from tomas_desktop.model.finding import Finding, Severity
from tomas_desktop.text.stems import fold, rules_of

Said = Literal["must", "may", "must_not", "exempt", "only", "negation"]

_ONE_NORM = 40  # words of a text that holds one norm
_PERHAPS_ONE = 80
_WORD = re.compile(r"[^\W\d_]+")
_ORDER: tuple[Said, ...] = ("exempt", "must_not", "must", "may", "only", "negation")


def check(subject: Subject) -> Iterator[Finding]:
    """A warning where an obligation became an option or a ban is missing, an "info" for the reverse and in longer
    texts."""
    yield from of_pairs(subject.pairs)


def of_pairs(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """The findings about these pairs."""
    for pair in pairs:
        length = max(_length(pair.eu), _length(pair.national))
        if length > _PERHAPS_ONE:
            continue
        eu, national = _said(pair.eu), _said(pair.national)
        code = _difference(eu, national)
        if code:
            grave = code in ("duty-became-option", "ban-missing") and length <= _ONE_NORM and not pair.is_partial
            severity: Severity = "warning" if grave else "info"
            at = pair.eu.ref
            where = (("work", at.work), ("eid", at.eid), ("reference", str(at)))
            yield Finding(severity, code, at.eid, (*where, *pair.values))


def _difference(eu: frozenset[Said], national: frozenset[Said]) -> str:
    if "exempt" in eu or "exempt" in national:  # "is not required to": neither a duty nor a ban
        return ""
    here, there = eu - {"negation", "only"}, national - {"negation", "only"}
    if here == {"must"} and there == {"may"}:  # "shall be used only for" is "may be used only for"
        return "" if "only" in eu and "only" in national else "duty-became-option"
    if here == {"may"} and there == {"must"}:
        return "option-became-duty"
    if here == {"must_not"} and not national & {"must_not", "negation"}:
        return "ban-missing"
    if here and there == {"must_not"} and not eu & {"must_not", "negation"}:
        return "ban-added"
    return ""


def _length(side: Side) -> int:
    return sum(node.text.count(" ") + 1 for node in side.walk() if node.text)


def _said(side: Side) -> frozenset[Said]:
    language = side.text.pack.language
    found: set[Said] = set()
    for node in side.walk():
        found |= said(node.text, language)
    return frozenset(found)


@lru_cache(maxsize=4096)
def said(text: str, language: str) -> frozenset[Said]:
    """What the modal words of a text say; the longest phrase counts, "shall not" is no "shall"."""
    if not text:
        return frozenset()
    own = rules_of(language)
    folded = [fold(word, own) for word in _WORD.findall(text)]
    found: set[Said] = set()
    at = 0
    while at < len(folded):
        phrase, meaning = _phrase(own, folded, at)
        if meaning is not None:
            found.add(meaning)
        at += max(1, len(phrase))
    return frozenset(found)


def _phrase(own: str, folded: Sequence[str], at: int) -> tuple[tuple[str, ...], Said | None]:
    for phrase, meaning in _phrases(own).get(folded[at][:_BEGINNING], ()):
        here = folded[at : at + len(phrase)]
        if len(here) == len(phrase) and all(map(_fits, here, phrase)):
            return phrase, meaning
    return (), None


_BEGINNING = 1


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


@cache
def _phrases(own: str) -> dict[str, list[tuple[tuple[str, ...], Said]]]:
    """The phrases of a language by their first letter, the longest first."""
    table = words(own).get("modality", {})
    found: dict[str, list[tuple[tuple[str, ...], Said]]] = {}
    for meaning in _ORDER:
        for form in listed(table.get(meaning, "")):
            parts = form.replace("'", " ").replace("’", " ").split()
            phrase = tuple(fold(part.rstrip("*"), own) + "*" * part.endswith("*") for part in parts)
            found.setdefault(phrase[0][:_BEGINNING], []).append((phrase, meaning))
    for each in found.values():
        each.sort(key=lambda entry: -len(entry[0]))
    return found
