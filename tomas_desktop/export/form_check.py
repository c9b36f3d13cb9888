"""Is a form sound? Its description against itself and against its own Word templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tomas_desktop.errors import TomasError
from tomas_desktop.export.form import BLOCK_TEXTS, CONDITIONAL, FIELDS, STYLE_ROLES, Document, Form
from tomas_desktop.export.placeholders import names_in
from tomas_desktop.model.correlation import GRADES
from tomas_desktop.model.finding import Finding

# The kind of style that a part needs in Word; all others are paragraphs.
_KINDS = {"table": "table", "deleted": "character", "inserted": "character", "changed": "character"}


def check(form: Form) -> Iterable[Finding]:
    """What is missing or does not fit: a style or one of the wrong kind, a language, a field, a text that a block
    prints, a grade's code, a key that nothing reads, two documents of one file name. Each is an error that names the
    form."""
    from tomas_desktop.export.docx_template import open_template

    fields = FIELDS | set(form.texts)
    used = {role for document in form.documents for role in _roles(document)}
    for role in sorted(used - set(form.styles)):
        yield _remark("form-style-unset", form, role=role)
    for script in form.scripts:
        if script not in form.language_tags:
            yield _remark("form-language-unset", form, script=script)
    for name in sorted({*form.required, *names_in(*_printed(form))} - fields):
        yield _remark("form-unknown-field", form, field=name)
    for name in sorted({name for document in form.documents for name in _texts_of(document)} - set(form.texts)):
        yield _remark("form-text-missing", form, text=name)
    for document in form.documents:
        yield from _codes(form, document)
    yield from _told_apart(form)
    for key in form.unread:
        yield _remark("form-unknown-key", form, key=key)
    for file in dict.fromkeys(document.template for document in form.documents):
        try:
            template = open_template(form.folder / file)
        except TomasError as trouble:
            yield of_trouble(trouble)
            continue
        in_file = {role for document in form.documents if document.template == file for role in _roles(document)}
        for role, style in form.styles.items():
            if role in in_file and style not in template.style_ids:
                yield _remark("form-style-missing", form, role=role, style=style)
            elif role in in_file and template.kind_of(style) != _KINDS.get(role, "paragraph"):
                yield _remark("form-style-kind", form, role=role, style=style, kind=_KINDS.get(role, "paragraph"))
        for name in sorted(names_in(*template.printed()) - fields):
            yield _remark("form-unknown-field", form, field=name)


def of_trouble(trouble: TomasError) -> Finding:
    """What stopped a form from being read at all, as a remark about it."""
    return Finding("error", trouble.code, "", tuple((key, str(value)) for key, value in trouble.values.items()))


def _roles(document: Document) -> set[str]:
    """The parts that styles play in this document."""
    named = {block.style for block in document.blocks if block.style}
    return named.union(*(STYLE_ROLES.get(block.kind, frozenset()) for block in document.blocks))


def _printed(form: Form) -> Iterator[str]:
    yield from form.texts.values()
    for document in form.documents:
        yield document.title
        for block in document.blocks:
            yield block.text
            yield from (column.heading for column in block.columns)


def _texts_of(document: Document) -> Iterator[str]:
    """The texts that the blocks of a document print of themselves or where a field stands for them."""
    fields = names_in(document.title, *(block.text for block in document.blocks))
    yield from (text for field, text in CONDITIONAL.items() if field in fields)
    for block in document.blocks:
        yield from BLOCK_TEXTS.get(block.kind, ())
        if any(column.source == "eu_text" for column in block.columns):
            yield "no_translation"


def _told_apart(form: Form) -> Iterator[Finding]:
    """Two documents of one role without names of their own would be written over each other."""
    names = [(document.role, document.name) for document in form.documents]
    for role, name in dict.fromkeys(each for each in names if names.count(each) > 1):
        yield _remark("form-document-twice", form, role=role, name=name or "-")


def _codes(form: Form, document: Document) -> Iterator[Finding]:
    """A grade that the country has no word for would be a blank in the table."""
    for block in document.blocks:
        for column in block.columns:
            if column.source == "grade":
                for grade in GRADES:
                    if not column.codes.get(grade):
                        yield _remark("form-grade-unset", form, grade=grade)


def _remark(code: str, form: Form, **values: str) -> Finding:
    return Finding("error", code, "", (("form", form.id), *values.items()))
