"""A package before it is written: read from the dossier once, then composed document by document, as often as a
person looks at it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.services import correlating, submitting
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.submitting import Script, Sender

if TYPE_CHECKING:
    from tomas_desktop.export.form import Form
    from tomas_desktop.export.submission import Submission


@dataclass(frozen=True, slots=True)
class Papers:
    """All that the documents of a form say of some proposals. Nothing of it needs the dossier any more."""

    form: Form
    submission: Submission
    proposals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of a package: the name of its file, its role, its title, and the law that it is about ("" for one that
    is about all of them)."""

    name: str
    role: str
    title: str
    law: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A document as the bytes of a Word file, with what was found in composing it."""

    listed: Listed
    content: bytes
    findings: tuple[Finding, ...]


def gather(opened: OpenDossier, proposals: Sequence[str], form: str) -> Papers:
    """Read what a package needs from the dossier; raises as `submitting.export` does."""
    chosen, values = submitting.ordered(opened, proposals, form)
    whole = submitting.submission(opened, values, chosen.language)
    return Papers(chosen, whole, tuple(value.key for value in values))


def from_sender(papers: Papers, sender: Sender) -> Papers:
    """The same papers with another name at the foot of the letter."""
    whole = papers.submission
    return replace(
        papers,
        submission=replace(
            whole,
            organisation=sender.organisation,
            contact=sender.contact,
            recipient=sender.recipient,
            author=sender.author or whole.author,
        ),
    )


def documents(papers: Papers, roles: Collection[str] | None = None, combined: bool = False) -> tuple[Listed, ...]:
    """The documents of the package in their order: those of these roles, or all; with `combined` the one file that
    holds them."""
    from tomas_desktop.export import composer

    files = composer.files(papers.submission, papers.form, roles)
    if combined and files:
        return (Listed(composer.name_together(papers.submission), "package", papers.form.title),)
    names = {law.work.key: law.name for law in papers.submission.laws}
    several = len(names) > 1
    return tuple(
        Listed(file.name, file.document.role, file.document.title, names.get(file.work, "") if several else "")
        for file in files
    )


def compose(
    papers: Papers, name: str, script: Script | None = None, roles: Collection[str] | None = None
) -> Composed | None:
    """The document whose file has this name; `roles` are those that go out together. None where there is no such one.

    Raises TomasError("form-docx-unreadable").
    """
    from tomas_desktop.export import composer

    whole, form = papers.submission, papers.form
    findings: list[Finding] = []
    files = composer.files(whole, form, roles)
    for listed, file in zip(documents(papers, roles), files, strict=True):
        if file.name == name:
            content = composer.compose(file.about, form, file.document, script, findings, file.enclosed)
            return Composed(listed, content, tuple(findings))
    for listed in documents(papers, roles, combined=True):
        if listed.name == name:
            content = composer.compose_together(whole, form, files, script, findings)
            return Composed(listed, content, tuple(findings))
    return None


def beside(
    opened: OpenDossier,
    papers: Papers,
    composed: Sequence[Composed],
    kinds: Collection[str],
    roles: Collection[str] | None = None,
    script: Script | None = None,
) -> dict[str, bytes]:
    """The files of other kinds (`renditions.KINDS`) that go beside these documents, by their names."""
    from tomas_desktop.services import renditions

    written = [(one.listed.name, one.listed.role, one.content) for one in composed]
    made = renditions.of_package(opened, papers.submission, papers.form, written, kinds, roles, script)
    return {one.name: one.content for one in made}


def remarks(papers: Papers, roles: Collection[str] | None = None, script: Script | None = None) -> tuple[Finding, ...]:
    """What is to be said of a package before any document of it is composed."""
    from tomas_desktop.export import composer

    return tuple(composer.remarks(papers.submission, papers.form, roles, script))


def write(contents: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write files into a folder, which is made when missing, each in one move; raises TomasError("cannot-write")."""
    from tomas_desktop.export.docx_writer import write_files

    files = {folder / name: content for name, content in contents.items()}
    write_files(files)
    return tuple(files)


def belonging(dossier: Dossier, proposal: str) -> tuple[str, ...]:
    """The proposals that a package with this one usually has: for each law of its country one, where both answer the
    same EU act; a proposal that changes nothing is left out. A person decides."""
    first = dossier.proposal(proposal)
    work = dossier.work(first.work) if first else None
    if first is None or work is None:
        return ()
    acts, of_law = _acts(dossier, first), {first.work: first.key}
    for other in dossier.proposals:
        law = dossier.work(other.work)
        if law is None or law.country != work.country or other.work in of_law:
            continue
        if dossier.modifications(other.key) and acts & _acts(dossier, other):
            of_law[other.work] = other.key
    return tuple(each.key for each in dossier.proposals if each.key in of_law.values())


def _acts(dossier: Dossier, proposal: Proposal) -> set[str]:
    """The EU acts that the changes of a proposal name, or that its law is linked with."""
    named = {basis.partition("#")[0] for one in dossier.modifications(proposal.key) for basis in one.bases}
    linked = (one for one in correlating.standing(dossier) if one.national.work == proposal.work)
    return named | {one.eu.work for one in linked}
