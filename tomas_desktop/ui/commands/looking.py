"""How it looks: which marks are shown, which columns stand on the desk, the theme."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from tomas_desktop.ui import i18n, theme
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.table import LAYOUTS, LayoutName
from tomas_desktop.ui.views.tracked_editor import Shows

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def show_marks(view: Shows, window: MainWindow) -> None:
    """Show all markup, the final text, the original one, or both beside each other."""
    window.actions_by_name[f"view_{view}"].setChecked(True)
    window.proposal.editor.set_view(view)
    # The proposal's own sheet shows the text in force then: the sheet beside it makes room.
    usual: LayoutName = next((name for name in LAYOUTS if name == window.settings.layout), "three")
    layout: LayoutName = "two" if view == "beside" else usual
    if not window.actions_by_name[f"layout_{layout}"].isChecked():
        window.actions_by_name[f"layout_{layout}"].setChecked(True)
        window.table.lay_out(layout)


def lay_out(name: LayoutName, window: MainWindow) -> None:
    """Put the columns of a layout on the desk."""
    window.actions_by_name[f"layout_{name}"].setChecked(True)
    window.table.lay_out(name)
    window.show_page(window.table)
    window.remember(layout=name)


def choose_theme(name: str, window: MainWindow) -> None:
    """Put on another theme, now and at the next start."""
    window.remember(theme=name)
    look = theme.chosen(name)
    theme.apply(look)
    window.set_theme(look)


def choose_marks(name: str, window: MainWindow) -> None:
    """Draw changes in other colours, now and at the next start."""
    window.remember(marks=name)
    look = theme.chosen(window.settings.theme)
    theme.apply(look)
    window.set_theme(look)


def choose_language(name: str, window: MainWindow) -> None:
    """Speak another language, now and at the next start: the window is opened anew where it stands."""
    from tomas_desktop.ui import application  # it makes windows, which know this file

    window.remember(language=name)
    i18n.speak(name)
    # Not while the menu that was chosen from is still open: it goes with the window.
    QTimer.singleShot(0, window, lambda: application.reopen(window))


def toggle(part: str, window: MainWindow) -> None:
    """Show a part at the edge of the window, or put it away."""
    dock = window.dock(part)
    dock.setVisible(dock.isHidden())


def read_together(window: MainWindow) -> None:
    """Let the sheets follow each other by provision, or each be scrolled alone."""
    window.together.is_on = not window.together.is_on
    is_on = window.together.is_on
    window.say(window.tr("The sheets follow each other.") if is_on else window.tr("Each sheet scrolls alone."))


def _with(run: Callable[..., None], value: str) -> Callable[[MainWindow], None]:
    return partial(run, value)


ENTRIES = (
    Entry("view_all", "All markup", "View", _with(show_marks, "all"), "Ctrl+Shift+1", "view"),
    Entry("view_final", "Final", "View", _with(show_marks, "final"), "Ctrl+Shift+2", "view"),
    Entry("view_original", "Original", "View", _with(show_marks, "original"), "Ctrl+Shift+3", "view"),
    Entry("view_beside", "Side by side", "View", _with(show_marks, "beside"), "Ctrl+Shift+4", "view"),
    *(
        Entry(f"layout_{name}", layout.text, "View", _with(lay_out, name), layout.shortcut, "layout")
        for name, layout in LAYOUTS.items()
    ),
    Entry("toggle_navigator", "Show or hide the articles", "View", _with(toggle, "navigator"), "F9"),
    Entry("toggle_inspector", "Show or hide the inspector", "View", _with(toggle, "inspector"), "F10"),
    Entry("read_together", "Scroll the sheets together, or each alone", "View", read_together, "Ctrl+Alt+S"),
    Entry("theme_system", "Theme of the system", "View", _with(choose_theme, "system"), "", "theme"),
    Entry("theme_light", "Light theme", "View", _with(choose_theme, "light"), "", "theme"),
    Entry("theme_dark", "Dark theme", "View", _with(choose_theme, "dark"), "", "theme"),
    Entry("theme_contrast", "High contrast", "View", _with(choose_theme, "contrast"), "", "theme"),
    Entry("marks_", "Changes in blue and orange", "View", _with(choose_marks, ""), "", "marks"),
    Entry("marks_green-red", "Changes in green and red", "View", _with(choose_marks, "green-red"), "", "marks"),
    *(
        Entry(f"language_{tag}", name, "Language", _with(choose_language, tag), "", "language")
        for tag, name in i18n.LANGUAGES.items()
    ),
)
