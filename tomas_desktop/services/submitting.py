"""Handing in: the proposals for one or several laws that serve one EU act, written as a Word package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tomas_desktop.amend.amending_act import Act
from tomas_desktop.amend.apply import Applied
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.errors import TomasError
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.services import clock, concordance, drafting, eu_acts, proposed_act, reasons, settings
from tomas_desktop.services.dossiers import OpenDossier

if TYPE_CHECKING:
    from tomas_desktop.export.submission import AmendedLaw, ComparisonRow, Submission


# The documents that show the law and say nothing of the act that amends it.
_LAW_ALONE = frozenset({"tracked", "comparison", "provisions"})


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


@dataclass(frozen=True, slots=True)
class Sender:
    """Who hands in: lines of the organisation's letter."""

    organisation: str = ""
    contact: str = ""
    recipient: str = ""


def forms(country: str | None = None) -> tuple[FormInfo, ...]:
    """The forms there are, of one country or of all."""
    from tomas_desktop.export import template_pack

    return tuple(FormInfo(f.id, f.country, f.title, tuple(f.roles)) for f in template_pack.forms(country, _own()))


def _own() -> tuple[Path, ...]:
    """The folder of the user's own forms, beside the settings; it need not be there."""
    return (settings.file().parent / "templates",)


def check_forms() -> tuple[Finding, ...]:
    """What is missing in the forms themselves: a style, a document, a readable description."""
    from tomas_desktop.export import template_pack

    return tuple(template_pack.check(_own()))


def export(
    opened: OpenDossier,
    proposals: Sequence[str],
    form: str,
    out: Path,
    roles: Sequence[str] | None = None,
    script: Literal["Latn", "Cyrl"] | None = None,
    sender: Sender | None = None,
) -> Package:
    """Write the documents of a form for these proposals into a folder.

    Raises NotFoundError("no-proposal"), TomasError("unknown-form"), ("unknown-role"), ("proposal-other-country")
    and ("cannot-write").
    """
    from tomas_desktop.export import composer, template_pack

    chosen = template_pack.form(form, _own())
    values = [opened.proposal(key) for key in dict.fromkeys(proposals)]
    if not values:
        raise TomasError("no-proposals")
    for value in values:
        country = opened.work(value.work).country
        if country != chosen.country:
            raise TomasError("proposal-other-country", proposal=value.key, country=country, form=chosen.id)
    law_alone = roles is not None and _LAW_ALONE.issuperset(roles)
    whole = submission(opened, values, chosen.language, sender, law_alone=law_alone)
    files, findings = composer.write(whole, chosen, out, roles=roles, script=script)
    return Package(tuple((file.role, file.path) for file in files), tuple(findings))


def submission(
    opened: OpenDossier,
    proposals: Sequence[Proposal],
    language: str = "",
    sender: Sender | None = None,
    *,
    law_alone: bool = False,
) -> Submission:
    """All that a form may need to know about these proposals; `language` is the form's, that of the first law when it
    is not given. With `law_alone` neither the amending acts nor the table of concordance are made: they take time."""
    from tomas_desktop.export.submission import Submission

    country = opened.work(proposals[0].work).country
    language = language or opened.proposal_expression(proposals[0]).language.partition("-")[0]
    sender = sender or Sender()
    drafts = [drafting.applied(opened, proposal) for proposal in proposals]
    of_law = {proposal.work: draft for proposal, draft in zip(proposals, drafts, strict=True)}
    eu = eu_acts.act(opened, _eu_refs(opened, proposals), language)
    return Submission(
        country=country,
        date=clock.now(),
        author=next((p.author for p in proposals if p.author), ""),
        laws=tuple(_law(opened, proposal, draft, law_alone) for proposal, draft in zip(proposals, drafts, strict=True)),
        organisation=sender.organisation,
        contact=sender.contact,
        recipient=sender.recipient,
        eu=eu,
        concordance=concordance.rows(opened, eu.key, country, of_law, language) if eu and not law_alone else (),
    )


def _eu_refs(opened: OpenDossier, proposals: Sequence[Proposal]) -> list[Ref]:
    """The EU provisions that the changes name, then those that the laws are correlated with."""
    named = [m.basis for p in proposals for m in opened.dossier.modifications(p.key) if m.basis]
    works = {proposal.work for proposal in proposals}
    return [*map(Ref.parse, named), *(c.eu for c in opened.dossier.correlations if c.national.work in works)]


def _law(opened: OpenDossier, proposal: Proposal, result: Applied, law_alone: bool) -> AmendedLaw:
    from tomas_desktop.export.submission import AmendedLaw

    expression = opened.proposal_expression(proposal)
    modifications = opened.dossier.modifications(proposal.key)
    correlations = tuple(c for c in opened.dossier.correlations if c.national.work == proposal.work)
    redline = compare(tuple(lines(opened.nodes(expression))), tuple(lines(result.nodes)))
    marked = drafting.with_causes(redline, result, modifications)
    act, remarks = (None, ()) if law_alone else _act(opened, proposal)
    return AmendedLaw(
        work=opened.work(proposal.work),
        card=opened.dossier.card(proposal.work),
        proposal=proposal,
        expression=expression,
        marked=marked,
        modifications=modifications,
        rows=_rows(opened, marked, correlations),
        reasons=reasons.of(opened, proposal, modifications),
        act=act,
        remarks=remarks,
    )


def _act(opened: OpenDossier, proposal: Proposal) -> tuple[Act | None, tuple[Finding, ...]]:
    """The amending act of a proposal and what it does not say; none where the language has no words for one."""
    try:
        made = proposed_act.act_of_proposal(opened, proposal.key)
    except TomasError as trouble:
        if trouble.code not in ("no-formulas", "formula-missing"):
            raise
        return None, ()
    return made.act, made.findings


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
        eu = eu_acts.printed(opened, dict.fromkeys([*bases, *correlated]))
        rows.append(ComparisonRow(eu, tuple(line.base for line in group if line.base), tuple(group)))
    return tuple(rows)
