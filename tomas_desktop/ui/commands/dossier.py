"""Dossiers: beginning one, opening one, leaving."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from tomas_desktop.errors import TomasError
from tomas_desktop.services import demo, dossiers, messages
from tomas_desktop.ui import tasks
from tomas_desktop.ui.actions import Entry, spoken
from tomas_desktop.ui.i18n import later

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow

_FILTER = later("Dossier (*.tomas)")


def new(window: MainWindow) -> None:
    """Ask for a name and begin an empty dossier there."""
    name, _ = QFileDialog.getSaveFileName(window, window.tr("New dossier"), "", spoken(_FILTER))
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
    name, _ = QFileDialog.getOpenFileName(window, window.tr("Open dossier"), "", spoken(_FILTER))
    if name:
        window.open(Path(name))


def open_last(window: MainWindow) -> None:
    """Open the dossier that was open last."""
    window.open(Path(window.settings.last_dossier))


def open_workshop(window: MainWindow) -> None:
    """Ask for a folder, build the workshop dossier there and open it."""
    folder = QFileDialog.getExistingDirectory(window, window.tr("Where should the workshop dossier be kept?"))
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
