"""Bringing a law in: first what was understood of a file, then, if a person agrees, into the dossier."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from tomas_desktop.amend.session import put
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.card import Card
from tomas_desktop.model.change import Change, Step
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.identifiers import key_from
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import clock, identities
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.sources import Origin, Source, as_file, content_of, name_of, stem_of
from tomas_desktop.storage.dossier_store import tree_hash

if TYPE_CHECKING:
    from tomas_desktop.importers.base import Reading as Reading


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file, or a text without one, that was read, and what the user says of it; empty values are worked out from the
    reading."""

    reading: Reading
    source: Origin
    country: str
    language: str
    key: str = ""
    title: str = ""
    stage: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a dossier a text would go: the work and the expression it would be; `is_new` tells that the work is not
    there yet, `present` is the expression of the same name that is."""

    work: Work
    expression: Expression
    is_new: bool
    present: Expression | None

    @property
    def is_there(self) -> bool:
        """Is the very same text in the dossier already?"""
        return self.present is not None and self.present.tree == self.expression.tree

    @property
    def is_taken(self) -> bool:
        """Does another text bear this language, stage and date already?"""
        return self.present is not None and self.present.tree != self.expression.tree


def preview(source: Origin, country: str, language: str) -> Reading:
    """What an import would make of a file, or of a text without one.

    Raises UnreadableError when no text can be read at all, TomasError for an unknown country or language,
    NotFoundError("no-file").
    """
    from tomas_desktop.importers import base  # lxml and the formats load when a file is read

    pack = packs.load(country, language)
    with as_file(source) as path:
        return base.read(path, pack)


def canonical(nodes: Sequence[Provision], country: str, language: str) -> str:
    """The canonical text of a law: read as a file of that country and language it gives the same tree."""
    from tomas_desktop.importers import declared_text

    return declared_text.printed(nodes, packs.load(country, language))


def store(
    opened: OpenDossier,
    reading: Reading,
    source: Origin,
    *,
    country: str,
    language: str,
    key: str | None = None,
    title: str | None = None,
    stage: str | None = None,
    date: str = "",
) -> tuple[Work, Expression]:
    """Put one reading into the dossier; see `store_all`."""
    candidate = Candidate(reading, source, country, language, key or "", title or "", stage or "", date)
    return store_all(opened, [candidate])[0]


def store_all(opened: OpenDossier, candidates: Sequence[Candidate]) -> tuple[tuple[Work, Expression], ...]:
    """Put readings into the dossier as one step: new works, or further expressions of works that are there.

    A text belongs to a work that is there when the user says so by its key, or when its title or the numbers it
    bears (CELEX, COM, procedure) are that work's (see `place`). A new work gets a card of what the text says of
    itself. A text that is there already, word for word, is left as it is. Raises TomasError("work-other-country")
    when the key names a work of another country, ("expression-exists") when that language, stage and date are taken
    by another text, ("no-text") when a reading has no provisions.
    """
    dossier = opened.dossier
    changes: list[Change] = []
    trees: dict[str, Sequence[Provision]] = {}
    stored: list[tuple[Work, Expression]] = []
    for candidate in candidates:
        it = place(dossier, candidate)
        if it.is_taken:
            raise TomasError("expression-exists", expression=it.expression.id)
        source_hash = hashlib.sha256(content_of(candidate.source)).hexdigest()
        work, expression = it.work, it.present or replace(it.expression, source_hash=source_hash)
        for change in put(dossier, work, expression, *_new_card(dossier, work, candidate)):
            if change.before != change.after:
                changes.append(change)
                dossier = dossier.with_change(change)
        trees[expression.tree] = candidate.reading.nodes
        stored.append((work, expression))
    detail = ", ".join(expression.id for _, expression in stored)
    opened.session.perform(Step("import", tuple(changes), detail, at=clock.now()), trees)
    return tuple(stored)


def place(dossier: Dossier, candidate: Candidate) -> Place:
    """Where a text would go. Without a key of the user's it is that of the work it belongs to, else one made of the
    name of its file, or of its title where it comes from no file.

    Raises TomasError("work-other-country"), ("no-text") as `store_all` does.
    """
    reading, source = candidate.reading, candidate.source
    if not reading.nodes:
        raise TomasError("no-text", path=name_of(source) if isinstance(source, Source) else str(source))
    title = candidate.title or reading.title or stem_of(source)
    same = None if candidate.key else identities.same_work(dossier, candidate.country, title, reading.identity)
    key = candidate.key or (same.key if same else _own_key(dossier, source, title))
    there = dossier.work(key)
    work = there or Work(key, candidate.country, title)
    if work.country != candidate.country:
        raise TomasError("work-other-country", work=key, country=work.country)
    consolidated_on = reading.identity.consolidated_on if candidate.country == "eu" else ""
    expression = Expression(
        work=key,
        language=candidate.language,
        stage=candidate.stage or ("consolidated" if consolidated_on else _usual_stage(candidate.country, title)),
        date=candidate.date or (consolidated_on if not candidate.stage or candidate.stage == "consolidated" else ""),
        tree=tree_hash(reading.nodes),
        source=name_of(source),
        format=reading.format,
        imported_at=clock.now(),
    )
    return Place(work, expression, there is None, dossier.expression(expression.id))


def _own_key(dossier: Dossier, source: Origin, title: str) -> str:
    """A key for a new work. Files of one name are texts of one work; a text without a file has only its title, which
    another law may begin with too."""
    if not isinstance(source, Source):
        return key_from(stem_of(source))
    key = key_from(title)
    numbered = (f"{key}-{number}" for number in count(2))
    return key if dossier.work(key) is None else next(each for each in numbered if dossier.work(each) is None)


def _new_card(dossier: Dossier, work: Work, candidate: Candidate) -> tuple[Card, ...]:
    """The card of a work that is new, as far as the text fills it; nobody has checked it."""
    if dossier.work(work.key) is not None or dossier.card(work.key) != Card(work.key):
        return ()
    card = identities.card(work, candidate.reading.identity, name_of(candidate.source))
    return (card,) if card.official_name or card.gazette else ()


def _usual_stage(country: str, title: str) -> str:
    if country != "eu":
        return "in-force"
    return "proposal" if title.casefold().startswith("proposal for") else "adopted"
