"""Where a dialog that asks for a file begins: where the last dossier lies, else among the person's documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from tomas_desktop.services import settings


def beginning(name: str = "") -> str:
    """The place for a file of this name; a whole path, or one that begins at the folder, stays what it is."""
    last = settings.load().last_dossier
    folder = Path(last).parent if last else Path()
    if not last or not folder.is_dir():
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return str(folder / name)
