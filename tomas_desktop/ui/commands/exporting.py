"""A package goes out: it is looked at and written in the dialog; a remark may lead back to the place to mend it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services.checklist import Place
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.commands import inspecting
from tomas_desktop.ui.dialogs.export_package import ExportPackage
from tomas_desktop.ui.dialogs.fill_form import FillForm

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def export(window: MainWindow) -> None:
    """Ask what is to go out, say where it lies, or go where something is to be mended."""
    window.keep()
    opened, key = window.desk.opened, _proposal(window)
    if opened is None or key is None:
        window.say(window.tr("There is no proposal to export here yet."))
        return
    outcome = ExportPackage.ask(opened, key, window)
    if isinstance(outcome, Place):
        go(window, outcome)
    elif outcome is not None:
        words = window.tr("%n files written to {folder}", "", len(outcome.files))
        window.say(words.format(folder=_linked(outcome.folder, outcome.folder)))


def fill_form(window: MainWindow) -> None:
    """Ask which form is to be filled from a proposal, and say where the filled one lies."""
    window.keep()
    opened, key = window.desk.opened, _proposal(window)
    if opened is None or key is None:
        window.say(window.tr("A form is filled from a proposal, and there is none here yet."))
        return
    filled = FillForm.ask(opened, key, window)
    if filled is not None:
        words = window.tr("%n rows written to {file}", "", filled.rows)
        window.say(words.format(file=_linked(filled.file.parent, filled.file)))


def _proposal(window: MainWindow) -> str | None:
    """The proposal in hand, else the first."""
    opened = window.desk.opened
    first = opened.dossier.proposals[0].key if opened and opened.dossier.proposals else None
    return window.desk.proposal_key() or first


def _linked(target: Path, shown: Path) -> str:
    link = QUrl.fromLocalFile(str(target.resolve())).toString()
    return f'<a href="{link}">{escape(str(shown))}</a>'


def go(window: MainWindow, place: Place) -> None:
    """Show the place that a remark is about."""
    desk, ref = window.desk, place.ref
    if desk.opened is None or ref is None:
        return
    work = desk.opened.dossier.work(ref.work)
    if work is None:
        return
    if place.kind == "card":
        inspecting.law_card(window, ref.work, place.key)
        return
    window.show_page(window.table)
    if work.country == "eu":
        article = ref.eid.partition("__")[0]
        window.leave(lambda: desk.go_to(Ref(ref.work, article)))
        if place.other is not None:
            desk.show(place.other)
        window.do("focus_navigator")
    else:
        if place.kind == "proposal":
            desk.choose_proposal(place.key)
        window.leave(lambda: desk.show(ref))
        window.do("focus_justification" if place.kind == "proposal" else "focus_proposal")


ENTRIES = (
    Entry("export_package", "Export…", "File", export, "Ctrl+E"),
    Entry("fill_form", "Fill a form…", "File", fill_form, "Ctrl+Shift+F"),
)
