"""What hangs on a changed provision: correlations, to be cleared one by one, and what proposals change there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tomas_desktop.model.correlation import Correlation, Status
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.ui.i18n import later
from tomas_desktop.ui.theme import GRADES, Theme

_ITEM = int(Qt.ItemDataRole.UserRole) + 1

_STATUS: Mapping[Status, str] = {
    "to-recheck": later("to be checked again"), "confirmed": later("confirmed"), "suggested": later("suggested"),
    "rejected": later("rejected"),
}  # fmt: skip


class HangingList(QListWidget):
    """`confirmed` carries a correlation that a person looked at and that holds, `went` the pair or the national
    provision to go to."""

    confirmed = Signal(object)
    went = Signal(object)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("sentences")
        self.setAccessibleName(self.tr("What hangs on it"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemDoubleClicked.connect(self._go)

    def set_theme(self, look: Theme) -> None:
        """Draw in another theme's colours, from the next time on that something is shown."""
        self._look = look

    def show_hanging(
        self,
        correlations: Sequence[Correlation],
        drafts: Sequence[tuple[str, Modification]],
        names: Mapping[str, str],
    ) -> None:
        """Show these; `drafts` are changes with the law of their proposal. The row that was current stays it."""
        place = max(self.currentRow(), 0)
        self.clear()
        for each in sorted(correlations, key=lambda one: one.status != "to-recheck"):
            glyph, role = GRADES[each.grade if each.is_standing else "suggested"]
            ends = " ↔ ".join(names.get(str(ref), ref.eid) for ref in (each.eu, each.national))
            work = f" ({each.national.work})" if each.national.eid else ""
            status = QCoreApplication.translate("hanging_list", _STATUS[each.status])
            mark = "↻ " if each.status == "to-recheck" else ""
            words = f"{mark}{glyph}  {ends}{work}  ·  {status}"
            self._add(each, f"{words}\n    {each.reason}" if each.reason else words, role)
        for law, change in drafts:
            words = self.tr("✎  {law}: the proposal {proposal} changes {place}")
            self._add(
                Ref(law, change.target), words.format(law=law, proposal=change.proposal, place=change.target), "ink"
            )
        if self.count():
            self.setCurrentRow(min(place, self.count() - 1))

    def _add(self, what: object, words: str, role: str) -> None:
        item = QListWidgetItem(words)
        item.setData(_ITEM, what)
        item.setToolTip(words)
        is_waiting = isinstance(what, Correlation) and what.status == "to-recheck"
        item.setForeground(QColor(self._look.ink if is_waiting or role == "ink" else self._look.soft))
        self.addItem(item)

    @property
    def waiting(self) -> tuple[Correlation, ...]:
        """The correlations that are to be checked again, the current one first."""
        rows = [self.item(place).data(_ITEM) for place in range(self.count())]
        at = max(self.currentRow(), 0)
        found = [each for each in (*rows[at:], *rows[:at]) if isinstance(each, Correlation)]
        return tuple(each for each in found if each.status == "to-recheck")

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.went.emit(item.data(_ITEM))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space confirms the current correlation, Enter goes where it is shown."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and self.waiting:
            self.confirmed.emit(self.waiting[0])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._go(item)
        else:
            super().keyPressEvent(event)
