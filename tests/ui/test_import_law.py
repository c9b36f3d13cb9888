"""Importing a law as a person does it: see what was understood, put it right, keep it or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QTextEdit,
    QTreeView,
    QWidget,
)  # fmt: skip
from pytestqt.qtbot import QtBot

from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.ui import application, tasks, theme
from tomas_desktop.ui.dialogs.import_law import ImportLaw
from tomas_desktop.ui.models.provision_tree import EID

LAW = """\
ZAKON O RADIONICI

Glava prva

OSNOVNE ODREDBE

Predmet

Član 1
(1) Ovaj zakon uređuje radionice.
(2) Radionica je sastanak.

Pojmovi

ČIan 2
(1) Učesnik je svako ko dođe.
(2) Vodič je svako ko vodi.

Kazne

Član 3
Ko ne dođe, kazniće se opomenom.
"""

Open = Callable[[str], ImportLaw]


@pytest.fixture
def open_dialog(qtbot: QtBot, tmp_path: Path) -> Open:
    """The dialog, shown, on a Serbian text that has been read."""
    application.make()

    def opened(text: str) -> ImportLaw:
        file = tmp_path / "law.txt"
        file.write_text(text, encoding="utf-8")
        dialog = ImportLaw(None, file)
        qtbot.addWidget(dialog)
        dialog.fields.choose("rs", "sr-Latn")
        dialog.resize(1280, 700)
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: dialog.candidate is not None)
        return dialog

    return opened


def put_caret(dialog: ImportLaw, begins: str, column: int = 0) -> None:
    page = dialog.preview.page
    block = page.document().begin()
    while block.isValid() and not block.text().startswith(begins):
        block = block.next()
    assert block.isValid(), begins
    cursor = page.textCursor()
    cursor.setPosition(block.position() + column)
    page.setTextCursor(cursor)
    page.setFocus()


def press(qtbot: QtBot, dialog: ImportLaw, key: Qt.Key, ctrl: bool = False) -> None:
    """Press a key in the text and wait for what follows from it."""
    before = dialog.preview.reading
    pressed = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(dialog.preview.page, key, pressed)
    qtbot.waitUntil(lambda: dialog.preview.reading is not before)


def canonical(dialog: ImportLaw) -> str:
    assert dialog.candidate is not None
    return canonical_text(dialog.candidate.reading.nodes)


def lines(dialog: ImportLaw) -> list[str]:
    return dialog.preview.page.toPlainText().split("\n")


def test_it_shows_the_tree_the_text_the_findings_and_the_counts(open_dialog: Open) -> None:
    dialog = open_dialog(LAW)
    model = dialog.preview.model
    chapter = model.index_of("chp_1")
    assert [model.index(row, 0, chapter).data() for row in range(2)] == ["Član 1 · Predmet", "Član 3 · Kazne"]
    assert lines(dialog)[:4] == ["Preface", "ZAKON O RADIONICI", "Glava prva", "OSNOVNE ODREDBE"]
    assert "2 articles" in dialog.preview.report.counts.text()
    assert "0 not understood" in dialog.preview.report.counts.text()
    findings = dialog.preview.report.model
    said = [findings.index(row, 0).data() for row in range(findings.rowCount())]
    assert any("Član 3 comes after Član 1" in sentence for sentence in said)


def test_a_finding_leads_to_its_place(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(LAW)
    report = dialog.preview.report
    row = next(r for r in range(report.model.rowCount()) if "comes after" in report.model.index(r, 0).data())
    report.list.setCurrentIndex(report.model.index(row, 0))
    report.list.setFocus()
    qtbot.keyClick(report.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.preview.page.textCursor().block().text() == "Kazne"
    assert dialog.preview.page.hasFocus()


def test_the_text_follows_the_tree_and_the_tree_the_caret(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(LAW)
    dialog.preview.tree.setFocus()
    dialog.preview.tree.setCurrentIndex(dialog.preview.model.index_of("art_3"))
    assert dialog.preview.page.textCursor().block().text() == "Kazne"
    assert dialog.preview.tree.hasFocus()
    put_caret(dialog, "(2) Radionica")
    qtbot.waitUntil(lambda: dialog.preview.tree.currentIndex().data(EID) == "art_1__para_2")


def test_a_key_makes_a_line_an_article_and_undo_takes_it_back(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(LAW)
    before, shown = canonical(dialog), lines(dialog)
    put_caret(dialog, "ČIan 2")
    press(qtbot, dialog, Qt.Key.Key_A)
    assert dialog.preview.page.textCursor().block().text() == "ČIan 2"
    assert canonical(dialog) == LAW_UNDERSTOOD
    assert dialog.preview.model.index_of("art_2").data() == "ČIan 2 · Pojmovi"
    assert "1 correction by you" in dialog.preview.report.counts.text()
    press(qtbot, dialog, Qt.Key.Key_Z, ctrl=True)
    assert canonical(dialog) == before
    assert lines(dialog) == shown
    assert dialog.preview.corrections == 0


LAW_UNDERSTOOD = f"== preface ==\n{LAW}"


def test_every_correction_has_a_key(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(LAW.replace("ČIan 2", "Član 2"))
    put_caret(dialog, "(2) Vodič")
    press(qtbot, dialog, Qt.Key.Key_M)
    assert "(1) Učesnik je svako ko dođe. (2) Vodič je svako ko vodi." in lines(dialog)
    put_caret(dialog, "(1) Učesnik", len("(1) Učesnik je svako ko dođe. "))
    press(qtbot, dialog, Qt.Key.Key_S)
    assert "(2) Vodič je svako ko vodi." in lines(dialog)
    put_caret(dialog, "Kazne")
    press(qtbot, dialog, Qt.Key.Key_P)
    assert "\nKazne\n\nČlan 3" in canonical(dialog)
    press(qtbot, dialog, Qt.Key.Key_H)
    assert "\n\nKazne\n\nČlan 3" in canonical(dialog)
    put_caret(dialog, "Ko ne dođe")
    press(qtbot, dialog, Qt.Key.Key_I)
    assert dialog.candidate is not None
    assert dialog.candidate.reading.furniture == ("Ko ne dođe, kazniće se opomenom.",)
    assert "Ko ne dođe, kazniće se opomenom." in lines(dialog)  # still to be seen, and to be brought back
    put_caret(dialog, "Pojmovi")
    press(qtbot, dialog, Qt.Key.Key_D)
    assert dialog.candidate.reading.units["section"] == 1
    for _ in range(6):
        press(qtbot, dialog, Qt.Key.Key_Z, ctrl=True)
    assert dialog.preview.corrections == 0


def test_with_shift_all_lines_alike_are_corrected_and_undone_as_one(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(LAW.replace("Član", "ČIan"))
    put_caret(dialog, "ČIan 2")
    before = dialog.preview.reading
    qtbot.keyClick(dialog.preview.page, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: dialog.preview.reading is not before)
    assert dialog.candidate is not None
    assert dialog.candidate.reading.units["article"] == 3
    assert dialog.preview.page.textCursor().block().text() == "ČIan 2"
    press(qtbot, dialog, Qt.Key.Key_Z, ctrl=True)
    assert "article" not in dialog.candidate.reading.units


def test_quick_keys_are_all_done(open_dialog: Open, qtbot: QtBot) -> None:
    """The second key does not wait for the tree of the first."""
    dialog = open_dialog(LAW)
    put_caret(dialog, "ČIan 2")
    qtbot.keyClick(dialog.preview.page, Qt.Key.Key_A)
    qtbot.keyClick(dialog.preview.page, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.preview.page, Qt.Key.Key_I)
    assert dialog.preview.corrections == 2
    qtbot.waitUntil(lambda: dialog.candidate is not None and len(dialog.candidate.reading.furniture) == 1)
    assert dialog.candidate is not None
    assert dialog.candidate.reading.units["article"] == 3


def test_buttons_do_the_same_and_are_grey_where_nothing_can_be_done(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(LAW)
    buttons = dialog.preview.bar.buttons
    put_caret(dialog, "Član 1")
    assert not buttons["article"].isEnabled()
    assert not buttons["undo"].isEnabled()
    assert buttons["paragraph"].isEnabled()
    put_caret(dialog, "ČIan 2")
    buttons["article"].click()
    qtbot.waitUntil(lambda: buttons["undo"].isEnabled())
    assert "(A)" in buttons["article"].toolTip()
    assert "(S)" in buttons["split"].toolTip()
    assert "(Ctrl+Z)" in buttons["undo"].toolTip()


def test_the_menu_of_a_line_offers_the_same(open_dialog: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = open_dialog(LAW)
    page, bar = dialog.preview.page, dialog.preview.bar
    asked: list[QPoint] = []
    monkeypatch.setattr(bar, "pop_up", asked.append)
    put_caret(dialog, "ČIan 2")
    line = page.cursorRect().center()
    put_caret(dialog, "ZAKON")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, line, page.viewport().mapToGlobal(line))
    QApplication.sendEvent(page.viewport(), event)
    assert len(asked) == 1
    assert page.textCursor().block().text() == "ČIan 2"  # the line under the mouse is the line at hand
    menu = bar.menu()
    texts = [action.text().partition("\t")[2] for action in menu.actions() if action.text()]
    assert texts == ["A", "H", "P", "D", "M", "S", "I", "Ctrl+Z"]
    menu.actions()[0].trigger()
    assert dialog.preview.corrections == 1


def test_a_dialog_that_is_closed_while_a_file_is_read_is_not_missed(qtbot: QtBot, tmp_path: Path) -> None:
    application.make()
    file = tmp_path / "law.txt"
    file.write_text(LAW * 50, encoding="utf-8")
    for _ in range(5):
        dialog = ImportLaw(None, file)
        dialog.fields.choose("rs", "sr-Latn")
        dialog.reject()
        dialog.deleteLater()
        qtbot.wait(10)
    qtbot.waitUntil(lambda: not tasks._under_way)


def test_what_the_person_says_is_kept(open_dialog: Open) -> None:
    dialog = open_dialog(LAW)
    fields = dialog.fields
    assert fields.key.placeholderText() == "law"
    fields.key.setText("rs-radionica")
    fields.title.setText("Zakon o radionici")
    fields.stage.setCurrentText("draft")
    fields.date.setText("2026-05-01")
    chosen = dialog.chosen()
    assert chosen is not None
    assert (chosen.country, chosen.language) == ("rs", "sr-Latn")
    assert (chosen.key, chosen.title, chosen.stage, chosen.date) == (
        "rs-radionica", "Zakon o radionici", "draft", "2026-05-01",
    )  # fmt: skip


def test_another_legal_order_is_read_again(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(LAW)
    dialog.fields.choose("mk", "mk")
    assert dialog.candidate is None
    assert not dialog.accept_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.candidate is not None)
    assert dialog.accept_button.isEnabled()


def test_what_cannot_be_read_is_one_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    application.make()
    file = tmp_path / "empty.txt"
    file.write_bytes(b"")
    dialog = ImportLaw(None, file)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: any(label.text() == "empty.txt is empty." for label in dialog.findChildren(QLabel)))
    assert not dialog.accept_button.isEnabled()
    assert dialog.candidate is None
    assert not dialog.progress.isVisible()


def test_reading_can_be_stopped(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(LAW)
    dialog.fields.choose("eu", "en")
    assert dialog.stop_button.isVisible()
    dialog.stop_button.click()
    assert not dialog.progress.isVisible()
    qtbot.wait(50)
    assert dialog.candidate is None
    dialog.fields.choose("rs", "sr-Latn")
    qtbot.waitUntil(lambda: dialog.candidate is not None)


def test_enter_in_a_field_keeps_nothing(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(LAW)
    qtbot.keyClick(dialog.fields.title, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.preview.page, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.preview.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == ImportLaw.DialogCode.Accepted


def test_asking_answers_with_the_corrected_reading_or_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    application.make()
    file = tmp_path / "law.txt"
    file.write_text(LAW, encoding="utf-8")

    def answer(accept: bool) -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ImportLaw) and w.isVisible())
        dialog.fields.choose("rs", "sr-Latn")
        qtbot.waitUntil(lambda: dialog.candidate is not None)
        put_caret(dialog, "ČIan 2")
        press(qtbot, dialog, Qt.Key.Key_A)
        dialog.accept_button.click() if accept else dialog.reject()

    QTimer.singleShot(0, lambda: answer(True))
    chosen = ImportLaw.ask(None, file)
    assert chosen is not None
    assert chosen.reading.units["article"] == 3
    QTimer.singleShot(0, lambda: answer(False))
    assert ImportLaw.ask(None, file) is None


def _is_inside_a_combo_box(widget: QWidget) -> bool:
    over = widget.parentWidget()
    return over is not None and (isinstance(over, QComboBox) or _is_inside_a_combo_box(over))


def test_every_widget_that_takes_the_keyboard_has_a_name(open_dialog: Open) -> None:
    dialog = open_dialog(LAW)
    kinds = QLineEdit | QTextEdit | QComboBox | QTreeView | QListView
    nameless: list[QWidget] = [
        widget
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, kinds) and not widget.accessibleName() and not _is_inside_a_combo_box(widget)
    ]
    nameless += [b for b in dialog.findChildren(QAbstractButton) if not (b.accessibleName() or b.text())]
    assert [(type(widget).__name__, widget.objectName()) for widget in nameless] == []


def test_no_word_of_it_is_cut_on_a_small_screen(open_dialog: Open) -> None:
    dialog = open_dialog(LAW)
    dialog.resize(1366, 728)
    QApplication.processEvents()
    shown: list[tuple[str, QWidget]] = [(button.text(), button) for button in dialog.findChildren(QAbstractButton)]
    shown += [(label.text(), label) for label in dialog.findChildren(QLabel) if not label.wordWrap()]
    for text, widget in shown:
        if widget.isVisible() and text:
            assert widget.width() >= widget.minimumSizeHint().width(), text


def test_it_can_change_its_theme(open_dialog: Open) -> None:
    dialog = open_dialog(LAW)
    before = lines(dialog)
    dialog.preview.page.set_theme(theme.load("dark"))
    assert lines(dialog) == before


@pytest.mark.parametrize("seed", range(6))
def test_the_page_always_shows_the_lines(open_dialog: Open, qtbot: QtBot, seed: int) -> None:
    """After whatever corrections and undos: only what changed is written again, and it is right."""
    dice = Random(seed)
    dialog = open_dialog(LAW)
    preview = dialog.preview
    for _ in range(25):
        block = preview.page.document().findBlockByNumber(dice.randrange(preview.page.document().blockCount()))
        cursor = preview.page.textCursor()
        cursor.setPosition(block.position() + dice.randrange(block.length()))
        preview.page.setTextCursor(cursor)
        preview.correct(dice.choice([*preview.bar.buttons, "undo"]))
        shown = [row for row in preview._rows[-1] if row.is_shown]
        texts = [(row.num or row.unit.capitalize()) if row.role == "block" else row.printed for row in shown]
        assert lines(dialog) == texts
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())


def test_the_criminal_code_opens_and_is_corrected(qtbot: QtBot, shared: Path) -> None:
    application.make()
    dialog = ImportLaw(None, shared / "data" / "national-rs" / "rs_KZ_krivicni-zakonik.lat.txt")
    qtbot.addWidget(dialog)
    dialog.fields.choose("rs", "sr-Latn")
    dialog.show()
    qtbot.waitUntil(lambda: dialog.candidate is not None, timeout=30_000)
    assert "475 articles" in dialog.preview.report.counts.text()
    assert len(dialog.preview.model._roots) < 50  # made as far as it is unfolded
    dialog.preview.go_to("art_185")
    assert dialog.preview.page.textCursor().block().text().startswith("Prikazivanje")
    put_caret(dialog, "Član 185a")
    press(qtbot, dialog, Qt.Key.Key_P)
    assert dialog.candidate is not None
    assert dialog.candidate.reading.units["article"] == 474
