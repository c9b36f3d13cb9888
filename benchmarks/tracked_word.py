"""Tracked changes: 5,000 amended paragraphs as a Word file; the floor is the same XML joined as strings and zipped."""

from __future__ import annotations

import io
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from benchmarks.laws import SYLLABLES
from benchmarks.row import Row, UnavailableError, side_by_side
from tomas_desktop.amend.comparison import compare
from tomas_desktop.export.composer import write
from tomas_desktop.export.submission import AmendedLaw, Submission
from tomas_desktop.export.template_pack import form
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.card import Card
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.work import Expression, Work

NAME = "tracked word"
PARAGRAPHS = 5_000
WORDS = 45
MOST = "the export in a process of its own, memory at its highest: MB"


def measure() -> list[Row]:
    """Ours is the whole export, from marked lines to the file on the disk, with Word's styles, properties, comments,
    bookmarks and footer; the floor joins the pieces of the same XML and deflates them."""
    submission = amended(PARAGRAPHS)
    with tempfile.TemporaryDirectory() as folder:

        def ours() -> None:
            write(submission, form("rs"), Path(folder), roles=["tracked"])

        ours()
        [file] = Path(folder).glob("*.docx")
        with zipfile.ZipFile(file) as parts:
            xml = parts.read("word/document.xml").decode()
        pieces = [piece.split("\0") for piece in xml.replace(">", ">\0").replace("</w:p>\0", "</w:p>\0\1").split("\1")]

        def floor() -> None:
            body = "".join(["".join(piece) for piece in pieces])
            with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as target:
                target.writestr("word/document.xml", body)

        time, least = side_by_side(ours, floor, times=9)
        what = f"{PARAGRAPHS} amended paragraphs exported, {len(xml) / 1e6:.1f} MB of XML"
        return [
            Row(what, time, {}, least, "join and zip the same XML"),
            Row(MOST, peak(), {}, peak("import"), "Python and the program's modules"),
        ]


def amended(paragraphs: int) -> Submission:
    """A law of made-up words, each paragraph of it with one deletion and two insertions."""
    dice = random.Random(1)
    words = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 3))) for _ in range(1500)]
    base: list[Line] = []
    proposed: list[Line] = []
    for number in range(paragraphs):
        said = dice.choices(words, k=WORDS)
        new = [*said[:10], "amended", *said[11:30], "and", "added", *said[30:]]
        eid = f"art_{number // 5 + 1}__para_{number % 5 + 1}"
        base.append(Line(eid, "paragraph", "text", " ".join(said)))
        proposed.append(Line(eid, "paragraph", "text", " ".join(new)))
    at = "2026-11-22T10:00:00Z"
    law = AmendedLaw(
        Work("rs-law", "rs", "A law"),
        Card("rs-law"),
        Proposal("p", "rs-law", "rs-law/sr-Latn/in-force", author="A. Drafter", at=at),
        Expression("rs-law", "sr-Latn", "in-force", "2026-01-01", "0" * 64),
        compare(base, proposed),
    )
    return Submission("rs", at, "A. Drafter", (law,))


def peak(job: str = "export") -> float:
    """What a fresh process takes for the whole job (the making of the law included), in MB at its highest."""
    if not Path("/proc/self/status").is_file():  # elsewhere a child process begins with the figure of its parent
        raise UnavailableError("memory is measured on Linux alone")
    run = subprocess.run([sys.executable, "-m", __name__, job], capture_output=True, text=True, check=True)
    return float(run.stdout)


def _alone(job: str) -> None:
    if job == "export":
        with tempfile.TemporaryDirectory() as folder:
            write(amended(PARAGRAPHS), form("rs"), Path(folder), roles=["tracked"])
    highest = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    print(int(highest[1]) / 1024 if highest else 0)


if __name__ == "__main__":
    _alone(sys.argv[1])
