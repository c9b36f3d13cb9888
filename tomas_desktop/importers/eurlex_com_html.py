"""EUR-Lex HTML of Commission documents (COM style): proposals as their authors typed them in Word.

The page keeps the names of the Word styles (in French), and the styles cannot be trusted in the articles: a
heading may be `ManualHeading3`, `ManualHeading4` or `Normal`. So the styles say which region of the document
a line is in, what number stood apart and how deep a point is; what is an article is left to the grammar.
Page blocks (`div.content`) cut lists in the middle and mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement

from tomas_desktop.importers import html_lines, spelling
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.furniture import Furniture
from tomas_desktop.importers.html_lines import PageLine, Rules
from tomas_desktop.importers.html_page import body_of, classes, is_page
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Region, Role, SourceLine
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Note

FORMAT = "eurlex-com-html"

_SIGNS = (b'class="contentWrapper"', b"com/com-c.css", b"Typedudocument", b"ManualConsidrant", b"ManualHeading")

# The style with which a region begins. The cover's styles end in "_cp"; the same ones without it open the act.
_OPENS: dict[str, Region] = {
    "Exposdesmotifstitre": "memorandum",
    "Rfrenceinterinstitutionnelle": "preface",
    "Statut": "preface",
    "Typedudocument": "preface",
    "Institutionquiagit": "preamble",
    "Fait": "conclusions",
    "Institutionquisigne": "conclusions",
    "Annexetitre": "annex",
}
_ROLES: dict[str, Role] = {
    "Titreobjet_cp": "title",
    "Titreobjet": "title",
    "ManualConsidrant": "recital",
    "Considrant": "recital",
    "Formuledadoption": "enacting",
    "Fait": "signature",
    "Institutionquisigne": "signature",
    "Personnequisigne": "signature",
    "ManualHeading1": "division",
    "ManualHeading2": "division",
    "Annexetitre": "annex",
}
_TITLE = frozenset({"Typedudocument", "Titreobjet", "IntrtEEE", "Typedudocument_cp", "Titreobjet_cp", "IntrtEEE_cp"})

# How deep a style is set: `Point1` under `NumPar1`, `Point0` where the article has no numbered paragraphs.
_INDENT = re.compile(r"(?:Manual)?(?P<style>NumPar|Text|Point|Tiret|ListDash|ListBullet)(?P<level>\d).*")
_GLUED = re.compile(r"\s*[^\W\d_]+\s+\d+(?=[A-Z][a-z])")


def sniff(head: bytes, path: Path) -> float:
    """Sure by the names of the Commission's Word styles."""
    del path
    signs = sum(sign in head for sign in _SIGNS) if is_page(head) else 0
    return 0.95 if signs >= 2 else 0.5 * signs


def read(data: bytes, path: Path, pack: Pack) -> Reading:
    """The proposal with its explanatory memorandum, its financial statement and its annexes."""
    body = body_of(data, path)
    parted = repair(body)
    page = without_empty_numbers(html_lines.read(body, RULES))
    built = spelling.build(list(source_lines(page)), pack)
    findings = [*html_lines.findings(page), *built.findings]
    if parted:
        findings.append(Finding("info", "number-parted-from-title", values=(("count", str(parted)),)))
    return Reading(
        FORMAT,
        title_of(page),
        built.nodes,
        page.words_in,
        page.furniture,
        built.unplaced,
        tuple(findings),
        built.repairs,
    )


def title_of(page: html_lines.Page) -> str:
    """The title of the act as its own title page prints it, else the cover's; empty where there is neither."""
    for ending in ("", "_cp"):
        start = next((at for at, line in enumerate(page.lines) if f"Typedudocument{ending}" in line.classes), None)
        if start is not None:
            before = [line for line in page.lines[max(0, start - 1) : start] if "Statut" in line.classes]
            after = takewhile(lambda line: not line.classes.isdisjoint(_TITLE), page.lines[start:])
            return " ".join(line.text for line in (*before, *after))
    return ""


