"""The conversation beside the national provision in hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from tomas_desktop.errors import TomasError
from tomas_desktop.model.comment import Comment
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import commenting, messages
from tomas_desktop.ui.desk import Desk


class Comments(QWidget):
    """`counted` carries how many comments are open; `failed` one sentence."""

    counted = Signal(int)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[Comment, ...] = ()
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Write a comment, Enter keeps it"))
        self.line.setAccessibleName(self.tr("A comment on this provision"))
        self.line.returnPressed.connect(self._add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._rows)
        layout.addWidget(self.line)

    def _about(self) -> Ref | None:
        """The national article in hand, else the EU article."""
        desk = self._desk
        return desk.answer.ref if desk.answer is not None else desk.place

    def show_answer(self) -> None:
        """Show what was said of the provision in hand and of what stands in it."""
        about, opened = self._about(), self._desk.opened
        self.line.setEnabled(about is not None)
        found: tuple[Comment, ...] = ()
        if opened is not None and about is not None:
            said = [fact for fact in opened.dossier.facts.values() if isinstance(fact, Comment)]
            found = tuple(
                each for each in said
                if each.about.work == about.work and f"{each.about.eid}__".startswith(f"{about.eid}__")
            )  # fmt: skip
        if found != self._shown:
            self._shown = found
            while self._rows.count():
                item = self._rows.takeAt(0)
                if item is not None and (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            for each in found:
                self._rows.addWidget(self._row(each))
        self.counted.emit(sum(not each.is_done for each in found))

    def _row(self, comment: Comment) -> QWidget:
        row = QWidget()
        words = QLabel(comment.text)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setEnabled(not comment.is_done)
        who = " · ".join(part for part in (comment.author, comment.at[:16].replace("T", " ")) if part)
        done = QCheckBox(self.tr("done") if not who else f"{who} · {self.tr('done')}")
        done.setObjectName("soft")
        done.setChecked(comment.is_done)
        done.toggled.connect(partial(self._close, comment))
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words)
        column.addWidget(done)
        return row

    def _add(self) -> None:
        about, opened = self._about(), self._desk.opened
        if about is None or opened is None:
            return
        try:
            commenting.comment(opened, about, self.line.text(), author=self._desk.author)
        except TomasError as error:
            self.failed.emit(messages.of_error(error))
            return
        self.line.clear()

    def _close(self, comment: Comment, is_done: bool) -> None:
        if self._desk.opened is not None:
            commenting.close(self._desk.opened, comment.about, comment.n, is_done=is_done, author=self._desk.author)
