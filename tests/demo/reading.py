"""A second, small reading of the workshop texts: canonical text line by line, and the eIds its lines must get.

It knows nothing of the program's own importer, so that the two can be compared.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tomas_desktop.paths import resources

DEMO = resources() / "demo"

Kind = Literal["block", "division", "article", "heading", "text"]

ARTICLE = re.compile(r"(?:Article|Član|Член|Neni) (\d+)(?:-?([a-zа-ш])|/([a-z]))?\.?")
DIVISION = re.compile(r"(?:CHAPTER|Section|Glava|Глава|KREU|SEKSIONI) \w+|[IVX]+\.")
_NUMBERED = re.compile(r"\((\d+)\) |(\d+)\. ")  # "(2)" in the codes, "2." in the EU act and in Albania
_POINT = re.compile(r"\(([a-z]+)\) |(\d+|[a-zç]+)\) ")
_LATIN = dict(zip("абв", "abv", strict=True))


@dataclass(frozen=True)
class Line:
    """One line of canonical text; `eid` is empty where a line has none of its own (a heading, a preface)."""

    kind: Kind
    text: str
    eid: str = ""


def demo() -> dict[str, Any]:
    """What `demo.toml` says."""
    return tomllib.loads((DEMO / "demo.toml").read_text(encoding="utf-8"))


def lines(path: Path) -> Iterator[Line]:
    """The lines of a workshop text. A line after a blank line is a heading or a number, every other is text."""
    article = paragraph = point = ""
    count = 0
    before = ""
    for text in path.read_text(encoding="utf-8").split("\n"):
        alone, before = not before, text
        if not text:
            continue
        if alone:
            kind = _kind(text)
            if kind == "article":
                article, count, paragraph, point = _article(text), 0, "", ""
            yield Line(kind, text, article if kind == "article" else "")
        elif not article:
            yield Line("text", text)
        elif number := _NUMBERED.match(text):
            count, point = int(number[1] or number[2]), ""
            paragraph = f"{article}__para_{count}"
            yield Line("text", text, paragraph)
        elif letter := _POINT.match(text):
            name = letter[1] or letter[2]
            if _is_subpoint(name, point):
                yield Line("text", text, f"{paragraph}__point_{point}__subpoint_{name}")
            else:
                point = name
                yield Line("text", text, f"{paragraph}__point_{point}")
        else:
            count, point = count + 1, ""
            paragraph = f"{article}__para_{count}"
            yield Line("text", text, paragraph)


def eids(path: Path) -> set[str]:
    """Every eId of a workshop text."""
    return {line.eid for line in lines(path) if line.eid}


def words(text: str) -> list[str]:
    """Words in lower case, a number with its stops and commas as one."""
    clean = unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold()
    return re.findall(r"\d+(?:[.,]\d+)*|\w+", clean)


def _kind(text: str) -> Kind:
    if text.startswith("=="):
        return "block"
    if ARTICLE.fullmatch(text):
        return "article"
    return "division" if DIVISION.fullmatch(text) else "heading"


def _article(text: str) -> str:
    match = ARTICLE.fullmatch(text)
    assert match
    number, letter, after_slash = match.groups()
    return f"art_{number}" + (_LATIN.get(letter, letter) if letter else f"-{after_slash}" if after_slash else "")


def _is_subpoint(name: str, point: str) -> bool:
    """(i) after (h) is a letter; after any other letter, and (ii), (iii) after it, are Roman."""
    return name in ("i", "ii", "iii", "iv") and point not in ("", "h") and point < "i"
