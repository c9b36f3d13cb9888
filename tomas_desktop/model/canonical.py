"""The canonical text of provisions: one line per unit that has text, as the law prints it.

UTF-8, no indentation; number, one space, text; a blank line before every heading line and every article
line; a heading stands above or below its number; what is not law stands in a block opened by a line like
`== preface ==`. Reading it back is the work of the plain-text importer. This module holds the lines
themselves, because the redline, the editor and every writer go line by line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision

LineKind = Literal["heading", "number", "text", "block"]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `kind` is "number" for the line of an article or a division that holds its number,
    "heading" for a title, "text" for everything else (its number, if any, stands in front and in `num`),
    "block" for the mark that opens what is not law. `depth` counts units below the article (0 = paragraph)."""

    eid: str
    unit: str
    kind: LineKind
    text: str
    num: str = ""
    depth: int = 0


def lines(nodes: Iterable[Provision]) -> Iterator[Line]:
    """The lines of these provisions in printing order, without the blank lines between them."""
    for node in nodes:
        yield from _lines(node, depth=0)


def _lines(node: Provision, depth: int) -> Iterator[Line]:
    if node.unit == "article" or node.unit in DIVISIONS:
        yield from _numbered_heading(node)
        if node.text:
            yield Line(node.eid, node.unit, "text", node.text)
        below = 0
    else:
        if node.unit in NOT_LAW:
            yield Line(node.eid, node.unit, "block", f"== {node.unit} ==")
        if node.heading:
            yield Line(node.eid, node.unit, "heading", node.heading)
        own = f"{node.num} {node.text}".strip()
        if own:
            yield Line(node.eid, node.unit, "text", own, node.num, depth)
        below = depth + 1
    for child in node.children:
        yield from _lines(child, below)


def _numbered_heading(node: Provision) -> Iterator[Line]:
    number = Line(node.eid, node.unit, "number", node.num, node.num)
    heading = Line(node.eid, node.unit, "heading", node.heading)
    pair = (heading, number) if node.heading_above else (number, heading)
    yield from (line for line in pair if line.text)


def canonical_text(nodes: Iterable[Provision]) -> str:
    """The canonical text of these provisions, ending in one line feed (empty for none)."""
    out: list[str] = []
    for line in lines(nodes):
        if line.kind != "text" and out:
            out.append("")
        out.append(line.text)
    return "\n".join(out) + "\n" if out else ""
