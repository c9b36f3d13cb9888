"""Is one notion called by two names in the texts of a proposal?

Only terms of several words that the glossary gives as variants of one concept count, and only where no word of the one
begins like a word of the other's own: a verb and its noun, or a long and a short form, are one name. The glossary holds
neighbours beside synonyms (private and public sector), so it is for a person to judge; names that stand side by side in
a sentence are told apart there and are none of this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from tomas_desktop.align.glossary import Concept
from tomas_desktop.align.occurrences import Occurrences
from tomas_desktop.align.vocabulary import significant
from tomas_desktop.checks.proposed_texts import ProposedText, pack_of, texts_of, values_of
from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.text.stems import rules_of

_BESIDE = 1  # words between names that are told apart: and, or
_BEGINNING = 4  # letters in which the forms of a word agree

Name = frozenset[str]  # the beginnings of its words


def check(subject: Subject) -> Iterator[Finding]:
    """An "info" for each concept that a proposal calls by two names, at the first place of the second one."""
    for proposal in subject.proposals:
        pack = pack_of(subject, proposal)
        if pack is None or not subject.dossier.modifications(proposal.key):
            continue
        names = _names(subject.concepts, rules_of(pack.language))
        first: dict[str, tuple[Name, str, ProposedText]] = {}
        told: set[str] = set()
        for text in texts_of(subject, proposal):
            hits = list(names.find(text.text))
            told |= _told_apart(hits, text.text)
            for hit in hits:
                held = first.setdefault(hit.concept, (hit.name, text.text[hit.start : hit.end], text))
                if hit.concept in told or not _differ(held[0], hit.name):
                    continue
                told.add(hit.concept)
                more = (
                    ("term", text.text[hit.start : hit.end]),
                    ("other", held[1]),
                    ("at", str(Ref(proposal.work, held[2].eid))),
                    ("concept", hit.concept),
                )
                yield Finding("info", "two-names", text.eid, (*values_of(proposal, text), *more))


class _Hit(NamedTuple):
    start: int
    end: int
    concept: str
    name: Name


class _Names:
    """The terms of several words of one language that stand for one concept only and have another name beside them."""

    def __init__(self, concepts: Sequence[Concept], language: str) -> None:
        own = rules_of(language)
        self._language = language
        self._concepts = [each for each in concepts if self._has_several(each, own)]
        self._terms = Occurrences(self._concepts, language)
        self._meant = Counter(
            words
            for concept in concepts
            for words in {significant(term.text, language) for term in concept.terms.get(own, ())}
        )

    def _has_several(self, concept: Concept, own: str) -> bool:
        names = [self._name(term.text) for term in concept.terms.get(own, ())]
        return any(len(one) > 1 < len(other) and _differ(one, other) for one, other in combinations(names, 2))

    def _name(self, term: str) -> Name:
        return frozenset(word[:_BEGINNING] for word in significant(term, self._language))

    def find(self, text: str) -> Iterator[_Hit]:
        """The names in a text in order."""
        for each in self._terms.find(text):
            name = self._name(each.term)
            if len(name) > 1 and not each.is_deprecated and self._meant[significant(each.term, self._language)] == 1:
                yield _Hit(each.start, each.end, self._concepts[each.concept].id, name)


_kept: dict[str, tuple[Sequence[Concept], _Names]] = {}


def _names(concepts: Sequence[Concept], own: str) -> _Names:
    """The names of a language; made once for a glossary, which is thousands of terms."""
    held = _kept.get(own)
    if held is None or held[0] is not concepts:
        held = _kept[own] = concepts, _Names(concepts, own)
    return held[1]


def _told_apart(hits: Sequence[_Hit], text: str) -> set[str]:
    """The concepts two names of which stand side by side, as in an enumeration."""
    return {
        one.concept
        for one, other in pairwise(hits)
        if one.concept == other.concept and len(text[one.end : other.start].split()) <= _BESIDE
    }


def _differ(one: Name, other: Name) -> bool:
    """Are these two names, and not a long and a short form of one?"""
    return not (one <= other or other <= one)
