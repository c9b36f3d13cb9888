"""Plain sentences for codes: what the command line and the window say of errors and findings, in five languages.

`resources/messages/<language>/<room>.toml` holds them; what is missing in a language is said in English. Serbian in
Cyrillic is not written: it is the Latin one, transliterated. What reviewers corrected (`services.review_sheet`) lies in
the folder `messages` beside the settings and goes first.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from tomas_desktop import paths
from tomas_desktop.errors import TomasError
from tomas_desktop.model.finding import Finding
from tomas_desktop.services import settings
from tomas_desktop.text.scripts import to_cyrillic

LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "mk", "sq")

_TWO_STOPS = re.compile(r"(?<![.])[.]{2}(?=$| )")  # a number that bears a stop at the end of a sentence: "Član 3.."

# What stays in Latin letters: fields, options, names of files, keys and columns, short names in capitals, formats; in
# the window also tags, addresses and keys of the keyboard.
_KEPT = re.compile(
    r"(\{[^{}]*\}|%n|<[^<>]*>|https?://\S+|--[\w-]+|[\w-]*[#=_][\w#=_-]+|\w*\.[a-z]{3,5}\b"
    r"|\b(?!EU\b)[A-Z][A-Z\d]+(?:-\d+)?\b|\b[ĐRX]\b|(?<=· )S\b"
    r"|\b(?:Alt|Ctrl|Del|Delete|Enter|Esc|F\d+|Shift|Space|Tab)\b(?:\+\w+)*"
    r"|\b(?:Akoma Ntoso|code|eId|en|Formex|LibreOffice|mk|OpenDocument|sq|sr|translation|Unicode|Word)\b)"
)

_spoken = {"language": "en"}  # by all threads of the program


def speak(language: str) -> None:
    """Say everything in this language from now on, where nobody asks for another."""
    _spoken["language"] = language


def spoken() -> str:
    """The language in which things are said now."""
    return _spoken["language"]


def nearest(tag: str) -> str:
    """The language of ours that a tag of a system or a setting means (`sr_RS@latin`, `sq-XK`); empty where none is."""
    parts = re.split(r"[-_.@]", tag.lower())
    if parts[0] in ("sr", "sh", "cnr"):
        is_latin = "latn" in parts or "latin" in parts or parts[0] != "sr"
        return "sr-Latn" if is_latin else "sr-Cyrl"
    return parts[0] if parts[0] in LANGUAGES else ""


def sentence(code: str, values: Mapping[str, object], language: str | None = None) -> str:
    """The sentence for a code; a code without one is shown with its values, never hidden. A `field` that the language
    has a name for (`name-in-<code>-<field>`) is called by that."""
    language = language or _spoken["language"]
    template = template_of(code, language)
    if not template:
        return " ".join([code, *(f"{name}={value}" for name, value in values.items())])
    if "field" in values:
        values = {**values, "field": template_of(f"name-in-{code}-{values['field']}", language) or values["field"]}
    try:
        return _TWO_STOPS.sub(".", template.format_map(values))
    except (KeyError, IndexError, ValueError):
        return template


def of_error(error: TomasError, language: str | None = None) -> str:
    """One plain sentence that says what could not be done."""
    return sentence(error.code, error.values, language)


def of_finding(finding: Finding, language: str | None = None) -> str:
    """One plain sentence for a remark."""
    return sentence(finding.code, dict(finding.values), language)


# ---- where they come from ----------------------------------------------------------------------------------


def template_of(code: str, language: str) -> str:
    """The sentence for a code with its fields; in English where the language has none, empty where none has."""
    return templates(language).get(code) or templates("en").get(code, "")


def templates(language: str) -> Mapping[str, str]:
    """All sentences of a language by their codes, as far as it has them, corrections included."""
    return _templates(language, own_folder())


def own_folder() -> Path:
    """Where corrections lie, a folder for each language."""
    return settings.file().parent / "messages"


def refresh() -> None:
    """Read the files again: somebody corrected a sentence."""
    _templates.cache_clear()


def fields(template: str) -> list[str]:
    """The fields that a sentence fills in, sorted. Raises ValueError for braces that do not match."""
    return sorted(name for _, name, _, _ in Formatter().parse(template) if name is not None)


@cache
def _templates(language: str, own: Path) -> Mapping[str, str]:
    bundled = _bundled(language)
    if language == "sr-Cyrl":
        bundled = {code: cyrillic(text) for code, text in _templates("sr-Latn", own).items()}
    english = _bundled("en")
    corrected = _read(own / language)
    return {**bundled, **{code: text for code, text in corrected.items() if _fits(text, english.get(code))}}


@cache
def _bundled(language: str) -> Mapping[str, str]:
    return _read(paths.resources() / "messages" / language)


def _read(folder: Path) -> dict[str, str]:
    """The sentences of a folder. A file that somebody damaged is as if it were not there: it must not silence all."""
    merged: dict[str, Any] = {}
    for file in sorted(folder.glob("*.toml")):
        try:
            merged.update(tomllib.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            continue
    return {code: text for code, text in merged.items() if isinstance(text, str)}


def _fits(text: str, english: str | None) -> bool:
    try:
        return english is not None and fields(text) == fields(english)
    except ValueError:
        return False


def cyrillic(template: str) -> str:
    """A Serbian text of the program in Cyrillic: what is no Serbian word of it stays as it is."""
    return "".join(part if i % 2 else to_cyrillic(part) for i, part in enumerate(_KEPT.split(template)))
