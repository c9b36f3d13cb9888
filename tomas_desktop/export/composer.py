"""From a submission and a form to the files of the package."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from tomas_desktop.export import form_check
from tomas_desktop.export.blocks import BLOCKS
from tomas_desktop.export.combined import Composed, combine
from tomas_desktop.export.docx_comments import CommentBook
from tomas_desktop.export.docx_metadata import Properties
from tomas_desktop.export.docx_template import open_template
from tomas_desktop.export.docx_writer import write_files
from tomas_desktop.export.fields import eu_provenance, moment, values
from tomas_desktop.export.form import Document, Form, Script
from tomas_desktop.export.placeholders import BLANK
from tomas_desktop.export.respelling import Spell, addressed, respelt, respelt_row
from tomas_desktop.export.sheet import Sheet
from tomas_desktop.export.submission import AmendedLaw, Submission
from tomas_desktop.export.word_xml import legal, run_properties
from tomas_desktop.model.finding import Finding
from tomas_desktop.text.scripts import to_cyrillic, to_latin

_SPELL: dict[Script, Spell] = {"Latn": to_latin, "Cyrl": to_cyrillic}


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of the package. `work` is the key of the law that it is about, "" where it is about several. The role of
    the whole package in one file is `package`."""

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
    combined: bool = False,
) -> tuple[tuple[ExportedFile, ...], tuple[Finding, ...]]:
    """Write the documents of the form (those of `roles`, or all) into a folder, which is made when missing: what is
    said of one law once for each law, what is said of one EU act once for each act, what is said of all once. With
    `combined` they are one file, the letter on top, each beginning on a page of its own.

    Without `script` each law keeps its own. Nothing blocks: what is missing is a visible blank and a finding. All
    is composed before the first file is written. Raises TomasError("form-docx-unreadable" or "cannot-write").
    """
    findings = remarks(submission, form, roles, script)
    exported: list[ExportedFile] = []
    contents: dict[Path, bytes] = {}
    parts = files(submission, form, roles)
    if combined and parts:
        path = out_dir / name_together(submission)
        contents[path] = compose_together(submission, form, parts, script, findings)
        exported.append(ExportedFile("package", path, _one_of([law.work.key for law in submission.laws])))
        parts = ()
    for file in parts:
        path = out_dir / file.name
        contents[path] = compose(file.about, form, file.document, script, findings, file.enclosed)
        exported.append(ExportedFile(file.document.role, path, file.work))
    write_files(contents)
    return tuple(exported), tuple(dict.fromkeys(findings))


def remarks(
    submission: Submission, form: Form, roles: Collection[str] | None = None, script: Script | None = None
) -> list[Finding]:
    """What is to be said of a package before any document of it is composed: what was asked for and the form does not
    have, what is wrong with the form itself, what is not known of a law, what its amending act does not say."""
    findings = [_warning("role-not-in-form", role=role, form=form.id) for role in roles or () if role not in form.roles]
    if script and script not in form.scripts:
        findings.append(_warning("script-not-in-form", script=script, form=form.id))
    findings.extend(form_check.check(form))
    for law in submission.laws:
        findings.extend(_missing(submission, form, law))
    return findings


@dataclass(frozen=True, slots=True)
class File:
    """A Word file of a package before it is composed: its name, the document of the form, what it is `about`, and the
    documents that go out with it."""

    name: str
    document: Document
    about: Submission
    enclosed: tuple[Document, ...]

    @property
    def work(self) -> str:
        """The key of the law that it is about, "" where it is about all of them."""
        return self.about.laws[0].work.key if self.document.scope == "law" else ""


