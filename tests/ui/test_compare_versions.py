"""Comparing two versions as a person does it: choose them, walk the changes, clear what is to be checked again."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.services.conftest import LAW
from tests.services.two_stages import fill
from tests.ui.dragging import drop
from tests.ui.nameless import nameless
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import comparing, correlating, drafting, importing
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui import application, theme
from tomas_desktop.ui.commands.comparing import compare
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.dialogs.compare_versions import CompareVersions
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.models.changed_provisions import ChangedFilter, ChangedProvisions
from tomas_desktop.ui.views.compare_page import ComparePage


@pytest.fixture
def two_stages(window: MainWindow, small_dossier: Path) -> MainWindow:
    """The window on a dossier with an act at two stages."""
    window.desk.close()
    with opened(small_dossier) as dossier:
        fill(dossier)
    window.open(small_dossier)
    window.desk.choose_act("act")
    return window


@pytest.fixture
def page(two_stages: MainWindow, qtbot: QtBot) -> ComparePage:
    found = compare(two_stages)
    assert found is not None
    qtbot.waitUntil(lambda: found.compared is not None)
    return found


def listed(page: ComparePage) -> list[tuple[str, ...]]:
    return [each.kinds for each in page.changes.shown()]


def test_the_act_in_hand_is_compared_at_once(page: ComparePage) -> None:
    assert listed(page) == [("inserted",), ("reworded",), ("deleted",), ("renumbered",)]
    assert "+ inserted" in page.sheet.overline.text().lower()
    assert page.changes.view.hasFocus()


def test_walking_shows_the_redline_and_what_hangs_on_it(page: ComparePage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.changes.view, Qt.Key.Key_Down)
    assert "every day of the year" in page.page.toPlainText()
    assert page.hanging.count() == 2
    qtbot.keyClick(page.changes.view, Qt.Key.Key_End)
    assert "Article 4 → Article 3" in page.sheet.title.text()
    assert any("✎" in page.hanging.item(row).text() for row in range(page.hanging.count()))


def test_the_list_is_narrowed_by_words_and_by_kind(page: ComparePage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.changes.search, "flowers")
    assert listed(page) == [("inserted",), ("renumbered",)]
    page.changes.kinds["renumbered"].click()
    assert listed(page) == [("renumbered",)]
    assert page.changes.current is not None
    qtbot.keyClick(page.changes.search, Qt.Key.Key_Escape)
    assert page.changes.search.text() == ""
    page.changes.kinds["renumbered"].click()
    page.changes.hanging_only.click()
    assert ("inserted",) not in listed(page)


def go_over(page: ComparePage, qtbot: QtBot) -> None:
    page.renewing.begin.click()
    qtbot.waitUntil(lambda: page.renewing.go.isEnabled() and page.renewing.go.isVisible())
    qtbot.keyClick(page.renewing.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.compared is not None)


def test_going_over_is_worked_out_first_and_then_cleared_one_by_one(page: ComparePage, qtbot: QtBot) -> None:
    session = page._desk.opened.session  # type: ignore[union-attr]
    before = session.dossier
    page.renewing.begin.click()
    qtbot.waitUntil(lambda: page.renewing.go.isEnabled() and page.renewing.go.isVisible())
    assert session.dossier is before  # nothing was done yet
    assert "4 correlations" in page.renewing.words.text()
    go_over(page, qtbot)
    assert not page.renewing.isVisible()
    assert sum(each.status == "to-recheck" for each in session.dossier.correlations) == 4
    page.changes.view.setFocus()
    for _ in range(12):
        qtbot.keyClick(page.changes.view, Qt.Key.Key_Space)
    assert not any(each.status == "to-recheck" for each in session.dossier.correlations)
    assert "to check again" not in page.status.text()
    session.undo()
    assert sum(each.status == "to-recheck" for each in session.dossier.correlations) == 1
    assert "· 1 correlation" in page.status.text()


def test_enter_goes_where_a_correlation_is_shown_and_back_leads_here_again(
    two_stages: MainWindow, page: ComparePage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.changes.view, Qt.Key.Key_Down)
    qtbot.keyClick(page.changes.view, Qt.Key.Key_Return)
    assert page.hanging.hasFocus()
    qtbot.keyClick(page.hanging, Qt.Key.Key_Return)
    assert two_stages.pages.currentWidget() is two_stages.table
    assert two_stages.desk.article is not None
    assert two_stages.desk.article.eid == "art_2"
    assert two_stages.pages.back()
    assert two_stages.pages.currentWidget() is page


def test_escape_leaves_the_page(two_stages: MainWindow, page: ComparePage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.changes.view, Qt.Key.Key_Escape)
    assert two_stages.pages.currentWidget() is two_stages.table


def test_a_kind_of_difference_that_does_not_count_is_no_change(page: ComparePage, qtbot: QtBot) -> None:
    page.fields.swap.click()
    qtbot.waitUntil(lambda: page.compared is not None)
    assert ("deleted",) in listed(page)
    page.fields.noises["case"].trigger()
    qtbot.waitUntil(lambda: page.compared is not None)
    assert len(page.changes.shown()) == 4


def test_a_comparison_can_be_stopped(two_stages: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[bool] = []

    def slow(*given: object) -> None:
        while given[-1](1, 2):  # type: ignore[operator]
            time.sleep(0.01)
        stopped.append(True)

    monkeypatch.setattr(comparing, "of_texts", slow)
    page = compare(two_stages)
    assert page is not None
    assert page.stop_button.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(stopped))
    assert page.compared is None
    assert not page.stop_button.isVisible()


def test_two_files_are_dropped_on_it_without_any_dossier(qtbot: QtBot, tmp_path: Path) -> None:
    application.make()
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(LAW, encoding="utf-8")
    new.write_text(LAW.replace("48 časova", "24 časa"), encoding="utf-8")
    dialog = CompareVersions(Desk(), theme.load("light"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert drop(dialog.page, old, new)
    qtbot.waitUntil(lambda: dialog.page.compared is not None, timeout=10_000)
    assert listed(dialog.page) == [("reworded",)]
    assert "24 časa" in dialog.page.page.toPlainText()
    assert not dialog.page.renewing.isVisible()


def test_the_models_keep_qts_contract(page: ComparePage) -> None:
    assert page.compared is not None
    model = ChangedProvisions()
    proxy = ChangedFilter()
    proxy.setSourceModel(model)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(proxy, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_differences(page.compared.differences)
    proxy.narrow("garden", ("inserted",), False)
    proxy.narrow("", ("inserted", "deleted"), True)
    model.set_differences(())


@pytest.fixture
def newer_law(window: MainWindow, small_dossier: Path) -> MainWindow:
    """The window on a dossier with a later text of the law, which changed the words that a proposal changes too."""
    window.desk.close()
    with opened(small_dossier) as dossier:
        drafting.propose(
            dossier, "p", Ref("law", "art_2__para_1"), text="Pružalac koji ne postupi kazniće se zatvorom."
        )
        drafting.propose(dossier, "p", Ref("law", "art_3__para_1"), text="Ovaj zakon stupa na snagu odmah.")
        file = small_dossier.with_name("later.txt")
        file.write_text(LAW.replace("kazniće se novčanom kaznom", "opominje se pismeno"), encoding="utf-8")
        reading = importing.preview(file, "rs", "sr-Latn")
        importing.store(dossier, reading, file, country="rs", language="sr-Latn", key="law", date="2026-01-01")
    window.open(small_dossier)
    return window


def test_proposals_are_carried_over_and_what_cannot_be_is_listed(newer_law: MainWindow, qtbot: QtBot) -> None:
    page = compare(newer_law)
    assert page is not None
    qtbot.waitUntil(lambda: page.compared is not None)
    assert page.fields.choice is not None
    assert page.fields.choice.work == "law"
    page.renewing.begin.click()
    qtbot.waitUntil(lambda: page.renewing.rebase.isVisible())
    page.renewing.rebase.click()
    qtbot.waitUntil(lambda: page.renewing.conflicts.isVisible())
    assert "zatvorom" in page.renewing.conflicts.item(0).text() or "art_2" in page.renewing.conflicts.item(0).text()
    assert page.renewing.words.text().startswith("1 change")
    page.renewing.go.click()
    qtbot.waitUntil(lambda: page.compared is not None)
    dossier = newer_law.desk.opened.dossier  # type: ignore[union-attr]
    assert [each.key for each in dossier.proposals] == ["p", "p-2"]
    assert dossier.proposals[1].expression.endswith("2026-01-01")


def test_what_was_worked_out_is_not_done_to_a_dossier_that_changed_since(page: ComparePage, qtbot: QtBot) -> None:
    page.renewing.begin.click()
    qtbot.waitUntil(lambda: page.renewing.go.isEnabled() and page.renewing.go.isVisible())
    opened_ = page._desk.opened
    assert opened_ is not None
    correlating.link(opened_, Ref("act", "art_2"), Ref("law", "art_1"), grade="partial")
    page.renewing.go.click()
    assert opened_.dossier.work("act").current == ""  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: page.renewing.go.isEnabled())  # worked out anew
    page.renewing.go.click()
    assert opened_.dossier.work("act").current == "act/en/council"  # type: ignore[union-attr]


def test_every_widget_that_takes_the_keyboard_has_a_name(page: ComparePage) -> None:
    assert nameless(page) == []


def test_no_chip_is_cut_where_it_is_narrow(page: ComparePage, qtbot: QtBot) -> None:
    page.window().resize(960, 600)
    qtbot.wait(20)
    for button in page.changes.kinds.values():
        assert button.width() >= button.sizeHint().width()
        assert page.changes.rect().contains(button.geometry())
