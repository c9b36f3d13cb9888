"""What the import makes of every real law: one row for each file."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from tests.importers import differing_words, pdf_words
from tests.importers.laws import LAWS, Law, difference
from tests.importers.readings import own_articles
from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.furniture import words_by_kind
from tomas_desktop.model.provision import walk
from tomas_desktop.text.tokens import words

HEAD = """# What the import makes of real laws

One row for each file of `shared/data`, made by `python -m tests.tables imports --write docs/imports.md`.

*Articles* are the law's own, *recitals* its recitals; in brackets what was counted by hand where it differs. Every
word of the source is placed in the tree, is furniture of the page or was not understood; *furniture by its rule* says
how many words each rule put aside (the kinds are listed in `importers/furniture.py`). *Difference* is how many words
more an independent reader finds (regular expressions over the mark-up, `pdftotext` for PDF) than the import counted;
the words of each PDF that the two read differently are listed below the table.
"""
PDF_HEAD = """
## Words of a PDF that another program reads otherwise

Compared are all words, each as often as it occurs: those that `pdftotext` reads and the import does not (*lost*), and
those that the import has and `pdftotext` does not (*invented*). Each stays under 0.1 % of the words of a file, though
letters that the import puts right are among them, and every one has its reason:

"""
OVER = """
Furniture is over 2 % of the words where a file is not the document alone:
"""
NEXT = "| pdftotext | import | times | why |\n| --- | --- | ---: | --- |"
COLUMNS = (
    "file",
    "format",
    "articles",
    "recitals",
    "words in",
    "placed",
    "furniture",
    "furniture by its rule",
    "not understood",
    "difference",
    "findings",
)


def rows(data: Path) -> list[tuple[str, ...]]:
    """The rows of the table, in the order of the list of laws."""
    return [row(law, data) for law in LAWS]


def table(data: Path) -> str:
    """The table in Markdown with its introduction."""
    lines = [COLUMNS, tuple("---" if place in (0, 1, 7, 10) else "---:" for place in range(len(COLUMNS))), *rows(data)]
    notes = [f"- `{law.file}`: {law.note}." for law in LAWS if law.note]
    over = [f"- `{law.file}`: {law.aside}." for law in LAWS if law.aside]
    parts = [HEAD, *(f"| {' | '.join(line)} |" for line in lines), "", *notes, OVER, *over, PDF_HEAD.rstrip("\n"), ""]
    return "\n".join([*parts, *pdf_words_read_otherwise(data)]) + "\n"


def pdf_words_read_otherwise(data: Path) -> list[str]:
    """A line on each PDF, and a table of its differing words where there are some."""
    if not shutil.which("pdftotext"):
        return ["No `pdftotext` here."]
    out = [f"- {reason}: {told}" for reason, told in differing_words.REASONS.items()] + [""]
    for law in (law for law in LAWS if law.file.endswith(".pdf")):
        second = pdf_words.text_of(data / law.file)
        found = differing_words.differing(base.read(data / law.file, law.pack), second)
        counts = differing_words.count(found)
        total = len(words(second))
        lost, invented = (f"{count} of {total} ({100 * count / total:.3f} %)" for count in counts)
        out.append(f"**{law.file}**: lost {lost}, invented {invented}.\n")
        if found:
            rows = [f"| {each.lost} | {each.invented} | {each.times} | {each.reason or '**?**'} |" for each in found]
            out.extend([NEXT, *rows, ""])
    return out


def row(law: Law, data: Path) -> tuple[str, ...]:
    try:
        reading = base.read(data / law.file, law.pack)
    except UnreadableError as refused:
        return (law.file, "refused", *("" for _ in range(8)), refused.code)
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
        ", ".join(f"{kind} {count}" for kind, count in words_by_kind(reading.furniture).items()),
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
