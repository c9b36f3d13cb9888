"""A change: one step from value to value. Its inverse swaps the two; that is all undo ever does."""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.model.card import Card
from tomas_desktop.model.comment import Comment
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.running_order import RunningOrder
from tomas_desktop.model.translation import Translation
from tomas_desktop.model.verification import Verification
from tomas_desktop.model.wording import ClauseSize, ClauseText
from tomas_desktop.model.work import Expression, Work

Fact = (
    Work | Expression | Card | Correlation | Proposal | Modification | ClauseText | ClauseSize
    | Translation | Comment | Verification | RunningOrder
)  # fmt: skip

KINDS: dict[str, type[Fact]] = {
    "work": Work,
    "expression": Expression,
    "card": Card,
    "correlation": Correlation,
    "proposal": Proposal,
    "modification": Modification,
    "clause-text": ClauseText,
    "clause-size": ClauseSize,
    "translation": Translation,
    "comment": Comment,
    "verification": Verification,
    "running-order": RunningOrder,
}
_NAMES = {cls: name for name, cls in KINDS.items()}


def key_of(fact: Fact) -> str:
    """Where a fact is kept: its kind and its own name, `correlation/csar#art_16->rs-zet#art_20`."""
    match fact:
        case Card():
            name = fact.work
        case Work() | Proposal():
            name = fact.key
        case RunningOrder():
            name = fact.name
        case _:
            name = fact.id
    return f"{_NAMES[type(fact)]}/{name}"


@dataclass(frozen=True, slots=True)
class Change:
    """`before` None is an insertion, `after` None a removal; both are whole frozen values."""

    key: str
    before: Fact | None
    after: Fact | None

    @property
    def inverse(self) -> Change:
        return Change(self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that a person did as one, and undoes as one. `label` is a message code, `detail` its value."""

    label: str
    changes: tuple[Change, ...]
    detail: str = ""
    author: str = ""
    at: str = ""
