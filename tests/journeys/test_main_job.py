"""The main job, whole, through the real window: a regulation beside a law, one change drafted, a Word file out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.test_export_package import export_with_keys
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import demo, importing
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui import application
from tomas_desktop.ui.dialogs.import_law import ImportLaw
from tomas_desktop.ui.dialogs.pick_provision import PickProvision
from tomas_desktop.ui.main_window import MainWindow

OpenWindow = Callable[[Path], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenWindow:
    """Open the real window on a dossier, shown, with settings of its own."""
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))
    application.make()

    def make(path: Path) -> MainWindow:
        window = application.open_window(path)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return make


def place_caret(window: MainWindow, after: str) -> None:
    """Put the caret behind these words in the proposal."""
    editor = window.proposal.editor
    editor.setFocus()
    found = editor.document().find(after)
    assert not found.isNull(), after
    cursor = editor.textCursor()
    cursor.setPosition(found.selectionEnd())
    editor.setTextCursor(cursor)


def export(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    key = window.desk.proposal_key()
    assert key is not None
    export_with_keys(window, qtbot, folder, (key,), ("tracked", "comparison"))
    assert "href" in window.notice.text()


def test_drafting_on_the_workshop_dossier(qtbot: QtBot, tmp_path: Path, open_window: OpenWindow) -> None:
    path = tmp_path / "workshop.tomas"
    with opened(path, create=True) as dossier:
        demo.fill(dossier)
    window = open_window(path)
    window.desk.go("art_14")
    assert window.bar.place.text() == "Article 14 · Removal orders"
    assert "24 hours" in window.eu.page.toPlainText()
    assert "24 sata" in window.proposal.editor.toPlainText()

    before = window.proposal.editor.change_count()
    place_caret(window, "Pružalac usluga nije dužan")
    qtbot.keyClicks(window.proposal.editor, " po pravilu")
    assert window.proposal.editor.change_count() == before + 1
    window.proposal.keep()
    qtbot.keyClick(window.proposal.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.proposal.editor.change_count() == before
    qtbot.keyClick(window.proposal.editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.proposal.editor.change_count() == before + 1

    window.proposal.justification.setFocus()
    window.proposal.justification.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(window.proposal.justification, " Dopuna.")
    window.close()

    again = open_window(path)
    again.desk.go("art_14")
    assert "po pravilu" in again.proposal.editor.toPlainText()
    assert again.proposal.justification.toPlainText().endswith("Dopuna.")
    export(again, qtbot, tmp_path / "out")
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "rs-zet-comparison.docx", "rs-zet-tracked.docx",
    ]  # fmt: skip
    again.close()


def test_the_whole_proposal_beside_the_whole_criminal_code(
    qtbot: QtBot, tmp_path: Path, shared: Path, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Import both real texts through the dialog's door, link Article 2 with Article 185, draft paragraph 2."""
    path = tmp_path / "real.tomas"
    with opened(path, create=True):
        pass
    window = open_window(path)
    for name, country, language, key in (
        ("eu-html/52022PC0209_CSAR_EN.html", "eu", "en", "csar"),
        ("national-rs/rs_KZ_krivicni-zakonik.lat.txt", "rs", "sr-Latn", "rs-kz"),
    ):
        file = shared / "data" / name
        candidate = importing.Candidate(importing.preview(file, country, language), file, country, language, key)
        monkeypatch.setattr(ImportLaw, "ask", staticmethod(lambda *_, it=candidate: it))
        qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert len(window.desk.articles()) == 89

    qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.bar.place.text() == "Article 2 · Definitions"
    monkeypatch.setattr(PickProvision, "ask", staticmethod(lambda *_: Ref("rs-kz", "art_185")))
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert "Član 185" in window.national.page.toPlainText()

    place_caret(window, "Ko iskoristi")
    qtbot.keyClicks(window.proposal.editor, " dete ili")
    assert window.proposal.editor.change_count() == 1
    window.proposal.keep()
    assert window.desk.opened is not None
    (modification,) = window.desk.opened.dossier.modifications("rs-kz-proposal")
    assert modification.target == "art_185__para_2"
    export(window, qtbot, tmp_path / "out")
    assert (tmp_path / "out" / "rs-kz-tracked.docx").stat().st_size > 10_000
    window.close()
