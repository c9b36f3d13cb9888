"""What a service would do to a dossier, without doing it: the steps it would take.

Long work is done on a connection of its own, beside the one that a person works with. It may not write there, or the
person's session would not know of it; so its steps are caught, and taken through that session when the person agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tomas_desktop.amend.session import Session, Trees
from tomas_desktop.model.change import Step
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.services.dossiers import OpenDossier, opened


@dataclass
class Rehearsal:
    """A log in which nothing is kept durably; `taken` are the steps with the texts that they bring."""

    start: Dossier
    taken: list[tuple[Step, Trees]] = field(default_factory=list)

    def dossier(self) -> Dossier:
        return self.start

    def history(self) -> list[tuple[int, int | None]]:
        return []

    def step(self, id: int) -> Step:
        return self.taken[id][0]

    def record(self, step: Step, reverses: int | None = None, trees: Trees = {}) -> int:  # noqa: ARG002, B006
        self.taken.append((step, trees))
        return len(self.taken) - 1


@contextmanager
def rehearsal(path: Path) -> Iterator[tuple[OpenDossier, Rehearsal]]:
    """The dossier at `path` as a service needs it; what is done to it stands in the rehearsal and nowhere else."""
    with opened(path) as dossier:
        log = Rehearsal(dossier.dossier)
        dossier.session = Session(log)
        yield dossier, log


def perform(dossier: OpenDossier, taken: Sequence[tuple[Step, Trees]]) -> None:
    """Take the steps of a rehearsal. Raises StaleChangeError where the dossier is another one by now; then the steps
    before the one that it concerns were taken."""
    for step, trees in taken:
        dossier.session.perform(step, trees)
