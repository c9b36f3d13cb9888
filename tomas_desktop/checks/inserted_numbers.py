"""Do the units that a proposal brings follow each other by number, without gaps and doubles?

What follows what is the legal order's: after 185b comes 185v in Serbia, 193-б before 193-в, ç) after c) in Albania.
Gaps of the law in force, where provisions were deleted, are left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tomas_desktop.checks.subject import Subject
from tomas_desktop.jurisdiction.numbering import eid_number, number_in, successor
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import NOT_LAW, Provision, own_articles, walk

_FIRST = frozenset({"1", "0", "a", "i", "I"})
_UNITS = frozenset({"article", "paragraph", "point", "subpoint"})


def check(subject: Subject) -> Iterator[Finding]:
    """A warning for each new unit whose number stands twice among its siblings or does not follow the one before."""
    for proposal in subject.proposals:
        expression = subject.dossier.expression(proposal.expression)
        if expression is None or not subject.dossier.modifications(proposal.key):
            continue
        pack = subject.texts.pack(expression)
        applied = subject.texts.applied(proposal)
        known = _neighbours(subject.nodes(expression))
        for siblings, is_new in _rows(applied.nodes, applied.causes):
            yield from _doubles(proposal, siblings, applied.causes, pack)
            yield from _gaps(proposal, siblings, is_new, applied.causes, known, pack)


def _rows(nodes: Sequence[Provision], causes: Mapping[str, Modification]) -> Iterator[tuple[list[Provision], bool]]:
    """The numbered siblings of each unit in which something is new, and whether the unit itself is."""
    articles = list(own_articles(nodes))
    if any(article.eid in causes for article in articles):
        yield articles, False
    for node in walk(nodes):
        if node.unit in NOT_LAW:
            continue
        for unit in dict.fromkeys(child.unit for child in node.children):
            row = [child for child in node.children if child.unit == unit and child.num]
            if unit in _UNITS and unit != "article" and any(child.eid in causes for child in row):
                yield row, node.eid in causes


def _doubles(
    proposal: Proposal, row: Sequence[Provision], causes: Mapping[str, Modification], pack: Pack
) -> Iterator[Finding]:
    counts = Counter(eid_number(node.num, pack) for node in row)
    told: set[str] = set()
    for node in row:
        number = eid_number(node.num, pack)
        same = [each for each in row if eid_number(each.num, pack) == number]
        if counts[number] > 1 and number not in told and any(each.eid in causes for each in same):
            told.add(number)
            new = [each for each in same if each.eid in causes][-1]
            yield _finding("new-number-twice", proposal, new, new.num)


def _gaps(
    proposal: Proposal,
    row: Sequence[Provision],
    is_new: bool,
    causes: Mapping[str, Modification],
    known: frozenset[tuple[str, str]],
    pack: Pack,
) -> Iterator[Finding]:
    if is_new and row and row[0].eid in causes:
        first = eid_number(row[0].num, pack)
        if first and first not in _FIRST and ("", row[0].eid) not in known:
            yield _finding("new-number-gap", proposal, row[0], "")
    for before, node in pairwise(row):
        if node.eid not in causes or (before.eid, node.eid) in known:
            continue
        wanted = {number_in(each)[1] for each in _followers(before, node.unit, pack)}
        here = number_in(node.num)[1]
        if here and here not in wanted and eid_number(before.num, pack) != eid_number(node.num, pack):
            yield _finding("new-number-gap", proposal, node, before.num)


def _followers(before: Provision, unit: str, pack: Pack) -> set[str]:
    """The numbers that may stand after a unit: the next of its own series, an inserted one, the next plain one."""
    core = number_in(before.num)[1]
    plain = core[: len(core) - len(core.lstrip("0123456789"))]
    out = {successor(before.num, unit, pack), successor(before.num, unit, pack, ())}
    if plain:
        out.add(str(int(plain) + 1))
    # Older laws insert otherwise than newer ones do, 117/a and 117/1 (Albania), 193-а and 193а: all follow.
    out.update(
        f"{core}{mark}{sign}" for mark in ("/", "-", "", " ") for sign in ("1", pack.letters[0]) if mark or sign != "1"
    )
    return out


def _neighbours(nodes: Sequence[Provision]) -> frozenset[tuple[str, str]]:
    """Which units follow which in the law in force, by eId; a first one follows nothing."""
    rows = [list(own_articles(nodes))]
    rows += [
        [child for child in node.children if child.unit == unit and child.num]
        for node in walk(nodes)
        for unit in dict.fromkeys(child.unit for child in node.children)
        if unit in _UNITS
    ]
    return frozenset((one.eid, other.eid) for row in rows if row for one, other in pairwise([_NOTHING, *row]))


_NOTHING = Provision("", "")


def _finding(code: str, proposal: Proposal, node: Provision, before: str) -> Finding:
    values = (
        ("proposal", proposal.key),
        ("work", proposal.work),
        ("eid", node.eid),
        ("reference", str(Ref(proposal.work, node.eid))),
        ("number", node.num),
        ("before", before),
    )
    if code == "new-number-gap" and not before:
        code = "new-number-first"
    return Finding("warning", code, node.eid, values)
