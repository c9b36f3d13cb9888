"""Where a presentation stands: which stop, how many of its changes are shown, in which columns. No screen here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.running_order import Stop
from tomas_desktop.services import running_orders
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui.presentation.reveal import Shown, Step, shown, steps
from tomas_desktop.ui.presentation.scene import CHOICES, Kind, Scene, articles, scene, title


class Performance:
    """Goes through every article of an EU act, or through the stops of the running order."""

    def __init__(
        self,
        opened: OpenDossier,
        *,
        act: str = "",
        proposals: Mapping[str, str] | None = None,
        columns: int = 3,
    ) -> None:
        self._opened = opened
        self._act = act
        self._proposals = proposals or {}
        self.is_order = False
        self.number, self._choice = columns, 0
        self.at, self.revealed = 0, 0
        self._country = ""
        self.stops: Sequence[Stop] = articles(opened, act) if act else ()
        self.scene = Scene(Stop(Ref(act)), "", {})
        self.steps: tuple[Step, ...] = ()

    # ---- where ---------------------------------------------------------------------------------------------

    def begin(self, ref: Ref, beside: Ref | None = None) -> None:
        """Go to a provision: an article of the act, with the national one `beside` it, or any other provision, which
        then stands in the place of the article it belongs to."""
        place = next((i for i, stop in enumerate(self.stops) if stop.ref == ref), None)
        if place is None:
            stop = Stop(ref, self.number)
            there = scene(self._opened, stop, proposals=self._proposals)
            article = Ref(ref.work, ref.eid.partition("__")[0]) if there.is_eu else next(iter(there.others), None)
            place = next((i for i, each in enumerate(self.stops) if each.ref == article), 0)
            self.stops = (*self.stops[:place], stop, *self.stops[place + 1 :])
        self.at = place
        self._show(beside=beside)

    def take_order(self, at: int = 0) -> bool:
        """Go through the running order from a stop; says whether there is one."""
        order = running_orders.of_name(self._opened)
        if not order.stops:
            return False
        self.is_order, self.stops = True, order.stops
        self.go_to(at)
        return True

    def turn_order(self) -> bool:
        """From the running order to all articles, or back; says whether that could be done."""
        if not self.is_order:
            return self.take_order()
        here = self.scene.stop.ref
        there = here if self.scene.is_eu else next(iter(self.scene.others), here)
        self.is_order, self.stops = False, articles(self._opened, there.work) if self._is_eu(there) else (Stop(here),)
        self.begin(Ref(there.work, there.eid.partition("__")[0]) if self._is_eu(there) else here)
        return True

    def _is_eu(self, ref: Ref) -> bool:
        return self._opened.work(ref.work).country == "eu"

    def go(self, by: int, *, all_shown: bool = False) -> bool:
        """Go to a stop further on or back; says whether there is one."""
        if not 0 <= self.at + by < len(self.stops):
            return False
        self.go_to(self.at + by)
        if all_shown:
            self.revealed = len(self.steps)
        return True

    def go_to(self, place: int) -> None:
        """Go to a stop by its number, counted from 0, or to the nearest."""
        self.at = max(0, min(place, len(self.stops) - 1))
        if self.is_order:
            self.number, self._choice = self.stops[self.at].columns, 0
        elif self.number == 1:
            self._choice = 0
        self._show()

    def other(self, by: int) -> bool:
        """Show another provision beside it; says whether there is another."""
        count = len(self.scene.others)
        if count > 1:
            self._show(chosen=(self.scene.chosen + by) % count)
        return count > 1

    def refresh(self) -> None:
        """Look again at a dossier that has changed."""
        if self.is_order:
            stops = running_orders.of_name(self._opened).stops
            if stops:
                self.stops, self.at = stops, min(self.at, len(stops) - 1)
        revealed = self.revealed
        self._show(chosen=self.scene.chosen)
        self.revealed = min(revealed, len(self.steps))

    def _show(self, chosen: int | None = None, beside: Ref | None = None) -> None:
        stop = self.stops[self.at] if self.stops else Stop(Ref(self._act))
        try:
            self.scene = scene(
                self._opened, stop, proposals=self._proposals, country=self._country, chosen=chosen, beside=beside
            )
        except NotFoundError:  # a stop whose provision is gone, with the text that it was in
            self.scene = Scene(stop, str(stop.ref), {})
        self._country = self.scene.country or self._country
        proposal = self.scene.papers.get("proposal")
        self.steps = steps(proposal.lines) if proposal else ()
        self.revealed = 0

    # ---- what is said beside it ----------------------------------------------------------------------------

    @property
    def notes(self) -> str:
        """The notes of this stop."""
        return self.scene.stop.notes

    def next_title(self) -> str:
        """What comes next; "" at the end."""
        after = self.at + 1
        return title(self._opened, self.stops[after].ref) if after < len(self.stops) else ""

    # ---- changes and columns -------------------------------------------------------------------------------

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The columns that stand side by side."""
        return self.scene.columns(self.number, self._choice)

    def reveal(self, by: int) -> bool:
        """Show a change more, or one less; says whether there is one in what is shown."""
        if "proposal" not in self.kinds or not 0 <= self.revealed + by <= len(self.steps):
            return False
        self.revealed += by
        return True

    def reveal_all(self) -> None:
        """Show all changes, or, when they are shown, none."""
        self.revealed = 0 if self.revealed == len(self.steps) else len(self.steps)

    def take_columns(self, number: int) -> None:
        """Show so many columns; asked for again, the next choice of which."""
        before = self.kinds
        if number != self.number:
            self.number, self._choice = number, 0
            return
        for _ in CHOICES[number]:
            self._choice += 1
            if self.kinds != before:
                return

    def lines(self, kind: Kind) -> tuple[Shown, ...]:
        """The lines of a column as they are shown now."""
        paper = self.scene.papers.get(kind)
        if paper is None:
            return ()
        if kind == "proposal":
            return shown(paper.lines, self.steps, self.revealed)
        return tuple(Shown(place, text) for place, text in enumerate(paper.lines))
