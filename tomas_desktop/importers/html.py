"""Any other web page: its paragraphs as lines, read by their wording alone."""

from __future__ import annotations

from pathlib import Path

from tomas_desktop.importers import html_lines, office_lines, spelling
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.html_layout import contents, kind_of_table
from tomas_desktop.importers.html_lines import Page, Rules
from tomas_desktop.importers.html_page import body_of, is_page, title_of
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine

FORMAT = "html"

RULES = Rules(furniture=contents, table=kind_of_table)


def sniff(head: bytes, path: Path) -> float:
    """A page, but of no known kind."""
    if path.suffix.lower() in (".html", ".htm", ".xhtml"):
        return 0.4
    return 0.3 if is_page(head) else 0.0


def read(data: bytes, path: Path, pack: Pack) -> Reading:
    """Whatever law the page holds; a page without one gives findings and no articles."""
    body = body_of(data, path)
    page = html_lines.read(body, RULES)
    lines = source_lines(page)
    built = spelling.build(lines, pack)
    return Reading(
        FORMAT,
        title_of(body) or office_lines.title_of(built.nodes, lines, pack),
        built.nodes,
        page.words_in,
        page.furniture,
        built.unplaced,
        (*html_lines.findings(page), *built.findings),
        built.repairs,
    )


def source_lines(page: Page) -> list[SourceLine]:
    """The lines of the page; only tables and numbers that stood apart are known."""
    return [
        SourceLine(line.text, "table" if line.table else "", line.num, notes)
        for line, notes in html_lines.with_notes(page)
    ]
