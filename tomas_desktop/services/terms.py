"""The terms of the glossary: looked up in any language, and found in the provisions of a dossier.

The glossary is the bundled one with the user's own files laid over it (`services.own_terms`); what changes in a file is
seen at the next question.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from tomas_desktop import paths
from tomas_desktop.align import glossary
from tomas_desktop.align.glossary import Concept as Concept
from tomas_desktop.align.lookup import Lookup
from tomas_desktop.align.occurrences import Occurrence, Occurrences
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import correlating, settings
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.text.stems import fold, rules_of
from tomas_desktop.text.tokens import words

LANGUAGES = glossary.LANGUAGES

Edition = tuple[tuple[str, str], ...]

_GENERAL = "general"  # the field of words that every law uses
_ENDING = 2  # letters in which two forms of a word may differ from the end of the shorter one

# How a concept of the EU provision is called in the national text that answers it: as the glossary prefers, by another
# of its terms, by one that should not be written any more, not at all; or the glossary has no term to look for.
Use = Literal["preferred", "variant", "deprecated", "absent", "no-term"]


@dataclass(frozen=True, slots=True)
class Found:
    """A concept with the term by which it was found."""

    concept: Concept
    language: str
    term: str
    is_deprecated: bool


@dataclass(frozen=True, slots=True)
class TermInText:
    """A term as it stands in a text, from letter `start` to `end`."""

    concept: Concept
    start: int
    end: int
    term: str
    is_deprecated: bool
    is_preferred: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands: in the heading or the text of a provision, from letter `start` to `end`."""

    eid: str
    part: Literal["heading", "text"]
    start: int
    end: int
    term: str
    is_deprecated: bool


@dataclass(frozen=True, slots=True)
class Usage:
    """What a national provision calls a concept; `words` are the words that stand there, each once."""

    national: Ref
    language: str
    use: Use
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConceptUsed:
    """A concept of an EU provision, where it stands, and what the linked national provisions call it."""

    concept: Concept
    places: tuple[Place, ...]
    usage: tuple[Usage, ...]

    @property
    def is_general(self) -> bool:
        """Is it a word that every law uses, and none of a field of law?"""
        return self.concept.field == _GENERAL


@dataclass(frozen=True)
class _Glossary:
    concepts: tuple[Concept, ...]
    _in_texts: dict[str, Occurrences] = field(default_factory=dict)

    @cached_property
    def lookup(self) -> Lookup:
        return Lookup(self.concepts)

    def occurrences(self, language: str) -> Occurrences:
        """The terms as they are found in a language; both scripts of Serbian have one."""
        own = rules_of(language)
        if own not in self._in_texts:
            self._in_texts[own] = Occurrences(self.concepts, own)
        return self._in_texts[own]


# ---- the glossary ------------------------------------------------------------------------------------------


def folders() -> tuple[Path, ...]:
    """Where the glossary lies: the bundled folder, then the user's own beside the settings."""
    return paths.resources() / "glossary", settings.file().parent / "glossary"


def edition() -> Edition:
    """What is in the files of the glossary now: it differs whenever a term does."""
    bundled, own = folders()
    stats = [(file, file.stat()) for file in glossary.files(bundled)]
    return (
        *((file.name, f"{stat.st_mtime_ns} {stat.st_size}") for file, stat in stats),
        *((file.name, hashlib.sha256(file.read_bytes()).hexdigest()) for file in glossary.files(own)),
    )


def all_concepts() -> tuple[Concept, ...]:
    """Every concept as it stands now, own terms included. Raises what `align.glossary.concepts` does."""
    return _glossary(edition()).concepts


@lru_cache(maxsize=2)
def _glossary(of: Edition) -> _Glossary:  # noqa: ARG001 - the edition is what it is kept under
    return _Glossary(glossary.concepts(folders()))


def find(query: str, *, language: str = "", limit: int = 50) -> tuple[Found, ...]:
    """The concepts with a term that holds all words of the query, the nearest first: in any script, without accents,
    in any case; the last word may be a beginning. `language` (`en`, `sr`, `mk`, `sq`, in any script) narrows it.
    """
    here = _glossary(edition())
    found = here.lookup.find(query, language.partition("-")[0].lower(), limit)
    return tuple(Found(here.concepts[each.concept], *each[1:]) for each in found)


# ---- terms in texts ----------------------------------------------------------------------------------------


