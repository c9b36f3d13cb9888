"""Changing the draft: undo, the walk over its changes, the clause by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tomas_desktop.model.change import Step
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.ui.actions import Entry

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def undo(window: MainWindow) -> None:
    """Take back what was typed last, or the last step."""
    window.keep()
    _took(window, window.desk.undo())


def redo(window: MainWindow) -> None:
    """Bring back the last step that was taken back."""
    window.keep()
    _took(window, window.desk.redo())


def _took(window: MainWindow, step: Step | None) -> None:
    """Show what was taken back or brought again, where it stands."""
    if step is None:
        return
    if any(change.key.startswith("correlation/") for change in step.changes):
        window.desk.answer_changed.emit()
    elif "#" in step.detail:
        window.desk.show(Ref.parse(step.detail))
        window.proposal.refresh()


def next_change(window: MainWindow) -> None:
    window.proposal.go_to_change(1)


def previous_change(window: MainWindow) -> None:
    window.proposal.go_to_change(-1)


def restore_change(window: MainWindow) -> None:
    """Put the text in force back for the change at the caret."""
    if not window.proposal.editor.reject_change():
        window.say(window.tr("The caret stands in no change."))


def restore_selection(window: MainWindow) -> None:
    """Put the text in force back for every change that the selection meets."""
    if not window.proposal.editor.restore("selected"):
        window.say(window.tr("Select a text with changes first."))


def restore_article(window: MainWindow) -> None:
    """Put the text in force back for the whole article."""
    if not window.proposal.editor.restore("all"):
        window.say(window.tr("This article has no changes."))


def accept_change(window: MainWindow) -> None:
    """Agree with the change at the caret, or with those of the selection; a second time takes that back."""
    window.keep()
    if not window.proposal.changes.accept():
        window.say(window.tr("The caret stands in no change."))


def accept_all(window: MainWindow) -> None:
    """Agree with every change of the article."""
    window.keep()
    count = window.proposal.changes.accept_all()
    window.say(
        window.tr("%n changes accepted; they stay in the proposal.", "", count)
        if count
        else window.tr("There is no change left to accept.")
    )


def describe_change(window: MainWindow) -> None:
    """Say whose the change at the caret is, since when and why."""
    window.proposal.editor.setFocus()
    if not window.proposal.editor.describe_change():
        window.say(window.tr("The caret stands in no change."))


def edit_clause(window: MainWindow) -> None:
    window.proposal.clause.edit()


ENTRIES = (
    Entry("undo", "Undo", "Edit", undo, "Ctrl+Z"),
    Entry("redo", "Redo", "Edit", redo, "Ctrl+Shift+Z Ctrl+Y"),
    Entry("next_change", "Next change", "Edit", next_change, "F8"),
    Entry("previous_change", "Previous change", "Edit", previous_change, "Shift+F8"),
    Entry("restore_change", "Restore the text in force here", "Edit", restore_change, "Ctrl+Shift+R"),
    Entry("restore_selection", "Restore the text in force in the selection", "Edit", restore_selection),
    Entry("restore_article", "Restore the whole article", "Edit", restore_article),
    Entry("accept_change", "Accept this change", "Edit", accept_change, "Ctrl+Shift+Y"),
    Entry("accept_all", "Accept all changes of the article", "Edit", accept_all),
    Entry("describe_change", "Who changed this, when and why", "Edit", describe_change, "Alt+F8"),
    Entry("edit_clause", "Word the amending clause by hand", "Edit", edit_clause, "Ctrl+Shift+E"),
)
