"""What is known of a law and of the provision in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tomas_desktop.errors import TomasError
from tomas_desktop.services import lawcards, messages
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.dialogs.law_card import LawCard
from tomas_desktop.ui.dialogs.pick_provision import PickProvision, Words

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


def justify_change(window: MainWindow) -> None:
    """Go to where it is said why the change at the caret is made."""
    note = window.proposal.changes.at_caret()
    if note is None:
        window.say(window.tr("The caret stands in no change."))
        return
    window.bring("inspector")
    window.inspector.change.show_note(note)
    window.inspector.show_field("change", window.inspector.change.why)


def other_basis(window: MainWindow) -> None:
    """Ask for another EU provision that the change at the caret answers."""
    opened = window.desk.opened
    if opened is None or window.desk.act is None:
        return
    words = Words(window.tr("The EU provision that this change answers"), window.tr("Take it"))
    basis = PickProvision.ask(opened, window, words, window.desk.act.work)
    if basis is not None:
        window.inspector.change.take_basis(str(basis))


def comment(window: MainWindow) -> None:
    """Give the line for a comment the keyboard."""
    window.bring("inspector")
    window.inspector.show_field("comments", window.inspector.comments.line)


ENTRIES = (
    Entry("law_card", "The card of the law…", "Review", law_card, "Ctrl+Shift+K"),
    Entry("justify_change", "Say why this change is made", "Review", justify_change, "Ctrl+Shift+J"),
    Entry("comment", "Comment on this provision", "Review", comment, "Ctrl+M"),
)
