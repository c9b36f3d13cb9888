"""Which concepts of the glossary a text speaks of: its terms found in one language, whatever the case endings.

Words are compared by their beginnings (five letters do as well as a stemmer, and for a pair of languages of which one
has none better), without the small words, which languages put where they like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from tomas_desktop.align.glossary import Concept
from tomas_desktop.text.stems import fold, rules_of
from tomas_desktop.text.stopwords import of_language
from tomas_desktop.text.tokens import words

BEGINNING = 5  # letters of a word that its endings leave alone
INNER = 0.4  # what a term counts that is part of a longer one: "impact" in "impact assessment"


@dataclass(slots=True)
class _Node:
    """A beginning of terms: the words that may follow, and the concepts that end here."""

    next: dict[str, _Node] = field(default_factory=dict)
    concepts: tuple[int, ...] = ()


class Vocabulary:
    """The terms of one language, preferred and deprecated, as a tree of word beginnings."""

    def __init__(self, concepts: Sequence[Concept], language: str) -> None:
        self.language = language
        self._root = _Node()
        own = rules_of(language)
        for number, concept in enumerate(concepts):
            for term in (*concept.terms.get(own, ()), *concept.deprecated.get(own, ())):
                node = self._root
                for word in beginnings(term.text, language):
                    node = node.next.setdefault(word, _Node())
                if node is not self._root and number not in node.concepts:
                    node.concepts = (*node.concepts, number)

    def find(self, text: str) -> dict[int, float]:
        """How often each concept stands in the text, by its number in the glossary. The longest term counts whole and
        what lies inside it little; a word of several concepts is shared among them."""
        found: dict[int, float] = {}
        text_words = beginnings(text, self.language)
        covered = 0
        for at in range(len(text_words)):
            ends = list(self._terms_at(text_words, at))
            for place, (end, concepts) in enumerate(reversed(ends)):
                is_inner = place > 0 or end <= covered
                weight = (INNER if is_inner else 1.0) / len(concepts)
                for concept in concepts:
                    found[concept] = found.get(concept, 0.0) + weight
            if ends:
                covered = max(covered, ends[-1][0])
        return found

    def _terms_at(self, text_words: Sequence[str], at: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        node = self._root
        for place in range(at, len(text_words)):
            following = node.next.get(text_words[place])
            if following is None:
                return
            node = following
            if node.concepts:
                yield place + 1, node.concepts


def beginnings(text: str, language: str) -> list[str]:
    """The words of a text in plain small Latin letters, cut to their beginnings, without the small words."""
    small = _small_words(language)
    return [word for each in words(text) if (word := _beginning(each, language)) not in small]


@cache
def _beginning(word: str, language: str) -> str:
    return fold(word, language)[:BEGINNING]


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(fold(word, language) for word in of_language(language))


def of_language_pair(concepts: Sequence[Concept], languages: Iterable[str]) -> dict[str, Vocabulary]:
    """A vocabulary for each of these languages (BCP 47)."""
    return {language: Vocabulary(concepts, language) for language in languages}
