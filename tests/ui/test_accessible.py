"""Everything can be reached by keyboard, and says its name to those who do not see it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)  # fmt: skip
from pytestqt.qtbot import QtBot

from tests.ui import every_view
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import demo
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui import application, finding
from tomas_desktop.ui.commands import ENTRIES
from tomas_desktop.ui.main_window import MainWindow

_WORD = re.compile(r"\w\w")
_MOST = 200  # times that Tab is pressed


@pytest.fixture
def workshop(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the workshop dossier, at an article with a draft."""
    path = tmp_path / demo.NAME
    with opened(path, create=True) as dossier:
        demo.fill(dossier)
    application.make()
    it = application.open_window(path)
    qtbot.addWidget(it)
    it.resize(every_view.SCREEN)
    with qtbot.waitExposed(it):
        it.show()
    it.desk.show(Ref("rs-kz", "art_185"))
    yield it
    it.close()


# ---- actions -----------------------------------------------------------------------------------------------


def test_every_action_has_a_text_and_stands_in_a_menu(window: MainWindow) -> None:
    listed = {action for menu in every_view.menus(window) for action in menu.actions()}
    for entry in ENTRIES:
        action = window.actions_by_name[entry.name]
        assert action.text()
        assert action in listed


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = Counter(key.toString() for action in window.actions_by_name.values() for key in action.shortcuts())
    assert {key: count for key, count in keys.items() if count > 1 or not key} == {}


def test_every_key_is_one(window: MainWindow) -> None:
    for entry in ENTRIES:
        for key in entry.shortcut.split():
            assert QKeySequence(key).toString() == key, entry.name  # Qt knows the key, and no other is meant


def test_the_palette_finds_every_action(workshop: MainWindow) -> None:
    for entry in ENTRIES:
        action = workshop.actions_by_name[entry.name]
        if action.isEnabled():
            assert any(
                hit.title.rstrip("…") == action.text().rstrip("…") for hit in finding.at_hand(workshop, action.text())
            ), entry.name


# ---- widgets -----------------------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_whatever_is_shown_can_be_reached_by_tab_and_says_its_name(
    workshop: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    nameless: dict[str, str] = {}  # takes the keyboard and has no name
    unsaid: dict[str, str] = {}  # a button that shows a sign and does not say what it does
    kept: dict[str, str] = {}  # a text field that keeps Tab to itself
    missed: dict[str, str] = {}  # is never reached by Tab
    walked: set[tuple[str, ...]] = set()

    def look(view: str, top: QWidget) -> None:
        takers = list(_takes_keyboard(top))
        for widget in takers:
            if not _name(widget):
                nameless.setdefault(_path(widget), view)
            if isinstance(widget, QTextEdit | QPlainTextEdit) and not widget.tabChangesFocus():
                kept.setdefault(_path(widget), view)
        for widget in every_view.parts(top):
            is_sign = isinstance(widget, QAbstractButton) and _is_ours(widget) and not _WORD.search(widget.text())
            if is_sign and not (widget.toolTip() and _WORD.search(_name(widget))):
                unsaid.setdefault(_path(widget), view)
        layout = tuple(sorted(map(_path, takers)))
        if takers and layout not in walked and not kept:
            walked.add(layout)
            reached = _tab_through(top, takers)
            for widget in takers:
                is_there = not widget.visibleRegion().isEmpty()  # what gets the keyboard may lead to another place
                if is_there and widget not in reached and not isinstance(widget, QRadioButton):
                    missed.setdefault(_path(widget), view)

    every_view.walk(workshop, look, monkeypatch)
    for found in (nameless, unsaid, kept, missed):
        assert not found, "\n".join(f"{path}   ({view})" for path, view in found.items())


def _tab_through(top: QWidget, takers: Sequence[QWidget]) -> set[QWidget]:
    """What gets the keyboard, one Tab after the other."""
    top.activateWindow()
    QTest.qWaitForWindowActive(top)
    takers[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: set[QWidget] = set()
    for _ in range(_MOST):
        widget = QApplication.focusWidget()
        if widget is None or (widget is takers[0] and reached):
            break
        reached.add(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return reached


def _takes_keyboard(top: QWidget) -> Iterator[QWidget]:
    for widget in every_view.parts(top):
        if (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
            and widget.focusProxy() is None
            and _is_ours(widget)
            and not widget.visibleRegion().isEmpty()
        ):
            yield widget


def _is_ours(widget: QWidget) -> bool:
    """Not a part of which Qt makes another widget: the list of a choice, the arrows of a tab bar, what only scrolls."""
    name = widget.objectName()
    if name.startswith("qt_") or type(widget) is QAbstractScrollArea:
        return False
    parent = widget.parentWidget()
    return parent is None or type(parent).__name__ not in (
        "QTabBar",
        "QComboBox",
        "AnswerTabs",
        "QLineEdit",
        "QDockWidget",
    )


def _name(widget: QWidget) -> str:
    """What a screen reader says of it first."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def _path(widget: QWidget) -> str:
    names = []
    each: QWidget | None = widget
    while each is not None:
        names.append(type(each).__name__ + (f"#{each.objectName()}" if each.objectName() else ""))
        each = each.parentWidget()
    return " < ".join(names[:4])
