"""Linking EU provisions with national ones, many to many, at any level; whatever is done here is one step of undo.

A national end without an eId is the whole law: that an EU provision needs no answer, or has none, is said of a law, not
of one of its articles. What the program suggests may be kept as correlations of status `suggested`; a suggestion that a
person rejected stays, as `rejected`, so that it is not made again. Neither is a link, so neither has a grade: what
people see as links and what a form says are the `standing` ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tomas_desktop.amend.session import drop, put
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.change import Step
from tomas_desktop.model.correlation import Correlation, Grade, Status
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import clock
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.kept_suggestions import Suggestion

Pair = tuple[Ref, Ref]  # an EU provision and a national one


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a pair; None leaves what was said before."""

    grade: Grade | None = None
    reason: str | None = None
    note: str | None = None
    deadline: str | None = None
    planned_act: str | None = None
    status: Status | None = None


_NOTHING = Said()
_UNION = "eu"


def standing(dossier: Dossier) -> tuple[Correlation, ...]:
    """The links that people made or confirmed, those to check again too; no suggestions."""
    return tuple(each for each in dossier.correlations if each.is_standing)


def standing_of(dossier: Dossier, eu: str) -> tuple[Correlation, ...]:
    """The same of one EU act."""
    return tuple(each for each in standing(dossier) if each.eu.work == eu)


def is_rejected(correlation: Correlation) -> bool:
    """A suggestion that a person looked at and found to be none."""
    return correlation.status == "rejected"


def waiting(dossier: Dossier, eu: str) -> tuple[Correlation, ...]:
    """The suggestions of one EU act that are kept and that nobody has confirmed or rejected yet."""
    return tuple(each for each in dossier.correlations if each.status == "suggested" and each.eu.work == eu)


# ---- one link ----------------------------------------------------------------------------------------------


def link(
    opened: OpenDossier,
    eu: Ref,
    national: Ref,
    *,
    grade: Grade | None = None,
    reason: str | None = None,
    note: str | None = None,
    deadline: str | None = None,
    planned_act: str | None = None,
    status: Status | None = None,
    author: str = "",
) -> Correlation:
    """Correlate two provisions, or change what is said of the pair: what is not given stays as it was. Who gives a
    grade, or links what was suggested, has looked at the pair, so it is confirmed by that.

    Raises NotFoundError when either provision is not in the dossier, TomasError("not-a-national-law").
    """
    said = Said(grade, reason, note, deadline, planned_act, status)
    return link_all(opened, [(eu, national)], said, author=author)[0]


def link_all(
    opened: OpenDossier, pairs: Iterable[Pair], said: Said = _NOTHING, *, author: str = ""
) -> tuple[Correlation, ...]:
    """Correlate these pairs, and say the same of each, as one step; returns them as they are now.

    Raises NotFoundError when a provision is not in the dossier, TomasError("not-a-national-law") where the second of a
    pair is of an EU act; then nothing has changed.
    """
    now = clock.now()
    out, changed = [], []
    for eu, national in dict.fromkeys(pairs):
        opened.provision(eu)
        _look_for(opened, national)
        if opened.work(national.work).country == _UNION:
            raise TomasError("not-a-national-law", work=national.work)
        present = find(opened, eu, national)
        is_new = present is None or not present.is_standing
        here = replace(said, status=said.status or "confirmed") if is_new else said
        wanted = _with(present or Correlation(eu, national), here, author)
        if present is None or replace(wanted, at=present.at) != present:
            wanted = replace(wanted, at=now)
            changed.append(wanted)
        out.append(wanted)
    _perform(opened, "link", changed, author)
    return tuple(out)


def add(opened: OpenDossier, links: Iterable[Correlation], label: str, *, author: str = "") -> tuple[Correlation, ...]:
    """Put in those of these correlations that are not there in any status, as one step; returns them."""
    now = clock.now()
    new = [replace(each, author=author, at=now) for each in links if find(opened, each.eu, each.national) is None]
    _perform(opened, label, new, author)
    return tuple(new)


def annotate(opened: OpenDossier, pairs: Iterable[Pair], said: Said, *, author: str = "") -> tuple[Correlation, ...]:
    """Say the same of links that are there: a grade, a reason, a deadline; as one step. Returns those that changed.

    Raises NotFoundError("no-correlation").
    """
    return _changed(opened, pairs, "link", lambda each: _with(each, said, author), author)


def confirm(opened: OpenDossier, pairs: Iterable[Pair], *, author: str = "") -> tuple[Correlation, ...]:
    """Say of correlations (EU provision, national provision) that a person has looked at them and they hold; as one
    step. Those that are confirmed already stay as they are; returns the others, as they are now.

    Raises NotFoundError("no-correlation").
    """
    return _changed(opened, pairs, "confirm", lambda each: _with(each, Said(status="confirmed"), author), author)


