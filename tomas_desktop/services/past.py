"""What was done to a provision, read from the history that never forgets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tomas_desktop.model.change import Change
from tomas_desktop.model.comment import Comment
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.services.dossiers import OpenDossier

_MOST = 40  # entries
_LOOKED_AT = 600  # steps, the newest: what was done long ago is not looked for each time


@dataclass(frozen=True, slots=True)
class Done:
    """One step that touched the provision: when, who, and what it was (the code of the step)."""

    at: str
    author: str
    label: str
    is_undo: bool = False


def of_provision(opened: OpenDossier, ref: Ref) -> tuple[Done, ...]:
    """The steps that changed a national article or what is linked with it, the newest first."""
    return tuple(done for done, _ in zip(_steps(opened, ref), range(_MOST), strict=False))


def _steps(opened: OpenDossier, ref: Ref) -> Iterator[Done]:
    for id, reverses in reversed(opened.history()[-_LOOKED_AT:]):
        step = opened.step(id)
        if any(_touches(opened, change, ref) for change in step.changes):
            yield Done(step.at, step.author, step.label, reverses is not None)


def _touches(opened: OpenDossier, change: Change, ref: Ref) -> bool:
    match change.after or change.before:
        case Modification() as one:
            proposal = opened.dossier.proposal(one.proposal)
            return proposal is not None and proposal.work == ref.work and _is_of(one.target, ref.eid)
        case Correlation() as one:
            return one.national.work == ref.work and _is_of(one.national.eid, ref.eid)
        case Comment() as one:
            return one.about.work == ref.work and _is_of(one.about.eid, ref.eid)
    return False


def _is_of(eid: str, whole: str) -> bool:
    return eid == whole or eid.startswith(f"{whole}__")
