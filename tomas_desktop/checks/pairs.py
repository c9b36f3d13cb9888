"""Which national texts answer which EU provision, as the checks of pairs look at them.

A correlation that a person confirmed or graded as an answer (full, partial, discretionary) is a pair, and so is a
modification that names its EU basis. The national side is the law as the proposals would have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tomas_desktop.amend.apply import Applied
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision, walk
from tomas_desktop.model.work import Expression

_NO_ANSWER = frozenset({"none", "not_transposable", "not_relevant"})
_ANSWER = frozenset({"full", "partial"})


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A law as it stands, or as a proposal would have it, by eId; `nodes` are its provisions in order and `now` says
    where a provision of the law in force is in it (only those that moved)."""

    work: str
    pack: Pack
    nodes: tuple[Provision, ...]
    by_eid: Mapping[str, Provision]
    now: Mapping[str, str]

    def find(self, eid: str) -> Provision | None:
        """The provision that has this eId in the law in force."""
        return self.by_eid.get(self.now.get(eid, eid))


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One side of a pair: the provision that is named and what it says, in the words of its legal order."""

    ref: Ref
    text: Text
    provisions: tuple[Provision, ...]

    def walk(self) -> Iterator[Provision]:
        """All that it says, in order."""
        return walk(self.provisions)


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """An EU provision and a national text that answers it. `proposal` is the key of the proposal that brings the text,
    empty for a correlation."""

    eu: Side
    national: Side
    is_partial: bool = False
    proposal: str = ""

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """What a finding about this pair says of it."""
        national = (("eu", str(self.eu.ref)), ("national", str(self.national.ref)))
        return (*national, ("proposal", self.proposal)) if self.proposal else national


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """How a dossier's texts are come by: the text of a work that is worked with (None where it has none), its
    provisions, its grammar, and a law with a proposal applied."""

    current: Callable[[str], Expression | None]
    nodes: Callable[[Expression], tuple[Provision, ...]]
    pack: Callable[[Expression], Pack]
    applied: Callable[[Proposal], Applied]


def is_answer(correlation: Correlation) -> bool:
    """Did a person say that the national provision answers the EU one?"""
    if correlation.grade in _NO_ANSWER:
        return False
    return correlation.grade in _ANSWER or correlation.status == "confirmed"


def pairs(dossier: Dossier, proposals: Sequence[Proposal], texts: Texts, about: Ref | None = None) -> tuple[Pair, ...]:
    """The pairs of a dossier whose two sides are there, correlations first: all, or those of one EU provision, of what
    lies below it and of what it lies in."""
    as_proposed: dict[str, list[Text]] = {}
    for proposal in proposals:
        expression = dossier.expression(proposal.expression)
        if expression is not None:
            applied = texts.applied(proposal)
            text = _text(proposal.work, texts.pack(expression), applied.nodes, applied.moved)
            as_proposed.setdefault(proposal.work, []).append(text)
    held: dict[str, Text | None] = {}

    def current(work: str) -> Text | None:
        if work not in held:
            expression = texts.current(work)
            held[work] = _text(work, texts.pack(expression), texts.nodes(expression), {}) if expression else None
        return held[work]

    out: list[Pair] = []
    for correlation in dossier.correlations:
        if not is_answer(correlation) or (about is not None and not _touches(correlation.eu, about)):
            continue
        eu = _side(correlation.eu, current(correlation.eu.work))
        standing = current(correlation.national.work)
        laws = as_proposed.get(correlation.national.work) or ([standing] if standing else [])
        nationals = [side for law in laws if (side := _side(correlation.national, law)) is not None]
        if eu is not None:
            out.extend(Pair(eu, national, correlation.grade == "partial") for national in nationals)
    for proposal in proposals:
        out.extend(
            pair
            for pair in _of_basis(dossier, proposal, as_proposed, current)
            if about is None or _touches(pair.eu.ref, about)
        )
    return tuple(out)


def _touches(one: Ref, other: Ref) -> bool:
    return one.work == other.work and (is_within(one.eid, other.eid) or is_within(other.eid, one.eid))


def _of_basis(
    dossier: Dossier,
    proposal: Proposal,
    as_proposed: Mapping[str, Sequence[Text]],
    current: Callable[[str], Text | None],
) -> Iterator[Pair]:
    law = next(iter(as_proposed.get(proposal.work, ())), None)
    for modification in dossier.modifications(proposal.key):
        if law is None or not modification.content:
            continue
        for basis in filter(None, map(_basis, modification.bases)):
            eu = _side(basis, current(basis.work)) if dossier.work(basis.work) else None
            if eu is not None:
                national = Side(Ref(proposal.work, modification.target), law, modification.content)
                yield Pair(eu, national, proposal=proposal.key)


def _basis(text: str) -> Ref | None:
    try:
        return Ref.parse(text) if text else None
    except TomasError:
        return None  # what a person typed is no reference


def _side(ref: Ref, text: Text | None) -> Side | None:
    if text is None:
        return None
    if not ref.eid:
        return Side(ref, text, text.nodes)
    found = text.find(ref.eid)
    return Side(ref, text, (found,)) if found is not None else None


def _text(work: str, pack: Pack, nodes: Iterable[Provision], now: Mapping[str, str]) -> Text:
    nodes = tuple(nodes)
    by_eid: dict[str, Provision] = {}
    for node in walk(nodes):
        by_eid.setdefault(node.eid, node)
    return Text(work, pack, nodes, by_eid, now)


def is_within(eid: str, wide: str) -> bool:
    """Is a provision the other one, or below it?"""
    return eid == wide or not wide or eid.startswith(f"{wide}__")
