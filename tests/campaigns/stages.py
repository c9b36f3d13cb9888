"""Random later stages of acts of the Union: the list of what changed names every article that was touched and none
that was not, and one that only got another number is told as that. Real acts where they are at hand."""

from __future__ import annotations

import random

from tests.align.stage_edits import judged, later_stage
from tests.campaigns.report import Report, rounds
from tests.conftest import ROOT, SHARED
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.services import importing

ACTS = (
    ROOT / "resources" / "demo" / "csar.en.txt",
    SHARED / "data" / "eu-html" / "32016R0679_GDPR_EN.html",
    SHARED / "data" / "eu-html" / "52022PC0209_CSAR_EN.html",
)


def run(seconds: float, seed: int) -> Report:
    """Each round makes one later stage of one act."""
    dice = random.Random(seed)
    pack = packs.load("eu", "en")
    acts = [importing.preview(file, "eu", "en").nodes for file in ACTS if file.is_file()]
    report = Report()
    total = paired = 0
    for number in rounds(seconds):
        act = dice.choice(acts)
        found = judged(act, later_stage(act, dice.choice((1, 3, 10, 30)), dice, pack), pack)
        report.tried += 1
        total, paired = total + found.edited, paired + found.paired
        if found.fault:
            report.failures.append(f"round {number} (seed {seed}): {found.fault}")
            break
    report.told = f"{paired} of {total} edited articles told as one that was reworded"
    return report
