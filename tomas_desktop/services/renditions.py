"""The other files beside the Word documents: each document as a page of HTML, its tables as CSV, the law as proposed
and the amending act as Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from tomas_desktop.amend.amending_act import Act
from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.services import clock, drafting, proposed_act
from tomas_desktop.services.dossiers import OpenDossier

if TYPE_CHECKING:
    from tomas_desktop.export.akoma_ntoso_meta import Draft, Law
    from tomas_desktop.export.form import Form, Script
    from tomas_desktop.export.submission import Submission

Kind = Literal["html", "akn", "csv"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_TABLES = frozenset({"comparison", "concordance", "package"})
_COLUMNS = ("eu", "in_force", "proposed")
_MARKS = ("deleted", "inserted")


@dataclass(frozen=True, slots=True)
class Rendition:
    """A file beside the Word documents: the role of what it shows, its format, its name, its bytes."""

    role: str
    format: Kind
    name: str
    content: bytes


def format_of(name: str) -> str:
    """The format of a file of a package by its name: docx, html, csv, akn."""
    return "akn" if name.endswith(".akn.xml") else name.rpartition(".")[2]


def of_package(
    opened: OpenDossier,
    whole: Submission,
    form: Form,
    written: Iterable[tuple[str, str, bytes]],
    kinds: Collection[str],
    roles: Collection[str] | None = None,
    script: Script | None = None,
) -> tuple[Rendition, ...]:
    """All files of these kinds that go beside the Word documents of a package (name, role, bytes)."""
    reading = reading_pages(whole, form, roles, script) if "html" in kinds else {}
    out = of_documents(written, kinds, reading)
    acts = {law.proposal.key: law.act for law in whole.laws if law.act}
    proposals = [law.proposal for law in whole.laws]
    return (*out, *akoma_ntoso(opened, proposals, roles, acts)) if "akn" in kinds else out


def of_documents(
    documents: Iterable[tuple[str, str, bytes]], kinds: Collection[str], reading: Mapping[str, bytes] | None = None
) -> tuple[Rendition, ...]:
    """HTML and CSV of these Word documents (name, role, bytes). `reading` are pages that were made for reading and take
    the place of a document's likeness."""
    from tomas_desktop.export import csv_tables, docx_page

    out: list[Rendition] = []
    for name, role, content in documents:
        stem = name.removesuffix(".docx")
        if "html" in kinds:
            page = (reading or {}).get(name) or docx_page.page(content).encode()
            out.append(Rendition(role, "html", f"{stem}.html", page))
        if "csv" in kinds and role in _TABLES and (table := csv_tables.csv_bytes(content)):
            out.append(Rendition(role, "csv", f"{stem}.csv", table))
    return tuple(out)


def reading_pages(
    submission: Submission, form: Form, roles: Collection[str] | None = None, script: Script | None = None
) -> dict[str, bytes]:
    """For each comparison of the package, by the name of its Word file, the page that shows it best on a screen."""
    from tomas_desktop.export import composer

    return {
        file.name: proposal_page(file.about, form, script).encode()
        for file in composer.files(submission, form, roles)
        if any(block.kind == "comparison" for block in file.document.blocks)
    }


