"""Everything a person can do in the window: menus, shortcuts and the palette are made from one table of entries.

What an entry does is a function of the window, in `ui.commands`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


@dataclass(frozen=True)
class Entry:
    """One action. `text` and `menu` are in English; `group` makes it one of a choice; keys are parted by blanks.
    Shortcuts avoid the keys that a text editor takes for itself (see the tracked editor's notes)."""

    name: str
    text: str
    menu: str
    run: Callable[[MainWindow], object]
    shortcut: str = ""
    group: str = ""


def spoken(text: str) -> str:
    """The text of an entry in the language of the interface."""
    return QCoreApplication.translate("actions", text)


def build(window: MainWindow, entries: Sequence[Entry]) -> Mapping[str, QAction]:
    """Make every action and the menu bar; menus stand in the order in which entries first name them."""
    made: dict[str, QAction] = {}
    menus = {name: window.menuBar().addMenu(spoken(name)) for name in dict.fromkeys(entry.menu for entry in entries)}
    groups: dict[str, QActionGroup] = {}
    for entry in entries:
        action = QAction(spoken(entry.text), window)
        action.setObjectName(entry.name)
        action.setShortcuts([QKeySequence(key) for key in entry.shortcut.split()])
        if entry.group:
            group = groups.setdefault(entry.group, QActionGroup(window))
            action.setCheckable(True)
            group.addAction(action)
        action.triggered.connect(partial(_run, entry, window))
        menus[entry.menu].addAction(action)
        made[entry.name] = action
    return made


def _run(entry: Entry, window: MainWindow, _checked: bool = False) -> None:
    entry.run(window)
