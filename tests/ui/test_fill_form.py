"""Filling somebody else's form, in the real window: dropped, understood, put right, looked at, written in a copy."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.export.forms_of_others import HEADINGS, add_table, form, saved
from tests.ui.dragging import drop
from tests.ui.nameless import nameless
from tomas_desktop.amend.redline import Segment
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import drafting, filling
from tomas_desktop.services.filling import Column, Filled
from tomas_desktop.ui.dialogs.fill_form import FillForm
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.models.form_rows import CONTENT, FormRows
from tomas_desktop.ui.views import marked_cells

ROLES = ["number", "article", "current", "proposal", "reasons", "basis", "leave"]


@pytest.fixture
def drafted(window: MainWindow) -> MainWindow:
    """The window with a paragraph reworded and another deleted."""
    opened = window.desk.opened
    assert opened is not None
    text = "(3) Na nalog je dozvoljena žalba u roku od 8 dana."
    drafting.propose(opened, "p", Ref("law", "art_1__para_3"), text=text, justification="Zato.")
    drafting.propose(opened, "p", Ref("law", "art_2__para_1"), delete=True)
    return window


@pytest.fixture
def dialog(drafted: MainWindow, qtbot: QtBot) -> Iterator[FillForm]:
    """The dialog on the window's dossier, no form chosen."""
    assert drafted.desk.opened is not None
    it = FillForm(drafted.desk.opened, "p", drafted)
    qtbot.addWidget(it)
    with qtbot.waitExposed(it):
        it.show()
    qtbot.waitUntil(lambda: it._rows is not None)
    yield it
    it.done(0)


def bring(dialog: FillForm, file: Path, qtbot: QtBot) -> None:
    assert drop(dialog, file)
    qtbot.waitUntil(lambda: dialog.fields.file.text() == str(file))
    qtbot.waitUntil(lambda: dialog.fields.chosen_table is not None and dialog.preview.model.rowCount() == 2)
    qtbot.waitUntil(lambda: all(box.isVisible() for box in dialog.fields.columns.boxes))


def write(dialog: FillForm, qtbot: QtBot) -> Filled:
    qtbot.mouseClick(dialog.bar.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.bar.write.isVisible())
    assert dialog.outcome is not None, dialog.bar.status.text()
    return dialog.outcome


def cells(path: Path, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(str(path)).tables[table].rows]


def roles(dialog: FillForm) -> list[str]:
    return [column.role for column in dialog.fields.columns.columns()]


def seen(dialog: FillForm) -> list[list[str]]:
    model = dialog.preview.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


# ---- what is seen before anything is written -------------------------------------------------------------------


def test_it_says_what_to_do_before_a_form_is_there(dialog: FillForm) -> None:
    assert "drop it here" in dialog.preview.words.text()
    assert dialog.fields.file.hasFocus()
    assert not dialog.bar.write.isEnabled()


