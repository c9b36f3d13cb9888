"""The glossary: which word of one language stands for which of another, as data.

A folder of CSV files, one file per field of law. Columns: `id`, one per language (`en`, `sr` in Latin letters, `mk`,
`sq`), `note`, `source`, `field` (else the file's name), and `deprecated_en` ... for words that are still found in texts
and should no longer be written. A cell holds variants separated by `|`, the preferred one first; a variant that ends in
`?` is to be checked. A file whose columns are `rs`, `mk`, `al` names each country's institutions in that country's
language.

A ministry puts its own files into a folder of its own. A row there is laid over the concept with the same id or the
same English term: cells that it fills take the place of those that were there, empty ones leave them, `-` empties them;
what it deprecates is no longer a term. Such files come from spreadsheets, so a byte order mark, semicolons or tabs
between the cells, absent columns, headings such as `sr-Cyrl`, empty lines and Serbian in Cyrillic letters are all read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from tomas_desktop.errors import TomasError
from tomas_desktop.text.letters import composed
from tomas_desktop.text.scripts import to_latin

LANGUAGES = ("en", "sr", "mk", "sq")
OWN = "own.csv"  # the file that the program writes in the user's folder; it is laid over all others there

_COLUMNS = {language: language for language in LANGUAGES} | {"rs": "sr", "al": "sq"}
_DEPRECATED = "deprecated_"
_HEADING = ("id", "field", *LANGUAGES, "note", "source", *(_DEPRECATED + language for language in LANGUAGES))
_NONE = frozenset("-–—")  # a cell of one of these: there shall be no term
_NOT_IN_ID = re.compile(r"[\W_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class Term(NamedTuple):  # there are twenty thousand, and a tuple is made faster than a frozen dataclass
    """A word or phrase of one language, in the form of a dictionary."""

    text: str
    to_check: bool = False


Terms = Mapping[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True)
class Concept:
    """One notion of the law with its terms by language (`en`, `sr`, `mk`, `sq`), the preferred term first. In a row to
    be laid over another, a language with no terms at all takes those of the other away."""

    id: str
    terms: Terms
    deprecated: Terms  # words to be found and not written; the reason is in the note
    note: str
    field: str  # of law, where the row says none the file's name: `criminal_law`
    source: str = ""  # who says so: "Evronim 2024"

    def preferred(self, language: str) -> str:
        """The term to write in a language; empty where the glossary has none."""
        terms = self.terms.get(language)
        return terms[0].text if terms else ""


# ---- reading -----------------------------------------------------------------------------------------------


def concepts(folders: Sequence[Path], *, without_own: bool = False) -> tuple[Concept, ...]:
    """All concepts of these folders (the bundled one, then the user's own), rows of later files laid over those of
    earlier ones; folders that are not there are passed over. `without_own` leaves out what the program wrote.

    Raises TomasError naming file and line: "glossary-not-utf-8", "glossary-no-language" (no column is a language's),
    "bad-glossary" (not a table), "glossary-too-many-cells", "glossary-id-twice" (in one file), "glossary-no-term",
    "glossary-only-deprecated" (a deprecated word without a preferred one).
    """
    found: dict[str, Concept] = {}
    for number, folder in enumerate(folders):
        for path in files(folder):
            if without_own and path.name == OWN:
                continue
            # concepts of the first folder may share an English term: they are told apart by id
            english = by_english(found.values()) if number else {}
            _lay_over(found, english, path.name, rows(text_of(path), path.name))
    return tuple(found.values())


def files(folder: Path) -> list[Path]:
    """The files of a folder in the order in which they are laid over each other."""
    return sorted(folder.glob("*.csv"), key=lambda path: (path.name == OWN, path.name))


def rows(text: str, name: str) -> Iterator[tuple[int, Concept]]:
    """Each row of a table (the text of a file of this name) with the line it ends on. Raises as `concepts` does of what
    is wrong with a row by itself."""
    text = composed(text)
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    cells = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [_column(each) for each in next(cells, [])]
        if not any(each in LANGUAGES for each in columns):
            raise TomasError("glossary-no-language", file=name, line=1)
        for row in cells:
            if any(cell.strip() for cell in row):
                if any(cell.strip() for cell in row[len(columns) :]):
                    raise TomasError("glossary-too-many-cells", file=name, line=cells.line_num)
                yield cells.line_num, _concept(name, cells.line_num, columns, row)
    except csv.Error as error:
        raise TomasError("bad-glossary", file=name, line=cells.line_num, reason=error) from error


def text_of(path: Path) -> str:
    """The text of a file. Raises TomasError("glossary-not-utf-8")."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise TomasError("glossary-not-utf-8", file=path.name, line=line) from error


def _column(name: str) -> str:
    """What a column holds: `sr-Cyrl` is `sr`, `al` is `sq`."""
    name = name.strip().lower()
    kind = _DEPRECATED if name.startswith(_DEPRECATED) else ""
    language = _COLUMNS.get(re.split("[-_]", name.removeprefix(kind))[0])
    return kind + language if language else name


def _concept(name: str, line: int, columns: list[str], row: list[str]) -> Concept:
    terms: dict[str, tuple[Term, ...]] = {}
    deprecated: dict[str, tuple[Term, ...]] = {}
    said = {}
    for column, cell in zip(columns, row, strict=False):
        language = column.removeprefix(_DEPRECATED)
        if language not in LANGUAGES:
            said[column] = " ".join(cell.split())
        elif cell:
            _enter(deprecated if column != language else terms, language, cell)
    identifier = said.get("id") or identifier_of(terms)
    if not identifier:
        raise TomasError("glossary-no-term", file=name, line=line)
    field = said.get("field") or Path(name).stem
    return Concept(identifier, terms, deprecated, said.get("note", ""), field, said.get("source", ""))


def _enter(into: dict[str, tuple[Term, ...]], language: str, cell: str) -> None:
    if cell.strip() in _NONE:
        into[language] = ()
        return
    if language == "sr" and _CYRILLIC.search(cell):
        cell = to_latin(cell)
    variants = [variant for part in cell.split("|") if (variant := part.strip())]
    if "?" in cell:
        terms = [Term(text, text != variant) for variant in variants if (text := variant.rstrip("? "))]
    else:
        terms = [Term(variant) for variant in variants]
    if terms:  # of two columns of one language (sr-Latn, sr-Cyrl) each adds what the other lacks
        before = into.get(language, ())
        into[language] = tuple(dict.fromkeys((*before, *terms))) if before or len(terms) > 1 else (terms[0],)


def identifier_of(terms: Terms) -> str:
    """The id of a concept that gives none: its first term, in small letters with hyphens; empty without terms."""
    first = next((terms[language][0].text for language in LANGUAGES if terms.get(language)), "")
    return _NOT_IN_ID.sub("-", first.lower()).strip("-")


# ---- rows over rows ----------------------------------------------------------------------------------------


def _lay_over(
    found: dict[str, Concept], english: Mapping[str, str], name: str, table: Iterable[tuple[int, Concept]]
) -> None:
    """Lay the rows of a file over the concepts; `english` is the id of the concept that an English term prefers."""
    seen = set()
    for line, row in table:
        if row.id in seen:
            raise TomasError("glossary-id-twice", file=name, line=line, id=row.id)
        seen.add(row.id)
        own = row.id if row.id in found else english.get(row.preferred("en").casefold(), row.id)
        merged = laid_over(found[own], row) if own in found else _filled(row)
        if any(language not in merged.terms for language in merged.deprecated):
            raise TomasError("glossary-only-deprecated", file=name, line=line)
        if merged.terms:
            found[own] = merged
        elif () in row.terms.values():
            found.pop(own, None)
        else:
            raise TomasError("glossary-no-term", file=name, line=line)


def by_english(found: Iterable[Concept]) -> dict[str, str]:
    """The id of the first concept that prefers each English term."""
    return {each.preferred("en").casefold(): each.id for each in reversed(list(found)) if each.preferred("en")}


def laid_over(base: Concept, row: Concept) -> Concept:
    """A concept as a row of a later file changes it, language by language."""
    terms = {language: _without(own, row.deprecated.get(language)) for language, own in base.terms.items()}
    deprecated = {
        language: _without(own, row.terms.get(language))
        for language, own in base.deprecated.items()
        if row.terms.get(language) != ()
    }
    return _filled(
        replace(
            base,
            terms=terms | dict(row.terms),
            deprecated=deprecated | dict(row.deprecated),
            note=row.note or base.note,
            source=row.source or base.source,
        )
    )


def _without(terms: tuple[Term, ...], others: tuple[Term, ...] | None) -> tuple[Term, ...]:
    texts = {term.text for term in others or ()}
    return tuple(term for term in terms if term.text not in texts)


def _filled(row: Concept) -> Concept:
    """A concept without the languages that a row empties."""
    if all(row.terms.values()) and all(row.deprecated.values()):
        return row
    terms = {language: own for language, own in row.terms.items() if own}
    deprecated = {language: own for language, own in row.deprecated.items() if own}
    return replace(row, terms=terms, deprecated=deprecated)


# ---- writing -----------------------------------------------------------------------------------------------


def table(found: Iterable[Concept]) -> str:
    """The text of a file that `rows` reads as these concepts; to be written in UTF-8 with a mark, which spreadsheet
    programs need."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADING)
    for each in found:
        terms, deprecated = (
            {language: _cell(own) for language, own in cells.items()} for cells in (each.terms, each.deprecated)
        )
        cells = {"id": each.id, "field": each.field, "note": each.note, "source": each.source, **terms}
        cells |= {_DEPRECATED + language: cell for language, cell in deprecated.items()}
        writer.writerow([cells.get(column, "") for column in _HEADING])
    return out.getvalue()


def _cell(terms: tuple[Term, ...]) -> str:
    return "|".join(f"{term.text}?" if term.to_check else term.text for term in terms) or "-"


def tidy(text: str) -> str:
    """A term from elsewhere as a cell can hold it: on one line, without the signs that mean something here; empty
    where nothing is left."""
    text = " ".join(composed(text).replace("|", "/").split()).rstrip("? ")
    return "" if text in _NONE else text
