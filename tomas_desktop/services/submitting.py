"""Handing in: the proposals for one or several laws that serve one EU act, written as a Word package."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tomas_desktop import paths
from tomas_desktop.amend.amending_act import Act
from tomas_desktop.amend.apply import Applied
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.errors import TomasError
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.services import clock, concordance, correlating, drafting, eu_acts, proposed_act, reasons, settings
from tomas_desktop.services.dossiers import OpenDossier

if TYPE_CHECKING:
    from tomas_desktop.export.form import Form
    from tomas_desktop.export.submission import AmendedLaw, ComparisonRow, Submission

Script = Literal["Latn", "Cyrl"]

# The documents that show the law and say nothing of the act that amends it.
_LAW_ALONE = frozenset({"tracked", "comparison", "provisions"})


@dataclass(frozen=True, slots=True)
class FormInfo:
    """A ministry's form that is at hand: `id` is `CC/NAME`, `documents` are its documents by role and title."""

    id: str
    country: str
    name: str
    roles: tuple[str, ...]
    documents: tuple[tuple[str, str], ...] = ()
    scripts: tuple[Script, ...] = ()
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """What was written, and what a person should look at before it goes out."""

    files: tuple[tuple[str, Path], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Sender:
    """Who hands in: lines of the organisation's letter, and who signs it (where nobody is named, who drafted)."""

    organisation: str = ""
    contact: str = ""
    recipient: str = ""
    author: str = ""


def forms(country: str | None = None) -> tuple[FormInfo, ...]:
    """The forms there are, of one country or of all."""
    from tomas_desktop.export import template_pack

    return tuple(
        FormInfo(
            f.id, f.country, f.title, f.roles, tuple((d.role, d.title) for d in f.documents), f.scripts, f.is_default
        )
        for f in template_pack.forms(country, _own())
    )


def _own() -> tuple[Path, ...]:
    """The folder of the user's own forms, beside the settings; it need not be there."""
    return (settings.file().parent / "templates",)


def check_forms() -> tuple[Finding, ...]:
    """What is missing in the forms themselves: a style, a document, a readable description."""
    from tomas_desktop.export import template_pack

    return tuple(template_pack.check(_own()))


def unreadable_forms(country: str) -> tuple[Finding, ...]:
    """Why forms of a country that lie in a folder are not among `forms`."""
    from tomas_desktop.export import template_pack

    return tuple(template_pack.unreadable(country, _own()))


def folder_of(form: str) -> Path:
    """Where a form lies; where one of the user's own would lie, if there is none of this name."""
    folders = [folder / form for folder in (*_own(), paths.templates())]
    return next((folder for folder in folders if folder.is_dir()), folders[0].parent)


def export(
    opened: OpenDossier,
    proposals: Sequence[str],
    form: str,
    out: Path,
    roles: Sequence[str] | None = None,
    script: Script | None = None,
    sender: Sender | None = None,
    combined: bool = False,
    also: Collection[str] = (),
) -> Package:
    """Write the documents of a form for these proposals into a folder; with `combined` as one file, of the role
    `package`. `also` are the kinds of files (`renditions.KINDS`) that go beside them.

    Raises NotFoundError("no-proposal"), TomasError("unknown-form"), ("unknown-role"), ("proposal-other-country")
    and ("cannot-write").
    """
    from tomas_desktop.export import composer
    from tomas_desktop.export.form import ROLES

    chosen, values = ordered(opened, proposals, form)
    for role in roles or ():
        if role not in ROLES:
            raise TomasError("unknown-role", role=role, known=", ".join(ROLES))
    law_alone = roles is not None and _LAW_ALONE.issuperset(roles)
    whole = submission(opened, values, chosen.language, sender, law_alone=law_alone)
    files, findings = composer.write(whole, chosen, out, roles=roles, script=script, combined=combined)
    written = [(file.role, file.path) for file in files]
    if also:
        from tomas_desktop.export.docx_writer import write_files
        from tomas_desktop.services import renditions

        documents = [(file.path.name, file.role, file.path.read_bytes()) for file in files]
        made = renditions.of_package(opened, whole, chosen, documents, also, roles, script)
        write_files({out / one.name: one.content for one in made})
        written.extend((one.role, out / one.name) for one in made)
    return Package(tuple(written), tuple(findings))


def ordered(opened: OpenDossier, proposals: Sequence[str], form: str) -> tuple[Form, tuple[Proposal, ...]]:
    """The form and the proposals that are named, each once. Raises as `export` does."""
    from tomas_desktop.export import template_pack

    chosen = template_pack.form(form, _own())
    values = tuple(opened.proposal(key) for key in dict.fromkeys(proposals))
    if not values:
        raise TomasError("no-proposals")
    for value in values:
        country = opened.work(value.work).country
        if country != chosen.country:
            raise TomasError("proposal-other-country", proposal=value.key, country=country, form=chosen.id)
    return chosen, values


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
    acts = eu_acts.acts(opened, _eu_refs(opened, proposals), language)
    if not law_alone:
        acts = tuple(
            replace(act, concordance=concordance.rows(opened, act.key, country, of_law, language)) for act in acts
        )
    return Submission(
        country=country,
        date=clock.now(),
        author=sender.author or next((p.author for p in proposals if p.author), ""),
        laws=tuple(_law(opened, proposal, draft, law_alone) for proposal, draft in zip(proposals, drafts, strict=True)),
        organisation=sender.organisation,
        contact=sender.contact,
        recipient=sender.recipient,
        eu_acts=acts,
    )


def _eu_refs(opened: OpenDossier, proposals: Sequence[Proposal]) -> list[Ref]:
    """The EU provisions of the acts that are answered: those that the changes name, then those that the laws are
    correlated with. An act that only articles are correlated with which nobody changes is none of them, unless there
    is no other."""
    changes = [(p.work, m) for p in proposals for m in opened.dossier.modifications(p.key)]
    named = [Ref.parse(basis) for _, m in changes for basis in m.bases]
    changed = {(work, eid.partition("__")[0]) for work, m in changes for eid in (m.target, *(n.eid for n in m.content))}
    works = {proposal.work for proposal in proposals}
    correlated = [c for c in correlating.standing(opened.dossier) if c.national.work in works]
    answered = {ref.work for ref in named}
    answered |= {c.eu.work for c in correlated if (c.national.work, c.national.eid.partition("__")[0]) in changed}
    return [*named, *(c.eu for c in correlated if c.eu.work in answered or not answered)]


def _law(opened: OpenDossier, proposal: Proposal, result: Applied, law_alone: bool) -> AmendedLaw:
    from tomas_desktop.export.submission import AmendedLaw

    expression = opened.proposal_expression(proposal)
    modifications = opened.dossier.modifications(proposal.key)
    correlations = tuple(c for c in correlating.standing(opened.dossier) if c.national.work == proposal.work)
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
        reasons=reasons.of(opened, proposal, modifications, result),
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
    answered: list[tuple[list[MarkedLine], list[Ref]]] = []
    for eid, group in articles.items():
        if all(line.state == "kept" for line in group):
            continue
        bases = [Ref.parse(basis) for line in group if line.cause for basis in line.cause.bases]
        correlated = [c.eu for c in correlations if c.national.eid.partition("__")[0] == eid]
        answered.append((group, list(dict.fromkeys([*bases, *correlated]))))
    several = len({ref.work for _, refs in answered for ref in refs}) > 1
    return tuple(
        ComparisonRow(
            eu_acts.printed(opened, refs, several), tuple(line.base for line in group if line.base), tuple(group)
        )
        for group, refs in answered
    )
