"""Going over to a newer text of an EU act or of a national law: what hangs on a changed provision is to be checked
again, and what was renumbered or moved is followed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.errors import TomasError
from tomas_desktop.model.change import Change, Fact, Step, key_of
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.work import Expression
from tomas_desktop.services import clock, rebasing
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.monitoring import Comparison, Row


@dataclass(frozen=True, slots=True)
class Renewed:
    """What going over to a newer text did. `rows` are its changes with the correlations as they are now; `rechecked`
    those to be checked again because of it; `followed` the provisions under whose new name (as opposed to the old one,
    which stands first) correlations or bases stand now; `carried` the proposals carried over."""

    rows: tuple[Row, ...]
    rechecked: tuple[Correlation, ...]
    followed: tuple[tuple[str, str], ...]
    carried: tuple[rebasing.Carried, ...] = ()


def renew(opened: OpenDossier, old: Expression, new: Expression, *, rebase: bool = False, author: str = "") -> Renewed:
    """Work with the text `new` of a work from now on, instead of `old`: the correlations that hang on a changed
    provision are to be checked again, and all of them, as well as the EU provisions that proposals name as their
    basis, follow their provision to its new number. One step; the second time there is nothing left to do. With
    `rebase` the proposals that amend `old` are carried over as new proposals, each a step of its own; those that were
    carried over already are left.

    What hangs on a provision that went keeps its name, with the stage behind it (`art_9~proposal`) where the newer
    text gives that number to another provision. Raises TomasError("links-elsewhere") when the correlations use the
    numbers of a third text.
    """
    comparison = Comparison(opened, old, new)
    rows = comparison.rows()
    rechecked: tuple[Correlation, ...] = ()
    followed: tuple[tuple[str, str], ...] = ()
    if comparison.current.id == old.id:
        rechecked, followed = _go_over(opened, comparison, rows, author)
    elif comparison.current.id != new.id:
        raise TomasError("links-elsewhere", work=old.work, current=comparison.current.id, old=old.id)
    carried = [
        rebasing.carry(opened, proposal.key, new.id, author=author)
        for proposal in (opened.dossier.proposals if rebase else ())
        if proposal.expression == old.id and not _is_carried(opened.dossier, proposal.key, new.id)
    ]
    return Renewed(Comparison(opened, old, new).rows(), rechecked, followed, tuple(carried))


def _is_carried(dossier: Dossier, key: str, onto: str) -> bool:
    return any(each.expression == onto and each.key.rpartition("-")[0] == key for each in dossier.proposals)


def _go_over(
    opened: OpenDossier, comparison: Comparison, rows: Sequence[Row], author: str
) -> tuple[tuple[Correlation, ...], tuple[tuple[str, str], ...]]:
    dossier, work = opened.dossier, comparison.old.work
    hanging = {each.id for row in rows for each in row.correlations}
    followed: dict[str, str] = {}

    def now(ref: Ref) -> Ref:
        if ref.work != work or (eid := comparison.now(ref.eid)) == ref.eid:
            return ref
        followed[ref.eid] = eid
        return Ref(work, eid)

    replaced: list[tuple[Fact, Fact]] = []
    rechecked: list[Correlation] = []
    for each in dossier.correlations:
        moved = replace(each, eu=now(each.eu), national=now(each.national))
        if each.id in hanging and each.is_standing:
            moved = replace(moved, status="to-recheck")
            rechecked.append(moved)
        replaced.append((each, moved))
    if comparison.is_eu:
        for proposal in dossier.proposals:
            replaced += [
                (each, _rebased(each, lambda basis: str(now(Ref.parse(basis))) if basis else ""))
                for each in dossier.modifications(proposal.key)
            ]
        replaced += [
            (each, replace(each, ref=_still(each.ref, comparison, now))) for each in dossier.translations(work)
        ]
    present = opened.work(work)
    replaced.append((present, replace(present, current=comparison.new.id)))
    changes = _changes(dossier, [pair for pair in replaced if pair[0] != pair[1]])
    opened.session.perform(Step("renew", changes, f"{comparison.old.id} {comparison.new.id}", author, clock.now()))
    return tuple(rechecked), tuple(followed.items())


def _still(ref: Ref, comparison: Comparison, now: Callable[[Ref], Ref]) -> Ref:
    """Where the working translation of a provision goes. It translates the wording of its stage: where the newer text
    has another one it is kept under that stage's name and no longer shown as the provision's translation."""
    return now(ref) if comparison.keeps_wording(ref.eid) else Ref(ref.work, comparison.set_aside(ref.eid))


def _rebased(modification: Modification, now: Callable[[str], str]) -> Modification:
    revisions = tuple(replace(one, basis=now(one.basis)) for one in modification.revisions)
    return replace(modification, basis=now(modification.basis), revisions=revisions)


def _met(there: Correlation, come: Correlation) -> Correlation:
    """What is said of a pair that another one has become; a link goes before what is only suggested or rejected."""
    if not (there.is_standing and come.is_standing):
        return come if come.is_standing else there
    return replace(
        there,
        grade=there.grade or come.grade,
        reason=there.reason or come.reason,
        note=there.note or come.note,
        status="to-recheck",
    )


def _changes(dossier: Dossier, replaced: Sequence[tuple[Fact, Fact]]) -> tuple[Change, ...]:
    """The changes that put the second of each pair in the place of the first; names may change places in a circle. Of
    a correlation that stands already where another one comes to, what is said stays, and is to be checked again."""
    after: dict[str, Fact | None] = {key_of(old): None for old, _ in replaced}
    for _, fact in replaced:
        key = key_of(fact)
        there = dossier.facts.get(key) if key not in after else None
        if isinstance(there, Correlation) and isinstance(fact, Correlation):
            fact = _met(there, fact)
        after[key] = fact
    return tuple(Change(key, dossier.facts.get(key), fact) for key, fact in after.items())
