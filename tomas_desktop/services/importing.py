"""Bringing a law in: first what was understood of a file, then, if a person agrees, into the dossier."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tomas_desktop.amend.session import put
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.card import Card
from tomas_desktop.model.change import Change, Step
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.identifiers import key_from
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import clock, identities
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.storage.dossier_store import tree_hash

if TYPE_CHECKING:
    from tomas_desktop.importers.base import Reading as Reading


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that was read and what the user says of it; empty values are worked out from the reading."""

    reading: Reading
    path: Path
    country: str
    language: str
    key: str = ""
    title: str = ""
    stage: str = ""
    date: str = ""


def preview(path: Path, country: str, language: str) -> Reading:
    """What an import would make of a file.

    Raises UnreadableError when no text can be read at all, TomasError for an unknown country or language.
    """
    from tomas_desktop.importers import base  # lxml and the formats load when a file is read

    pack = packs.load(country, language)
    if not path.is_file():
        raise NotFoundError("no-file", path=str(path))
    return base.read(path, pack)


def store(
    opened: OpenDossier,
    reading: Reading,
    path: Path,
    *,
    country: str,
    language: str,
    key: str | None = None,
    title: str | None = None,
    stage: str | None = None,
    date: str = "",
) -> tuple[Work, Expression]:
    """Put one reading into the dossier; see `store_all`."""
    candidate = Candidate(reading, path, country, language, key or "", title or "", stage or "", date)
    return store_all(opened, [candidate])[0]


def store_all(opened: OpenDossier, candidates: Sequence[Candidate]) -> tuple[tuple[Work, Expression], ...]:
    """Put readings into the dossier as one step: new works, or further expressions of works that are there.

    A text belongs to a work that is there when the user says so by its key, or when its title or the numbers it
    bears (CELEX, COM, procedure) are that work's. A new work gets a card of what the text says of itself. A text
    that is there already, word for word, is left as it is. Raises TomasError("work-other-country") when the
    key names a work of another country, ("expression-exists") when that language, stage and date are taken by
    another text, ("no-text") when a reading has no provisions.
    """
    dossier = opened.dossier
    changes: list[Change] = []
    trees: dict[str, Sequence[Provision]] = {}
    stored: list[tuple[Work, Expression]] = []
    for candidate in candidates:
        work, expression = _facts(dossier, candidate)
        present = dossier.expression(expression.id)
        if present is not None:
            if present.tree != expression.tree:
                raise TomasError("expression-exists", expression=expression.id)
            expression = present
        for change in put(dossier, work, expression, *_new_card(dossier, work, candidate)):
            if change.before != change.after:
                changes.append(change)
                dossier = dossier.with_change(change)
        trees[expression.tree] = candidate.reading.nodes
        stored.append((work, expression))
    detail = ", ".join(expression.id for _, expression in stored)
    opened.session.perform(Step("import", tuple(changes), detail, at=clock.now()), trees)
    return tuple(stored)


def _facts(dossier: Dossier, candidate: Candidate) -> tuple[Work, Expression]:
    reading = candidate.reading
    if not reading.nodes:
        raise TomasError("no-text", path=str(candidate.path))
    title = candidate.title or reading.title or candidate.path.stem
    same = None if candidate.key else identities.same_work(dossier, candidate.country, title, reading.identity)
    key = candidate.key or (same.key if same else key_from(candidate.path.stem))
    work = dossier.work(key) or Work(key, candidate.country, title)
    if work.country != candidate.country:
        raise TomasError("work-other-country", work=key, country=work.country)
    consolidated_on = reading.identity.consolidated_on if candidate.country == "eu" else ""
    expression = Expression(
        work=key,
        language=candidate.language,
        stage=candidate.stage or ("consolidated" if consolidated_on else _usual_stage(candidate.country, title)),
        date=candidate.date or (consolidated_on if not candidate.stage or candidate.stage == "consolidated" else ""),
        tree=tree_hash(reading.nodes),
        source=candidate.path.name,
        source_hash=hashlib.sha256(candidate.path.read_bytes()).hexdigest(),
        format=reading.format,
        imported_at=clock.now(),
    )
    return work, expression


def _new_card(dossier: Dossier, work: Work, candidate: Candidate) -> tuple[Card, ...]:
    """The card of a work that is new, as far as the text fills it; nobody has checked it."""
    if dossier.work(work.key) is not None or dossier.card(work.key) != Card(work.key):
        return ()
    card = identities.card(work, candidate.reading.identity, candidate.path.name)
    return (card,) if card.official_name or card.gazette else ()


def _usual_stage(country: str, title: str) -> str:
    if country != "eu":
        return "in-force"
    return "proposal" if title.casefold().startswith("proposal for") else "adopted"
