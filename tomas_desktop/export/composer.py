"""From a submission and a form to the files of the package."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tomas_desktop.export.blocks import BLOCKS
from tomas_desktop.export.docx_comments import CommentBook
from tomas_desktop.export.docx_template import open_template
from tomas_desktop.export.docx_writer import Properties, docx_bytes, write_files
from tomas_desktop.export.fields import moment, values
from tomas_desktop.export.form import Document, Form, Script
from tomas_desktop.export.placeholders import BLANK
from tomas_desktop.export.respelling import Spell, respelt
from tomas_desktop.export.sheet import Sheet
from tomas_desktop.export.submission import AmendedLaw, Submission
from tomas_desktop.export.word_xml import legal, run_properties
from tomas_desktop.model.finding import Finding
from tomas_desktop.text.scripts import to_cyrillic, to_latin

_SPELL: dict[Script, Spell] = {"Latn": to_latin, "Cyrl": to_cyrillic}


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of the package. `work` is the key of the law that it is about."""

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
    """Write the documents of the form (those of `roles`, or all) into a folder, which is made when missing.

    Without `script` each law keeps its own. Nothing blocks: what is missing is a visible blank and a finding. All
    is composed before the first file is written. Raises TomasError("form-docx-unreadable" or "cannot-write").
    """
    findings: list[Finding] = [
        _warning("role-not-in-form", role=role, form=form.id) for role in roles or () if role not in form.roles
    ]
    if script and script not in form.scripts:
        findings.append(_warning("script-not-in-form", script=script, form=form.id))
        script = None
    exported: list[ExportedFile] = []
    contents: dict[Path, bytes] = {}
    for law, stem in zip(submission.laws, _stems(submission.laws), strict=True):
        findings.extend(_missing(submission, form, law))
        for document in form.documents:
            if roles is not None and document.role not in roles:
                continue
            path = out_dir / f"{stem}-{document.role}.docx"
            contents[path] = compose(submission, form, law, document, script, findings)
            exported.append(ExportedFile(document.role, path, law.work.key))
    write_files(contents)
    return tuple(exported), tuple(dict.fromkeys(findings))


def compose(
    submission: Submission,
    form: Form,
    law: AmendedLaw,
    document: Document,
    script: Script | None,
    findings: list[Finding],
) -> bytes:
    """One document of the package as the bytes of a Word file; remarks are added to `findings`."""
    written_in = _script_of(law, form)
    target = script or written_in
    law = respelt(law, _SPELL[target]) if target != written_in else law
    spell: Spell = _SPELL[target] if target != form.scripts[0] else str
    language = form.language_tags.get(target, law.expression.language)

    template, ids = open_template(form.template), count(1)
    known = {name: legal(value)[0] for name, value in values(form, submission, law, spell).items()}
    comments = CommentBook(ids, run_properties(language), template.style_ids.get("annotation text", ""))
    sheet = Sheet(submission, law, form, document, template, language, known, ids, comments, spell, findings)
    template.fill(lambda name: known.get(name, ""))
    body, dropped = legal("".join(BLOCKS[block.kind](sheet, block) for block in document.blocks))
    remarks, dropped_too = legal(comments.xml())
    if dropped + dropped_too:
        findings.append(_warning("characters-dropped", count=str(dropped + dropped_too), law=law.work.key))
    properties = Properties(
        known["law"], known["author"] or known["organisation"] or BLANK, moment(submission.date, ""), language
    )
    recording = any(block.kind == "tracked" for block in document.blocks)
    return docx_bytes(template, body, remarks, properties, document.orientation, recording)


def _script_of(law: AmendedLaw, form: Form) -> Script:
    """The script of the law's expression; the form's own where its language does not name one that the form has."""
    return next((one for one in form.scripts if law.expression.language.endswith(f"-{one}")), form.scripts[0])


def _stems(laws: Sequence[AmendedLaw]) -> list[str]:
    """A readable beginning for the file names of each law; two proposals for one law get a number."""
    keys = [law.work.key for law in laws]
    return [key if keys.count(key) == 1 else f"{key}-{keys[: i + 1].count(key)}" for i, key in enumerate(keys)]


def _missing(submission: Submission, form: Form, law: AmendedLaw) -> list[Finding]:
    known = values(form, submission, law)
    out = [_warning("field-missing", field=name, law=law.work.key) for name in form.required if not known.get(name)]
    if all(line.state == "kept" for line in law.marked):
        out.append(_warning("nothing-proposed", law=law.work.key))
    return out


def _warning(code: str, **values: str) -> Finding:
    return Finding("warning", code, "", tuple(values.items()))
