"""The navigator: laws and proposals are picked from beside the EU act."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.test_main_window import put_caret_at_end
from tomas_desktop.ui.main_window import MainWindow


def pick_law(window: MainWindow, row: int) -> None:
    window.navigator.tabs.setCurrentIndex(1)
    model = window.navigator.laws.tree.model()
    window.navigator.laws.tree.setCurrentIndex(model.index(row, 0, model.index(0, 0)))


def test_an_article_that_nothing_links_is_shown_beside_the_one_in_hand(window: MainWindow) -> None:
    pick_law(window, 1)
    assert window.desk.answer is not None
    assert window.desk.answer.ref.eid == "art_2"
    assert "NOT LINKED" in window.national.sheet.overline.text()
    assert "kazniće" in window.proposal.editor.toPlainText()
    window.do("next_article")
    assert window.desk.answer is None


def test_a_linked_article_brings_its_eu_article_with_it(window: MainWindow) -> None:
    window.do("next_article")
    pick_law(window, 0)
    assert window.desk.article is not None
    assert window.desk.article.eid == "art_1"


def test_a_proposal_is_opened_where_it_changes_something(window: MainWindow, qtbot: QtBot) -> None:
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Da.")
    window.proposal.keep()
    assert window.navigator.tabs.tabText(2) == "Proposals 1"
    window.do("next_article")
    window.navigator.tabs.setCurrentIndex(2)
    proposals = window.navigator.proposals.list
    proposals.setFocus()
    proposals.setCurrentIndex(proposals.model().index(0, 0))
    qtbot.keyClick(proposals, Qt.Key.Key_Return)
    assert window.proposal.editor.toPlainText().endswith(" Da.")


def test_the_filter_narrows_what_is_shown(window: MainWindow) -> None:
    window.navigator.tabs.setCurrentIndex(1)
    window.navigator.filter.setText("no such article")
    assert window.navigator.laws.tree.model().rowCount(QModelIndex()) == 0


def test_the_models_keep_qts_rules(window: MainWindow) -> None:
    for model in (window.navigator.laws.model, window.navigator.proposals.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    pick_law(window, 0)
