"""The outline of a reading: its printed lines as one flat list from which the tree can be made again.

A person corrects lines, not trees. Each row is one printed line with what it was taken for and how deep it lies;
the depth alone says what holds what, so that turning one line into something else leaves every other row as it
was. A unit that prints nothing of its own (a paragraph that is only its points) is a row without words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from tomas_desktop.model.provision import DIVISIONS, Note, Provision, walk
from tomas_desktop.text.tokens import words

RowRole = Literal[
    "block",  # opens a part that stands beside the law's articles: the preface, an annex
    "division",  # the number of a part, chapter, section
    "article",  # the number of an article
    "heading",  # the title of the unit whose number stands next to it
    "text",  # a paragraph, a point, a table
    "ignored",  # no part of the law, says a person
    "lost",  # not understood
]

BLOCKS = frozenset({"preface", "preamble", "memorandum", "statement", "annex", "conclusions", "leftover"})
ASIDE = 99  # the level of rows that are in no unit


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line. `level` is the depth in the tree. `above` says of a heading that its unit follows it, of an
    article that it prints its heading above its number. `eid` names the unit that the line belongs to; `was`
    the one it belonged to before any correction."""

    role: RowRole
    unit: str
    level: int
    num: str = ""
    text: str = ""
    notes: tuple[Note, ...] = ()
    above: bool = False
    eid: str = ""
    was: str = ""

    @property
    def printed(self) -> str:
        """The line as it is printed."""
        return f"{self.num} {self.text}".strip()

    @property
    def opens(self) -> bool:
        """Does a unit that holds others begin here?"""
        return self.role in ("block", "division", "article")

    @property
    def is_own_text(self) -> bool:
        """Is this text of an article or a division itself, not of a unit below it?"""
        return self.role == "text" and role_of(self.unit) != "text"

    @property
    def is_shown(self) -> bool:
        """Is there anything to see? The opening of a block is shown by its name."""
        return self.role == "block" or bool(self.num or self.text)

    @property
    def word_count(self) -> int:
        """The words of the line and of its notes."""
        return sum(len(words(part)) for part in (self.num, self.text, *(note.text for note in self.notes)))

    @property
    def all_words(self) -> str:
        """The line with its notes, for the list of what is not in the tree."""
        return " ".join(part for part in (self.num, self.text, *(note.text for note in self.notes)) if part)


def role_of(unit: str) -> RowRole:
    """What the first row of a unit is."""
    if unit == "article":
        return "article"
    return "division" if unit in DIVISIONS else "block" if unit in BLOCKS else "text"


def rows(nodes: Iterable[Provision], level: int = 0) -> Iterator[Row]:
    """The rows of these provisions in printing order, those without words too."""
    for node in nodes:
        role, eid = role_of(node.unit), node.eid
        is_text = role == "text"
        text = node.text if is_text else ""
        main = Row(role, node.unit, level, node.num, text, node.notes, node.heading_above, eid, eid)
        above = is_text or (role != "block" and node.heading_above)
        heading = Row(
            "heading", node.unit, level + (not above), text=node.heading, above=above, eid=eid, was=eid
        )  # fmt: skip
        pair = (heading, main) if above else (main, heading)
        yield from (row for row in pair if row is main or row.text)
        if node.text and not is_text:
            yield Row("text", node.unit, level + 1, text=node.text, eid=eid, was=eid)
        yield from rows(node.children, level + 1)


@dataclass(slots=True)
class _Open:
    """A unit that is still being put together."""

    row: Row
    headings: list[Row]
    own: list[Row] = field(default_factory=list)
    children: list[_Open] = field(default_factory=list)

    def freeze(self) -> Provision:
        row = self.row
        parts = [*self.own, row] if row.role == "text" else self.own
        return Provision(
            "", row.unit, row.num,
            " ".join(heading.printed for heading in self.headings),
            " ".join(part.text for part in parts if part.text),
            (*row.notes, *(note for each in (*self.headings, *self.own) for note in each.notes)),
            tuple(child.freeze() for child in self.children),
            row.above,
        )  # fmt: skip


def tree(outline: Sequence[Row]) -> tuple[Provision, ...]:
    """The provisions of these rows, without eIds. Headings must stand next to the row of their unit."""
    top: list[_Open] = []
    open_: list[_Open] = []
    pending: list[Row] = []
    for row in outline:
        if row.role in ("ignored", "lost"):
            continue
        if row.role == "heading":
            (pending if row.above else open_[-1].headings).append(row)
        elif row.is_own_text:
            open_[-1].own.append(row)
        else:
            while open_ and open_[-1].row.level >= row.level:
                open_.pop()
            node = _Open(row, pending)
            pending = []
            (open_[-1].children if open_ else top).append(node)
            open_.append(node)
    return tuple(node.freeze() for node in top)


def with_eids(outline: Sequence[Row], nodes: Iterable[Provision]) -> tuple[Row, ...]:
    """The rows with the eIds of the tree that was made of them."""
    eids = (node.eid for node in walk(nodes))
    out: list[Row] = []
    waiting: list[int] = []  # headings above their units
    last = ""
    for row in outline:
        eid = last
        if row.role in ("ignored", "lost"):
            eid = ""
        elif row.role == "heading" and row.above:
            waiting.append(len(out))
        elif row.role != "heading" and not row.is_own_text:
            eid = last = next(eids)
            for place in waiting:
                out[place] = replace(out[place], eid=eid)
            waiting.clear()
        out.append(row if row.eid == eid else replace(row, eid=eid))
    return tuple(out)
