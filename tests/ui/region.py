"""A window on the made-up act of three countries; what comes from the background is waited for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.three_countries import fill, ref
from tomas_desktop.services import correlating
from tomas_desktop.services.dossiers import OpenDossier, opened
from tomas_desktop.ui import application
from tomas_desktop.ui.main_window import MainWindow


def dossier(folder: Path) -> Path:
    """Article 1 is half answered in Serbia and answered in North Macedonia; Article 2 only suggested there."""
    path = folder / "region.tomas"
    with opened(path, create=True) as it:
        fill(it, folder)
        correlating.link(it, ref("act#art_1__para_1"), ref("rs-lat#art_1__para_1"), grade="partial", reason="no term")
        correlating.link(it, ref("act#art_1"), ref("mk#art_1"), grade="full")
        correlating.link(it, ref("act#art_2"), ref("rs-lat#art_2"), status="to-recheck")
        correlating.link(it, ref("act#art_2"), ref("mk#art_1"), status="suggested")
    return path


def window(qtbot: QtBot, folder: Path) -> MainWindow:
    """The window, shown, on that dossier."""
    application.make()
    it = application.open_window(dossier(folder))
    qtbot.addWidget(it)
    it.resize(1366, 768)
    with qtbot.waitExposed(it):
        it.show()
    return it


def rest() -> None:
    """Let everything in the background come to an end."""
    for _ in range(8):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()


def open_of(it: MainWindow) -> OpenDossier:
    """The dossier that is open."""
    assert it.desk.opened is not None
    return it.desk.opened
