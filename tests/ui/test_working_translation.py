"""A working translation typed beside the original."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.ui.dialogs.working_translation import WorkingTranslation
from tomas_desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

FIRST = Ref("eu", "art_1__para_1")


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> WorkingTranslation:
    assert window.desk.opened is not None
    assert window.desk.article is not None
    it = WorkingTranslation(window.desk.opened, "eu", window.desk.article, window)
    qtbot.addWidget(it)
    it.show()
    return it


def test_what_is_typed_is_kept_in_each_language_that_was_shown(dialog: WorkingTranslation, qtbot: QtBot) -> None:
    assert dialog.typed() == ()
    field = dialog.fields[FIRST]
    qtbot.keyClicks(field, "Prvi stav.")
    dialog.language.setCurrentIndex(2)
    dialog.language.activated.emit(2)
    assert field.toPlainText() == ""
    field.setPlainText("Прв став.")
    assert [(each.ref, each.language, each.text) for each in dialog.typed()] == [
        (FIRST, "sr-Latn", "Prvi stav."),
        (FIRST, "mk", "Прв став."),
    ]


def test_it_is_shown_in_the_eu_sheet_and_undone(
    window: MainWindow, dialog: WorkingTranslation, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog.fields[FIRST].setFocus()
    qtbot.keyClicks(dialog.fields[FIRST], "Prvi stav.")
    typed = dialog.typed()
    monkeypatch.setattr(WorkingTranslation, "ask", staticmethod(lambda *_: typed))
    window.do("type_translation")
    assert window.desk.opened is not None
    assert [each.text for each in window.desk.opened.dossier.translations("eu")] == ["Prvi stav."]
    assert window.eu.picker.count() == 2
    window.do("undo")
    assert window.desk.opened.dossier.translations("eu") == ()


def test_tab_goes_to_the_next_paragraph(dialog: WorkingTranslation, qtbot: QtBot) -> None:
    first, *_ = dialog.fields.values()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert not first.hasFocus()
