"""No text is cut, in any language of the interface, on the smallest screen that the window is made for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)  # fmt: skip
from pytestqt.qtbot import QtBot

from tests.ui import every_view
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import demo, interface_words
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui import application, i18n


@pytest.fixture(scope="module")
def workshop_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workshop dossier, built once."""
    path = tmp_path_factory.mktemp("workshop") / demo.NAME
    with opened(path, create=True) as dossier:
        demo.fill(dossier)
    return path


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[None]:
    yield
    i18n.speak("en")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_no_text_is_cut(
    language: str,
    workshop_file: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    speaking: None,
) -> None:
    application.make()
    i18n.speak(language)
    window = application.open_window(Path(shutil.copy(workshop_file, tmp_path)))
    qtbot.addWidget(window)
    window.resize(every_view.SCREEN)
    with qtbot.waitExposed(window):
        window.show()
    window.desk.show(Ref("rs-kz", "art_185"))
    cut: dict[str, str] = {}

    def look(name: str, top: QWidget) -> None:
        for said, where in cut_texts(top):
            cut.setdefault(f"{where}: {said}", name)

    every_view.walk(window, look, monkeypatch)
    for menu in every_view.menus(window):
        if menu.sizeHint().boundedTo(every_view.SCREEN) != menu.sizeHint():
            cut[menu.title()] = "menu"
    window.close()
    assert not cut, "\n".join(f"{what}   ({where})" for what, where in cut.items())


def cut_texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """Each text of a window that has not the room it needs, and what shows it."""
    ours = {words for forms in interface_words.words("en").values() for words in forms}
    for widget in every_view.parts(top):
        if not widget.visibleRegion().isEmpty():
            kind = f"{type(top).__name__} {type(widget).__name__}#{widget.objectName()}"
            for said, room in _texts(widget, ours):
                yield f"{said!r} {room}", kind


def _texts(widget: QWidget, ours: set[str]) -> Iterator[tuple[str, str]]:
    """What does not fit, and the room it needs and has."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            needed, has = widget.heightForWidth(widget.width()), widget.height()
        else:
            needed, has = widget.sizeHint().width(), widget.width()
        if needed > has + 1 and not _elides(widget):
            yield QTextDocumentFragment.fromHtml(widget.text()).toPlainText()[:80], f"{has} of {needed}"
    elif isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton) and widget.text():
        needed, has = widget.sizeHint().width(), widget.width()
        if needed > has + 1:
            yield widget.text(), f"{has} of {needed}"
    elif isinstance(widget, QComboBox) and not widget.isEditable():
        yield from _of_combo(widget, metrics)
    elif isinstance(widget, QLineEdit) and widget.placeholderText():
        needed, has = metrics.horizontalAdvance(widget.placeholderText()) + 20, widget.width()
        if needed > has:
            yield widget.placeholderText(), f"{has} of {needed}"
    elif type(widget) is QTabBar:  # tabs of laws may be more than there is room for: they scroll
        needed = sum(widget.tabSizeHint(tab).width() for tab in range(widget.count()))
        if needed > widget.width() + 1:
            yield " ".join(widget.tabText(tab) for tab in range(widget.count())), f"{widget.width()} of {needed}"
    elif isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        for section in range(widget.count()):
            needed, has = widget.sectionSizeFromContents(section).width(), widget.sectionSize(section)
            if not widget.isSectionHidden(section) and needed > has + 1:
                yield str(widget.model().headerData(section, Qt.Orientation.Horizontal)), f"{has} of {needed}"
    elif isinstance(widget, QDockWidget) and metrics.horizontalAdvance(widget.windowTitle()) + 60 > widget.width():
        yield widget.windowTitle(), str(widget.width())
    if isinstance(widget, QLabel | QPushButton | QToolButton | QCheckBox) and widget.text() and not _scrolls(widget):
        seen = widget.visibleRegion().boundingRect()
        if seen.width() < widget.width() - 1 or seen.height() < widget.height() - 1:
            yield (
                widget.text()[:80],
                f"is covered: {seen.width()}x{seen.height()} of {widget.width()}x{widget.height()}",
            )


def _of_combo(box: QComboBox, metrics: QFontMetrics) -> Iterator[tuple[str, str]]:
    """A choice of ours; names of laws are as long as they are."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    where = QStyle.SubControl.SC_ComboBoxEditField
    has = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, where, box).width()
    needed = metrics.horizontalAdvance(box.currentText())
    if needed > has + 1 and needed < 160:
        yield box.currentText(), f"{has} of {needed}"


def _elides(label: QLabel) -> bool:
    """Does it shorten its text by itself, with dots?"""
    return type(label) is not QLabel


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False
