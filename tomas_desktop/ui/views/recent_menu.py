"""The submenu of the dossiers that were open last: a digit opens one, those that are gone are told."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tomas_desktop.services import recent
from tomas_desktop.ui import tasks

_FOLDER = 48  # letters of a folder at most
_DIGITS = 9


class RecentMenu(QMenu):
    """`opened` carries the path of a dossier, `forgotten` those that are taken off the list."""

    opened = Signal(Path)
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open recent"))
        self.setToolTipsVisible(True)
        self._actions: dict[Path, QAction] = {}
        self._missing: frozenset[Path] = frozenset()
        # Without a parent: `clear` deletes what is the menu's own.
        self._forget = QAction(self.tr("Take those that are gone off the list"))
        self._forget.triggered.connect(lambda: self.forgotten.emit(self._missing))
        self.show_paths(())

    def show_paths(self, paths: tuple[Path, ...]) -> None:
        """Show these; whether they are still there is looked up in the background: a path may lead to another
        computer that does not answer."""
        self.clear()
        self._actions = {}
        self._missing &= frozenset(paths)
        for number, path in enumerate(paths, 1):
            action = self._actions[path] = self.addAction("", partial(self.opened.emit, path))
            action.setToolTip(str(path))
            action.setData(number)
        if not paths:
            self.addAction(self.tr("No other dossier yet")).setEnabled(False)
        self.addSeparator()
        self.addAction(self._forget)
        self._write()
        if paths:
            tasks.run(lambda: recent.missing(paths), self._tell, lambda _words, _details: None, self)

    def _tell(self, missing: frozenset[Path]) -> None:
        self._missing = missing & self._actions.keys()
        self._write()

    def _write(self) -> None:
        """A name at the left and its folder at the right, or that it is gone."""
        for path, action in self._actions.items():
            is_missing, number = path in self._missing, action.data()
            name = path.stem.replace("&", "&&")
            key = f"&{number}  " if number <= _DIGITS else ""
            beside = self.tr("not there any more") if is_missing else _short(str(path.parent))
            action.setText(f"{key}{name}\t{beside}")
            action.setEnabled(not is_missing)
        self._forget.setVisible(bool(self._missing))


def _short(folder: str) -> str:
    """A folder with dots in its middle where it is long."""
    half = _FOLDER // 2
    return folder if len(folder) <= _FOLDER else f"{folder[: half - 1]}…{folder[-half:]}"
