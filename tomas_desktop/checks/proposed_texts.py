"""The texts that a proposal brings, provision by provision, as the checks of wording read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tomas_desktop.checks.subject import Subject
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import NOT_LAW, walk


class ProposedText(NamedTuple):
    """One line of new text and the modification that brings it; `eid` is its number in the law as proposed."""

    modification: Modification
    eid: str
    text: str


def pack_of(subject: Subject, proposal: Proposal) -> Pack | None:
    """The grammar of the law that a proposal amends; None where its text is not in the dossier."""
    expression = subject.dossier.expression(proposal.expression)
    return subject.texts.pack(expression) if expression is not None else None


def texts_of(subject: Subject, proposal: Proposal) -> Iterator[ProposedText]:
    """Every heading and text that the modifications of a proposal bring, in the order of the law."""
    applied = subject.texts.applied(proposal)
    for node in walk(applied.nodes):
        modification = applied.causes.get(node.eid)
        if modification is None or node.unit in NOT_LAW:
            continue
        for text in (node.heading, node.text if modification.kind != "heading" else ""):
            if text:
                yield ProposedText(modification, node.eid, text)


def values_of(proposal: Proposal, text: ProposedText) -> tuple[tuple[str, str], ...]:
    """Where in which proposal a finding is; `target` is the provision of the law in force that is changed."""
    at = Ref(proposal.work, text.eid)
    return (
        ("proposal", proposal.key),
        ("work", proposal.work),
        ("eid", text.eid),
        ("reference", str(at)),
        ("target", text.modification.target),
    )
