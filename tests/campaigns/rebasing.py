"""Random drafts carried onto random newer texts of the laws of the workshop dossier: nothing is lost on the way.

Every modification is applied or shown as a conflict, what is applied applies, and no word that either side brought is
missing.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from tests.amend.random_drafts import changed, fault, random_draft
from tests.campaigns.report import Report, rounds
from tomas_desktop.services import demo
from tomas_desktop.services.dossiers import opened

LAWS = ("rs-kz", "rs-zet", "mk-kz", "mk-zet", "al-kp", "al-tregtia")


def run(seconds: float, seed: int) -> Report:
    """Each round drafts over one law and carries the draft onto one newer text of it."""
    dice = random.Random(seed)
    report = Report()
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "a.tomas", create=True) as dossier:
        demo.fill(dossier)
        laws = [(dossier.nodes(dossier.expression(key)), dossier.pack(dossier.expression(key))) for key in LAWS]
        for number in rounds(seconds):
            law, pack = dice.choice(laws)
            draft = random_draft(law, dice, pack, dice.randint(1, 6))
            newer = changed(law, dice, pack, dice.randint(0, 8))
            found = fault(law, newer, draft, pack)
            report.tried += 1
            if found:
                report.failures.append(f"round {number} (seed {seed}): {found}")
                break
    return report
