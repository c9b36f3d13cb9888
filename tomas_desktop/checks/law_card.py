"""Is the card of every amended law checked by a person, and does it name the law and its gazette?"""

from __future__ import annotations

from collections.abc import Iterator

from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """A warning per amended law: the opening clause of an amending act is taken from the card."""
    for work in dict.fromkeys(proposal.work for proposal in subject.proposals):
        card = subject.dossier.card(work)
        if not card.official_name or not card.gazette:
            yield Finding("warning", "card-incomplete", "", (("work", work),))
        elif not card.is_checked:
            yield Finding("warning", "card-not-checked", "", (("work", work),))
