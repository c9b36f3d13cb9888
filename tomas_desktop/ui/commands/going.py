"""Going somewhere: the next article, the next answer, a pane. What was typed is kept before the place is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import quoting
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.dialogs.pick_provision import PickProvision

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def next_article(window: MainWindow) -> None:
    window.leave(lambda: window.desk.step(1))


def previous_article(window: MainWindow) -> None:
    window.leave(lambda: window.desk.step(-1))


def next_answer(window: MainWindow) -> None:
    window.leave(lambda: window.desk.choose_answer(window.desk.answer_number + 1))


def previous_answer(window: MainWindow) -> None:
    window.leave(lambda: window.desk.choose_answer(window.desk.answer_number - 1))


def back(window: MainWindow) -> None:
    """Go to the place before this one, or to the page from which one came."""
    if not window.pages.back():
        window.leave(window.trail.back)


def forward(window: MainWindow) -> None:
    """Go again to the place that was left by going back."""
    window.leave(window.trail.forward)


def find(window: MainWindow) -> None:
    """Open the palette."""
    window.palette_line.open()


def link_provision(window: MainWindow) -> None:
    """Ask for a national provision and link it with the EU article in hand."""
    if window.desk.opened is None or window.desk.article is None:
        window.say(window.tr("Open a dossier with an EU act first."))
        return
    ref = PickProvision.ask(window.desk.opened, window)
    if ref is not None:
        window.leave(lambda: window.desk.link(ref))


def copy_citation(window: MainWindow) -> None:
    """Copy how one would cite the provision that is read: in the EU sheet where that has the keyboard, else the
    national one."""
    desk = window.desk
    if desk.opened is None or desk.act is None or desk.article is None:
        return
    if desk.answer is None or window.eu.page.hasFocus():
        ref = Ref(desk.act.work, window.eu.page.top_eid() if window.eu.page.hasFocus() else desk.article.eid)
    else:
        ref = desk.answer.ref
    words = quoting.citation(desk.opened, ref)
    QGuiApplication.clipboard().setText(words)
    window.say(window.tr("Copied: {words}").format(words=words))


def _to(part: Callable[[MainWindow], object]) -> Callable[[MainWindow], object]:
    """A command that gives a part of the desk the keyboard."""

    def go(window: MainWindow) -> object:
        window.show_page(window.table)
        return part(window)

    return go


ENTRIES = (
    Entry("find", "Find an article, a term, a command", "Go", find, "Ctrl+K Ctrl+F"),
    Entry("next_article", "Next EU article", "Go", next_article, "Alt+Down"),
    Entry("previous_article", "Previous EU article", "Go", previous_article, "Alt+Up"),
    Entry("next_answer", "Next national provision", "Go", next_answer, "Ctrl+Alt+Right"),
    Entry("previous_answer", "Previous national provision", "Go", previous_answer, "Ctrl+Alt+Left"),
    Entry("back", "Back", "Go", back, "Alt+Left"),
    Entry("forward", "Forward", "Go", forward, "Alt+Right"),
    Entry("link_provision", "Link a national provision…", "Go", link_provision, "Ctrl+L"),
    Entry("copy_citation", "Copy as a citation", "Edit", copy_citation, "Ctrl+Alt+C"),
    Entry("focus_navigator", "Go to the articles", "Go", _to(lambda window: window.go_to_navigator()), "Ctrl+1"),
    Entry("focus_proposal", "Go to the proposal", "Go", _to(lambda w: w.proposal.editor.setFocus()), "Ctrl+2"),
    Entry("focus_justification", "Go to the justification", "Go", _to(lambda w: w.go_to_justification()), "Ctrl+3"),
    Entry("focus_clause", "Go to the amending clause", "Go", _to(lambda w: w.proposal.clause.go()), "Ctrl+4"),
)
