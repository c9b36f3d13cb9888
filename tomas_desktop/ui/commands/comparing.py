"""Comparing versions: two texts of a work, or two files, and what hangs on what changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.ui import finding, theme
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.dialogs.compare_versions import CompareVersions
from tomas_desktop.ui.views.compare_fields import Choice
from tomas_desktop.ui.views.compare_page import ComparePage

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def compare(window: MainWindow, choice: Choice | None = None) -> ComparePage | None:
    """Show what changed between two texts: those of the act in hand, or what is chosen."""
    look = theme.chosen(window.settings.theme)
    if window.desk.opened is None:
        CompareVersions.ask(window.desk, look, window, choice)
        return None
    page = window.pages.of_kind(ComparePage) or _new_page(window)
    window.leave(lambda: window.show_page(page))
    page.offer(choice)
    page.take_keyboard()
    return page


def compare_files(window: MainWindow, old: Path, new: Path) -> None:
    """Compare two files that were dropped on the window."""
    compare(window, Choice("", str(old), str(new)))


def state(window: MainWindow) -> Choice | None:
    """What the page compares, or is to compare; None where it was never asked for."""
    page = window.pages.of_kind(ComparePage)
    return page.fields.state if page else None


def resume(window: MainWindow, state: Choice) -> None:
    """Have the page, as yet unseen, as it was in another window."""
    page = _new_page(window)
    page.fields.offer(window.desk.opened)
    page.fields.resume(state)


def _new_page(window: MainWindow) -> ComparePage:
    page = ComparePage(window.desk, theme.chosen(window.settings.theme))
    button = QToolButton()
    button.setText(window.tr("Hand out…"))
    button.setToolTip(f"{window.actions_by_name['hand_out'].text()} (Ctrl+P)")
    button.clicked.connect(window.actions_by_name["hand_out"].trigger)
    page.corner.addWidget(button)
    page.left.connect(lambda: window.show_page(window.table))
    page.went.connect(lambda place: go(window, place))
    page.said.connect(window.say)
    window.pages.addWidget(page)
    return page


def go(window: MainWindow, place: Correlation | Ref) -> None:
    """Go where a correlation, or a provision that a proposal changes, is shown; going back leads to the page again."""
    page, desk = window.pages.currentWidget(), window.desk
    if isinstance(place, Ref):
        finding.show(window, place)
    else:
        window.show_page(window.table)
        window.leave(lambda: desk.go_to(Ref(place.eu.work, place.eu.eid.partition("__")[0])))
        if place.national.eid:
            desk.show(place.national)
    if page is not None:
        window.pages.note_origin(page)
    window.do("focus_navigator")


ENTRIES = (Entry("compare_versions", "Compare two versions…", "Review", compare, "Ctrl+Shift+D"),)
