"""Killing the program at random moments while it drafts: the dossier opens, and every finished change is there.

A worker process types and proposes in a loop and says each change it has finished; it is killed (SIGKILL, or
TerminateProcess on Windows) at a random moment. What it said must be in the dossier.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from tests.campaigns.report import Report, rounds
from tomas_desktop.services import drafting, importing
from tomas_desktop.services.dossiers import opened

LAW = "Uslovi\n\nČlan 1\n(1) Sud izriče kaznu.\n(2) Nalog izdaje sud.\n\nRokovi\n\nČlan 2\nRok je osam dana.\n"

WORKER = """
import sys
from pathlib import Path
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import drafting
from tomas_desktop.services.dossiers import opened

path, first = Path(sys.argv[1]), int(sys.argv[2])
with opened(path) as dossier:
    print("ready", flush=True)
    for number in range(first, first + 100_000):
        if number % 2:
            drafting.propose(dossier, "p", Ref("law", "art_1__para_2"), text=f"Nalog broj {number} izdaje sud.")
        else:
            drafting.reword_article(dossier, "p", "law", "art_2", ["Rokovi", "Član 2", f"Rok je {number} dana."])
        print(number, flush=True)
"""


def run(seconds: float, seed: int) -> Report:
    """Kill a drafting process again and again; each kill is one case. Fifty kills take about half a minute."""
    dice = random.Random(seed)
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kills.tomas"
        law = Path(folder) / "law.txt"
        law.write_text(LAW, encoding="utf-8")
        with opened(path, create=True) as dossier:
            reading = importing.preview(law, "rs", "sr-Latn")
            importing.store(dossier, reading, law, country="rs", language="sr-Latn", key="law")
        number = 1
        for case in rounds(seconds):
            if case % 3 == 2:
                fault = _command_fault(path, number, dice.uniform(0.05, 0.6))
                number += 1
            else:
                said = _killed(path, number, dice.uniform(0.0, 0.25))
                fault = _fault(path, number, said)
                number = (said or number) + 1
            report.tried += 1
            if fault:
                report.failures.append(f"kill {case} (seed {seed}): {fault}")
                break
    return report


def _killed(path: Path, first: int, delay: float) -> int | None:
    """Run the worker, kill it `delay` seconds after it is ready; the last change it said it had finished."""
    worker = subprocess.Popen([sys.executable, "-c", WORKER, str(path), str(first)], stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    worker.stdout.readline()
    threading.Timer(delay, worker.kill).start()
    said = worker.stdout.read().split("\n")
    worker.wait()
    worker.stdout.close()
    finished = [line for line in said[:-1] if line.isdigit()]  # the last piece may be cut in the middle
    return int(finished[-1]) if finished else None


def _command_fault(path: Path, number: int, delay: float) -> str:
    """Kill one `propose` command: the dossier opens with the wording before or after it, never another; the one
    after it when the command had said that it was done."""
    command = [sys.executable, "-m", "tomas_desktop", "propose", str(path), "p", "law#art_1__para_1"]
    before = _wording(path)
    text = f"Sud izriče kaznu broj {number}."
    worker = subprocess.Popen(
        [*command, "--text", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert worker.stdin is not None
    worker.stdin.write(text)
    worker.stdin.close()
    timer = threading.Timer(delay, worker.kill)
    timer.start()
    done = worker.wait() == 0
    timer.cancel()
    after = _wording(path)
    return "" if after == text or (after == before and not done) else f"propose was {done=}, found {after!r}"


def _wording(path: Path) -> str:
    with opened(path) as dossier:
        draft = drafting.article_draft(dossier, "law", "art_1", "p")
        assert draft.proposed is not None
        return draft.proposed.children[0].text


def _fault(path: Path, first: int, said: int | None) -> str:
    """What is wrong with the dossier after a kill of a worker that began with change `first`, or nothing. One change
    more than said may be there: it was finished, but the word of it was cut off."""
    with opened(path) as dossier:
        if said is None:
            return ""
        found: set[int] = set()
        for ref in ("art_1", "art_2"):
            draft = drafting.article_draft(dossier, "law", ref, "p")
            text = " ".join(line.line.text for line in draft.marked if line.proposed is not None)
            found.update(int(word) for word in text.replace(".", " ").split() if word.isdigit())
        missing = {number for number in (said, said - 1) if number >= first} - found
        newest = max(found)
        if newest < said or (missing and newest == said and said > 2):
            return f"said {said}, found {sorted(found)}"
        steps = dossier.session.next_undo
        return "" if steps is not None else "the history is empty"
