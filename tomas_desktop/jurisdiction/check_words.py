"""The words of a language that the checks go by (`resources/checks`): number words, units, modal verbs.

They belong to a language and to no country, so there is one file a language; both scripts of Serbian, Croatian and
their kin share one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tomas_desktop.errors import TomasError
from tomas_desktop.paths import resources
from tomas_desktop.text.stems import rules_of


def words(language: str) -> Mapping[str, Any]:
    """The tables of a language's file; empty where there is none. Raises TomasError("bad-pack") for a broken file."""
    return _read(resources() / "checks" / f"{rules_of(language)}.toml")


def listed(value: object) -> tuple[str, ...]:
    """The words of a list with commas; what is no list of words has none."""
    return tuple(word for part in value.split(",") if (word := part.strip())) if isinstance(value, str) else ()


@cache
def _read(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        return MappingProxyType({})
    try:
        with path.open("rb") as file:
            return MappingProxyType(tomllib.load(file))
    except (tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as error:
        raise TomasError("bad-pack", file=f"checks/{path.name}", reason=str(error)) from error
