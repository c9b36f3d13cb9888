"""A concept looked up by a word of any of its languages, in any script and case, also while the word is being typed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tomas_desktop.align.glossary import LANGUAGES, Concept
from tomas_desktop.text.stems import fold, spellings, stem
from tomas_desktop.text.tokens import words

_MOST = 400  # terms that are ranked, the shortest ones: two letters begin thousands
_TYPED = 2  # letters that the only word has at least while it is being typed


class Found(NamedTuple):
    """The term by which a concept (its number in the glossary) was found."""

    concept: int
    language: str
    term: str
    is_deprecated: bool


class _Entry(NamedTuple):
    found: Found
    folded: str
    length: int  # in words
    place: int  # among the terms of its concept


class Lookup:
    """All terms of the glossary by the stems and the beginnings of their words."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._entries = sorted(_entries(concepts), key=lambda each: (each.length, each.found.is_deprecated, each.place))
        self._by_stem: dict[tuple[str, str], list[int]] = defaultdict(list)
        by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, entry in enumerate(self._entries):
            language = entry.found.language
            for word in entry.folded.split():
                by_word[language, word].append(number)
            for part in words(entry.found.term):
                self._by_stem[language, stem(part, language)].append(number)
        self._words = sorted(by_word)
        self._of_word = [by_word[each] for each in self._words]

    def find(self, query: str, language: str = "", limit: int = 50) -> list[Found]:
        """The concepts with a term that holds all words of a query, the nearest first; the last word may be a
        beginning. `language` (`en`, `sr`, `mk`, `sq`) narrows it to terms of one."""
        asked = words(query)
        best: dict[int, tuple[tuple[int, ...], Found]] = {}
        for own in (language,) if language else LANGUAGES:
            wanted = _joined(asked, own)
            for number in sorted(self._with_all(asked, own))[:_MOST]:
                entry = self._entries[number]
                rank = _rank(entry, wanted, len(asked))
                concept = entry.found.concept
                if concept not in best or rank < best[concept][0]:
                    best[concept] = rank, entry.found
        return [found for _, found in sorted(best.values(), key=lambda each: each[0])[:limit]]

    def _with_all(self, asked: Sequence[str], language: str) -> set[int]:
        out: set[int] | None = None
        for at, word in enumerate(asked):
            here = {number for each in spellings(word, language) for number in self._by_stem.get((language, each), ())}
            if at == len(asked) - 1 and (at or len(word) >= _TYPED):
                here |= self._beginning_with(fold(word, language), language)
            out = here if out is None else out & here
        return out or set()

    def _beginning_with(self, typed: str, language: str) -> set[int]:
        out: set[int] = set()
        at = bisect_left(self._words, (language, typed))
        while at < len(self._words) and self._words[at][0] == language and self._words[at][1].startswith(typed):
            out.update(self._of_word[at])
            at += 1
        return out


def _entries(concepts: Sequence[Concept]) -> Iterator[_Entry]:
    for number, concept in enumerate(concepts):
        for language in LANGUAGES:
            terms = concept.terms.get(language, ())
            for place, term in enumerate((*terms, *concept.deprecated.get(language, ()))):
                parts = words(term.text)
                found = Found(number, language, term.text, place >= len(terms))
                yield _Entry(found, _joined(parts, language), len(parts), place)


def _joined(parts: Sequence[str], language: str) -> str:
    return " ".join(fold(part, language) for part in parts)


def _rank(entry: _Entry, wanted: str, length: int) -> tuple[int, ...]:
    """Written so, then as many words, then beginning so, then the shortest; a term to be written before others."""
    kind = 0 if entry.folded == wanted else 1 if entry.length == length else 2 if entry.folded.startswith(wanted) else 3
    return kind, entry.length, entry.found.is_deprecated, entry.place, entry.found.concept
