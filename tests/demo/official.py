"""The official texts beside the checkout as streams of words, to show that the workshop texts copy none of them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2

from tests.demo.reading import words
from tomas_desktop.text.scripts import to_latin

CSAR = "eu-html/52022PC0209_CSAR_EN.html"

_INLINE = re.compile(r"</?(?:span|b|i|u|em|strong|a|sup|sub|font)\b[^>]*>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1>", re.IGNORECASE | re.DOTALL)


def text(path: Path) -> str:
    """The words of a file in order; tags inside a line join, the others part."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        source = "\n".join(_strings(json.loads(source)))
    return html.unescape(re.sub(r"<[^>]+>", "\n", _INLINE.sub("", _HIDDEN.sub(" ", source))))


def files(data: Path, country: str) -> list[Path]:
    """The texts of a legal order that can be read as words."""
    if country == "eu":
        return [data / CSAR]
    readable = (".txt", ".html", ".json", ".xml", ".pdf")
    return sorted(path for path in (data / f"national-{country}").iterdir() if path.suffix in readable)


def runs(data: Path, country: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many consecutive words of these texts, Serbian in Latin script."""
    found: set[tuple[str, ...]] = set()
    for path in files(data, country):
        source = text(path)
        found |= _windows(words(to_latin(source) if country == "rs" else source), length)
    return found


def _windows(sequence: list[str], length: int) -> set[tuple[str, ...]]:
    return set(zip(*(sequence[start:] for start in range(length)), strict=False))


def shared_runs(line: str, official: set[tuple[str, ...]], length: int) -> list[str]:
    """The runs of a line that an official text has too."""
    return [" ".join(run) for run in sorted(_windows(words(line), length) & official)]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
