"""Plain text: hard-wrapped, with a paragraph on each line, or the canonical text that this program prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import spelling
from tomas_desktop.importers.base import Reading, decode, decoded_lines, refuse_binary
from tomas_desktop.importers.wrapped_lines import RawLine, is_wrapped, unwrapped
from tomas_desktop.jurisdiction import marks, structure
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Region, Role, SourceLine
from tomas_desktop.model.provision import Provision
from tomas_desktop.text.tokens import words

FORMAT = "plain-text"

_BLOCK = re.compile(r"== ([a-z]+) ==")
_REGIONS = frozenset(get_args(Region))
_PAGE_NUMBER = re.compile(r"(?:[-–] )?(\d{1,4})(?: (?:/|of|od|од|nga) \d{1,4}| [-–])?")
_FEW_PAGES = 3  # a lone number is a page number when at least so many of them count on from page to page


def sniff(head: bytes, path: Path) -> float:
    """Anything that is text and not markup; surer when the name says so."""
    try:
        refuse_binary(head, path)
    except UnreadableError:
        return 0.0
    if re.match(rb"\s*<[!?a-zA-Z]", head.removeprefix(b"\xef\xbb\xbf")):
        return 0.0
    return 0.6 if path.suffix.lower() in (".txt", ".text", ".md", "") else 0.2


def read(data: bytes, path: Path, pack: Pack) -> Reading:
    """The law in a text file. Words are counted on the decoded text before anything else is done to it."""
    text = decode(data, path)
    raw = list(_raw_lines(text))
    repaired, repairs = spelling.of_texts([line.text for line in raw], pack)
    raw = [replace(line, text=text) for line, text in zip(raw, repaired, strict=True)]
    if is_canonical(raw, pack):
        furniture = [line.text for line in raw if _BLOCK.fullmatch(line.text)]
        lines = list(_canonical(raw, pack))
    else:
        raw, furniture = _without_page_furniture(raw)
        lines = [SourceLine(line.text) for line in (unwrapped(raw, pack) if is_wrapped(raw) else raw)]
    built = structure.build(lines, pack)
    return Reading(
        FORMAT,
        _title(built.nodes, pack),
        built.nodes,
        len(words(text)),
        tuple(furniture),
        built.unplaced,
        (*spelling.findings(repairs), *built.findings),
        repairs,
    )


def _raw_lines(text: str) -> Iterator[RawLine]:
    blank = False
    for line in decoded_lines(text):
        stripped = line.strip().strip("\ufeff\x00")
        if stripped:
            yield RawLine(" ".join(stripped.split()), len(line) - len(line.lstrip()), blank)
        blank = not stripped


def is_canonical(lines: Sequence[RawLine], pack: Pack) -> bool:
    """Is this the text that this program prints? Each group of lines between blank lines then begins with a number,
    a heading or a block mark, and no other line of it is the number of an article."""
    if any(_BLOCK.fullmatch(line.text) for line in lines):
        return True
    articles = 0
    for place, line in enumerate(lines):
        source = SourceLine(line.text)
        number = marks.article(source, pack) is not None
        articles += number
        if line.after_blank or place == 0:
            if not number and not marks.division(source, pack) and not marks.is_heading(source, pack):
                return False
        elif number:
            return False
    return articles > 0 and any(line.after_blank for line in lines)


def _canonical(lines: Sequence[RawLine], pack: Pack) -> Iterator[SourceLine]:
    """The lines with their roles: the first of a group is a number or a heading, the others are text; the marks
    of blocks say what is not law, up to the next blank line (a leftover up to the next block)."""
    region: Region = "body"
    role: Role = ""
    last_block = max((i for i, line in enumerate(lines) if _closes_memorandum(line.text)), default=-1)
    swapped = _annex_headings(lines, pack)
    for place, line in enumerate(lines):
        block = _BLOCK.fullmatch(line.text)
        if block:
            if block[1] == "table":
                role = "table"
            elif block[1] in _REGIONS:
                region = cast(Region, block[1])
            continue
        if line.after_blank and region in ("preface", "conclusions") and role != "table":
            region = "body"
        if line.after_blank and region in ("memorandum", "statement") and place > last_block and role != "table":
            region = "body"
        if region == "preface" and marks.begins(line.text, (*pack.citation, *pack.enacting)):
            region = "body"
        if role == "table":
            yield SourceLine(line.text, "table", region=region)
            role = ""
            continue
        if place in swapped:
            region = "annex"
        hint = swapped.get(place) or _role(line, place, lines, pack)
        yield SourceLine(swapped_text(lines, place, swapped), hint, region=region)


def _closes_memorandum(text: str) -> bool:
    block = _BLOCK.fullmatch(text)
    return block is not None and block[1] in ("preface", "statement")


def _annex_headings(lines: Sequence[RawLine], pack: Pack) -> dict[int, Role]:
    """The lines of annex numbers, and of the headings that canonical text prints right above them."""
    found: dict[int, Role] = {}
    for place, line in enumerate(lines):
        if marks.annex(SourceLine(line.text), pack):
            found[place] = "annex"
            if place and not line.after_blank and lines[place - 1].after_blank:
                found[place - 1] = "annex"
    return found


def swapped_text(lines: Sequence[RawLine], place: int, swapped: dict[int, Role]) -> str:
    """The text of a line; an annex's number and the heading above it change places, as a document has them."""
    if place in swapped and place + 1 in swapped and not lines[place + 1].after_blank:
        return lines[place + 1].text
    if place in swapped and place - 1 in swapped and not lines[place].after_blank:
        return lines[place - 1].text
    return lines[place].text


def _role(line: RawLine, place: int, lines: Sequence[RawLine], pack: Pack) -> Role:
    source = SourceLine(line.text)
    if not (line.after_blank or place == 0):
        return "text"
    if _BLOCK.fullmatch(lines[place - 1].text) and place and not line.after_blank:
        return "text"
    if marks.article(source, pack) or marks.division(source, pack):
        return ""
    if marks.begins(line.text, (*pack.citation, *pack.enacting)) or marks.numbered_line(line.text, pack):
        return ""
    return "heading"


def _without_page_furniture(lines: Sequence[RawLine]) -> tuple[list[RawLine], list[str]]:
    """The lines without page numbers (each the next after the last one) and the running heads that stand beside
    them on most pages; and these."""
    chain: list[int] = []
    expected = None
    for place, line in enumerate(lines):
        number = _PAGE_NUMBER.fullmatch(line.text)
        if number and expected in (None, int(number[1])):
            chain.append(place)
            expected = int(number[1]) + 1
    if len(chain) < _FEW_PAGES:
        return list(lines), []
    beside = Counter(lines[place + 1].text for place in chain if place + 1 < len(lines))
    heads = {text for text, count in beside.items() if count >= _FEW_PAGES and count * 2 > len(chain)}
    furniture = {*chain, *(place for place, line in enumerate(lines) if line.text in heads)}
    return [line for i, line in enumerate(lines) if i not in furniture], [lines[i].text for i in sorted(furniture)]


def _title(nodes: Sequence[Provision], pack: Pack) -> str:
    """The title of the law: the first lines of its preface, up to what is no title."""
    preface = next((node for node in nodes if node.unit == "preface"), None)
    if preface is None or not preface.children:
        return ""
    titles: list[str] = []
    for child in preface.children:
        if not marks.is_heading(SourceLine(child.text), pack):
            break
        titles.append(child.text)
    return " ".join(titles) or preface.children[0].text
