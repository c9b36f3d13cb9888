"""A law with the clauses of an amending act applied: the consolidated text, and what could not be done.

Clauses are applied in their order to a copy of the law; each is done wholly or not at all, and the number of a unit
means the law as it stood until the act itself renumbers (drafting.md 8, rule 13). Nothing is guessed: a clause that
does not fit comes back with the reason, and where its words are not there, with the words most like them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.amend import clause_units, clause_words, eids
from tomas_desktop.amend.working_copy import Unit, WorkingCopy
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction.numbering import with_eids
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Clause, Operation
from tomas_desktop.model.provision import DIVISIONS, Provision


@dataclass(frozen=True, slots=True)
class Failure:
    """A clause that changed nothing: the code of the reason, and the values of its sentence."""

    clause: Clause
    reason: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The new text; the clauses that made it; those that could not be applied; and for each eId of the new text that
    a clause worded, the (last) clause that did."""

    nodes: tuple[Provision, ...]
    applied: tuple[Clause, ...]
    failed: tuple[Failure, ...]
    causes: Mapping[str, Clause]


_OPERATIONS: Mapping[Operation, Callable[[WorkingCopy, Clause], None]] = {
    "replace_words": clause_words.apply,
    "insert_words": clause_words.apply,
    "delete_words": clause_words.apply,
    "punctuation": clause_words.apply,
    "replace_unit": clause_units.replace_unit,
    "insert_unit": clause_units.insert_unit,
    "delete_unit": clause_units.delete_unit,
    "renumber": clause_units.renumber,
    "replace_heading": clause_units.replace_heading,
}


def consolidate(nodes: Sequence[Provision], clauses: Sequence[Clause], pack: Pack) -> Consolidated:
    """The law after these clauses. Units that no clause touches are the same objects as in `nodes`."""
    law = WorkingCopy(nodes, pack)
    applied: list[Clause] = []
    failed: list[Failure] = []
    for clause in clauses:
        try:
            if not clause.target and not _means_all(clause):
                raise TomasError("cited-nothing")
            _OPERATIONS[clause.operation](law, clause)
        except TomasError as error:
            values = tuple((name, str(value)) for name, value in error.values.items())
            failed.append(Failure(clause, error.code, values))
        else:
            applied.append(clause)
    causes: dict[str, Clause] = {}
    made = tuple(_settled(unit, causes, pack) for unit in law.root.there)
    if _divides_anew(law.root):
        made, moved = eids.of_divisions(made, pack)
        causes = {moved.get(eid, eid): clause for eid, clause in causes.items()}
    return Consolidated(made, tuple(applied), tuple(failed), causes)


def _means_all(clause: Clause) -> bool:
    """Can this clause do without a target: words in the whole law, or a unit at its beginning or its end?"""
    if clause.operation == "insert_unit":
        return clause.position in ("start", "end") and clause.unit not in ("", "sentence")
    return clause.everywhere and _OPERATIONS[clause.operation] is clause_words.apply


def _divides_anew(unit: Unit) -> bool:
    """Did a division come, go or get another number?"""
    divisions = [child for child in unit.children if child.unit in DIVISIONS] if unit.is_taken_apart() else []
    return any(each.gone or each.base is None or each.renumbered or _divides_anew(each) for each in divisions)


def _settled(unit: Unit, causes: dict[str, Clause], pack: Pack) -> Provision:
    """The unit as it now stands, its eIds given anew where something changed."""
    if unit.unit == "article":
        node = unit.closed()
        if node is unit.base:
            return node
        return _told(eids.of_article(node, unit.base.eid if unit.base else "", pack), unit, causes)
    if unit.base is None:
        within = unit.parent.eid if unit.parent is not None else ""
        return _told(with_eids((unit.closed(),), pack, within)[0][0], unit, causes)
    if unit.unit not in DIVISIONS:
        node = unit.closed()
        if node is unit.base:
            return node
        if node.children is not unit.base.children:
            node = replace(node, children=with_eids(node.children, pack, unit.eid)[0])
        return _told(replace(node, eid=unit.eid), unit, causes)
    if unit.cause is not None:
        causes[unit.eid] = unit.cause
    if not unit.is_taken_apart():
        return unit.closed()
    children = tuple(_settled(child, causes, pack) for child in unit.there)
    same = len(children) == len(unit.base.children) and all(
        a is b for a, b in zip(children, unit.base.children, strict=True)
    )
    node = replace(unit.node, eid=unit.eid, num=unit.num, heading=unit.heading, children=children)
    return unit.base if same and node == unit.base else node


def _told(node: Provision, unit: Unit, causes: dict[str, Clause]) -> Provision:
    """Note which clause worded what of this unit."""
    for provision, each in zip(node.walk(), unit.walk(), strict=False):
        if each.cause is not None:
            causes[provision.eid] = each.cause
    return node
