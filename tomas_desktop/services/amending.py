"""Amending acts of texts that are in no dossier: the act between two versions of a law, and an act applied to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tomas_desktop.amend import amending_act, cited, citing, proof
from tomas_desktop.amend.amending_act import Act
from tomas_desktop.amend.consolidate import consolidate
from tomas_desktop.amend.working_copy import WorkingCopy
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.jurisdiction import act_frame, clause_form, clause_reading
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Provision, own_articles
from tomas_desktop.model.wording import Size
from tomas_desktop.services import act_laws, failures, importing
from tomas_desktop.services.failures import Failed


@dataclass(frozen=True, slots=True)
class Row:
    """One clause of an act: its operation, the eId it is about, the words it takes and brings, and its sentence."""

    kind: str
    target: str
    old: str
    new: str
    clause: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """An amending act, its clauses one by one, and what of the differences it does not say."""

    act: Act
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A law with an act applied: its canonical text, what was done, what was not, the act's own sentences, and what a
    person should look at."""

    nodes: tuple[Provision, ...]
    text: str
    applied: tuple[Row, ...]
    failed: tuple[Failed, ...]
    own: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def draft(
    base: Path,
    new: Path,
    country: str,
    language: str,
    size: Size = "words",
    sizes: Mapping[str, Size] | None = None,
) -> Drafted:
    """The act that takes one text of a law to another one. Its clauses are at least of this `size`, those of single
    articles of the size that `sizes` gives by an article's eId or by its number as printed.

    Raises as `importing.preview` does, and NotFoundError("no-article") for an article that the law does not have.
    """
    pack = packs.load(country, language)
    old, wanted = importing.preview(base, country, language), importing.preview(new, country, language)
    least = _least(old.nodes, pack, size, sizes or {})
    law = act_frame.named(old.title, pack)
    gazettes = act_frame.gazette(old.identity.gazette, pack)

    def act(clauses: Sequence[Clause]) -> Act:
        return amending_act.compose(clauses, law, gazettes, pack)

    found = proof.proven(old.nodes, wanted.nodes, pack, least, act)
    told = found.unexpressed if found.clauses or found.unexpressed else (Finding("info", "nothing-to-amend"),)
    return Drafted(act(found.clauses), _rows(found.clauses, found.sentences, old.nodes, pack), told)


def _least(nodes: Sequence[Provision], pack: Pack, size: Size, sizes: Mapping[str, Size]) -> dict[str, Size]:
    """The least size of the clauses of each article, by its eId."""
    articles = list(own_articles(nodes))
    named = {_folded(name): node.eid for node in reversed(articles) for name in (node.num, citing.cited(node, pack))}
    named |= {node.eid: node.eid for node in articles}
    least = {node.eid: size for node in articles}
    for article, own in sizes.items():
        eid = named.get(article) or named.get(_folded(article))
        if eid is None:
            raise NotFoundError("no-article", article=article)
        least[eid] = own
    return least


def _folded(number: str) -> str:
    return " ".join(number.casefold().split()).removesuffix(".")


def consolidate_files(base: Path, act: Path, country: str, language: str) -> Result:
    """A law with an amending act applied to it; raises as `importing.preview` does."""
    pack = packs.load(country, language)
    law, amending = importing.preview(base, country, language), importing.preview(act, country, language)
    printed = list(act_laws.printed(amending.nodes))
    names = act_laws.LawNames((law.title, act_frame.named(law.title, pack).nominative), law.identity.number)
    read, left_out, other = act_laws.read(printed, names, pack)
    result = consolidate(law.nodes, read.clauses, pack)
    failed = (*failures.all_told(result.failed, read.unread, law.nodes, pack), *left_out)
    return Result(
        result.nodes,
        _text(result.nodes, law.nodes, country, language),
        _rows(result.applied, [clause.sentence for clause in result.applied], law.nodes, pack),
        failed,
        read.own,
        (Finding("warning", "act-names-other-law", "", (("law", other), ("title", law.title))),) if other else (),
    )


def _text(nodes: Sequence[Provision], base: Sequence[Provision], country: str, language: str) -> str:
    """The canonical text of the new law: as a person would have edited that of the old one, so it has marks that say
    what a line is only where the old one needs them."""
    plain = canonical_text(base) == importing.canonical(base, country, language)
    return canonical_text(nodes) if plain else importing.canonical(nodes, country, language)


def _rows(
    clauses: Sequence[Clause], sentences: Sequence[str], nodes: Sequence[Provision], pack: Pack
) -> tuple[Row, ...]:
    law = WorkingCopy(nodes, pack)
    return tuple(_row(clause, sentence, law) for clause, sentence in zip(clauses, sentences, strict=True))


def _row(clause: Clause, sentence: str, law: WorkingCopy) -> Row:
    try:
        target = ",".join(place.unit.eid for place in cited.places(law, clause.target))
    except TomasError:  # a unit that an earlier clause of the act brought in
        target = ""
    return Row(clause.operation, target, clause.old, clause.new or "\n".join(clause.content), sentence)


def clause(text: str, language: str, country: str = "") -> dict[str, Any]:
    """What one clause says, in the shape of the examples; raises TomasError("no-such-language") and
    ("clause-not-read")."""
    pack = packs.load(country, language) if country else _order_of(language)
    read = clause_reading.read_clause(text, pack)
    clauses = [each for each in read if isinstance(each, Clause)]
    if not clauses:
        raise TomasError("clause-not-read", text=text)
    return clause_form.document(clauses, pack)


def _order_of(language: str) -> Pack:
    """The first legal order whose own language this is; nobody amends an act in a mere translation of it."""
    orders = [packs.load(each, language) for each in packs.countries() if language in packs.languages(each)]
    if not orders:
        raise TomasError("no-such-language", language=language)
    return next((order for order in orders if not order.is_translation), orders[0])


def save(text: str, out: Path) -> None:
    """Write a text as a file of its own, its folder made when missing; raises TomasError("cannot-write")."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise TomasError("cannot-write", path=str(out), reason=error.strerror or str(error)) from error
