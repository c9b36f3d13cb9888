"""Plain text: hard-wrapped, with a paragraph on each line, or the canonical text that this program prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import spelling, unit_marks
from tomas_desktop.importers.base import Reading, decode, decoded_lines, refuse_binary
from tomas_desktop.importers.furniture import Furniture, Kind
from tomas_desktop.importers.wrapped_lines import RawLine, is_wrapped, unwrapped
from tomas_desktop.jurisdiction import marks, structure
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Region, Role, SourceLine
from tomas_desktop.model.provision import NOT_LAW, Provision
from tomas_desktop.text.tokens import words

FORMAT = "plain-text"

_BLOCK = re.compile(r"== ([a-z]+) ==")
_REGIONS = frozenset(get_args(Region))
_PAGE_NUMBER = re.compile(r"(?:[-–] )?(\d{1,4})(?: (?:/|of|od|од|nga) \d{1,4}| [-–])?")
_ODD = 0.02  # of the groups of a canonical text that a person edited: a heading in small letters, one with a stop
_TITLED = 2  # articles with a title right under their number: no accident
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
        furniture = [Furniture(mark, "block mark") for mark in _marks([line.text for line in raw])]
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
    """Is this the text that this program prints? Each group of lines between blank lines (but for the odd one that a
    person edited) then begins with a number, a heading or a block mark, and no other line of it is the number of an
    article. Where most articles have a title right under their number, with text under it, a person typed them."""
    if any(_BLOCK.fullmatch(line.text) or unit_marks.read(line.text) for line in lines):
        return True
    articles = groups = odd = titled = 0
    for place, line in enumerate(lines):
        source = SourceLine(line.text)
        number = marks.article(source, pack) is not None
        articles += number
        if line.after_blank or place == 0:
            groups += 1
            odd += not number and not marks.division(source, pack) and not marks.is_heading(source, pack)
        else:
            odd += number
        titled += number and _is_titled(lines[place + 1 : place + 3], pack)
    if titled >= _TITLED and titled * 2 > articles:
        return False
    return articles > 0 and any(line.after_blank for line in lines) and odd <= groups * _ODD


def _is_titled(under: Sequence[RawLine], pack: Pack) -> bool:
    """Do a title and a text stand under a number, without a blank line between them?"""
    if len(under) < 2 or any(line.after_blank for line in under):
        return False
    title, text = (SourceLine(line.text) for line in under)
    return marks.is_heading(title, pack) and not marks.is_heading(text, pack)


def _canonical(lines: Sequence[RawLine], pack: Pack) -> Iterator[SourceLine]:
    """The lines with their roles: the first of a group is a number or a heading, the others are text; the marks
    of blocks say what is not law, up to the next blank line (a leftover up to the next block)."""
    region: Region = "body"
    role: Role = ""
    last_block = max((i for i, line in enumerate(lines) if _closes_memorandum(line.text)), default=-1)
    declared = {place: (units, end) for place, units, end in unit_marks.under([line.text for line in lines])}
    held = {at for place, (_, end) in declared.items() for at in range(place, end)}
    annexes = _annexes(lines, held, pack)
    done = 0
    for place, line in enumerate(lines):
        if place < done:
            continue
        if place in declared:
            units, done = declared[place]
            said = units[0].declared
            if said is not None and said.units[0] not in NOT_LAW and region not in ("leftover", "annex"):
                region = "body"
            yield from (replace(unit, region=region) for unit in units)
            continue
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
        if place in annexes:
            region = "annex"
        hint: Role = "annex" if place in annexes else _role(line, place, lines, pack)
        yield SourceLine(annexes.get(place, line.text), hint, region=region)


def _marks(lines: Sequence[str]) -> list[str]:
    """The lines that say what others are: words of this program, not of the law."""
    out = []
    done = 0
    units = {place: end for place, _, end in unit_marks.under(lines)}
    for place, text in enumerate(lines):
        if place in units:
            done = units[place]
            out.append(text)
        elif place >= done and _BLOCK.fullmatch(text):
            out.append(text)
    return out


def _closes_memorandum(text: str) -> bool:
    block = _BLOCK.fullmatch(text)
    return block is not None and block[1] in ("preface", "statement")


def _annexes(lines: Sequence[RawLine], held: Set[int], pack: Pack) -> dict[int, str]:
    """The lines of annex numbers and of the headings that canonical text prints right above them, each with the text
    that a document has in its place: the number first. Lines that a mark declares (`held`) are neither."""
    found: dict[int, str] = {}
    for place, line in enumerate(lines):
        if place in held or not marks.annex(SourceLine(line.text), pack):
            continue
        found[place] = line.text
        above = place - 1
        is_heading = above >= 0 and lines[above].after_blank and not _BLOCK.fullmatch(lines[above].text)
        if is_heading and above not in held and above not in found and not line.after_blank:
            found[above], found[place] = line.text, lines[above].text
    return found


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


def _without_page_furniture(lines: Sequence[RawLine]) -> tuple[list[RawLine], list[Furniture]]:
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
    kinds: dict[int, Kind] = {place: "running head" for place, line in enumerate(lines) if line.text in heads}
    kinds |= dict.fromkeys(chain, "page number")
    rest = [line for place, line in enumerate(lines) if place not in kinds]
    return rest, [Furniture(lines[place].text, kinds[place]) for place in sorted(kinds)]


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
