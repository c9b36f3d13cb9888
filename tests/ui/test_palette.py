"""Ctrl+K: everything is found by typing a few letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.test_main_window import put_caret_at_end
from tomas_desktop.ui.main_window import MainWindow


def titles(window: MainWindow) -> list[str]:
    hits = window.palette_line.hits
    return [hits.index(row, 0).data() for row in range(hits.rowCount())]


def open_palette(window: MainWindow, qtbot: QtBot, text: str) -> None:
    put_caret_at_end(window)
    qtbot.keyClick(window.proposal.editor, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_line.line.hasFocus()
    window.palette_line.line.insert(text)  # QTest knows no key for a Cyrillic letter


def test_an_article_is_found_by_the_beginning_of_its_words(window: MainWindow, qtbot: QtBot) -> None:
    open_palette(window, qtbot, "penal")
    assert titles(window)[0] == "Article 2 Penalties"
    qtbot.keyClick(window.palette_line.line, Qt.Key.Key_Return)
    assert window.desk.article is not None
    assert window.desk.article.eid == "art_2"
    assert not window.palette_line.isVisible()


def test_a_command_is_found_and_done(window: MainWindow, qtbot: QtBot) -> None:
    open_palette(window, qtbot, "final")
    qtbot.keyClick(window.palette_line.line, Qt.Key.Key_Return)
    assert window.actions_by_name["view_final"].isChecked()


@pytest.mark.parametrize("query", ["ZALBA", "жалба", "kazniće"])
def test_words_of_a_law_are_found_in_any_script(window: MainWindow, qtbot: QtBot, query: str) -> None:
    open_palette(window, qtbot, query)
    qtbot.waitUntil(lambda: any("alba" in one or "kazni" in one for one in titles(window)))
    qtbot.keyClick(window.palette_line.line, Qt.Key.Key_Return)
    assert window.desk.answer is not None
    assert window.desk.answer.ref.eid == ("art_2" if query == "kazniće" else "art_1")


def test_a_citation_goes_to_its_provision(window: MainWindow, qtbot: QtBot) -> None:
    open_palette(window, qtbot, "čl. 2")
    qtbot.waitUntil(lambda: bool(titles(window)))
    qtbot.keyClick(window.palette_line.line, Qt.Key.Key_Return)
    assert window.desk.answer is not None
    assert window.desk.answer.ref.eid == "art_2"


def test_return_pressed_before_the_texts_answer_takes_their_first(window: MainWindow, qtbot: QtBot) -> None:
    open_palette(window, qtbot, "čl. 2")
    assert titles(window) == []
    qtbot.keyClick(window.palette_line.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.palette_line.isVisible())
    assert window.desk.answer is not None
    assert window.desk.answer.ref.eid == "art_2"


def test_escape_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    open_palette(window, qtbot, "x")
    qtbot.keyClick(window.palette_line.line, Qt.Key.Key_Escape)
    assert not window.palette_line.isVisible()
    assert window.proposal.editor.hasFocus()


def test_before_a_letter_is_typed_it_offers_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    window.do("next_article")
    open_palette(window, qtbot, "")
    assert titles(window)[0].startswith("Article 1")


def test_the_model_keeps_qts_rules(window: MainWindow, qtbot: QtBot) -> None:
    QAbstractItemModelTester(window.palette_line.hits, QAbstractItemModelTester.FailureReportingMode.Fatal)
    open_palette(window, qtbot, "a")
    qtbot.keyClicks(window.palette_line.line, "rticle")


def test_a_term_is_found_with_what_the_other_languages_call_it(window: MainWindow, qtbot: QtBot) -> None:
    open_palette(window, qtbot, "child sexual abuse material")
    qtbot.waitUntil(lambda: any("materijal" in one for one in titles(window)), timeout=15_000)
