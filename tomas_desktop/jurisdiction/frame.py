"""The frame of a law: what stands before its body and after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tomas_desktop.jurisdiction import headings, marks, nesting, numerals
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Region, SourceLine
from tomas_desktop.model.provision import Note, Provision

_ITEM = re.compile(r"(\(?\d+(?:\.\d+)*[.)]+|\d+(?:\.\d+)+|\(?[^\W\d_]{1,3}\)|[A-ZА-Ш]\.|[–—•·-])\s+(\S.*)")

Part = tuple[Region, Sequence[SourceLine]]


def parts(lines: Sequence[SourceLine], pack: Pack) -> Iterator[Part]:
    """The parts of a document in order. Where the format says nothing the body is cut by its wording: preface
    and preamble before the first article or division, conclusions and annexes after the last article. What a format
    and the wording both call the preface, or the conclusions, is one part."""
    found: list[Part] = []
    for region, run in _parts(lines, pack):
        if found and found[-1][0] == region and region in ("preface", "conclusions"):
            found[-1] = (region, [*found[-1][1], *run])
        else:
            found.append((region, run))
    yield from found


def _parts(lines: Sequence[SourceLine], pack: Pack) -> Iterator[Part]:
    for region, group in groupby(lines, key=lambda line: line.region):
        run = list(group)
        if region == "body":
            yield from _cut(run, pack)
        elif region == "annex":
            for annex in _annexes(run, pack):
                yield "annex", annex
        else:
            yield region, run


def _cut(lines: Sequence[SourceLine], pack: Pack) -> Iterator[Part]:
    titled = _title(lines, pack)
    if titled:
        yield "preface", lines[:titled]
        lines = lines[titled:]
    found = headings.openings(lines, pack)
    first = found[0].start if found else len(lines)
    preamble = next((i for i in range(first) if _opens_preamble(lines[i], pack)), first)
    if preamble:
        yield "preface", lines[:preamble]
    if preamble < first:
        yield "preamble", lines[preamble:first]
    last = found[-1].end if found else first
    ends = next((i for i in range(last, len(lines)) if _opens_conclusions(lines[i], pack, i == last)), len(lines))
    annexes = next((i for i in range(last, len(lines)) if marks.annex(lines[i], pack)), len(lines))
    body_end = min(ends, annexes)
    if first < body_end:
        yield "body", lines[first:body_end]
    if ends < annexes:
        yield "conclusions", lines[ends:annexes]
    for annex in _annexes(lines[annexes:], pack):
        yield "annex", annex


def _title(lines: Sequence[SourceLine], pack: Pack) -> int:
    """How many lines at the top are the title of the act, which a short text prints right over its first article:
    "ZAKON O RADU", "KRIVIČNI ZAKONIK", or "ZAKON" and "O RADU" below it."""
    if not lines or lines[0].role not in ("", "heading", "title") or lines[0].declared or lines[0].num:
        return 0
    words = lines[0].text.split()
    small = [word.casefold() for word in words[:2]]
    named = bool(words) and (small[0] in pack.kinds or (lines[0].text.isupper() and small[-1] in pack.kinds))
    if not named or not marks.is_heading(lines[0], pack):
        return 0
    alone = len(words) == 1 and len(lines) > 1 and marks.is_heading(lines[1], pack)
    return 2 if alone and not marks.article(lines[1], pack) and not marks.division(lines[1], pack) else 1


def _opens_preamble(line: SourceLine, pack: Pack) -> bool:
    if line.declared is not None:
        return line.declared.units[0] == "preamble"
    if line.role in ("citation", "recital", "enacting") or line.text in pack.recital_intro:
        return True
    return marks.begins(line.text, (*pack.citation, *pack.enacting))


def _opens_conclusions(line: SourceLine, pack: Pack, is_first: bool) -> bool:
    """`is_first`: the line is all that the last article can consist of ("This Directive is addressed to ...")."""
    if line.declared is not None:
        return False
    return line.role == "signature" or (not is_first and not line.num and marks.begins(line.text, pack.conclusions))


def _annexes(lines: Sequence[SourceLine], pack: Pack) -> Iterator[Sequence[SourceLine]]:
    starts = [i for i, line in enumerate(lines) if marks.annex(line, pack)]
    if lines and 0 not in starts:
        starts.insert(0, 0)
    for place, start in enumerate(starts):
        yield lines[start : starts[place + 1] if place + 1 < len(starts) else len(lines)]


def read(region: Region, lines: Sequence[SourceLine], pack: Pack) -> list[Provision]:
    """One part of the frame as a provision."""
    if region == "preamble":
        return [_preamble(lines, pack)]
    if region == "annex":
        return [_annex(lines, pack)]
    return [Provision("", region, children=tuple(_paragraph(line) for line in lines))]


def _paragraph(line: SourceLine) -> Provision:
    """A line of what is not law; a number or a bullet in front is kept as its number, wherever it stood."""
    if line.declared is not None:
        return _declared(line)
    if line.role == "table":
        return Provision("", "table", line.num, "", line.text, line.notes)
    item = _ITEM.fullmatch(f"{line.num} {line.text}".strip())
    num, text = item.groups() if item else (line.num, line.text)
    return Provision("", "paragraph", num, "", text, line.notes)


def _declared(line: SourceLine) -> Provision:
    said = line.declared
    assert said is not None
    return Provision("", said.unit, said.num, said.heading, line.text.removeprefix(said.num).strip(), line.notes)


def _preamble(lines: Sequence[SourceLine], pack: Pack) -> Provision:
    """Citations, recitals and the enacting formula, each line one of them."""
    children: list[Provision] = []
    for line in lines:
        if line.declared is not None:
            if len(line.declared.units) == 2 or not children:
                children.append(_declared(line))
            else:
                children[-1] = replace(children[-1], children=(*children[-1].children, _declared(line)))
            continue
        number = numerals.numbered(f"{line.num} {line.text}".strip(), ("(1)",), pack)
        if line.role == "recital" or (number and line.role != "citation"):
            num, text = (number[0].num, number[0].rest) if number else (line.num, line.text)
            children.append(Provision("", "recital", num, "", text, line.notes))
        elif line.role == "citation" or (line.role == "" and _is_citation(line, pack)):
            children.append(Provision("", "citation", line.num, "", line.text, line.notes))
        elif line.role == "enacting" or marks.begins(line.text, (*pack.enacting, *pack.recital_intro)):
            children.append(Provision("", "enacting", line.num, "", line.text, line.notes))
        elif children and children[-1].unit == "recital":  # a further sentence of it, on a line of its own
            more = Provision("", "subparagraph", line.num, "", line.text, line.notes)
            children[-1] = replace(children[-1], children=(*children[-1].children, more))
        else:
            children.append(Provision("", "citation", line.num, "", line.text, line.notes))
    return Provision("", "preamble", children=tuple(children))


def _is_citation(line: SourceLine, pack: Pack) -> bool:
    return marks.begins(line.text, pack.citation)


def _annex(lines: Sequence[SourceLine], pack: Pack) -> Provision:
    """An annex: its number, its title, and its text read like the body of an article."""
    num, rest = "", list(lines)
    notes: list[Note] = []
    if rest and marks.annex(rest[0], pack):
        num = f"{rest[0].num} {rest[0].text}".strip()
        notes.extend(rest.pop(0).notes)
    titles: list[str] = []
    while rest and (rest[0].role == "annex" or (not titles and marks.is_heading(rest[0], pack))):
        titles.append(f"{rest[0].num} {rest[0].text}".strip())
        notes.extend(rest.pop(0).notes)
    children, more = nesting.body(rest, pack)
    return Provision("", "annex", num, " ".join(titles), "", (*notes, *more), children, heading_above=True)
