"""The glossary: which word of one language stands for which of another, as data.

A folder of CSV files, one file per field of law. Columns: `id`, one per language (`en`, `sr` in Latin letters, `mk`,
`sq`), `note`, and `deprecated_en` ... for words that are still found in texts and should no longer be written. A cell
holds variants separated by `|`, the preferred one first; a variant that ends in `?` is to be checked. A file whose
columns are `rs`, `mk`, `al` names each country's institutions in that country's language.

A ministry puts its own files into a folder of its own: a concept there replaces the bundled one of the same id. Such
files come from spreadsheets, so a byte order mark, semicolons or tabs between the cells, absent columns, empty lines
and Serbian in Cyrillic letters are all read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tomas_desktop.errors import TomasError
from tomas_desktop.text.letters import composed
from tomas_desktop.text.scripts import to_latin

LANGUAGES = ("en", "sr", "mk", "sq")

_COLUMNS = {language: language for language in LANGUAGES} | {"rs": "sr", "al": "sq"}
_DEPRECATED = "deprecated_"
_NOT_IN_ID = re.compile(r"[\W_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class Term(NamedTuple):  # there are twenty thousand, and a tuple is made faster than a frozen dataclass
    """A word or phrase of one language, in the form of a dictionary."""

    text: str
    to_check: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """One notion of the law with its terms by language (`en`, `sr`, `mk`, `sq`), the preferred term first."""

    id: str
    terms: Mapping[str, tuple[Term, ...]]
    deprecated: Mapping[str, tuple[Term, ...]]  # words to be found and not written; the reason is in the note
    note: str
    field: str  # the file's name: `criminal_law`

    def preferred(self, language: str) -> str:
        """The term to write in a language; empty where the glossary has none."""
        terms = self.terms.get(language)
        return terms[0].text if terms else ""


def concepts(folders: Sequence[Path]) -> tuple[Concept, ...]:
    """All concepts of these folders (the bundled one, then the user's own); folders that are not there are passed
    over. A later folder's concept takes the place of an earlier one with its id.

    Raises TomasError("bad-glossary") naming file and line: not UTF-8 or not a table, an id twice in one folder, a row
    without terms or with more cells than the heading, a deprecated word without a preferred one.
    """
    found: dict[str, Concept] = {}
    for folder in folders:
        here: dict[str, Concept] = {}
        for path in sorted(folder.glob("*.csv")):
            for line, concept in _of_file(path):
                if concept.id in here:
                    raise _trouble(path, line, f"the id “{concept.id}” stands twice")
                here[concept.id] = concept
        found |= here
    return tuple(found.values())


def _of_file(path: Path) -> Iterator[tuple[int, Concept]]:
    """Each concept of a file with the line it ends on."""
    try:
        text = composed(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _trouble(path, error.object.count(b"\n", 0, error.start) + 1, "it is not UTF-8 text") from error
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [name.strip().lower() for name in next(rows, [])]
        if not any(name in _COLUMNS for name in columns):
            raise _trouble(path, 1, "no column is named en, sr, mk or sq")
        for row in rows:
            if any(cell.strip() for cell in row):
                yield rows.line_num, _concept(path, rows.line_num, columns, row)
    except csv.Error as error:
        raise _trouble(path, rows.line_num, str(error)) from error


def _concept(path: Path, line: int, columns: list[str], row: list[str]) -> Concept:
    if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
        raise _trouble(path, line, "there are more cells than columns")
    cells = dict(zip(columns, row, strict=False))
    terms: dict[str, tuple[Term, ...]] = {}
    deprecated: dict[str, tuple[Term, ...]] = {}
    for column, cell in cells.items():
        if not cell:
            continue
        if column in _COLUMNS:
            _enter(terms, _COLUMNS[column], cell)
        elif column.startswith(_DEPRECATED) and column.removeprefix(_DEPRECATED) in _COLUMNS:
            _enter(deprecated, _COLUMNS[column.removeprefix(_DEPRECATED)], cell)
    if not terms:
        raise _trouble(path, line, "there is no term")
    for language in deprecated:
        if language not in terms:
            raise _trouble(path, line, f"a deprecated term in “{language}” has no preferred one")
    identifier = cells.get("id", "").strip() or _identifier(terms)
    return Concept(identifier, terms, deprecated, cells.get("note", "").strip(), path.stem)


def _enter(into: dict[str, tuple[Term, ...]], language: str, cell: str) -> None:
    if language == "sr" and _CYRILLIC.search(cell):
        cell = to_latin(cell)
    variants = [variant for part in cell.split("|") if (variant := part.strip())]
    if "?" in cell:
        terms = [Term(text, text != variant) for variant in variants if (text := variant.rstrip("? "))]
    else:
        terms = [Term(variant) for variant in variants]
    if terms:
        into[language] = tuple(terms)


def _identifier(terms: Mapping[str, tuple[Term, ...]]) -> str:
    """The id of a row that gives none: its first term, in small letters with hyphens."""
    first = next(terms[language][0].text for language in LANGUAGES if language in terms)
    return _NOT_IN_ID.sub("-", first.lower()).strip("-")


def _trouble(path: Path, line: int, reason: str) -> TomasError:
    return TomasError("bad-glossary", file=path.name, line=line, reason=reason)
