"""How a unit of a law is cited: by its printed number, else by its place among the units of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tomas_desktop.jurisdiction.cited_units import as_cited
from tomas_desktop.jurisdiction.numbering import eid_number, number_in, with_number
from tomas_desktop.jurisdiction.pack import Pack, table
from tomas_desktop.model.clause import Step
from tomas_desktop.model.provision import DIVISIONS, Provision

# The numbers of a law are read again and again while two versions of it are compared.
printed_number = lru_cache(maxsize=16_384)(eid_number)

_COUNTED = frozenset({"subparagraph", "indent", "wrapup"})  # never cited by a printed number


def is_counted(node: Provision, pack: Pack) -> bool:
    """Does the unit print no number that it could be cited by?"""
    return node.unit in _COUNTED or not node.num or not printed_number(node.num, pack)


def number(node: Provision, siblings: Sequence[Provision], pack: Pack) -> str:
    """The number that a unit among these siblings is cited by. The first subparagraph is its paragraph's own text."""
    if is_counted(node, pack):
        same = [each for each in siblings if each.unit == node.unit]
        return str(next(i for i, each in enumerate(same, start=1) if each is node) + (node.unit == "subparagraph"))
    return cited(node, pack)


def cited(node: Provision, pack: Pack) -> str:
    """The printed number of a unit in the form in which it is cited."""
    return _cited(node.num, node.unit, pack)


@lru_cache(maxsize=4096)
def _cited(printed: str, unit: str, pack: Pack) -> str:
    by_core = unit in DIVISIONS or not table(pack, "formulas")
    found = number_in(printed)[1] if by_core else as_cited(printed, unit, pack)
    return found if printed_number(found, pack) == printed_number(printed, pack) else printed_number(printed, pack)


def step(node: Provision, siblings: Sequence[Provision], pack: Pack) -> Step | None:
    """The step to a unit among these siblings; None where another one has its number too."""
    if is_counted(node, pack):
        return Step(node.unit, (number(node, siblings, pack),), counted=True)
    same = printed_number(node.num, pack)
    if any(each is not node and each.unit == node.unit and printed_number(each.num, pack) == same for each in siblings):
        return None
    return Step(node.unit, (cited(node, pack),))


def is_renumbering(old: Provision, new: Provision, pack: Pack) -> bool:
    """Does the one printed number become the other by changing nothing but the number itself?"""
    if not old.num or not new.num or is_counted(old, pack) or is_counted(new, pack):
        return False
    return with_number(old.num, cited(new, pack)) == new.num
