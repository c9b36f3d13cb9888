"""The amending clause under the draft: it writes itself, can be worded by hand, and what is by hand is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import drafting
from tomas_desktop.ui import application
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.views.clause_panel import ClausePanel

SHORTER = "U članu 1. stav 2. broj: „48” zamenjuje se brojem: „24”."
OTHER_WORDS = "U članu 1. stav 2. reči: „od 48 časova” zamenjuju se rečima: „od 24 časova”."
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> ClausePanel:
    """The panel of a window in which 48 hours have become 24."""
    editor = window.proposal.editor
    editor.setFocus()
    at = editor.toPlainText().index("48 časova")
    cursor = editor.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + 2, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    qtbot.keyClicks(editor, "24")
    window.proposal.keep()
    qtbot.waitUntil(lambda: window.proposal.clause.page.toPlainText() == SHORTER)
    return window.proposal.clause


def word(panel: ClausePanel, qtbot: QtBot, text: str) -> None:
    """Word the clause by hand and wait until it is checked."""
    panel.edit()
    panel.editor.text.setPlainText(text)
    qtbot.waitUntil(lambda: panel.editor.checked is not None)


def kept(window: MainWindow) -> list[str]:
    assert window.desk.opened is not None
    return [text.text for text in window.desk.opened.dossier.clause_texts("law-proposal")]


def draft(window: MainWindow) -> str:
    assert window.desk.opened is not None
    return drafting.text_of(window.desk.opened, Ref("law", "art_1__para_2"), None, "law-proposal")[0].text


def test_it_says_what_to_do_while_nothing_is_drafted(window: MainWindow) -> None:
    clause = window.proposal.clause
    assert clause.page.toPlainText() == ""
    assert "writes itself" in clause.empty.text()
    assert not clause.edit_button.isEnabled()
    assert not clause.copy_button.isEnabled()


def test_it_writes_itself_and_says_that_it_is_exact(panel: ClausePanel) -> None:
    assert panel.status.text() == "✓ applied back: exact"
    assert "SR-LATN" in panel.overline.text()
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text() == SHORTER


def test_it_goes_when_the_draft_is_taken_back(panel: ClausePanel, window: MainWindow, qtbot: QtBot) -> None:
    window.do("undo")
    qtbot.waitUntil(lambda: panel.page.toPlainText() == "")
    window.do("redo")
    qtbot.waitUntil(lambda: panel.page.toPlainText() == SHORTER)


def test_an_answer_that_comes_too_late_is_thrown_away(panel: ClausePanel, window: MainWindow, qtbot: QtBot) -> None:
    window.do("undo")
    window.do("redo")
    window.do("next_article")  # nothing is linked with it
    qtbot.wait(80)
    assert panel.page.toPlainText() == ""
    window.do("previous_article")
    qtbot.waitUntil(lambda: panel.page.toPlainText() == SHORTER)


def test_other_words_are_checked_while_one_types_and_kept_with_a_key(
    panel: ClausePanel, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window.proposal.editor, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert panel.editor.text.hasFocus()
    assert panel.editor.text.toPlainText() == SHORTER
    panel.editor.text.selectAll()
    panel.editor.text.insertPlainText(OTHER_WORDS)
    qtbot.waitUntil(lambda: panel.editor.checked is not None and panel.status.text() == "✓ applied back: exact")
    qtbot.keyClick(panel.editor.text, Qt.Key.Key_Return, CTRL)
    assert not panel.is_editing
    assert panel.page.hasFocus()
    qtbot.waitUntil(lambda: panel.page.toPlainText() == OTHER_WORDS)
    assert "by hand" in panel.status.text()
    assert kept(window) == [OTHER_WORDS]


def test_what_differs_is_shown_and_can_become_the_draft(panel: ClausePanel, window: MainWindow, qtbot: QtBot) -> None:
    word(panel, qtbot, SHORTER.replace("24", "36"))
    assert panel.status.text() == "≠ differs from the draft"
    assert panel.editor.difference.isVisible()
    assert "2436" in panel.editor.difference.toPlainText()
    panel.editor.take_button.click()
    assert not panel.is_editing
    assert "36 časova" in draft(window)
    assert "36" in window.proposal.editor.toPlainText()
    qtbot.waitUntil(lambda: "by hand" in panel.status.text())


def test_what_cannot_be_applied_is_told_in_words(panel: ClausePanel, qtbot: QtBot) -> None:
    word(panel, qtbot, SHORTER.replace("broj: „48”", "reči: „roku do 48 časova”"))
    assert panel.status.text() == "✕ cannot be applied"
    assert "roku od 48 časova" in panel.editor.reason.text()
    assert not panel.editor.take_button.isEnabled()
    assert not panel.editor.difference.isVisible()


def test_escape_and_leaving_keep_what_was_typed_and_drop_drops_it(
    panel: ClausePanel, window: MainWindow, qtbot: QtBot
) -> None:
    word(panel, qtbot, OTHER_WORDS)
    window.do("next_article")
    window.do("previous_article")
    qtbot.waitUntil(lambda: panel.page.toPlainText() == OTHER_WORDS)
    word(panel, qtbot, SHORTER.replace("24", "36"))
    qtbot.keyClick(panel.editor.text, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "does not give this draft" in panel.status.text())
    assert panel.page.toPlainText() == SHORTER
    assert kept(window) == [SHORTER.replace("24", "36")]
    panel.drop_button.click()
    qtbot.waitUntil(lambda: panel.status.text() == "✓ applied back: exact")
    assert kept(window) == []


def test_editing_without_a_change_keeps_nothing(panel: ClausePanel, window: MainWindow) -> None:
    panel.edit()
    panel.finish()
    assert kept(window) == []


@pytest.mark.qt_log_ignore("This plugin does not support")  # no window system raises the menu here
def test_its_size_is_chosen_with_the_keyboard_and_the_clause_changes_at_once(
    panel: ClausePanel, window: MainWindow, qtbot: QtBot
) -> None:
    assert panel.size_chooser.text() == "Words ▾"
    assert "Jedinstvena metodološka pravila" in panel.size_chooser.toolTip()
    assert panel.size_chooser.accessibleName() == "Size of the clauses: Words"
    panel.toggle.setFocus()
    qtbot.keyClick(panel.toggle, Qt.Key.Key_Tab)
    assert panel.size_chooser.hasFocus()

    def choose() -> None:
        menu = panel.size_chooser.menu()
        for key in (*[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return):
            qtbot.keyClick(menu, key)

    QTimer.singleShot(0, choose)  # while the menu is open
    qtbot.keyClick(panel.size_chooser, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: panel.page.toPlainText().startswith("Član 1. menja se i glasi:"))
    assert panel.status.text() == "✓ applied back: exact"
    assert panel.size_chooser.text() == "Article ▾"
    assert panel.size_chooser.toolTip() == "Chosen for this article: Article – the whole article"
    window.do("undo")
    qtbot.waitUntil(lambda: panel.page.toPlainText() == SHORTER)
    assert panel.size_chooser.choices["words"].isChecked()


def test_a_clause_by_hand_has_no_size_to_choose(panel: ClausePanel, qtbot: QtBot) -> None:
    assert panel.size_chooser.isVisible()
    word(panel, qtbot, OTHER_WORDS)
    assert not panel.size_chooser.isVisible()
    panel.finish()
    qtbot.waitUntil(lambda: panel.page.toPlainText() == OTHER_WORDS)
    assert not panel.size_chooser.isVisible()
    panel.drop()
    qtbot.waitUntil(lambda: panel.page.toPlainText() == SHORTER)
    assert panel.size_chooser.isVisible()


def test_there_is_no_size_where_there_is_no_clause(window: MainWindow) -> None:
    assert not window.proposal.clause.size_chooser.isVisible()


def test_it_is_kept_when_the_window_closes(
    panel: ClausePanel, window: MainWindow, qtbot: QtBot, small_dossier: Path
) -> None:
    panel.edit()
    panel.editor.text.setPlainText(OTHER_WORDS)
    window.close()
    again = application.open_window(small_dossier)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.proposal.clause.page.toPlainText() == OTHER_WORDS)
    again.close()


def test_it_can_be_folded_and_comes_back_for_its_key(panel: ClausePanel, window: MainWindow) -> None:
    low = panel.height()
    panel.toggle.click()
    assert not panel.body.isVisible()
    assert panel.maximumHeight() < low
    window.do("focus_clause")
    assert panel.body.isVisible()
    assert panel.page.hasFocus()


def test_the_page_does_not_jump_while_the_clause_grows(panel: ClausePanel, window: MainWindow, qtbot: QtBot) -> None:
    before = panel.height()
    editor = window.proposal.editor
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    qtbot.keyClicks(editor, " Hitno i bez odlaganja.")
    window.proposal.keep()
    qtbot.waitUntil(lambda: panel.page.toPlainText() != SHORTER)
    assert panel.height() == before
