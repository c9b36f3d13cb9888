"""What the window can be told to do, one file per kind; `ENTRIES` is the whole table in the order of the menus."""

from tomas_desktop.ui.commands import dossier, editing, exporting, going, importing, looking

ENTRIES = (
    *dossier.ENTRIES,
    *importing.ENTRIES,
    *exporting.ENTRIES,
    *dossier.LEAVING,
    *editing.ENTRIES,
    *going.ENTRIES,
    *looking.ENTRIES,
)
