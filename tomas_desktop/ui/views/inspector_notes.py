"""Lines that were worked out in the background: a glyph, a sentence, and perhaps a place to go to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tomas_desktop.errors import TomasError
from tomas_desktop.services import dossiers
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui import tasks
from tomas_desktop.ui.desk import Desk

_MOST = 12  # lines


@dataclass(frozen=True)
class Note:
    """`target` is a reference that a click leads to, "" for none."""

    glyph: str
    text: str
    target: str = ""


Finder = Callable[[OpenDossier], Sequence[Note]]


class Notes(QWidget):
    """`counted` carries how many there are, `went` the target of one that was clicked."""

    counted = Signal(int)
    went = Signal(str)

    def __init__(self, desk: Desk, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._nothing = desk, nothing
        self._wanted: object = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)

    def ask(self, asked: object, find: Finder) -> None:
        """Work these out for a place; what was asked for before is forgotten."""
        opened = self._desk.opened
        self._wanted = asked
        if opened is None:
            self.show_notes(())
            return
        path = opened.path

        def work() -> Sequence[Note]:
            try:
                with dossiers.opened(path) as it:
                    return find(it)
            except TomasError:  # what was asked for went in the meantime
                return ()

        tasks.run(work, lambda notes: self.show_notes(notes) if asked == self._wanted else None, self._failed, self)

    def _failed(self, sentence: str, _details: str) -> None:
        self.show_notes([Note("!", sentence)])

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these in the place of the others."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for note in notes[:_MOST]:
            self._rows.addWidget(self._line(note))
        left = len(notes) - _MOST
        if left > 0:
            self._rows.addWidget(self._line(Note("…", self.tr("%n more", "", left))))
        if not notes:
            self._rows.addWidget(self._line(Note("", self._nothing)))
        self.counted.emit(len(notes))

    def _line(self, note: Note) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        if not note.glyph:
            label.setObjectName("soft")
        words = f"{note.glyph} {note.text}".strip()
        if note.target:
            escaped = words.replace("&", "&amp;").replace("<", "&lt;")
            label.setText(f'<a href="{note.target}" style="text-decoration:none">{escaped}</a>')
            label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse
                                          | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)  # fmt: skip
            label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            label.setAccessibleName(words)
            label.linkActivated.connect(self.went)
        else:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setText(words)
        return label
