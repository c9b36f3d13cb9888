"""The countries side by side in the window, following the article in hand; borrowing a neighbour's wording."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.services.three_countries import ref
from tests.ui import region
from tomas_desktop.services import regional
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui import theme
from tomas_desktop.ui.dialogs.borrow_wording import BorrowWording, Choice
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.models.ahead_list import WHO, AheadList
from tomas_desktop.ui.views.regional_page import CountrySheet, RegionalPage


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    it = region.window(qtbot, tmp_path)
    yield it
    it.close()


def page_of(window: MainWindow) -> RegionalPage:
    window.do("countries")
    region.rest()
    page = window.pages.of_kind(RegionalPage)
    assert page is not None
    return page


def side(page: RegionalPage, country: str) -> CountrySheet:
    return next(each for each in page.sides if each.country == country)


def test_the_list_of_who_is_ahead_is_sound_for_qt(qtbot: QtBot, tmp_path: Path) -> None:
    model = AheadList()
    testers = [QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)]
    with opened(region.dossier(tmp_path)) as it:
        model.set_rows(regional.gaps(it, "act"))
    assert model.index(0, 0).data(WHO) == "Serbia, North Macedonia ahead of Albania"
    assert testers


def test_one_provision_in_every_country_with_its_grade(window: MainWindow) -> None:
    page = page_of(window)
    assert "1. A court may order" in page.eu_page.toPlainText()
    assert {each.country for each in page.sides} == {"rs", "mk", "al"}
    serbia = side(page, "rs")
    assert serbia.sheet.overline.text() == "SERBIA · ◐ DU – ○ GAP"
    assert "1.1 → 1.1 · ◐ DU · no term" in serbia.page.toPlainText()
    assert "Sud može naložiti" in serbia.page.toPlainText()
    assert "2. Pružalac" not in serbia.page.toPlainText()
    assert side(page, "mk").sheet.overline.text() == "NORTH MACEDONIA · ● ЦЕЛОСНО"
    assert not side(page, "al").page.isVisible()


def test_it_follows_the_article_and_esc_leaves(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    window.do("next_article")
    qtbot.waitUntil(lambda: "Reports" in page.eu_page.toPlainText(), timeout=4000)
    assert "to check again" in side(page, "rs").page.toPlainText()
    qtbot.keyClick(page.eu_page, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.table


def test_the_list_goes_where_one_is_ahead(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    assert page.ahead.text() == "Where one is ahead 2"
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert window.desk.article is not None
    assert window.desk.article.eid == "art_2"


def test_a_neighbours_wording_is_borrowed_with_its_marking(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    choice = Choice(ref("mk#art_1"), ref("al#art_1"), replacing=False)
    asked = []

    def ask(*values: object) -> Choice:
        asked.append(values)
        return choice

    monkeypatch.setattr(BorrowWording, "ask", staticmethod(ask))
    side(page, "al").borrow.click()
    assert asked[0][1:3] == ("al", [ref("rs-lat#art_1__para_1"), ref("mk#art_1")])
    assert "Borrowed from mk#art_1" in window.notice.text()
    assert window.pages.currentWidget() is window.table
    (comment,) = region.open_of(window).dossier.comments(ref("al#art_1"))
    assert "not translated" in comment.text
    window.do("back")
    region.rest()
    assert window.pages.currentWidget() is page
    qtbot.waitUntil(lambda: "✎ Borrowed from mk#art_1" in side(page, "al").drafted.text(), timeout=4000)
    window.do("undo")
    assert region.open_of(window).dossier.comments(ref("al#art_1")) == ()


def test_the_dialog_offers_places_of_the_kind_that_is_borrowed(window: MainWindow) -> None:
    it = region.open_of(window)
    sources = [ref("rs-lat#art_1__para_1"), ref("mk#art_1")]
    dialog = BorrowWording(it, "mk", sources[:1], ref("mk#art_1"), theme.load("light"), window)
    assert dialog.marking.text().startswith("✎ Borrowed from rs-lat#art_1__para_1")
    chosen = dialog.choice()
    assert chosen is not None
    assert chosen.target == ref("mk#art_1__para_2")
    dialog.filter.setText("Судот")
    chosen = dialog.choice()
    assert chosen is not None
    assert chosen.target == ref("mk#art_1__para_1")
