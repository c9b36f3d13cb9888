"""Why a clause was not read or not applied, in words: the places of the law as its country cites them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tomas_desktop.amend.consolidate import Failure
from tomas_desktop.jurisdiction.clause_reading import Unread
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import messages, provision_names


@dataclass(frozen=True, slots=True)
class Failed:
    """A clause that was not applied, and why, in words."""

    clause: str
    reason: str


def all_told(
    failed: Sequence[Failure], unread: Sequence[Unread], nodes: Sequence[Provision], pack: Pack
) -> tuple[Failed, ...]:
    """What could not be applied, then what could not be read."""
    return (*(told(each, nodes, pack) for each in failed), *(told(each, nodes, pack) for each in unread))


def told(failure: Failure | Unread, nodes: Sequence[Provision], pack: Pack) -> Failed:
    """The sentence and the reason; `nodes` is the law that the clause was to be applied to."""
    if isinstance(failure, Unread):
        return Failed(failure.sentence, messages.sentence(failure.reason, {}))
    values = dict(failure.values)
    if "where" in values:
        eids = values["where"].split(", ")
        values["where"] = ", ".join(provision_names.in_words(nodes, eid, pack) or eid for eid in eids)
    return Failed(failure.clause.sentence, messages.sentence(failure.reason, values))
