"""The follow-up amendments of a proposal: references in its own law and in the other laws of the dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.amend import consequences
from tomas_desktop.amend.consequences import FollowUp, Moves
from tomas_desktop.errors import NotFoundError
from tomas_desktop.jurisdiction import citations as cited
from tomas_desktop.jurisdiction.citations import Citation
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision, find
from tomas_desktop.services import citations, drafting
from tomas_desktop.services.dossiers import OpenDossier


@dataclass(frozen=True, slots=True)
class Consequence:
    """A reference of one law of the dossier that a proposal upsets; `at` is where it stands in the law in force."""

    work: str
    at: Ref
    follow_up: FollowUp


def of_proposal(opened: OpenDossier, proposal_key: str) -> tuple[Consequence, ...]:
    """The references that this proposal upsets, those of its own law first. Provisions that the proposal itself words
    anew are the drafter's, and left alone. Raises NotFoundError("no-proposal")."""
    proposal = opened.proposal(proposal_key)
    law = opened.nodes(opened.proposal_expression(proposal))
    result = drafting.applied(opened, proposal)
    moves = consequences.moves(law, result)
    if not moves.any:
        return ()
    found = _in_own_law(opened, proposal, law, result.nodes, moves, frozenset(result.causes))
    others = [work for work in opened.dossier.works if work.key != proposal.work and work.country != "eu"]
    for work in others:
        found.extend(_in_other_law(opened, work.key, proposal.work, result.nodes, moves))
    return tuple(found)


def _in_own_law(
    opened: OpenDossier,
    proposal: Proposal,
    law: Sequence[Provision],
    proposed: Sequence[Provision],
    moves: Moves,
    worded: frozenset[str],
) -> list[Consequence]:
    pack = opened.pack(opened.proposal_expression(proposal))

    def skip(node: Provision) -> bool:
        now = moves.now(node.eid)
        return not now or now in worded or any(now.startswith(f"{eid}__") for eid in worded)

    found = consequences.follow_ups(law, pack, moves, _own(law), _own(proposed), skip)
    return [Consequence(proposal.work, Ref(proposal.work, each.eid), each) for each in found]


def _own(nodes: Sequence[Provision]) -> Callable[[Citation], Sequence[str]]:
    return lambda citation: () if citation.external else cited.resolve(citation, nodes)


def _in_other_law(
    opened: OpenDossier, work: str, amended: str, proposed: Sequence[Provision], moves: Moves
) -> list[Consequence]:
    expression = opened.expression(work)
    law, pack = opened.nodes(expression), opened.pack(expression)

    def before(citation: Citation) -> Sequence[str]:
        if not citation.external or not citation.targets:
            return ()
        found = citations.targets(opened, work, law, citation)
        return [ref.eid for ref in found if ref.work == amended]

    found = consequences.follow_ups(law, pack, moves, before, lambda citation: cited.resolve(citation, proposed))
    return [Consequence(work, Ref(work, each.eid), each) for each in found]


def accept(opened: OpenDossier, proposal_key: str, consequence: Consequence, author: str = "") -> str:
    """Draft the follow-up amendment: the citation takes its proposed wording. In the proposal itself for its own law,
    in a proposal of its own (`<proposal>-<work>`) for another one; the key of that proposal is returned.

    Raises NotFoundError("no-provision") when the reference is no longer as it was found.
    """
    proposal = opened.proposal(proposal_key)
    key = proposal.key if consequence.work == proposal.work else f"{proposal.key}-{consequence.work}"
    follow_up = consequence.follow_up
    held = opened.dossier.proposal(key)
    if held is None:
        nodes: Sequence[Provision] = opened.nodes(opened.expression(consequence.work))
        now = follow_up.eid
    else:
        result = drafting.applied(opened, held)
        nodes, now = result.nodes, result.moved.get(follow_up.eid, follow_up.eid)
    node = find(nodes, now)
    if node is None or node.text[follow_up.start : follow_up.end] != follow_up.text:
        raise NotFoundError("no-provision", reference=str(consequence.at))
    text = node.text[: follow_up.start] + follow_up.proposed + node.text[follow_up.end :]
    worded = canonical_text((replace(node, num="", text=text),)).strip()  # its number is not what changes
    drafting.propose(opened, key, consequence.at, text=worded, author=author)
    return key
