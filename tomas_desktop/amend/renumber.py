"""What an insertion or a deletion does to the numbers of the units beside it.

Serbia and North Macedonia count paragraphs and points on ("Dosadašnji stav 3. postaje stav 4."); the EU and
Albania give the inserted unit a suffix and leave the others alone; articles never move anywhere. Which rule
holds for which unit is data of the legal order (`renumber = "shift" | "suffix"`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tomas_desktop.jurisdiction.numbering import successor
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import Provision

_PLAIN = re.compile(r"(?P<before>\D*)(?P<number>\d+)(?P<after>\W*)")


@dataclass(frozen=True, slots=True)
class Sibling:
    """A unit among its siblings: kept from the law in force, new, or gone."""

    provision: Provision
    role: Literal["kept", "new", "gone"] = "kept"


def renumbered(siblings: Sequence[Sibling], pack: Pack, articles: Collection[str] = ()) -> tuple[Provision, ...]:
    """The siblings that remain, numbered as the legal order numbers them after these changes. `articles` are the
    numbers of the law's articles wherever they stand: they count through all divisions. Where a deletion leaves a gap
    nothing new fills it: what cites the old unit must not come to cite another."""
    out: list[Provision] = []
    offset: dict[str, int] = {}
    taken = [sibling.provision.num for sibling in siblings if sibling.role != "new"]
    for sibling in siblings:
        node, unit = sibling.provision, sibling.provision.unit
        shifts = pack.rule(unit).renumber == "shift"
        if sibling.role == "gone":
            if shifts and _PLAIN.fullmatch(node.num):
                offset[unit] = offset.get(unit, 0) - 1
            continue
        if sibling.role == "new":
            before = next((n.num for n in reversed(out) if n.unit == unit), "")
            others = (*taken, *articles) if unit == "article" else taken
            node = replace(node, num=_new_number(node, before, others, shifts, pack))
            if shifts and _PLAIN.fullmatch(node.num):
                offset[unit] = offset.get(unit, 0) + 1
        elif offset.get(unit):
            node = replace(node, num=_moved(node.num, offset[unit]))
        out.append(node)
    return tuple(out)


def _new_number(node: Provision, before: str, taken: Sequence[str], shifts: bool, pack: Pack) -> str:
    """The number of a new unit: as typed where that says something of its own (7a, 185v), else the one that
    follows the unit before it."""
    own = bool(node.num) and (node.unit == "article" or not _PLAIN.fullmatch(node.num))
    if not before or own:
        return node.num
    return successor(before, node.unit, pack, None if shifts else taken)


def _moved(printed: str, by: int) -> str:
    """The printed number with its digits moved; letters and indents stay as they are."""
    return re.sub(r"\d+", lambda digits: str(int(digits.group()) + by), printed, count=1)
