"""The real laws beside the checkout: what a count that shares nothing with the importers finds in each."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.importers import pdf_words
from tests.importers.page_words import page_words
from tests.importers.xml_words import xml_words
from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.text.tokens import words

_DATA = tomllib.loads(Path(__file__).with_name("laws.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Law:
    """One file and the counts that were made by hand; see laws.toml."""

    file: str
    country: str
    language: str
    articles: int
    recitals: int = 0
    leftover: int = 0
    twice: int = 0
    encoding: str = ""
    parts: tuple[str, ...] = ()
    aside: str = ""
    note: str = ""
    refused: str = ""
    declared: str = ""

    @property
    def pack(self) -> Pack:
        return packs.load(self.country, self.language)


LAWS = tuple(Law(**law | {"parts": tuple(law.get("parts", ()))}) for law in _DATA["law"])
NO_LAWS = tuple(other["files"] for other in _DATA["other"])
SUFFIXES = (".html", ".xml", ".pdf", ".txt", ".docx", ".odt", ".json")


def difference(law: Law, data: Path, reading: Reading) -> int:
    """How many words more a reader that shares nothing with the importers finds in the file. Numbers that a page
    glues to their titles, which the importer parts and tells, count as it parts them."""
    files = [data / name for name in (law.file, *law.parts)]
    if law.encoding:
        found = sum(len(words(file.read_bytes().decode(law.encoding))) for file in files)
    else:
        found = sum(len(_READERS[file.suffix](file)) for file in files)
    glued = sum(int(dict(each.values)["count"]) for each in reading.findings if each.code == "number-parted-from-title")
    return found + glued - reading.words_in


_READERS: dict[str, Callable[[Path], list[str]]] = {
    ".html": page_words,
    ".xml": xml_words,
    ".pdf": lambda path: words(pdf_words.text_of(path)),
}
