"""Apply an amending act, in the real window: preview, both ways between a sentence and what it changed, keeping."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QListView, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.services.test_applying import ACT
from tests.ui.dragging import drop
from tomas_desktop.ui.dialogs.apply_act import ApplyAct, Decision
from tomas_desktop.ui.main_window import MainWindow


@pytest.fixture
def act(tmp_path: Path) -> Path:
    file = tmp_path / "izmene.txt"
    file.write_text(ACT, encoding="utf-8")
    return file


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot, act: Path) -> ApplyAct:
    """The dialog on the window's dossier, the act applied."""
    assert window.desk.opened is not None
    it = ApplyAct(window.desk.opened, window, act)
    qtbot.addWidget(it)
    with qtbot.waitExposed(it):
        it.show()
    qtbot.waitUntil(lambda: it.decision() is not None)
    return it


def put_caret(dialog: ApplyAct, begins: str) -> None:
    page = dialog.page
    block = page.document().begin()
    while block.isValid() and not block.text().startswith(begins):
        block = block.next()
    assert block.isValid(), begins
    page.setTextCursor(QTextCursor(block))


def test_what_failed_comes_first_then_what_was_applied_then_the_acts_own(dialog: ApplyAct) -> None:
    assert [row.kind for row in dialog.clauses.rows()] == ["failed", "failed", "applied", "applied", "applied", "own"]
    assert "novčanom kaznom" in dialog.clauses.item(0).text()
    assert dialog.status.text().endswith("✕ 2 not applied · 3 sentences applied")
    assert dialog.status.text().startswith("! the act names “Zakonu o nalozima”")
    assert dialog.clauses.hasFocus()


def test_a_sentence_leads_to_what_it_changed_and_back(dialog: ApplyAct, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyClick(dialog.clauses, Qt.Key.Key_Down)
    assert dialog.page.textCursor().block().text().startswith("(3) Rok teče")
    put_caret(dialog, "(2) Pružalac")
    assert dialog.clauses.currentRow() == 2
    assert dialog.page.textCursor().block().text().startswith("(2) Pružalac")
    put_caret(dialog, "(1) Sud")  # nobody changed it
    assert dialog.clauses.currentRow() == 2


def test_the_redline_is_of_the_changed_articles_or_of_the_whole_law(dialog: ApplyAct) -> None:
    assert "4824 časova" in dialog.page.toPlainText()
    assert "Stupanje na snagu" not in dialog.page.toPlainText()
    dialog.whole.click()
    assert "Stupanje na snagu" in dialog.page.toPlainText()


def test_a_sentence_that_failed_leads_to_the_provision_that_it_meant(dialog: ApplyAct) -> None:
    dialog.clauses.setCurrentRow(2)
    dialog.clauses.setCurrentRow(0)
    assert dialog.page.textCursor().block().text() == "Kazne"


def test_a_text_of_that_name_is_not_taken_twice(dialog: ApplyAct) -> None:
    assert dialog.text_button.isEnabled()
    dialog.date.setText("")  # the text in force bears no date
    assert not dialog.text_button.isEnabled()
    assert dialog.proposal_button.isEnabled()


def test_an_act_can_be_pasted(dialog: ApplyAct, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Član 1.\nČlan 2. briše se.\n")
    dialog.paste.click()
    qtbot.waitUntil(lambda: dialog.decision() is not None)
    assert [row.sentence for row in dialog.clauses.rows()] == ["Član 2. briše se."]


def test_what_cannot_be_read_is_one_sentence(dialog: ApplyAct, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.choose("law", tmp_path / "missing.txt")
    qtbot.waitUntil(lambda: dialog.words.text().startswith("There is no file"))
    assert dialog.words.isVisible()
    assert not dialog.text_button.isEnabled()
    assert dialog.decision() is None


def test_reading_can_be_stopped(dialog: ApplyAct, tmp_path: Path) -> None:
    dialog._source = tmp_path / "missing.txt"
    dialog.read()
    assert dialog.stop_button.isVisible()
    dialog.stop_button.click()
    assert not dialog.stop_button.isVisible()
    assert not dialog.progress.isVisible()
    assert "stopped" in dialog.words.text()


def test_a_file_that_is_dropped_is_the_act(dialog: ApplyAct, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ACT.replace("24", "12"), encoding="utf-8")
    assert drop(dialog.file, other)  # also over the field, which would take the name of a file for a text
    qtbot.waitUntil(lambda: dialog.file.text() == str(other) and dialog.decision() is not None)
    assert "4812 časova" in dialog.page.toPlainText()


def test_an_act_that_is_no_longer_asked_for_is_not_shown(dialog: ApplyAct, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Član 1.\nČlan 2. briše se.\n", encoding="utf-8")
    dialog.choose("law", other)
    dialog.choose("law", tmp_path / "izmene.txt")
    qtbot.waitUntil(lambda: dialog.decision() is not None)
    qtbot.wait(60)
    assert len(dialog.clauses.rows()) == 6


def test_enter_keeps_nothing(dialog: ApplyAct, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.date, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.clauses, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_result_becomes_the_text_in_force(window: MainWindow, qtbot: QtBot, act: Path) -> None:
    def answer() -> None:
        it = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ApplyAct) and w.isVisible())
        it.choose("law", act)
        try:
            qtbot.waitUntil(lambda: it.decision() is not None and it.text_button.isEnabled())
            it.date.setText("2027-01-01")
            it.text_button.click()
        finally:
            it.close()

    QTimer.singleShot(0, answer)
    window.do("apply_act")
    assert "24 časova" in window.national.page.toPlainText()
    assert "2027-01-01" in window.notice.text()
    window.do("undo")
    assert window.desk.opened is not None
    assert len(window.desk.opened.dossier.expressions("law")) == 1


def test_the_result_becomes_a_proposal(window: MainWindow, dialog: ApplyAct, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = dialog.decision()
    assert seen is not None
    monkeypatch.setattr(ApplyAct, "ask", staticmethod(lambda *_: Decision(seen.preview, "proposal")))
    window.do("apply_act")
    assert window.proposal.editor.change_count() > 0
    assert "24" in window.proposal.editor.toPlainText()


def test_cancelling_keeps_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ApplyAct, "ask", staticmethod(lambda *_: None))
    window.do("apply_act")
    assert window.desk.opened is not None
    assert window.desk.opened.dossier.proposals == ()


def _is_inside_a_combo_box(widget: QWidget) -> bool:
    over = widget.parentWidget()
    return over is not None and (isinstance(over, QComboBox) or _is_inside_a_combo_box(over))


def test_every_widget_that_takes_the_keyboard_has_a_name(dialog: ApplyAct) -> None:
    kinds = QLineEdit | QTextEdit | QComboBox | QListView
    nameless: list[QWidget] = [
        widget
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, kinds) and not widget.accessibleName() and not _is_inside_a_combo_box(widget)
    ]
    nameless += [b for b in dialog.findChildren(QAbstractButton) if not (b.accessibleName() or b.text())]
    assert [(type(widget).__name__, widget.objectName()) for widget in nameless] == []


def test_no_word_of_it_is_cut_on_a_small_screen(dialog: ApplyAct) -> None:
    dialog.resize(1000, 600)
    QApplication.processEvents()
    shown: list[tuple[str, QWidget]] = [(button.text(), button) for button in dialog.findChildren(QAbstractButton)]
    shown += [(label.text(), label) for label in dialog.findChildren(QLabel) if not label.wordWrap()]
    for text, widget in shown:
        if widget.isVisible() and text:
            assert widget.width() >= widget.minimumSizeHint().width(), text
