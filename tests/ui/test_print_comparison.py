"""Handing out a comparison: look at its pages, keep a PDF or a page, stop."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from tests.services.two_stages import fill
from tests.ui.nameless import nameless
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui.commands import comparing
from tomas_desktop.ui.dialogs.print_comparison import PrintComparison
from tomas_desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> list[PrintComparison]:
    """The dialogs that were opened; they are shown and not waited for."""
    shown: list[PrintComparison] = []

    def show(offers, look, parent):
        dialog = PrintComparison(offers, look, parent)
        qtbot.addWidget(dialog)
        dialog.show()
        shown.append(dialog)

    monkeypatch.setattr(PrintComparison, "ask", staticmethod(show))
    return shown


def ready(dialog: PrintComparison, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.print.isEnabled() and dialog.sheets.count > 0, timeout=10_000)


def text_of(path: Path) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def test_the_article_in_hand_is_seen_and_kept_as_a_pdf(
    window: MainWindow, ask: list[PrintComparison], qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.desk.opened is not None
    window.desk.type(Ref("law", "art_1"), ["(1) Sud nalaže pružaocu usluge da ukloni materijal."])
    window.do("hand_out")
    (dialog,) = ask
    ready(dialog, qtbot)
    assert nameless(dialog) == []
    assert dialog.what.count() == 2
    size = dialog.sheets.sizes()[0]
    assert size.width() > size.height()
    dialog.write_pdf(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: dialog.written is not None, timeout=10_000)
    words = text_of(tmp_path / "out.pdf")
    assert "A court may order" in words
    assert "nalaže" in words
    assert "out.pdf" in dialog.status.text()


def test_all_changed_articles_are_kept_as_a_page(
    window: MainWindow, ask: list[PrintComparison], qtbot: QtBot, tmp_path: Path
) -> None:
    window.desk.type(Ref("law", "art_2"), ["Pružalac koji ne postupi kazniće se zatvorom."])
    window.do("hand_out")
    (dialog,) = ask
    ready(dialog, qtbot)
    dialog.what.setCurrentIndex(1)
    dialog.what.activated.emit(1)
    qtbot.waitUntil(lambda: dialog.handout is not None and "zatvorom" in dialog.handout.html)
    dialog.write_html(tmp_path / "page.html")
    qtbot.waitUntil(lambda: dialog.written is not None)
    assert "zatvorom" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_writing_can_be_stopped(window: MainWindow, ask: list[PrintComparison], qtbot: QtBot, tmp_path: Path) -> None:
    window.do("hand_out")
    (dialog,) = ask
    ready(dialog, qtbot)
    dialog.write_pdf(tmp_path / "out.pdf")
    dialog.stop()
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())
    assert dialog.written is None or dialog.written.is_file()


def test_a_file_that_cannot_be_written_is_one_sentence(
    window: MainWindow, ask: list[PrintComparison], qtbot: QtBot, tmp_path: Path
) -> None:
    window.do("hand_out")
    (dialog,) = ask
    ready(dialog, qtbot)
    (tmp_path / "x").write_text("", encoding="utf-8")
    dialog.write_html(tmp_path / "x" / "page.html")
    qtbot.waitUntil(lambda: "could not be written" in dialog.status.text())


def test_two_versions_are_handed_out_from_their_page(
    window: MainWindow, small_dossier: Path, ask: list[PrintComparison], qtbot: QtBot
) -> None:
    window.desk.close()
    with opened(small_dossier) as dossier:
        fill(dossier)
    window.open(small_dossier)
    window.desk.choose_act("act")
    page = comparing.compare(window)
    assert page is not None
    qtbot.waitUntil(lambda: page.compared is not None)
    window.do("hand_out")
    (dialog,) = ask
    ready(dialog, qtbot)
    assert dialog.handout is not None
    assert "Article 1a" in dialog.handout.html


def test_where_nothing_is_compared_it_says_so(window: MainWindow, ask: list[PrintComparison]) -> None:
    window.do("next_article")
    window.do("hand_out")
    assert ask == []
    assert "no comparison" in window.notice.text()
