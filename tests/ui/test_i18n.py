"""The interface speaks the languages of its users, and changes over without a restart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import interface_words
from tests.ui.qt_texts import QT_TEXTS
from tomas_desktop.services import interface_words as words
from tomas_desktop.services import settings
from tomas_desktop.ui import application, i18n, names
from tomas_desktop.ui.commands import comparing
from tomas_desktop.ui.views.compare_page import ComparePage
from tomas_desktop.ui.views.coverage_board import CoverageBoard

WRITTEN = ("sr-Latn", "mk", "sq")  # Serbian in Cyrillic is made of the Latin one
FORMS = {"en": 2, "sr-Latn": 3, "mk": 2, "sq": 2}

# What stays as it is in a Cyrillic text: keys, formats, names.
_LATIN = re.compile(
    r"\{[^{}]*\}|%n|%\d|\(\*\.\w+\)|tomas_desktop|Akoma Ntoso|Unicode|Word|HTML|PDF|CSV|TMX|TBX|XML|AKN|UTC"
    r"|(?:(?:Ctrl|Alt|Shift)\+)+(?:\w+|[+-])?|\b(?:Delete|Del|Enter|Esc|F\d+|Space|Tab|R|X)\b|(?<=· )S\b"
)


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    i18n.speak("en")


def test_numbers_take_the_form_that_their_language_has_for_them() -> None:
    assert [i18n.FORMS["sr-Latn"](n) for n in (1, 2, 5, 11, 12, 21, 22, 100)] == [0, 1, 2, 2, 2, 0, 1, 2]
    assert [i18n.FORMS["mk"](n) for n in (1, 2, 11, 21)] == [0, 1, 1, 0]


@cache
def english() -> dict[str, str]:
    """Every text, and where it stands."""
    said = {text.text: text.place for text in interface_words.texts()}
    return said | {text: "Qt" for text in QT_TEXTS if text not in said}


@cache
def translated(language: str) -> dict[str, words.Forms]:
    return words.read(words.bundled_folder() / f"{language}.toml")


def test_every_text_is_one_that_translators_can_find() -> None:
    assert interface_words.unreadable() == []


@pytest.mark.parametrize("language", WRITTEN)
def test_every_text_is_translated(language: str) -> None:
    assert {text: place for text, place in english().items() if text not in translated(language)} == {}


@pytest.mark.parametrize("language", WRITTEN)
def test_nothing_is_translated_that_nobody_says(language: str) -> None:
    assert [text for text in translated(language) if text not in english()] == []


@pytest.mark.parametrize("language", WRITTEN)
def test_a_translation_has_the_fields_the_forms_and_the_signs_of_its_text(language: str) -> None:
    for text, forms in translated(language).items():
        assert len(forms) == (FORMS[language] if "%n" in text else 1), text
        for form in forms:
            assert words.fields(form) == words.fields(text), text
            assert form.strip() == form.strip(" ") != "", text
            assert form.count("&") == text.count("&"), text
            assert form.count("\n") == text.count("\n"), text
            assert form.endswith("…") == text.endswith(("…", "...")), text


def test_english_has_the_forms_of_what_counts() -> None:
    counted = {text for text in english() if "%n" in text}
    assert set(translated("en")) == counted
    for text, forms in translated("en").items():
        assert len(forms) == 2
        assert forms[1] == text
        assert all(words.fields(form) == words.fields(text) for form in forms)


@pytest.mark.parametrize("language", WRITTEN)
def test_a_file_says_that_nobody_has_reviewed_it(language: str) -> None:
    head = (words.bundled_folder() / f"{language}.toml").read_text(encoding="utf-8").partition("\n")[0]
    assert "not reviewed by a native speaker" in head


@pytest.mark.parametrize("language", ["sr-Cyrl", "mk"])
def test_a_cyrillic_text_has_latin_letters_only_where_it_must(language: str) -> None:
    left = [form for forms in words.words(language).values() for form in forms if _has_latin(_LATIN.sub("", form))]
    assert left == []


def test_what_is_no_serbian_word_stays_as_it_is_in_cyrillic() -> None:
    latin, cyrillic = words.words("sr-Latn"), words.words("sr-Cyrl")
    for text, forms in latin.items():
        for one, other in zip(forms, cyrillic[text], strict=True):
            assert [name for name in _LATIN.findall(one) if name not in other] == [], one


def _has_latin(text: str) -> bool:
    return re.search("[A-Za-z]", text) is not None


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


def test_what_is_open_stays_open_in_the_other_language(small_dossier: Path, qtbot: QtBot) -> None:
    application.make()
    window = application.open_window(small_dossier)
    window.show()
    window.do("layout_two")
    window.do("toggle_inspector")
    window.do("running_order")
    window.do("next_article")
    window.do("next_article")
    window.do("back")  # not the place that was shown last, but the one in hand
    window.do("view_final")
    here = window.trail.here
    window.do("coverage")
    window.do("language_sq")
    qtbot.waitUntil(lambda: bool(application._windows))
    again = application._windows[0]
    qtbot.addWidget(again)
    assert isinstance(again.pages.currentWidget(), CoverageBoard)
    assert again.trail.here == here
    assert again.actions_by_name["layout_two"].isChecked()
    assert again.actions_by_name["view_final"].isChecked()
    again.show_page(again.table)
    assert again.dock("inspector").isHidden()
    assert not again.dock("navigator").isHidden()
    assert again.dock("running_order").windowTitle() == "Radha e paraqitjes"
    assert not again.dock("running_order").isHidden()
    again.close()
    application._windows.clear()


@pytest.mark.parametrize("is_shown", [True, False])
def test_a_comparison_keeps_its_files_in_the_other_language(
    small_dossier: Path, tmp_path: Path, qtbot: QtBot, is_shown: bool
) -> None:
    application.make()
    window = application.open_window(small_dossier)
    files = [tmp_path / name for name in ("old.txt", "new.txt")]
    for file in files:
        file.write_text("Član 1\nOvaj zakon važi.\n", encoding="utf-8")
    comparing.compare_files(window, *files)
    page = window.pages.currentWidget()
    assert isinstance(page, ComparePage)
    page.fields.noises["case"].trigger()
    before = page.fields.state
    if not is_shown:
        window.show_page(window.table)
    window.do("language_sr-Latn")
    qtbot.waitUntil(lambda: bool(application._windows))
    again = application._windows[0]
    qtbot.addWidget(again)
    assert isinstance(again.pages.currentWidget(), ComparePage) == is_shown
    again.do("compare_versions")
    resumed = again.pages.currentWidget()
    assert isinstance(resumed, ComparePage)
    assert resumed.fields.state == before
    assert (resumed.fields.old.currentText(), resumed.fields.new.currentText()) == ("old.txt", "new.txt")
    qtbot.waitUntil(lambda: resumed.compared is not None)
    again.close()
    application._windows.clear()


def test_half_of_a_comparison_is_kept_too(small_dossier: Path, tmp_path: Path, qtbot: QtBot) -> None:
    application.make()
    window = application.open_window(small_dossier)
    file = tmp_path / "old.txt"
    file.write_text("Član 1\nOvaj zakon važi.\n", encoding="utf-8")
    page = comparing.compare(window)
    assert page is not None
    page.fields.choose_files(file)
    window.do("language_mk")
    qtbot.waitUntil(lambda: bool(application._windows))
    again = application._windows[0]
    qtbot.addWidget(again)
    resumed = again.pages.currentWidget()
    assert isinstance(resumed, ComparePage)
    assert resumed.fields.is_files
    assert resumed.fields.old.currentText() == "old.txt"
    again.close()
    application._windows.clear()


def test_stages_are_called_in_the_language_and_known_by_it(qapp: QApplication) -> None:
    assert (names.of_stage("in-force"), names.stage_of("in force"), names.stage_of("draft")) == (
        "in force", "in-force", "draft"
    )  # fmt: skip
    i18n.speak("mk")
    assert names.of_stage("in-force") == "во сила"
    assert names.stage_of("во сила") == "in-force"
    assert names.stage_of("in-force") == "in-force"  # what was typed as the command line writes it
    assert names.of_grade("not_transposable") == "не се транспонира"
    assert names.of_language("sr-Cyrl") == "српски (кирилица)"
