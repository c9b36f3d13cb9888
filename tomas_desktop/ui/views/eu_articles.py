"""The EU act as a tree that can be narrowed, and per article how well each country answers it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.ui import theme as themes
from tomas_desktop.ui.models.eu_tree import EID, GRADES, IS_DIVISION, EuTree
from tomas_desktop.ui.theme import Theme

_GLYPH = 16  # the width of one grade's glyph, in pixels


class GradeDelegate(QStyledItemDelegate):
    """Draws a row of the tree: its label, and at the right edge one glyph per country."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        label, view.text = view.text, ""
        style = view.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        grades = index.data(GRADES) or ()
        room = view.rect.adjusted(4, 0, -8 - _GLYPH * len(grades), 0)
        painter.save()
        painter.setPen(self.theme.colour("soft" if index.data(IS_DIVISION) else "ink"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, flags, view.fontMetrics.elidedText(label, Qt.TextElideMode.ElideRight, room.width()))
        for place, (_country, grade, linked) in enumerate(grades):
            glyph, role = themes.GRADES[grade] if linked else ("○", "gap")
            painter.setPen(self.theme.colour(role))
            spot = QRect(room.right() + 4 + _GLYPH * place, view.rect.top(), _GLYPH, view.rect.height())
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), glyph)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 8)


class EuArticles(QWidget):
    """`chosen` carries the eId of the article that a person picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = EuTree(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self.model)
        self._proxy.setRecursiveFilteringEnabled(True)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

        self.tree = QTreeView()
        self.tree.setModel(self._proxy)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setAccessibleName(self.tr("Articles of the EU act"))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = GradeDelegate(theme, self.tree)
        self.tree.setItemDelegate(self._delegate)
        self.tree.selectionModel().currentChanged.connect(self._current_changed)

        self.legend = QLabel()
        self.legend.setObjectName("soft")
        self.legend.setWordWrap(True)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.legend)

    def set_theme(self, theme: Theme) -> None:
        """Draw the glyphs in another theme's colours."""
        self._delegate.theme = theme
        self.tree.viewport().update()

    def set_countries(self, countries: Sequence[str]) -> None:
        """Say which glyph belongs to which country, and what the glyphs mean."""
        order = " · ".join(country.upper() for country in countries)
        words = self.tr("{order}   ● full  ◐ partial  ○ gap  – not transposable  ? suggested")
        for sign in "●◐○–?":  # a sign stays on the line of its word
            words = words.replace(f"{sign} ", f"{sign}\u00a0")
        self.legend.setText(words.format(order=order))
        self.legend.setVisible(bool(countries))

    def expand(self) -> None:
        """Open every division."""
        self.tree.expandAll()

    def select(self, eid: str) -> None:
        """Mark an article as the current one, without saying that a person picked it."""
        index = self._proxy.mapFromSource(self.model.index_of(eid))
        selection = self.tree.selectionModel()
        selection.blockSignals(True)
        self.tree.setCurrentIndex(index)
        selection.blockSignals(False)
        if index.isValid():
            self.tree.scrollTo(index)
        self.tree.viewport().update()

    def narrow(self, text: str) -> None:
        """Show only the articles whose number or title holds these words."""
        self._proxy.setFilterFixedString(text.strip())
        self.tree.expandAll()

    def _current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not current.data(IS_DIVISION):
            self.chosen.emit(current.data(EID))
