"""Which lines of a body its wording alone would have read as other units than they are."""

from __future__ import annotations

from collections.abc import Iterator

from tomas_desktop.jurisdiction import nesting, quotations
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Declared, SourceLine
from tomas_desktop.model.provision import DIVISIONS, Provision

Placed = tuple[Provision, ...]  # a unit of a body, and before it those that it lies in


def in_body(holder: Provision, pack: Pack, every: bool = False) -> dict[str, Declared]:
    """What must be said of the units below an article, an annex or a division, by their eIds, so that the lines of
    its body are read as this very tree: the body is read line by line, and where a line is not placed where it
    stands in the tree, it is declared and the reading goes on from there. `every` declares all units."""
    if _is_bare(holder) and not every:
        return {}
    body = _Body(holder, pack)
    silent: list[Placed] = []  # units of which nothing is printed: a line below them may say that they are there
    for placed in below(holder):
        node = placed[-1]
        body.count += 1
        if not _own(node) and not node.heading:
            silent.append(placed)
            continue
        is_plain = bool(_own(node)) and not node.heading and not every
        if not (is_plain and body.fits(placed)):
            for each in silent:
                body.declare(each)
            if not (is_plain and silent and body.fits(placed)):
                body.declare(placed)
        body.place += bool(_own(node))
        silent = []
    for each in silent:
        body.declare(each)
    return body.declared


class _Body:
    """A body as it is read: how far it has come, and what had to be declared so far."""

    def __init__(self, holder: Provision, pack: Pack) -> None:
        self.holder = holder
        printed = [placed[-1] for placed in below(holder) if _own(placed[-1])]
        self.lines = [SourceLine(_own(node), "table" if node.unit == "table" else "text") for node in printed]
        self.announced = quotations.announced(self.lines, pack)
        self.reader = nesting.Reader(pack)
        self.place = 0  # of the next line
        self.count = 0  # how many units the tree has up to it
        self.declared: dict[str, Declared] = {}

    def fits(self, placed: Placed) -> bool:
        """Read the next line by its wording; if it is not placed as in the tree, take that back."""
        before = self.reader.state()
        self.reader.read(self.lines[self.place], self.lines[self.place + 1 :], self.place in self.announced)
        there = [(each.unit, each.num, each.text) for each in self.reader.last()]
        if self.reader.placed == self.count and there == [(each.unit, each.num, each.text) for each in placed]:
            return True
        self.reader.restore(before)
        return False

    def declare(self, placed: Placed) -> None:
        node = placed[-1]
        units = (self.holder.unit, *(each.unit for each in placed))
        self.declared[node.eid] = Declared(units, node.num, node.heading)
        self.reader.read(SourceLine(_own(node), "text", declared=self.declared[node.eid]), (), False)


def _is_bare(holder: Provision) -> bool:
    """Has the article no text at all? It is read with the one empty paragraph that every article has."""
    if holder.unit != "article" or len(holder.children) != 1:
        return False
    only = holder.children[0]
    return only.unit == "paragraph" and not only.children and not _own(only) and not only.heading


def below(holder: Provision, above: Placed = ()) -> Iterator[Placed]:
    """Every unit of a body in reading order, each after those that it lies in, `above` first: what is below but for
    the articles and divisions of a division."""
    for child in holder.children:
        if child.unit == "article" or child.unit in DIVISIONS:
            continue
        placed = (*above, child)
        yield placed
        yield from below(child, placed)


def _own(node: Provision) -> str:
    return f"{node.num} {node.text}".strip()
