"""What a query looks for, in the stems of a language and in the words of the index."""

from __future__ import annotations

import re
from functools import cache

from tomas_desktop.text import stems
from tomas_desktop.text.stopwords import BY_LANGUAGE

# One thing looked for: the rows of stems of which any will do. A word is one stem, or two where it may be misspelt;
# a phrase is several stems in a row. All things looked for must be found.
Sought = tuple[tuple[str, ...], ...]

_PARTS = re.compile(r"[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)|([^\s\"“”„«»]+)")


def sought(query: str, rules: str) -> tuple[Sought, ...]:
    """What a query looks for in texts of a language. Small words count only inside a phrase, or where there are no
    others."""
    parts = [(match[1] is not None, _readings(match[1] or match[2] or "", rules)) for match in _PARTS.finditer(query)]
    parts = [(is_phrase, readings) for is_phrase, readings in parts if readings]
    telling = [readings for is_phrase, readings in parts if is_phrase or not _is_small(readings, rules)]
    return tuple(dict.fromkeys(telling or [readings for _, readings in parts]))


def _readings(text: str, rules: str) -> Sought:
    """A word or phrase as it is typed and, where letters may stand for others, as it may be meant."""
    words = [stems.spellings(text[term.start : term.end], rules) for term in stems.terms(text, rules)]
    if not words:
        return ()
    return tuple(dict.fromkeys((tuple(word[0] for word in words), tuple(word[-1] for word in words))))


def _is_small(readings: Sought, rules: str) -> bool:
    return len(readings[0]) == 1 and readings[0][0] in _small_words(rules)


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
