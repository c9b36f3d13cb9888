"""The import dialog before a file is there, when one is dropped on it, and on a small screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.dragging import drop
from tests.ui.test_import_law import LAW
from tomas_desktop.ui import application
from tomas_desktop.ui.dialogs.import_law import ImportLaw


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ImportLaw:
    """The dialog on a Serbian text that has been read."""
    application.make()
    file = tmp_path / "law.txt"
    file.write_text(LAW, encoding="utf-8")
    it = ImportLaw(None, file)
    qtbot.addWidget(it)
    it.show()
    qtbot.waitUntil(lambda: it.candidate is not None)
    return it


def test_without_a_file_nothing_empty_stands_beside_the_words(qtbot: QtBot) -> None:
    application.make()
    dialog = ImportLaw()
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.preview.tree.isVisible()
    assert not dialog.preview.report.isVisible()


def test_a_file_that_is_dropped_is_read_instead(dialog: ImportLaw, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(LAW.replace("radionice", "radionice i sastanke"), encoding="utf-8")
    assert drop(dialog, other)
    qtbot.waitUntil(lambda: dialog.candidate is not None and dialog.candidate.source == other)
    assert "radionice i sastanke" in dialog.preview.page.toPlainText()


def test_no_button_of_the_corrections_is_cut_where_it_is_narrow(dialog: ImportLaw, qtbot: QtBot) -> None:
    dialog.resize(880, 560)
    qtbot.wait(20)
    for button in dialog.preview.bar.buttons.values():
        assert button.width() >= button.sizeHint().width()
        assert dialog.preview.bar.rect().contains(button.geometry())
