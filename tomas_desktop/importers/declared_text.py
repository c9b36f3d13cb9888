"""Canonical text that reads back as the same tree, whatever the tree.

The plain canonical text of an ordinary law does. It is read back once to see; where a unit would be read as another
one (the sections of a foreign statute, a Title beside a Part that both still lack their numbers), a mark over its
line says what it is (`unit_marks`), and all other lines stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from tomas_desktop.importers import plain_text, unit_marks
from tomas_desktop.jurisdiction import declaring
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Declared
from tomas_desktop.model.canonical import canonical_text, lines
from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision, walk

Placed = tuple[Provision, ...]  # an article or a division, and before it the divisions that it lies in
_MANY = 8  # misread articles and divisions: more than that are declared at once
Shape = tuple[int, str, str, str, str, str]


def printed(nodes: Sequence[Provision], pack: Pack) -> str:
    """The canonical text of a law with the marks that it needs to be read back as this tree, without its notes."""
    wanted = shape(nodes)
    text = canonical_text(nodes)
    if shape(_read(text, pack)) == wanted:
        return text
    for marks in _marks(nodes, pack):
        text = _with_marks(nodes, marks)
        if shape(_read(text, pack)) == wanted:
            break
    return text


def shape(nodes: Sequence[Provision], depth: int = 0) -> list[Shape]:
    """What canonical text keeps of a tree: units, their places, numbers, headings, texts."""
    out: list[Shape] = []
    for node in nodes:
        out.append((depth, node.eid, node.unit, node.num, node.heading, node.text))
        out.extend(shape(node.children, depth + 1))
    return out


def _read(text: str, pack: Pack) -> tuple[Provision, ...]:
    return plain_text.read(text.encode(), Path("canonical.txt"), pack).nodes


def _marks(nodes: Sequence[Provision], pack: Pack) -> Iterator[dict[str, Declared]]:
    """The marks to try, by the eIds of their units, fewest first: those that bodies need; those of articles and
    divisions that are then still read otherwise, one by one or, of many, together; those of the frame; all there are.
    """
    marks = _of_bodies(nodes, pack)
    yield marks
    while misread := _misread(_openings(nodes), _read(_with_marks(nodes, marks), pack), marks):
        marks |= dict(misread if len(misread) > _MANY else misread[:1])
        yield marks
    yield marks | _of_frame(nodes, ("preamble",))
    marks |= _of_frame(nodes, ("preamble", *NOT_LAW - {"leftover"}))
    yield marks
    marks |= dict(map(_declared, _openings(nodes)))
    yield marks
    yield marks | _of_bodies(nodes, pack, every=True)


def _of_bodies(nodes: Sequence[Provision], pack: Pack, every: bool = False) -> dict[str, Declared]:
    marks: dict[str, Declared] = {}
    for node in walk(nodes):
        if node.unit in ("article", "annex") or (node.unit in DIVISIONS and _has_body(node)):
            marks |= declaring.in_body(node, pack, every)
    return marks


def _of_frame(nodes: Sequence[Provision], parts: Sequence[str]) -> dict[str, Declared]:
    """These parts of what stands before the law and after it: every line of them."""
    return {
        placed[-1].eid: Declared(tuple(each.unit for each in placed), placed[-1].num, placed[-1].heading)
        for node in nodes
        if node.unit in parts
        for placed in declaring.below(node, (node,))
    }


def _misread(
    openings: Iterable[Placed], read: Sequence[Provision], marks: Mapping[str, Declared]
) -> list[tuple[str, Declared]]:
    """The articles and divisions that were read otherwise and are not declared yet; only the articles, where some were
    not found at all, because by them divisions are found."""
    wanted = list(openings)
    there = [_said(placed) for placed in _openings(read)]
    matcher = SequenceMatcher(None, [_said(placed) for placed in wanted], there, autojunk=False)
    same = {block.a + i for block in matcher.get_matching_blocks() for i in range(block.size)}
    misread = [each for place, each in enumerate(wanted) if place not in same and each[-1].eid not in marks]
    found = {said[1:] for said in there}
    articles = [each for each in misread if each[-1].unit == "article" and _said(each)[1:] not in found]
    return [_declared(placed) for placed in articles or misread]


def _has_body(division: Provision) -> bool:
    """Does the division have paragraphs of its own?"""
    first = division.children[0].unit if division.children else "article"
    return first != "article" and first not in DIVISIONS | NOT_LAW


def _openings(nodes: Sequence[Provision], above: Placed = ()) -> Iterator[Placed]:
    for node in nodes:
        is_one = node.unit == "article" or node.unit in DIVISIONS
        if is_one:
            yield (*above, node)
        yield from _openings(node.children, (*above, node) if is_one else ())


def _said(placed: Placed) -> tuple[int, str, str, str]:
    return len(placed), placed[-1].unit, placed[-1].num, placed[-1].heading


def _declared(placed: Placed) -> tuple[str, Declared]:
    node = placed[-1]
    units = tuple(each.unit for each in placed)
    return node.eid, Declared(units, node.num, node.heading, node.heading_above)


def _with_marks(nodes: Sequence[Provision], marks: Mapping[str, Declared]) -> str:
    """The canonical text with a mark over every unit for which there is one, or over a run of such units."""
    out: list[str] = []
    every = list(walk(nodes))
    run = 0  # how many units the last mark still stands over
    for place, node in enumerate(every):
        declared = marks.get(node.eid)
        own = [line for line in lines([replace(node, children=())]) if declared is None or line.kind != "block"]
        if declared is not None and not run:
            run = _run(every[place:], marks)
            has_line = bool(node.num or (node.text and not declared.opens))
            out.extend([""] if declared.opens else [])
            out.append(unit_marks.written(declared, has_line, run))
        run -= declared is not None
        for line in own:
            out.extend(["", line.text] if line.kind != "text" else [line.text])
    return "\n".join(out).lstrip("\n") + "\n"


def _run(nodes: Sequence[Provision], marks: Mapping[str, Declared]) -> int:
    """How many units from the first on are declared in the same words and have one line each."""
    first = marks[nodes[0].eid]
    if first.opens or first.heading or not f"{nodes[0].num}{nodes[0].text}":
        return 1
    mark = unit_marks.written(first, True)
    count = 0
    for node in nodes:
        declared = marks.get(node.eid)
        if declared is None or not f"{node.num}{node.text}" or unit_marks.written(declared, True) != mark:
            break
        count += 1
    return count