def files(submission: Submission, form: Form, roles: Collection[str] | None = None) -> tuple[File, ...]:
    """The files of a package (those of `roles`, or all) in their order: the documents of each law, then those of each
    EU act and of the package. As soon as there are several EU acts, the name of a file on one of them tells which."""
    documents = tuple(one for one in form.documents if roles is None or one.role in roles)
    stems = _stems(submission.laws)
    of_laws = [(True, stem, stem, submission.of(law)) for law, stem in zip(submission.laws, stems, strict=True)]
    of_all = (False, _stem(submission), stems[0] if len(stems) == 1 else submission.country, submission)
    out: list[File] = []
    for is_of_law, stem, stem_of_act, about in (*of_laws, of_all):
        for document in documents:
            if (document.scope == "law") is not is_of_law:
                continue
            parts = [(stem, about)]
            if document.is_of_one_eu_act and len(about.eu_acts) > 1:
                parts = [(f"{stem_of_act}-{act.key}", about.on(act)) for act in about.eu_acts]
            for name, part in parts:
                full_name = "-".join(filter(None, (name, document.role, document.name)))
                out.append(File(f"{full_name}.docx", document, part, documents))
    return tuple(out)


def _stem(submission: Submission) -> str:
    """How the name of a file begins that is about everything."""
    if len(submission.laws) == 1:
        return submission.laws[0].work.key
    return f"{submission.country}-{_one_of([act.key for act in submission.eu_acts]) or 'package'}"


def _one_of(keys: Sequence[str]) -> str:
    return keys[0] if len(set(keys)) == 1 else ""


def name_together(submission: Submission) -> str:
    """The name of the file that holds a whole package."""
    return f"{_stem(submission).removesuffix('-package')}-package.docx"


def compose_together(
    submission: Submission, form: Form, parts: Sequence[File], script: Script | None, findings: list[Finding]
) -> bytes:
    """These files as one Word file, the letter on top."""
    ids = count(1)
    letter_first = sorted(parts, key=lambda file: file.document.role != "cover")
    made = [_composed(file.about, form, file.document, script, findings, file.enclosed, ids) for file in letter_first]
    return combine(made, "; ".join(dict.fromkeys(law.act_name or law.name for law in submission.laws)))


def compose(
    submission: Submission,
    form: Form,
    document: Document,
    script: Script | None,
    findings: list[Finding],
    enclosed: Sequence[Document] = (),
) -> bytes:
    """One document on the laws of this submission as the bytes of a Word file; remarks are added to `findings`.
    `enclosed` are the documents that go out with it. A script that the form does not have is passed over."""
    return _composed(submission, form, document, script, findings, enclosed, count(1)).docx()


def _composed(
    submission: Submission,
    form: Form,
    document: Document,
    script: Script | None,
    findings: list[Finding],
    enclosed: Sequence[Document],
    ids: Iterator[int],
) -> Composed:
    """The parts of one document; `ids` counts what bears an id in the file that it goes into."""
    target = script if script in form.scripts else _script_of(submission.laws[0], form)
    spell = _speller(form, target)
    if len(form.scripts) > 1:
        submission = _in_script(submission, form, target)
    language = form.language_tags.get(target, submission.laws[0].expression.language)

    template = open_template(form.folder / document.template)
    said = dict(values(form, submission, spell))
    said["provenance"] = f"{said.get('provenance', '')} {eu_provenance(form, document, submission, spell)}".strip()
    known = {name: legal(value)[0] for name, value in said.items()}
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
        where = (("document", sheet.text(document.title) or document.role), ("law", laws), ("count", str(blanks)))
        findings.append(Finding("info", "blanks-left", "", where))
    properties = Properties(
        " – ".join(filter(None, (sheet.text(document.title), known["law"]))),
        known["author"] or known["organisation"] or BLANK,
        moment(submission.date, ""),
        language,
        known["organisation"],
    )
    recording = any(block.kind == "tracked" for block in document.blocks)
    return Composed(template, body, remarks, properties, document.orientation, recording)


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

    return replace(
        submission,
        recipient=addressed(submission.recipient, spell),
        laws=tuple(law if _script_of(law, form) == target else respelt(law, spell) for law in submission.laws),
        eu_acts=tuple(
            replace(
                act,
                name=spell(act.name),
                concordance=tuple(respelt_row(row, spell, is_in) for row in act.concordance),
            )
            for act in submission.eu_acts
        ),
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
