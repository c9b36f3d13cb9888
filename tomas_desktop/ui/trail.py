"""The trail: the places that a person was at, to go back to and forward again, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.ui.desk import Desk

_MOST = 200  # places


@dataclass(frozen=True)
class Spot:
    """Where one stands: an EU article (None as long as there is no EU act), and the national one beside it."""

    eu: Ref | None
    national: Ref | None


class Trail:
    """Follows the desk. Where one goes from a place that one went back to, what lay before it is forgotten."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._places: list[Spot] = []
        self._at = -1
        self._is_walking = False
        desk.act_changed.connect(self._note)
        desk.place_changed.connect(self._note)
        desk.answer_changed.connect(self._note)

    def back(self) -> None:
        """Go to the place before."""
        self._walk(-1)

    def forward(self) -> None:
        """Go to the place that was left by going back."""
        self._walk(1)

    def recent(self) -> tuple[Spot, ...]:
        """The places that one was at, the last first, each once."""
        return tuple(dict.fromkeys(reversed(self._places)))

    @property
    def here(self) -> Spot | None:
        """The place where one stands."""
        return self._places[self._at] if 0 <= self._at < len(self._places) else None

    def go(self, spot: Spot) -> None:
        """Go to a place where one was."""
        if spot.eu is not None:
            self._desk.go_to(spot.eu)
        if spot.national is not None:
            self._desk.show(spot.national)

    def _walk(self, by: int) -> None:
        if not 0 <= self._at + by < len(self._places):
            return
        self._at += by
        self._is_walking = True
        try:
            self.go(self._places[self._at])
        finally:
            self._is_walking = False

    def _note(self) -> None:
        desk = self._desk
        if desk.opened is None:
            self._places, self._at = [], -1
        elif (desk.place or desk.answer) and not self._is_walking:
            answer = desk.answer
            place = Spot(desk.place, answer.ref if answer else None)
            before = self._places[self._at] if self._at >= 0 else None
            if before == place:
                return
            # The article is told of before the answer beside it: both are one place.
            same = before is not None and before.eu == place.eu and self._at == len(self._places) - 1
            keep = self._at if same and before is not None and before.national is None else self._at + 1
            self._places = [*self._places[:keep], place][-_MOST:]
            self._at = len(self._places) - 1
