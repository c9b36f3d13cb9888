"""What a campaign hands back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Report:
    """How many random cases were tried, and one line for every one that went wrong (with what repeats it)."""

    tried: int = 0
    failures: list[str] = field(default_factory=list)
    told: str = ""  # what else the figures should say


def rounds(seconds: float) -> Iterator[int]:
    """Count cases until the time is over; the first always runs."""
    end = time.monotonic() + seconds
    number = 0
    while number == 0 or time.monotonic() < end:
        yield number
        number += 1
