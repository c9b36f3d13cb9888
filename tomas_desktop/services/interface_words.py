"""The words of the window in each language, by their English ones, from `resources/i18n/<language>.toml`.

A text that counts has one form for each kind of number, in the order of its language. Serbian in Cyrillic is the Latin
one, transliterated; what reviewers corrected lies in the folder `i18n` beside the settings and goes first.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tomas_desktop import paths
from tomas_desktop.services import messages

Forms = tuple[str, ...]

_FILLED_IN = re.compile(r"\{[^{}]*\}|%n|%\d")


def words(language: str) -> Mapping[str, Forms]:
    """Every translated text of a language, with its forms; of most there is one."""
    return _words(language, own_folder())


def bundled_folder() -> Path:
    """Where the texts lie that come with the program, a file for each language."""
    return paths.resources() / "i18n"


def own_folder() -> Path:
    """Where corrections lie, a file for each language."""
    return messages.own_folder().with_name("i18n")


def refresh() -> None:
    """Read the files again: somebody corrected a text."""
    _words.cache_clear()


def fields(text: str) -> list[str]:
    """What a text fills in, each once: `{name}`, `%n`."""
    return sorted(set(_FILLED_IN.findall(text)))


def read(file: Path) -> dict[str, Forms]:
    """The texts of a file; none where it is missing or damaged."""
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    forms = {source: (text,) if isinstance(text, str) else text for source, text in found.items()}
    return {source: tuple(text) for source, text in forms.items() if isinstance(text, list | tuple)}


@cache
def _words(language: str, own: Path) -> Mapping[str, Forms]:
    bundled: Mapping[str, Forms] = read(bundled_folder() / f"{language}.toml")
    if language == "sr-Cyrl":
        latin = _words("sr-Latn", own)
        bundled = {source: tuple(map(messages.cyrillic, forms)) for source, forms in latin.items()}
    return {**bundled, **read(own / f"{language}.toml")}
