"""Why each change of a proposal is made, by the provisions of the law in force that it changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tomas_desktop.errors import NotFoundError
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision, article_of, find, walk
from tomas_desktop.services import eu_acts, provision_names
from tomas_desktop.services.dossiers import OpenDossier

if TYPE_CHECKING:
    from tomas_desktop.export.submission import Reason


def of(opened: OpenDossier, proposal: Proposal, modifications: Sequence[Modification]) -> tuple[Reason, ...]:
    """One reason for each change, in the order of the law."""
    from tomas_desktop.export.submission import Reason

    expression = opened.proposal_expression(proposal)
    nodes, pack = opened.nodes(expression), opened.pack(expression)
    order = {node.eid: place for place, node in enumerate(walk(nodes))}

    def place(one: Modification) -> int:
        """What comes in after a provision stands behind all that the provision holds."""
        target = find(nodes, one.target) if one.kind == "insertion" else None
        return max((order[node.eid] for node in target.walk()), default=0) if target else order.get(one.target, 0)

    return tuple(
        Reason(one.id, _where(one, nodes, pack), one.justification, _basis(opened, one.basis, pack))
        for one in sorted(modifications, key=place)
    )


def _where(one: Modification, nodes: Sequence[Provision], pack: Pack) -> str:
    """A new article by its own number; of another new unit the article that it comes into."""
    if one.kind != "insertion":
        return provision_names.in_words(nodes, one.target, pack)
    new = next((node for node in one.content if node.unit == "article"), None)
    if new is not None:
        return provision_names.in_words((new,), new.eid, pack)
    article = article_of(nodes, one.target)
    return provision_names.in_words(nodes, article.eid if article else one.target, pack)


def _basis(opened: OpenDossier, basis: str, pack: Pack) -> str:
    """The EU provision that a change answers, cited as the law of the country cites."""
    if not basis:
        return ""
    ref = Ref.parse(basis)
    try:
        nodes = opened.nodes(eu_acts.quoted(opened, ref.work))
    except NotFoundError:
        return basis
    return provision_names.in_words(nodes, ref.eid, pack)
