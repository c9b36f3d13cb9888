"""What a proposal does to references: citations of provisions that it moves or takes out, here and in other laws.

"iz stava 3. ovog člana" means another paragraph once the paragraphs were counted on. Each such citation is a
follow-up amendment; its new wording is proposed only where it provably means the same provisions as before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from tomas_desktop.amend.apply import Applied
from tomas_desktop.jurisdiction import citations
from tomas_desktop.jurisdiction.citations import Citation
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import NOT_LAW, Provision, walk

_NUMBER = re.compile(r"\d+(?:[/-]?[^\W\d_]\b)?")
_MOST_NUMBERS = 8  # in one citation; with more a person decides

Targets = Callable[[Citation], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Moves:
    """Where the provisions of a law in force are in the proposed text: `moved` to another number, or `gone`."""

    moved: Mapping[str, str]
    gone: frozenset[str]

    @property
    def any(self) -> bool:
        return bool(self.moved or self.gone)

    def now(self, eid: str) -> str:
        """The eId under which a provision of the law in force now stands; empty when it is gone."""
        return "" if eid in self.gone else self.moved.get(eid, eid)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A citation in the text of `eid`, from `start` to `end`, of provisions that moved (`old` to `new`, in pairs) or
    went (`new` is empty). `proposed` is the citation as it should read; empty where a person has to decide."""

    eid: str
    start: int
    end: int
    text: str
    targets: tuple[tuple[str, str], ...]
    proposed: str = ""

    @property
    def is_gone(self) -> bool:
        """Does it cite something that is no more?"""
        return any(not new for _, new in self.targets)


def moves(base: Sequence[Provision], result: Applied) -> Moves:
    """What of a law moves and what goes by a proposal."""
    there = {node.eid for node in walk(result.nodes)}
    taken = set(result.moved.values())
    gone = frozenset(
        node.eid
        for node in walk(base)
        if node.unit not in NOT_LAW and node.eid not in result.moved and (node.eid not in there or node.eid in taken)
    )
    return Moves(result.moved, gone)


def follow_ups(
    citing: Sequence[Provision],
    pack: Pack,
    moves: Moves,
    targets_before: Targets,
    targets_after: Targets,
    skip: Callable[[Provision], bool] | None = None,
) -> Iterator[FollowUp]:
    """The citations in these provisions that a proposal touches. `targets_before` and `targets_after` resolve a
    citation in the law in force and in the proposed text; `skip` tells which provisions are not looked at."""
    if not moves.any:
        return
    for node in walk(citing):
        if not node.text or (skip is not None and skip(node)):
            continue
        for each in citations.find(node.text, pack, node.eid):
            old = targets_before(each)
            touched = tuple((eid, moves.now(eid)) for eid in old if moves.now(eid) != eid)
            if touched:
                proposed = _reworded(node, each, old, pack, moves, targets_after)
                yield FollowUp(node.eid, each.start, each.end, each.text, touched, proposed)


def _reworded(
    node: Provision, citation: Citation, old: Sequence[str], pack: Pack, moves: Moves, targets_after: Targets
) -> str:
    """The citation with its numbers changed so that it means where the same provisions now stand; empty when no
    change of numbers does."""
    wanted = [moves.now(eid) for eid in old]
    if not all(wanted):
        return ""
    numbers = {_last_number(eid): _last_number(new) for eid, new in zip(old, wanted, strict=True) if eid != new}
    places = list(_NUMBER.finditer(citation.text))
    if len(places) > _MOST_NUMBERS:
        return ""
    choices = [[place.group(), *_other(place.group(), numbers)] for place in places]
    within = moves.now(node.eid) or node.eid
    found: set[str] = set()
    for chosen in product(*choices):
        text = _with_numbers(citation.text, places, chosen)
        if text == citation.text:
            continue
        whole = node.text[: citation.start] + text + node.text[citation.end :]
        again = next((c for c in citations.find(whole, pack, within) if c.start == citation.start), None)
        if again is not None and list(targets_after(again)) == wanted:
            found.add(text)
    return found.pop() if len(found) == 1 else ""


def _last_number(eid: str) -> str:
    return eid.rpartition("_")[2]


def _other(printed: str, numbers: Mapping[str, str]) -> list[str]:
    new = numbers.get(printed.casefold())
    return [new] if new else []


def _with_numbers(text: str, places: Sequence[re.Match[str]], chosen: Sequence[str]) -> str:
    out: list[str] = []
    at = 0
    for place, number in zip(places, chosen, strict=True):
        out += [text[at : place.start()], number]
        at = place.end()
    return "".join([*out, text[at:]])
