"""Tables of correlation, both ways: the provisions of one side in their order, each with what it is linked with on the
other. Links may cross: only the first column is in order."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal

from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import DIVISIONS, Provision, own_articles, walk
from tomas_desktop.services import correlating, eu_acts, provision_names
from tomas_desktop.services.dossiers import OpenDossier

Side = Literal["eu", "national"]


@dataclass(frozen=True, slots=True)
class Other:
    """The other end of a link: how a table names it, its title, and the link. `number` is empty for a whole law."""

    ref: Ref
    number: str
    heading: str
    link: Correlation


@dataclass(frozen=True, slots=True)
class Row:
    """A provision with its links. `is_gap`: it is an article, and neither it nor anything in it or around it is linked.
    `open_parts` are the paragraphs that are left where others of the article are linked."""

    ref: Ref
    unit: str
    number: str
    heading: str
    others: tuple[Other, ...]
    is_gap: bool
    open_parts: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one side (`by`); `eu` and `national` are the keys of the works."""

    eu: str
    national: tuple[str, ...]
    by: Side
    rows: tuple[Row, ...]

    def gaps(self) -> tuple[Row, ...]:
        """Articles that are linked with nothing."""
        return tuple(row for row in self.rows if row.is_gap)


def table(opened: OpenDossier, eu: str, national: Sequence[str] = (), *, by: Side = "eu") -> Table:
    """The table of an EU act and these laws, without laws of all that it is linked with. Every article has a row, what
    is linked above or below an article one of its own. Suggestions are not in it.

    Raises NotFoundError("no-work"), ("no-expression").
    """
    linked = correlating.standing_of(opened.dossier, eu)
    works = tuple(dict.fromkeys(national or (c.national.work for c in linked)))
    for work in (eu, *works):
        opened.work(work)
    links = [c for c in linked if c.national.work in works]
    rows: list[Row] = []
    for work in (eu,) if by == "eu" else works:
        rows += _rows(opened, work, links, by)
    return Table(eu, works, by, tuple(rows))


def _rows(opened: OpenDossier, work: str, links: Sequence[Correlation], by: Side) -> list[Row]:
    text = _Text(opened, work)
    others: dict[str, list[Other]] = {}
    texts: dict[str, _Text] = {}
    for link in links:
        here, there = (link.eu, link.national) if by == "eu" else (link.national, link.eu)
        if here.work == work:
            other = texts.setdefault(there.work, _Text(opened, there.work))
            others.setdefault(here.eid, []).append(Other(there, *other.names(there.eid), link))
    articles = {node.eid for node in own_articles(text.nodes)}
    covered = _covered(text.nodes, others.keys())
    out = []
    if "" in others:
        out.append(Row(Ref(work), "work", "", opened.work(work).title, tuple(others[""]), False, ()))
    for node in walk(text.nodes):
        if node.eid in articles or node.eid in others:
            below = [each.eid for each in node.walk() if each.eid in others]
            is_open = node.eid in articles and node.eid not in covered
            out.append(
                Row(
                    Ref(work, node.eid),
                    node.unit,
                    *text.names(node.eid),
                    tuple(others.get(node.eid, ())),
                    is_open and not below,
                    tuple(Ref(work, eid) for eid in _left(node, below)) if is_open and below else (),
                )
            )
    known = {row.ref.eid for row in out}
    gone = [eid for eid in others if eid not in known]  # a provision that the text worked with has not
    out += [Row(Ref(work, eid), "", eid, "", tuple(others[eid]), False, ()) for eid in gone]
    return out


def _covered(nodes: Sequence[Provision], linked: Set[str], whole: bool = False) -> set[str]:
    """The articles that are linked themselves or lie in a division that is."""
    out: set[str] = set()
    for node in nodes:
        here = whole or node.eid in linked
        if node.unit in DIVISIONS:
            out |= _covered(node.children, linked, here)
        elif here:
            out.add(node.eid)
    return out


def _left(article: Provision, below: Sequence[str]) -> list[str]:
    """The paragraphs without any link."""
    return [
        child.eid
        for child in article.children
        if child.unit == "paragraph" and not any(eid == child.eid or eid.startswith(f"{child.eid}__") for eid in below)
    ]


class _Text:
    """A text with the words for its provisions; each is looked for among the articles that it stands beside, not in the
    whole law."""

    def __init__(self, opened: OpenDossier, work: str) -> None:
        is_eu = opened.work(work).country == "eu"
        expression = eu_acts.quoted(opened, work) if is_eu else opened.expression(work)
        self.nodes = opened.nodes(expression)
        self._pack = eu_acts.pack(opened, expression)
        self._places: dict[str, tuple[Provision, Sequence[Provision]]] = {}
        self._place(self.nodes)

    def _place(self, nodes: Sequence[Provision]) -> None:
        for node in nodes:
            for each in node.walk() if node.unit == "article" else (node,):
                self._places.setdefault(each.eid, (each, nodes))
            if node.unit != "article":
                self._place(node.children)

    def names(self, eid: str) -> tuple[str, str]:
        """The number and the title of a provision; the eId where it is not there."""
        node, beside = self._places.get(eid, (None, ()))
        if node is None:
            return eid, ""
        return provision_names.compact(beside, eid, self._pack) or eid, node.heading
