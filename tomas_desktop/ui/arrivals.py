"""What arrives from other programs: the file that is dropped on the window, the law that was copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from tomas_desktop.errors import TomasError
from tomas_desktop.services import pasting
from tomas_desktop.services.sources import Origin


def dropped(data: QMimeData) -> Path | None:
    """The one file that is dragged or copied; None for anything else."""
    files = dropped_files(data)
    return files[0] if files and len(files) == 1 else None


def dropped_files(data: QMimeData) -> tuple[Path, ...] | None:
    """The file that is dragged, or the two, the older first as far as their times tell; None for anything else, and
    for two of which one is a dossier: these are not compared."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if not 1 <= len(files) <= 2 or not all(file.is_file() for file in files):
        return None
    if len(files) == 2 and any(file.suffix == ".tomas" for file in files):
        return None
    return tuple(sorted(files, key=lambda file: file.stat().st_mtime))


def copied() -> Origin:
    """What the clipboard holds: a file, a page or plain text. Raises TomasError("clipboard-is-picture"),
    ("clipboard-is-files") and ("clipboard-is-empty")."""
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where nothing was ever copied
    data = held if held is not None else QMimeData()
    file = dropped(data)
    if file is not None:
        return file
    are_files = any(url.isLocalFile() for url in data.urls())  # Qt would call their names a text
    source = None if are_files else pasting.of_clipboard(_page(data), data.text())
    if source is not None:
        return source
    kind = "files" if are_files else "picture" if data.hasImage() else "empty"
    raise TomasError(f"clipboard-is-{kind}")


def _page(data: QMimeData) -> str:
    """The page that was copied. Programs on X11 hand on bytes, as a rule UTF-8 whatever the page declares; Qt goes by
    what it declares, which is right for the others (UTF-16)."""
    try:
        page = bytes(data.data("text/html").data()).decode("utf-8")
    except UnicodeDecodeError:
        return data.html()
    return data.html() if "\0" in page else page
