"""What a stop puts on the screen: the EU text, the law in force and the proposal, as lines with their marks.

Nothing here touches the desk: who leaves the presentation stands where he stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tomas_desktop.amend.redline import Segment
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, article_of, find
from tomas_desktop.model.running_order import Stop
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import correlating, drafting
from tomas_desktop.services.dossiers import OpenDossier

Kind = Literal["eu", "law", "proposal"]

# Which columns stand side by side, by their number; pressing the number again takes the next choice.
CHOICES: Mapping[int, tuple[tuple[Kind, ...], ...]] = {
    1: (("eu",), ("proposal",), ("law",)),
    2: (("eu", "proposal"), ("law", "proposal"), ("eu", "law")),
    3: (("eu", "law", "proposal"),),
}


@dataclass(frozen=True)
class MarkedText:
    """A line as both versions have it. `base` is the eId in the text in force, "" for a line that is new."""

    line: Line
    segments: tuple[Segment, ...]
    base: str = ""


@dataclass(frozen=True)
class Paper:
    """One column: whose text it is, and its lines."""

    kind: Kind
    work: Work
    expression: Expression
    lines: tuple[MarkedText, ...]


@dataclass(frozen=True)
class Scene:
    """`others` are the provisions that may stand on the other side (the answers of an EU provision, or the EU articles
    that a national one answers), `chosen` which of them does. `title` names the provision, `country` the answer's."""

    stop: Stop
    title: str
    papers: Mapping[Kind, Paper]
    others: tuple[Ref, ...] = ()
    chosen: int = 0
    country: str = ""
    is_eu: bool = True  # is the stop an EU provision?
    links: tuple[tuple[str, str], ...] = ()  # eIds of EU and national provisions that stand here and are linked

    def columns(self, number: int, choice: int) -> tuple[Kind, ...]:
        """Which columns are shown when so many are asked for: what is not there gives way to what is, and nothing is
        shown twice. A gap is shown as one: the law's column stands empty."""
        options = CHOICES[number]
        if number == 1 and not self.is_eu:
            options = (*options[1:], options[0])
        out: list[Kind] = []
        for kind in options[choice % len(options)]:
            there: Kind = "proposal" if kind == "eu" and "eu" not in self.papers else kind
            there = "law" if there == "proposal" and "proposal" not in self.papers else there
            if there not in out:
                out.append(there)
        return tuple(out)

    def paired(self, national: str) -> tuple[str, ...]:
        """The EU provisions that a national provision of the one shown is linked with."""
        return tuple(eu for eu, other in self.links if _holds(other, national) or _holds(national, other))


def _holds(upper: str, lower: str) -> bool:
    return lower == upper or lower.startswith(f"{upper}__")


def scene(
    opened: OpenDossier,
    stop: Stop,
    *,
    proposals: Mapping[str, str] | None = None,
    country: str = "",
    chosen: int | None = None,
    beside: Ref | None = None,
) -> Scene:
    """What a stop shows. Of several answers the one `chosen` by its place stands there, else the one named `beside`,
    else the first of this `country` that a proposal changes, else the first of the country, else the first that is
    changed. `proposals` says which proposal counts for which law (the first one without).

    Raises NotFoundError("no-provision") for a provision that is in neither the text nor the proposal.
    """
    proposals = proposals or {}
    is_eu = opened.work(stop.ref.work).country == "eu"
    eu: Ref | None = stop.ref
    national: Ref | None = stop.ref
    if is_eu:
        others = _answers(opened, stop.ref)
        at = _chosen(opened, others, proposals, country, chosen, beside)
        national = others[at] if others else None
    else:
        others = _answered(opened, stop.ref)
        at = min(chosen or 0, max(len(others) - 1, 0))
        eu = others[at] if others else None
    papers: dict[Kind, Paper] = {}
    if eu is not None:
        papers["eu"] = _plain(opened, "eu", eu)
    if national is not None:
        papers |= _national(opened, national, proposals)
    first = next(iter(papers.values()))
    if not is_eu:
        first = papers.get("proposal") or papers["law"]
    name = " – ".join(
        each.line.text for kind in ("number", "heading") for each in first.lines if each.line.kind == kind
    )
    land = opened.work(national.work).country if national is not None else ""
    links = _links(opened, eu, national) if eu is not None and national is not None else ()
    return Scene(stop, name or str(stop.ref), papers, others, at, land, is_eu, links)


def title(opened: OpenDossier, ref: Ref) -> str:
    """`Article 16 – Blocking orders`; the reference itself of what the text in force does not have."""
    article = article_of(opened.nodes(opened.expression(ref.work)), ref.eid) if opened.dossier.work(ref.work) else None
    return " – ".join(part for part in (article.num, article.heading) if part) if article else str(ref)


