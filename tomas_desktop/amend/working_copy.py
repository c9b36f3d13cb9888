"""A law while an act is applied to it: its units can be changed in place, and remember how they were cited.

Clauses cite the law as it stood ("numbers refer to the old text until a renumbering"), so a unit that goes stays
where it was, marked, and one that comes in is known as new. Only what is touched is taken apart; everything else is
the law's own objects again when the copy is closed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tomas_desktop.amend.wordings import Edit, Span
from tomas_desktop.jurisdiction import numbering
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.sentences import sentences
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision

_COUNTED = frozenset({"subparagraph", "indent", "wrapup", "table"})  # what is never cited by a printed number
_TWICE = re.compile(r"-bis\d+$")


@dataclass(slots=True, eq=False)
class Unit:
    """One unit of the copy. `number` is what it is cited by, as an eId writes it (`185a`), `place` its place among
    the units of its kind; `base` is the unit of the law, None for one that comes in. `beside` is where it came in."""

    node: Provision
    parent: Unit | None
    pack: Pack
    base: Provision | None
    number: str = ""
    place: int = 0
    heading: str = ""
    text: str = ""
    num: str = ""
    gone: bool = False
    renumbered: bool = False
    cause: Clause | None = None
    beside: tuple[Unit, str] | None = None
    edits: list[Edit] = field(default_factory=list)
    _children: list[Unit] | None = None

    @property
    def unit(self) -> str:
        return self.node.unit

    @property
    def is_numbered(self) -> bool:
        """Does it print a number that it is cited by?"""
        return self.unit not in _COUNTED and bool(numbering.eid_number(self.num, self.pack))

    @property
    def eid(self) -> str:
        """Its eId in the law in force; of a unit that comes in, that of what it comes into."""
        return self.base.eid if self.base is not None else self.parent.eid if self.parent is not None else ""

    @property
    def children(self) -> list[Unit]:
        """The units below, those that go or come in too."""
        if self._children is None:
            self._children = opened(self.node.children, self, self.pack, self.base is not None)
        return self._children

    @property
    def there(self) -> list[Unit]:
        """The units below that are there now."""
        return [child for child in self.children if not child.gone]

    def walk(self) -> Iterator[Unit]:
        """This unit and all below it that is there now, in reading order."""
        yield self
        for child in self.there:
            yield from child.walk()

    def edit(self, edit: Edit, cause: Clause) -> None:
        """Change the unit's own text."""
        self.text = edit.applied(self.text)
        self.edits.append(edit)
        self.cause = cause

    def sentences(self) -> list[Span]:
        """Where the sentences of the law's own text of this unit now stand, without the blanks after them."""
        original = self.node.text
        spans = [_trimmed(original, span) for span in sentences(original, self.pack)]
        for edit in self.edits:
            spans = [edit.moved(span) for span in spans]
        return spans

    def renumber(self, number: str, cause: Clause) -> None:
        """The unit is cited by another number from now on, and prints it if it prints one."""
        self.number = numbering.eid_number(number, self.pack) or number
        self.renumbered = True
        if self.number.isdigit():
            self.place = int(self.number)
        printed = numbering.with_number(self.num, number)
        if printed != self.num:
            self.num = printed
            self.cause = self.cause or cause

    def brought_in(self) -> list[Span]:
        """Where words now stand that this act itself put in."""
        if self.node is not self.base:
            return [(0, len(self.text))]
        spans: list[Span] = []
        for edit in self.edits:
            spans = [edit.moved(span) for span in spans]
            spans.append((edit.start, edit.start + len(edit.new)))
        return spans

    def reworded(self, node: Provision, cause: Clause) -> None:
        """Another wording of the whole unit, with all below it."""
        self.node = replace(node, eid="")
        self.num, self.heading, self.text = node.num, node.heading, node.text
        self.edits.clear()
        self._children = opened(node.children, self, self.pack, False)
        for below in self.walk():
            below.cause = cause

    def go(self) -> None:
        """The unit goes, with all below it."""
        for below in list(self.walk()):
            below.gone = True

    def closed(self) -> Provision:
        """The unit as it stands now; the law's own object where nothing changed."""
        below = self.node.children
        if self._children is not None:
            made = tuple(child.closed() for child in self._children if not child.gone)
            if len(made) != len(below) or any(a is not b for a, b in zip(made, below, strict=True)):
                below = made
            if self.unit == "article" and not below:
                below = (Provision("", "paragraph"),)  # every article has one
        node = self.node
        if below is node.children and (self.num, self.heading, self.text) == (node.num, node.heading, node.text):
            return node
        return replace(node, num=self.num, heading=self.heading, text=self.text, children=below)

    def is_taken_apart(self) -> bool:
        """Was anything below it looked at?"""
        return self._children is not None


def opened(nodes: Sequence[Provision], parent: Unit | None, pack: Pack, is_base: bool) -> list[Unit]:
    """Units of the copy for these provisions, each with the number that it is cited by."""
    counts: Counter[str] = Counter()
    out = []
    for node in nodes:
        counts[node.unit] += 1
        place = counts[node.unit] + (node.unit == "subparagraph")
        unit = Unit(node, parent, pack, node if is_base else None, place=place)
        unit.num, unit.heading, unit.text = node.num, node.heading, node.text
        unit.number = number_of(node, place, pack)
        out.append(unit)
    return out


def number_of(node: Provision, place: int, pack: Pack) -> str:
    """The number that a unit is cited by: as printed, else its place."""
    printed = numbering.eid_number(node.num, pack) if node.num and node.unit not in _COUNTED else ""
    if not printed and node.num and node.unit in DIVISIONS and node.eid:  # misprinted: counted on when it was read
        printed = _TWICE.sub("", node.eid.rpartition("_")[2])
    return printed or str(place)


class WorkingCopy:
    """The law as a whole, and where its articles are."""

    def __init__(self, nodes: Sequence[Provision], pack: Pack) -> None:
        self.pack = pack
        self.nodes = nodes
        self.root = Unit(Provision("", "law", children=tuple(nodes)), None, pack, Provision("", "law"))
        self._articles: dict[str, list[Unit]] = {}
        for unit in self._own(self.root):
            self.index(unit)

    def index(self, unit: Unit) -> None:
        """Make an article known by its number, one with a joint heading by each of its numbers."""
        for number in {unit.number, *unit.number.split("-")} if _is_joint(unit) else {unit.number}:
            self.index_as(unit, number)

    def index_as(self, unit: Unit, number: str) -> None:
        """Make an article known by this number too."""
        known = self._articles.setdefault(number, [])
        if unit not in known:
            known.append(unit)

    def articles(self, number: str) -> list[Unit]:
        """The articles that are or were cited by this number."""
        return self._articles.get(number, [])

    def every_article(self) -> Iterator[Unit]:
        """The law's own articles that are there now, in order."""
        yield from self._own(self.root)

    def _own(self, unit: Unit) -> Iterator[Unit]:
        for child in unit.there:
            if child.unit == "article":
                yield child
            elif child.unit in DIVISIONS:
                yield from self._own(child)


def is_law(unit: Unit) -> bool:
    """Is this part of the enacting text (or what belongs to it: preamble, annex)?"""
    return unit.unit not in NOT_LAW


def _is_joint(unit: Unit) -> bool:
    """Čl. 188 i 189: one article with two numbers (but not 117/1, which an eId writes alike)."""
    return "-" in unit.number and len(re.findall(r"\d+", unit.num)) > 1 and "/" not in unit.num


def _trimmed(text: str, span: Span) -> Span:
    part = text[span[0] : span[1]]
    return span[0], span[0] + len(part.rstrip())
