"""The sentences of an amending act: first those that could not be applied, then the applied ones, then its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tomas_desktop.services.applying import Preview
from tomas_desktop.ui.theme import Theme

_ROW = int(Qt.ItemDataRole.UserRole) + 1
_GAZETTES = re.compile(r"\((?=[„“‚«\"])[^()]*\d+/\d+[^()]*\)")  # after the law's name; they would fill the row
_LONG = 260  # characters of a sentence that the list shows; all of it stands in its tool tip


@dataclass(frozen=True)
class Row:
    """One row: a sentence; `number` counts the applied ones from 0."""

    kind: Literal["failed", "applied", "own"]
    sentence: str
    number: int = -1
    reason: str = ""
    place: int | None = None  # where in the redline it changed, or meant to change, something first


class ActClauses(QListWidget):
    """`went` tells the row that a person chose."""

    went = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("sentences")
        self.setAccessibleName(self.tr("Sentences of the act"))
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._is_following = False
        self.currentItemChanged.connect(self._current)
        self.itemClicked.connect(self._current)

    def show_preview(self, seen: Preview) -> None:
        """Show the sentences of an act, and choose the first."""
        self._is_following = True
        self.clear()
        for failed, place in zip(seen.failed, seen.failed_at, strict=True):
            self._add(Row("failed", failed.clause, reason=failed.reason, place=place))
        for number, each in enumerate(seen.sentences):
            self._add(Row("applied", each.sentence, number, place=each.places[0] if each.places else None))
        for sentence in seen.own:
            self._add(Row("own", sentence))
        self._is_following = False
        self.setCurrentRow(0)

    def rows(self) -> list[Row]:
        """All rows in order."""
        return [self.item(place).data(_ROW) for place in range(self.count())]

    def choose(self, number: int) -> None:
        """Mark the applied sentence with this number, without going anywhere."""
        place = next((i for i, row in enumerate(self.rows()) if row.number == number), None)
        if place is not None:
            self._is_following = True
            self.setCurrentRow(place)
            self._is_following = False

    def _add(self, row: Row) -> None:
        sentence = _GAZETTES.sub("(…)", " ".join(row.sentence.split()))
        short = sentence if len(sentence) <= _LONG else f"{sentence[:_LONG].rstrip()}…"
        if row.kind == "failed":
            text = f"✕  {short}\n{row.reason}"
        elif row.kind == "own":
            text = self.tr("–  {sentence}\nThe act's own: it changes nothing in this law.").format(sentence=short)
        else:
            text = f"{row.number + 1}  {short}"
        item = QListWidgetItem(text)
        item.setData(_ROW, row)
        item.setToolTip(row.sentence)
        if row.kind != "applied":
            item.setForeground(QColor(self._theme.gap if row.kind == "failed" else self._theme.soft))
        self.addItem(item)

    def _current(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._is_following:
            self.went.emit(item.data(_ROW))
