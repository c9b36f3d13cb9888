"""The facilitator's running order: stops to put in order, to annotate, to go to and to present."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import running_orders
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.models.stops import Stops
from tomas_desktop.ui.presentation.scene import title

_REST_MS = 800  # of quiet in the notes before they are kept


class OrderPanel(QWidget):
    """`add_asked` wants the provision in hand as a stop, `present_asked` a presentation from a stop on, `go_asked` to
    see a stop's provision in the window."""

    add_asked = Signal()
    present_asked = Signal(int)
    go_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")  # a panel at the edge, as that one
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._titles: dict[Ref, str] = {}  # as they stand in the law; a change of the law is another act
        self._noted: int | None = None  # the stop whose notes are in the field
        self.model = Stops(self)
        self.model.move_asked.connect(self.move_stop)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Stops of the running order"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._go)
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._show_stop(now.row()))
        empty = QLabel(
            self.tr("No stops yet. Add the provision in hand, then the next one, in the order of your talk.")
        )
        empty.setObjectName("soft")
        empty.setWordWrap(True)
        empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)

        self.add = QPushButton(self.tr("Add this provision"))
        self.add.clicked.connect(self.add_asked)
        self.up = self._button("↑", self.tr("Move up (Alt+Up)"), lambda: self.move_by(-1))
        self.down = self._button("↓", self.tr("Move down (Alt+Down)"), lambda: self.move_by(1))
        self.remove = self._button("✕", self.tr("Take this stop out (Del)"), self.remove_stop)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.add)
        tools.addStretch(1)
        for button in (self.up, self.down, self.remove):
            tools.addWidget(button)

        self.columns = QComboBox()
        self.columns.setAccessibleName(self.tr("Columns in which this stop is shown"))
        self.columns.addItems([self.tr("One column"), self.tr("Two columns"), self.tr("Three columns")])
        self.columns.activated.connect(self._take_columns)
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName(self.tr("Presenter's notes of this stop"))
        self.notes.setPlaceholderText(self.tr("What do you want to say here?"))
        self.notes.setTabChangesFocus(True)
        self.notes.viewport().setAcceptDrops(False)  # a file that is dropped goes to the window
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_REST_MS)
        self._quiet.timeout.connect(self.keep_notes)
        self.notes.textChanged.connect(self._quiet.start)
        self.present = QPushButton(self.tr("Present from here"))
        self.present.setObjectName("primary")
        self.present.clicked.connect(lambda: self.present_asked.emit(max(self.current, 0)))
        foot = QHBoxLayout()
        foot.addWidget(self.columns)
        foot.addStretch(1)
        foot.addWidget(self.present)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(tools)
        layout.addWidget(holder, 2)
        said = QLabel(self.tr("Notes").upper())
        said.setObjectName("overline")
        said.setBuddy(self.notes)
        layout.addWidget(said)
        layout.addWidget(self.notes, 1)
        layout.addLayout(foot)
        for watched in (self.list, self.notes):
            watched.installEventFilter(self)
        desk.content_changed.connect(self.refresh)
        desk.act_changed.connect(self._open)
        self._open()

    def _button(self, sign: str, name: str, press: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(press)
        return button

    # ---- showing -------------------------------------------------------------------------------------------

    @property
    def current(self) -> int:
        """The stop that is chosen, from 0; -1 without one."""
        return self.list.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a stop, or the nearest."""
        row = min(row, self.model.rowCount() - 1)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.model.index(row), flag)
        self._show_stop(self.current)

    def _open(self) -> None:
        """Another dossier or act: what waits in the field belongs to what was there."""
        self._quiet.stop()
        self._noted = None
        self._titles.clear()
        self.refresh()
        if self.current < 0:
            self.choose(0)

    def refresh(self) -> None:
        """Show the running order as it is kept now; the stop that is chosen stays chosen."""
        if not self.isVisible():
            return  # it looks again when it is shown
        opened, row = self._desk.opened, self.current
        stops = running_orders.of_name(opened).stops if opened else ()
        if opened is not None:
            new = {stop.ref for stop in stops} - self._titles.keys()
            self._titles |= {ref: title(opened, ref) for ref in new}
        self.model.set_stops(stops, [self._titles[stop.ref] for stop in stops])
        self._pages.setCurrentIndex(0 if stops else 1)
        self.add.setEnabled(opened is not None)
        if self.current < 0 and stops:
            self.choose(max(row, 0))
        else:
            self._show_stop(self.current)

    def _show_stop(self, row: int) -> None:
        if row != self._noted:
            self.keep_notes()
        stop = self.model.stop(row)
        self._noted = row if stop else None
        if not self._quiet.isActive():
            wanted = stop.notes if stop else ""
            if self.notes.toPlainText().strip() != wanted:
                self.notes.blockSignals(True)
                self.notes.setPlainText(wanted)
                self.notes.blockSignals(False)
        if stop is not None:
            self.columns.setCurrentIndex(stop.columns - 1)
        for widget in (self.notes, self.columns, self.present, self.remove):
            widget.setEnabled(stop is not None)
        self.up.setEnabled(stop is not None and row > 0)
        self.down.setEnabled(stop is not None and row + 1 < self.model.rowCount())

    # ---- changing ------------------------------------------------------------------------------------------

    def keep_notes(self) -> None:
        """Keep the notes as they stand."""
        if not self._quiet.isActive():
            return
        self._quiet.stop()
        if self._noted is not None and self._desk.opened is not None:
            text = self.notes.toPlainText().strip()
            running_orders.change(self._desk.opened, self._noted, notes=text, author=self._desk.author)

    def _take_columns(self, at: int) -> None:
        self.keep_notes()
        if self._desk.opened is not None and self.current >= 0:
            number = running_orders.COLUMNS[at]
            running_orders.change(self._desk.opened, self.current, columns=number, author=self._desk.author)

    def move_by(self, by: int) -> None:
        """Move the stop that is chosen up or down."""
        self.move_stop(self.current, self.current + by)

    def move_stop(self, row: int, to: int) -> None:
        """Put a stop elsewhere; it stays chosen."""
        self.keep_notes()
        if self._desk.opened is not None and row >= 0 and 0 <= to < self.model.rowCount():
            running_orders.move(self._desk.opened, row, to, author=self._desk.author)
            self.choose(to)

    def remove_stop(self) -> None:
        """Take the stop that is chosen out."""
        self.keep_notes()
        row = self.current
        if self._desk.opened is not None and row >= 0:
            running_orders.remove(self._desk.opened, row, author=self._desk.author)
            if self.model.rowCount():
                self.choose(row)

    def _go(self, index: QModelIndex) -> None:
        stop = self.model.stop(index.row())
        if stop is not None:
            self.go_asked.emit(stop.ref)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Up and Alt+Down move the stop here, though in the window they go to another article. Who leaves the field
        or closes the window leaves no notes behind."""
        if event.type() == QEvent.Type.Close or (watched is self.notes and event.type() == QEvent.Type.FocusOut):
            self.keep_notes()
        elif (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        ):
            does = self._meaning(event)
            if does is not None:
                if event.type() == QEvent.Type.KeyPress:
                    does()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            return (lambda: self.move_by(by)) if by else None
        return self.remove_stop if event.key() == Qt.Key.Key_Delete else None