def source_lines(page: html_lines.Page) -> Iterator[SourceLine]:
    """The lines of the page with their regions and hints."""
    region: Region = "preface"
    for line, notes in html_lines.with_notes(page):
        region = _region(line, region)
        yield _source_line(line, notes, region)
        if "Formuledadoption" in line.classes:
            region = "body"


def without_empty_numbers(page: html_lines.Page) -> html_lines.Page:
    """The page without numbers of paragraphs that have not a word: Word's automatic numbering prints them."""
    empty = [line for line in page.lines if not line.text and any("NumPar" in name for name in line.classes)]
    lines = tuple(line for line in page.lines if line not in empty)
    numbers = (Furniture(line.num, "empty number") for line in empty)
    return replace(page, lines=lines, furniture=(*page.furniture, *numbers))


def _region(line: PageLine, region: Region) -> Region:
    for style in line.classes:
        if style.startswith("Fichefinanci"):
            return "statement"
        if style.endswith("_cp"):
            return "preface"
        if style in _OPENS:
            return _OPENS[style]
    return region


def _source_line(line: PageLine, notes: tuple[Note, ...], region: Region) -> SourceLine:
    role: Role = "table" if line.table else next((_ROLES[style] for style in line.classes if style in _ROLES), "")
    if role == "division" and region != "body":
        role = ""
    return SourceLine(line.text, role, line.num, notes, _indent(line), region)


def _indent(line: PageLine) -> int | None:
    """Twice the level, so that `Point0`, used in articles without numbered paragraphs, finds its place between an
    article's text and `Point1`."""
    for style in line.classes:
        if match := _INDENT.fullmatch(style):
            level = int(match["level"])
            return max(0, 2 * level - 2) if match["style"] in ("NumPar", "Text") else max(1, 2 * level)
    return None


def repair(body: HtmlElement) -> int:
    """Give each division's title its own line where the page prints it glued to the number ("Section 1Risk").
    How many there were. Bullets of a symbol font, stored as the letter that has their place, become bullets."""
    for bullet in body.xpath(".//span[@class='list-wingdings']//span[@class='num']"):
        bullet.text = "•"
    headings = [p for p in body.iter("p") if any(style.startswith("ManualHeading") for style in classes(p))]
    return sum(
        _part_at(heading, glued.end()) for heading in headings if (glued := _GLUED.match(heading.text_content()))
    )


def _part_at(heading: HtmlElement, place: int) -> bool:
    """Put a line break after so many characters of a heading."""
    before = 0
    for text in heading.xpath(".//text()"):
        if before <= place < before + len(text):
            holder, line_break = text.getparent(), etree.Element("br")
            start, line_break.tail = text[: place - before], text[place - before :]
            if text.is_text:
                holder.text = start
                holder.insert(0, line_break)
            else:
                holder.tail = start
                holder.getparent().insert(holder.getparent().index(holder) + 1, line_break)
            return True
        before += len(text)
    return False


def _mark(element: HtmlElement) -> str:
    return _key(element, (element.get("href") or "")[1:]) if "footnoteRef" in classes(element) else ""


def _note(element: HtmlElement) -> str:
    return _key(element, element.get("id") or "") if element.tag == "dd" and _in_footnotes(element) else ""


def _in_footnotes(element: HtmlElement) -> bool:
    return any((holder.get("id") or "").startswith("footnotes") for holder in element.iterancestors("dl"))


def _key(element: HtmlElement, name: str) -> str:
    """A note's name within its document: the act and its annexes are one page, each counting from the start."""
    wrapper = next((w for w in element.iterancestors("div") if "contentWrapper" in classes(w)), None)
    return f"{len(list(wrapper.itersiblings(preceding=True))) if wrapper is not None else 0}#{name}"


def _numeral(element: HtmlElement) -> bool:
    return "footnote" in classes(element) and element.tag == "a"


def _number(element: HtmlElement) -> bool:
    return "num" in classes(element)


RULES = Rules(mark=_mark, note=_note, numeral=_numeral, number=_number)
