"""What the import makes of every real law: one row for each file."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from tests.importers.laws import LAWS, Law, difference
from tests.importers.readings import own_articles
from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base
from tomas_desktop.importers.base import Reading
from tomas_desktop.model.provision import walk
from tomas_desktop.text.tokens import words

HEAD = """# What the import makes of real laws

One row for each file of `shared/data`, made by `python -m tests.tables imports --write docs/imports.md`.

*Articles* are the law's own, *recitals* its recitals; in brackets what was counted by hand where it differs. Every
word of the source is placed in the tree, is furniture of the page (running heads, page numbers, a site's banner,
marks of notes) or was not understood. *Difference* is how many words more an independent reader finds (regular
expressions over the mark-up, `pdftotext` for PDF) than the import counted; poppler cuts hyphenated and spaced words
otherwise than pdfium.
"""
COLUMNS = (
    "file",
    "format",
    "articles",
    "recitals",
    "words in",
    "placed",
    "furniture",
    "not understood",
    "difference",
    "findings",
)


def rows(data: Path) -> list[tuple[str, ...]]:
    """The rows of the table, in the order of the list of laws."""
    return [row(law, data) for law in LAWS]


def table(data: Path) -> str:
    """The table in Markdown with its introduction."""
    lines = [COLUMNS, tuple("---" if place in (0, 1, 9) else "---:" for place in range(len(COLUMNS))), *rows(data)]
    notes = [f"- `{law.file}`: {law.aside or law.note}." for law in LAWS if law.aside or law.note]
    return "\n".join([HEAD, *(f"| {' | '.join(line)} |" for line in lines), "", *notes]) + "\n"


def row(law: Law, data: Path) -> tuple[str, ...]:
    try:
        reading = base.read(data / law.file, law.pack)
    except UnreadableError as refused:
        return (law.file, "refused", *("" for _ in range(7)), refused.code)
    furniture = sum(len(words(text)) for text in reading.furniture)
    lost = sum(len(words(text)) for text in reading.unplaced)
    recitals = sum(node.unit == "recital" for node in walk(reading.nodes))
    told = Counter(finding.code for finding in reading.findings)
    return (
        law.file,
        reading.format,
        beside(len(own_articles(reading)), law.articles),
        beside(recitals, law.recitals),
        str(reading.words_in),
        str(reading.words_placed),
        f"{furniture} ({100 * furniture / max(reading.words_in, 1):.1f} %)",
        str(lost),
        second_reader(law, data, reading),
        ", ".join(code if count == 1 else f"{code} ({count})" for code, count in told.items()),
    )


def beside(found: int, expected: int) -> str:
    return str(found) if found == expected else f"**{found}** ({expected})"


def second_reader(law: Law, data: Path, reading: Reading) -> str:
    if law.file.endswith(".pdf") and not shutil.which("pdftotext"):
        return "no pdftotext"
    count = difference(law, data, reading)
    return f"{count:+d}" if count else "0"
