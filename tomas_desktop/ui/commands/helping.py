"""Help: the first steps in their place, every key on one page, what the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence

from tomas_desktop.ui.actions import Entry, spoken
from tomas_desktop.ui.dialogs.about import About
from tomas_desktop.ui.models.keys_table import Key
from tomas_desktop.ui.views.keys_page import KeysPage
from tomas_desktop.ui.views.tour import Tour

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def first_steps(window: MainWindow) -> Tour | None:
    """Show the three steps in their place; without a dossier as soon as there is one."""
    for old in window.findChildren(Tour):
        old.end()
    if window.desk.opened is None:
        window.show_page(window.welcome)
        window.say(window.tr("The steps are shown in a dossier: begin one here, the workshop dossier for instance."))
        waiting = [True]

        def begin() -> None:
            if waiting:
                waiting.clear()
                QTimer.singleShot(0, window, lambda: first_steps(window))

        window.desk.act_changed.connect(begin)
        return None
    window.show_page(window.table)
    window.dock("navigator").show()
    return Tour(window, (window.navigator, window.proposal, window.bar.export))


def show_keys(window: MainWindow) -> KeysPage:
    """Show every action with its keys."""
    page = window.pages.of_kind(KeysPage) or _new_keys(window)
    window.leave(lambda: window.show_page(page))
    page.take_keyboard()
    return page


def _new_keys(window: MainWindow) -> KeysPage:
    page = KeysPage(_keys())
    page.left.connect(lambda: _home(window))
    page.chosen.connect(lambda name: _do(window, name))
    window.pages.addWidget(page)
    return page


def _keys() -> list[Key]:
    from tomas_desktop.ui.commands import ENTRIES  # the whole table, of which this file is a part

    def readable(keys: str) -> str:
        shown = (QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys.split())
        return " / ".join(shown)

    return [
        Key(one.name, spoken(one.text).replace("…", ""), spoken(one.menu), readable(one.shortcut)) for one in ENTRIES
    ]


def _home(window: MainWindow) -> None:
    window.show_page(window.table if window.desk.opened else window.welcome)


def _do(window: MainWindow, name: str) -> None:
    _home(window)
    window.actions_by_name[name].trigger()


def about(window: MainWindow) -> None:
    """Say what the program is."""
    About.ask(window)


ENTRIES = (
    Entry("first_steps", "The first three steps", "Help", first_steps),
    Entry("show_keys", "Keys", "Help", show_keys, "F1"),
    Entry("about", "About tomas_desktop", "Help", about),
)
