"""A law comes in: it is shown as it was understood, and kept when the person agrees. So does an act that amends one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import walk
from tomas_desktop.model.work import Expression
from tomas_desktop.services import applying, drafting, importing, messages
from tomas_desktop.services.sources import Origin
from tomas_desktop.ui import arrivals, finding
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.commands import dossier
from tomas_desktop.ui.dialogs.apply_act import ApplyAct
from tomas_desktop.ui.dialogs.import_law import ImportLaw

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def bring_in(window: MainWindow, origin: Origin | None) -> None:
    """Ask what is to be kept of a file or a text (None: one is chosen in the dialog) and keep it, in a new dossier
    where none is open."""
    opened = window.desk.opened
    candidate = ImportLaw.ask(window, origin, opened.dossier if opened else None)
    if candidate is None:
        return
    if window.desk.opened is None:
        dossier.new(window)
    if window.desk.opened is None:
        window.say(window.tr("Nothing was imported: a law is kept in a dossier. Open or begin one first."))
        return
    try:
        stored = importing.store_all(window.desk.opened, [candidate])
    except TomasError as error:
        window.say(messages.of_error(error))
        return
    window.desk.refresh_act()
    _show(window, stored[0][1])
    window.say(window.tr("Imported {name}").format(name=stored[0][1].id))


def _show(window: MainWindow, text: Expression) -> None:
    """Show the beginning of a law that came in; where the provision in hand is of its work already, it stays."""
    desk = window.desk
    if desk.opened is None or text.work in (desk.place and desk.place.work, desk.answer and desk.answer.ref.work):
        return
    first = next((node for node in walk(desk.opened.nodes(text)) if node.unit == "article"), None)
    if first is not None:
        finding.show(window, Ref(text.work, first.eid))


def apply_act(window: MainWindow, origin: Origin | None = None) -> None:
    """Ask which amending act is to be applied to which law, and keep what it makes as the person decided."""
    window.keep()
    opened = window.desk.opened
    if opened is None or not any(work.country != "eu" for work in opened.dossier.works):
        window.say(window.tr("An act is applied to a national law: open a dossier and import one first."))
        return
    decision = ApplyAct.ask(opened, window, origin)
    if decision is None:
        return
    try:
        if decision.kind == "text":
            kept = applying.keep_as_text(opened, decision.preview, decision.stage, decision.date).id
        else:
            kept = applying.keep_as_proposal(opened, decision.preview, window.desk.author).key
    except TomasError as error:
        window.say(messages.of_error(error))
        return
    shown = drafting.proposals_of(opened, decision.preview.target.work.key)[:1]
    if decision.kind == "proposal" and shown[0].key != kept:
        words = window.tr("Kept as {name}; the window goes on showing the older proposal {shown}")
        window.say(words.format(name=kept, shown=shown[0].key))
    else:
        window.say(window.tr("Kept as {name}").format(name=kept))
    window.desk.refresh_act()


def import_law(window: MainWindow) -> None:
    """Ask for a law, show what was understood, keep it."""
    bring_in(window, None)


def paste_law(window: MainWindow) -> None:
    """The same for the law that was copied in another program."""
    try:
        bring_in(window, arrivals.copied())
    except TomasError as error:
        window.say(messages.of_error(error))


ENTRIES = (
    Entry("import_law", "Import a law…", "File", import_law, "Ctrl+I"),
    Entry("paste_law", "Paste a law…", "File", paste_law, "Ctrl+Shift+V"),
    Entry("apply_act", "Apply an amending act…", "File", apply_act, "Ctrl+Shift+I"),
)