@pytest.mark.parametrize("language", HEADINGS)
def test_a_form_that_is_dropped_is_understood_and_its_rows_are_seen(
    dialog: FillForm, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    bring(dialog, saved(form(HEADINGS[language]), tmp_path), qtbot)
    assert roles(dialog) == ROLES
    assert "Guessed" in dialog.fields.columns.hint.text()
    assert dialog.preview.head.text() == "2 rows will be written"
    header = [dialog.preview.model.headerData(i, Qt.Orientation.Horizontal) for i in range(7)]
    assert header == HEADINGS[language]
    rows = seen(dialog)
    assert [row[0] for row in rows] == ["1.", "2."]
    assert rows[0][3] == "(3) Na nalog je dozvoljena žalba u roku od 8 dana."
    assert rows[0][4] == "Zato."
    assert [row[6] for row in rows] == ["", ""]


def test_what_was_seen_is_what_is_written(dialog: FillForm, qtbot: QtBot, tmp_path: Path) -> None:
    taken = ("1", "Član 7", "staro", "novo", "jer", "", "")
    path = saved(form(rows=[taken, ("",) * 7]), tmp_path)
    before = path.read_bytes()
    bring(dialog, path, qtbot)
    assert "1 row stands there already" in dialog.preview.head.text()
    rows = seen(dialog)
    filled = write(dialog, qtbot)
    assert (filled.file, filled.rows) == (tmp_path / "obrazac-p.docx", 2)
    assert cells(filled.file)[2:] == rows
    assert path.read_bytes() == before
    assert "2 rows written" in dialog.bar.status.text()


def test_a_column_that_takes_a_content_takes_it_from_the_other(dialog: FillForm, qtbot: QtBot, tmp_path: Path) -> None:
    bring(dialog, saved(form(), tmp_path), qtbot)
    box = dialog.fields.columns.boxes[6]
    box.setFocus()
    for _ in range(3):  # with the keyboard: up from "leave" to the proposal
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert roles(dialog) == ["number", "article", "current", "leave", "reasons", "basis", "proposal"]
    assert seen(dialog)[0][6].startswith("(3) Na nalog")
    assert seen(dialog)[0][3] == ""
    qtbot.keyClick(box, Qt.Key.Key_End)  # and what is not wanted there goes back
    assert roles(dialog) == ROLES


def test_what_was_said_is_remembered_for_the_next_copy(dialog: FillForm, qtbot: QtBot, tmp_path: Path) -> None:
    headings = ["Stavka", "Nešto", "Treće"]
    bring(dialog, saved(form(headings, [("",) * 3]), tmp_path), qtbot)
    assert "do not tell" in dialog.fields.columns.hint.text()
    assert not dialog.bar.write.isEnabled()
    assert "Say of a column" in dialog.bar.status.text()
    dialog.fields.columns.choose(1, "article")
    assert "No column holds the proposal itself" in dialog.bar.status.text()
    dialog.fields.columns.choose(2, "proposal")
    assert dialog.bar.status.text() == ""
    write(dialog, qtbot)
    bring(dialog, saved(form([each.upper() for each in headings], [("",) * 3] * 4), tmp_path, "drugi.docx"), qtbot)
    assert roles(dialog) == ["article", "proposal", "leave"]
    assert "As you said before" in dialog.fields.columns.hint.text()


def test_of_several_tables_one_is_chosen_by_its_headings(dialog: FillForm, qtbot: QtBot, tmp_path: Path) -> None:
    document = docx.Document()
    add_table(document, ["Podnosilac", "Adresa"], [("", "")])
    add_table(document, HEADINGS["mk"], [("",) * 7])
    bring(dialog, saved(document, tmp_path), qtbot)
    table = dialog.fields.table
    assert [table.itemText(i).split(" | ")[0] for i in range(2)] == ["1 · Podnosilac", "2 · Ред. бр."]
    assert table.currentIndex() == 1
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert len(roles(dialog)) == 2
    assert dialog.preview.model.columnCount() == 2
    dialog.fields.columns.choose(1, "proposal")
    assert cells(write(dialog, qtbot).file, 0)[1][0].startswith("(3) Na nalog")


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no table that could be filled"), (b"nothing", "cannot be read"), (b"\xd0\xcf\x11\xe0", "old Word format")],
)
def test_a_file_that_is_no_form_is_one_sentence(
    dialog: FillForm, qtbot: QtBot, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = saved(docx.Document(), tmp_path, "prazan.docx")
    if content is not None:
        path.write_bytes(content)
    assert drop(dialog, path)
    qtbot.waitUntil(lambda: said in dialog.preview.words.text())
    assert not dialog.bar.write.isEnabled()
    assert not dialog.fields.columns.isVisible()
    bring(dialog, saved(form(), tmp_path), qtbot)  # and another one is read as if nothing had been
    assert dialog.bar.write.isEnabled()


def test_a_file_that_was_mended_is_read_again(dialog: FillForm, qtbot: QtBot, tmp_path: Path) -> None:
    path = saved(docx.Document(), tmp_path)
    assert drop(dialog, path)
    qtbot.waitUntil(lambda: "no table that could be filled" in dialog.preview.words.text())
    bring(dialog, saved(form(), tmp_path), qtbot)
    assert dialog.bar.write.isEnabled()


@pytest.mark.parametrize("typed", ["/", ".", "~nobody-of-this-name/obrazac.docx"])
def test_what_is_typed_and_is_no_file_is_one_sentence(dialog: FillForm, qtbot: QtBot, typed: str) -> None:
    dialog.fields.file.setFocus()
    qtbot.keyClicks(dialog.fields.file, typed)
    qtbot.keyClick(dialog.fields.file, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "cannot be read" in dialog.preview.words.text())
    dialog.fields.out.setText(typed)
    assert not dialog.bar.write.isEnabled()


def test_a_proposal_that_changes_nothing_says_so(drafted: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened = drafted.desk.opened
    assert opened is not None
    drafting.propose(opened, "q", Ref("law", "art_1__para_3"), text="Žalba je dozvoljena.")
    drafting.propose(opened, "q", Ref("law", "art_1__para_3"), text="(3) Na nalog je dozvoljena žalba.")
    dialog = FillForm(opened, "q", drafted)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.fields.choose(saved(form(), tmp_path))
    qtbot.waitUntil(lambda: "changes nothing" in dialog.bar.status.text())
    assert not dialog.bar.write.isEnabled()
    dialog.fields.proposal.setCurrentIndex(dialog.fields.proposal.findData("p"))
    dialog.fields.proposal.activated.emit(0)
    qtbot.waitUntil(lambda: dialog.bar.write.isEnabled())
    assert dialog.fields.out.text().endswith("obrazac-p.docx")
    dialog.done(0)


def test_the_redline_and_the_script_are_seen_too(dialog: FillForm, qtbot: QtBot, tmp_path: Path) -> None:
    bring(dialog, saved(form(), tmp_path), qtbot)
    dialog.fields.redline.click()
    qtbot.waitUntil(lambda: dialog.preview.model.rowCount() == 2 and "+" in ops(dialog))
    spoken = dialog.preview.model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "inserted: u roku od 8 dana" in spoken
    dialog.fields.script.setCurrentIndex(dialog.fields.script.findData("Cyrl"))
    dialog.fields.script.activated.emit(0)
    qtbot.waitUntil(lambda: seen(dialog)[0][4] == "Зато.")
    assert "у року од 8 дана" in cells(write(dialog, qtbot).file)[1][3]


def ops(dialog: FillForm) -> set[str]:
    return {part.op for one in dialog.preview.model.index(0, 3).data(CONTENT) for part in one}


def test_of_a_long_table_the_first_rows_are_seen(dialog: FillForm, qtbot: QtBot, tmp_path: Path) -> None:
    bring(dialog, saved(form(), tmp_path), qtbot)
    table, rows = dialog.fields.chosen_table, dialog._rows
    assert table is not None
    assert rows is not None
    dialog.preview.show_rows(table, table.columns, rows * 30)
    assert dialog.preview.head.text() == "60 rows will be written · the first 50 are shown"
    assert dialog.preview.model.rowCount() == 50


def test_a_long_text_begins_where_it_changes() -> None:
    kept = "Reč " * 40
    parts = marked_cells._from_first_mark([[("=", "Uvod.")], [("=", kept), ("-", "a"), ("=", " b")]])
    assert parts[0][0][1].startswith("… Reč")
    assert len(parts[0][0][1]) < 60
    assert parts[0][1:] == [("-", "a"), ("=", " b")]
    for same in ([[("=", kept)]], [[("=", "Rok "), ("+", "je")]], []):
        assert marked_cells._from_first_mark(same) == same


# ---- writing ---------------------------------------------------------------------------------------------------


def test_where_it_is_kept_can_be_said_and_the_form_is_never_written_over(
    dialog: FillForm, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(form(), tmp_path)
    bring(dialog, path, qtbot)
    dialog.fields.out.selectAll()
    qtbot.keyClicks(dialog.fields.out, str(path))
    assert "never written over" in dialog.bar.status.text()
    assert not dialog.bar.write.isEnabled()
    dialog.fields.out.clear()
    assert "where" in dialog.bar.status.text()
    there = tmp_path / "there.docx"
    there.write_bytes(b"old")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(there), ""))
    dialog.fields.out_browse.click()
    assert "there.docx is there and will be replaced" in dialog.bar.status.text()
    qtbot.keyClick(dialog.fields.out, Qt.Key.Key_Return)
    assert dialog.outcome is None
    qtbot.keyClick(dialog.fields.out, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    assert len(cells(there)) == 3


def test_its_folder_is_opened_at_the_end(
    dialog: FillForm, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    bring(dialog, saved(form(), tmp_path), qtbot)
    write(dialog, qtbot)
    assert dialog.bar.folder.hasFocus()
    qtbot.keyClick(dialog.bar.folder, Qt.Key.Key_Space)
    assert [Path(url.toLocalFile()) for url in asked] == [tmp_path]


def test_where_nothing_can_be_written_is_one_sentence(dialog: FillForm, qtbot: QtBot, tmp_path: Path) -> None:
    bring(dialog, saved(form(), tmp_path), qtbot)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    dialog.fields.out.setText(str(tmp_path / "file" / "out.docx"))
    dialog.bar.write.click()
    qtbot.waitUntil(lambda: dialog.bar.write.isVisible() and bool(dialog.bar.status.text()))
    assert dialog.outcome is None
    assert dialog.fields.isEnabled()


def test_it_can_be_stopped_and_leaves_nothing(
    dialog: FillForm, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = filling.draft

    def slow(*given: Any) -> Any:
        time.sleep(0.2)
        return real(*given)

    monkeypatch.setattr(filling, "draft", slow)
    bring(dialog, saved(form(), tmp_path), qtbot)
    dialog.bar.write.click()
    assert dialog.bar.stop.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: "nothing was written" in dialog.bar.status.text())
    assert not (tmp_path / "obrazac-p.docx").exists()
    assert not filling.tables(tmp_path / "obrazac.docx")[0].is_known


# ---- the window ------------------------------------------------------------------------------------------------


def test_the_action_says_where_the_form_lies(
    drafted: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a & b.docx"
    monkeypatch.setattr(FillForm, "ask", staticmethod(lambda *_: Filled(out, 1, (), 3)))
    drafted.do("fill_form")
    assert drafted.notice.text().startswith("3 rows written to <a href=")
    assert "a &amp; b.docx" in drafted.notice.text()


def test_without_a_proposal_there_is_nothing_to_fill_in(window: MainWindow) -> None:
    window.do("fill_form")
    assert "filled from a proposal" in window.notice.text()


def test_what_is_typed_at_the_moment_goes_in(
    drafted: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    count = lambda opened, key, _parent: asked.append(len(opened.dossier.modifications(key)))  # noqa: E731
    monkeypatch.setattr(FillForm, "ask", staticmethod(count))
    drafted.proposal.editor.setFocus()
    qtbot.keyClicks(drafted.proposal.editor, "Novo. ")
    qtbot.keyClick(drafted, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert asked == [3]


def test_every_widget_that_takes_the_keyboard_has_a_name_and_is_reached_with_tab(
    dialog: FillForm, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(dialog, saved(form(), tmp_path), qtbot)
    assert nameless(dialog) == []
    fields = dialog.fields
    wanted: list[object] = [
        fields.file, fields.browse, fields.proposal, fields.script, fields.redline, fields.out, fields.out_browse,
        *fields.columns.boxes, dialog.preview.rows, dialog.bar.close_button, dialog.bar.write,
    ]  # fmt: skip
    fields.file.setFocus()
    met = []
    for _ in range(len(wanted)):
        focus = QApplication.focusWidget()
        assert focus is not None
        met.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert met == wanted


def test_the_table_of_rows_keeps_qts_contract() -> None:
    model = FormRows()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    row = {"proposal": ((Segment("-", "a"), Segment("+", "b")),)}
    model.set_rows([row, row])
    assert model.rowCount() == 0
    model.set_form([Column(1, "No.", "number"), Column(2, "Text", "proposal")], 4)
    assert [model.index(1, column).data() for column in (0, 1)] == ["5.", "b"]
    model.set_rows([])
    model.set_form([])
