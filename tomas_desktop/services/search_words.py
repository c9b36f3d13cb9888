"""What a query looks for, in the stems of a language and in the words of the index."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tomas_desktop.text import stems
from tomas_desktop.text.stopwords import BY_LANGUAGE

# One thing looked for: rows of stems, of which any will do. A word is a row of one stem, with further rows where it may
# mean another; a phrase is a longer row. All things looked for must be found.
Sought = tuple[tuple[str, ...], ...]

_PARTS = re.compile(r"[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)|([^\s\"“”„«»]+)")


@lru_cache
def sought(query: str, rules: str) -> tuple[Sought, ...]:
    """What a query looks for in texts of a language. Small words count only inside a phrase, or where there are no
    others."""
    parts = [(match[1] is not None, _readings(match[1] or match[2] or "", rules)) for match in _PARTS.finditer(query)]
    parts = [(is_phrase, readings) for is_phrase, readings in parts if readings]
    small = _small_words(rules)
    telling = [each for is_phrase, each in parts if is_phrase or len(each[0]) > 1 or each[0][0] not in small]
    return tuple(dict.fromkeys(telling or [readings for _, readings in parts]))


def _readings(text: str, rules: str) -> Sought:
    """A word or phrase as it is typed and, where letters may stand for others, as it may be meant."""
    words = [stems.spellings(text[term.start : term.end], rules) for term in stems.terms(text, rules)]
    if not words:
        return ()
    most = max(map(len, words))
    return tuple(dict.fromkeys(tuple(word[min(at, len(word) - 1)] for word in words) for at in range(most)))


def is_small(word: str, language: str) -> bool:
    """Is this one of the small words of a language, which tell nothing?"""
    return stems.stem(word, language) in _small_words(stems.rules_of(language))


@cache
def _small_words(rules: str) -> frozenset[str]:
    return frozenset(
        stems.stem(word, tag) for tag, words in BY_LANGUAGE.items() if stems.rules_of(tag) == rules for word in words
    )


def expression(query: str, rules: str) -> str:
    """The same in the language of FTS5; empty where nothing is looked for. Words that follow each other in a text as
    they do in the query count once more."""
    parts = sought(query, rules)
    every = " AND ".join(f"({_any(part)})" for part in parts)
    if len(parts) < 2 or any(len(part[0]) > 1 for part in parts):
        return every
    return f"({every}) OR ({every} AND ({_any(_readings(query, rules))}))"


def _any(readings: Sought) -> str:
    return " OR ".join(f'"{" ".join(reading)}"' for reading in readings)
