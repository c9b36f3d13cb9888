"""Random proposals over every national law, exported with tracked changes: accepting all of them leaves the proposal,
rejecting all of them the law in force, paragraph by paragraph and cell by cell, and the file has no fault.

Each proposal is a Word file of the whole law, read by a reader of the tests' own, and one of the amended articles
alone, which LibreOffice reads too (where it is installed, and the run is not a short one: it takes its time).
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from tests.campaigns.report import Report, rounds
from tests.conftest import SHARED, SYSTEM_PYTHON, by_path
from tests.export.word_proposals import LAWS, Desk, Exported, difference, exported, fault, imported, propose
from tomas_desktop.services.dossiers import OpenDossier, opened

SHORT = 30.0  # seconds; a shorter run is without LibreOffice
DUMMY = "\u200d"  # what LibreOffice writes into a row without a word that came or went
AT_ONCE = 40  # files that one start of LibreOffice reads


def run(seconds: float, seed: int) -> Report:
    """One proposal a round, the laws in turn."""
    report, dice = Report(), random.Random(seed)
    if not (SHARED / "data").is_dir():
        report.tried, report.told = 1, "no folder of real laws beside the checkout"
        return report
    office = seconds >= SHORT and shutil.which("soffice") and SYSTEM_PYTHON.exists()
    schema = by_path(SHARED / "tools" / "docx_schema.py")
    kinds: Counter[str] = Counter()
    read, waiting = 0, dict[str, Exported]()
    with tempfile.TemporaryDirectory() as name, opened(Path(name) / "a.tomas", create=True) as dossier:
        for number in rounds(seconds):
            what = f"round {number} (seed {seed}) on {LAWS[number % len(LAWS)][0]}"
            made, files = _round(dossier, number, dice, Path(name) / f"{number}")
            kinds.update(made)
            report.tried += len(files) > 0
            for file in files:
                found = [fault(file), *schema.check(file.path)]
                report.failures += [f"{what}: {one}" for one in found if one]
            if files and office:
                waiting[what] = files[1]
                files[0].path.unlink()
            if len(waiting) == AT_ONCE:
                read += len(waiting)
                report.failures += _in_libreoffice(waiting)
        if waiting:
            read += len(waiting)
            report.failures += _in_libreoffice(waiting)
    report.told = f"{read} of them by LibreOffice too; " + ", ".join(f"{kind} {n}" for kind, n in kinds.most_common())
    return report


def _round(dossier: OpenDossier, number: int, dice: random.Random, folder: Path) -> tuple[list[str], list[Exported]]:
    place = number % len(LAWS)
    if dossier.dossier.work(f"law-{place}") is None:
        imported(dossier, SHARED / "data", LAWS[place], f"law-{place}", dice)
    desk = Desk(dossier, f"law-{place}", f"p-{number}", dice)
    made = propose(desk)
    if dossier.dossier.proposal(desk.proposal) is None:
        return [], []
    return made, list(exported(desk, folder))


def _in_libreoffice(files: dict[str, Exported]) -> list[str]:
    """What LibreOffice finds wrong in these files, which are done with then."""
    oracle = by_path(SHARED / "tools" / "word_oracle.py")
    faults: list[str] = []
    reports = oracle.inspect([file.path for file in files.values()])
    for (what, file), seen in zip(files.items(), reports, strict=True):
        if not seen["ok"]:
            faults.append(f"{what}: LibreOffice: {seen.get('error')}")
            continue
        wrong = difference(file, *([text for text in seen[view] if text != DUMMY] for view in ("accepted", "rejected")))
        left = seen["left_after_accept"] + seen["left_after_reject"]
        faults += [f"{what}: LibreOffice, {wrong}"] if wrong else []
        faults += [f"{what}: {left} changes left"] if left else []
    files.clear()
    return faults
