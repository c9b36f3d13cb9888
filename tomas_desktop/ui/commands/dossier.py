"""Dossiers: beginning one, opening one, leaving."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu

from tomas_desktop.errors import TomasError
from tomas_desktop.services import demo, dossiers, messages, recent, settings
from tomas_desktop.ui import file_places, tasks
from tomas_desktop.ui.actions import Entry, spoken
from tomas_desktop.ui.i18n import later
from tomas_desktop.ui.views.recent_menu import RecentMenu

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow

_FILTER = later("Dossier (*.tomas)")


def new(window: MainWindow) -> None:
    """Ask for a name and begin an empty dossier there."""
    name, _ = QFileDialog.getSaveFileName(window, window.tr("New dossier"), file_places.beginning(), spoken(_FILTER))
    if name:
        path = Path(name if name.endswith(".tomas") else f"{name}.tomas")
        try:
            dossiers.create_file(path).close()
        except TomasError as error:
            window.say(messages.of_error(error))
            return
        window.open(path)


def open_one(window: MainWindow) -> None:
    """Ask for a dossier and open it."""
    name, _ = QFileDialog.getOpenFileName(window, window.tr("Open dossier"), file_places.beginning(), spoken(_FILTER))
    if name:
        window.open(Path(name))


def offer_recent(window: MainWindow) -> None:
    """Put the dossiers that were open last into the menu, before the action that opens the very last one."""
    offered = RecentMenu(window)
    before = window.actions_by_name["open_last"]
    menu = next(each for each in before.associatedObjects() if isinstance(each, QMenu))
    menu.insertMenu(before, offered)
    menu.aboutToShow.connect(partial(_show_recent, window, offered))
    offered.opened.connect(window.open)
    offered.forgotten.connect(partial(_forget, window))


def _show_recent(window: MainWindow, offered: RecentMenu) -> None:
    opened = window.desk.opened
    offered.show_paths(recent.others(settings.load().recent, opened.path if opened else None))


def _forget(window: MainWindow, paths: frozenset[Path]) -> None:
    kept = settings.load().recent
    for path in paths:
        kept = recent.without(kept, path)
    window.remember(recent=kept)


def open_last(window: MainWindow) -> None:
    """Open the dossier that was open last."""
    window.open(Path(window.settings.last_dossier))


def open_workshop(window: MainWindow) -> None:
    """Ask for a folder, build the workshop dossier there and open it."""
    folder = QFileDialog.getExistingDirectory(
        window, window.tr("Where should the workshop dossier be kept?"), file_places.beginning()
    )
    if folder:
        window.say(window.tr("Building the workshop dossier…"))

        def built(workshop: demo.Demo) -> None:
            window.open(workshop.dossier)

        tasks.run(lambda: demo.build(Path(folder)), built, window.failed, window)


def show_welcome(window: MainWindow) -> None:
    """Show the first page; the dossier stays open behind it."""
    window.show_page(window.welcome)


def leave(window: MainWindow) -> None:
    """Close the window."""
    window.close()


ENTRIES = (
    Entry("new_dossier", "New dossier…", "File", new, "Ctrl+N"),
    Entry("open_dossier", "Open dossier…", "File", open_one, "Ctrl+O"),
    Entry("open_last", "Open the last dossier again", "File", open_last),
    Entry("open_workshop", "Begin with the workshop dossier…", "File", open_workshop),
    Entry("show_welcome", "Welcome page", "File", show_welcome),
)
LEAVING = (Entry("close", "Quit", "File", leave, "Ctrl+Q"),)
