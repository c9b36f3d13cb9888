"""One line of the table, and the stopwatch."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """Milliseconds, medians: our job, the same or a lesser job done by others, and the least it could take."""

    what: str
    ours: float
    peers: Mapping[str, float] = field(default_factory=dict)
    floor: float | None = None
    floor_is: str = ""


class UnavailableError(Exception):
    """A measurement that cannot be made here; the message says what is missing."""


def milliseconds(job: Callable[[], object], times: int = 7, before: Callable[[], object] | None = None) -> float:
    """The median time of `job`, after one run that is not counted; `before` is run each time and not timed."""
    taken = []
    for round_ in range(times + 1):
        if before is not None:
            before()
        start = time.perf_counter()
        job()
        if round_:
            taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)
