"""A law comes in: it is shown as it was understood, and kept when the person agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tomas_desktop.errors import TomasError
from tomas_desktop.services import importing, messages
from tomas_desktop.services.sources import Origin
from tomas_desktop.ui.dialogs.import_law import ImportLaw

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def bring_in(window: MainWindow, origin: Origin | None) -> None:
    """Ask what is to be kept of a file or a text (None: one is chosen in the dialog) and keep it, in a new dossier
    where none is open."""
    opened = window.desk.opened
    candidate = ImportLaw.ask(window, origin, opened.dossier if opened else None)
    if candidate is None:
        return
    if window.desk.opened is None:
        window.new_dossier()
    if window.desk.opened is None:
        window.say(window.tr("Nothing was imported: a law is kept in a dossier. Open or begin one first."))
        return
    try:
        stored = importing.store_all(window.desk.opened, [candidate])
    except TomasError as error:
        window.say(messages.of_error(error))
        return
    window.say(window.tr("Imported {name}").format(name=stored[0][1].id))
    window.desk.refresh_act()
