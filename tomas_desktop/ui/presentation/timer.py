"""The timer of the presentation: how long it has lasted, or how much is left of the time that was set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["off", "up", "down"]

_NEXT: dict[Mode, Mode] = {"off": "up", "up": "down", "down": "off"}


@dataclass
class Timer:
    """`began` and every `now` are seconds of one clock that never goes back; `minutes` is the time that was set."""

    began: float
    mode: Mode = "off"
    minutes: int = 10

    def turn(self) -> None:
        """Up, down, none."""
        self.mode = _NEXT[self.mode]

    def restart(self, now: float) -> None:
        """Count from here."""
        self.began = now

    def add(self, minutes: int) -> None:
        """Set some minutes more or less; it counts down then."""
        self.minutes = max(1, self.minutes + minutes)
        self.mode = "down"

    def is_over(self, now: float) -> bool:
        """Is the time that was set used up?"""
        return self.mode == "down" and now - self.began >= 60 * self.minutes

    def text(self, now: float) -> str:
        """`4:05`, `1:02:03`; of time used up `+0:30`; "" when it is off."""
        passed = max(0, int(now - self.began))
        if self.mode == "off":
            return ""
        if self.mode == "up":
            return _clock(passed)
        left = 60 * self.minutes - passed
        return f"+{_clock(-left)}" if left < 0 else _clock(left)


def _clock(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
