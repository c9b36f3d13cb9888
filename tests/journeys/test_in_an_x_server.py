"""The program as a process in a real X server, driven by real keys: what no test inside the process can prove."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.conftest import EU_ACT, LAW, add
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, drafting
from tomas_desktop.services.dossiers import opened

_PATIENCE = 60  # seconds; a busy machine is not a wrong program
_DRAFT = "law-proposal"


class Screen:
    """An X server with one program on it."""

    def __init__(self, display: str, config: Path) -> None:
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "TOMAS_CONFIG": str(config),
        }
        self.program: subprocess.Popen[bytes] | None = None

    def start(self, dossier: Path) -> None:
        """Start the program and give it the keyboard."""
        command = [sys.executable, "-m", "tomas_desktop", str(dossier)]
        self.program = subprocess.Popen(command, env=self._environment)
        found = self._xdotool("search", "--sync", "--onlyvisible", "--name", f"^{dossier.stem} .* tomas_desktop$")
        self._xdotool("windowfocus", "--sync", found.split()[-1])

    def keys(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self._xdotool("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Type a text, also letters that the keyboard lacks."""
        self._xdotool("type", "--delay", "60", text)

    def leave(self) -> None:
        """Close the program with its key; it has to go by itself."""
        assert self.program is not None
        self.keys("ctrl+q")
        assert self.program.wait(_PATIENCE) == 0

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=True,
        )
        return done.stdout


@pytest.fixture
def screen(x_programs: None, tmp_path: Path) -> Iterator[Screen]:
    """An X server of one's own, without a window manager."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        it = Screen(f":{answer.readline().strip()}", tmp_path / "config")
    yield it
    if it.program is not None and it.program.poll() is None:
        it.program.kill()
        it.program.wait()
    server.terminate()
    server.wait()


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "journey.tomas"
    with opened(path, create=True) as it:
        add(it, tmp_path, "eu", EU_ACT, "eu", "en")
        add(it, tmp_path, "law", LAW, "rs", "sr-Latn")
        correlating.link(it, Ref("eu", "art_1"), Ref("law", "art_1"))
    return path


def last_paragraph(path: Path) -> str:
    """The last paragraph of Article 1 as the dossier has it proposed."""
    with opened(path) as it:
        has_draft = it.dossier.proposal(_DRAFT) is not None
        return drafting.text_of(it, Ref("law", "art_1"), None, _DRAFT if has_draft else None)[0].children[-1].text


def wait_for(path: Path, text: str) -> None:
    """Until the program has kept what was typed."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if last_paragraph(path) == text:
            return
        time.sleep(0.2)
    assert last_paragraph(path) == text


def test_typing_in_two_scripts_is_kept_and_undone_after_a_restart(screen: Screen, dossier: Path) -> None:
    before = last_paragraph(dossier)
    screen.start(dossier)
    screen.keys("ctrl+2", "ctrl+End")
    screen.type(" Hitno.")
    wait_for(dossier, f"{before} Hitno.")
    screen.type(" Жалба.")
    screen.leave()
    assert last_paragraph(dossier) == f"{before} Hitno. Жалба."

    screen.start(dossier)
    screen.keys("ctrl+2", "ctrl+z")
    wait_for(dossier, f"{before} Hitno.")
    screen.keys("ctrl+z")
    wait_for(dossier, before)
    screen.keys("ctrl+shift+z")
    wait_for(dossier, f"{before} Hitno.")
    screen.keys("ctrl+k")
    screen.type("penalt")
    screen.keys("Return", "alt+Left")
    screen.leave()
    assert last_paragraph(dossier) == f"{before} Hitno."
