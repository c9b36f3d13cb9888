"""Finding and reading the forms: `<folder>/<country>/<form>/template.toml` beside a `template.docx`.

A user's own folders come after the bundled one; a form of the same name there takes the place of ours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from tomas_desktop import paths
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.export.form import (
    BLOCK_KINDS,
    COLUMN_SOURCES,
    FIELDS,
    ROLES,
    STYLE_ROLES,
    Block,
    BlockKind,
    Column,
    ColumnSource,
    Document,
    Form,
    Orientation,
    Script,
)
from tomas_desktop.export.placeholders import names_in
from tomas_desktop.model.finding import Finding


def forms(country: str | None = None, overlays: Sequence[Path] = ()) -> tuple[Form, ...]:
    """Every form that can be read, by country and name. What cannot be read is left to `check`."""
    found = _discover(overlays)[0].values()
    return tuple(form for form in found if country in (None, form.country))


def form(name: str, overlays: Sequence[Path] = ()) -> Form:
    """The form `rs/zakonodavstvo`, or the default one of the country `rs`.

    Raises TomasError("unknown-form") with the forms there are, or the trouble of the named form itself."""
    found, troubles = _discover(overlays)
    if name in found:
        return found[name]
    if name in troubles:
        raise troubles[name]
    of_country = [one for one in found.values() if one.country == name]
    if not of_country:
        raise NotFoundError("unknown-form", form=name, known=", ".join(found) or "-")
    return next((one for one in of_country if one.is_default), of_country[0])


def check(overlays: Sequence[Path] = ()) -> list[Finding]:
    """What is wrong with the forms themselves, each against its own Word template."""
    found, troubles = _discover(overlays)
    findings = [_finding(trouble) for trouble in troubles.values()]
    for one in found.values():
        findings.extend(_check(one))
    return findings


def _discover(overlays: Sequence[Path]) -> tuple[dict[str, Form], dict[str, TomasError]]:
    found: dict[str, Form] = {}
    troubles: dict[str, TomasError] = {}
    for folder in (paths.templates(), *overlays):
        for file in sorted(folder.glob("*/*/template.toml")):
            name = f"{file.parent.parent.name}/{file.parent.name}"
            for known in (found, troubles):
                known.pop(name, None)
            try:
                found[name] = read_form(file)
            except TomasError as trouble:
                troubles[name] = trouble
    return dict(sorted(found.items())), troubles


def read_form(file: Path) -> Form:
    """The form that this template.toml describes; raises TomasError("form-unreadable" or "form-field")."""
    country, name = file.parent.parent.name, file.parent.name
    where = f"{country}/{name}"
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TomasError("form-unreadable", form=where, reason=str(error)) from error
    scripts = _texts(data, "scripts", where)
    return Form(
        id=where,
        country=country,
        title=_text(data, "title", where),
        folder=file.parent,
        scripts=cast("tuple[Script, ...]", _one_of(scripts, ("Latn", "Cyrl"), "scripts", where)),
        language_tags=_table(data, "language_tags", where),
        styles=_table(data, "styles", where),
        texts=_table(data, "texts", where),
        documents=tuple(_document(entry, where) for entry in _entries(data, "document", where)),
        required=_texts(data, "required", where) if "required" in data else (),
        date_format=_text(data, "date_format", where),
        is_default=data.get("default") is True,
    )


def _document(data: Mapping[str, Any], where: str) -> Document:
    role = _text(data, "role", where)
    orientation = data.get("orientation", "portrait")
    _one_of([role], ROLES, "role", where)
    _one_of([orientation], ("portrait", "landscape"), "orientation", where)
    blocks = tuple(_block(entry, where) for entry in _entries(data, "block", where))
    return Document(role, blocks, cast("Orientation", orientation))


def _block(data: Mapping[str, Any], where: str) -> Block:
    kind = _text(data, "kind", where)
    _one_of([kind], BLOCK_KINDS, "kind", where)
    columns = _entries(data, "columns", where) if kind == "comparison" else []
    style, text = (_text(data, key, where) if kind == "text" else "" for key in ("style", "text"))
    return Block(cast("BlockKind", kind), style, text, tuple(_column(entry, where) for entry in columns))


def _column(data: Mapping[str, Any], where: str) -> Column:
    source, width = _text(data, "source", where), data.get("width", 1)
    _one_of([source], COLUMN_SOURCES, "source", where)
    if not isinstance(width, int) or width < 1:
        raise TomasError("form-field", form=where, field="width")
    return Column(cast("ColumnSource", source), _text(data, "heading", where), width)


def _text(data: Mapping[str, Any], key: str, where: str) -> str:
    value = data.get(key)
    if not isinstance(value, str):
        raise TomasError("form-field", form=where, field=key)
    return value


def _texts(data: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = data.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        raise TomasError("form-field", form=where, field=key)
    return tuple(value)


def _table(data: Mapping[str, Any], key: str, where: str) -> Mapping[str, str]:
    value = data.get(key)
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise TomasError("form-field", form=where, field=key)
    return value


def _entries(data: Mapping[str, Any], key: str, where: str) -> list[Mapping[str, Any]]:
    value = data.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(one, dict) for one in value):
        raise TomasError("form-field", form=where, field=key)
    return value


def _one_of(values: Iterable[object], allowed: Sequence[str], key: str, where: str) -> tuple[str, ...]:
    values = tuple(values)
    if not all(value in allowed for value in values):
        raise TomasError("form-field", form=where, field=key)
    return cast("tuple[str, ...]", values)


def _check(one: Form) -> Iterable[Finding]:
    from tomas_desktop.export.docx_template import open_template

    fields = FIELDS | set(one.texts)
    printed = list(one.texts.values())
    used = {block.style for document in one.documents for block in document.blocks if block.style}
    for document in one.documents:
        printed += [block.text for block in document.blocks]
        printed += [column.heading for block in document.blocks for column in block.columns]
    for role in sorted(STYLE_ROLES - set(one.styles)):
        yield _remark("form-style-unset", one, role=role)
    for role in sorted(used - STYLE_ROLES - set(one.styles)):
        yield _remark("form-style-unset", one, role=role)
    for script in one.scripts:
        if script not in one.language_tags:
            yield _remark("form-language-unset", one, script=script)
    for name in sorted({*one.required, *names_in(*printed)} - fields):
        yield _remark("form-unknown-field", one, field=name)
    try:
        template = open_template(one.template)
    except TomasError as trouble:
        yield _finding(trouble)
        return
    for role, style in one.styles.items():
        if style not in template.style_ids:
            yield _remark("form-style-missing", one, role=role, style=style)
    for name in sorted(names_in(*template.printed()) - fields):
        yield _remark("form-unknown-field", one, field=name)


def _remark(code: str, one: Form, **values: str) -> Finding:
    return Finding("error", code, "", (("form", one.id), *values.items()))


def _finding(trouble: TomasError) -> Finding:
    return Finding("error", trouble.code, "", tuple((key, str(value)) for key, value in trouble.values.items()))
