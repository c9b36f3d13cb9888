"""Random later stages of an act, and what a reader who made them says of each article."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.amend.realistic_edits import edited
from tomas_desktop.align.impact import ChangedProvision, changes
from tomas_desktop.align.stages import correspondence
from tomas_desktop.jurisdiction.numbering import with_eids, with_number
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import DIVISIONS, Provision, rewrite


@dataclass(frozen=True)
class Stage:
    """A later stage: its text, and for each of its articles, by eId, the one that it was (None for a new one)."""

    nodes: tuple[Provision, ...]
    origins: dict[str, Provision | None]
    carried: str  # the eId in the older text of an article that was carried to another place, if one was


def later_stage(nodes: Sequence[Provision], count: int, dice: random.Random, pack: Pack) -> Stage:
    """The act with so many articles edited, in half of the cases with all articles numbered anew, in a fifth of them
    with an article that was not edited at another place."""
    known = {node.eid: node for node in articles(nodes)}
    new, _ = edited(nodes, count, dice, pack)
    carried = ""
    if dice.random() < 0.2:
        new, carried = _one_carried(new, known, dice)
    origins = [known.get(node.eid) for node in articles(new)]
    if dice.random() < 0.5:
        new = _numbered_anew(new)
    new = with_eids(new, pack)[0]
    return Stage(new, dict(zip([node.eid for node in articles(new)], origins, strict=True)), carried)


def articles(nodes: Sequence[Provision]) -> list[Provision]:
    """The articles of the act itself, in its divisions or not."""
    out = []
    for node in nodes:
        if node.unit == "article":
            out.append(node)
        elif node.unit in DIVISIONS or node.unit == "enacting":
            out.extend(articles(node.children))
    return out


def _one_carried(
    nodes: Sequence[Provision], known: dict[str, Provision], dice: random.Random
) -> tuple[tuple[Provision, ...], str]:
    """An article taken out and put in behind another one, far enough away and long enough to be known by its words."""
    there = articles(nodes)
    whole = [node for node in there if node == known.get(node.eid) and len(node.words().split()) > 30]
    if not whole or len(there) < 10:
        return tuple(nodes), ""
    one = dice.choice(whole)
    place = there.index(one)
    other = dice.choice([node for i, node in enumerate(there) if abs(i - place) > 2])

    def change(node: Provision) -> tuple[Provision, ...] | None:
        if node.unit != "article":
            return None
        return () if node is one else (node, one) if node is other else (node,)

    return rewrite(nodes, change), one.eid


def _numbered_anew(nodes: Sequence[Provision]) -> tuple[Provision, ...]:
    numbers = {id(node): str(place) for place, node in enumerate(articles(nodes), start=1)}

    def change(node: Provision) -> tuple[Provision, ...] | None:
        number = numbers.get(id(node))
        return (replace(node, num=with_number(node.num, number)),) if number else None

    return rewrite(nodes, change)


@dataclass(frozen=True)
class Judged:
    """What is wrong with a list of changes (empty: nothing); how many articles were edited and are still in the act,
    and how many of these are told as what they are, rather than as one that went and one that came."""

    fault: str
    edited: int = 0
    paired: int = 0


def judged(old: Sequence[Provision], stage: Stage, pack: Pack) -> Judged:
    """Is exactly what was touched among the changes?"""
    rows = changes(old, stage.nodes, correspondence(old, stage.nodes), pack)
    by_old = {row.old.eid: row for row in rows if row.old}
    by_new = {row.new.eid: row for row in rows if row.new}
    expected = set()
    total = paired = 0
    for node in articles(stage.nodes):
        origin = stage.origins[node.eid]
        row = by_new.get(node.eid)
        if origin is None or not _is_same(origin, node):
            expected |= {id(each) for each in (row, by_old.get(origin.eid) if origin else None) if each}
            if row is None or (origin is not None and origin.eid not in by_old):
                return Judged(f"{node.eid} was touched and is not listed")
            total += origin is not None
            paired += origin is not None and row is by_old[origin.eid]
        elif origin.eid == stage.carried:
            if row is None or row is not by_old.get(origin.eid) or "moved" not in row.kinds or "reworded" in row.kinds:
                return Judged(f"{origin.eid} was carried to {node.eid} and is told as {row and row.kinds}")
            expected.add(id(row))
        elif origin.eid == node.eid:
            if node.eid in by_old and by_old[node.eid].to == node.eid:
                return Judged(f"{node.eid} was not touched and is listed: {by_old[node.eid].kinds}")
        elif row is None or row is not by_old.get(origin.eid) or row.kinds != ("renumbered",):
            return Judged(f"{origin.eid} is now {node.eid} and nothing else, but told as {row and row.kinds}")
        else:
            expected.add(id(row))
    here = {origin.eid for origin in stage.origins.values() if origin}
    for origin in articles(old):
        if origin.eid not in here:
            if origin.eid not in by_old:
                return Judged(f"{origin.eid} went and is not listed")
            expected.add(id(by_old[origin.eid]))
    if more := [row for row in rows if id(row) not in expected]:
        return Judged(f"{[(row.eid, row.to, row.kinds) for row in more]} listed besides")
    if fault := next((found for row in rows if (found := _untouched_inside(row))), ""):
        return Judged(fault)
    return Judged("", total, paired)


def _is_same(old: Provision, new: Provision) -> bool:
    return [(n.heading, n.text, n.num) for n in old.walk()][1:] == [(n.heading, n.text, n.num) for n in new.walk()][
        1:
    ] and (old.heading, old.text) == (new.heading, new.text)


def _untouched_inside(row: ChangedProvision) -> str:
    """What stands in a changed article as it stood, and is listed all the same."""
    for each in row.inside:
        if each.kinds == ("reworded",) and each.old and each.new and _is_same(each.old, each.new):
            return f"{each.eid} was not touched and is listed inside {row.eid}"
    return ""
