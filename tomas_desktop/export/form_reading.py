"""Reading a form's description, `template.toml`: what is missing or of the wrong kind is named."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast, get_args

from tomas_desktop.errors import TomasError
from tomas_desktop.export.form import (
    BLOCK_KINDS,
    COLUMN_SOURCES,
    ROLES,
    USUAL_SCOPE,
    WORDED,
    Block,
    BlockKind,
    Column,
    Document,
    Form,
    Order,
    Orientation,
    Scope,
    Script,
)
from tomas_desktop.model.correlation import GRADES

_KEYS = {
    kind: frozenset(keys.split())
    for kind, keys in {
        "form": "title default scripts date_format required bind language_tags respelt texts styles document",
        "document": "role title name scope orientation template block",
        "block": "kind style text columns order partial_overall",
        "column": "source heading width codes empty_for needed_for",
    }.items()
}


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
        bind=_texts(data, "bind", where) if "bind" in data else (),
        respelt=_table(data, "respelt", where) if "respelt" in data else {},
        unread=tuple(_unread(data)),
    )


def _unread(data: Mapping[str, Any]) -> Iterator[str]:
    """The keys that nothing reads, each behind the kind of table that it stands in."""
    yield from (key for key in data if key not in _KEYS["form"])
    for document in data["document"]:
        yield from (f"document.{key}" for key in document if key not in _KEYS["document"])
        for block in document["block"]:
            yield from (f"block.{key}" for key in block if key not in _KEYS["block"])
            for column in block.get("columns", ()):
                yield from (f"column.{key}" for key in column if key not in _KEYS["column"])


def _document(data: Mapping[str, Any], where: str) -> Document:
    role = _text(data, "role", where)
    orientation = data.get("orientation", "portrait")
    scope = data.get("scope", USUAL_SCOPE.get(role, "law"))
    _one_of([role], ROLES, "role", where)
    _one_of([orientation], ("portrait", "landscape"), "orientation", where)
    _one_of([scope], get_args(Scope), "scope", where)
    title, name, template = (
        _text(data, key, where) if key in data else usual
        for key, usual in (("title", ""), ("name", ""), ("template", "template.docx"))
    )
    if "/" in name + template or "\\" in name + template:  # a file beside the description, never one elsewhere
        raise TomasError("form-field", form=where, field="template" if name.isalnum() else "name")
    blocks = tuple(_block(entry, where) for entry in _entries(data, "block", where))
    return Document(role, blocks, cast("Orientation", orientation), cast("Scope", scope), title, name, template)


def _block(data: Mapping[str, Any], where: str) -> Block:
    kind = _text(data, "kind", where)
    _one_of([kind], BLOCK_KINDS, "kind", where)
    columns = _entries(data, "columns", where) if kind in COLUMN_SOURCES else []
    style, text = (_text(data, key, where) if kind in WORDED else "" for key in ("style", "text"))
    order = data.get("order", "eu")
    _one_of([order], ("eu", "national"), "order", where)
    return Block(
        cast("BlockKind", kind),
        style,
        text,
        tuple(_column(entry, kind, where) for entry in columns),
        cast("Order", order),
        _grades(data, "partial_overall", where),
    )


def _column(data: Mapping[str, Any], kind: str, where: str) -> Column:
    source, width = _text(data, "source", where), data.get("width", 1)
    _one_of([source], tuple(COLUMN_SOURCES[kind]), "source", where)
    if not isinstance(width, int) or width < 1:
        raise TomasError("form-field", form=where, field="width")
    codes = _table(data, "codes", where) if source == "grade" else {}
    if set(codes) - set(GRADES):
        raise TomasError("form-field", form=where, field="codes")
    empty, needed = (_grades(data, key, where) for key in ("empty_for", "needed_for"))
    return Column(source, _text(data, "heading", where), width, codes, empty, needed)


def _grades(data: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    return _one_of(_texts(data, key, where), GRADES, key, where) if key in data else ()


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
