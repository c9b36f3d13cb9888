"""Where the terms of the glossary stand in a text: from which letter to which, whatever the case endings.

Matching counts concepts by the beginnings of words, which finds more; here a person is shown a word and told that it is
this term, so words have to have the same stem, in the same order, without the small words. One word may have been put
into a term ("nalog suda za uklanjanje").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tomas_desktop.align.glossary import Concept
from tomas_desktop.text import stems
from tomas_desktop.text.stems import fold, rules_of
from tomas_desktop.text.stopwords import BY_LANGUAGE

_MARKS = ";:?!"
_BORDER = (stems.Term("", 0, 0),) * 2  # words of no term, one more than may be put into one


class Occurrence(NamedTuple):
    """A term as it stands in a text: letters from `start` to `end`; `concept` is its number in the glossary and `place`
    the term's among those of its concept, 0 the preferred one; deprecated ones are counted by themselves."""

    start: int
    end: int
    concept: int
    term: str
    place: int
    is_deprecated: bool


class _Entry(NamedTuple):
    folded: tuple[str, ...]
    concept: int
    term: str
    place: int
    is_deprecated: bool


@dataclass(slots=True)
class _Node:
    """A beginning of terms: the stems that may follow, and the terms that end here."""

    next: dict[str, _Node] = field(default_factory=dict)
    terms: list[_Entry] = field(default_factory=list)


class Occurrences:
    """The terms of one language, preferred and deprecated, to be found in texts."""

    def __init__(self, concepts: Sequence[Concept], language: str) -> None:
        self.language = language
        own = rules_of(language)
        self._small = frozenset(
            fold(word, tag) for tag, small in BY_LANGUAGE.items() if rules_of(tag) == own for word in small
        )
        self._root = _Node()
        for number, concept in enumerate(concepts):
            for terms, is_deprecated in ((concept.terms, False), (concept.deprecated, True)):
                for place, term in enumerate(terms.get(own, ())):
                    self._enter(term.text, number, place, is_deprecated)

    def _enter(self, text: str, concept: int, place: int, is_deprecated: bool) -> None:
        found = self._words(text)
        node = self._root
        for each in found:
            node = node.next.setdefault(each.stem, _Node())
        if found:
            node.terms.append(_Entry(self._folded(text, found), concept, text, place, is_deprecated))

    def find(self, text: str) -> list[Occurrence]:
        """The terms of a text in its order; of terms inside each other the longest. A word that stands for several
        concepts is there once for each."""
        here = self._words(text)
        out: list[Occurrence] = []
        at = 0
        while at < len(here):
            ends = self._ends(here, at)
            out.extend(self._standing(text, here, at, ends[:1]))
            at = ends[0][0] if ends else at + 1
        return out

    def all_in(self, text: str) -> list[Occurrence]:
        """The same with the terms inside longer ones: who writes "known material" writes "material" too."""
        here = self._words(text)
        return [one for at in range(len(here)) for one in self._standing(text, here, at, self._ends(here, at))]

    def _standing(
        self, text: str, here: Sequence[stems.Term], at: int, ends: Sequence[tuple[int, _Node]]
    ) -> Iterator[Occurrence]:
        for end, node in ends:
            for each in _meant(node.terms, self._folded(text, here[at:end])):
                yield Occurrence(here[at].start, here[end - 1].end, *each[1:])

    def _words(self, text: str) -> list[stems.Term]:
        """The words of a text by their stems, without the small ones; no term goes over the end of a sentence."""
        out: list[stems.Term] = []
        last = 0
        for each in stems.terms(text, self.language):
            if out and _ends_between(text, last, each.start):
                out.extend(_BORDER)
            if fold(text[each.start : each.end], self.language) not in self._small:
                out.append(each)
            last = each.end
        return out

    def _folded(self, text: str, found: Sequence[stems.Term]) -> tuple[str, ...]:
        return tuple(fold(text[each.start : each.end], self.language) for each in found)

    def _ends(self, here: Sequence[stems.Term], at: int) -> list[tuple[int, _Node]]:
        """Where the terms that begin at a word end, with their nodes, the longest first; words that stand together go
        before those with another between them."""
        found: list[tuple[int, bool, int, _Node]] = []
        open_ = [(self._root, at, 0, True)]
        while open_:
            node, place, length, is_whole = open_.pop()
            if node.terms:
                found.append((length, is_whole, place, node))
            for step, there in enumerate(here[place : place + (2 if length and is_whole else 1)]):
                if (following := node.next.get(there.stem)) is not None:
                    open_.append((following, place + step + 1, length + 1, is_whole and not step))
        found.sort(key=lambda each: each[:2], reverse=True)
        nodes: dict[int, tuple[int, _Node]] = {}
        for _, _, end, node in found:
            nodes.setdefault(id(node), (end, node))
        return list(nodes.values())


def _ends_between(text: str, last: int, start: int) -> bool:
    """Does a sentence, or a part of one, end between two words? The stop of an abbreviation has small letters next."""
    between = text[last:start]
    return any(mark in between for mark in _MARKS) or ("." in between and text[start].isupper())


def _meant(terms: Sequence[_Entry], matched: tuple[str, ...]) -> list[_Entry]:
    """The terms that words stand for, one for each concept: of the concepts with a term written exactly so, else of all
    with these stems. A form of the preferred term is the preferred term ("nalozi", "naloga")."""
    exact = [each for each in terms if each.folded == matched] or list(terms)
    avoided = {each.concept for each in exact} - {each.concept for each in exact if not each.is_deprecated}
    first: dict[int, _Entry] = {}
    for each in sorted(terms, key=lambda entry: entry.place):
        if each.is_deprecated == (each.concept in avoided):
            first.setdefault(each.concept, each)
    return [first[concept] for concept in dict.fromkeys(each.concept for each in exact)]
