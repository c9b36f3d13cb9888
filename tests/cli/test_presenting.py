"""`present` refuses in one sentence what cannot be shown; the window is opened by who called the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.services.conftest import EU_ACT, add
from tomas_desktop.cli.program import run
from tomas_desktop.services.dossiers import opened


@pytest.fixture
def act(tmp_path: Path) -> Path:
    """A dossier with an EU act of two articles."""
    path = tmp_path / "act.tomas"
    with opened(path, create=True) as dossier:
        add(dossier, tmp_path, "eu", EU_ACT, "eu", "en")
    return path


@pytest.mark.parametrize("place", ["", "eu#art_2", "eu"])
def test_the_window_is_opened_at_the_place(act: Path, place: str) -> None:
    asked: list[tuple[Path, str]] = []

    def open_window(dossier: Path, where: str) -> int:
        asked.append((dossier, where))
        return 0

    assert run(["present", str(act), *([place] if place else [])], open_window) == 0
    assert asked == [(act, place)]


@pytest.mark.parametrize(("place", "sentence"), [("eu#art_9", "no provision"), ("xx", "no work")])
def test_what_is_not_there_is_refused(act: Path, place: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = act.read_bytes()
    assert run(["present", str(act), place], lambda *_: pytest.fail("the window was opened")) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1
    assert act.read_bytes() == before


def test_no_dossier_is_refused(tmp_path: Path) -> None:
    assert run(["present", str(tmp_path / "none.tomas")]) == 1
    assert run(["present"]) == 2


def test_it_looks_without_qt(act: Path) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None; from tomas_desktop.cli.program import run; "
        f"sys.exit(run(['present', {str(act)!r}, 'eu#art_1']))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
