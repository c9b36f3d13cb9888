"""The window as a person meets it: keys, focus, empty states, names for assistive technology."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dragging import drop
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import drafting, importing, settings
from tomas_desktop.services.importing import Candidate
from tomas_desktop.ui import application
from tomas_desktop.ui.dialogs.import_law import ImportLaw
from tomas_desktop.ui.dialogs.pick_provision import PickProvision
from tomas_desktop.ui.main_window import MainWindow


def put_caret_at_end(window: MainWindow) -> None:
    window.proposal.editor.setFocus()
    cursor = window.proposal.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    window.proposal.editor.setTextCursor(cursor)


def proposed(window: MainWindow) -> list[str]:
    assert window.desk.opened is not None
    nodes = drafting.text_of(window.desk.opened, Ref("law", "art_1"), None, "law-proposal")
    return [child.text for child in nodes[0].children]


def test_it_opens_on_the_first_article_and_its_answer(window: MainWindow) -> None:
    assert "remove material" in window.eu.page.toPlainText()
    assert "Sud može naložiti" in window.national.page.toPlainText()
    assert "Sud može naložiti" in window.proposal.editor.toPlainText()
    assert window.pages.currentIndex() == 1


def test_a_gap_says_so_and_offers_a_link(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.do("next_article")
    assert window.desk.answer is None
    assert window.national.link.isVisible()
    monkeypatch.setattr(PickProvision, "ask", staticmethod(lambda *_: Ref("law", "art_2")))
    window.national.link.click()
    assert "kazniće se" in window.national.page.toPlainText()


def test_typing_is_kept_when_it_rests_and_undone_with_a_real_key(window: MainWindow, qtbot: QtBot) -> None:
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Hitno.")
    window.proposal.keep()
    assert proposed(window)[-1] == "Na nalog je dozvoljena žalba. Hitno."
    qtbot.keyClick(window.proposal.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.opened is not None
    assert window.desk.opened.dossier.proposals == ()
    qtbot.keyClick(
        window.proposal.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert proposed(window)[-1] == "Na nalog je dozvoljena žalba. Hitno."


def test_undo_takes_back_what_is_still_being_typed(window: MainWindow, qtbot: QtBot) -> None:
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, "X")
    window.do("undo")
    assert not window.proposal.editor.toPlainText().endswith("X")


def test_leaving_the_article_keeps_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Da.")
    window.do("next_article")
    window.do("previous_article")
    assert window.proposal.editor.toPlainText().endswith(" Da.")


def test_closing_keeps_what_was_typed_and_the_justification(
    window: MainWindow, qtbot: QtBot, small_dossier: Path
) -> None:
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Da.")
    window.proposal.keep()
    window.proposal.justification.setFocus()
    qtbot.keyClicks(window.proposal.justification, "Zato.")
    window.close()
    again = application.open_window(small_dossier)
    qtbot.addWidget(again)
    assert again.proposal.editor.toPlainText().endswith(" Da.")
    assert again.proposal.justification.toPlainText() == "Zato."
    again.close()


def test_changes_can_be_walked_and_restored(window: MainWindow, qtbot: QtBot) -> None:
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Da.")
    window.proposal.keep()
    assert window.proposal.editor.change_count() == 1
    window.do("previous_change")
    window.do("restore_change")
    window.proposal.keep()
    assert window.proposal.editor.change_count() == 0


def test_the_three_views(window: MainWindow, qtbot: QtBot) -> None:
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Da.")
    window.do("view_original")
    assert not window.proposal.editor.toPlainText().endswith("Da.")
    window.do("view_final")
    assert window.proposal.editor.toPlainText().endswith("Da.")
    assert window.actions_by_name["view_final"].isChecked()


def test_picking_in_the_tree_shows_the_article(window: MainWindow) -> None:
    tree = window.navigator.eu.tree
    tree.setCurrentIndex(tree.model().index(1, 0))
    assert window.desk.article is not None
    assert window.desk.article.eid == "art_2"
    assert window.bar.place.text() == "Article 2 · Penalties"


def test_the_filter_narrows_the_tree(window: MainWindow) -> None:
    window.navigator.filter.setText("penal")
    assert window.navigator.eu.tree.model().rowCount() == 1


def test_an_imported_law_is_there_at_once(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "more.txt"
    file.write_text("Član 1\nOvaj zakon važi.\n", encoding="utf-8")
    candidate = Candidate(importing.preview(file, "rs", "sr-Latn"), file, "rs", "sr-Latn")
    monkeypatch.setattr(ImportLaw, "ask", staticmethod(lambda *_: candidate))
    window.do("import_law")
    assert window.desk.opened is not None
    assert window.desk.opened.dossier.work("more") is not None


def test_a_law_that_is_dropped_on_the_window_is_imported_and_a_dossier_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, small_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(ImportLaw, "ask", staticmethod(lambda _parent, file, _dossier: asked.append(file)))
    file = tmp_path / "more.txt"
    file.write_text("Član 1\nOvaj zakon važi.\n", encoding="utf-8")
    assert drop(window, file)
    qtbot.waitUntil(lambda: asked == [file])
    other = tmp_path / "other.tomas"
    other.write_bytes(small_dossier.read_bytes())
    assert drop(window, other)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("other"))
    assert not drop(window, tmp_path)
    assert asked == [file]
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file))])
    assert dragged.hasText()  # its name, which nobody wants in a law
    assert not window.proposal.editor.canInsertFromMimeData(dragged)
    assert not window.proposal.justification.viewport().acceptDrops()
    assert not window.navigator.filter.acceptDrops()


def test_a_file_that_is_no_dossier_is_one_sentence_and_nothing_closes(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "other.tomas"
    other.write_bytes(b"not a dossier at all")
    assert not window.open(other)
    assert "not a dossier" in window.notice.text()
    assert window.desk.article is not None


def test_without_a_dossier_the_welcome_page_says_how_to_begin(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    application.make()
    window = application.open_window(None)
    qtbot.addWidget(window)
    window.show()
    assert window.pages.currentWidget() is window.welcome
    assert window.welcome.workshop.isVisible()
    assert window.welcome.nothing.isVisible()
    monkeypatch.setattr(ImportLaw, "ask", staticmethod(lambda *_: None))
    window.do("export_package")
    window.do("import_law")
    window.do("undo")
    assert window.notice.text()
    window.close()


def test_the_last_dossier_is_opened_again(window: MainWindow, qtbot: QtBot, small_dossier: Path) -> None:
    window.close()
    assert settings.load().last_dossier == str(small_dossier.resolve())
    again = application.open_window(None)
    qtbot.addWidget(again)
    assert again.desk.article is not None
    again.close()


def test_every_widget_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    nameless: list[QWidget] = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | QComboBox | QTreeView)
        and not widget.accessibleName()
        and not isinstance(widget.parent(), QComboBox)
    ]
    nameless += [
        button
        for button in window.findChildren(QAbstractButton)
        if not (button.accessibleName() or button.text() or button.isHidden())
    ]
    assert [(type(w).__name__, w.objectName()) for w in nameless if not w.objectName().startswith("qt_")] == []


def test_no_two_actions_share_a_shortcut(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions_by_name.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_theme_can_be_changed_while_working(window: MainWindow) -> None:
    window.do("theme_dark")
    assert settings.load().theme == "dark"
    window.do("theme_light")
    assert "Sud može" in window.national.page.toPlainText()


def test_undo_keeps_the_page_where_it_is(window: MainWindow, qtbot: QtBot) -> None:
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Da.")
    window.proposal.keep()
    window.do("undo")
    editor = window.proposal.editor
    assert editor.textCursor().position() == len(editor.toPlainText())


def test_undo_goes_to_where_the_change_was(window: MainWindow, qtbot: QtBot) -> None:
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Da.")
    window.do("next_article")
    assert window.desk.article is not None
    assert window.desk.article.eid == "art_2"
    window.do("undo")
    assert window.desk.article.eid == "art_1"
    assert not window.proposal.editor.toPlainText().endswith(" Da.")


def test_a_first_start_takes_the_screen_that_there_is(qtbot: QtBot, small_dossier: Path) -> None:
    it = application.open_window(small_dossier)
    qtbot.addWidget(it)
    application.appear(it)
    room = it.screen().availableGeometry()
    assert it.width() >= 0.9 * room.width()
    assert it.height() >= 0.85 * room.height()
    assert it.isMaximized()
    it.setWindowState(Qt.WindowState.WindowNoState)
    it.close()
    again = application.open_window(small_dossier)
    qtbot.addWidget(again)
    application.appear(again)
    assert not again.isMaximized()  # as it was left
