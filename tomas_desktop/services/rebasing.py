"""Carrying a proposal onto another text of the law it amends: a later consolidated version, a draft of the ministry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from tomas_desktop.amend.rebase import Conflict as Conflict
from tomas_desktop.amend.rebase import rebase
from tomas_desktop.amend.session import put
from tomas_desktop.errors import TomasError
from tomas_desktop.model.change import Step
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.services import clock
from tomas_desktop.services.dossiers import OpenDossier


@dataclass(frozen=True, slots=True)
class Carried:
    """The new proposal with what was applied, and what was not (it stays in the old proposal, which is untouched)."""

    origin: str  # the key of the old proposal
    proposal: Proposal
    applied: tuple[Modification, ...]
    conflicts: tuple[Conflict, ...]


def carry(opened: OpenDossier, proposal_key: str, expression_id: str, *, key: str = "", author: str = "") -> Carried:
    """Carry a proposal onto another expression of the same work, as a new proposal named `key` (or after the old one:
    `p-2`). One durable step; when nothing applies, no proposal is made.

    Raises NotFoundError("no-proposal"), ("no-expression"), TomasError("rebase-same-text") when the proposal amends
    that text already, ("rebase-other-language"), ("proposal-exists") for a key that is in use.
    """
    old = opened.proposal(proposal_key)
    source = opened.proposal_expression(old)
    onto = opened.expression(old.work, expression_id)
    if source.id == onto.id:
        raise TomasError("rebase-same-text", proposal=old.key, expression=onto.id)
    if source.language != onto.language:
        raise TomasError("rebase-other-language", proposal=old.key, language=source.language, other=onto.language)
    if key and opened.dossier.proposal(key) is not None:
        raise TomasError("proposal-exists", proposal=key)
    name = key or next(free for n in count(2) if opened.dossier.proposal(free := f"{old.key}-{n}") is None)
    fresh = replace(old, key=name, expression=onto.id, author=author or old.author, at=clock.now())
    found = rebase(opened.nodes(source), opened.nodes(onto), opened.dossier.modifications(old.key), opened.pack(onto))
    applied = tuple(replace(each, proposal=name) for each in found.applied)
    if applied:
        changes = put(opened.dossier, fresh, *applied)
        opened.session.perform(Step("rebase", changes, f"{old.key} {onto.id}", author, clock.now()))
    return Carried(old.key, fresh, applied, found.conflicts)
