"""The inspector: what is said of the pair in hand is read and written there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_main_window import put_caret_at_end
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, justifying
from tomas_desktop.ui.dialogs.law_card import LawCard
from tomas_desktop.ui.main_window import MainWindow

PAIR = (Ref("eu", "art_1"), Ref("law", "art_1"))


def link(window: MainWindow) -> Correlation:
    assert window.desk.opened is not None
    return correlating.known(window.desk.opened, *PAIR)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_a_grade_is_chosen_and_shown_everywhere(window: MainWindow) -> None:
    grade = window.inspector.correlation.grade
    assert grade.currentData() == "partial"
    grade.setCurrentIndex(grade.findData("full"))
    grade.activated.emit(grade.currentIndex())
    assert link(window).grade == "full"
    assert "FULL" in window.national.sheet.overline.text()
    window.do("undo")
    assert link(window).grade == "partial"
    assert grade.currentData() == "partial"


def test_what_is_typed_is_kept_when_it_rests_and_undone(window: MainWindow, qtbot: QtBot) -> None:
    reason = window.inspector.correlation.reason
    assert reason.text() == "48 hours"
    reason.setFocus()
    reason.selectAll()
    qtbot.keyClicks(reason, "24 hours are asked")
    qtbot.waitUntil(lambda: link(window).reason == "24 hours are asked")
    window.do("undo")
    assert link(window).reason == "48 hours"


def test_a_gap_has_nothing_to_fill_in(window: MainWindow) -> None:
    window.do("next_article")
    fields = window.inspector.correlation
    assert fields.empty.isVisible()
    assert not fields.grade.isVisible()


def test_unlinking_is_one_step(window: MainWindow) -> None:
    window.inspector.correlation.unlink.click()
    assert window.desk.answer is None
    window.do("undo")
    assert window.desk.answer is not None


def test_the_justification_stands_in_the_inspector_and_its_key_goes_there(window: MainWindow) -> None:
    window.dock("inspector").hide()
    window.do("focus_justification")
    assert window.dock("inspector").isVisible()
    assert window.inspector.isAncestorOf(window.proposal.justification)


def test_a_pause_between_two_words_of_the_justification_moves_nothing(window: MainWindow, qtbot: QtBot) -> None:
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Da.")
    window.proposal.keep()
    window.do("focus_justification")
    field, opened = window.proposal.justification, window.desk.opened
    assert opened is not None
    qtbot.keyClicks(field, "Rok ")
    qtbot.waitUntil(lambda: justifying.justification(opened, "law-proposal", "art_1") == "Rok")
    qtbot.wait(50)
    qtbot.keyClicks(field, "je dug.")
    assert field.toPlainText() == "Rok je dug."


def test_a_comment_is_written_counted_and_closed(window: MainWindow, qtbot: QtBot) -> None:
    window.do("comment")
    line = window.inspector.comments.line
    assert line.hasFocus()
    qtbot.keyClicks(line, "Why 48?")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
    qtbot.waitUntil(lambda: "Why 48?" in said(window.inspector.comments))
    assert window.inspector.sections["comments"].head.text().endswith(" 1")
    window.do("undo")
    assert "Why 48?" not in said(window.inspector.comments)


def test_checks_are_worked_out_and_lead_to_their_place(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(said(window.inspector.checks)))


@pytest.mark.parametrize("name", ["sentences", "terms", "history"])
def test_what_is_folded_is_worked_out_when_it_is_opened(window: MainWindow, qtbot: QtBot, name: str) -> None:
    section = window.inspector.sections[name]
    assert not section.is_open
    section.open()
    qtbot.waitUntil(lambda: bool(said(section.body)), timeout=15_000)


def test_the_card_of_the_law_is_filled(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.desk.opened is not None
    dialog = LawCard(window.desk.opened.dossier.card("law"), "Zakon", window)
    dialog.fields["gazette"].setText("Glasnik, br. 1; br. 2")
    dialog.fields["checked_by"].setText("Ana")
    changed = dialog.changed()
    assert changed == ["gazette=Glasnik, br. 1; br. 2", "checked_by=Ana"]
    monkeypatch.setattr(LawCard, "ask", staticmethod(lambda *_: changed))
    window.do("law_card")
    assert window.desk.opened.dossier.card("law").gazette == ("Glasnik, br. 1", "br. 2")
    window.do("undo")
    assert window.desk.opened.dossier.card("law").gazette == ()
    dialog.deleteLater()


def test_the_history_calls_what_was_done_by_its_name(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk.opened is not None
    window.desk.author = "Ana"
    editor = window.proposal.editor
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, " Da.")
    window.proposal.keep()
    window.do("accept_change")
    window.do("accept_change")
    window.desk.justify(PAIR[1], "Zato.")
    window.inspector.sections["history"].open()
    names = ("wording", "agreed", "agreement withdrawn", "justification")
    qtbot.waitUntil(lambda: all(f"Ana · {name}" in said(window.inspector.past) for name in names), timeout=15_000)
