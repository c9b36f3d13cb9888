"""A facilitator's running order: which provisions a workshop shows, one after the other, with notes.

It is kept in the dossier. Whatever is done here is one step of undo.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tomas_desktop.amend.session import drop, put
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.change import Step
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.running_order import RunningOrder, Stop
from tomas_desktop.services import clock
from tomas_desktop.services.dossiers import OpenDossier

NAME = "workshop"  # of the one that a dossier begins with
COLUMNS = (1, 2, 3)


def of_name(opened: OpenDossier, name: str = "") -> RunningOrder:
    """The running order with this name, the first one without; an empty one where there is none yet."""
    orders = opened.dossier.running_orders
    found = next((order for order in orders if order.name == name), None) if name else next(iter(orders), None)
    return found or RunningOrder(name or NAME)


def add(
    opened: OpenDossier,
    ref: Ref,
    *,
    columns: int = 3,
    notes: str = "",
    at: int | None = None,
    name: str = "",
    author: str = "",
) -> RunningOrder:
    """Put a stop in at a place, counted from 0; at the end without one. A provision may stand in it more than once.

    Raises NotFoundError for a provision that is not in the dossier, TomasError("bad-columns").
    """
    order = of_name(opened, name)
    opened.provision(ref)
    stop = Stop(ref, _columns(columns), notes)
    place = len(order.stops) if at is None else max(0, min(at, len(order.stops)))
    return _keep(opened, order, (*order.stops[:place], stop, *order.stops[place:]), "add-stop", author)


def change(
    opened: OpenDossier,
    place: int,
    *,
    columns: int | None = None,
    notes: str | None = None,
    name: str = "",
    author: str = "",
) -> RunningOrder:
    """Show a stop in another number of columns, or note something else; what is not given stays.

    Raises NotFoundError("no-stop"), TomasError("bad-columns").
    """
    order = of_name(opened, name)
    present = _stop(order, place)
    new = replace(
        present,
        columns=present.columns if columns is None else _columns(columns),
        notes=present.notes if notes is None else notes,
    )
    stops = (*order.stops[:place], new, *order.stops[place + 1 :])
    return _keep(opened, order, stops, "change-stop", author)


def move(opened: OpenDossier, place: int, to: int, *, name: str = "", author: str = "") -> RunningOrder:
    """Put a stop elsewhere: afterwards it stands at `to`, or at the nearest end. Raises NotFoundError("no-stop")."""
    order = of_name(opened, name)
    stop = _stop(order, place)
    others = (*order.stops[:place], *order.stops[place + 1 :])
    to = max(0, min(to, len(others)))
    return _keep(opened, order, (*others[:to], stop, *others[to:]), "move-stop", author)


def remove(opened: OpenDossier, place: int, *, name: str = "", author: str = "") -> RunningOrder:
    """Take a stop out; the running order goes with its last one. Raises NotFoundError("no-stop")."""
    order = of_name(opened, name)
    _stop(order, place)
    stops = (*order.stops[:place], *order.stops[place + 1 :])
    return _keep(opened, order, stops, "remove-stop", author)


def _stop(order: RunningOrder, place: int) -> Stop:
    if not 0 <= place < len(order.stops):
        raise NotFoundError("no-stop", number=place + 1, order=order.name, count=len(order.stops))
    return order.stops[place]


def _columns(number: int) -> int:
    if number not in COLUMNS:
        raise TomasError("bad-columns", number=number)
    return number


def _keep(opened: OpenDossier, order: RunningOrder, stops: Sequence[Stop], label: str, author: str) -> RunningOrder:
    new = replace(order, stops=tuple(stops))
    if new != order:
        changes = put(opened.dossier, new) if stops else drop(order)
        opened.session.perform(Step(label, changes, order.name, author, clock.now()))
    return new
