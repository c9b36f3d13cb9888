"""What to look at before a package goes out: each remark with a link to the place where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tomas_desktop.services.checklist import Item, Place
from tomas_desktop.ui.theme import Theme

_ITEM = int(Qt.ItemDataRole.UserRole) + 1
_LINK = _ITEM + 1
_GLYPHS = {"error": ("✕", "gap"), "warning": ("▲", "partial"), "info": ("•", "soft")}
_GUTTER, _PAD = 22, 6


class Checklist(QListView):
    """`went` carries the place that a person wants to go to: by its link, or by Enter on the remark."""

    went = Signal(object)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setObjectName("checklist")
        self.setAccessibleName(self.tr("Before it goes out"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._look = look
        self._words = ""
        self._remarks = _Remarks(look, self)
        self.setItemDelegate(self._remarks)
        self.activated.connect(self._go)
        self._kinds = {"error": self.tr("Error"), "warning": self.tr("Warning"), "info": self.tr("Note")}
        self._links = {
            "provision": self.tr("Go to the provision"),
            "card": self.tr("Open the card of the law"),
            "correlation": self.tr("Go to the link"),
            "proposal": self.tr("Go to the change"),
            "sender": self.tr("Fill it in here"),
            "form": self.tr("Look at the document"),
        }

    def show_words(self, words: str) -> None:
        """Words in the place of remarks."""
        self._words = words
        self._model.clear()
        self.setAccessibleDescription(words)
        self.viewport().update()

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these remarks; the one that was current stays current while it is there."""
        kept = self.item(self.currentIndex())
        self._model.clear()
        for each in items:
            link = self._links[each.place.kind]
            row = QStandardItem(each.sentence)
            row.setData(each, _ITEM)
            row.setData(link, _LINK)
            spoken = f"{self._kinds[each.finding.severity]}: {each.sentence} {link}."
            row.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(row)
        places = [place for place, each in enumerate(items) if each == kept]
        if items:
            self.setCurrentIndex(self._model.index(places[0] if places else 0, 0))

    def item(self, index: QModelIndex) -> Item | None:
        """The remark in a row."""
        held = index.data(_ITEM)
        return held if isinstance(held, Item) else None

    def places(self) -> list[Place]:
        """The places of all remarks in order."""
        found = (self.item(self._model.index(row, 0)) for row in range(self._model.rowCount()))
        return [each.place for each in found if each is not None]

    def go(self, row: int) -> None:
        """Go to the place of a remark."""
        self._go(self._model.index(row, 0))

    def _go(self, index: QModelIndex) -> None:
        item = self.item(index)
        if item is not None:
            self.went.emit(item.place)

    def _over_link(self, event: QMouseEvent) -> QModelIndex | None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._remarks.link(self.visualRect(index), index).contains(event.position().toPoint()):
            return index
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.rowCount() and self._words:
            painter = QPainter(self.viewport())
            painter.setPen(self._look.colour("soft"))
            room = self.viewport().rect().adjusted(_GUTTER, _PAD, -_PAD, -_PAD)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), self._words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._over_link(event) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self._over_link(event)
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


class _Remarks(QStyledItemDelegate):
    """A glyph, a sentence of as many lines as it takes, and below it the link."""

    def __init__(self, look: Theme, view: Checklist) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def _width(self) -> int:
        """The width of a sentence: the same whether the scroll bar is there or not."""
        return max(self._view.width() - self._view.verticalScrollBar().sizeHint().width() - _GUTTER - 2 * _PAD, 60)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        flags = int(Qt.TextFlag.TextWordWrap)
        text = option.fontMetrics.boundingRect(0, 0, self._width(), 10_000, flags, index.data())
        return QSize(self._width(), text.height() + option.fontMetrics.lineSpacing() + 2 * _PAD + 2)

    def link(self, row: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where the link stands in a row."""
        measure = self._view.fontMetrics()
        width = measure.horizontalAdvance(str(index.data(_LINK)))
        return QRect(row.left() + _GUTTER, row.bottom() - _PAD - measure.height(), width, measure.height() + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        item = index.data(_ITEM)
        if not isinstance(item, Item):
            return
        glyph, role = _GLYPHS[item.finding.severity]
        painter.save()
        painter.setPen(self._look.colour(role))
        painter.drawText(option.rect.adjusted(4, _PAD, 0, -_PAD), int(Qt.AlignmentFlag.AlignTop), glyph)
        painter.setPen(self._look.colour("ink"))
        text = option.rect.adjusted(_GUTTER, _PAD, 0, -_PAD)
        text.setWidth(self._width())
        painter.drawText(text, int(Qt.TextFlag.TextWordWrap), index.data())
        font = painter.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self._look.colour("accent"))
        painter.drawText(self.link(option.rect, index), int(Qt.AlignmentFlag.AlignTop), str(index.data(_LINK)))
        painter.restore()
