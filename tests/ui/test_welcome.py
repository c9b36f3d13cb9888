"""The first page and the help: beginning, opening again, the three steps, the keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.dragging import drop
from tests.ui.nameless import nameless
from tomas_desktop.services import recent, settings
from tomas_desktop.ui import application, i18n
from tomas_desktop.ui.commands import ENTRIES, comparing, helping
from tomas_desktop.ui.dialogs.about import About
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.models.keys_table import Key, KeysFilter, KeysTable
from tomas_desktop.ui.views.keys_page import KeysPage
from tomas_desktop.ui.views.tour import Tour


def show_welcome(window: MainWindow) -> None:
    window.do("show_welcome")
    assert window.pages.currentWidget() is window.welcome


def test_an_opened_dossier_is_offered_again_and_opened_with_enter(
    window: MainWindow, qtbot: QtBot, small_dossier: Path
) -> None:
    show_welcome(window)
    assert window.welcome.recent.hasFocus()
    assert window.welcome.recent.item(0).text().startswith("small")
    qtbot.keyClick(window.welcome.recent, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.table
    assert recent.listed(settings.load().recent) == (small_dossier.resolve(),)


def test_one_that_is_gone_says_so_and_is_taken_off_the_list(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    gone = tmp_path / "gone.tomas"
    settings.save(replace(settings.load(), recent=recent.with_first(settings.load().recent, gone)))
    show_welcome(window)
    listed = window.welcome.recent
    qtbot.waitUntil(lambda: "not there any more" in listed.item(0).text())
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.welcome
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert listed.count() == 1
    assert gone not in recent.listed(settings.load().recent)
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert window.welcome.nothing.isVisible()
    assert window.welcome.workshop.hasFocus()


@pytest.fixture
def english_afterwards() -> Iterator[None]:
    yield
    i18n.speak("en")


@pytest.mark.parametrize("size", [(960, 600), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "sr-Latn", "mk", "sq"])
@pytest.mark.usefixtures("english_afterwards")
def test_all_of_it_is_seen_without_scrolling(
    qtbot: QtBot, small_dossier: Path, language: str, size: tuple[int, int]
) -> None:
    application.make()
    settings.save(replace(settings.load(), recent=recent.with_first("", small_dossier)))
    i18n.speak(language)
    window = application.open_window(None)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.wait(20)
    assert window.welcome.isVisible()
    assert window.welcome.verticalScrollBar().maximum() == 0
    assert window.welcome.horizontalScrollBar().maximum() == 0
    for button in window.welcome.findChildren(QAbstractButton):
        assert button.width() >= button.minimumSizeHint().width(), button.text()
    window.close()


def test_every_button_is_reached_with_tab(window: MainWindow, qtbot: QtBot) -> None:
    show_welcome(window)
    wanted = {button for button in window.welcome.findChildren(QAbstractButton) if button.isVisible()}
    for _ in range(30):
        focus = application.make().focusWidget()
        wanted.discard(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert not wanted


def test_the_steps_are_shown_in_their_place_and_walked_with_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.proposal.editor.setFocus()
    window.do("first_steps")
    (tour,) = window.findChildren(Tour)
    assert "1" in tour.head.text()
    qtbot.keyClick(tour.next, Qt.Key.Key_Space)
    assert tour.at == 1
    assert tour.around.geometry().contains(window.proposal.mapTo(window, window.proposal.rect().center()))
    assert window.rect().contains(tour.geometry())
    qtbot.keyClick(tour, Qt.Key.Key_Left)
    assert tour.at == 0
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert not tour.isVisible()
    assert window.proposal.editor.hasFocus()


def test_without_a_dossier_the_steps_wait_for_one(qtbot: QtBot, small_dossier: Path) -> None:
    application.make()
    window = application.open_window(None)
    qtbot.addWidget(window)
    window.show()
    window.do("first_steps")
    assert not window.findChildren(Tour)
    window.open(small_dossier)
    qtbot.waitUntil(lambda: len(window.findChildren(Tour)) == 1)
    window.close()


def test_every_action_stands_on_the_page_of_keys_and_can_be_done_from_it(window: MainWindow, qtbot: QtBot) -> None:
    page = helping.show_keys(window)
    assert page.model.rowCount() == len(ENTRIES)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "next eu art")
    assert page.filter.rowCount() == 1
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.table
    assert window.desk.article is not None
    assert window.desk.article.eid == "art_2"


def test_a_key_is_found_by_what_is_printed_on_it(window: MainWindow, qtbot: QtBot) -> None:
    page = helping.show_keys(window)
    qtbot.keyClicks(page.search, "f8")
    assert page.filter.rowCount() >= 2
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.table


def test_every_widget_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    window.do("first_steps")
    (tour,) = window.findChildren(Tour)
    assert nameless(window.welcome) + nameless(helping.show_keys(window)) + nameless(tour) == []


def test_no_key_does_two_things(window: MainWindow) -> None:
    keys = [key for entry in ENTRIES for key in entry.shortcut.split()]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_about_names_the_version_and_the_licences(window: MainWindow, qtbot: QtBot) -> None:
    window.do("about")
    (dialog,) = window.findChildren(About)
    assert not dialog.isModal()
    assert "EUPL" in dialog.parts.toPlainText()
    dialog.close()


def test_two_files_that_are_dropped_are_compared(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("a.txt", "b.txt")]
    for file in files:
        file.write_text("x", encoding="utf-8")
    got: list[tuple[Path, ...]] = []
    monkeypatch.setattr(comparing, "compare_files", lambda _window, *pair: got.append(pair))
    assert drop(window, *files)
    qtbot.waitUntil(lambda: bool(got))
    assert set(got[0]) == set(files)


def test_the_table_of_keys_keeps_qts_contract(window: MainWindow) -> None:
    model = KeysTable([Key("undo", "Undo", "Edit", "Ctrl+Z"), Key("redo", "Redo", "Edit", "")])
    proxy = KeysFilter()
    proxy.setSourceModel(model)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(proxy, QAbstractItemModelTester.FailureReportingMode.Fatal)
    proxy.narrow("undo")
    assert proxy.rowCount() == 1
    proxy.narrow("")
    assert isinstance(helping.show_keys(window), KeysPage)
