"""The assistant for what needs no national answer: reasons in words, chosen by a person, said of whole laws."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.errors import TomasError
from tomas_desktop.model.provision import find
from tomas_desktop.services import dossiers, eu_acts, messages, not_transposable, provision_names
from tomas_desktop.services.not_transposable import NotTransposable
from tomas_desktop.ui import tasks
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.models.needless_rows import FOUND, SIGN, WHY, NeedlessRows
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.two_lines import TwoLines

_LONGEST = 70  # characters of a provision's words
_GAP = 4  # pixels between a box and its words


class _List(QListView):
    """Space chooses the row in hand and goes on; Ctrl+A chooses all."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model, here = self.model(), self.currentIndex()
        assert isinstance(model, NeedlessRows)
        if event.key() == Qt.Key.Key_Space and here.isValid():
            toggle(model, here)
            self.setCurrentIndex(model.index(min(here.row() + 1, model.rowCount() - 1), 0))
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            model.choose_all(True)
        else:
            super().keyPressEvent(event)


def toggle(model: NeedlessRows, index: QModelIndex) -> None:
    """Choose a row, or no longer."""
    is_chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    state = Qt.CheckState.Unchecked if is_chosen else Qt.CheckState.Checked
    model.setData(index, state, int(Qt.ItemDataRole.CheckStateRole))


class NeedlessList(QWidget):
    """`said` carries a sentence for the status bar; `shown` the EU article of the row in hand."""

    said = Signal(str)
    shown = Signal(object)

    def __init__(self, desk: Desk, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._asked = desk, 0
        self.model = NeedlessRows(self)
        self.about = QLabel()
        self.about.setObjectName("soft")
        self.about.setWordWrap(True)
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Provisions that may need no national answer"))
        self.rows = TwoLines(look, WHY, self.list, SIGN)
        self.list.setItemDelegate(self.rows)
        self.list.clicked.connect(lambda index: toggle(self.model, index))
        self.list.selectionModel().currentChanged.connect(lambda index: self.shown.emit(_found(index)))
        self.model.dataChanged.connect(self._count)
        self.model.modelReset.connect(self._count)
        for_laws = QLabel(self.tr("Say so of the laws").upper())
        for_laws.setObjectName("overline")
        self._laws = QVBoxLayout()
        self._laws.setSpacing(4)
        self.laws: dict[str, QCheckBox] = {}
        self.all = QPushButton(self.tr("Choose all"))
        self.all.setObjectName("quiet")
        self.all.clicked.connect(lambda: self.model.choose_all(len(self.model.chosen()) < self.model.rowCount()))
        self.accept = QPushButton()
        self.accept.setObjectName("primary")
        self.accept.clicked.connect(self.say)
        buttons = QHBoxLayout()
        buttons.addWidget(self.all)
        buttons.addStretch(1)
        buttons.addWidget(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.about)
        layout.addWidget(self.list, 1)
        layout.addWidget(for_laws)
        layout.addLayout(self._laws)
        layout.addLayout(buttons)
        self._count()

    def refresh(self) -> None:
        """Look anew, in the background, at what needs no answer."""
        self._asked += 1
        asked, opened, act = self._asked, self._desk.opened, self._desk.act
        self._name_laws()
        if opened is None or act is None:
            self.model.set_rows((), {})
            return
        path, work = opened.path, act.work

        def look() -> tuple[tuple[NotTransposable, ...], Mapping[str, str]]:
            with dossiers.opened(path) as own:
                found = not_transposable.assist(own, work)
                expression = eu_acts.quoted(own, work)
                nodes, pack = own.nodes(expression), eu_acts.pack(own, expression)
                words = {}
                for each in found:
                    node = find(nodes, each.eu.eid)
                    text = next((part.text for part in node.walk() if part.text), "") if node else ""
                    words[each.eu.eid] = f"{provision_names.compact(nodes, each.eu.eid, pack)}  {text[:_LONGEST]}"
                return found, words

        def done(answer: tuple[tuple[NotTransposable, ...], Mapping[str, str]]) -> None:
            if asked == self._asked:
                self.model.set_rows(*answer)
                count = len(answer[0])
                self.about.setText(self.tr("%n paragraphs may need no national answer; you decide.", "", count))

        tasks.run(look, done, lambda words, _details: self.about.setText(words), self)

    def say(self) -> None:
        """Say of what is chosen, in each law that is chosen, that it is not transposable; one step of undo."""
        opened, chosen = self._desk.opened, self.model.chosen()
        laws = [key for key, box in self.laws.items() if box.isChecked()]
        if opened is None or not chosen or not laws:
            return
        try:
            links = not_transposable.accept(opened, chosen, laws, author=self._desk.author)
        except TomasError as error:
            self.said.emit(messages.of_error(error))
            return
        self.model.choose_all(False)
        self.said.emit(self.tr("%n times said: not transposable. Undo takes it back.", "", len(links)))

    def _name_laws(self) -> None:
        opened = self._desk.opened
        works = [work for work in opened.dossier.works if work.country != "eu"] if opened else []
        works = [work for work in works if opened is not None and opened.dossier.expressions(work.key)]
        if list(self.laws) == [work.key for work in works]:
            return
        for box in self.laws.values():
            box.deleteLater()
        self.laws = {}
        for work in works:
            box = _Law(f"{work.country.upper()} · {work.title}")
            box.toggled.connect(self._count)
            self._laws.addWidget(box)
            self.laws[work.key] = box

    def _count(self) -> None:
        count = len(self.model.chosen())
        self.accept.setText(self.tr("Not transposable: %n", "", count))
        self.accept.setEnabled(count > 0 and any(box.isChecked() for box in self.laws.values()))
        is_all = 0 < self.model.rowCount() == count
        self.all.setText(self.tr("Choose none") if is_all else self.tr("Choose all"))


class _Law(QCheckBox):
    """A law to choose; a long title is shortened rather than making the panel wider."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setToolTip(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText("")
        room = self.width() - self.sizeHint().width() - 2 * _GAP
        self.setText(self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room))


def _found(index: QModelIndex) -> object:
    found = index.data(FOUND)
    return found.article if isinstance(found, NotTransposable) else None
