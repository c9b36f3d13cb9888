"""Linking EU provisions with national ones."""

from __future__ import annotations

from dataclasses import replace

from tomas_desktop.amend.session import drop, put
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.change import Step
from tomas_desktop.model.correlation import Correlation, Grade
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import clock
from tomas_desktop.services.dossiers import OpenDossier


def link(
    opened: OpenDossier,
    eu: Ref,
    national: Ref,
    *,
    grade: Grade | None = None,
    reason: str | None = None,
    note: str | None = None,
    author: str = "",
) -> Correlation:
    """Correlate two provisions, or change what is said of the pair: what is not given stays as it was.

    Raises NotFoundError when either provision is not in the dossier.
    """
    opened.provision(eu)
    opened.provision(national)
    present = _present(opened, eu, national) or Correlation(eu, national)
    correlation = replace(
        present,
        grade=grade or present.grade,
        reason=present.reason if reason is None else reason,
        note=present.note if note is None else note,
        author=author or present.author,
        at=clock.now(),
    )
    if replace(correlation, at=present.at) == present and present.at:
        return present
    opened.session.perform(Step("link", put(opened.dossier, correlation), correlation.id, author, correlation.at))
    return correlation


def unlink(opened: OpenDossier, eu: Ref, national: Ref, *, author: str = "") -> Correlation:
    """Remove a correlation; raises NotFoundError("no-correlation")."""
    present = _present(opened, eu, national)
    if present is None:
        raise NotFoundError("no-correlation", eu=str(eu), national=str(national))
    opened.session.perform(Step("unlink", drop(present), present.id, author, clock.now()))
    return present


def of_eu_provision(opened: OpenDossier, ref: Ref) -> tuple[Correlation, ...]:
    """The correlations of an EU provision and of everything below it, in the order they were made."""
    below = f"{ref.eid}__"
    return tuple(
        c
        for c in opened.dossier.correlations
        if c.eu.work == ref.work and (c.eu.eid == ref.eid or c.eu.eid.startswith(below))
    )


def _present(opened: OpenDossier, eu: Ref, national: Ref) -> Correlation | None:
    fact = opened.dossier.facts.get(f"correlation/{Correlation(eu, national).id}")
    return fact if isinstance(fact, Correlation) else None
