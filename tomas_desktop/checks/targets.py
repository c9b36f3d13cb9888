"""Is everything a proposal changes still in the law it amends?"""

from __future__ import annotations

from collections.abc import Iterator

from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import find


def check(subject: Subject) -> Iterator[Finding]:
    """An error for each modification whose target is not in the text that the proposal amends."""
    for proposal in subject.proposals:
        expression = subject.dossier.expression(proposal.expression)
        nodes = subject.nodes(expression) if expression else ()
        for modification in subject.dossier.modifications(proposal.key):
            if find(nodes, modification.target) is None:
                values = (("proposal", proposal.key), ("target", modification.target))
                yield Finding("error", "target-gone", modification.target, values)
