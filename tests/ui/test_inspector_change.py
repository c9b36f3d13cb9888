"""The change at the caret: the inspector says what it is, and why it is made is typed there."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.export.test_docx_revisions import commented
from tests.ui.test_main_window import put_caret_at_end
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import submitting
from tomas_desktop.ui.dialogs.pick_provision import PickProvision
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.views.inspector_change import ChangeFields

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def drafted(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Two changes in one paragraph: a number replaced, words added."""
    window.desk.author = "Ana"
    editor = window.proposal.editor
    editor.setFocus()
    text = editor.toPlainText()
    put_caret_at_end(window)
    qtbot.keyClicks(editor, " Hitno.")
    cursor = editor.textCursor()
    cursor.setPosition(text.index("48"))
    editor.setTextCursor(cursor)
    for _ in range(2):
        qtbot.keyClick(editor, Key.Key_Delete)
    qtbot.keyClicks(editor, "24")
    window.proposal.keep()
    qtbot.waitUntil(lambda: fields(window).note is not None)
    return window


def fields(window: MainWindow) -> ChangeFields:
    return window.inspector.change


def go(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Walk to a change with the keys that do so."""
    for _ in range(4):
        if words in fields(window).new.text() + fields(window).old.text():
            return
        qtbot.keyClick(window.proposal.editor, Key.Key_F8)
        QTest.qWait(90)
        QApplication.processEvents()
    for _ in range(4):
        if words in fields(window).new.text() + fields(window).old.text():
            return
        qtbot.keyClick(window.proposal.editor, Key.Key_F8, Modifier.ShiftModifier)
        QTest.qWait(90)
    raise AssertionError(words)


def reasons(window: MainWindow) -> list[str]:
    assert window.desk.opened is not None
    said = window.desk.opened.dossier.modifications("law-proposal")
    return [text for each in said for text in each.reasons]


def test_it_says_what_goes_what_comes_whose_it_is_and_when(drafted: MainWindow, qtbot: QtBot) -> None:
    go(drafted, qtbot, "24")
    it = fields(drafted)
    assert (it.old.text(), it.new.text()) == ("− 48", "+ 24")
    assert it.what.text().startswith("Replaced · Ana · 20")
    assert (it.old.accessibleName(), it.new.accessibleName()) == ("deleted: 48", "inserted: 24")


def test_a_reason_is_typed_for_that_change_alone_kept_and_undone(drafted: MainWindow, qtbot: QtBot) -> None:
    go(drafted, qtbot, "24")
    qtbot.keyClick(drafted.proposal.editor, Key.Key_J, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert fields(drafted).why.hasFocus()
    qtbot.keyClicks(fields(drafted).why, "Predugo je.")
    qtbot.keyClick(fields(drafted).why, Key.Key_Escape)
    assert drafted.proposal.editor.hasFocus()
    assert reasons(drafted) == ["Predugo je."]
    go(drafted, qtbot, "Hitno")
    assert fields(drafted).why.toPlainText() == ""
    go(drafted, qtbot, "24")
    assert fields(drafted).why.toPlainText() == "Predugo je."
    drafted.do("undo")
    assert reasons(drafted) == []
    assert fields(drafted).why.toPlainText() == ""
    drafted.do("redo")
    assert fields(drafted).why.toPlainText() == "Predugo je."


def test_undo_takes_back_the_reason_that_was_just_typed_before_the_wording(drafted: MainWindow, qtbot: QtBot) -> None:
    go(drafted, qtbot, "24")
    drafted.do("justify_change")
    qtbot.keyClicks(fields(drafted).why, "Predugo je.")
    drafted.do("undo")
    assert fields(drafted).why.toPlainText() == ""
    assert (reasons(drafted), "24" in drafted.proposal.editor.toPlainText()) == ([], True)
    drafted.do("redo")
    assert reasons(drafted) == ["Predugo je."]


def test_a_pause_between_two_words_moves_nothing(drafted: MainWindow, qtbot: QtBot) -> None:
    go(drafted, qtbot, "24")
    drafted.do("justify_change")
    qtbot.keyClicks(fields(drafted).why, "Predugo ")
    qtbot.waitUntil(lambda: reasons(drafted) == ["Predugo"])
    qtbot.wait(150)  # what is kept is told
    qtbot.keyClicks(fields(drafted).why, "je.")
    assert fields(drafted).why.toPlainText() == "Predugo je."


def test_what_rests_is_kept_and_stays_while_the_change_is_worded_further(drafted: MainWindow, qtbot: QtBot) -> None:
    go(drafted, qtbot, "Hitno")
    drafted.do("justify_change")
    qtbot.keyClicks(fields(drafted).why, "Odmah.")
    qtbot.waitUntil(lambda: reasons(drafted) == ["Odmah."])
    assert fields(drafted).why.hasFocus()
    put_caret_at_end(drafted)
    qtbot.keyClicks(drafted.proposal.editor, " Bez odlaganja.")
    drafted.proposal.keep()
    assert reasons(drafted) == ["Odmah."]
    qtbot.waitUntil(lambda: "Bez odlaganja" in fields(drafted).new.text())
    assert fields(drafted).why.toPlainText() == "Odmah."


def test_what_is_typed_goes_to_the_change_it_was_typed_for(drafted: MainWindow, qtbot: QtBot) -> None:
    go(drafted, qtbot, "24")
    drafted.do("justify_change")
    qtbot.keyClicks(fields(drafted).why, "Predugo je.")
    drafted.do("next_article")
    assert reasons(drafted) == ["Predugo je."]
    drafted.do("previous_article")
    go(drafted, qtbot, "Hitno")
    assert fields(drafted).why.toPlainText() == ""


def test_closing_the_window_keeps_what_was_typed(drafted: MainWindow, qtbot: QtBot, small_dossier: Path) -> None:
    go(drafted, qtbot, "24")
    drafted.do("justify_change")
    qtbot.keyClicks(fields(drafted).why, "Predugo je.")
    drafted.close()
    drafted.open(small_dossier)
    assert reasons(drafted) == ["Predugo je."]


def test_the_basis_is_offered_from_what_is_linked_and_can_be_another(
    drafted: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(drafted, qtbot, "24")
    basis = fields(drafted).basis
    assert [basis.itemText(n) for n in range(basis.count())] == [
        "–", "Article 1", "1.1", "1.2",
    ]  # fmt: skip
    basis.setFocus()
    for _ in range(3):
        qtbot.keyClick(basis, Key.Key_Down)
    opened = drafted.desk.opened
    assert opened is not None
    steps = len(opened.history())
    qtbot.waitUntil(lambda: len(opened.history()) > steps)
    assert len(opened.history()) == steps + 1
    assert known(drafted).basis == "eu#art_1__para_2"
    monkeypatch.setattr(PickProvision, "ask", staticmethod(lambda *_: Ref("eu", "art_2")))
    qtbot.keyClick(basis, Key.Key_Tab)
    assert fields(drafted).other.hasFocus()
    qtbot.keyClick(fields(drafted).other, Key.Key_Space)
    assert known(drafted).basis == "eu#art_2"
    assert basis.currentText() == "Article 2"


def known(window: MainWindow):
    assert window.desk.opened is not None
    [one] = [
        each
        for modification in window.desk.opened.dossier.modifications("law-proposal")
        for each in modification.revisions
        if each.justification or each.basis
    ]
    return one


def test_a_caret_in_kept_words_stands_in_no_change(drafted: MainWindow, qtbot: QtBot) -> None:
    editor = drafted.proposal.editor
    qtbot.keyClick(editor, Key.Key_Home, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: fields(drafted).note is None)
    assert "no change" in fields(drafted).what.text()
    assert not fields(drafted).why.isEnabled()
    drafted.do("justify_change")
    assert editor.hasFocus()


def test_it_comes_out_as_a_word_comment_at_that_change(drafted: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    go(drafted, qtbot, "24")
    drafted.do("justify_change")
    qtbot.keyClicks(fields(drafted).why, "Predugo je.")
    drafted.leave(lambda: None)
    assert drafted.desk.opened is not None
    package = submitting.export(drafted.desk.opened, ["law-proposal"], "rs", tmp_path / "out", roles=["tracked"])
    path = package.files[0][1]
    [comment] = docx.Document(str(path)).comments
    assert (comment.author, comment.text) == ("Ana", "Predugo je.")
    with zipfile.ZipFile(path) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    assert [words for _, _, words in commented(body, comment.comment_id)] == ["48", "24"]
