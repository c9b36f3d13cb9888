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


def side_by_side(*jobs: Callable[[], object], times: int = 15) -> list[float]:
    """The median time of each job, the jobs taking turns, so that what else the machine does falls on all of them."""
    taken: list[list[float]] = [[] for _ in jobs]
    for round_ in range(times + 1):
        for job, times_of in zip(jobs, taken, strict=True):
            start = time.perf_counter()
            job()
            if round_:
                times_of.append((time.perf_counter() - start) * 1000)
    return [statistics.median(times_of) for times_of in taken]
