"""Words of working translations, found as words of the EU provisions that they translate.

A dossier has few of them and they change while somebody types, so they are not in its index: their stems are worked out
when they are first looked for, and kept as long as the program runs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tomas_desktop.model.provision import Provision
from tomas_desktop.model.translation import Translation
from tomas_desktop.services import search_words
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.eu_texts import Translations
from tomas_desktop.services.search_words import Sought
from tomas_desktop.text import stems

_TEXTS_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """A translation that holds all that is looked for. `share` is how much of it that is, 0 to 1; `read` is the
    translation as a provision, `unit` the article (or what else) of the quoted text that it lies in."""

    translation: Translation
    share: float
    read: Provision
    unit: Provision
    expression: str


def find_in(opened: OpenDossier, words: str, works: Collection[str], limit: int) -> tuple[list[Found], int]:
    """The translations of provisions of these works that answer, those that say little else first, and how many there
    are in all."""
    answering = sorted(_answering(opened, words, works), key=lambda one: -one[0])
    known: dict[str, Translations] = {}
    out: list[Found] = []
    for share, one in answering[:limit]:
        work = one.ref.work
        act = known[work] = known.get(work) or Translations(opened, work)
        target = act.target(one.ref.eid)
        if target is not None:
            unit = act.target(target.eid.partition("__")[0]) or target
            out.append(Found(one, share, act.read(one, target), unit, act.quoted.id))
    return out, len(answering)


def _answering(opened: OpenDossier, words: str, works: Collection[str]) -> Iterator[tuple[float, Translation]]:
    for fact in opened.dossier.facts.values():
        if isinstance(fact, Translation) and fact.ref.work in works and "~" not in fact.ref.eid:
            parts = search_words.sought(words, stems.rules_of(fact.language))
            own = _stems(fact.text, fact.language)
            if parts and all(_holds(own, part) for part in parts):
                yield len(parts) / len(own), fact


@lru_cache(maxsize=_TEXTS_KEPT)
def _stems(text: str, language: str) -> tuple[str, ...]:
    return tuple(term.stem for term in stems.terms(text, language))


def _holds(own: tuple[str, ...], readings: Sought) -> bool:
    """Does one of these rows of stems stand in the text?"""
    for reading in readings:
        starts = (place for place, stem in enumerate(own) if stem == reading[0])
        if any(own[place : place + len(reading)] == reading for place in starts):
            return True
    return False
