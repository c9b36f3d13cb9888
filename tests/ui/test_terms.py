"""The terms: find, change, exchange; translations that come in from a memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.nameless import nameless
from tomas_desktop.align.glossary import Concept, Term
from tomas_desktop.services import own_terms, terms
from tomas_desktop.ui import application
from tomas_desktop.ui.commands import wording
from tomas_desktop.ui.dialogs.bring_translations import BringTranslations
from tomas_desktop.ui.dialogs.terms import Terms
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.models.terms_table import CONCEPT, TermsTable, cell

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def dialog(qtbot: QtBot) -> Terms:
    application.make()
    it = Terms()
    qtbot.addWidget(it)
    it.show()
    qtbot.waitUntil(lambda: it.model.rowCount() > 100)
    return it


def english(dialog: Terms) -> list[str]:
    return [dialog.model.index(row, 0).data(CONCEPT).preferred("en") for row in range(dialog.model.rowCount())]


def find(dialog: Terms, query: str, qtbot: QtBot) -> None:
    dialog.search.setText(query)  # Qt's test keys know ASCII only
    qtbot.waitUntil(lambda: dialog._asked is not None and dialog._asked.query == query)
    qtbot.waitUntil(lambda: 0 < dialog.model.rowCount() < 100)


def test_a_term_is_found_in_any_language_and_script(dialog: Terms, qtbot: QtBot) -> None:
    find(dialog, "nalog za uklanj", qtbot)
    latin = english(dialog)
    find(dialog, "налог за уклањ", qtbot)
    assert english(dialog) == latin
    assert "removal order" in latin


def test_a_concept_of_ones_own_is_made_with_keys_and_found_again(dialog: Terms, qtbot: QtBot) -> None:
    dialog.make.click()
    assert dialog.editor.terms["en"].hasFocus()
    qtbot.keyClicks(dialog.editor.terms["en"], "workshop cat")
    dialog.editor.terms["sr"].setText("radionička mačka | mačka radionice")
    dialog.editor.avoided["sr"].setText("mačor")
    qtbot.keyClicks(dialog.editor.source, "Ana")
    qtbot.keyClick(dialog.editor.source, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.editor.concept is not None and dialog.editor.concept.id == "workshop-cat")
    (own,) = own_terms.own()
    assert [each.text for each in own.terms["sr"]] == ["radionička mačka", "mačka radionice"]
    assert [each.text for each in own.deprecated["sr"]] == ["mačor"]
    dialog.only_own.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert "✕ mačor" in dialog.model.index(0, 1).data()
    assert "own" in dialog.model.index(0, 5).data()


def test_a_change_to_a_bundled_concept_can_be_forgotten(dialog: Terms, qtbot: QtBot) -> None:
    find(dialog, "removal order", qtbot)
    before = dialog.editor.concept
    assert before is not None
    dialog.editor.note.setFocus()
    qtbot.keyClicks(dialog.editor.note, "!")
    qtbot.keyClick(dialog.editor.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.editor.undo.isEnabled())
    assert dialog.editor.concept is not None
    assert dialog.editor.concept.note != before.note
    dialog.editor.undo.click()
    qtbot.waitUntil(lambda: dialog.editor.concept == before and not dialog.editor.undo.isEnabled())
    assert own_terms.own() == ()


def test_a_concept_that_was_taken_out_can_be_brought_back(dialog: Terms, qtbot: QtBot) -> None:
    find(dialog, "removal order", qtbot)
    present = dialog.editor.concept
    assert present is not None
    dialog.editor.remove.click()
    qtbot.waitUntil(lambda: dialog.again.isVisible())
    assert present.id not in {each.id for each in terms.all_concepts()}
    dialog.again.click()
    qtbot.waitUntil(lambda: present.id in {each.id for each in terms.all_concepts()})


def test_what_cannot_be_kept_is_one_sentence(dialog: Terms, qtbot: QtBot) -> None:
    dialog.make.click()
    qtbot.keyClicks(dialog.editor.terms["en"], "removal order")
    qtbot.keyClick(dialog.editor.terms["en"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "already" in dialog.status.text())
    assert dialog.editor.terms["en"].text() == "removal order"


def test_a_table_comes_in_and_ones_own_terms_go_out(dialog: Terms, qtbot: QtBot, tmp_path: Path) -> None:
    table = tmp_path / "ours.csv"
    table.write_text("en,mk\nworkshop dog,работилничко куче\n", encoding="utf-8")
    dialog.bring_in(table)
    qtbot.waitUntil(lambda: dialog.status.text().startswith("1 concept"))
    dialog.hand_out(tmp_path / "out.tbx", True)
    qtbot.waitUntil(lambda: "written" in dialog.status.text())
    assert "работилничко куче" in (tmp_path / "out.tbx").read_text(encoding="utf-8")
    dialog.hand_out(tmp_path / "out.docx", True)
    qtbot.waitUntil(lambda: "out.docx" in dialog.status.text())


def test_the_window_shows_it_once_and_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    first = wording.show_terms(window)
    assert not first.isModal()
    assert wording.show_terms(window) is first
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()


def test_every_widget_that_takes_the_keyboard_has_a_name(dialog: Terms, window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk.opened is not None
    other = BringTranslations(window.desk.opened)
    qtbot.addWidget(other)
    assert nameless(dialog) + nameless(other) == []


def test_the_table_keeps_qts_contract() -> None:
    model = TermsTable()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    concept = Concept("a", {"en": (Term("a"), Term("b", True))}, {"en": (Term("c"),)}, "", "field")
    model.set_concepts([concept], ["a"])
    assert cell(concept, "en") == "a | b?  ✕ c"
    model.set_concepts([], [])


# ---- translations --------------------------------------------------------------------------------------------


def test_a_memory_is_looked_at_and_then_kept_and_undone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "memory.csv"
    table.write_text(
        "en,sr-Latn\nMember States lay down penalties.,Države članice propisuju kazne.\n", encoding="utf-8"
    )
    shown: list[BringTranslations] = []

    def ask(opened, author, parent, work):
        dialog = BringTranslations(opened, author, parent, work)
        qtbot.addWidget(dialog)
        shown.append(dialog)
        dialog.show()
        dialog.language.setCurrentIndex(dialog.language.findData("sr-Latn"))
        dialog.choose(table)
        qtbot.waitUntil(lambda: dialog.keep.isEnabled())
        return dialog.rehearsal

    monkeypatch.setattr(BringTranslations, "ask", staticmethod(ask))
    opened = window.desk.opened
    assert opened is not None
    before = opened.dossier
    window.do("bring_translations")
    assert "propisuju kazne" in shown[0].list.item(0).text()
    (translation,) = opened.dossier.translations("eu")
    assert translation.text == "Države članice propisuju kazne."
    window.do("undo")
    assert opened.dossier == before
