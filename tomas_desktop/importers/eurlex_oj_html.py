"""EUR-Lex HTML of the Official Journal in its generations: `oj-ti-art` (today), `ti-art` (until 2023),
`title-article-norm` (consolidated texts), style attributes only (old consolidated texts) and plain paragraphs
(before 2004).

Almost every list item is a table of two columns; a data table has the class `oj-table`. Where the page names
the parts of the act (`pbl_1`, `cit_2`, `rct_3`, `art_4`, `fnp_1`, `anx_I`, from the European Legislation
Identifier) the names decide; older pages are read by their classes and their wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml.html import HtmlElement

from tomas_desktop.importers import html_lines, spelling
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.furniture import Furniture, Kind
from tomas_desktop.importers.html_layout import TableKind, is_contents, kind_of_table
from tomas_desktop.importers.html_lines import Page, Rules
from tomas_desktop.importers.html_page import body_of, classes, is_page, text_of, title_of
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Region, Role, SourceLine
from tomas_desktop.model.provision import Provision

FORMAT = "eurlex-oj-html"

_SIGNS = (b"oj-ti-art", b"oj-normal", b"ti-art", b"eli-subdivision", b"title-article-norm", b"CONVEX #", b"TexteOnly")
_WEAK = (b"eur-lex.europa.eu", b"EUR-Lex", b"Konsolidierter TEXT")

# How the names of the act's parts begin, and the region and role of what is in them.
_PARTS: tuple[tuple[str, Region, Role], ...] = (
    ("tit_", "preface", "title"),
    ("cit_", "preamble", "citation"),
    ("rct_", "preamble", "recital"),
    ("pbl_", "preamble", ""),
    ("art_", "body", ""),
    ("cpt_", "body", ""),
    ("prt_", "body", ""),
    ("tis_", "body", ""),
    ("enc_", "body", ""),
    ("fnp_", "conclusions", ""),
    ("anx_", "annex", ""),
)
# Classes without the "oj-" of today's pages.
_ROLES: dict[str, Role] = {
    "ti-art": "article",
    "title-article-norm": "article",
    "title-article": "article",
    "sti-art": "heading",
    "stitle-article-norm": "heading",
    "stitle-article": "heading",
    "ti-section-1": "division",
    "ti-section-2": "division",
    "title-division-1": "division",
    "title-division-2": "division",
    "signatory": "signature",
    "title-annex-1": "annex",
    "title-doc-first": "title",
    "title-doc-last": "title",
    "title-doc-oj-reference": "title",
}
_NOTE_CLASSES = frozenset({"oj-note", "note", "footnote"})

# The Official Journal's running head, the header of a consolidated text, its signs of which act changed what.
_FURNITURE = re.compile(r"(?:oj-)?hd-(?:date|lg|ti|oj|coll|uniq)|modref|disclaimer|reference|bglang|bgtool")
_IMPRINT = re.compile(r"ELI: https?://\S+|ISSN \d{4}-\d{3}[\dX](?: \([\w -]+\))?|[►▼◄]\s?(?:[A-Z]+\d*)?(?:\s*—{3,})?")
_ARROW = re.compile(r"\s*[►▼]\s?[A-Z]{1,2}\d*(?=\s|$)|\s*◄")


def sniff(head: bytes, path: Path) -> float:
    """Sure by the classes of the Official Journal's converter."""
    del path
    if not is_page(head):
        return 0.0
    if any(sign in head for sign in _SIGNS):
        return 0.9
    return 0.6 if any(sign in head for sign in _WEAK) else 0.0


def read(data: bytes, path: Path, pack: Pack) -> Reading:
    """The act with its recitals, its notes and its annexes."""
    body = body_of(data, path)
    page = without_arrows(html_lines.read(body, RULES))
    lines = list(source_lines(page))
    built = spelling.build(lines, pack)
    return Reading(
        FORMAT,
        _title(lines, built.nodes) or title_of(body),
        built.nodes,
        page.words_in,
        page.furniture,
        built.unplaced,
        (*html_lines.findings(page), *built.findings),
        built.repairs,
    )


def _title(lines: list[SourceLine], nodes: tuple[Provision, ...]) -> str:
    """What the page calls the title; in old pages, which call nothing anything, the short lines before the preamble."""
    titles = [line.text for line in lines if line.role == "title" and line.region == "preface"]
    if not titles and len(nodes) > 1 and nodes[0].unit == "preface" and len(nodes[0].children) <= 4:
        titles = [child.text for child in nodes[0].children]
    return " ".join(titles)


