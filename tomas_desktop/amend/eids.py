"""The eIds of what was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tomas_desktop.jurisdiction.numbering import with_eids
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import DIVISIONS, Provision


def of_article(article: Provision, known: str, pack: Pack) -> Provision:
    """The article with eIds given anew by its numbers. `known` is its eId in the law in force (empty for a new one):
    a number that stands twice in its law (art_5-bis2), or in an amending act at its end (left_1__art_3), keeps what
    sets it apart."""
    (numbered,), _findings = with_eids((article,), pack)
    if known.startswith(f"{numbered.eid}-bis") or known.endswith(f"__{numbered.eid}"):
        return _prefixed(numbered, numbered.eid, known)
    return numbered


def of_divisions(nodes: Sequence[Provision], pack: Pack) -> tuple[tuple[Provision, ...], Mapping[str, str]]:
    """The law with the eIds of its divisions given anew, after one came or went, and which became which. Articles
    bear no division in theirs, so they stay as they are."""
    named, _findings = with_eids(tuple(map(_frame, nodes)), pack)
    moved: dict[str, str] = {}
    made = tuple(_named(node, frame, moved) for node, frame in zip(nodes, named, strict=True))
    return made, moved


def _frame(node: Provision) -> Provision:
    """A division without what is in its articles."""
    if node.unit not in DIVISIONS:
        return replace(node, children=())
    return replace(node, children=tuple(map(_frame, node.children)))


def _named(node: Provision, frame: Provision, moved: dict[str, str]) -> Provision:
    if node.unit not in DIVISIONS:
        return node
    if frame.eid != node.eid:
        moved[node.eid] = frame.eid
    children = tuple(_named(*pair, moved) for pair in zip(node.children, frame.children, strict=True))
    if frame.eid == node.eid and all(a is b for a, b in zip(children, node.children, strict=True)):
        return node
    return replace(node, eid=frame.eid, children=children)


def _prefixed(node: Provision, old: str, new: str) -> Provision:
    children = tuple(_prefixed(child, old, new) for child in node.children)
    return replace(node, eid=new + node.eid[len(old) :], children=children)
