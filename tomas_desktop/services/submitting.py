"""Handing in: the proposals for one or several laws that serve one EU act, written as a Word package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision, article_of, find, walk
from tomas_desktop.services import clock, drafting
from tomas_desktop.services.dossiers import OpenDossier

if TYPE_CHECKING:
    from tomas_desktop.export.submission import AmendedLaw, ComparisonRow, EuAct, Submission


@dataclass(frozen=True, slots=True)
class FormInfo:
    """A ministry's form that is at hand: `id` is `CC/NAME`."""

    id: str
    country: str
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """What was written, and what a person should look at before it goes out."""

    files: tuple[tuple[str, Path], ...]
    findings: tuple[Finding, ...]


def forms(country: str | None = None) -> tuple[FormInfo, ...]:
    """The forms there are, of one country or of all."""
    from tomas_desktop.export import template_pack

    return tuple(FormInfo(f.id, f.country, f.title, tuple(f.roles)) for f in template_pack.forms(country))


def check_forms() -> tuple[Finding, ...]:
    """What is missing in the forms themselves: a style, a document, a readable description."""
    from tomas_desktop.export import template_pack

    return tuple(template_pack.check())


def export(
    opened: OpenDossier,
    proposals: Sequence[str],
    form: str,
    out: Path,
    roles: Sequence[str] | None = None,
    script: Literal["Latn", "Cyrl"] | None = None,
) -> Package:
    """Write the documents of a form for these proposals into a folder.

    Raises NotFoundError("no-proposal"), TomasError("unknown-form"), ("unknown-role"), ("proposal-other-country")
    and ("cannot-write").
    """
    from tomas_desktop.export import composer, template_pack

    chosen = template_pack.form(form)
    values = [opened.proposal(key) for key in dict.fromkeys(proposals)]
    if not values:
        raise TomasError("no-proposals")
    for value in values:
        country = opened.work(value.work).country
        if country != chosen.country:
            raise TomasError("proposal-other-country", proposal=value.key, country=country, form=chosen.id)
    files, findings = composer.write(submission(opened, values), chosen, out, roles=roles, script=script)
    return Package(tuple((file.role, file.path) for file in files), tuple(findings))


def submission(opened: OpenDossier, proposals: Sequence[Proposal]) -> Submission:
    """All that a form may need to know about these proposals."""
    from tomas_desktop.export.submission import Submission

    laws = tuple(_law(opened, proposal) for proposal in proposals)
    return Submission(
        country=opened.work(proposals[0].work).country,
        date=clock.now(),
        author=next((p.author for p in proposals if p.author), ""),
        laws=laws,
        eu=_eu_act(opened, laws),
    )


def _law(opened: OpenDossier, proposal: Proposal) -> AmendedLaw:
    from tomas_desktop.export.submission import AmendedLaw

    expression = opened.proposal_expression(proposal)
    modifications = opened.dossier.modifications(proposal.key)
    correlations = tuple(c for c in opened.dossier.correlations if c.national.work == proposal.work)
    result = drafting.applied(opened, proposal)
    redline = compare(tuple(lines(opened.nodes(expression))), tuple(lines(result.nodes)))
    marked = drafting.with_causes(redline, result, modifications)
    return AmendedLaw(
        work=opened.work(proposal.work),
        card=opened.dossier.card(proposal.work),
        proposal=proposal,
        expression=expression,
        marked=marked,
        modifications=modifications,
        correlations=correlations,
        rows=_rows(opened, marked, correlations),
    )


def _rows(
    opened: OpenDossier, marked: Sequence[MarkedLine], correlations: Sequence[Correlation]
) -> tuple[ComparisonRow, ...]:
    """One row per article that the proposal changes or brings in: the EU provisions it answers (those its changes
    name first, then those it is correlated with), the article in force, the article as proposed."""
    from tomas_desktop.export.submission import ComparisonRow

    articles: dict[str, list[MarkedLine]] = {}
    for line in marked:
        articles.setdefault((line.base or line.line).eid.partition("__")[0], []).append(line)
    rows: list[ComparisonRow] = []
    for eid, group in articles.items():
        if all(line.state == "kept" for line in group):
            continue
        bases = [Ref.parse(line.cause.basis) for line in group if line.cause and line.cause.basis]
        correlated = [c.eu for c in correlations if c.national.eid.partition("__")[0] == eid]
        eu = _eu_lines(opened, dict.fromkeys([*bases, *correlated]))
        rows.append(ComparisonRow(eu, tuple(line.base for line in group if line.base), tuple(group)))
    return tuple(rows)


def _eu_lines(opened: OpenDossier, refs: Iterable[Ref]) -> tuple[Line, ...]:
    """EU provisions as printed, those of one article together under its number and title, in the act's order.
    What is not there is left out; a provision whose whole is named is not printed twice."""
    grouped: dict[tuple[str, str], set[str]] = {}
    for ref in refs:
        grouped.setdefault((ref.work, ref.eid.partition("__")[0]), set()).add(ref.eid)
    out: list[Line] = []
    for (work, top), eids in grouped.items():
        try:
            node = find(opened.nodes(opened.expression(work)), top)
        except NotFoundError:
            continue
        if node is None:
            continue
        chosen = [node] if top in eids else list(_named(node, eids))
        if chosen and top not in eids:
            out.extend(line for line in lines((node,)) if line.kind != "text" and line.eid == node.eid)
        out.extend(lines(chosen))
    return tuple(out)


def _named(node: Provision, eids: Set[str]) -> Iterator[Provision]:
    """The provisions below a node that are named, without those inside one that is."""
    for child in node.children:
        if child.eid in eids:
            yield child
        else:
            yield from _named(child, eids)


def _eu_act(opened: OpenDossier, laws: Sequence[AmendedLaw]) -> EuAct | None:
    """The EU act that the changes name, else the one that the laws are correlated with."""
    from tomas_desktop.export.submission import EuAct, EuProvision

    bases = [Ref.parse(m.basis) for law in laws for m in law.modifications if m.basis]
    refs = [*bases, *(correlation.eu for law in laws for correlation in law.correlations)]
    if not refs:
        return None
    work = opened.dossier.work(refs[0].work)
    if work is None:
        return None
    expression = opened.expression(work.key)
    nodes = opened.nodes(expression)
    named = {str(node.eid): node for node in walk(nodes)}
    provisions = tuple(
        EuProvision(ref, _name(article_of(nodes, ref.eid) or named[ref.eid]))
        for ref in dict.fromkeys(refs)
        if ref.work == work.key and ref.eid in named
    )
    return EuAct(work.key, work.title, expression.language, provisions)


def _name(node: Provision) -> str:
    return " ".join(part for part in (node.num, node.heading) if part)
