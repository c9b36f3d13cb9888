"""Links as a whole: moved, split and merged from the inspector and by key, each taken back by undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.every_view import settle
from tomas_desktop.model.correlation import Grade
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, sentence_level
from tomas_desktop.ui.dialogs.merge_links import MergeLinks
from tomas_desktop.ui.dialogs.pick_provision import PickProvision
from tomas_desktop.ui.dialogs.split_link import SplitLink
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.views.inspector_correlation import CorrelationFields

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL_SHIFT = Modifier.ControlModifier | Modifier.ShiftModifier
Answer = Callable[[QDialog], None]


def links(window: MainWindow) -> list[tuple[str, str, Grade | None]]:
    assert window.desk.opened is not None
    return [(each.eu.eid, each.national.eid, each.grade) for each in correlating.standing(window.desk.opened.dossier)]


def answering(parent: QObject, answer: Answer) -> None:
    """Once a dialog has come, do this with it; Escape if it is still there then."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(20, parent, look)
            return
        settle()
        answer(dialog)
        if dialog.isVisible():
            QTest.keyClick(dialog, Key.Key_Escape)

    QTimer.singleShot(20, parent, look)


def undo(window: MainWindow, qtbot: QtBot) -> None:
    """The key of undo, once the window has the keyboard again."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Key.Key_Z, Modifier.ControlModifier)


def link_in_detail(window: MainWindow, grade: Grade | None = "partial") -> None:
    """Two paragraphs of the national article, each linked with a paragraph of the EU article."""
    assert window.desk.opened is not None
    correlating.unlink(window.desk.opened, Ref("eu", "art_1"), Ref("law", "art_1"))
    for n in (1, 2):
        ends = Ref("eu", f"art_1__para_{n}"), Ref("law", f"art_1__para_{n}")
        correlating.link(window.desk.opened, *ends, grade=grade, reason=f"Reason {n}.")
    window.desk.answer_changed.emit()


@pytest.fixture
def fields(window: MainWindow) -> CorrelationFields:
    return window.inspector.correlation


def test_a_link_moves_to_another_national_provision(window: MainWindow, qtbot: QtBot) -> None:
    def pick(dialog: QDialog) -> None:
        assert isinstance(dialog, PickProvision)
        QTest.keyClicks(dialog.filter, "Kazne")
        QTest.keyClick(dialog.filter, Key.Key_Return)

    answering(window, pick)
    qtbot.keyClick(window, Key.Key_M, CTRL_SHIFT)
    assert links(window) == [("art_1", "art_2", None)]
    assert window.desk.answer is not None
    assert window.desk.answer.ref.eid == "art_2"
    assert "grade it anew" in window.notice.text()
    undo(window, qtbot)
    assert links(window) == [("art_1", "art_1", "partial")]


def test_it_moves_into_the_article_it_leads_to(window: MainWindow, qtbot: QtBot) -> None:
    def pick(dialog: QDialog) -> None:
        assert isinstance(dialog, PickProvision)
        QTest.keyClicks(dialog.filter, "1.2")
        QTest.keyClick(dialog.filter, Key.Key_Return)

    answering(window, pick)
    qtbot.keyClick(window, Key.Key_M, CTRL_SHIFT)
    assert links(window) == [("art_1", "art_1__para_2", None)]


def test_the_eu_end_moves_too(window: MainWindow, qtbot: QtBot) -> None:
    def pick(dialog: QDialog) -> None:
        assert isinstance(dialog, PickProvision)
        QTest.keyClicks(dialog.filter, "Penalties")
        QTest.keyClick(dialog.filter, Key.Key_Return)

    answering(window, pick)
    window.actions_by_name["relink_eu"].trigger()
    assert links(window) == [("art_2", "art_1", None)]
    assert window.desk.article is not None
    assert window.desk.article.eid == "art_2"
    window.do("undo")
    assert links(window) == [("art_1", "art_1", "partial")]


def test_cancelling_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    for key in (Key.Key_M, Key.Key_S):
        answering(window, lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
        qtbot.keyClick(window, key, CTRL_SHIFT)
        assert links(window) == [("art_1", "art_1", "partial")]


def test_a_link_is_split_into_the_paragraphs_that_answer_each_other(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = tuple((Ref("eu", f"art_1__para_{n}"), Ref("law", f"art_1__para_{n}")) for n in (1, 2))
    monkeypatch.setattr(sentence_level, "paragraph_pairs", lambda *_: pairs)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitLink)
        assert [dialog.list.item(n).text() for n in range(2)] == ["1.1 → 1.1", "1.2 → 1.2"]
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Key.Key_Down)
        QTest.keyClick(dialog.list, Key.Key_Space)  # not the second one
        QTest.keyClick(dialog.grade, Key.Key_Space)
        QTest.keyClick(dialog, Key.Key_Return)

    answering(window, choose)
    qtbot.keyClick(window, Key.Key_S, CTRL_SHIFT)
    assert links(window) == [("art_1__para_1", "art_1__para_1", "partial")]
    undo(window, qtbot)
    assert links(window) == [("art_1", "art_1", "partial")]


def test_pairs_are_added_by_hand_where_none_is_found(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sentence_level, "paragraph_pairs", lambda *_: ())

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitLink)
        assert not dialog.split.isEnabled()
        for box, times in ((dialog.eu, 2), (dialog.national, 3)):
            for _ in range(times):
                QTest.keyClick(box, Key.Key_Down)
        QTest.keyClick(dialog.add, Key.Key_Space)
        QTest.keyClick(dialog.add, Key.Key_Space)
        assert dialog.list.count() == 1
        QTest.keyClick(dialog.split, Key.Key_Space)

    answering(window, choose)
    window.do("split")
    assert links(window) == [("art_1__para_2", "art_1__para_2__point_1", None)]


def test_links_are_merged_into_what_holds_them(window: MainWindow, qtbot: QtBot, fields: CorrelationFields) -> None:
    link_in_detail(window)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeLinks)
        assert not dialog.merge.isEnabled()  # only the link in hand is ticked: the other shares no end with it
        QTest.keyClick(dialog.list, Key.Key_Down)
        QTest.keyClick(dialog.list, Key.Key_Space)
        assert "1 → 1" in dialog.outcome.text()
        QTest.keyClick(dialog.grade, Key.Key_Space)
        QTest.keyClick(dialog, Key.Key_Return)

    answering(window, choose)
    qtbot.keyClick(window, Key.Key_G, CTRL_SHIFT)
    assert links(window) == [("art_1", "art_1", "partial")]
    assert fields.reason.text() == "Reason 1. Reason 2."
    undo(window, qtbot)
    assert len(links(window)) == 2


def test_one_link_cannot_be_merged(window: MainWindow) -> None:
    window.do("merge")
    assert "nothing to merge" in window.notice.text()


def test_without_a_link_there_is_nothing_to_move(window: MainWindow, fields: CorrelationFields) -> None:
    window.do("next_article")
    for name in ("relink", "relink_eu", "split", "merge"):
        window.do(name)
        assert window.notice.text() == "Nothing is linked here."
    assert not any(button.isVisible() for button in fields.findChildren(QPushButton))


def test_the_buttons_are_reached_by_tab_and_named(window: MainWindow, qtbot: QtBot, fields: CorrelationFields) -> None:
    link_in_detail(window)
    fields.unlink.setFocus()
    named = []
    for _ in range(3):
        widget = QApplication.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, Key.Key_Tab)
        button = QApplication.focusWidget()
        assert isinstance(button, QPushButton)
        named.append((button.text(), button.accessibleName()))
    assert named == [
        ("Move ▾", "Move the link to another national provision…"),
        ("Split…", "Split the link…"),
        ("Merge…", "Merge links…"),
    ]
    move = next(button for button in fields.findChildren(QPushButton) if button.menu() is not None)
    assert [action.objectName() for action in move.menu().actions()] == ["relink", "relink_eu"]


def test_what_is_typed_of_one_link_is_not_kept_for_the_next(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk.opened is not None
    second = Ref("eu", "art_2"), Ref("law", "art_2")
    correlating.link(window.desk.opened, *second, reason="Own.")
    reason = window.inspector.correlation.reason
    reason.setFocus()
    reason.selectAll()
    qtbot.keyClicks(reason, "of the first")
    window.desk.step(1)  # as a click in the table of coverage does
    QTest.qWait(1000)
    said = {each.national.eid: each.reason for each in window.desk.opened.dossier.correlations}
    assert said == {"art_1": "of the first", "art_2": "Own."}
