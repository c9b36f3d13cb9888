"""What can be done with a line of a text that is being imported: one table, a row of buttons, a menu, keys."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from tomas_desktop.ui.i18n import later
from tomas_desktop.ui.views.flow_row import FlowRow

UNDO = "undo"


@dataclass(frozen=True)
class Entry:
    """`name` is the kind of the correction; `text` says in full what the key does."""

    name: str
    label: str
    key: str
    text: str


ENTRIES = (
    Entry("article", later("Article"), "A", later("This line is the number of an article")),
    Entry("heading", later("Heading"), "H", later("This line is the title of the unit next to it")),
    Entry("paragraph", later("Paragraph"), "P", later("This line is text")),
    Entry("division", later("Division"), "D", later("A chapter or a section begins with this line")),
    Entry("merge", later("Merge"), "M", later("This line goes on with the line before it")),
    Entry("split", later("Split"), "S", later("Split the line where the caret stands")),
    Entry("ignore", later("Ignore"), "I", later("This line is no part of the document")),
    Entry(UNDO, later("Undo"), "Ctrl+Z", later("Take back the last correction")),
)


ONE_BY_ONE = frozenset({"split", UNDO})  # the others, with Shift, are done with all lines alike


def asked_by(event: QKeyEvent) -> str:
    """What a key asks for, with Shift or without; empty for any other key."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return UNDO
    if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        return ""
    letter = event.text().upper()
    return next((entry.name for entry in ENTRIES if letter and entry.key == letter), "")


class CorrectionBar(QWidget):
    """The buttons, each with its key on its tooltip; what cannot be done with the line at hand is greyed."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowRow(self)
        self.buttons: dict[str, QToolButton] = {}
        for entry in ENTRIES:
            button = QToolButton()
            button.setText(self.tr(entry.label))
            button.setToolTip(self._hint(entry))
            button.setAccessibleName(self.tr(entry.label))
            button.setAccessibleDescription(self.tr(entry.text))
            button.setObjectName("small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret in the text
            button.clicked.connect(lambda _=False, name=entry.name: self.asked.emit(name))
            row.addWidget(button)
            self.buttons[entry.name] = button
        self.allow(())

    def _hint(self, entry: Entry) -> str:
        if entry.name in ONE_BY_ONE:
            return f"{self.tr(entry.text)} ({entry.key})"
        more = self.tr("Shift+{key}: all lines that differ from it in digits only").format(key=entry.key)
        return f"{self.tr(entry.text)} ({entry.key})\n{more}"

    def allow(self, names: Collection[str]) -> None:
        """Only these can be done now."""
        for name, button in self.buttons.items():
            button.setEnabled(name in names)

    def pop_up(self, at: QPoint) -> None:
        """The same as a menu, where the mouse was pressed."""
        self.menu().popup(at)

    def menu(self) -> QMenu:
        """What can be done, as a menu that goes when it is closed."""
        menu = QMenu(self)
        for entry in ENTRIES:
            if entry.name == UNDO:
                menu.addSeparator()
            action = menu.addAction(f"{self.tr(entry.text)}\t{entry.key}")
            action.setEnabled(self.buttons[entry.name].isEnabled())
            action.triggered.connect(lambda _=False, name=entry.name: self.asked.emit(name))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu
