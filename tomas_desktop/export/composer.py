"""From a submission and a form to the files of the package."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from tomas_desktop.export.blocks import BLOCKS
from tomas_desktop.export.docx_comments import CommentBook
from tomas_desktop.export.docx_template import open_template
from tomas_desktop.export.docx_writer import Properties, docx_bytes, write_files
from tomas_desktop.export.fields import moment, values
from tomas_desktop.export.form import Document, Form, Script
from tomas_desktop.export.placeholders import BLANK
from tomas_desktop.export.respelling import Spell, respelt, respelt_row
from tomas_desktop.export.sheet import Sheet
from tomas_desktop.export.submission import AmendedLaw, Submission
from tomas_desktop.export.word_xml import legal, run_properties
from tomas_desktop.model.finding import Finding
from tomas_desktop.text.scripts import to_cyrillic, to_latin

_SPELL: dict[Script, Spell] = {"Latn": to_latin, "Cyrl": to_cyrillic}


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of the package. `work` is the key of the law that it is about, "" where it is about all of them."""

    role: str
    path: Path
    work: str
    format: str = "docx"


def write(
    submission: Submission,
    form: Form,
    out_dir: Path,
    roles: Collection[str] | None = None,
    script: Script | None = None,
) -> tuple[tuple[ExportedFile, ...], tuple[Finding, ...]]:
    """Write the documents of the form (those of `roles`, or all) into a folder, which is made when missing: what is
    said of one law once for each law, what is said of all once.

    Without `script` each law keeps its own. Nothing blocks: what is missing is a visible blank and a finding. All
    is composed before the first file is written. Raises TomasError("form-docx-unreadable" or "cannot-write").
    """
    findings: list[Finding] = [
        _warning("role-not-in-form", role=role, form=form.id) for role in roles or () if role not in form.roles
    ]
    if script and script not in form.scripts:
        findings.append(_warning("script-not-in-form", script=script, form=form.id))
        script = None
    for law in submission.laws:
        findings.extend(_missing(submission, form, law))
    exported: list[ExportedFile] = []
    contents: dict[Path, bytes] = {}
    enclosed = [one for one in form.documents if roles is None or one.role in roles]
    for stem, part, document in _order(submission, enclosed):
        path = out_dir / f"{'-'.join(filter(None, (stem, document.role, document.name)))}.docx"
        contents[path] = compose(part, form, document, script, findings, enclosed)
        exported.append(ExportedFile(document.role, path, part.laws[0].work.key if document.scope == "law" else ""))
    write_files(contents)
    return tuple(exported), tuple(dict.fromkeys(findings))


def _order(submission: Submission, documents: Sequence[Document]) -> Iterator[tuple[str, Submission, Document]]:
    """The files in their order, each with the beginning of its name and what it is about: the documents of each law,
    then those of the package."""
    stems = _stems(submission.laws)
    for law, stem in zip(submission.laws, stems, strict=True):
        for document in documents:
            if document.scope == "law":
                yield stem, replace(submission, laws=(law,)), document
    whole = f"{submission.country}-{submission.eu.key}" if submission.eu else f"{submission.country}-package"
    for document in documents:
        if document.scope == "package":
            yield stems[0] if len(stems) == 1 else whole, submission, document


def compose(
    submission: Submission,
    form: Form,
    document: Document,
    script: Script | None,
    findings: list[Finding],
    enclosed: Sequence[Document] = (),
) -> bytes:
    """One document on the laws of this submission as the bytes of a Word file; remarks are added to `findings`.
    `enclosed` are the documents that go out with it."""
    target = script or _script_of(submission.laws[0], form)
    spell = _speller(form, target)
    if len(form.scripts) > 1:
        submission = _in_script(submission, form, target)
    language = form.language_tags.get(target, submission.laws[0].expression.language)

    template, ids = open_template(form.folder / document.template), count(1)
    known = {name: legal(value)[0] for name, value in values(form, submission, spell).items()}
    comments = CommentBook(ids, run_properties(language), template.style_ids.get("annotation text", ""))
    sheet = Sheet(submission, form, document, template, language, known, ids, comments, enclosed, spell, findings)
    template.fill(lambda name: known.get(name, ""))
    body, dropped = legal("".join(BLOCKS[block.kind](sheet, block) for block in document.blocks))
    remarks, dropped_too = legal(comments.xml())
    laws = ", ".join(law.work.key for law in submission.laws)
    if dropped + dropped_too:
        findings.append(_warning("characters-dropped", count=str(dropped + dropped_too), law=laws))
    blanks = body.count(BLANK)
    if blanks:
        said = (("document", sheet.text(document.title) or document.role), ("law", laws), ("count", str(blanks)))
        findings.append(Finding("info", "blanks-left", "", said))
    properties = Properties(
        " – ".join(filter(None, (sheet.text(document.title), known["law"]))),
        known["author"] or known["organisation"] or BLANK,
        moment(submission.date, ""),
        language,
    )
    recording = any(block.kind == "tracked" for block in document.blocks)
    return docx_bytes(template, body, remarks, properties, document.orientation, recording)


def _speller(form: Form, target: Script) -> Spell:
    """How the form's own words go over into this script."""
    if target == form.scripts[0]:
        return str

    def spell(text: str) -> str:
        for written, other in form.respelt.items():
            text = text.replace(written, other)
        return _SPELL[target](text)

    return spell


def _in_script(submission: Submission, form: Form, target: Script) -> Submission:
    """The submission with everything in the language of the form in one script; what is in it already stays."""
    spell = _SPELL[target]

    def is_in(language: str) -> bool:
        return language.endswith(f"-{target}")

    eu = submission.eu
    return replace(
        submission,
        eu=eu and replace(eu, name=spell(eu.name)),
        laws=tuple(law if _script_of(law, form) == target else respelt(law, spell) for law in submission.laws),
        concordance=tuple(respelt_row(row, spell, is_in) for row in submission.concordance),
    )


def _script_of(law: AmendedLaw, form: Form) -> Script:
    """The script of the law's expression; the form's own where its language does not name one that the form has."""
    return next((one for one in form.scripts if law.expression.language.endswith(f"-{one}")), form.scripts[0])


def _stems(laws: Sequence[AmendedLaw]) -> list[str]:
    """A readable beginning for the file names of each law; two proposals for one law get a number."""
    keys = [law.work.key for law in laws]
    return [key if keys.count(key) == 1 else f"{key}-{keys[: i + 1].count(key)}" for i, key in enumerate(keys)]


def _missing(submission: Submission, form: Form, law: AmendedLaw) -> list[Finding]:
    known = values(form, replace(submission, laws=(law,)))
    out = [_warning("field-missing", field=name, law=law.work.key) for name in form.required if not known.get(name)]
    if all(line.state == "kept" for line in law.marked):
        out.append(_warning("nothing-proposed", law=law.work.key))
    if not law.card.is_checked:
        out.append(_warning("card-not-checked", work=law.work.key))
    return [*out, *law.remarks]


def _warning(code: str, **values: str) -> Finding:
    return Finding("warning", code, "", tuple(values.items()))
