"""Is a form sound? Its description against itself and against its own Word templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tomas_desktop.errors import TomasError
from tomas_desktop.export.form import FIELDS, STYLE_ROLES, Document, Form
from tomas_desktop.export.placeholders import names_in
from tomas_desktop.model.correlation import GRADES
from tomas_desktop.model.finding import Finding


def check(form: Form) -> Iterable[Finding]:
    """A style, a language, a field or a grade's code that is missing, each an error that names the form."""
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
    for document in form.documents:
        yield from _codes(form, document)
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
