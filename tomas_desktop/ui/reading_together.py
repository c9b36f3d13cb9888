"""The sheets are read together, provision by provision: where a person scrolls one, the others show what belongs to it.

Only a person's own scrolling is followed (wheel, keys, the scroll bar), so that no sheet ever answers another's answer,
and nothing moves while somebody types. What a provision has no counterpart for leaves the other sheets where they are.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit

from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.table import Table

_MOVING = frozenset(
    {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class ReadingTogether(QObject):
    """Follows the sheets of a table while `is_on`."""

    def __init__(self, table: Table, desk: Desk) -> None:
        super().__init__(table)
        self.is_on = True
        self._table, self._desk = table, desk
        self._pages: dict[QObject, Callable[[], None]] = {}
        for page, follow in (
            (table.eu.page, self._from_eu), (table.national.page, self._from_national),
            (table.proposal.editor, self._from_proposal),
        ):  # fmt: skip
            self._watch(page, follow)

    def _watch(self, page: QTextEdit, follow: Callable[[], None]) -> None:
        for part in (page, page.viewport()):
            self._pages[part] = follow
            part.installEventFilter(self)
        page.verticalScrollBar().actionTriggered.connect(lambda _action: self._soon(follow))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVING
        if watched in self._pages and (event.type() == QEvent.Type.Wheel or is_key):
            self._soon(self._pages[watched])
        return super().eventFilter(watched, event)

    def _soon(self, follow: Callable[[], None]) -> None:
        """When the sheet has moved."""
        if self.is_on:
            QTimer.singleShot(0, self, follow)

    def _from_eu(self) -> None:
        eid = self._table.eu.page.top_eid()
        national = self._answering(eid)
        self._table.second.page.go_to(eid)
        if national:
            self._table.national.page.go_to(national)
            self._table.proposal.editor.go_to(national)

    def _from_national(self) -> None:
        eid = self._table.national.page.top_eid()
        self._table.proposal.editor.go_to(eid)
        self._show_eu(eid)

    def _from_proposal(self) -> None:
        eid = self._table.proposal.editor.top_eid()
        if eid:
            self._table.national.page.go_to(eid)
            self._show_eu(eid)

    def _show_eu(self, national: str) -> None:
        """The EU provision that is answered most closely there; that of the whole article moves nothing."""
        answer, article = self._desk.answer, self._desk.article
        if answer is None or article is None:
            return
        found = [one.eu.eid for one in answer.correlations if _is_of(national, one.national.eid)]
        narrow = [eid for eid in found if eid != article.eid]
        if narrow:
            self._table.eu.page.go_to(narrow[0])
            self._table.second.page.go_to(narrow[0])

    def _answering(self, eu: str) -> str:
        """The national provision that answers what is read in the EU text; "" where that is said of the whole only."""
        answer = self._desk.answer
        if answer is None:
            return ""
        found = [one.national.eid for one in answer.correlations if "__" in one.eu.eid and _is_of(eu, one.eu.eid)]
        return found[0] if found else ""


def _is_of(eid: str, whole: str) -> bool:
    return eid == whole or eid.startswith(f"{whole}__")
