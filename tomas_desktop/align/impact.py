"""What a newer text of a law does to its provisions: which came, went, were reworded, renumbered, moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tomas_desktop.align.stages import Fold, below, number, units
from tomas_desktop.jurisdiction import marks
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import DIVISIONS, Provision

Kind = Literal["inserted", "deleted", "reworded", "renumbered", "moved"]


@dataclass(frozen=True)
class ChangedProvision:
    """A provision of either text that is not the same in both. `old` is None for one that came, `new` for one that
    went; one of which only the word "deleted" is left went too. `kinds` are all that happened to it, the gravest
    first; it is reworded when its heading or its own text is another (`has_other_text`: the text) or something below
    it changed. `inside` are the changes below it, in reading order; what went or came shows there what moved."""

    old: Provision | None
    new: Provision | None
    kinds: tuple[Kind, ...]
    inside: tuple[ChangedProvision, ...] = ()
    has_other_text: bool = False

    @property
    def kind(self) -> Kind:
        """The gravest of what happened to it."""
        return self.kinds[0]

    @cached_property
    def eid(self) -> str:
        """Its eId in the old text, of one that came in the new one."""
        node = self.old or self.new
        assert node is not None
        return node.eid

    @property
    def to(self) -> str:
        """Its eId in the new text; empty for one that went."""
        return self.new.eid if self.new else ""

    def walk(self) -> Iterator[ChangedProvision]:
        """This change and those below it, in reading order."""
        yield self
        for each in self.inside:
            yield from each.walk()


def changes(
    old: Sequence[Provision], new: Sequence[Provision], twins: Mapping[str, Provision], pack: Pack, fold: Fold = str
) -> tuple[ChangedProvision, ...]:
    """The recitals, articles, annexes and divisions that are not the same in both texts, in reading order, what went
    before what came in its place. `twins` tells for each provision of `old`, by eId, which it is in `new`; `fold` gives
    the form in which wordings are compared. A unit that is the same is never among them."""
    return _Comparison(old, new, twins, pack, fold).rows(tuple(units(old)), tuple(units(new)))


class _Comparison:
    def __init__(
        self, old: Sequence[Provision], new: Sequence[Provision], twins: Mapping[str, Provision], pack: Pack, fold: Fold
    ) -> None:
        self._twins, self._pack, self._fold = twins, pack, fold
        self._origins = {
            twins[node.eid].eid: node for top in units(old) for node in (_self_and_below(top)) if node.eid in twins
        }
        self._divisions = _divisions(old) | {f"\0{eid}": division for eid, division in _divisions(new).items()}

    def rows(self, olds: Sequence[Provision], news: Sequence[Provision]) -> tuple[ChangedProvision, ...]:
        """The changes of two lists of siblings that are one."""
        here = {node.eid for node in olds}
        there = {node.eid: place for place, node in enumerate(news)}
        unmoved = _in_order(
            [(node, there.get(self._twins[node.eid].eid, -1)) for node in olds if node.eid in self._twins]
        )
        came: dict[str, list[ChangedProvision]] = {}
        last = ""
        for node in news:
            origin = self._origins.get(node.eid)
            if origin is not None and origin.eid in here:
                last = origin.eid
            elif origin is None and is_deleted(node, self._pack):
                continue  # what is left of one that went
            elif origin is None:
                came.setdefault(last, []).append(
                    ChangedProvision(None, node, ("inserted",), tuple(self._moved_in(node)))
                )
            else:
                came.setdefault(last, []).append(self._changed(origin, node, is_moved=True))
        out = came.get("", [])
        for node in olds:
            out.extend(self._of_old(node, there, node.eid not in unmoved))
            out.extend(came.get(node.eid, ()))
        return tuple(out)

    def _of_old(self, node: Provision, there: Mapping[str, int], is_out_of_order: bool) -> Iterator[ChangedProvision]:
        twin = self._twins.get(node.eid)
        if twin is None:
            yield ChangedProvision(node, None, ("deleted",), tuple(self._moved_out(node)))
            return
        is_moved = is_out_of_order or twin.eid not in there or self._changed_division(node, twin)
        changed = self._changed(node, twin, is_moved)
        if changed.kinds:
            yield changed

    def _changed(self, old: Provision, new: Provision, is_moved: bool) -> ChangedProvision:
        if is_deleted(new, self._pack) and not is_deleted(old, self._pack):
            return ChangedProvision(old, None, ("deleted",))
        text = self._fold(old.text) != self._fold(new.text)
        heading = self._fold(old.heading) != self._fold(new.heading)
        inside = self.rows(below(old), below(new))
        found: list[tuple[Kind, bool]] = [
            ("reworded", text or heading or bool(inside)),
            ("moved", is_moved),
            ("renumbered", bool(old.num and new.num) and number(old) != number(new)),
        ]
        return ChangedProvision(old, new, tuple(kind for kind, holds in found if holds), inside, text)

    def _moved_out(self, node: Provision) -> Iterator[ChangedProvision]:
        """What of a provision that went is elsewhere."""
        for child in below(node):
            if child.eid in self._twins:
                yield self._changed(child, self._twins[child.eid], is_moved=True)
            else:
                yield from self._moved_out(child)

    def _moved_in(self, node: Provision) -> Iterator[ChangedProvision]:
        """What of a provision that came was elsewhere."""
        for child in below(node):
            if child.eid in self._origins:
                yield self._changed(self._origins[child.eid], child, is_moved=True)
            else:
                yield from self._moved_in(child)

    def _changed_division(self, old: Provision, new: Provision) -> bool:
        """Does it stand in another division, where both divisions are in both texts? One that is new or gone moved
        nothing: it was drawn around what stood there."""
        before, after = self._divisions.get(old.eid), self._divisions.get(f"\0{new.eid}")
        if before is None or after is None or before.eid not in self._twins or after.eid not in self._origins:
            return False
        return self._twins[before.eid].eid != after.eid


def _self_and_below(node: Provision) -> Iterator[Provision]:
    yield node
    for child in below(node):
        yield from _self_and_below(child)


def _divisions(nodes: Sequence[Provision], within: Provision | None = None) -> dict[str, Provision]:
    """The division that each article and each division stands in, by eId."""
    out: dict[str, Provision] = {}
    for node in nodes:
        if within is not None and (node.unit == "article" or node.unit in DIVISIONS):
            out[node.eid] = within
        if node.unit != "article":
            out |= _divisions(node.children, node if node.unit in DIVISIONS else within)
    return out


def _in_order(found: Sequence[tuple[Provision, int]]) -> frozenset[str]:
    """The eIds of the most provisions whose places (-1: not among them) rise."""
    places = [(node.eid, place) for node, place in found if place >= 0]
    ends: list[int] = []  # the lowest place that a run of each length ends with, and where that is
    where: list[int] = []
    before: list[int] = []
    for i, (_, place) in enumerate(places):
        k = bisect_left(ends, place)
        ends[k : k + 1], where[k : k + 1] = [place], [i]
        before.append(where[k - 1] if k else -1)
    out: set[str] = set()
    i = where[-1] if where else -1
    while i >= 0:
        out.add(places[i][0])
        i = before[i]
    return frozenset(out)


def is_deleted(node: Provision, pack: Pack) -> bool:
    """Is only the word that says so left of this provision?"""
    texts = [each.text for each in node.walk() if each.text]
    return bool(texts) and all(marks.deleted(text, pack) for text in texts)
