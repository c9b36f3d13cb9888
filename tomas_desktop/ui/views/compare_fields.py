"""What is compared: two texts of a work of the dossier, or two files; and which kinds of difference do not count."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from tomas_desktop.amend.noise import Noise
from tomas_desktop.services import comparing
from tomas_desktop.services.comparing import USUAL
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui import file_places, names
from tomas_desktop.ui.i18n import later

_FILES = "\0files"  # the entry of the first box that stands for two files

_NOISE: dict[Noise, str] = {
    "quotes": later("Another style of quotation marks"), "dashes": later("Another kind of dash"),
    "spaces": later("Other spacing"), "script": later("The other script (Serbian)"),
    "case": later("Capital letters"),
}  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """What a person wants to see compared: ids of two texts of a work, or two files where `work` is empty."""

    work: str
    old: str
    new: str
    ignore: frozenset[Noise] = USUAL


class CompareFields(QWidget):
    """`chosen` comes when something else is to be compared, or other differences count."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenDossier | None = None
        self._files: list[Path] = []
        self.work = self._combo(self.tr("What is compared"), 14)
        self.old = self._combo(self.tr("Older text"), 12)
        self.new = self._combo(self.tr("Newer text"), 12)
        self.swap = self._button("⇄", self.tr("Exchange the older and the newer text"), self._exchange)
        self.noise = QToolButton()
        self.noise.setObjectName("menu")
        self.noise.setText(self.tr("What counts") + " ▾")
        self.noise.setToolTip(self.tr("Kinds of difference that do not count as changes"))
        self.noise.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.noise)
        menu.addSection(self.tr("Does not count:"))
        self.noises: dict[Noise, QAction] = {}
        for kind, words in _NOISE.items():
            action = menu.addAction(QCoreApplication.translate("compare_fields", words))
            action.setCheckable(True)
            action.setChecked(kind in USUAL)
            action.toggled.connect(lambda _: self.chosen.emit())
            self.noises[kind] = action
        self.noise.setMenu(menu)
        for box in (self.work, self.old, self.new):
            box.currentTextChanged.connect(box.setToolTip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.work, 3)
        row.addWidget(self.old, 2)
        arrow = QLabel("→")
        arrow.setObjectName("soft")
        row.addWidget(arrow)
        row.addWidget(self.new, 2)
        row.addWidget(self.swap)
        row.addWidget(self.noise)
        self.work.activated.connect(self._work_chosen)
        self.old.activated.connect(self._old_chosen)
        self.new.activated.connect(self._new_chosen)

    # ---- what is offered -----------------------------------------------------------------------------------

    def offer(self, opened: OpenDossier | None, work: str = "") -> None:
        """Offer the works of a dossier that has several texts of them. What was chosen stays so where it is still
        there; else `work` is chosen."""
        kept, was_files = self.choice, self.is_files and bool(self._files)
        self._opened = opened
        self.work.clear()
        for key in comparing.comparable(opened) if opened else ():
            self.work.addItem(opened.work(key).title if opened else key, key)
        self.work.addItem(self.tr("Two files…"), _FILES)
        first = _FILES if was_files else kept.work if kept else work
        self.work.setCurrentIndex(max(0, self.work.findData(first)))
        self._fill()
        places = [box.findData(id) for box, id in ((self.old, kept.old), (self.new, kept.new))] if kept else [-1]
        if min(places) >= 0:
            self.old.setCurrentIndex(places[0])
            self.new.setCurrentIndex(places[1])

    def choose(self, choice: Choice) -> None:
        """Choose as a person does."""
        if not choice.work:
            self.choose_files(Path(choice.old), Path(choice.new))
            return
        self.work.setCurrentIndex(self.work.findData(choice.work))
        self._fill()
        for box, id in ((self.old, choice.old), (self.new, choice.new)):
            box.setCurrentIndex(box.findData(id))
        self.chosen.emit()

    def choose_files(self, *files: Path) -> None:
        """Compare two files; of one alone it is the newer where an older one is chosen already."""
        self._files = list(files) if len(files) == 2 else [*self._files, *files][-2:]
        self.work.setCurrentIndex(self.work.findData(_FILES))
        self._fill()
        self.chosen.emit()

    def resume(self, state: Choice) -> None:
        """Be as the fields of another window were, without a word of it."""
        self.blockSignals(True)
        for kind, action in self.noises.items():
            action.setChecked(kind in state.ignore)
        if state.work:
            self.choose(state)
        else:
            self.choose_files(*(Path(name) for name in (state.old, state.new) if name))
        self.blockSignals(False)

    @property
    def state(self) -> Choice:
        """What is said so far; "" for what is missing."""
        work, old, new = (str(box.currentData() or "") for box in (self.work, self.old, self.new))
        ignore = frozenset(kind for kind, action in self.noises.items() if action.isChecked())
        return Choice("" if self.is_files else work, old, new, ignore)

    @property
    def choice(self) -> Choice | None:
        """What is chosen; None while something is missing."""
        state = self.state
        return state if self.work.currentData() and state.old and state.new else None

    @property
    def is_files(self) -> bool:
        """Are two files to be compared?"""
        return bool(self.work.currentData() == _FILES)

    # ---- filling -------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for box in (self.old, self.new):
            box.clear()
        if self.is_files:
            for place, box in enumerate((self.old, self.new)):
                for file in self._files[place : place + 1]:
                    box.addItem(file.name, str(file))
                box.addItem(self.tr("Choose a file…"), "")
                box.setCurrentIndex(0)
            return
        work = self.work.currentData()
        if self._opened is None or not work:
            return
        for box in (self.old, self.new):
            for one in self._opened.dossier.expressions(work):
                box.addItem(names.of_expression(one), one.id)
        pair = comparing.usual_pair(self._opened, work)
        for box, one in zip((self.old, self.new), pair or (), strict=False):
            box.setCurrentIndex(box.findData(one.id))

    def _work_chosen(self) -> None:
        self._fill()
        self.chosen.emit()

    def _old_chosen(self) -> None:
        self._text_chosen(0, self.old)

    def _new_chosen(self) -> None:
        self._text_chosen(1, self.new)

    def _text_chosen(self, place: int, box: QComboBox) -> None:
        if self.is_files and not box.currentData():
            title = self.tr("Older text") if place == 0 else self.tr("Newer text")
            name, _ = QFileDialog.getOpenFileName(self, title, file_places.beginning())
            if not name:
                box.setCurrentIndex(0)
                return
            self._files[place : place + 1] = [Path(name)]
            self._fill()
        self.chosen.emit()

    def _exchange(self) -> None:
        if self.is_files:
            self._files.reverse()
            self._fill()
        else:
            old, new = self.old.currentIndex(), self.new.currentIndex()
            self.old.setCurrentIndex(new)
            self.new.setCurrentIndex(old)
        self.chosen.emit()

    def _combo(self, name: str, letters: int) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(letters)
        return box

    def _button(self, sign: str, name: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(act)
        return button