def proposal_page(submission: Submission, form: Form, script: Script | None = None) -> str:
    """The proposals as one page to be read: EU | in force | proposed, in the words of the form."""
    from tomas_desktop.export import html_writer
    from tomas_desktop.export.fields import values
    from tomas_desktop.export.placeholders import fill
    from tomas_desktop.export.respelling import respelt
    from tomas_desktop.text.scripts import to_cyrillic, to_latin

    language = submission.laws[0].expression.language
    own = next((one for one in form.scripts if language.endswith(f"-{one}")), form.scripts[0])
    target = script if script in form.scripts else own
    letters = to_cyrillic if target == "Cyrl" else to_latin
    if target != own:
        submission = replace(submission, laws=tuple(respelt(law, letters) for law in submission.laws))
    spell = letters if target != form.scripts[0] else str
    known = values(form, submission, spell)
    blocks = [block for document in form.documents for block in document.blocks if block.kind == "comparison"]
    headings = {column.source: column.heading for block in blocks[:1] for column in block.columns}

    def said(text: str) -> str:
        return fill(text, lambda field: known.get(field, ""), spell)

    marks = {mark: said(form.texts[f"legend_{mark}"]) for mark in _MARKS if f"legend_{mark}" in form.texts}
    columns = {name: said(headings.get(name, "")) for name in _COLUMNS}
    about = (
        " – ".join(filter(None, (known["organisation"], known["author"], known["date"]))),
        known.get("provenance", ""),
    )
    return html_writer.proposal(
        submission.laws,
        html_writer.Words(**columns, **marks),
        form.language_tags.get(target, language),
        about,
        submission.eu.language if submission.eu else "",
    )


def akoma_ntoso(
    opened: OpenDossier,
    proposals: Sequence[Proposal],
    roles: Collection[str] | None = None,
    acts: Mapping[str, Act] | None = None,
) -> tuple[Rendition, ...]:
    """For each proposal the law as it would stand (role `tracked`) and the act that makes it so (role `act`), in the
    script of the law: those of `roles`, or both. `acts` are amending acts that are made already, by proposal."""
    from tomas_desktop.export import akoma_ntoso_writer as writer

    keys = [proposal.work for proposal in proposals]
    out: list[Rendition] = []
    for place, proposal in enumerate(proposals):
        stem = proposal.work
        if keys.count(stem) > 1:
            stem = f"{stem}-{keys[: place + 1].count(stem)}"
        text, draft = _draft(opened, proposal, (acts or {}).get(proposal.key))
        pack = opened.pack(text.expression)
        if roles is None or "tracked" in roles:
            content = writer.proposed_law(text, draft, pack)
            out.append(Rendition("tracked", "akn", f"{stem}-tracked{writer.SUFFIX}", content))
        if draft.act is not None and (roles is None or "act" in roles):
            content = writer.amending_act(text, draft, draft.act, pack)
            out.append(Rendition("act", "akn", f"{stem}-act{writer.SUFFIX}", content))
    return tuple(out)


def law_document(opened: OpenDossier, ref: Ref, expression: str | None = None, proposal_key: str | None = None) -> str:
    """A law, a provision of it, or the law as proposed, as Akoma Ntoso. Raises as `drafting.text_of` does."""
    from tomas_desktop.export import akoma_ntoso_writer as writer

    nodes = drafting.text_of(opened, ref, expression, proposal_key)
    if proposal_key is not None and not ref.eid:
        text, draft = _draft(opened, opened.proposal(proposal_key))
        return writer.proposed_law(text, draft, opened.pack(text.expression)).decode()
    text = _law(opened, ref.work, expression)
    return writer.law(replace(text, nodes=nodes)).decode()


def _law(opened: OpenDossier, work: str, expression: str | None = None) -> Law:
    from tomas_desktop.export.akoma_ntoso_meta import Law

    one = opened.expression(work, expression)
    return Law(opened.work(work), one, opened.dossier.card(work), opened.nodes(one), clock.now())


def _draft(opened: OpenDossier, proposal: Proposal, act: Act | None = None) -> tuple[Law, Draft]:
    from tomas_desktop.export.akoma_ntoso_meta import Draft

    text = _law(opened, proposal.work, proposal.expression)
    act = act or _act(opened, proposal)
    return text, Draft(proposal, drafting.applied(opened, proposal), opened.dossier.modifications(proposal.key), act)


def _act(opened: OpenDossier, proposal: Proposal) -> Act | None:
    """The amending act of a proposal; none where the language has no words for one."""
    try:
        return proposed_act.act_of_proposal(opened, proposal.key).act
    except TomasError as trouble:
        if trouble.code not in ("no-formulas", "formula-missing"):
            raise
        return None
