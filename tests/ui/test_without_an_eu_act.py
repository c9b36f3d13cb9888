"""A dossier that has a national law and no EU act yet: the law is read, drafted, and stays when the act comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.services.conftest import EU_ACT, LAW
from tests.ui.test_main_window import put_caret_at_end
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import importing
from tomas_desktop.services.dossiers import opened
from tomas_desktop.services.importing import Candidate
from tomas_desktop.ui import application, finding
from tomas_desktop.ui.dialogs.import_law import ImportLaw
from tomas_desktop.ui.main_window import MainWindow


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "empty.tomas"
    with opened(path, create=True):
        pass
    application.make()
    it = application.open_window(path)
    qtbot.addWidget(it)
    with qtbot.waitExposed(it):
        it.show()
    yield it
    it.close()


def bring_in(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, folder: Path, key: str, text: str, *order: str
) -> None:
    file = folder / f"{key}.txt"
    file.write_text(text, encoding="utf-8")
    country, language = order
    candidate = Candidate(importing.preview(file, country, language), file, country, language, key=key)
    monkeypatch.setattr(ImportLaw, "ask", staticmethod(lambda *_: candidate))
    window.do("import_law")


def test_a_law_that_came_in_first_is_shown_and_drafted(
    empty: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert any("Import one" in each.text() for each in empty.national.findChildren(QLabel))
    bring_in(empty, monkeypatch, tmp_path, "law", LAW, "rs", "sr-Latn")
    assert empty.desk.article is None
    assert empty.navigator.laws.tree.isVisible()
    assert empty.desk.answer is not None
    assert empty.desk.answer.ref == Ref("law", "art_1")
    put_caret_at_end(empty)
    qtbot.keyClicks(empty.proposal.editor, " hitno")
    empty.keep()
    assert empty.desk.opened is not None
    changed = empty.desk.opened.dossier.modifications("law-proposal")
    assert [each.target.partition("__")[0] for each in changed] == ["art_1"]
    finding.show(empty, Ref("law", "art_2"))
    assert empty.desk.answer.ref.eid == "art_2"
    empty.do("back")
    assert empty.desk.answer.ref.eid == "art_1"
    qtbot.keyClick(empty.proposal.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not empty.desk.opened.dossier.modifications("law-proposal")


def test_the_law_stays_when_the_eu_act_comes(
    empty: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(empty, monkeypatch, tmp_path, "law", LAW, "rs", "sr-Latn")
    bring_in(empty, monkeypatch, tmp_path, "act", EU_ACT, "eu", "en")
    assert empty.desk.place == Ref("act", "art_1")
    assert empty.desk.answer is not None
    assert empty.desk.answer.ref == Ref("law", "art_1")
    assert not empty.desk.answer.correlations
    empty.desk.link(Ref("law", "art_1"))
    assert empty.desk.answer.correlations


def test_another_law_that_comes_in_is_shown_beside_the_article_in_hand(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(window, monkeypatch, tmp_path, "more", "Član 1\nOvaj zakon važi.\n", "rs", "sr-Latn")
    assert window.desk.answer is not None
    assert window.desk.answer.ref == Ref("more", "art_1")
    assert window.desk.place == Ref("eu", "art_1")


def test_where_nothing_is_changed_the_inspector_asks_for_no_reason(
    empty: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(empty, monkeypatch, tmp_path, "law", LAW, "rs", "sr-Latn")
    assert empty.inspector.change.fields.isHidden()
    put_caret_at_end(empty)
    qtbot.keyClicks(empty.proposal.editor, " hitno")
    qtbot.waitUntil(lambda: not empty.inspector.change.fields.isHidden())
