"""Which concepts of the glossary a text speaks of: its terms found in one language, whatever the case endings.

Words are found by their beginnings (five letters do as well as a stemmer, also where a language has none), without the
small words, which languages put where they like; among terms that begin alike the one nearest to the words as they
stand is meant, "Poverenika" the commissioner and not the creditor. A long term may have one word put into it ("stupanje
zakona na snagu").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from tomas_desktop.align.glossary import Concept
from tomas_desktop.text.endings import ENDINGS
from tomas_desktop.text.stems import fold, rules_of, stem
from tomas_desktop.text.stopwords import BY_LANGUAGE
from tomas_desktop.text.tokens import words

BEGINNING = 5  # letters of a word that its endings leave alone
INNER = 0.4  # what a term counts that is part of a longer one: "impact" in "impact assessment"
SPREAD = 0.7  # what a term counts that has a word put into it
_ENDING = 5  # letters by which two words that begin alike may differ at most

Words = tuple[str, ...]
Term = tuple[int, float, tuple[int, ...]]  # where it ends, what it counts, its concepts


@dataclass(slots=True)
class _Node:
    """A beginning of terms: the beginnings of words that may follow, and the terms that end here."""

    next: dict[str, _Node] = field(default_factory=dict)
    terms: list[tuple[Words, int]] = field(default_factory=list)  # whole words, number of the concept


class _Word(NamedTuple):
    """A word of a text: folded, its beginning, the terms that begin so, and what it stands for by itself."""

    whole: str
    head: str
    node: _Node | None
    concepts: tuple[int, ...]


class Vocabulary:
    """The terms of one language, preferred and deprecated, as a tree of word beginnings."""

    def __init__(self, concepts: Sequence[Concept], language: str) -> None:
        self.language = language
        self._root = _Node()
        self._known: dict[Words, tuple[int, ...]] = {}
        self._rules = own = rules_of(language)
        self._read: dict[str, _Word | None] = {}  # words as they stand; None a small one
        for number, concept in enumerate(concepts):
            for term in (*concept.terms.get(own, ()), *concept.deprecated.get(own, ())):
                whole = significant(term.text, language)
                node = self._root
                for word in whole:
                    head = _head(word, own)
                    if head not in node.next:
                        node.next[head] = _Node()
                    node = node.next[head]
                if whole and (whole, number) not in node.terms:
                    node.terms.append((whole, number))

    def find(self, text: str) -> dict[int, float]:
        """How often each concept stands in the text, by its number in the glossary. The longest term counts whole and
        what lies inside it little; words that stand for several concepts are shared among them."""
        found: dict[int, float] = {}
        here = self._words(text)
        heads = [word.head for word in here]
        covered = 0
        for at, (_, _, node, concepts) in enumerate(here):
            if node is None:
                continue
            following = node.next
            if following and not following.keys().isdisjoint(heads[at + 1 : at + 3]):
                longer = self._longer(here, at, node)
                for place, (_, weight, each) in enumerate(longer):
                    _count(found, each, INNER if place or at < covered else weight)
                if longer:
                    _count(found, concepts, INNER)
                    covered = max(covered, longer[0][0])
                    continue
            if concepts:
                _count(found, concepts, INNER if at < covered else 1.0)
                covered = max(covered, at + 1)
        return found

    def _words(self, text: str) -> list[_Word]:
        """The words of a text without the small ones; a law repeats most of its words."""
        read = self._read
        found = words(text)
        for word in found:
            if word not in read:
                read[word] = self._word(word)
        return [each for word in found if (each := read[word]) is not None]

    def _word(self, word: str) -> _Word | None:
        whole = fold(word, self._rules)
        if whole in _small_words(self._rules):
            return None
        head = _head(whole, self._rules)
        node = self._root.next.get(head)
        return _Word(whole, head, node, self._meant((whole,), node) if node else ())

    def _meant(self, matched: Words, node: _Node) -> tuple[int, ...]:
        """The concepts that these words stand for where the terms of a node begin as they do."""
        concepts = self._known.get(matched)
        if concepts is None:
            concepts = self._known[matched] = _nearest(node.terms, matched)
        return concepts

    def _longer(self, here: Sequence[_Word], at: int, first: _Node) -> list[Term]:
        """The terms of several words that begin at a place, the longest first."""
        found: list[tuple[int, Term]] = []
        open_: list[tuple[_Node, int, float, Words]] = [(first, at + 1, 1.0, (here[at].whole,))]
        while open_:
            node, place, weight, matched = open_.pop()
            if node.terms and len(matched) > 1 and (concepts := self._meant(matched, node)):
                found.append((len(matched), (place, weight, concepts)))
            if not node.next:
                continue
            for step in (0, 1) if weight == 1.0 else (0,):  # one word may have been put in
                if place + step < len(here) and (following := node.next.get(here[place + step].head)) is not None:
                    spread = SPREAD if step else weight
                    open_.append((following, place + step + 1, spread, (*matched, here[place + step].whole)))
                    break
        found.sort(key=lambda each: -each[0])
        return [term for _, term in found]


def _count(found: dict[int, float], concepts: tuple[int, ...], weight: float) -> None:
    """Count what stands for these concepts; where it stands for several it is shared among them."""
    for concept in concepts:
        found[concept] = found.get(concept, 0.0) + weight / len(concepts)


def _head(word: str, rules: str) -> str:
    """The beginning by which a word is looked up: of what is left without the ending, where a short word has one."""
    return (stem(word, rules) if rules in ENDINGS else word)[:BEGINNING]


def _nearest(terms: Sequence[tuple[Words, int]], matched: Words) -> tuple[int, ...]:
    """The concepts of the terms that differ least from the words as they stand; none where all differ too much."""
    best, out = 1e9, []
    for whole, concept in terms:
        distance = 0.0
        for one, other in zip(whole, matched, strict=True):
            same = _common(one, other)
            longer = max(len(one), len(other)) - same
            if longer > _ENDING:
                break
            distance += longer + 0.5 * (min(len(one), len(other)) - same)
        else:
            if distance < best:
                best, out = distance, [concept]
            elif distance == best and concept not in out:
                out.append(concept)
    return tuple(out)


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    if other.startswith(one):
        return len(one)
    for count, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return count
    return len(other)


def significant(text: str, language: str) -> Words:
    """The words of a text in plain small Latin letters, without the small words."""
    own = rules_of(language)
    small = _small_words(own)
    found = [fold(each, own) for each in words(text)]
    return tuple([word for word in found if word not in small])


@cache
def _small_words(own: str) -> frozenset[str]:
    return frozenset(fold(word, tag) for tag, small in BY_LANGUAGE.items() if rules_of(tag) == own for word in small)
