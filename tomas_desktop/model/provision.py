"""A provision: one unit of a legal text with everything below it.

A law is an immutable tree of provisions. `num` and `heading` stand as printed, `text` is the unit's
own text without them, on one line. A unit with children holds its introductory words in `text`; words
after the children are a last child of unit `wrapup`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

NoteKind = Literal["footnote", "history", "editorial"]

# Units that are not part of the enacting text: they are carried, never amended.
NOT_LAW = frozenset({"preface", "memorandum", "statement", "leftover", "table", "conclusions"})

# Divisions group articles; they carry a heading and no text of their own.
DIVISIONS = frozenset({"part", "title", "chapter", "section", "subsection"})


@dataclass(frozen=True, slots=True)
class Note:
    """A remark that is not text of the law: a footnote, a history in brackets, an editor's word."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit: `eid` after Akoma Ntoso, `unit` its kind (see the command-line contract)."""

    eid: str
    unit: str
    num: str = ""
    heading: str = ""
    text: str = ""
    notes: tuple[Note, ...] = ()
    children: tuple[Provision, ...] = ()
    heading_above: bool = False  # does this law print the heading above the number?

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def words(self) -> str:
        """Number, heading, text and everything below as one string, for search and comparison."""
        parts = [self.num, self.heading, self.text]
        parts.extend(child.words() for child in self.children)
        return " ".join(part for part in parts if part)


def walk(nodes: Iterable[Provision]) -> Iterator[Provision]:
    """Every provision of a forest in reading order."""
    for node in nodes:
        yield from node.walk()


def find(nodes: Iterable[Provision], eid: str) -> Provision | None:
    """The provision with this eId, or None."""
    return next((node for node in walk(nodes) if node.eid == eid), None)


def path_to(nodes: Iterable[Provision], eid: str) -> tuple[Provision, ...]:
    """The provisions from the top down to the one with this eId; empty when there is none."""
    for node in nodes:
        if node.eid == eid:
            return (node,)
        below = path_to(node.children, eid)
        if below:
            return (node, *below)
    return ()


def paths(nodes: Iterable[Provision], above: tuple[Provision, ...] = ()) -> dict[str, tuple[Provision, ...]]:
    """`path_to` for every provision at once."""
    out: dict[str, tuple[Provision, ...]] = {}
    for node in nodes:
        own = (*above, node)
        out.setdefault(node.eid, own)
        for eid, path in paths(node.children, own).items():
            out.setdefault(eid, path)
    return out


def rewrite(
    nodes: Iterable[Provision], change: Callable[[Provision], Iterable[Provision] | None]
) -> tuple[Provision, ...]:
    """A copy of the forest in which every provision for which `change` returns something is replaced by it.

    What `change` returns is taken as it is; where it returns None the provision stays and its children are
    visited. Untouched branches are shared, not copied.
    """
    out: list[Provision] = []
    for node in nodes:
        new = change(node)
        if new is not None:
            out.extend(new)
            continue
        children = rewrite(node.children, change)
        unchanged = len(children) == len(node.children) and all(
            a is b for a, b in zip(children, node.children, strict=True)
        )
        out.append(node if unchanged else replace(node, children=children))
    return tuple(out)


def article_of(nodes: Iterable[Provision], eid: str) -> Provision | None:
    """The article that holds (or is) the provision with this eId; None for a unit outside any article."""
    return next((node for node in path_to(nodes, eid) if node.unit == "article"), None)


def own_articles(nodes: Iterable[Provision]) -> Iterator[Provision]:
    """A law's own articles in order: those in its divisions, not those in annexes or of what amending acts left."""
    for node in nodes:
        if node.unit == "article":
            yield node
        elif node.unit in DIVISIONS:
            yield from own_articles(node.children)
