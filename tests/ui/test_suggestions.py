"""Suggestions in the window: ranked, with reasons, judged by single keys; what needs no answer a person chooses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.services.three_countries import ref
from tests.ui import region
from tomas_desktop.services import correlating, not_transposable, suggestion_rounds
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.models.needless_rows import NeedlessRows
from tomas_desktop.ui.models.suggestion_rows import ROW, SIGN, WHY, Row, SuggestionRows
from tomas_desktop.ui.views.suggestion_list import Suggestions


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOMAS_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    it = region.window(qtbot, tmp_path)
    yield it
    it.close()


def panel(window: MainWindow, action: str) -> Suggestions:
    window.do(action)
    region.rest()
    window.suggestions.take_keyboard()
    return window.suggestions


def statuses(window: MainWindow) -> dict[tuple[str, str], str]:
    links = region.open_of(window).dossier.correlations
    return {(str(each.eu), str(each.national)): each.status for each in links}


def place(panel: Suggestions, eu: str, national: str) -> int:
    rows = [panel.act_rows.row(number) for number in range(panel.act_rows.rowCount())]
    pairs = [row.pair if row else None for row in rows]
    return pairs.index((ref(eu), ref(national)))


def test_the_models_are_sound_for_qt(qtbot: QtBot, tmp_path: Path) -> None:
    rows, needless = SuggestionRows(with_article=True), NeedlessRows()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(each, mode) for each in (rows, needless)]
    with opened(region.dossier(tmp_path)) as it:
        one = suggestion_rounds.of_country(it, "act", "mk")
        said = suggestion_rounds.judged(it, "act")
        all_rows = [Row(group, None) for group in one.groups if group.is_gap]
        all_rows += [Row(group, each) for group in one.groups for each in group.candidates]
        rows.set_rows(all_rows, said)
        rows.set_said({})
        needless.set_rows(not_transposable.assist(it, "act"), {})
        needless.choose_all(True)
    assert testers


def test_the_window_begins_without_the_panel_and_the_key_brings_it(window: MainWindow) -> None:
    assert window.dock("suggestions").isHidden()
    panel(window, "suggest_here")
    assert not window.dock("suggestions").isHidden()


def test_an_article_has_its_ranked_matches_with_why_in_words_and_gaps_said(window: MainWindow) -> None:
    window.desk.go("art_2")
    it = panel(window, "suggest_here")
    rows = [it.article_rows.index(number, 0) for number in range(it.article_rows.rowCount())]
    told = [str(row.data()) for row in rows]
    assert any(text.startswith("RS  Član 2") for text in told)
    linked = next(row for row in rows if str(row.data()).startswith("RS  Član 2"))
    assert linked.data(SIGN)[0] == "✓"
    assert "both speak of" in str(linked.data(WHY))
    assert all("a gap" in str(row.data()) for row in rows if row.data(ROW).named is None)


def test_enter_links_r_rejects_and_undo_takes_back(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.go("art_2")
    it = panel(window, "suggest_here")
    pairs = [index.data(ROW).pair for index in map(it.article_rows.index, range(it.article_rows.rowCount()), [0] * 99)]
    number = pairs.index((ref("act#art_2"), ref("mk#art_1")))
    it.article.setCurrentIndex(it.article_rows.index(number, 0))
    qtbot.keyClick(it.article, Qt.Key.Key_R)
    assert statuses(window)["act#art_2", "mk#art_1"] == "rejected"
    it.article.setCurrentIndex(it.article_rows.index(number, 0))
    qtbot.keyClick(it.article, Qt.Key.Key_Return)
    assert statuses(window)["act#art_2", "mk#art_1"] == "confirmed"
    window.do("undo")
    window.do("undo")
    assert statuses(window)["act#art_2", "mk#art_1"] == "suggested"
    assert it.article_rows.index(number, 0).data(SIGN)[0] == "?"


def test_the_whole_act_is_looked_through_by_single_keys(qtbot: QtBot, window: MainWindow) -> None:
    it = panel(window, "suggest_act")
    before = statuses(window)
    it.act.setCurrentIndex(it.act_rows.index(0, 0))
    first = it.act_rows.index(0, 0).data(ROW).pair
    qtbot.keyClick(it.act, Qt.Key.Key_Space)
    assert statuses(window)[str(first[0]), str(first[1])] == "confirmed"
    assert it.act.currentIndex().row() == 1
    second = it.act_rows.index(1, 0).data(ROW).pair
    qtbot.keyClick(it.act, Qt.Key.Key_X)
    assert statuses(window)[str(second[0]), str(second[1])] == "rejected"
    assert it.act_rows.counts()[0] == 2
    assert it.about.text().startswith("2 of ")
    window.do("undo")
    window.do("undo")
    assert statuses(window) == before
    assert it.act_rows.counts()[0] == 0


def test_the_pair_of_the_row_in_hand_lies_on_the_desk(qtbot: QtBot, window: MainWindow) -> None:
    it = panel(window, "suggest_act")
    it.act.setCurrentIndex(it.act_rows.index(place(it, "act#art_2", "mk#art_1"), 0))

    def is_shown() -> bool:
        answer = window.desk.answer
        return answer is not None and answer.ref == ref("mk#art_1") and window.desk.article is not None

    qtbot.waitUntil(is_shown, timeout=3000)
    assert window.desk.article is not None
    assert window.desk.article.eid == "art_2"


def test_all_are_kept_for_later_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    it = panel(window, "suggest_act")
    before = statuses(window)
    it.keep.click()
    kept = {pair: status for pair, status in statuses(window).items() if pair not in before}
    assert kept
    assert set(kept.values()) == {"suggested"}
    window.do("undo")
    assert statuses(window) == before


def test_what_needs_no_answer_is_said_only_where_a_person_chose(qtbot: QtBot, window: MainWindow) -> None:
    it = panel(window, "no_answer_needed").needless
    assert it.model.rowCount() > 0
    assert not it.accept.isEnabled()
    it.list.setCurrentIndex(it.model.index(0, 0))
    qtbot.keyClick(it.list, Qt.Key.Key_Space)
    assert len(it.model.chosen()) == 1
    assert not it.accept.isEnabled()  # of no law yet
    it.laws["mk"].setChecked(True)
    assert it.accept.isEnabled()
    before = len(region.open_of(window).dossier.correlations)
    it.accept.click()
    new = region.open_of(window).dossier.correlations[before:]
    assert [(each.grade, each.national) for each in new] == [("not_transposable", ref("mk"))]
    assert new[0].reason
    assert "Undo takes it back" in window.notice.text()
    window.do("undo")
    assert len(region.open_of(window).dossier.correlations) == before


def test_a_rejected_suggestion_is_no_answer_in_the_window(window: MainWindow) -> None:
    window.desk.go("art_2")
    correlating.reject(region.open_of(window), [(ref("act#art_2"), ref("mk#art_1"))])
    assert [answer.ref for answer in window.desk.answers()] == [ref("rs-lat#art_2")]
    assert window.desk.suggested() == ()


def test_what_is_only_suggested_is_no_answer_and_the_empty_sheet_leads_to_it(qtbot: QtBot, window: MainWindow) -> None:
    it = region.open_of(window)
    correlating.unlink(it, ref("act#art_2"), ref("rs-lat#art_2"))
    window.desk.go("art_2")
    assert window.desk.answers() == ()
    assert window.national.suggest.isVisible()
    window.national.suggest.click()
    assert not window.dock("suggestions").isHidden()
    window.desk.look_at(ref("mk#art_1"))
    assert "? SUGGESTED, NOT LINKED" in window.national.sheet.overline.text()
    correlating.link(it, ref("act#art_2"), ref("mk#art_1"))
    window.desk.answer_changed.emit()
    assert [answer.ref for answer in window.desk.answers()] == [ref("mk#art_1")]


def test_looking_can_be_stopped_and_begun_again(window: MainWindow) -> None:
    it = panel(window, "suggest_act")
    it.look()
    it.stop.click()
    region.rest()
    assert not it.progress.isVisible()
    assert it.act_rows.rowCount() == 0
    it.again.click()
    region.rest()
    assert it.act_rows.rowCount() > 0
