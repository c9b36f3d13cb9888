"""Import: a file to a tree of provisions with every word accounted for."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from benchmarks.laws import EU_ACT, NATIONAL_LAW, real
from benchmarks.row import Row, milliseconds
from tomas_desktop.services import importing

NAME = "import"


def places() -> list[tuple[str, str, Path]]:
    """Country, language and file of the two laws."""
    return [("eu", "en", real(EU_ACT)), ("rs", "sr-Latn", real(NATIONAL_LAW))]


def measure() -> list[Row]:
    """Ours; beside it what only gets the characters out of the same file and finds no structure."""
    return [case(country, language, file) for country, language, file in places()]


def case(country: str, language: str, file: Path) -> Row:
    """One law."""
    data = file.read_bytes()
    if file.suffix == ".html":
        peer, text_only = (
            "lxml.html: the text alone",
            lambda: "".join(map(str, html.document_fromstring(data).itertext())),
        )
    else:
        peer, text_only = "lines without their blanks", lambda: "\n".join(map(str.strip, data.decode().splitlines()))
    return Row(
        f"{file.name} ({len(data) / 1e6:.1f} MB)",
        milliseconds(lambda: importing.preview(file, country, language), times=3),
        {peer: milliseconds(text_only)},
        milliseconds(lambda: file.read_bytes().decode("utf-8-sig")),
        "read and decode the bytes",
    )
