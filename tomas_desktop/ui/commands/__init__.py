"""What the window can be told to do, one file per kind; `ENTRIES` is the whole table in the order of the menus."""

from tomas_desktop.ui.commands import (
    comparing,
    dossier,
    editing,
    exporting,
    going,
    helping,
    importing,
    inspecting,
    looking,
    presenting,
    printing,
    relinking,
    reviewing,
    wording,
)

ENTRIES = (
    *dossier.ENTRIES,
    *importing.ENTRIES,
    *wording.ENTRIES,
    *exporting.ENTRIES,
    *printing.ENTRIES,
    *dossier.LEAVING,
    *editing.ENTRIES,
    *going.ENTRIES,
    *inspecting.ENTRIES,
    *relinking.ENTRIES,
    *reviewing.ENTRIES,
    *comparing.ENTRIES,
    *wording.TERMS,
    *looking.ENTRIES,
    *presenting.ENTRIES,
    *helping.ENTRIES,
)
