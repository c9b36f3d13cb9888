"""Handing in: the proposals for one or several laws that serve one EU act, written as a Word package."""

from __future__ import annotations

from collections.abc import Sequence
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
        eu=_eu_act(opened, [c for law in laws for c in law.correlations], [m.basis for law in laws for m in law.modifications]),
    )  # fmt: skip


def _law(opened: OpenDossier, proposal: Proposal) -> AmendedLaw:
    from tomas_desktop.export.submission import AmendedLaw

    expression = opened.proposal_expression(proposal)
    law = opened.nodes(expression)
    modifications = opened.dossier.modifications(proposal.key)
    correlations = tuple(c for c in opened.dossier.correlations if c.national.work == proposal.work)
    return AmendedLaw(
        work=opened.work(proposal.work),
        card=opened.dossier.card(proposal.work),
        proposal=proposal,
        expression=expression,
        marked=_whole(opened, proposal, law),
        modifications=modifications,
        correlations=correlations,
        rows=_rows(opened, proposal, law, correlations),
    )


def _whole(opened: OpenDossier, proposal: Proposal, law: Sequence[Provision]) -> tuple[MarkedLine, ...]:
    """The redline of the whole law."""
    result = drafting.applied(opened, proposal)
    marked = compare(tuple(lines(law)), tuple(lines(result.nodes)))
    return drafting.with_causes(marked, result, opened.dossier.modifications(proposal.key))


def _rows(
    opened: OpenDossier, proposal: Proposal, law: Sequence[Provision], correlations: Sequence[Correlation]
) -> tuple[ComparisonRow, ...]:
    """One row per national article that is amended or correlated with a provision the proposal serves: the EU
    provisions it answers in their order, the article in force, the article as proposed."""
    from tomas_desktop.export.submission import ComparisonRow

    modifications = opened.dossier.modifications(proposal.key)
    articles: dict[str, list[Ref]] = {}
    for modification in modifications:
        article = article_of(law, modification.target)
        if article is not None:
            articles.setdefault(article.eid, [])
            if modification.basis:
                articles[article.eid].append(Ref.parse(modification.basis))
    for correlation in correlations:
        article = article_of(law, correlation.national.eid)
        if article is not None and article.eid in articles:
            articles[article.eid].append(correlation.eu)
    order = [node.eid for node in walk(law)]
    rows: list[ComparisonRow] = []
    for eid in sorted(articles, key=order.index):
        draft = drafting.article_draft(opened, proposal.work, eid, proposal.key)
        eu = tuple(line for ref in dict.fromkeys(articles[eid]) for line in _eu_lines(opened, ref))
        in_force = tuple(lines((draft.article,))) if draft.article else ()
        rows.append(ComparisonRow(eu, in_force, draft.marked))
    return tuple(rows)


def _eu_lines(opened: OpenDossier, ref: Ref) -> tuple[Line, ...]:
    try:
        nodes = opened.nodes(opened.expression(ref.work))
    except NotFoundError:
        return ()
    provision, article = find(nodes, ref.eid), article_of(nodes, ref.eid)
    if provision is None:
        return ()
    head = (
        tuple(line for line in lines((article,)) if line.kind != "text" and line.eid == article.eid) if article else ()
    )
    return (
        (*head, *lines((provision,)))
        if article is not None and article.eid != provision.eid
        else tuple(lines((provision,)))
    )


def _eu_act(opened: OpenDossier, correlations: Sequence[Correlation], bases: Sequence[str]) -> EuAct | None:
    from tomas_desktop.export.submission import EuAct, EuProvision

    refs = [*(Ref.parse(basis) for basis in bases if basis), *(c.eu for c in correlations)]
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
