"""Two changes of one provision put together: its heading, its words, and what stands below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from tomas_desktop.amend import three_way, tree_diff
from tomas_desktop.amend.renumber import Sibling, renumbered
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import Provision

Reason = Literal["provision-gone", "same-words", "changed-too-much"]


class ClashError(Exception):
    """Both sides changed the same thing differently. `eid` is the provision of the old text, `old` and `draft` the
    words of the draft that cannot be put in."""

    def __init__(self, reason: Reason, eid: str, old: str, draft: str) -> None:
        super().__init__(reason, eid, old, draft)
        self.reason: Reason = reason
        self.eid = eid
        self.old = old
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Merging:
    """What merging needs to know of the two texts of a law: the counterpart of each provision, by eId."""

    twins: Mapping[str, Provision]
    pack: Pack

    def merged(self, base: Provision, draft: Provision, onto: Provision) -> Provision:
        """The provision as it is in the newer text (`onto`) with what the draft changed in the old one (`base`).

        Raises ClashError where both changed the same.
        """
        if is_same(base, onto):
            return replace(draft, eid=onto.eid, num=onto.num if draft.num == base.num else draft.num)
        if is_same(draft, base) or is_same(draft, onto):
            return onto
        return replace(
            onto,
            num=onto.num if draft.num == base.num else draft.num,
            heading=self._words(base, base.heading, draft.heading, onto.heading),
            text=self._words(base, base.text, draft.text, onto.text),
            children=self._children(base, draft, onto),
        )

    def _words(self, node: Provision, base: str, draft: str, onto: str) -> str:
        found = three_way.merged(base, draft, onto)
        if isinstance(found, three_way.Clash):
            raise ClashError(found.reason, node.eid, found.old, found.draft)
        return found

    def _children(self, base: Provision, draft: Provision, onto: Provision) -> tuple[Provision, ...]:
        """The children as they are in the newer text, with those that the draft worded anew, took out or put in."""
        here = {node.eid for node in onto.children}
        now = {node.eid: twin for node in base.children if (twin := self.twins.get(node.eid)) and twin.eid in here}
        worded, fresh = self._drafted(base, draft, now)
        for node in base.children:
            mine = worded[node.eid]
            if node.eid not in now and mine is not None and not is_same(node, mine):
                raise ClashError("provision-gone", node.eid, wording(node), wording(mine))
        origin = {now[node.eid].eid: node for node in base.children if node.eid in now}
        theirs = {tree_diff.wording(node) for node in onto.children if node.eid not in origin}
        new = {
            eid: [Sibling(node, "new") for node in nodes if tree_diff.wording(node) not in theirs]
            for eid, nodes in fresh.items()
        }
        siblings = new.get("", [])
        for node in onto.children:
            old = origin.get(node.eid)
            if old is None:
                siblings.append(Sibling(node))
            else:
                siblings += [self._sibling(old, worded[old.eid], node), *new.get(old.eid, [])]
        if all(sibling.role == "kept" for sibling in siblings):
            return tuple(sibling.provision for sibling in siblings)
        return renumbered(siblings, self.pack)

    def _drafted(
        self, base: Provision, draft: Provision, now: Mapping[str, Provision]
    ) -> tuple[dict[str, Provision | None], dict[str, list[Provision]]]:
        """What the draft made of each child (None: taken out), and what it put in after which child that is still
        there ("": before all of them)."""
        worded: dict[str, Provision | None] = {}
        fresh: dict[str, list[Provision]] = {}
        after = ""
        for each in tree_diff.differences(base.children, draft.children, self.pack):
            if each.base is None:
                fresh.setdefault(after, []).append(each.present)
                continue
            worded[each.base.eid] = each.new
            if each.base.eid in now:
                after = each.base.eid
        return worded, fresh

    def _sibling(self, old: Provision, draft: Provision | None, now: Provision) -> Sibling:
        if draft is not None:
            return Sibling(self.merged(old, draft, now))
        if not is_same(old, now):
            raise ClashError("same-words", old.eid, wording(old), "")
        return Sibling(now, "gone")


def is_same(a: Provision, b: Provision) -> bool:
    """Do two provisions say the same, their own number aside?"""
    return a.unit == b.unit and tree_diff.wording(a) == tree_diff.wording(b)


def wording(node: Provision) -> str:
    """The canonical text of a provision on one line, for a person to read."""
    return " ".join(canonical_text((node,)).split())
