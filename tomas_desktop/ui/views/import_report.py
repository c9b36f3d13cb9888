"""What an import has to say: the counts, and the findings, each of which leads to its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.model.finding import Finding
from tomas_desktop.services import messages
from tomas_desktop.text.tokens import words
from tomas_desktop.ui.i18n import later
from tomas_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from tomas_desktop.services.importing import Reading

_FINDING = int(Qt.ItemDataRole.UserRole) + 1
_MOST = 300  # findings that are listed; a page full of them says enough
_GLYPHS = {
    "error": ("✕", "gap", later("Error")), "warning": ("▲", "partial", later("Warning")),
    "info": ("•", "soft", later("Note")),
}  # fmt: skip
# The units that are counted by name, the most telling first.
_UNITS = {
    "article": later("%n articles"), "paragraph": later("%n paragraphs"), "point": later("%n points"),
    "chapter": later("%n chapters"), "section": later("%n sections"), "recital": later("%n recitals"),
    "annex": later("%n annexes"), "table": later("%n tables"), "part": later("%n parts"), "title": later("%n titles"),
    "subparagraph": later("%n subparagraphs"),
}  # fmt: skip
_OTHERS, _CORRECTIONS = later("%n other units"), later("%n corrections by you")
_WORDS = later("{words} words: {placed} placed, {page} of the page, {lost} not understood")
_GUTTER, _PAD = 22, 5


class ImportReport(QWidget):
    """`jump` carries the eId of a finding's place; what was not understood carries its text instead."""

    jump = Signal(str, str)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self.counts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.head = QLabel()
        self.head.setObjectName("overline")
        self.model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Findings"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.sentences = _Sentences(look, self.list)
        self.list.setItemDelegate(self.sentences)
        self.list.clicked.connect(self._jump)
        self.list.activated.connect(self._jump)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.counts)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)

    def show_reading(self, reading: Reading, corrections: int) -> None:
        """Say what was understood."""
        self.counts.setText(_counts(reading, corrections))
        order = {"error": 0, "warning": 1, "info": 2}
        found = sorted(reading.findings, key=lambda finding: order[finding.severity])
        self.head.setText((self.tr("%n findings", "", len(found)) if found else self.tr("No findings")).upper())
        self._list(found)

    def clear(self) -> None:
        """Nothing was read."""
        self.counts.clear()
        self.head.clear()
        self.model.clear()

    def _list(self, found: Sequence[Finding]) -> None:
        self.model.clear()
        for finding in found[:_MOST]:
            sentence = messages.of_finding(finding)
            item = QStandardItem(sentence)
            item.setData(finding, _FINDING)
            item.setData(f"{_said(_GLYPHS[finding.severity][2])}: {sentence}", Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(sentence)
            self.model.appendRow(item)
        if len(found) > _MOST:
            self.model.appendRow(QStandardItem(self.tr("and {count} more").format(count=len(found) - _MOST)))

    def _jump(self, index: QModelIndex) -> None:
        finding = index.data(_FINDING)
        if isinstance(finding, Finding):
            self.jump.emit(finding.eid, dict(finding.values).get("text", ""))


def _counts(reading: Reading, corrections: int) -> str:
    """ "475 articles, 1,458 paragraphs, 36 chapters" and what became of the words."""
    units = reading.units
    shown = [_said(words, units[unit]) for unit, words in _UNITS.items() if unit in units][:6]
    others = sum(count for unit, count in units.items() if unit not in _UNITS)
    if others:
        shown.append(_said(_OTHERS, others))
    page, lost = (sum(len(words(text)) for text in texts) for texts in (reading.furniture, reading.unplaced))
    counted = (("words", reading.words_in), ("placed", reading.words_placed), ("page", page), ("lost", lost))
    numbers = QLocale(messages.spoken())
    lines = [", ".join(shown), _said(_WORDS).format(**{name: numbers.toString(count) for name, count in counted})]
    if corrections:
        lines.append(_said(_CORRECTIONS, corrections))
    return "\n".join(lines)


def _said(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("ImportReport", text, "", count)


class _Sentences(QStyledItemDelegate):
    """A glyph and a sentence, as many lines as it takes."""

    def __init__(self, look: Theme, view: QListView) -> None:
        super().__init__(view)
        self.look = look
        self.view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        flags = int(Qt.TextFlag.TextWordWrap.value)
        box = option.fontMetrics.boundingRect(0, 0, self._measure(), 10_000, flags, index.data())
        return QSize(self._measure(), box.height() + 2 * _PAD)

    def _measure(self) -> int:
        """The width of a sentence: the same whether the scroll bar is there or not."""
        bar = self.view.verticalScrollBar().sizeHint().width()
        return max(self.view.width() - bar - _GUTTER - _PAD, 60)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = self.view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        finding = index.data(_FINDING)
        glyph, role, _ = _GLYPHS[finding.severity] if isinstance(finding, Finding) else ("", "soft", "")
        painter.save()
        box = option.rect.adjusted(4, _PAD, 0, -_PAD)
        painter.setPen(self.look.colour(role))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignTop.value), glyph)
        painter.setPen(QColor(self.look.ink))
        text = option.rect.adjusted(_GUTTER, _PAD, 0, -_PAD)
        text.setWidth(self._measure())
        painter.drawText(text, int(Qt.TextFlag.TextWordWrap.value), index.data())
        painter.restore()