def source_lines(page: Page) -> Iterator[SourceLine]:
    """The lines of the page with their regions and hints."""
    lines = list(_placed(page))
    start = next((at for at, line in enumerate(lines) if line.region == "body"), len(lines))
    preamble = [at for at in range(start) if lines[at].region == "preamble"]
    if preamble and lines[preamble[-1]].role == "" and any(lines[at].role == "recital" for at in preamble):
        # what closes the preamble is the enacting formula, in every language
        lines[preamble[-1]] = replace(lines[preamble[-1]], role="enacting")
    yield from lines


def _placed(page: Page) -> Iterator[SourceLine]:
    region: Region = "body"
    for line, notes in html_lines.with_notes(page):
        names = {name.removeprefix("oj-") for name in line.classes}
        role: Role = "table" if line.table else next((_ROLES[name] for name in sorted(names) if name in _ROLES), "")
        part = _part_of(line.element)
        if part:
            region = part[1]
            role = role or part[2]
        elif "doc-ti" in names or role == "title":
            region = "preface" if region in ("body", "preface") and role != "annex" else "annex"
        elif _within(line.element, "final"):
            region = "conclusions"
        elif role in ("article", "division"):
            region = "body"
        elif region == "preface":
            region = "preamble"
        if region == "annex" and ("doc-ti" in names or role == "title"):
            role = "annex"
        elif region == "preface" and "doc-ti" in names:
            role = "title"
        if role == "recital" and not line.num:
            role = ""  # a further paragraph of the recital above
        indent = line.depth if line.depth or line.table else None
        yield SourceLine(line.text, role, line.num, notes, indent, region)


def _part_of(element: HtmlElement) -> tuple[str, Region, Role] | None:
    for holder in (element, *element.iterancestors()):
        name = holder.get("id") or ""
        for part in _PARTS:
            if name.startswith(part[0]):
                return part
    return None


def _within(element: HtmlElement, name: str) -> bool:
    return any(not classes(holder).isdisjoint({name, f"oj-{name}"}) for holder in element.iterancestors())


def without_arrows(page: Page) -> Page:
    """The page without the arrows of consolidated texts (►M1 ... ◄): these are furniture."""
    arrows = [Furniture(arrow.strip(), "change mark") for line in page.lines for arrow in _ARROW.findall(line.text)]
    if not arrows:
        return page
    lines = (replace(line, text=_ARROW.sub("", line.text).strip()) for line in page.lines)
    return replace(
        page, lines=tuple(line for line in lines if line.text or line.num), furniture=(*page.furniture, *arrows)
    )


def _mark(element: HtmlElement) -> str:
    target = element.get("href") or ""
    return target[1:] if element.tag == "a" and re.match(r"#(?:ntr|E\d)", target) else ""


def _numeral(element: HtmlElement) -> bool:
    return element.tag == "a" and (element.get("href") or "").startswith(("#ntc", "#src."))


def _is_of_notes(link: HtmlElement) -> bool:
    return bool(_mark(link)) or _numeral(link)


def _note(element: HtmlElement) -> str:
    if element.tag != "p":
        return ""
    first = next(iter(element.iter("a")), None)
    if first is None or not _numeral(first) or text_of(element).lstrip("( ").find(text_of(first).strip("() ")) != 0:
        return ""
    return (first.get("href") or "").removeprefix("#src.") if not first.get("id") else first.get("id") or ""


def _furniture(element: HtmlElement) -> Kind | None:
    is_imprint = element.tag == "p" and len(element) <= 1 and _IMPRINT.fullmatch(text_of(element))
    if "modref" in classes(element) or (is_imprint and text_of(element)[0] in "►▼◄"):
        return "change mark"
    if is_imprint or any(_FURNITURE.fullmatch(name) for name in classes(element)):
        return "masthead"
    if _is_masthead(element):
        return "masthead"
    return "contents" if is_contents(element) and not any(map(_is_of_notes, element.iter("a"))) else None


def _is_masthead(element: HtmlElement) -> bool:
    """Pages of before 2004 keep the act in `#TexteOnly`; above it the site repeats number, title and source."""
    parent = element.getparent()
    if parent is None or parent.tag != "body" or element.get("id") == "TexteOnly":
        return False
    acts = parent.xpath("./div[@id='TexteOnly']")
    return bool(acts) and any(later is acts[0] for later in element.itersiblings())


def _table(element: HtmlElement) -> TableKind:
    if not classes(element).isdisjoint({"oj-table", "table", "borderOj"}):
        return "data"
    return "layout" if element.xpath(".//p[contains(@class, 'hd-')]") else kind_of_table(element)


RULES = Rules(
    mark=_mark,
    note=_note,
    numeral=_numeral,
    number=lambda element: "no-parag" in classes(element),
    label=lambda element: "grid-list-column-1" in classes(element),
    item=lambda element: "grid-list" in classes(element),
    furniture=_furniture,
    table=_table,
)
