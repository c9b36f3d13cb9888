"""The changes as a drafter handles them: restoring one, some, all; accepting; who, when and why."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.test_main_window import put_caret_at_end
from tests.ui.test_tracked_editor import article, check, document, editor, lines, load, put, seen
from tomas_desktop.services import justifying, settings
from tomas_desktop.ui import application
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.views import tracked_voice
from tomas_desktop.ui.views.proposal_changes import ChangeNote
from tomas_desktop.ui.views.tracked_editor import TrackedEditor

__all__ = ["editor"]
Key = Qt.Key
BASE = ["the court shall impose a fine", "gone", "end of it"]
NEW = ["the judge shall impose a term", "end of it", "brand new"]


# Restoring


def test_everything_can_be_restored_in_one_step(editor: TrackedEditor, qtbot: QtBot) -> None:
    load(editor, BASE, NEW)
    rested: list[bool] = []
    editor.rested.connect(lambda: rested.append(True))
    assert editor.restore("all")
    check(editor)
    assert document(editor).split("\n") == BASE
    assert editor.change_count() == 0
    assert rested == [True]
    assert not editor.restore("all")


def test_what_the_selection_meets_is_restored_whole(editor: TrackedEditor) -> None:
    load(editor, BASE, NEW)
    start, end = document(editor).index("judge") + 2, document(editor).index("fine") - 1
    put(editor, end, start)
    assert editor.restore("selected")
    check(editor)
    assert editor.sheet.proposed()[0] == "the court shall impose a term"
    put(editor, document(editor).index("gone"), 0)
    assert editor.restore("selected")
    assert editor.sheet.proposed()[0] == "the court shall impose a fine"
    put(editor, 4, 0)
    assert not editor.restore("selected")


def test_a_selection_is_what_the_menu_offers_to_restore(editor: TrackedEditor) -> None:
    load(editor, BASE, NEW)
    put(editor, len(document(editor)), 0)
    entry = editor.context_menu().actions()[-1]
    assert "selected" in entry.text().lower()
    entry.trigger()
    assert editor.sheet.proposed() == BASE


def test_a_repealed_article_comes_back_and_a_new_one_goes(editor: TrackedEditor) -> None:
    text = [line.text for line in article()]
    editor.set_texts(article(), [])
    assert editor.restore("all")
    check(editor)
    assert "\n".join(editor.sheet.proposed()).strip() == "\n".join(text)


@pytest.mark.parametrize("seed", range(4))
def test_restoring_everything_gives_the_text_in_force(editor: TrackedEditor, seed: int) -> None:
    rng = random.Random(seed)
    words = "Ko drugome prikaže sliku , zvuk ili tekst kazniće se i zatvorom do tri godine .".split()

    def text() -> str:
        return " ".join(rng.choice(words) for _ in range(rng.randint(1, 12)))

    for _ in range(25):
        base = [*article()[:2], *lines(*(text() for _ in range(rng.randint(1, 5))))]
        new = [*base[:2], *lines(*(text() if rng.random() < 0.5 else one.text for one in base[2:]))]
        if rng.random() < 0.5:
            del new[rng.randrange(2, len(new))]
        new[rng.randrange(2, len(new) + 1) : 0] = lines(text())
        editor.set_texts(base, new)
        for _ in range(rng.randint(0, 6)):
            put(editor, rng.randint(0, len(document(editor))))
            QTest.keyClick(editor, rng.choice([Key.Key_X, Key.Key_Return, Key.Key_Delete, Key.Key_Backspace]))
        editor.restore("all")
        check(editor)
        assert [one for one in editor.sheet.proposed() if one] == [line.text for line in base]


# In the window: who, when, why, accepted


@pytest.fixture
def drafted(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.desk.author = "Ana"
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Hitno.")
    window.proposal.keep()
    QApplication.processEvents()
    return window


def test_a_change_tells_whose_it_is_and_why(drafted: MainWindow) -> None:
    editor, opened = drafted.proposal.editor, drafted.desk.opened
    assert opened is not None
    justifying.justify(opened, "law-proposal", "art_1", "Rok mora biti kratak.")
    drafted.proposal.refresh()
    words = editor.note(editor.changes()[0])
    assert words.startswith("Inserted · Ana · 20")
    assert "UTC" in words
    assert "Rok mora biti kratak." in words
    write_more(drafted)
    assert len(editor.changes()) == 1


def write_more(window: MainWindow) -> None:
    QTest.keyClicks(window.proposal.editor, " Da.")
    window.proposal.keep()


def test_the_mouse_and_a_key_show_it(drafted: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    spoken: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, *_: shown.append(text))
    monkeypatch.setattr(tracked_voice, "announce", lambda _widget, text: spoken.append(text))
    editor = drafted.proposal.editor
    cursor = QTextCursor(editor.document())
    cursor.setPosition(len(editor.toPlainText()) - 3)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    point = editor.cursorRect(cursor).center()
    QApplication.sendEvent(
        editor.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, point, editor.viewport().mapToGlobal(point))
    )
    assert "Ana" in shown[-1]
    corner = QPoint(1, 1)
    QApplication.sendEvent(
        editor.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, corner, editor.viewport().mapToGlobal(corner))
    )
    assert len(shown) == 1
    qtbot.keyClick(editor, Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    assert len(shown) == 2
    assert "Ana" in spoken[-1]


def test_the_change_at_the_caret_is_told(drafted: MainWindow, qtbot: QtBot) -> None:
    told: list[ChangeNote | None] = []
    drafted.proposal.changes.change_at_caret.connect(told.append)
    editor = drafted.proposal.editor
    editor.setFocus()
    assert drafted.proposal.changes.at_caret() is not None
    qtbot.wait(100)  # until that was told
    put(editor, 0)
    qtbot.waitUntil(lambda: bool(told) and told[-1] is None)
    drafted.do("next_change")
    qtbot.waitUntil(lambda: told[-1] is not None)
    note = told[-1]
    assert note is not None
    assert note.kind == "inserted"
    assert note.words.new == "Hitno."
    assert note.modification is not None
    assert note.modification.author == "Ana"
    assert note.agreement is None
    drafted.do("accept_change")
    qtbot.waitUntil(lambda: told[-1] is not None and told[-1].agreement is not None)
    assert drafted.proposal.changes.at_caret() == told[-1]


def test_accepting_keeps_the_words_draws_them_quietly_and_is_remembered(
    drafted: MainWindow, qtbot: QtBot, small_dossier: Path
) -> None:
    editor = drafted.proposal.editor
    text, loud = editor.toPlainText(), editor.textCursor().charFormat().background().style()
    assert loud != Qt.BrushStyle.NoBrush
    drafted.desk.author = "Marko"
    editor.setFocus()
    qtbot.keyClick(editor, Key.Key_Y, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.toPlainText() == text
    assert editor.change_count() == 1
    assert editor.textCursor().charFormat().background().style() == Qt.BrushStyle.NoBrush
    assert editor.textCursor().charFormat().fontUnderline() is not None
    assert drafted.proposal.changes.agreed_count() == 1
    assert "Accepted: Marko" in editor.note(editor.changes()[0])
    drafted.close()
    again = application.open_window(small_dossier)
    qtbot.addWidget(again)
    assert again.proposal.changes.agreed_count() == 1
    again.do("undo")
    QApplication.processEvents()
    assert again.proposal.changes.agreed_count() == 0
    assert again.proposal.editor.toPlainText() == text
    again.close()


def test_accepting_again_takes_it_back_and_other_words_are_not_accepted(drafted: MainWindow, qtbot: QtBot) -> None:
    changes = drafted.proposal.changes
    drafted.do("accept_all")
    assert changes.agreed_count() == 1
    assert "1" in drafted.notice.text()
    drafted.do("accept_all")
    assert changes.agreed_count() == 1  # nothing was left to accept
    drafted.do("previous_change")
    drafted.do("accept_change")
    assert changes.agreed_count() == 0
    drafted.do("accept_change")
    put_caret_at_end(drafted)
    write_more(drafted)
    QApplication.processEvents()
    assert changes.agreed_count() == 0


def test_the_window_restores_the_whole_article_and_undo_brings_the_draft_back(drafted: MainWindow) -> None:
    text = drafted.proposal.editor.toPlainText()
    drafted.do("restore_article")
    assert drafted.proposal.editor.change_count() == 0
    assert drafted.desk.opened is not None
    assert drafted.desk.opened.dossier.modifications("law-proposal") == ()
    drafted.do("undo")
    assert drafted.proposal.editor.toPlainText() == text
    drafted.do("restore_selection")
    drafted.do("restore_article")
    drafted.do("restore_article")
    assert drafted.notice.text()


def test_undo_and_redo_survive_closing_the_program(window: MainWindow, qtbot: QtBot, small_dossier: Path) -> None:
    before = window.proposal.editor.toPlainText()
    put_caret_at_end(window)
    for word in (" Jedan.", " Dva.", " Tri."):
        qtbot.keyClicks(window.proposal.editor, word)
        window.proposal.editor._rest()
    window.close()
    again = application.open_window(small_dossier)
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()
    again.activateWindow()
    again.proposal.editor.setFocus()
    assert again.proposal.editor.toPlainText() == f"{before} Jedan. Dva. Tri."
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for text in (" Jedan. Dva.", " Jedan.", ""):
        qtbot.keyClick(again.proposal.editor, Key.Key_Z, ctrl)
        assert again.proposal.editor.toPlainText() == before + text
    qtbot.keyClick(again.proposal.editor, Key.Key_Z, ctrl | shift)
    assert again.proposal.editor.toPlainText() == f"{before} Jedan."
    again.close()
    third = application.open_window(small_dossier)
    qtbot.addWidget(third)
    third.do("redo")
    assert third.proposal.editor.toPlainText() == f"{before} Jedan. Dva."
    third.close()


def test_the_colours_of_changes_are_chosen_and_remembered(drafted: MainWindow) -> None:
    editor = drafted.proposal.editor
    assert drafted.actions_by_name["marks_"].isChecked()
    before = editor.colours.inserted
    drafted.actions_by_name["marks_green-red"].trigger()
    assert settings.load().marks == "green-red"
    assert editor.colours.inserted != before
    assert editor.textCursor().charFormat().foreground().color().name() == editor.colours.inserted
    drafted.actions_by_name["theme_dark"].trigger()
    dark = editor.colours
    drafted.actions_by_name["marks_"].trigger()
    assert editor.colours.paper == dark.paper
    assert editor.colours.inserted != dark.inserted


def test_an_accepted_change_is_told_apart_without_colour(editor: TrackedEditor) -> None:
    load(editor, "the court shall", "the judge shall")
    editor.set_agreed(frozenset(editor.said(change) for change in editor.changes()))
    check_lines(editor)
    put(editor, len(document(editor)))
    QTest.keyClick(editor, Key.Key_X)
    assert seen(editor) == "the ~court~+judge+ +shallx+‸~shall~"


def check_lines(editor: TrackedEditor) -> None:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(5)
    assert cursor.charFormat().fontStrikeOut()
    cursor.setPosition(10)
    assert cursor.charFormat().underlineStyle() == cursor.charFormat().UnderlineStyle.DashUnderline


def test_the_menu_under_the_mouse_accepts_and_tells(drafted: MainWindow) -> None:
    menu = drafted.proposal.editor.context_menu()
    names = [action.objectName() for action in menu.actions()]
    assert names[-3:-1] == ["accept_change", "describe_change"]
    menu.actions()[-3].trigger()
    assert drafted.proposal.changes.agreed_count() == 1
