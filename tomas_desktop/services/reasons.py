"""Why each change of a proposal is made, by the provisions of the law in force that it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tomas_desktop.amend.apply import Applied
from tomas_desktop.errors import NotFoundError
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import walk
from tomas_desktop.services import drafting, eu_acts, provision_names
from tomas_desktop.services.dossiers import OpenDossier

if TYPE_CHECKING:
    from tomas_desktop.export.submission import Reason


def of(
    opened: OpenDossier, proposal: Proposal, modifications: Sequence[Modification], draft: Applied | None = None
) -> tuple[Reason, ...]:
    """One reason for each change, in the order of the law. `draft` is the law with them, made here when not given."""
    from tomas_desktop.export.submission import Reason

    expression = opened.proposal_expression(proposal)
    nodes, pack = opened.nodes(expression), opened.pack(expression)
    order = {node.eid: place for place, node in enumerate(walk(nodes))}
    own = provision_names.Names(nodes, pack)
    draft = draft or drafting.applied(opened, proposal)
    came = _new_articles(draft)
    as_proposed = provision_names.Names(draft.nodes, pack) if came else own
    names: dict[str, str] = {}  # of EU provisions: many changes answer the same one

    def place(one: Modification) -> int:
        """What comes in after a provision stands behind all that the provision holds."""
        return order.get(own.last(one.target) if one.kind == "insertion" else one.target, 0)

    def where(one: Modification) -> str:
        """A new article by the number that it has among the others; of another new unit the article that it comes
        into."""
        if one.kind != "insertion":
            return own.in_words(one.target)
        if one.id in came:
            return as_proposed.in_words(came[one.id])
        article = own.article(one.target)
        return own.in_words(article.eid if article else one.target)

    def basis(one: Modification) -> str:
        for each in one.bases:
            if each not in names:
                names[each] = _basis(opened, each, pack)
        return "; ".join(filter(None, (names[each] for each in one.bases)))

    def why(one: Modification) -> str:
        return "\n".join(one.reasons)

    return tuple(Reason(one.id, where(one), why(one), basis(one)) for one in sorted(modifications, key=place))


def _new_articles(draft: Applied) -> Mapping[str, str]:
    """The first new article of each change that brings any in, by the id of the change."""
    out: dict[str, str] = {}
    for node in walk(draft.nodes):
        cause = draft.causes.get(node.eid) if node.unit == "article" else None
        if cause is not None and cause.kind == "insertion":
            out.setdefault(cause.id, node.eid)
    return out


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
