"""Suggestions to be looked through by a person: for each article and each country what fits best, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, find, own_articles
from tomas_desktop.services import correlating, eu_acts, provision_names, suggesting
from tomas_desktop.services.dossiers import OpenDossier

# What a person has said of a pair: linked it or a part of it, kept it as a suggestion, rejected it, or nothing.
Said = Literal["linked", "suggested", "rejected", ""]
_WORDS = 60  # characters of a provision that has no title


@dataclass(frozen=True, slots=True)
class Named:
    """A national provision that may answer: its country and law, its number and title, how well (0 to 1) and why."""

    national: Ref
    country: str
    law: str
    name: str
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What may answer an EU article in one country, the best first; in a gap nothing fits and what is listed is
    weak."""

    eu: Ref
    number: str
    heading: str
    country: str
    is_gap: bool
    candidates: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """One country: its groups in the order of the act."""

    country: str
    groups: tuple[Group, ...]

    @property
    def gaps(self) -> int:
        return sum(group.is_gap for group in self.groups)


def of_country(opened: OpenDossier, eu: str, country: str, *, top: int = 4) -> Round:
    """The suggestions for every article of an EU act out of all laws of a country.

    Raises NotFoundError("no-work"), ("no-expression"), TomasError("bad-glossary").
    """
    laws = [work for work in opened.dossier.works if work.country == country and opened.dossier.expressions(work.key)]
    found = suggesting.suggest(opened, eu, [work.key for work in laws], top=top)
    titles = {work.key: work.title for work in laws}
    nodes = {key: opened.nodes(opened.expression(key)) for key in (eu, *titles)}
    articles = {article.eid: article for article in own_articles(nodes[eu])}
    pack, groups = eu_acts.pack(opened, opened.expression(eu)), []
    for each in found:
        candidates = [
            Named(
                one.national,
                country,
                titles[one.national.work],
                _name(nodes[one.national.work], one.national.eid),
                one.score,
                one.why,
            )
            for one in each.national
        ]
        article = articles[each.eu.eid]
        number = provision_names.compact((article,), article.eid, pack)
        groups.append(Group(each.eu, number, article.heading, country, each.is_gap, tuple(candidates)))
    return Round(country, tuple(groups))


def to_look_through(rounds: Iterable[Round], said: Mapping[tuple[Ref, Ref], Said]) -> tuple[tuple[Group, Named], ...]:
    """The best candidate of every article in every country that is no gap and that no person has linked; and every
    other one that is kept as a suggestion. In the order of the act."""
    of_article: dict[Ref, list[tuple[Group, Named]]] = {}
    for one in rounds:
        for group in one.groups:
            best = () if group.is_gap else group.candidates[:1]
            kept = [each for each in group.candidates if said.get((group.eu, each.national)) == "suggested"]
            wanted = [each for each in dict.fromkeys((*best, *kept)) if said.get((group.eu, each.national)) != "linked"]
            of_article.setdefault(group.eu, []).extend((group, each) for each in wanted)
    return tuple(pair for pairs in of_article.values() for pair in pairs)


def judged(opened: OpenDossier, eu: str) -> Mapping[tuple[Ref, Ref], Said]:
    """What was said of pairs of articles: a link of parts of them is one of the articles."""
    out: dict[tuple[Ref, Ref], Said] = {}
    for link in opened.dossier.correlations:
        if link.eu.work == eu:
            whole = (_article(link.eu), _article(link.national))
            if link.is_standing:
                out[whole] = "linked"
            elif (link.eu, link.national) == whole or link.status == "suggested":
                out.setdefault(whole, "rejected" if correlating.is_rejected(link) else "suggested")
    return MappingProxyType(out)


def keep_all(opened: OpenDossier, rounds: Sequence[Round], *, author: str = "") -> tuple[Correlation, ...]:
    """Keep the best candidate of every article in every country as a suggestion, as one step; what was judged before
    stays as it is. Returns the new ones."""
    said: dict[str, Mapping[tuple[Ref, Ref], Said]] = {}
    links = []
    for one in rounds:
        for group in one.groups:
            if not group.is_gap and group.candidates:
                best = group.candidates[0].national
                known = said.setdefault(group.eu.work, judged(opened, group.eu.work))
                if not known.get((group.eu, best)):
                    links.append(Correlation(group.eu, best, status="suggested"))
    return correlating.add(opened, links, "suggest", author=author)


def _article(ref: Ref) -> Ref:
    return Ref(ref.work, ref.eid.partition("__")[0])


def _name(nodes: Sequence[Provision], eid: str) -> str:
    node = find(nodes, eid)
    if node is None:
        return eid
    words = node.heading or next((each.text for each in node.walk() if each.text), "")
    return f"{node.num} · {words[:_WORDS]}{'…' if len(words) > _WORDS else ''}".strip(" ·")
