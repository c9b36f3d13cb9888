"""Does every term, date, age, penalty, amount and percentage of an EU provision stand in what answers it?

Twelve months are a year and two weeks fourteen days; 24 hours are no day and 30 days no month (see `figure_words`). A
provision that several ones of a country answer is satisfied by all of them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tomas_desktop.checks.figure_matching import Unanswered, figures_of, unanswered
from tomas_desktop.checks.pairs import Pair, is_within
from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.finding import Finding, Severity
from tomas_desktop.model.identifiers import Ref


def check(subject: Subject) -> Iterator[Finding]:
    """A warning for each figure that is nowhere in the national texts (an "info" where they are graded partial or give
    an amount in another currency), an "info" for one of several that may have been altered."""
    yield from of_pairs(subject.pairs)


def of_pairs(pairs: Sequence[Pair], about: Sequence[Pair] | None = None) -> Iterator[Finding]:
    """The findings about some of these pairs, all of them if it is not said; all are needed for what answers a
    provision together."""
    seen: set[tuple[object, ...]] = set()
    for group in _groups(pairs if about is None else about):
        eu = group[0].eu
        country = group[0].national.text.pack.country
        together = [pair for pair in pairs if pair.national.text.pack.country == country and _belongs(pair, eu.ref)]
        said = {
            (side.ref.work, placed): placed
            for side in (pair.national for pair in together)
            for placed in figures_of(side)
        }
        there = list(said.values())
        languages = eu.text.pack.language, group[0].national.text.pack.language
        for each in unanswered(figures_of(eu), there, *languages):
            place = country, eu.ref.work, each.placed.eid, each.placed.figure.value, each.placed.figure.kind
            if place not in seen:
                seen.add(place)
                yield _finding(each, group, [figure.figure.kind for figure in there])


def _groups(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The pairs of each EU provision in one country, the narrowest provisions first."""
    found: dict[tuple[Ref, str], list[Pair]] = {}
    for pair in pairs:
        found.setdefault((pair.eu.ref, pair.national.text.pack.country), []).append(pair)
    yield from (found[key] for key in sorted(found, key=lambda key: -key[0].eid.count("__")))


def _belongs(pair: Pair, eu: Ref) -> bool:
    one = pair.eu.ref
    return one.work == eu.work and (is_within(one.eid, eu.eid) or is_within(eu.eid, one.eid))


def _finding(each: Unanswered, group: Sequence[Pair], kinds: Sequence[str]) -> Finding:
    figure, eu = each.placed.figure, group[0].eu
    national = ", ".join(dict.fromkeys(str(pair.national.ref) for pair in group))
    severity: Severity = "info" if all(pair.is_partial for pair in group) else "warning"
    code = "figure-missing"
    if each.is_repeated:
        severity, code = "info", "figure-perhaps-altered"
    elif each.instead:
        code = "figure-differs"
    elif figure.kind.isupper() and any(kind.isupper() and kind != figure.kind for kind in kinds):
        severity, code = "info", "figure-other-currency"
    at = Ref(eu.ref.work, each.placed.eid)
    proposals = ", ".join(dict.fromkeys(pair.proposal for pair in group if pair.proposal))
    values = (
        ("work", at.work),
        ("eid", at.eid),
        ("reference", str(at)),
        ("eu", str(eu.ref)),
        ("national", national),
        ("figure", figure.text),
        ("instead", each.instead),
        ("proposal", proposals),
    )
    return Finding(severity, code, at.eid, values)
