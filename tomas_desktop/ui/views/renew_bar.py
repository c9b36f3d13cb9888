"""Going over to the newer text: what that would do, worked out beforehand, then done as steps that can be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from tomas_desktop.errors import TomasError
from tomas_desktop.services import messages, rehearsing, renewing
from tomas_desktop.services.comparing import Compared
from tomas_desktop.services.rehearsing import Rehearsal
from tomas_desktop.services.renewing import Renewed
from tomas_desktop.ui import tasks
from tomas_desktop.ui.desk import Desk


def rehearse(path: Path, compared: Compared, *, rebase: bool, author: str) -> tuple[Renewed, Rehearsal]:
    """What going over would do; nothing is written."""
    with rehearsing.rehearsal(path) as (copy, log):
        old, new = (copy.expression(compared.work, id) for id in (compared.old, compared.new))
        return renewing.renew(copy, old, new, rebase=rebase, author=author), log


class RenewBar(QFrame):
    """`done` comes when the newer text is the one worked with; `said` carries words for the status bar."""

    done = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clause")
        self._desk = desk
        self._compared: Compared | None = None
        self._rehearsal: Rehearsal | None = None
        self._asked = 0
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.rebase = QCheckBox(self.tr("Carry the proposals over to it too, as new proposals"))
        self.rebase.toggled.connect(lambda _: self.ask())
        self.conflicts = QListWidget()
        self.conflicts.setObjectName("sentences")
        self.conflicts.setAccessibleName(self.tr("What cannot be carried over"))
        self.conflicts.setWordWrap(True)
        self.conflicts.setMaximumHeight(110)
        self.conflicts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.begin = QPushButton(self.tr("Go over to the newer text…"))
        self.begin.clicked.connect(self.ask)
        self.go = QPushButton(self.tr("Go over"))
        self.go.setObjectName("primary")
        self.go.clicked.connect(self.perform)
        self.leave = QPushButton(self.tr("Not now"))
        self.leave.clicked.connect(self.put_away)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.rebase)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addWidget(self.conflicts)
        layout.addLayout(buttons)
        self.show_compared(None)

    def show_compared(self, compared: Compared | None) -> None:
        """Offer to go over where the links of the dossier have the numbers of the older text."""
        opened = self._desk.opened
        self._compared = compared
        can_go = False
        if compared is not None and compared.work and opened is not None:
            # As long as nobody has gone over, the links have the numbers of the older text.
            can_go = opened.work(compared.work).current in ("", compared.old)
        self.setVisible(can_go)
        self.put_away()

    def put_away(self) -> None:
        """Offer it only."""
        self._rehearsal = None
        self._asked += 1
        for widget in (self.words, self.rebase, self.go, self.leave, self.conflicts):
            widget.hide()
        self.begin.show()
        self.begin.setEnabled(True)

    def ask(self) -> None:
        """Work out in the background what going over would do, and say it."""
        opened, compared = self._desk.opened, self._compared
        if opened is None or compared is None:
            return
        self._asked += 1
        asked, path, rebase, author = self._asked, opened.path, self.rebase.isChecked(), self._desk.author
        is_national = opened.work(compared.work).country != "eu"
        self.begin.setEnabled(False)
        self.go.setEnabled(False)
        self.words.setText(self.tr("Working out what that changes…"))
        self.words.show()
        tasks.run(
            lambda: rehearse(path, compared, rebase=rebase, author=author),
            lambda answer: self._rehearsed(asked, is_national, *answer),
            lambda words, _details: self._failed(asked, words),
            self,
        )

    def _rehearsed(self, asked: int, is_national: bool, renewed: Renewed, log: Rehearsal) -> None:
        if asked != self._asked:
            return
        self._rehearsal = log
        parts = []
        if renewed.rechecked or not (renewed.followed or self.rebase.isChecked()):
            parts.append(self.tr("%n correlations will be to check again", "", len(renewed.rechecked)))
        if renewed.followed:
            parts.append(self.tr("%n provisions are followed to their new number", "", len(renewed.followed)))
        carried = sum(len(each.applied) for each in renewed.carried)
        if self.rebase.isChecked():
            parts.append(self.tr("%n changes of proposals are carried over", "", carried))
        self.words.setText("; ".join(parts) + ". " + self.tr("One step each; undo brings all of it back."))
        self.conflicts.clear()
        for each in renewed.carried:
            for conflict in each.conflicts:
                target = conflict.modification.target
                values = {"target": target, "old": conflict.old, "draft": conflict.draft, "now": conflict.now}
                sentence = messages.sentence(f"rebase-{conflict.reason}", values)
                self.conflicts.addItem(f"✕  {each.origin}: {sentence}")
        self.conflicts.setVisible(self.conflicts.count() > 0)
        self.begin.hide()
        self.rebase.setVisible(is_national and bool(self._proposals()))
        self.leave.show()
        self.go.show()
        self.go.setEnabled(bool(log.taken))
        self.go.setFocus()

    def _failed(self, asked: int, words: str) -> None:
        if asked == self._asked:
            self.put_away()
            self.words.setText(words)
            self.words.show()

    def _proposals(self) -> list[str]:
        opened, compared = self._desk.opened, self._compared
        if opened is None or compared is None:
            return []
        return [each.key for each in opened.dossier.proposals if each.expression == compared.old]

    def perform(self) -> None:
        """Do what was worked out."""
        opened, log = self._desk.opened, self._rehearsal
        if opened is None or log is None:
            return
        try:
            rehearsing.perform(opened, log.taken)
        except TomasError as error:  # the dossier was changed since
            self.said.emit(messages.of_error(error))
            self.ask()
            return
        self.said.emit(self.tr("The newer text is the one worked with now."))
        self.hide()
        self.done.emit()
