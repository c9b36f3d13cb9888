"""The list of what changed between two texts, narrowed by words, by kind, or to what something hangs on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHeaderView, QLineEdit, QToolButton, QTreeView, QVBoxLayout, QWidget

from tomas_desktop.model.dossier import Dossier
from tomas_desktop.services import comparing
from tomas_desktop.services.comparing import CHANGES, Compared, Difference
from tomas_desktop.ui.models.changed_provisions import (
    DIFFERENCE,
    KINDS,
    RECHECK,
    ChangedFilter,
    ChangedProvisions,
    kind_word,
)
from tomas_desktop.ui.views.flow_row import FlowRow


class ChangesList(QWidget):
    """`moved` tells that another change, or none, is current; `narrowed` that others are listed; `cleared` that a
    person wants the next correlation confirmed, `entered` that he goes to what hangs on the change."""

    moved = Signal()
    narrowed = Signal()
    cleared = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ChangedProvisions(self)
        self.filter = ChangedFilter(self)
        self.filter.setSourceModel(self.model)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Narrow the list"))
        self.search.setAccessibleName(self.tr("Narrow the list of changes"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        chips = QWidget()
        row = FlowRow(chips)
        self.kinds: dict[comparing.Kind, QToolButton] = {}
        for kind in CHANGES:
            button = self.kinds[kind] = self._kind(kind)
            row.addWidget(button)
        self.hanging_only = QCheckBox(self.tr("Only where something hangs on it"))
        self.hanging_only.toggled.connect(self._narrow)
        self.view = QTreeView()
        self.view.setObjectName("rows")
        self.view.setModel(self.filter)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setHeaderHidden(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setAccessibleName(self.tr("Changed provisions"))
        self.view.installEventFilter(self)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # by what is seen: a code has hundreds of changes
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.view.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())
        self.view.activated.connect(lambda _: self.entered.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search, chips, self.hanging_only):
            column.addWidget(widget)
        column.addWidget(self.view, 1)

    def show_compared(self, compared: Compared | None, dossier: Dossier | None) -> None:
        """Show the changes of a comparison, the first of them current."""
        differences = compared.differences if compared else ()
        self.model.set_differences(differences, dossier)
        counts = comparing.counts(differences)
        for kind, button in self.kinds.items():
            sign = KINDS[kind][0]
            button.setText(f"{sign} {counts[kind]}" if compared else sign)
            button.setToolTip(f"{kind_word(kind)}: {counts[kind]}" if compared else kind_word(kind))
            button.setEnabled(counts[kind] > 0)
        self.hanging_only.setVisible(any(each.correlations or each.modifications for each in differences))
        if self.filter.rowCount():
            self.choose(0)

    @property
    def current(self) -> Difference | None:
        """The change that is looked at."""
        index = self.view.currentIndex()
        found = index.data(DIFFERENCE) if index.isValid() else None
        return found if isinstance(found, Difference) else None

    def shown(self) -> tuple[Difference, ...]:
        """The changes that are listed now, in their order."""
        return tuple(self.filter.index(row, 0).data(DIFFERENCE) for row in range(self.filter.rowCount()))

    def choose(self, row: int) -> None:
        """Make a change the current one."""
        self.view.setCurrentIndex(self.filter.index(row, 0))

    def go_to_next_waiting(self) -> bool:
        """Go to the next change with a correlation that is to be checked again; False where there is none."""
        count, at = self.filter.rowCount(), max(self.view.currentIndex().row(), 0)
        for step in range(1, count + 1):
            row = (at + step) % count
            if self.filter.index(row, 0).data(RECHECK):
                self.choose(row)
                return True
        return False

    def _narrow(self) -> None:
        wanted = [kind for kind, button in self.kinds.items() if button.isChecked()]
        self.filter.narrow(self.search.text(), wanted or CHANGES, self.hanging_only.isChecked())
        if self.filter.rowCount() and not self.view.currentIndex().isValid():
            self.choose(0)
        self.narrowed.emit()

    def _kind(self, kind: comparing.Kind) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        button.setText(KINDS[kind][0])
        button.setCheckable(True)
        button.setAccessibleName(kind_word(kind))
        button.setToolTip(kind_word(kind))
        button.toggled.connect(self._narrow)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list Space clears one; in the line the arrows walk in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.view and event.key() == Qt.Key.Key_Space:
                self.cleared.emit()
                return True
            if watched is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.view.setFocus()
                return True
        return super().eventFilter(watched, event)
