"""The interface speaks the languages of its users, and changes over without a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tomas_desktop.services import settings
from tomas_desktop.ui import application, i18n


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    i18n.speak("en")


def test_numbers_take_the_form_that_their_language_has_for_them() -> None:
    assert [i18n.FORMS["sr-Latn"](n) for n in (1, 2, 5, 11, 12, 21, 22, 100)] == [0, 1, 2, 2, 2, 0, 1, 2]
    assert [i18n.FORMS["mk"](n) for n in (1, 2, 11, 21)] == [0, 1, 1, 0]


def test_a_text_that_nobody_translated_stays_english(qtbot: QtBot) -> None:
    application.make()
    i18n.speak("sr-Latn")
    widget = QWidget()
    qtbot.addWidget(widget)
    assert widget.tr("A text of this test alone") == "A text of this test alone"


def test_the_language_is_changed_while_working(small_dossier: Path, qtbot: QtBot) -> None:
    application.make()
    window = application.open_window(small_dossier)  # not the test's to close: it goes on its own
    window.do("next_article")
    window.do("language_sr-Latn")
    qtbot.waitUntil(lambda: bool(application._windows))
    again = application._windows[0]
    qtbot.addWidget(again)
    assert settings.load().language == "sr-Latn"
    assert again.desk.article is not None
    assert again.desk.article.eid == "art_2"
    assert again.actions_by_name["language_sr-Latn"].isChecked()
    again.close()
    application._windows.clear()
