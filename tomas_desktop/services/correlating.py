"""Linking EU provisions with national ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tomas_desktop.amend.session import drop, put
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.change import Step
from tomas_desktop.model.correlation import Correlation, Grade, Status
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
    status: Status | None = None,
    author: str = "",
) -> Correlation:
    """Correlate two provisions, or change what is said of the pair: what is not given stays as it was. Who gives a
    grade has looked at the pair, so it is confirmed by that.

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
        status=status or ("confirmed" if grade else present.status),
    )
    if replace(correlation, at=present.at) == present and present.at:
        return present
    opened.session.perform(Step("link", put(opened.dossier, correlation), correlation.id, author, correlation.at))
    return correlation


def confirm(opened: OpenDossier, pairs: Iterable[tuple[Ref, Ref]], *, author: str = "") -> tuple[Correlation, ...]:
    """Say of correlations (EU provision, national provision) that a person has looked at them and they hold; as one
    step. Those that are confirmed already stay as they are; returns the others, as they are now.

    Raises NotFoundError("no-correlation").
    """
    now = clock.now()
    confirmed = []
    for eu, national in pairs:
        present = _present(opened, eu, national)
        if present is None:
            raise NotFoundError("no-correlation", eu=str(eu), national=str(national))
        if present.status != "confirmed":
            confirmed.append(replace(present, status="confirmed", author=author or present.author, at=now))
    if confirmed:
        detail = ", ".join(each.id for each in confirmed)
        opened.session.perform(Step("confirm", put(opened.dossier, *confirmed), detail, author, now))
    return tuple(confirmed)


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