def terms_in(text: str, language: str) -> tuple[TermInText, ...]:
    """The terms of the glossary in a text, in its order; a word that stands for several concepts once for each."""
    here = _glossary(edition())
    return tuple(
        TermInText(
            here.concepts[one.concept],
            one.start,
            one.end,
            one.term,
            one.is_deprecated,
            _is_preferred(one, here.concepts[one.concept], rules_of(language)),
        )
        for one in here.occurrences(language).find(text)
    )


def of_provision(opened: OpenDossier, eu: Ref, *, expression: str | None = None) -> tuple[ConceptUsed, ...]:
    """The concepts of an EU provision with all below it, in the order in which they first stand, those of every law
    last, and what each national provision linked with it, with what it lies in or with what lies in it, calls them.

    Raises NotFoundError("no-work"), ("no-expression"), ("no-provision").
    """
    here = _glossary(edition())
    text = opened.expression(eu.work, expression)
    places: dict[int, list[Place]] = {}
    for where, one in _standing(here.occurrences(text.language), opened.provision(eu, text.id).walk()):
        places.setdefault(one.concept, []).append(where)
    national = [
        (ref, language, _spoken(here.occurrences(language), nodes)) for ref, language, nodes in _linked(opened, eu)
    ]
    used = [
        ConceptUsed(
            here.concepts[number],
            tuple(found),
            tuple(
                Usage(ref, language, *_use(here.concepts[number], rules_of(language), spoken.get(number, ())))
                for ref, language, spoken in national
            ),
        )
        for number, found in places.items()
    ]
    return tuple(sorted(used, key=lambda each: each.is_general))


def _standing(terms: Occurrences, nodes: Iterable[Provision]) -> Iterator[tuple[Place, Occurrence]]:
    parts: tuple[Literal["heading", "text"], ...] = ("heading", "text")
    for node in nodes:
        for part in parts:
            for one in terms.find(node.heading if part == "heading" else node.text):
                yield Place(node.eid, part, one.start, one.end, one.term, one.is_deprecated), one


def _linked(opened: OpenDossier, eu: Ref) -> Iterator[tuple[Ref, str, tuple[Provision, ...]]]:
    """The national provisions that answer an EU provision, what it lies in or what lies in it: their language and what
    belongs to them. A law linked as a whole says nothing of one provision and is passed over."""
    refs = (
        each.national
        for each in correlating.standing(opened.dossier)
        if each.eu.work == eu.work and _touch(each.eu.eid, eu.eid) and each.national.eid and each.grade != "none"
    )
    for ref in dict.fromkeys(refs):
        text = opened.expression(ref.work)
        yield ref, text.language, tuple(opened.provision(ref, text.id).walk())


def _touch(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}__") or other.startswith(f"{one}__") or not other


def _spoken(terms: Occurrences, nodes: Iterable[Provision]) -> dict[int, list[tuple[Occurrence, str]]]:
    """Each concept of a text with its terms and the words as they stand."""
    out: dict[int, list[tuple[Occurrence, str]]] = {}
    for node in nodes:
        for text in (node.heading, node.text):
            for one in terms.all_in(text):
                out.setdefault(one.concept, []).append((one, text[one.start : one.end]))
    return out


def _use(concept: Concept, language: str, spoken: Iterable[tuple[Occurrence, str]]) -> tuple[Use, tuple[str, ...]]:
    """A deprecated word is told of although a better one stands beside it: it is what has to be looked at."""
    found = tuple(spoken)
    stand = tuple(dict.fromkeys(spoken for _, spoken in found))
    if any(one.is_deprecated for one, _ in found):
        return "deprecated", stand
    if any(_is_preferred(one, concept, language) for one, _ in found):
        return "preferred", stand
    if found:
        return "variant", stand
    return ("absent" if concept.terms.get(language) else "no-term"), ()


def _is_preferred(one: Occurrence, concept: Concept, language: str) -> bool:
    """Is it the term to write, or another form of it, which the glossary lists for the sake of matching ("nalog za
    uklanjanje", "nalozi za uklanjanje")?"""
    if one.is_deprecated or not one.place:
        return not one.is_deprecated
    pairs = ([fold(word, language) for word in words(text)] for text in (one.term, concept.preferred(language)))
    mine, theirs = pairs
    return len(mine) == len(theirs) and all(map(_is_form, mine, theirs))


def _is_form(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return one == other or (shorter > _ENDING and one[: shorter - _ENDING] == other[: shorter - _ENDING])