def articles(opened: OpenDossier, work: str) -> tuple[Stop, ...]:
    """Every article of an EU act as a stop, in order."""
    nodes = (node for node in opened.nodes(opened.expression(work)) if node.unit != "leftover")
    return tuple(Stop(Ref(work, one.eid)) for node in nodes for one in node.walk() if one.unit == "article")


# ---- who stands beside whom ------------------------------------------------------------------------------------


def _answers(opened: OpenDossier, eu: Ref) -> tuple[Ref, ...]:
    """The national articles that answer an EU provision, in the order they were linked."""
    linked = (c.national for c in correlating.of_eu_provision(opened, eu) if c.status != "suggested")
    return _articles_of(opened, linked)


def _answered(opened: OpenDossier, national: Ref) -> tuple[Ref, ...]:
    """The EU articles that a national provision answers."""
    within = national.eid.partition("__")[0]
    linked = (
        c.eu
        for c in correlating.standing(opened.dossier)
        if c.national.work == national.work and c.national.eid.partition("__")[0] == within
    )
    return _articles_of(opened, linked)


def _links(opened: OpenDossier, eu: Ref, national: Ref) -> tuple[tuple[str, str], ...]:
    return tuple(
        (c.eu.eid, c.national.eid)
        for c in correlating.standing_of(opened.dossier, eu.work)
        if c.national.work == national.work and _holds(eu.eid, c.eu.eid) and _holds(national.eid, c.national.eid)
    )


def _articles_of(opened: OpenDossier, refs: Iterable[Ref]) -> tuple[Ref, ...]:
    found: dict[Ref, None] = {}
    for ref in refs:
        article = article_of(opened.nodes(opened.expression(ref.work)), ref.eid) if ref.eid else None
        if article is not None:
            found[Ref(ref.work, article.eid)] = None
    return tuple(found)


def _chosen(
    opened: OpenDossier,
    others: Sequence[Ref],
    proposals: Mapping[str, str],
    country: str,
    chosen: int | None,
    beside: Ref | None,
) -> int:
    if chosen is not None:
        return min(max(chosen, 0), max(len(others) - 1, 0))
    if beside in others:
        return others.index(beside)

    def rank(place: int) -> tuple[bool, bool, int]:
        ref = others[place]
        here = opened.work(ref.work).country == country
        return not here, not _is_changed(opened, ref, proposals), place

    return min(range(len(others)), key=rank, default=0)


def _proposal(opened: OpenDossier, work: str, proposals: Mapping[str, str]) -> str | None:
    keys = [proposal.key for proposal in drafting.proposals_of(opened, work)]
    return proposals[work] if proposals.get(work) in keys else keys[0] if keys else None


def _is_changed(opened: OpenDossier, article: Ref, proposals: Mapping[str, str]) -> bool:
    key = _proposal(opened, article.work, proposals)
    inside = f"{article.eid}__"
    return key is not None and any(
        m.target == article.eid or m.target.startswith(inside) for m in opened.dossier.modifications(key)
    )


# ---- the columns -----------------------------------------------------------------------------------------------


def _plain(opened: OpenDossier, kind: Kind, ref: Ref) -> Paper:
    """A provision as it stands; of one inside an article the article's number and heading too."""
    expression = opened.expression(ref.work)
    nodes = opened.nodes(expression)
    article = article_of(nodes, ref.eid) or find(nodes, ref.eid)
    if article is None:
        raise NotFoundError("no-provision", reference=str(ref))
    shown = tuple(
        MarkedText(line, (Segment("=", line.text),), line.eid)
        for line in _within(lines((article,)), article, ref.eid)
        if line.kind != "block"
    )
    return Paper(kind, opened.work(ref.work), expression, shown)


def _within(printed: Iterable[Line], article: Provision, eid: str) -> Iterator[Line]:
    below = f"{eid}__"
    return (
        line
        for line in printed
        if eid == article.eid
        or line.eid == eid
        or line.eid.startswith(below)
        or (line.eid == article.eid and line.kind != "text")
    )


def _national(opened: OpenDossier, ref: Ref, proposals: Mapping[str, str]) -> dict[Kind, Paper]:
    """The law in force and, where it is changed, the proposal with its marks; of a new article only the proposal."""
    key = _proposal(opened, ref.work, proposals)
    draft = drafting.article_draft(opened, ref.work, ref.eid, key)
    work, expression = opened.work(ref.work), opened.expression(ref.work)
    out: dict[Kind, Paper] = {}
    if draft.article is not None:
        out["law"] = _plain(opened, "law", ref)
    if any(line.state != "kept" for line in draft.marked):
        marked = tuple(
            MarkedText(each.line, each.segments, each.base.eid if each.base else "")
            for each in draft.marked
            if each.line.kind != "block"
        )
        out["proposal"] = Paper("proposal", work, expression, marked)
    return out
