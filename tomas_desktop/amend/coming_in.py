"""Where new units come into a law: beside another one, at the beginning or the end of one, and with which number."""

from __future__ import annotations

from collections.abc import Sequence

from tomas_desktop.amend.working_copy import Unit, WorkingCopy, opened
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import numbering
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.provision import DIVISIONS, Provision


def inside(holder: Unit, clause: Clause) -> tuple[Unit, int, str]:
    """(what holds it, the place among its units, its kind) of what comes in at the beginning or the end of a unit."""
    kind = clause.unit or "paragraph"
    if kind == "paragraph" and holder.unit == "paragraph":
        kind = "subparagraph"
    holder = _holding(holder, kind)
    same = [place for place, child in enumerate(holder.children) if child.unit == kind]
    if clause.position == "start":
        place = same[0] if same else 0
        while place < len(holder.children) and holder.children[place].beside == (holder, "start"):
            place += 1
        return holder, place, kind
    if same:
        last = same[-1] + 1
        if kind == "subparagraph":  # behind the list in it
            return holder, _before_wrapup(holder) if last == len(holder.children) else last, kind
        return holder, last, kind
    return holder, _before_wrapup(holder), kind


def _before_wrapup(holder: Unit) -> int:
    children = holder.children
    return next((i for i, child in enumerate(children) if child.unit == "wrapup"), len(children))


def _holding(unit: Unit, kind: str) -> Unit:
    """The unit at or below this one that holds units of a kind; where none does, the one that would."""
    found = [each for each in unit.walk() if any(child.unit == kind for child in each.there)]
    if unit in found:
        return unit
    if kind == "article" and found:
        return found[-1]
    if len(found) > 1:
        where = ", ".join(each.eid for each in found)
        raise TomasError("cited-units-several", unit=kind, number="", count=str(len(found)), where=where)
    if found:
        return found[0]
    if unit.unit == "article" and kind != "paragraph":
        if len(unit.there) != 1:
            raise TomasError("cited-units-several", unit=kind, number="", count=str(len(unit.there)), where=unit.eid)
        return unit.there[0]
    return unit


def sample(holder: Unit, kind: str, law: WorkingCopy) -> Provision:
    """A unit of this kind as it is printed here, for one that comes in where there is none beside it."""
    near = next((child for child in reversed(holder.there) if child.unit == kind), None)
    if near is None and kind == "article":
        near = next(law.every_article(), None)
    if near is not None:
        return near.closed()
    return Provision("", kind, heading_above=law.pack.heading_above)


def end_of_division(sibling: Unit, kind: str, law: WorkingCopy) -> Unit:
    """The unit behind which a new division comes that follows this article: the end of the division that it closes."""
    ranks = [rule.name for rule in law.pack.divisions]
    rank = ranks.index(kind) if kind in ranks else len(ranks)
    while (above := sibling.parent) is not None and above.unit in DIVISIONS and above.there[-1:] == [sibling]:
        if above.unit not in ranks or ranks.index(above.unit) < rank:
            break
        sibling = above
    return sibling


def put(law: WorkingCopy, clause: Clause, nodes: Sequence[Provision], sibling: Unit, position: str) -> None:
    """The new units stand beside the sibling, behind what earlier clauses put there."""
    holder = sibling.parent
    if holder is None:
        raise TomasError("cited-nothing")
    place = holder.children.index(sibling)
    if position == "after":
        place += 1
        while place < len(holder.children) and holder.children[place].beside == (sibling, "after"):
            place += 1
    come_in(law, clause, nodes, holder, place, (sibling, position))


def come_in(
    law: WorkingCopy,
    clause: Clause,
    nodes: Sequence[Provision],
    holder: Unit,
    place: int,
    beside: tuple[Unit, str] | None = None,
) -> None:
    for node in nodes:
        number_is_free(law, node)
    fresh = opened(nodes, holder, law.pack, False)
    for order, unit in enumerate(fresh):
        number = clause.new_numbers[order] if order < len(clause.new_numbers) else ""
        unit.beside = beside or (holder, clause.position)
        if number and not unit.num:
            unit.number = numbering.eid_number(number, law.pack) or number
            unit.place = int(unit.number) if unit.number.isdigit() else 0
        for below in unit.walk():
            below.cause = clause
            if below.unit == "article":
                law.index_as(below, below.number)
    holder.children[place:place] = fresh


def number_is_free(law: WorkingCopy, node: Provision, present: Unit | None = None) -> None:
    """No article comes in with a number that another one has."""
    for article in (each for each in node.walk() if each.unit == "article"):
        number = numbering.eid_number(article.num, law.pack)
        known = (each for each in law.articles(number) if not each.renumbered or each.number == number)
        if any(not each.gone and each is not present and not _within(each, present) for each in known):
            raise TomasError("number-taken", unit="article", number=article.num)


def _within(unit: Unit, holder: Unit | None) -> bool:
    above: Unit | None = unit
    while above is not None and above is not holder:
        above = above.parent
    return holder is not None and above is holder
