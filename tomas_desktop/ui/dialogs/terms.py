"""The terms: find them in any language, say which are to be written, bring in a ministry's termbase, hand it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.errors import TomasError
from tomas_desktop.services import own_terms, term_exchange, terms
from tomas_desktop.services.term_exchange import Imported
from tomas_desktop.services.terms import LANGUAGES, Concept
from tomas_desktop.ui import file_places, names, tasks
from tomas_desktop.ui.models.terms_table import CONCEPT, IS_OWN, TermsTable
from tomas_desktop.ui.views.concept_editor import ConceptEditor, Told

_RESTS = 120  # ms: what is typed is looked up when it rests
_MOST = 400
_FILES_IN_USE = Lock()  # the user's file is not looked up while it is written
_FILES = "TBX, CSV (*.tbx *.xml *.csv)"


@dataclass(frozen=True)
class _Asked:
    query: str
    language: str
    only_own: bool


@dataclass(frozen=True)
class _Found:
    concepts: tuple[Concept, ...]
    own: frozenset[str]


def _look(asked: _Asked) -> _Found:
    """For a worker: reading the glossary takes a moment after each change of it."""
    with _FILES_IN_USE:
        return _looked(asked)


def _looked(asked: _Asked) -> _Found:
    own = frozenset(each.id for each in own_terms.own())
    if asked.query.strip():
        hits = terms.find(asked.query, language=asked.language, limit=_MOST)
        found = tuple({hit.concept.id: hit.concept for hit in hits}.values())
    else:
        found = tuple(each for each in terms.all_concepts() if not asked.language or each.terms.get(asked.language))
    return _Found(tuple(each for each in found if not asked.only_own or each.id in own), own)


class Terms(QDialog):
    """Stands beside the window and does not hold it up."""

    def __init__(self, parent: QWidget | None = None, query: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Terms"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1040, 660)
        self.setMinimumSize(760, 480)
        self._asked: _Asked | None = None
        self._wanted = ""  # the concept to be chosen when the list is there
        self.search = QLineEdit(query)
        self.search.setPlaceholderText(self.tr("Find a term in any language"))
        self.search.setAccessibleName(self.tr("Find a term"))
        self.search.setClearButtonEnabled(True)
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language that is searched"))
        self.language.addItem(self.tr("All languages"), "")
        for tag in LANGUAGES:
            self.language.addItem(names.of_language(tag), tag)
        self.only_own = QCheckBox(self.tr("Only my own"))
        self.make = QPushButton(self.tr("New concept"))
        self.make.setAutoDefault(False)
        exchange = QToolButton()
        exchange.setObjectName("menu")
        exchange.setText(self.tr("Exchange") + " ▾")
        exchange.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(exchange)
        menu.addAction(self.tr("Bring in a termbase or a table…"), self._ask_import)
        menu.addAction(self.tr("Hand out all terms…"), partial(self._ask_export, False))
        menu.addAction(self.tr("Hand out my own terms…"), partial(self._ask_export, True))
        exchange.setMenu(menu)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        for widget in (self.language, self.only_own, self.make, exchange):
            top.addWidget(widget)

        self.model = TermsTable(self)
        self.list = QTreeView()
        self.list.setObjectName("rows")
        self.list.setModel(self.model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Concepts"))
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (len(LANGUAGES), len(LANGUAGES) + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, 96)
        header.setStretchLastSection(False)
        self.editor = ConceptEditor()
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.list)
        both.addWidget(self.editor)
        both.setStretchFactor(0, 1)
        both.setChildrenCollapsible(False)
        self.status = QLabel()
        self.status.setObjectName("soft")
        self.status.setWordWrap(True)
        self._gone = ""
        self.again = QPushButton(self.tr("Bring it back"))
        self.again.setObjectName("quiet")
        self.again.setAutoDefault(False)
        self.again.hide()
        self.again.clicked.connect(self._bring_back)
        below = QHBoxLayout()
        below.addWidget(self.status, 1)
        below.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(both, 1)
        layout.addLayout(below)

        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_RESTS)
        self._typed.timeout.connect(self.look)
        self.search.textChanged.connect(lambda _: self._typed.start())
        self.language.activated.connect(self.look)
        self.only_own.toggled.connect(self.look)
        self.make.clicked.connect(self._begin)
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._show(now.row()))
        self.editor.saved.connect(self.keep)
        self.editor.removed.connect(self.remove)
        self.editor.reset.connect(self.forget)
        self.look()
        self.search.setFocus()

    @staticmethod
    def ask(parent: QWidget | None = None, query: str = "") -> Terms:
        """Show the terms beside the window."""
        dialog = Terms(parent, query)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    # ---- finding -------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look up what is asked for, in the background."""
        asked = _Asked(self.search.text(), self.language.currentData(), self.only_own.isChecked())
        self._asked = asked
        tasks.run(lambda: _look(asked), lambda found: self._found(asked, found), self._failed, self)

    def _found(self, asked: _Asked, found: _Found) -> None:
        if asked is not self._asked:
            return
        present = self._wanted or (self.editor.concept.id if self.editor.concept else "")
        self._wanted = ""
        self.model.set_concepts(found.concepts, found.own)
        row = self.model.row_of(present)
        self.list.setCurrentIndex(self.model.index(max(row, 0), 0))
        self._show(max(row, 0))
        count = self.tr("%n concepts", "", len(found.concepts))
        own = self.tr("%n told by you", "", len(found.own))
        if not self.status.property("told"):
            self.status.setText(f"{count} · {own}" if found.own else count)
        self.status.setProperty("told", False)

    def _show(self, row: int) -> None:
        index = self.model.index(row, 0)
        if index.isValid():
            self.editor.show_concept(index.data(CONCEPT), bool(index.data(IS_OWN)))
        elif not self.model.rowCount():
            self.editor.show_concept(None, False)

    def _begin(self) -> None:
        self.list.clearSelection()
        self.editor.begin()
        if self.search.text().strip():
            self.editor.terms["en"].setText(self.search.text().strip())

    # ---- saying --------------------------------------------------------------------------------------------

    def keep(self, told: Told) -> None:
        """Keep what is said of a concept."""
        self._do(
            lambda: (
                own_terms.set_concept(told.terms, told.deprecated, id=told.id, note=told.note, source=told.source).id
            ),
            lambda id: self._kept(self.tr("Kept in your own terms."), id),
        )

    def remove(self, id: str) -> None:
        """Take a concept out of the glossary; a bundled one can be brought back at once."""
        self._do(lambda: own_terms.remove(id), lambda _: self._removed(id))

    def _removed(self, id: str) -> None:
        self._kept(self.tr("{concept} was taken out.").format(concept=id), "")
        self._gone = id
        self.again.setVisible(True)

    def _bring_back(self) -> None:
        self.forget(self._gone)

    def forget(self, id: str) -> None:
        """Forget what the user said of a concept."""
        self._do(lambda: own_terms.reset(id), lambda _: self._kept(self.tr("As it came."), id))

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.editor.setEnabled(False)
        self.again.hide()

        def alone() -> Any:
            with _FILES_IN_USE:
                return work()

        tasks.run(alone, done, self._failed, self)

    def _kept(self, words: str, id: str) -> None:
        self.editor.setEnabled(True)
        self._say(words)
        self._wanted = id
        self.look()

    def _failed(self, words: str, _details: str) -> None:
        self.editor.setEnabled(True)
        self._say(words)

    def _say(self, words: str) -> None:
        self.status.setText(words)
        self.status.setProperty("told", True)  # until the next time that something is looked up

    # ---- exchange ------------------------------------------------------------------------------------------

    def _ask_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Bring in terms"), file_places.beginning(), _FILES)
        if name:
            self.bring_in(Path(name))

    def bring_in(self, path: Path) -> None:
        """Bring in a termbase or a table."""
        self._do(lambda: term_exchange.import_file(path), self._brought)

    def _brought(self, came: Imported) -> None:
        parts = [
            self.tr("%n concepts are new", "", came.added),
            self.tr("%n changed", "", came.changed),
            self.tr("%n were there", "", came.unchanged),
        ]
        if came.other_languages:
            left = self.tr("%n terms of other languages were left out ({languages})", "", came.other_languages)
            parts.append(left.format(languages=", ".join(came.languages)))
        self._kept("; ".join(parts) + ".", "")

    def _ask_export(self, only_own: bool) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Hand out terms"), file_places.beginning("terms.tbx"), _FILES
        )
        if name:
            self.hand_out(Path(name), only_own)

    def hand_out(self, path: Path, only_own: bool) -> None:
        """Write the terms as a termbase (.tbx) or a table (.csv)."""

        def wrote(count: int) -> None:
            self.editor.setEnabled(True)
            self._say(self.tr("%n concepts written.", "", count))

        self._do(lambda: _written(path, only_own), wrote)

    # ---- keys ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves the search for the list; Enter in a list goes to the terms of the concept; Esc closes."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.hasFocus() or self.search.hasFocus():
                self.editor.terms[self.language.currentData() or "en"].setFocus()
        else:
            super().keyPressEvent(event)


def _written(path: Path, only_own: bool) -> int:
    try:
        return term_exchange.export_file(path, only_own=only_own)
    except OSError as error:
        raise TomasError("cannot-write", path=str(path), reason=error.strerror or str(error)) from error
