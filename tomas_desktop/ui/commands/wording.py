"""Words and their translations: the terms, and translations of the EU act that come in from a memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import eu_acts, messages, rehearsing, translating
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.dialogs.bring_translations import BringTranslations
from tomas_desktop.ui.dialogs.terms import Terms
from tomas_desktop.ui.dialogs.working_translation import WorkingTranslation

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def show_terms(window: MainWindow) -> Terms:
    """Show the terms beside the window; the one that is open already comes to the front."""
    shown = [each for each in window.findChildren(Terms) if each.isVisible()]
    if shown:
        shown[0].raise_()
        shown[0].activateWindow()
        return shown[0]
    return Terms.ask(window)


def bring_translations(window: MainWindow) -> None:
    """Ask for a translation memory and keep what of it fits the EU act."""
    desk = window.desk
    if desk.opened is None or desk.act is None:
        window.say(window.tr("Open a dossier with an EU act first."))
        return
    window.keep()
    steps = BringTranslations.ask(desk.opened, desk.author, window, desk.act.work)
    if steps is None:
        return
    try:
        rehearsing.perform(desk.opened, steps.taken)
    except TomasError as error:
        window.say(messages.of_error(error))
        return
    window.say(window.tr("The translations are kept as working translations; undo takes them out again."))


def type_translation(window: MainWindow) -> None:
    """Ask for a working translation of the EU article in hand, paragraph by paragraph, and keep what was typed."""
    desk = window.desk
    if desk.opened is None or desk.act is None or desk.article is None:
        window.say(window.tr("Open a dossier with an EU act first."))
        return
    try:
        article = desk.opened.provision(
            Ref(desk.act.work, desk.article.eid), eu_acts.quoted(desk.opened, desk.act.work).id
        )
        for each in WorkingTranslation.ask(desk.opened, desk.act.work, article, window):
            translating.translate(desk.opened, each.ref, each.language, each.text, author=desk.author)
    except TomasError as error:
        window.say(messages.of_error(error))
        return
    window.eu.show_place()
    window.table.second.show_place()


ENTRIES = (
    Entry("type_translation", "Type a working translation…", "Edit", type_translation, "Ctrl+Shift+T"),
    Entry("bring_translations", "Bring in translations of the EU act…", "File", bring_translations),
)
TERMS = (Entry("show_terms", "Terms…", "Review", show_terms, "Ctrl+T"),)
