"""Frozen values of the model to JSON and back, by their declared fields; defaults are left out.

Reading is tolerant of fields that a newer program added, so an older one still opens the dossier.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from tomas_desktop.model.change import KINDS, Fact
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.provision import Provision

T = TypeVar("T")


def encode_fact(fact: Fact | None) -> str | None:
    """One fact as a JSON object in a line; None stays None."""
    return None if fact is None else json.dumps(_plain(fact), ensure_ascii=False, separators=(",", ":"))


def decode_fact(key: str, text: str | None) -> Fact | None:
    """The fact that was kept under this key; None for a kind of fact that only a newer program knows, which stays in
    the file as it is."""
    kind = KINDS.get(key.partition("/")[0])
    if text is None or kind is None:
        return None
    return typing.cast("Fact", _value(kind, _as_now(kind, json.loads(text))))


def respelled(key: str, text: str | None) -> str | None:
    """A fact that an older program kept, as this one would keep it; any other text as it is."""
    kind = KINDS.get(key.partition("/")[0])
    if text is None or kind is None:
        return text
    data = json.loads(text)
    now = _as_now(kind, data)
    return text if now is data else json.dumps(now, ensure_ascii=False, separators=(",", ":"))


def encode_tree(nodes: Sequence[Provision]) -> str:
    """A forest of provisions as one JSON array."""
    return json.dumps([_plain(node) for node in nodes], ensure_ascii=False, separators=(",", ":"))


def decode_tree(text: str) -> tuple[Provision, ...]:
    """The forest that `encode_tree` wrote."""
    return tuple(_value(Provision, node) for node in json.loads(text))


def _as_now(kind: type, data: dict[str, Any]) -> dict[str, Any]:
    """What an older program wrote, in today's words: a rejected suggestion was a suggestion with the grade `none`."""
    if kind is Correlation and (data.get("status"), data.get("grade")) == ("suggested", "none"):
        return {name: value for name, value in data.items() if name != "grade"} | {"status": "rejected"}
    return data


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(item)
            for field in fields(value)
            if (item := getattr(value, field.name)) != field.default or field.default is MISSING
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _reader(cls: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(cls)
    return tuple((field.name, hints[field.name]) for field in fields(cls))


def _value(hint: Any, data: Any) -> Any:
    if isinstance(hint, type) and is_dataclass(hint):
        return hint(**{name: _value(kind, data[name]) for name, kind in _reader(hint) if name in data})
    origin = typing.get_origin(hint)
    if origin is tuple:
        item = typing.get_args(hint)[0]
        if not is_dataclass(item):
            return tuple(data)
        return tuple(_value(item, element) for element in data)
    if origin in (typing.Union, types.UnionType):
        return data  # only "grade or None" today: a plain value either way
    return data
