"""A draft carried from an old text of a law onto a newer one.

Every modification of the draft ends in exactly one of two lists. It is *applied* when the newer text has the provision,
wherever it now stands and whatever its number, and what the draft does to it does not meet what was done to it
meanwhile; both changes then stand side by side. Else it is a *conflict*, with the reason and the words of both sides,
and a person decides. Where only one side changed a provision, the outcome is that side's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tomas_desktop.amend import revisions, three_way, tree_diff
from tomas_desktop.amend.counterparts import counterparts
from tomas_desktop.amend.merged_units import ClashError, Merging, is_same, wording
from tomas_desktop.jurisdiction.numbering import successor
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.provision import Provision, walk

# Why a modification could not be carried over: the provision is not in the newer text; the same words (or the words
# right beside them) were changed there too; so much was changed that the place cannot be told; the number that the
# new unit has is taken; the newer text says already what the draft wants.
Reason = Literal["provision-gone", "same-words", "changed-too-much", "number-taken", "already-so"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A modification of the draft that was not carried over, as it stood in the draft. `eid` is where its provision is
    in the newer text ("" where it is not); `old` became `draft` in the draft, and is `now` in the newer text."""

    modification: Modification
    reason: Reason
    eid: str = ""
    old: str = ""
    draft: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Rebased:
    """Each modification of the draft, in one of the lists: `applied` ones name provisions of the newer text."""

    applied: tuple[Modification, ...]
    conflicts: tuple[Conflict, ...]


class _RefusedError(Exception):
    def __init__(self, reason: Reason, old: str = "", draft: str = "") -> None:
        super().__init__(reason)
        self.reason: Reason = reason
        self.old = old
        self.draft = draft


def rebase(
    base: Sequence[Provision], onto: Sequence[Provision], modifications: Iterable[Modification], pack: Pack
) -> Rebased:
    """Modifications over `base` as modifications over `onto`. Those that another modification of the draft makes
    pointless, and those whose target is not in `base`, are conflicts like any other."""
    newer = _Newer(base, onto, pack)
    applied: list[Modification] = []
    conflicts: list[Conflict] = []
    for modification in modifications:
        old = newer.old.get(modification.target)
        now = newer.twins.get(modification.target)
        try:
            if old is None:
                raise _RefusedError("provision-gone", "", _wanted(modification))
            applied.append(newer.carried(modification, old, now))
        except ClashError as clash:
            conflicts.append(_conflict(modification, clash.reason, clash.old, clash.draft, now))
        except _RefusedError as refused:
            words = refused.old or (wording(old) if old else "")
            conflicts.append(
                _conflict(modification, refused.reason, words, refused.draft or _wanted(modification), now)
            )
    return Rebased(tuple(applied), tuple(conflicts))


def _conflict(modification: Modification, reason: Reason, old: str, draft: str, now: Provision | None) -> Conflict:
    return Conflict(modification, reason, now.eid if now else "", old, draft, wording(now) if now else "")


def _wanted(modification: Modification) -> str:
    return modification.heading or " ".join(wording(node) for node in modification.content)


class _Newer:
    """The newer text, and where the provisions of the old one are in it."""

    def __init__(self, base: Sequence[Provision], onto: Sequence[Provision], pack: Pack) -> None:
        self.pack = pack
        self.twins: Mapping[str, Provision] = counterparts(base, onto, pack)
        self.merging = Merging(self.twins, pack)
        self.old = {node.eid: node for node in walk(base)}
        known = {twin.eid for twin in self.twins.values()}
        self.numbers = {node.num for node in walk(onto) if node.unit == "article"}
        self.siblings: dict[str, Sequence[Provision]] = {node.eid: onto for node in onto}
        self.came: dict[str, list[Provision]] = {}  # new units, by the unit before them
        for parent in walk(onto):
            self.siblings.update((child.eid, parent.children) for child in parent.children)
        for node in walk(onto):
            row = self.siblings[node.eid]
            if node.eid not in known:
                before = [each.eid for each in row[: row.index(node)] if each.eid in known]
                self.came.setdefault(before[-1] if before else "", []).append(node)

    def carried(self, modification: Modification, old: Provision, now: Provision | None) -> Modification:
        """The modification over the newer text; raises ClashError or _RefusedError."""
        followed = self._carried(modification, old, now)
        known = [(one, self.old.get(one.eid), self.twins.get(one.eid)) for one in modification.revisions]
        moved = tuple(revisions.moved(one, before, after) for one, before, after in known if before and after)
        return replace(followed, revisions=moved)

    def _carried(self, modification: Modification, old: Provision, now: Provision | None) -> Modification:
        if modification.kind == "repeal":
            return self._repeal(modification, old, now)
        if now is None:
            raise _RefusedError("provision-gone")
        if modification.kind == "heading":
            return self._heading(modification, old, now)
        if modification.kind == "insertion":
            content = self._new_units(modification.content, old, now)
            return replace(modification, target=now.eid, content=content)
        return self._substitution(modification, old, now)

    def _repeal(self, modification: Modification, old: Provision, now: Provision | None) -> Modification:
        if now is None:
            raise _RefusedError("already-so")
        if not is_same(old, now):
            raise _RefusedError("same-words")
        return replace(modification, target=now.eid)

    def _heading(self, modification: Modification, old: Provision, now: Provision) -> Modification:
        if modification.heading == now.heading:
            raise _RefusedError("already-so", old.heading)
        found = three_way.merged(old.heading, modification.heading, now.heading)
        if isinstance(found, three_way.Clash):
            raise _RefusedError(found.reason, old.heading, modification.heading)
        return replace(modification, target=now.eid, heading=found)

    def _substitution(self, modification: Modification, old: Provision, now: Provision) -> Modification:
        first, *more = modification.content
        new = self._new_units(more, old, now) if more else ()
        merged = self.merging.merged(old, first, now)
        if is_same(merged, now) and merged.num == now.num and not new:
            raise _RefusedError("already-so")
        return replace(modification, target=now.eid, content=(merged, *new))

    def _new_units(self, content: Sequence[Provision], old: Provision, now: Provision) -> tuple[Provision, ...]:
        """New units as they come after a provision of the newer text, numbered on from it where it has another
        number there; raises _RefusedError where they are there already or their number is taken."""
        came = [tree_diff.wording(node) for node in self.came.get(now.eid, ())]
        if all(tree_diff.wording(node) in came for node in content):
            raise _RefusedError("already-so")
        out: list[Provision] = []
        before = now.num
        for node in content:
            if node.unit == now.unit == "article" and old.num != now.num:
                node = replace(node, num=successor(before, node.unit, self.pack))
            if self._is_taken(node, now):
                raise _RefusedError("number-taken")
            out.append(node)
            before = node.num
        return tuple(out)

    def _is_taken(self, node: Provision, beside: Provision) -> bool:
        if node.unit == "article":
            return node.num in self.numbers
        if not node.num or self.pack.rule(node.unit).renumber == "shift":
            return False  # it is counted on
        return any(each.unit == node.unit and each.num == node.num for each in self.came.get(beside.eid, ()))
