"""Official Serbian HTML (pravno-informacioni-sistem.rs): laws as the public gazette's editors mark them up.

Three generations of classes print the same things. `clan` marks the line of an article and the title of a
chapter alike; changed text bears `v2-` in front and a number behind its class (`v2-clan-left-1`), and what an
editor added bears `hide-change`: the gazette from which a change comes, a deleted article with its number, an
editor's remark.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from tomas_desktop.importers import html_lines, spelling
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.html_layout import kind_of_table
from tomas_desktop.importers.html_lines import Page, PageLine, Rules
from tomas_desktop.importers.html_page import body_of, is_page
from tomas_desktop.importers.spelling import Repair
from tomas_desktop.jurisdiction import marks, structure
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Region, Role, SourceLine
from tomas_desktop.model.provision import Note

FORMAT = "national-html"

_SIGNS = (b'class="odluka-zakon"', b"glasnik.css", b'class="clan"', b"pravno-informacioni-sistem")
_CHANGED = re.compile(r"(?:v\d+-)?(.+?)(?:-\d+)?")  # v2-clan-left-1 is clan-left
_MARKS_OF_CHANGE = re.compile(r"^\*+\s*")
_GAZETTE = re.compile(r"[\"„“]?(?:Службени\s+гласник|Službeni\s+glasnik|Sl\.)", re.IGNORECASE)
_CYRILLIC_ROMAN = re.compile(r"^([IVXLХ]*Х[IVXLХ]*)(?=\.?\s)")

RULES = Rules(table=kind_of_table)


def sniff(head: bytes, path: Path) -> float:
    """Sure by the gazette's style sheet and class names."""
    del path
    signs = sum(sign in head for sign in _SIGNS) if is_page(head) else 0
    return 0.95 if signs >= 2 else 0.6 * signs


def read(data: bytes, path: Path, pack: Pack) -> Reading:
    """The law as consolidated by the gazette, with the provisions of amending acts that it leaves out at its end."""
    page, repairs = _repaired(html_lines.read(body_of(data, path), RULES), pack)
    lines = source_lines(page, pack)
    built = structure.build(lines, pack)
    return Reading(
        FORMAT,
        " ".join(line.text for line in takewhile(lambda line: line.region == "preface", lines) if line.role == "title"),
        built.nodes,
        page.words_in,
        page.furniture,
        built.unplaced,
        (*html_lines.findings(page), *spelling.findings(repairs), *built.findings),
        repairs,
    )


def source_lines(page: Page, pack: Pack) -> list[SourceLine]:
    """The lines of the law with their roles; what an editor added hangs as a note on its article."""
    out: list[SourceLine] = []
    waiting: tuple[Note, ...] = ()  # notes on a heading that stands above its article
    region: Region = "preface"
    article = -1
    for line in page.lines:
        names = _names(line)
        source = _source_line(line, names, region, pack)
        if region == "preface" and source.role in ("article", "division", "heading", "text"):
            region = "body"
        elif source.role in ("division", "heading") and marks.leftover(source, pack):
            region = "leftover"
        if "hide-change" in names and source.role != "article" and not _is_deletion(line, out):
            note = Note("editorial" if _is_remark(line.text) else "history", _MARKS_OF_CHANGE.sub("", line.text))
            if (out and out[-1].role in ("heading", "division")) or article < 0:
                waiting = (*waiting, note)
            else:
                out[article] = replace(out[article], notes=(*out[article].notes, note))
            continue
        if source.role == "article":
            article = len(out)
            source = replace(source, notes=waiting)
            waiting = ()
        out.append(replace(source, region=region))
    if waiting and out:
        out[-1] = replace(out[-1], notes=(*out[-1].notes, *waiting))
    return out


def _source_line(line: PageLine, names: frozenset[str], region: Region, pack: Pack) -> SourceLine:
    role: Role = "text"
    unsure = SourceLine(line.text)
    if line.table:
        role = "table"
    elif "odluka-zakon" in names:
        role = "title"
    elif region == "preface" and (_GAZETTE.match(line.text) or "redakcijskipreciscentekst" in names):
        role = ""
    elif marks.article(unsure, pack):
        role = "article"
    elif "clan" in names or (names & {"bold", "italik"} and marks.division(unsure, pack)):
        role = "division"
    elif names & {"bold", "italik"}:
        role = "heading"
    return SourceLine(line.text, role)


def _names(line: PageLine) -> frozenset[str]:
    return frozenset(match[1] for name in line.classes if (match := _CHANGED.fullmatch(name)))


def _is_deletion(line: PageLine, out: list[SourceLine]) -> bool:
    """What is printed directly below an article's number is its text, also when an editor wrote it ("Брисан је")."""
    return bool(out) and out[-1].role == "article" and not _MARKS_OF_CHANGE.match(line.text)


def _is_remark(text: str) -> bool:
    return text.split(":")[0].isupper()


def _repaired(page: Page, pack: Pack) -> tuple[Page, tuple[Repair, ...]]:
    """The page with its letters put right; Roman numerals of chapters in Latin ones."""
    texts, repairs = spelling.of_texts([line.text for line in page.lines], pack)
    told = dict(zip((i for i, line in enumerate(page.lines) if line.text != texts[i]), repairs, strict=True))
    lines = []
    for place, (line, text) in enumerate(zip(page.lines, texts, strict=True)):
        if "clan" in _names(line) and (roman := _CYRILLIC_ROMAN.match(text)):
            latin = roman[1].replace("Х", "X")
            changes = told[place].changes if place in told else ()
            text = latin + text[roman.end() :]
            told[place] = Repair(text, line.text, (*changes, ("letters-of-another-script", roman[1], latin)))
        lines.append(replace(line, text=text))
    return replace(page, lines=tuple(lines)), tuple(told[place] for place in sorted(told))
