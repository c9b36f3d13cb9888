"""The coverage board in the window: counted in the background, filtered, a way to each answer and back, shared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.services.three_countries import ref
from tests.ui import region
from tomas_desktop.services import correlating, coverage
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.models.coverage_table import WANTED, CoverageFilter, CoverageTable
from tomas_desktop.ui.views.coverage_board import CoverageBoard
from tomas_desktop.ui.views.coverage_cells import CountryTotal


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    it = region.window(qtbot, tmp_path)
    yield it
    it.close()


def board_of(window: MainWindow) -> CoverageBoard:
    window.do("coverage")
    region.rest()
    board = window.pages.of_kind(CoverageBoard)
    assert board is not None
    return board


def texts(board: CoverageBoard) -> list[list[str]]:
    model = board.filter
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_models_are_sound_for_qt(qtbot: QtBot, tmp_path: Path) -> None:
    model, narrowed = CoverageTable(), CoverageFilter()
    narrowed.setSourceModel(model)
    testers = [
        QAbstractItemModelTester(each, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for each in (model, narrowed)
    ]
    with opened(region.dossier(tmp_path)) as it:
        model.set_board(coverage.board(it, "act"), {})
        for wanted in WANTED:
            narrowed.choose(wanted, "mk")
        correlating.link(it, ref("act#art_3"), ref("al#art_1"))
        model.set_board(coverage.board(it, "act"), {})
    model.set_board(None, {})
    assert testers


def test_every_cell_has_a_glyph_and_a_code_and_mixed_is_shown_as_mixed(window: MainWindow) -> None:
    first, second, *_ = texts(board_of(window))
    assert first[0] == "1  Removal orders"
    assert sorted(first[1:]) == sorted(["◐○ DU 1/2 – gap", "● целосно", "○ gap"])
    assert "· not graded" in second


def test_a_cell_is_told_in_words(window: MainWindow) -> None:
    board = board_of(window)
    said = [str(board.filter.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)) for column in range(1, 4)]
    assert any("1, Serbia: mixed: from partial to gap, 1 of 2 paragraphs answered" in each for each in said)


def test_counts_and_shares_stand_above(window: MainWindow) -> None:
    totals = board_of(window).totals.findChildren(CountryTotal)
    assert {each.name.text() for each in totals} == {"Serbia", "North Macedonia", "Albania"}
    serbia = next(each for each in totals if each.name.text() == "Serbia")
    assert serbia.summary.text() == "1 of 4 articles answered (25 %)."
    assert "○ gap 3 (75 %)" in serbia.counts.text()


@pytest.mark.parametrize(
    ("wanted", "country", "rows"),
    [("all", "", 4), ("gaps", "mk", 3), ("to_recheck", "", 1), ("suggested", "", 1), ("suggested", "rs", 0)],
)
def test_the_filter(window: MainWindow, wanted: str, country: str, rows: int) -> None:
    board = board_of(window)
    board.countries.setCurrentIndex(board.countries.findData(country))
    board.countries.activated.emit(board.countries.currentIndex())
    board.wanted.setCurrentIndex(list(WANTED).index(wanted))  # type: ignore[arg-type]
    assert len(board.lines()) == rows
    assert board.filter.columnCount() == (2 if country else 4)
    assert board.table.isVisible() == (rows > 0)
    if not rows:
        assert board.empty.text() == "No article is left by this filter."


def cell(board: CoverageBoard, row: int, country: str) -> QModelIndex:
    assert board.model.board is not None
    return board.filter.index(row, 1 + board.model.board.countries.index(country))


def test_enter_goes_to_the_answer_and_alt_left_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    board = board_of(window)
    board.table.setCurrentIndex(cell(board, 0, "mk"))
    qtbot.keyClick(board.table, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.table
    assert window.desk.article is not None
    assert window.desk.article.eid == "art_1"
    assert window.desk.answer is not None
    assert window.desk.answer.ref == ref("mk#art_1")
    window.do("back")
    assert window.pages.currentWidget() is board
    qtbot.keyClick(board.table, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.table


def test_a_click_on_a_suggestion_shows_it_as_one(qtbot: QtBot, window: MainWindow) -> None:
    board = board_of(window)
    spot = board.table.visualRect(cell(board, 1, "mk")).center()
    qtbot.mouseClick(board.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.desk.answer is not None
    assert (window.desk.answer.ref, window.desk.answer.correlations) == (ref("mk#art_1"), ())
    assert [each.status for each in window.desk.answer.suggested] == ["suggested"]


def test_it_is_counted_again_when_something_changed(qtbot: QtBot, window: MainWindow) -> None:
    board = board_of(window)
    correlating.link(region.open_of(window), ref("act#art_3"), ref("al#art_1"), grade="full")
    qtbot.waitUntil(lambda: any("● e plotë" in row for row in texts(board)), timeout=4000)
    window.do("undo")
    qtbot.waitUntil(lambda: not any("● e plotë" in row for row in texts(board)), timeout=4000)


def test_nothing_is_counted_on_the_thread_of_the_window(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    threads = []
    real = coverage.board

    def told(*values: object) -> object:
        threads.append(threading.current_thread())
        return real(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(coverage, "board", told)
    board_of(window)
    assert threads
    assert threading.main_thread() not in threads


def test_the_picture_holds_all_rows_and_goes_to_the_clipboard(window: MainWindow) -> None:
    board = board_of(window)
    picture = board.picture()
    assert picture.height() > 2 * 4 * board.table.verticalHeader().defaultSectionSize()
    window.do("copy_board")
    assert not QGuiApplication.clipboard().image().isNull()


@pytest.mark.parametrize("form", ["word", "html"])
def test_it_is_saved_as_a_file(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    board_of(window)
    file = tmp_path / "board.out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window.do(f"export_board_{form}")
    region.rest()
    written = file.with_name(f"board.out.{'docx' if form == 'word' else 'html'}")
    assert written.stat().st_size > 1000
    assert written.name in window.notice.text()
