"""The sheets: which text is shown, what is cited, what belongs together when one of them is scrolled."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.conftest import add
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, translating
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui import application
from tomas_desktop.ui.main_window import MainWindow

LONG = " ".join(["reč"] * 60)
EU = "Article 1\nScope\n" + "\n".join(f"{n}. Duty number {n} of the provider {LONG}." for n in range(1, 9))
LAW = "ZAKON O PROBI\n\nČlan 1\n" + "\n".join(f"({n}) Dužnost {n} iz člana 2. ovog zakona {LONG}." for n in range(1, 9))
LAW += "\n\nČlan 2\nPružalac je lice."
DANISH = "Artikel 1\nFormål\n" + "\n".join(f"{n}. Pligt nummer {n}." for n in range(1, 9))


@pytest.fixture
def long_dossier(tmp_path: Path) -> Path:
    """A long article on both sides, linked as a whole and paragraph by paragraph in reverse order."""
    path = tmp_path / "long.tomas"
    with opened(path, create=True) as it:
        add(it, tmp_path, "eu", EU, "eu", "en")
        add(it, tmp_path, "law", LAW, "rs", "sr-Latn")
        correlating.link(it, Ref("eu", "art_1"), Ref("law", "art_1"), grade="partial", reason="x")
        for n in range(1, 9):
            correlating.link(it, Ref("eu", f"art_1__para_{n}"), Ref("law", f"art_1__para_{9 - n}"))
        correlating.link(it, Ref("eu", "art_1"), Ref("law", "art_2"))
    return path


@pytest.fixture
def wide(qtbot: QtBot, long_dossier: Path) -> MainWindow:
    application.make()
    window = application.open_window(long_dossier)
    qtbot.addWidget(window)
    window.resize(1366, 700)
    with qtbot.waitExposed(window):
        window.show()
    return window


def wheel(page: object, steps: int) -> None:
    viewport = page.viewport()  # type: ignore[attr-defined]
    at = QPointF(20, 20)
    turn = QWheelEvent(
        at, viewport.mapToGlobal(at), QPoint(), QPoint(0, -120 * steps), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, turn)


def test_scrolling_one_sheet_brings_what_answers_it_to_the_top_of_the_others(wide: MainWindow, qtbot: QtBot) -> None:
    eu, national, editor = wide.eu.page, wide.national.page, wide.proposal.editor
    wheel(eu, 12)
    top = int(eu.top_eid().rpartition("_")[2])
    assert top > 1
    qtbot.waitUntil(lambda: national.top_eid() == f"art_1__para_{9 - top}")
    assert editor.top_eid() == f"art_1__para_{9 - top}"
    before = eu.verticalScrollBar().value()
    qtbot.wait(30)
    assert eu.verticalScrollBar().value() == before  # nobody answers an answer


def test_scrolling_the_law_brings_the_eu_paragraph(wide: MainWindow, qtbot: QtBot) -> None:
    wheel(wide.national.page, 10)
    top = int(wide.national.page.top_eid().rpartition("_")[2])
    qtbot.waitUntil(lambda: wide.eu.page.top_eid() == f"art_1__para_{9 - top}")
    assert wide.proposal.editor.top_eid() == f"art_1__para_{top}"


def test_each_sheet_can_be_scrolled_alone(wide: MainWindow, qtbot: QtBot) -> None:
    wide.do("read_together")
    wheel(wide.eu.page, 12)
    qtbot.wait(30)
    assert wide.national.page.verticalScrollBar().value() == 0 or wide.national.page.top_eid() == "art_1__para_8"


def test_typing_moves_no_other_sheet(wide: MainWindow, qtbot: QtBot) -> None:
    wide.proposal.editor.setFocus()
    wide.proposal.editor.moveCursor(QTextCursor.MoveOperation.End)
    before = wide.national.page.verticalScrollBar().value(), wide.eu.page.verticalScrollBar().value()
    qtbot.keyClicks(wide.proposal.editor, " Novo pravilo.")
    qtbot.wait(30)
    assert (wide.national.page.verticalScrollBar().value(), wide.eu.page.verticalScrollBar().value()) == before


def test_several_answers_are_tabs(wide: MainWindow) -> None:
    tabs = wide.national.tabs
    assert [tabs.tabText(i) for i in range(tabs.count())] == ["◐ RS Član 1", "· RS Član 2"]
    tabs.setCurrentIndex(1)
    assert "Pružalac je lice" in wide.national.page.toPlainText()


def test_a_citation_is_a_link_with_a_preview_and_leads_there(wide: MainWindow, qtbot: QtBot) -> None:
    page = wide.national.page
    qtbot.waitUntil(lambda: bool(page._links))
    link = page._links[0]
    assert link.target == "law#art_2"
    assert "Pružalac je lice" in link.preview
    assert "člana 2" in page.toPlainText()
    page.anchorClicked.emit(QUrl("0"))
    assert wide.desk.answer is not None
    assert wide.desk.answer.ref.eid == "art_2"
    wide.do("back")
    assert wide.desk.answer is not None
    assert wide.desk.answer.ref.eid == "art_1"


def test_another_language_or_a_working_translation_can_be_read(
    qtbot: QtBot, long_dossier: Path, tmp_path: Path
) -> None:
    with opened(long_dossier) as it:
        add(it, tmp_path, "eu", DANISH, "eu", "da")
        translating.translate(it, Ref("eu", "art_1__para_1"), "sr-Latn", "Prva dužnost.", author="Ana")
    application.make()
    window = application.open_window(long_dossier)
    qtbot.addWidget(window)
    window.show()
    picker = window.eu.picker
    assert picker.count() == 3
    picker.setCurrentIndex(1)
    picker.picked.emit(picker.currentData())
    qtbot.waitUntil(lambda: "Pligt nummer 3" in window.eu.page.toPlainText())
    picker.setCurrentIndex(2)
    picker.picked.emit(picker.currentData())
    qtbot.waitUntil(lambda: "Prva dužnost" in window.eu.page.toPlainText())
    assert "WORKING TRANSLATION" in window.eu.sheet.overline.text()
    window.do("layout_four")
    qtbot.waitUntil(lambda: "Pligt nummer 3" in window.table.second.page.toPlainText())
    window.close()


def test_copying_gives_clean_text(wide: MainWindow) -> None:
    page = wide.national.page
    page.selectAll()
    copied = page.createMimeDataFromSelection()
    assert not copied.hasHtml()
    assert "\u2029" not in copied.text()
    assert copied.text().splitlines()[0] == "Član 1"


def test_a_provision_is_copied_as_a_citation(wide: MainWindow) -> None:
    wide.eu.page.setFocus()
    wide.do("copy_citation")
    assert QApplication.clipboard().text().startswith("Article 1(1), ")
    wide.proposal.editor.setFocus()
    wide.do("copy_citation")
    assert QApplication.clipboard().text().startswith("Član 1")
