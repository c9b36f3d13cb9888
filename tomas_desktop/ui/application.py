"""Starting the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tomas_desktop import __version__
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import settings
from tomas_desktop.ui import i18n, theme
from tomas_desktop.ui.commands import comparing, presenting
from tomas_desktop.ui.main_window import MainWindow

_PATIENCE = 0.001  # seconds
_LARGE_SCREEN = 1600  # pixels wide


def make() -> QApplication:
    """The application, in the look and the language of the settings."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("tomas_desktop")
    application.setApplicationVersion(__version__)
    application.setStyle("Fusion")
    # How long a worker may keep a key waiting (Python's usual 5 ms, several times a key, are seen).
    sys.setswitchinterval(_PATIENCE)
    theme.apply(theme.chosen(settings.load().theme))
    i18n.speak(i18n.chosen(settings.load().language))
    return application


def open_window(path: Path | None) -> MainWindow:
    """The window on a dossier, the last one, or the welcome page."""
    window = MainWindow(theme.chosen(settings.load().theme))
    last = settings.load().last_dossier
    target = path or (Path(last) if last and Path(last).is_file() else None)
    if target is not None:
        window.open(target)
    return window


# What brings a page or a part of the window that is made when it is first asked for.
_BROUGHT_BY = {
    "CoverageBoard": "coverage", "RegionalPage": "countries", "ComparePage": "compare_versions",
    "KeysPage": "show_keys", "Welcome": "show_welcome",
}  # fmt: skip


def reopen(window: MainWindow) -> MainWindow:
    """The same window anew, in the language that the application speaks now: the dossier, the place, the page, the
    parts at the edge and the marks that are shown stay."""
    path = window.desk.opened.path if window.desk.opened else None
    spot, is_shown, page = window.trail.here, window.isVisible(), type(window.pages.currentWidget()).__name__
    compared = comparing.state(window)
    window.show_page(window.table)  # some pages put the parts at the edge away
    asked = [name for name, action in window.actions_by_name.items() if name.startswith("view_") and action.isChecked()]
    asked += [_BROUGHT_BY.get(page, "")]
    window.close()
    window.deleteLater()
    again = MainWindow(theme.chosen(settings.load().theme))
    if path is not None:
        again.open(path)
        if spot is not None:
            again.trail.go(spot)
        if compared is not None:
            comparing.resume(again, compared)
        for name in asked:
            if name in again.actions_by_name and name != "view_all":
                again.do(name)
    again.setVisible(is_shown)
    _windows[:] = [again]
    return again


_windows: list[MainWindow] = []  # who opens a window anew is gone then


def appear(window: MainWindow) -> None:
    """Show the window where it was left. The first time it takes all of a laptop's screen and most of a larger one:
    three texts stand side by side."""
    room = window.screen().availableGeometry()
    if not window.settings.geometry and room.width() < _LARGE_SCREEN:
        window.setGeometry(room)
        window.setWindowState(Qt.WindowState.WindowMaximized)
    elif not window.settings.geometry:
        window.resize(room.size() * 0.9)
        window.move(room.center() - window.rect().center())
    window.show()


def run(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; the first argument may name a dossier."""
    application = make()
    window = open_window(Path(arguments[0]) if arguments else None)
    appear(window)
    return application.exec()


def run_presentation(path: Path, place: str) -> int:
    """Open the window straight into presentation: at a provision (`KEY#EID`), else at the running order, else at the
    first article."""
    ref = Ref.parse(place) if place else None
    application = make()
    window = open_window(path)
    appear(window)
    QTimer.singleShot(0, window, lambda: presenting.begin(window, ref))
    return application.exec()
