"""The keys of the presentation: one table, from which they are read and shown.

A letter is found where it stands on the keyboard's own alphabet: who has a Serbian or Macedonian layout switched on
presses the same keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from tomas_desktop.ui.i18n import later

_NAMED = {
    Qt.Key.Key_Space: "Space", Qt.Key.Key_Right: "Right", Qt.Key.Key_Left: "Left", Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_PageDown: "PageDown", Qt.Key.Key_PageUp: "PageUp", Qt.Key.Key_Down: "Down", Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Home: "Home", Qt.Key.Key_End: "End", Qt.Key.Key_Tab: "Tab", Qt.Key.Key_Backtab: "Shift+Tab",
    Qt.Key.Key_Escape: "Esc", Qt.Key.Key_F1: "?", Qt.Key.Key_F5: "Esc", Qt.Key.Key_Return: "Space",
    Qt.Key.Key_Enter: "Space",
}  # fmt: skip
# Where the Latin letter's key gives a Cyrillic one.
_LATIN = dict(zip("сабњтниор", "sabwtnior", strict=True))


@dataclass(frozen=True)
class Press:
    """What some keys do: `does` names it, `shown` is how the keys are written, `text` what they are for."""

    does: str
    keys: tuple[str, ...]
    shown: str
    text: str


PRESSES = (
    Press("forward", ("Space", "Right"), "Space  →", later("Next change; behind the last one the next article")),
    Press("back", ("Backspace", "Left"), "Backspace  ←", later("Take the last change back")),
    Press("all_changes", ("a",), "A", later("All changes at once, or none")),
    Press("next_stop", ("PageDown",), "PageDown", later("Next article or stop")),
    Press("previous_stop", ("PageUp",), "PageUp", later("Previous article or stop")),
    Press("first_stop", ("Home",), "Home", later("First article or stop")),
    Press("last_stop", ("End",), "End", later("Last article or stop")),
    Press("next_other", ("Tab",), "Tab", later("Another country or provision beside it")),
    Press("previous_other", ("Shift+Tab",), "Shift+Tab", ""),
    Press("one", ("1",), "1", later("One column; again: another one")),
    Press("two", ("2",), "2", later("Two columns; again: two others")),
    Press("three", ("3",), "3", later("Three columns")),
    Press("page_down", ("Down",), "↓", later("Next page of a long text")),
    Press("page_up", ("Up",), "↑", later("Previous page of a long text")),
    Press("larger", ("+", "="), "+", later("Larger type")),
    Press("smaller", ("-", "_"), "–", later("Smaller type")),
    Press("fit", ("0",), "0", later("As large as fits")),
    Press("spotlight", ("s",), "S", later("Spotlight on the change, or on what is under the mouse")),
    Press("black", ("b", "."), "B", later("Black screen")),
    Press("white", ("w", ","), "W", later("White screen")),
    Press("invert", ("i",), "I", later("White on black, or black on white")),
    Press("timer", ("t",), "T", later("Timer: up, down, none")),
    Press("restart_timer", ("r",), "R", later("Timer from the beginning")),
    Press("more_time", ("Shift+Up",), "Shift+↑", later("A minute more")),
    Press("less_time", ("Shift+Down",), "Shift+↓", later("A minute less")),
    Press("notes", ("n",), "N", later("Presenter's notes and the next stop")),
    Press("order", ("o",), "O", later("The running order, or all articles")),
    Press("help", ("?",), "?", later("These keys")),
    Press("leave", ("Esc",), "Esc", later("Leave, back to where you were")),
)

_BY_KEY: Mapping[str, str] = {key: press.does for press in PRESSES for key in press.keys}


def spoken(text: str) -> str:
    """What keys are for, in the language of the interface."""
    return QCoreApplication.translate("presentation", text)


def meaning(event: QKeyEvent) -> str:
    """What a key does here, "" for nothing."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if held:
        return ""
    name = _NAMED.get(Qt.Key(event.key()), "") if event.key() in _KNOWN else ""
    if name in ("Up", "Down", "Tab") and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        name = f"Shift+{name}"
    letter = event.text().casefold()
    return _BY_KEY.get(name or _LATIN.get(letter, letter), "")


_KNOWN = {int(key.value) for key in _NAMED}
