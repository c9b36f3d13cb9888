"""A facilitator's running order: the stops of a workshop, shown one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.model.identifiers import Ref


@dataclass(frozen=True, slots=True)
class Stop:
    """One provision to be shown, in 1, 2 or 3 `columns`, with what the presenter wants to say of it."""

    ref: Ref
    columns: int = 3
    notes: str = ""


@dataclass(frozen=True, slots=True)
class RunningOrder:
    """`name` tells several apart; the stops are in their order."""

    name: str
    stops: tuple[Stop, ...] = ()
