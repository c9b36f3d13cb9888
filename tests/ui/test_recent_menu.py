"""Open recent: in the menu and in the palette, by keyboard; a dossier that is gone is told and can be taken off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tomas_desktop.services import recent, settings
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.views.recent_menu import RecentMenu


@pytest.fixture
def others(window: MainWindow, small_dossier: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A dossier beside the open one, and one that is gone; the latter was open before."""
    there, gone = tmp_path / "R & D.tomas", tmp_path / "gone.tomas"
    there.write_bytes(small_dossier.read_bytes())
    kept = settings.load().recent
    for path in (gone, there, small_dossier):
        kept = recent.with_first(kept, path)
    settings.save(replace(settings.load(), recent=kept))
    return there, gone


@pytest.fixture
def menu(window: MainWindow, others: tuple[Path, Path], qtbot: QtBot) -> Iterator[RecentMenu]:
    """The submenu, opened as a person does it: the arrow keys, from the first entry of the File menu."""
    it = window.findChild(RecentMenu)
    assert it is not None
    file = above(window, it)
    file.popup(window.pos())
    for _ in range(3):
        qtbot.keyClick(file, Qt.Key.Key_Down)
    qtbot.keyClick(file, Qt.Key.Key_Right)
    qtbot.waitUntil(it.isVisible)
    qtbot.waitUntil(lambda: not named(it, "gone").isEnabled())
    yield it
    it.close()
    file.close()


def above(window: MainWindow, menu: RecentMenu) -> QMenu:
    return next(one for one in window.findChildren(QMenu) if menu.menuAction() in one.actions())


def named(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if name in action.text().partition("\t")[0])


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_the_others_are_listed_and_one_that_is_gone_is_grey_and_says_so(menu: RecentMenu, tmp_path: Path) -> None:
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[0].startswith("&1  R && D\t")
    assert texts[1] == "&2  gone\tnot there any more"
    assert named(menu, "R &&").isEnabled()
    assert str(tmp_path / "R & D.tomas") in named(menu, "R &&").toolTip()


def test_a_digit_opens_one(window: MainWindow, menu: RecentMenu, others: tuple[Path, Path], qtbot: QtBot) -> None:
    qtbot.keyClick(menu, Qt.Key.Key_1)
    assert window.windowTitle().startswith("R & D")
    assert recent.listed(settings.load().recent)[0] == others[0]


def test_what_is_gone_is_taken_off_the_list(
    window: MainWindow, menu: RecentMenu, others: tuple[Path, Path], small_dossier: Path, qtbot: QtBot
) -> None:
    named(menu, "Take those").trigger()
    assert recent.listed(settings.load().recent) == (small_dossier.resolve(), others[0])
    above(window, menu).aboutToShow.emit()
    left = [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]
    assert [text.partition("\t")[0] for text in left] == ["&1  R && D"]


def test_without_any_it_says_so(window: MainWindow) -> None:
    it = window.findChild(RecentMenu)
    assert it is not None
    above(window, it).aboutToShow.emit()
    said = [action for action in it.actions() if action.isVisible() and not action.isSeparator()]
    assert [(action.text(), action.isEnabled()) for action in said] == [("No other dossier yet", False)]


def test_one_that_went_away_since_is_one_sentence(window: MainWindow, others: tuple[Path, Path]) -> None:
    it = window.findChild(RecentMenu)
    assert it is not None
    it.opened.emit(others[1])
    assert window.notice.text()
    assert window.desk.article is not None


def test_the_palette_finds_them_too(window: MainWindow, others: tuple[Path, Path], qtbot: QtBot) -> None:
    qtbot.keyClick(window.proposal.editor, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.palette_line.line, "open rec d")
    hits = window.palette_line.hits
    assert [hits.index(row, 0).data() for row in range(hits.rowCount())] == ["Open recent: R & D"]
    qtbot.keyClick(window.palette_line.line, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("R & D")
