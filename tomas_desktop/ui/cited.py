"""What a page cites becomes links, found in the background after the page is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QObject, QTimer

from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import cited_links, dossiers
from tomas_desktop.services.cited_links import CitedLink
from tomas_desktop.ui import tasks
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.views.law_page import LawPage, Link

Work = Callable[[], Sequence[CitedLink]]

_REST_MS = 120
_KEPT = 200  # provisions whose links are remembered


class CitedLinks(QObject):
    """Puts the links on one page; what was found of a provision is remembered while its text stays the same."""

    def __init__(self, desk: Desk, page: LawPage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._wanted: object = None
        self._known: dict[object, tuple[Link, ...]] = {}

    def show(self, ref: Ref, expression: str) -> None:
        """Show the links of the provision that stands on the page now."""
        opened = self._desk.opened
        if opened is None:
            return
        path, tree = opened.path, opened.expression(ref.work, expression).tree
        asked = self._wanted = (str(path), str(ref), tree)
        if asked in self._known:
            self._page.set_links(self._known[asked])
            return

        def work() -> Sequence[CitedLink]:
            try:
                with dossiers.opened(path) as it:
                    return cited_links.of_provision(it, ref, expression)
            except TomasError:  # it went in the meantime, or no grammar reads its language
                return ()

        def found(links: Sequence[CitedLink]) -> None:
            made = tuple(self._link(each) for each in links)
            self._known = dict([*self._known.items(), (asked, made)][-_KEPT:])
            if asked == self._wanted:
                self._page.set_links(made)

        # Not while the page is being painted: Python's threads would take turns with that.
        QTimer.singleShot(_REST_MS, self, lambda: self._begin(asked, work, found))

    def _begin(self, asked: object, work: Work, found: Callable[[Sequence[CitedLink]], None]) -> None:
        if asked == self._wanted:
            tasks.run(work, found, lambda _sentence, _details: None, self)

    def _link(self, cited: CitedLink) -> Link:
        missing = self.tr("Not in this dossier.")
        rest = escape(cited.preview).replace("\n", "<br>") if cited.target else f"<i>{missing}</i>"
        preview = f"<p><b>{escape(cited.title)}</b></p><p>{rest}</p>"
        return Link(cited.at.eid, cited.start, cited.end, str(cited.target) if cited.target else "", preview)
