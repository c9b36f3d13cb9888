"""Random edits of real laws, drafted as an amending act and applied again: the act gives the new text, byte for byte.

Each round takes a law of `../shared/data`, edits many of its articles as drafters do (every third round wildly:
units moved, joined, parted, numbers twice) and goes the whole way through files: new text, act, consolidated text.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from pathlib import Path

from tests.amend.round_trip import LAWS, Law, prepared, trip
from tests.campaigns.report import Report, rounds
from tests.conftest import SHARED
from tomas_desktop.paths import resources

_DEMO = (("rs-kz.sr-Latn.txt", "rs", "sr-Latn"), ("mk-kz.mk.txt", "mk", "mk"), ("al-kp.sq.txt", "al", "sq"))
ARTICLES = 40  # edited in a round


def run(seconds: float, seed: int) -> Report:
    """One round a law, the laws in turn; where the folder of real laws is missing, those of the workshop."""
    dice = random.Random(seed)
    report = Report()
    there = (SHARED / "data").is_dir()
    laws = LAWS if there else _DEMO
    root = SHARED / "data" if there else resources() / "demo"
    edits: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        read: dict[str, Law] = {}
        for number in rounds(seconds):
            source, country, language = laws[number % len(laws)]
            if source not in read:
                own = Path(folder) / str(len(read))
                own.mkdir()
                read[source] = prepared(root / source, country, language, own)
            made, fault = trip(read[source], ARTICLES, dice, wildly=number // len(laws) % 3 == 2)
            report.tried += made
            edits[country] += made
            if fault:
                report.failures.append(f"round {number} (seed {seed}) on {source}:\n{fault}")
    report.told = ", ".join(f"{country} {count}" for country, count in sorted(edits.items()))
    return report
