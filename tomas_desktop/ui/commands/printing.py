"""The comparison goes out: on paper, as a PDF, as a page to be read by colleagues without the program."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import dossiers, handouts
from tomas_desktop.services.comparing import Compared
from tomas_desktop.services.handouts import Handout, Said
from tomas_desktop.ui import names, theme
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.dialogs.print_comparison import Offer, PrintComparison
from tomas_desktop.ui.models.changed_provisions import KINDS, kind_word
from tomas_desktop.ui.views.compare_page import ComparePage

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def hand_out(window: MainWindow) -> None:
    """Look at what is compared just now as pages, and print or keep it."""
    window.keep()
    page = window.pages.currentWidget()
    if isinstance(page, ComparePage) and page.compared is not None:
        offers = [_versions(window, page.compared)]
    else:
        offers = _drafts(window)
    if not offers:
        window.say(window.tr("There is no comparison here yet: link a national provision first."))
        return
    written = PrintComparison.ask(offers, theme.chosen(window.settings.theme), window)
    if written is not None:
        _say_where(window, written)


def _drafts(window: MainWindow) -> list[Offer]:
    """The article in hand, then all articles of its proposal, then the other proposals."""
    desk = window.desk
    if desk.opened is None:
        return []
    path, said = desk.opened.path, _said(window)
    offers = []
    answer, key = desk.answer, desk.proposal_key()
    eu = Ref(desk.act.work, desk.article.eid) if desk.act and desk.article else None
    if answer is not None:
        name = f"{answer.article.num} – {desk.opened.work(answer.ref.work).title}"
        ref = answer.ref

        def article() -> Handout:
            with dossiers.opened(path) as copy:
                return handouts.of_article(copy, eu, ref, key, said)

        offers.append(Offer(window.tr("This article: {name}").format(name=name), article))
    proposals = sorted(desk.opened.dossier.proposals, key=lambda one: one.key != key)
    for proposal in proposals:
        if not desk.opened.dossier.modifications(proposal.key):
            continue

        def changed(key: str = proposal.key) -> Handout:
            with dossiers.opened(path) as copy:
                return handouts.of_proposal(copy, key, said)

        title = proposal.title or desk.opened.work(proposal.work).title
        offers.append(Offer(window.tr("All changed articles: {name}").format(name=title), changed))
    return offers


def _versions(window: MainWindow, compared: Compared) -> Offer:
    desk = window.desk
    both = (compared.old, compared.new)
    title = f"{compared.old} – {compared.new}"
    if compared.work and desk.opened is not None:
        title = desk.opened.work(compared.work).title
        both = (
            names.of_expression(desk.opened.expression(compared.work, compared.old)),
            names.of_expression(desk.opened.expression(compared.work, compared.new)),
        )
    kinds = {kind: kind_word(kind) for kind in KINDS}
    return Offer(title, lambda: handouts.of_versions(compared, both, kinds, title))


def _said(window: MainWindow) -> Said:
    return Said(
        window.tr("EU act"), window.tr("In force"), window.tr("Proposed"), window.tr("deleted"), window.tr("inserted")
    )


def _say_where(window: MainWindow, path: Path) -> None:
    link = QUrl.fromLocalFile(str(path.resolve())).toString()
    words = window.tr("Kept as {path}").format(path=f'<a href="{link}">{escape(str(path))}</a>')
    window.say(words)


ENTRIES = (Entry("hand_out", "Print, PDF or page of the comparison…", "File", hand_out, "Ctrl+P"),)
