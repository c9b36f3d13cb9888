"""Does every modification say why it is proposed and which EU provision it answers?"""

from __future__ import annotations

from collections.abc import Iterator

from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """An "info" for each modification without a justification or without an EU basis."""
    for proposal in subject.proposals:
        for modification in subject.dossier.modifications(proposal.key):
            values = (("proposal", proposal.key), ("target", modification.target))
            if not modification.reasons:
                yield Finding("info", "no-justification", modification.target, values)
            if not modification.bases:
                yield Finding("info", "no-basis", modification.target, values)
