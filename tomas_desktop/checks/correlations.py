"""Does every correlation point at provisions that are there, and give a reason where alignment is not full?"""

from __future__ import annotations

from collections.abc import Iterator

from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import walk


def check(subject: Subject) -> Iterator[Finding]:
    """Of the links that people made: an error for a dangling end, a warning for a missing reason and for a text that
    changed since a person judged the pair, an "info" for a missing grade."""
    there: dict[str, frozenset[str]] = {}
    for correlation in subject.dossier.correlations:
        if not correlation.is_standing:
            continue
        for ref in (correlation.eu, correlation.national):
            if ref.work not in there:
                there[ref.work] = _eids(subject, ref.work)
            if ref.eid not in there[ref.work] and (ref.eid or not there[ref.work]):  # a law may be linked as a whole
                yield Finding("error", "correlation-dangling", ref.eid, (("reference", str(ref)),))
        pair = (("eu", str(correlation.eu)), ("national", str(correlation.national)))
        if correlation.status == "to-recheck":
            yield Finding("warning", "correlation-to-recheck", correlation.national.eid, pair)
        if correlation.grade is None:
            yield Finding("info", "correlation-not-graded", correlation.national.eid, pair)
        elif correlation.grade != "full" and not correlation.reason:
            yield Finding(
                "warning", "grade-without-reason", correlation.national.eid, (*pair, ("grade", correlation.grade))
            )


def _eids(subject: Subject, work: str) -> frozenset[str]:
    """The provisions of all texts of a work."""
    return frozenset(node.eid for each in subject.dossier.expressions(work) for node in walk(subject.nodes(each)))
