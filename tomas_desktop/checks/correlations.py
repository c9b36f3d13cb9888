"""Does every correlation point at provisions that are there, and give a reason where alignment is not full?"""

from __future__ import annotations

from collections.abc import Iterator

from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import find


def check(subject: Subject) -> Iterator[Finding]:
    """An error for a dangling end, a warning for a missing reason and for a text that changed since a person judged the
    pair, an "info" for a missing grade."""
    for correlation in subject.dossier.correlations:
        for ref in (correlation.eu, correlation.national):
            if not _is_there(subject, ref):
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


def _is_there(subject: Subject, ref: Ref) -> bool:
    return any(find(subject.nodes(e), ref.eid) for e in subject.dossier.expressions(ref.work))
