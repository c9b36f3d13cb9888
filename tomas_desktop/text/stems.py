"""Words as they are searched for: without script, accents, capitals and endings.

КРИВИЧНОГ ДЕЛА, krivična dela and krivicno delo are the same two terms; so are vepër penale and veprave penale. A text
is first folded to plain small Latin letters, then each word is cut to its stem by the rules of its language: our own
endings for Serbian, Macedonian and Albanian (`text.endings`), a Snowball stemmer for those languages of the Union that
have one. A language with neither is searched for by whole words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tomas_desktop.text.endings import ENDINGS, Endings
from tomas_desktop.text.scripts import eid_letters

EDITION = 1  # rises whenever a word's stem changes, so that what was indexed by older rules is indexed again

_WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f\u00ad]*(?:[\u0300-\u036f\u00ad]+[^\W_\u0300-\u036f\u00ad]*)*")
_ENGLISH_WORD = re.compile(rf"(?!(?<=\w['’])[sS]\b){_WORD.pattern}")
_CYRILLIC_OR_GREEK = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_MARKS = re.compile(r"[\u0300-\u036f\u00ad]")
_WHOLE = {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"}  # letters that no mark makes

_RULES = {"hr": "sr", "bs": "sr", "cnr": "sr"}  # these have Serbian's endings
_SNOWBALL = {
    "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fr": "french", "hu": "hungarian",
    "it": "italian", "nl": "dutch", "pl": "polish", "pt": "portuguese", "ro": "romanian", "sv": "swedish",
}  # fmt: skip
_ENGLISH_PLURALS = {"children": "child", "women": "woman", "men": "man", "people": "person", "data": "datum"}

# How people type letters that their keyboard lacks, and the folded letter that is meant.
_TYPED = {"sr": (("dj", "d"),), "mk": (("dzh", "dz"), ("gj", "g"), ("kj", "k"), ("zh", "z"), ("ch", "c"), ("sh", "s"))}

_KEPT = 3  # letters that always stay of a word
_KEPT_OF_NOUNS = 4


class Term(NamedTuple):
    """A word of a text by its stem; `start` and `end` are its place in the text as it stands."""

    stem: str
    start: int
    end: int


@cache
def rules_of(language: str) -> str:
    """The rules by which a language (BCP 47) is stemmed: one name for both scripts and for kindred languages."""
    tag = language.partition("-")[0].lower()
    return _RULES.get(tag, tag)


@lru_cache(maxsize=50_000)
def fold(word: str, language: str = "") -> str:
    """A word in plain small Latin letters: `Ђаво` is `davo`, `ç` is `c`. Cyrillic of another language than Serbian is
    read by that language's own Latin form."""
    small = word.casefold()
    if small.isascii():
        return small
    if _CYRILLIC_OR_GREEK.search(small):
        # accents go first: a Greek letter with a tonus is the same letter; й, ѓ and ќ are letters of their own
        small = eid_letters(_without_tonos(small), rules_of(language))
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", small))
    return "".join(_WHOLE.get(letter, letter) for letter in bare)


def _without_tonos(text: str) -> str:
    if not re.search(r"[\u0370-\u03ff]", text):
        return unicodedata.normalize("NFC", text)
    return _MARKS.sub("", unicodedata.normalize("NFD", text))


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """The stem of a word, folded. What has a digit in it is only folded: it is a number."""
    return _stem(fold(word, language), rules_of(language))


def _stem(folded: str, rules: str) -> str:
    if not folded.isalpha():
        return folded
    if rules in ENDINGS:
        return _cut(folded, ENDINGS[rules])
    return _snowball(rules)(folded)


def terms(text: str, language: str) -> Iterator[Term]:
    """The words of a text in order, by their stems. Hyphens, stops and apostrophes part words; the `s` of an English
    genitive is none."""
    pattern = _ENGLISH_WORD if rules_of(language) == "en" else _WORD
    for match in pattern.finditer(text):
        yield Term(stem(match.group(), language), match.start(), match.end())


def occurrences(text: str, language: str, wanted: Container[str]) -> list[tuple[int, Term]]:
    """The terms of a text whose stems are wanted, each with its number among all terms of the text."""
    pattern = _ENGLISH_WORD if rules_of(language) == "en" else _WORD
    return [
        (number, Term(found, match.start(), match.end()))
        for number, match in enumerate(pattern.finditer(text))
        if (found := stem(match.group(), language)) in wanted
    ]


def spellings(word: str, language: str) -> tuple[str, ...]:
    """The stems that a word which somebody typed may mean in texts of a language: as it is and, where letters may stand
    for one that the keyboard lacks (takodje, krivichno), with that one. A Serbian form finds its Macedonian kin too:
    Macedonian has no cases, so their endings are taken off (krivičnog, кривично)."""
    rules = rules_of(language)
    found = {stem(word, language): None}
    folded = fold(word, language)
    for typed, meant in _TYPED.get(rules, ()):
        folded = folded.replace(typed, meant)
    found[_stem(folded, rules)] = None
    if rules == "mk":
        found[_stem(_without(folded, ENDINGS["sr"].cut, _KEPT), rules)] = None
    return tuple(found)


def _cut(word: str, endings: Endings) -> str:
    rest = _without(word, endings.cut, _KEPT)
    rest = _rewritten(endings.irregular.get(rest, rest), endings)
    rest = _without(_without(rest, endings.second, _KEPT), endings.nouns, _KEPT_OF_NOUNS)
    return _rewritten(rest, endings)


def _rewritten(stem: str, endings: Endings) -> str:
    if not stem.endswith(endings.old):
        return stem
    for old, new in endings.rewritten:
        if len(stem) > _KEPT and stem.endswith(old) and len(stem) - len(old) + len(new) >= _KEPT:
            stem = stem[: len(stem) - len(old)] + new
    return stem


def _without(word: str, endings: frozenset[str], kept: int) -> str:
    """The word without the longest of these endings that leaves so many letters."""
    for at in range(max(kept, len(word) - _longest(endings)), len(word)):
        if word[at:] in endings:
            return word[:at]
    return word


@cache
def _longest(endings: frozenset[str]) -> int:
    return max(map(len, endings), default=0)


@cache
def _snowball(rules: str) -> Callable[[str], str]:
    name = _SNOWBALL.get(rules)
    if name is None:
        return lambda word: word
    import snowballstemmer  # all its languages load with it

    cut = snowballstemmer.stemmer(name).stemWord
    if rules == "en":
        return lambda word: str(cut(_ENGLISH_PLURALS.get(word, word)))
    return lambda word: str(cut(word))
