"""What is known of a law and of the provision in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tomas_desktop.errors import TomasError
from tomas_desktop.services import lawcards, messages
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.dialogs.law_card import LawCard

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def law_card(window: MainWindow, work: str = "", field: str = "") -> None:
    """Show the card of a law, of the one in hand where none is named, and keep what is changed as one step."""
    opened, law = window.desk.opened, window.desk.law()
    key = work or (law.key if law else "")
    if opened is None or not key:
        window.say(window.tr("Open a national law first."))
        return
    try:
        changed = LawCard.ask(opened.dossier.card(key), opened.work(key).title, field, window)
        if changed:
            lawcards.update(opened, key, changed)
    except TomasError as error:
        window.say(messages.of_error(error))


def comment(window: MainWindow) -> None:
    """Give the line for a comment the keyboard."""
    window.bring("inspector")
    window.inspector.sections["comments"].open()
    window.inspector.comments.line.setFocus()


ENTRIES = (
    Entry("law_card", "The card of the law…", "Review", law_card, "Ctrl+Shift+K"),
    Entry("comment", "Comment on this provision", "Review", comment, "Ctrl+M"),
)