def unlink(opened: OpenDossier, eu: Ref, national: Ref, *, author: str = "") -> Correlation:
    """Remove a correlation; raises NotFoundError("no-correlation")."""
    present = known(opened, eu, national)
    opened.session.perform(Step("unlink", drop(present), present.id, author, clock.now()))
    return present


# ---- suggestions -------------------------------------------------------------------------------------------


def keep(
    opened: OpenDossier, suggestions: Iterable[Suggestion], *, best: int = 1, author: str = ""
) -> tuple[Correlation, ...]:
    """Keep the `best` candidates of each suggestion that is no gap, to be confirmed or rejected later; as one step.
    Pairs that are in the dossier already, rejected ones too, stay as they are; returns the new ones. No grade is
    given."""
    found = [
        Correlation(one.eu, each.national, status="suggested")
        for one in suggestions
        if not one.is_gap
        for each in one.national[:best]
    ]
    return add(opened, found, "suggest", author=author)


def reject(opened: OpenDossier, pairs: Iterable[Pair], *, author: str = "") -> tuple[Correlation, ...]:
    """Say of suggestions, kept or only listed, that they are none; as one step. They are not made again, and no form
    shows them; `link` or `confirm` brings one back.

    Raises TomasError("not-a-suggestion") for a link that people made: that is unlinked.
    """
    now = clock.now()
    rejected = []
    for eu, national in dict.fromkeys(pairs):
        opened.provision(eu)
        _look_for(opened, national)
        present = find(opened, eu, national) or Correlation(eu, national, status="suggested")
        if present.is_standing:
            raise TomasError("not-a-suggestion", eu=str(eu), national=str(national))
        if not is_rejected(present):
            rejected.append(replace(present, grade=None, status="rejected", author=author or present.author, at=now))
    _perform(opened, "reject", rejected, author)
    return tuple(rejected)


# ---- looking -----------------------------------------------------------------------------------------------


def of_eu_provision(opened: OpenDossier, ref: Ref) -> tuple[Correlation, ...]:
    """The correlations of an EU provision and of everything below it, in the order they were made, suggestions too;
    without rejected ones."""
    below = f"{ref.eid}__"
    return tuple(
        c
        for c in opened.dossier.correlations
        if c.eu.work == ref.work and (c.eu.eid == ref.eid or c.eu.eid.startswith(below)) and not is_rejected(c)
    )


def find(opened: OpenDossier, eu: Ref, national: Ref) -> Correlation | None:
    """The correlation of a pair, rejected ones too; None where there is none."""
    fact = opened.dossier.facts.get(f"correlation/{Correlation(eu, national).id}")
    return fact if isinstance(fact, Correlation) else None


def known(opened: OpenDossier, eu: Ref, national: Ref) -> Correlation:
    """The correlation of a pair; raises NotFoundError("no-correlation")."""
    present = find(opened, eu, national)
    if present is None:
        raise NotFoundError("no-correlation", eu=str(eu), national=str(national))
    return present


# ---- inside ------------------------------------------------------------------------------------------------


def _changed(
    opened: OpenDossier, pairs: Iterable[Pair], label: str, change: Callable[[Correlation], Correlation], author: str
) -> tuple[Correlation, ...]:
    now = clock.now()
    present = [known(opened, eu, national) for eu, national in dict.fromkeys(pairs)]
    changed = [replace(new, at=now) for each in present if _differs(new := change(each), each)]
    _perform(opened, label, changed, author)
    return tuple(changed)


def _differs(new: Correlation, old: Correlation) -> bool:
    return replace(new, author=old.author) != old


def _with(present: Correlation, said: Said, author: str) -> Correlation:
    """What is said of a pair now; only a link has a grade."""
    status = said.status or ("confirmed" if said.grade else present.status)
    is_link = replace(present, status=status).is_standing
    return replace(
        present,
        grade=(said.grade or present.grade) if is_link else None,
        reason=present.reason if said.reason is None else said.reason,
        note=present.note if said.note is None else said.note,
        deadline=present.deadline if said.deadline is None else said.deadline,
        planned_act=present.planned_act if said.planned_act is None else said.planned_act,
        author=author or present.author,
        status=status,
    )


def _look_for(opened: OpenDossier, national: Ref) -> None:
    """Is a national end there? Raises NotFoundError."""
    if national.eid:
        opened.provision(national)
    else:
        opened.work(national.work)


def _perform(opened: OpenDossier, label: str, changed: Iterable[Correlation], author: str) -> None:
    facts = tuple(changed)
    if facts:
        detail = ", ".join(each.id for each in facts)
        opened.session.perform(Step(label, put(opened.dossier, *facts), detail, author, clock.now()))
