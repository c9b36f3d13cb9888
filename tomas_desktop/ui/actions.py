"""Everything a person can do in the window, in one table: name, shortcut, menu. Menus are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

# Shortcuts avoid the keys that a text editor takes for itself (see the tracked editor's notes).


@dataclass(frozen=True)
class Entry:
    """One action. `slot` is the method of the window that it calls; `group` makes it one of a choice."""

    name: str
    text: str
    menu: str
    shortcut: str = ""
    group: str = ""


ENTRIES = (
    Entry("new_dossier", "New dossier…", "File", "Ctrl+N"),
    Entry("open_dossier", "Open dossier…", "File", "Ctrl+O"),
    Entry("import_law", "Import a law…", "File", "Ctrl+I"),
    Entry("apply_act", "Apply an amending act…", "File", "Ctrl+Shift+I"),
    Entry("paste_law", "Paste a law…", "File", "Ctrl+Shift+V"),
    Entry("export_package", "Export…", "File", "Ctrl+E"),
    Entry("close", "Quit", "File", "Ctrl+Q"),
    Entry("undo", "Undo", "Edit", "Ctrl+Z"),
    Entry("redo", "Redo", "Edit", "Ctrl+Shift+Z"),
    Entry("next_change", "Next change", "Edit", "F8"),
    Entry("previous_change", "Previous change", "Edit", "Shift+F8"),
    Entry("edit_clause", "Word the amending clause by hand", "Edit", "Ctrl+Shift+E"),
    Entry("restore_change", "Restore the text in force here", "Edit", "Ctrl+Shift+R"),
    Entry("next_article", "Next EU article", "Go", "Alt+Down"),
    Entry("previous_article", "Previous EU article", "Go", "Alt+Up"),
    Entry("next_answer", "Next national provision", "Go", "Alt+Right"),
    Entry("previous_answer", "Previous national provision", "Go", "Alt+Left"),
    Entry("link_provision", "Link a national provision…", "Go", "Ctrl+L"),
    Entry("focus_navigator", "Go to the articles", "Go", "Ctrl+1"),
    Entry("focus_proposal", "Go to the proposal", "Go", "Ctrl+2"),
    Entry("focus_clause", "Go to the amending clause", "Go", "Ctrl+4"),
    Entry("focus_justification", "Go to the justification", "Go", "Ctrl+3"),
    Entry("view_all", "All markup", "View", "Ctrl+Shift+1", "view"),
    Entry("view_final", "Final", "View", "Ctrl+Shift+2", "view"),
    Entry("view_original", "Original", "View", "Ctrl+Shift+3", "view"),
    Entry("theme_system", "Theme of the system", "View", "", "theme"),
    Entry("theme_light", "Light theme", "View", "", "theme"),
    Entry("theme_dark", "Dark theme", "View", "", "theme"),
)


def build(window: QMainWindow) -> Mapping[str, QAction]:
    """Make every action and the menu bar; each action calls the window's method of its name."""
    made: dict[str, QAction] = {}
    menus = {name: window.menuBar().addMenu(name) for name in dict.fromkeys(entry.menu for entry in ENTRIES)}
    groups: dict[str, QActionGroup] = {}
    for entry in ENTRIES:
        action = QAction(entry.text, window)
        action.setObjectName(entry.name)
        if entry.shortcut:
            action.setShortcut(QKeySequence(entry.shortcut))
        if entry.group:
            group = groups.setdefault(entry.group, QActionGroup(window))
            action.setCheckable(True)
            group.addAction(action)
        action.triggered.connect(getattr(window, entry.name))
        menus[entry.menu].addAction(action)
        made[entry.name] = action
    made["redo"].setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    return made
