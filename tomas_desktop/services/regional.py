"""The regional view: what answers one EU provision in each country, and where one country is ahead of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.comment import Comment
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import article_of, find, path_to
from tomas_desktop.services import correlating, coverage, eu_acts, provision_names
from tomas_desktop.services.coverage import Cell, State
from tomas_desktop.services.dossiers import OpenDossier

_HAS: frozenset[State] = frozenset({"full", "partial", "discretionary", "ungraded"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A national provision that answers, with its law, how a table names it, its text as printed and its language;
    `to` names the EU provision that it is linked with, which may be a part of the one looked at."""

    link: Correlation
    law: str
    number: str
    lines: tuple[Line, ...]
    language: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A country: what answers there, in the order in which it was linked, and the states of the worst and the best part
    of the whole article, as `coverage` tells them."""

    country: str
    state: State
    best: State
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class View:
    """An EU provision as printed, and every country."""

    eu: Ref
    number: str
    lines: tuple[Line, ...]
    language: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """An article that some countries answer and others do not; `has` are the national provisions that answer, by
    country: wordings that one could begin with."""

    eu: Ref
    number: str
    heading: str
    has: Mapping[str, tuple[Ref, ...]]
    has_not: tuple[str, ...]


def view(opened: OpenDossier, eu: Ref, countries: Sequence[str] = ()) -> View:
    """One EU provision in every country; the links of the provision, of what lies in it and of what it lies in.
    Suggestions are none.

    Raises NotFoundError("no-work"), ("no-provision").
    """
    expression = eu_acts.quoted(opened, eu.work)
    nodes = opened.nodes(expression)
    node = opened.provision(eu, expression.id)
    around = {each.eid for each in path_to(nodes, eu.eid)}
    article = article_of(nodes, eu.eid) or node
    of_article = [each.eid for each in path_to(nodes, article.eid)]
    links = correlating.standing_of(opened.dossier, eu.work)
    below, pack = f"{eu.eid}__", eu_acts.pack(opened, expression)
    sides = []

    def named(link: Correlation) -> Answer:
        to = provision_names.compact(nodes, link.eu.eid, pack) if find(nodes, link.eu.eid) else link.eu.eid
        return replace(_answer(opened, link), to=to)

    for country in countries or coverage.countries_of(opened):
        own = [each for each in links if opened.work(each.national.work).country == country]
        near = [each for each in own if each.eu.eid in around or each.eu.eid.startswith(below)]
        cell = coverage.cell(article, of_article, own)
        sides.append(Side(country, cell.state, cell.best, tuple(named(each) for each in near)))
    name = provision_names.compact(nodes, eu.eid, pack)
    return View(eu, name, tuple(lines((node,))), expression.language, tuple(sides))


def _answer(opened: OpenDossier, link: Correlation) -> Answer:
    work = opened.work(link.national.work)
    expression = opened.expression(work.key)
    nodes = opened.nodes(expression)
    node = find(nodes, link.national.eid) if link.national.eid else None
    name = provision_names.compact(nodes, link.national.eid, opened.pack(expression)) if node else link.national.eid
    law = opened.dossier.card(work.key).official_name or work.title
    return Answer(link, law, name, tuple(lines((node,))) if node else (), expression.language)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A change that a proposal makes for the sake of an EU provision, how a table names the place, and what was
    remarked there: a borrowed wording says so."""

    ref: Ref
    proposal: str
    number: str
    comments: tuple[Comment, ...]


def drafted(opened: OpenDossier, eu: Ref, country: str) -> tuple[Drafted, ...]:
    """What proposals of a country change for the sake of an EU provision or of what lies in it."""
    out = []
    for proposal in opened.dossier.proposals:
        if opened.work(proposal.work).country != country:
            continue
        expression = opened.proposal_expression(proposal)
        nodes, pack = opened.nodes(expression), opened.pack(expression)
        for one in opened.dossier.modifications(proposal.key):
            if any(basis == str(eu) or basis.startswith(f"{eu}__") for basis in one.bases):
                ref = Ref(proposal.work, one.target)
                name = provision_names.compact(nodes, one.target, pack) if find(nodes, one.target) else one.target
                out.append(Drafted(ref, proposal.key, name, opened.dossier.comments(ref)))
    return tuple(out)


def gaps(opened: OpenDossier, eu: str, countries: Sequence[str] = ()) -> tuple[Ahead, ...]:
    """The articles of an EU act that at least one country answers, graded or not, and at least one does not although
    nobody said that it need not. A country that answers a part of an article and leaves the rest open is in neither
    list but among those that have it.

    Raises NotFoundError("no-work"), ("no-expression").
    """
    out = []
    for line in coverage.board(opened, eu, countries).lines:
        has = {country: _answering(cell) for country, cell in line.cells.items()}
        has = {country: refs for country, refs in has.items() if refs}
        has_not = tuple(country for country, cell in line.cells.items() if cell.is_gap and country not in has)
        if has and has_not:
            out.append(Ahead(line.eu, line.number, line.heading, has, has_not))
    return tuple(out)


def _answering(cell: Cell) -> tuple[Ref, ...]:
    found = [each.national for each in cell.links if (each.grade or "ungraded") in _HAS and each.national.eid]
    return tuple(dict.fromkeys(found))
