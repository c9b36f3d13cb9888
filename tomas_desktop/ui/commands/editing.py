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
    window.proposal.keep_all()
    _took(window, window.desk.undo())


def redo(window: MainWindow) -> None:
    """Bring back the last step that was taken back."""
    window.proposal.keep_all()
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


def edit_clause(window: MainWindow) -> None:
    window.proposal.clause.edit()


ENTRIES = (
    Entry("undo", "Undo", "Edit", undo, "Ctrl+Z"),
    Entry("redo", "Redo", "Edit", redo, "Ctrl+Shift+Z Ctrl+Y"),
    Entry("next_change", "Next change", "Edit", next_change, "F8"),
    Entry("previous_change", "Previous change", "Edit", previous_change, "Shift+F8"),
    Entry("restore_change", "Restore the text in force here", "Edit", restore_change, "Ctrl+Shift+R"),
    Entry("edit_clause", "Word the amending clause by hand", "Edit", edit_clause, "Ctrl+Shift+E"),
)
