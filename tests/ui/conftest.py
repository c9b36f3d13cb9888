"""A real window on a small dossier, offscreen; settings lie in a folder of the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.services.conftest import EU_ACT, LAW, add
from tests.ui import gui_thread
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui import application
from tomas_desktop.ui.main_window import MainWindow


@pytest.fixture(scope="session", autouse=True)
def heavy_work_is_watched() -> None:
    """Every test of the window asserts that nothing heavy runs on the thread that paints."""
    gui_thread.watch()


@pytest.fixture(autouse=True)
def nothing_heavy_on_the_gui_thread(heavy_work_is_watched: None) -> Iterator[None]:
    gui_thread.offences.clear()
    yield
    assert gui_thread.offences == []


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or changes what a person's program remembers."""
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))


@pytest.fixture
def small_dossier(tmp_path: Path) -> Path:
    """Article 1 of the EU act linked with Article 1 of the law, Article 2 with nothing."""
    path = tmp_path / "small.tomas"
    with opened(path, create=True) as dossier:
        add(dossier, tmp_path, "eu", EU_ACT, "eu", "en")
        add(dossier, tmp_path, "law", LAW, "rs", "sr-Latn")
        correlating.link(dossier, Ref("eu", "art_1"), Ref("law", "art_1"), grade="partial", reason="48 hours")
    return path


@pytest.fixture
def window(qtbot: QtBot, small_dossier: Path) -> Iterator[MainWindow]:
    """The window, shown, on the small dossier."""
    application.make()
    it = application.open_window(small_dossier)
    qtbot.addWidget(it)
    it.resize(1366, 768)
    with qtbot.waitExposed(it):
        it.show()
    yield it
    it.close()
