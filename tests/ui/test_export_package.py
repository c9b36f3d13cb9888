"""Export, in the real window: what goes out, how it looks, what to look at before; written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.services.test_forms_of_ones_own import FORM
from tomas_desktop import paths
from tomas_desktop.export.form import ROLES
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import drafting, settings
from tomas_desktop.services.checklist import Place
from tomas_desktop.ui.commands import exporting
from tomas_desktop.ui.dialogs.export_package import ExportPackage
from tomas_desktop.ui.dialogs.law_card import LawCard
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.writing import PackageWriter, Written


@pytest.fixture
def drafted(window: MainWindow) -> MainWindow:
    """The window with a change of Article 1 and one of Article 2, which answers nothing."""
    opened = window.desk.opened
    assert opened is not None
    text, basis = "Na nalog je dozvoljena žalba u roku od 8 dana.", Ref("eu", "art_1")
    drafting.propose(opened, "p", Ref("law", "art_1__para_3"), text=text, justification="Zato.", basis=basis)
    drafting.propose(opened, "p", Ref("law", "art_2__para_1"), text="Kazniće se.")
    return window


@pytest.fixture
def own_form(tmp_path: Path) -> Path:
    """A form of a ministry's own: a folder beside the settings, and nothing else."""
    folder = tmp_path / "config" / "templates" / "rs" / "probe"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(FORM, encoding="utf-8")
    (folder / "template.docx").write_bytes((paths.templates() / "rs/zakonodavstvo/template.docx").read_bytes())
    return folder


def show(window: MainWindow, qtbot: QtBot) -> ExportPackage:
    assert window.desk.opened is not None
    it = ExportPackage(window.desk.opened, "p", window)
    qtbot.addWidget(it)
    with qtbot.waitExposed(it):
        it.show()
    qtbot.waitUntil(lambda: bool(it.preview.sheets.count and it.checklist.places()), timeout=20_000)
    return it


@pytest.fixture
def dialog(drafted: MainWindow, qtbot: QtBot) -> Iterator[ExportPackage]:
    """The dialog on the window's dossier, everything looked at."""
    it = show(drafted, qtbot)
    yield it
    it.done(0)


def write(dialog: ExportPackage, qtbot: QtBot) -> Written:
    qtbot.mouseClick(dialog.bar.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(dialog.outcome, Written), timeout=30_000)
    assert isinstance(dialog.outcome, Written)
    return dialog.outcome


def row_of(dialog: ExportPackage, kind: str) -> int:
    return next(row for row, place in enumerate(dialog.checklist.places()) if place.kind == kind)


# ---- what is chosen --------------------------------------------------------------------------------------------


def test_all_documents_of_the_usual_form_are_ticked_and_named_by_their_titles(dialog: ExportPackage) -> None:
    order = dialog.order()
    assert order is not None
    assert (order.form, order.proposals) == ("rs/zakonodavstvo", ("p",))
    assert set(order.roles) == set(ROLES)
    shown = [dialog.fields.documents.item(row).text() for row in range(dialog.fields.documents.count())]
    assert "Tabela usklađenosti" in shown
    assert order.folder.name == "small-rs"


def test_nothing_chosen_is_said_and_not_written(dialog: ExportPackage, qtbot: QtBot) -> None:
    dialog.fields.choose("rs/zakonodavstvo", roles=())
    assert not dialog.bar.write.isEnabled()
    assert "Choose" in dialog.bar.status.text()
    dialog.fields.choose("rs/zakonodavstvo", roles=("act",))
    assert dialog.bar.write.isEnabled()
    dialog.fields.folder.clear()
    assert not dialog.bar.write.isEnabled()


def test_who_hands_in_is_remembered(dialog: ExportPackage, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.submitter.fields["organisation"], "Centar za probe")
    qtbot.keyClicks(dialog.submitter.fields["recipient"], "Ministarstvu")
    dialog.fields.choose("rs/zakonodavstvo", roles=("cover",))
    (letter,) = write(dialog, qtbot).files
    assert settings.load().organisation == "Centar za probe"
    document = docx.Document(str(letter))
    said = [p.text for p in (*document.paragraphs, *document.sections[0].header.paragraphs)]
    assert any("Ministarstvu" in text for text in said)
    assert any("Centar za probe" in text for text in said)


# ---- a form of one's own ---------------------------------------------------------------------------------------


def test_a_form_dropped_in_as_a_folder_appears_and_exports_without_code(
    own_form: Path, drafted: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = show(drafted, qtbot)
    assert dialog.fields.form.findData("rs/probe") >= 0
    dialog.fields.choose("rs/probe")
    dialog.fields.folder.setText(str(tmp_path / "out"))
    qtbot.waitUntil(lambda: dialog.preview.document.currentText() == "Naša tabela", timeout=20_000)
    assert [path.name for path in write(dialog, qtbot).files] == ["law-concordance.docx", "law-cover.docx"]
    dialog.done(0)


def test_a_style_that_its_template_lacks_is_a_remark_and_the_form_still_exports(
    own_form: Path, drafted: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = own_form / "template.toml"
    file.write_text(FORM.replace("Tomas Letter", "Our Letter"), encoding="utf-8")
    dialog = show(drafted, qtbot)
    dialog.fields.choose("rs/probe")
    qtbot.waitUntil(lambda: Place("form", key="rs/probe") in dialog.checklist.places(), timeout=20_000)
    first = dialog.checklist.model().index(0, 0).data()
    assert "Our Letter" in first
    dialog.fields.folder.setText(str(tmp_path / "out"))
    assert len(write(dialog, qtbot).files) == 2
    dialog.done(0)


def test_a_form_that_cannot_be_read_is_a_remark(own_form: Path, drafted: MainWindow, qtbot: QtBot) -> None:
    (own_form / "template.toml").write_text("title = [", encoding="utf-8")
    dialog = show(drafted, qtbot)
    assert dialog.fields.form.findData("rs/probe") < 0
    assert Place("form", key="rs/probe") in dialog.checklist.places()
    dialog.done(0)


# ---- the preview -----------------------------------------------------------------------------------------------


def test_the_document_is_shown_as_pages(dialog: ExportPackage, qtbot: QtBot) -> None:
    sheets = dialog.preview.sheets
    qtbot.waitUntil(lambda: 0 in sheets.painted())
    assert dialog.preview.place.text() == f"Page 1 of {sheets.count}"
    dialog.preview.choose("law-concordance.docx")
    dialog.preview.asked.emit("law-concordance.docx")
    qtbot.waitUntil(lambda: sheets.sizes()[0].width() > sheets.sizes()[0].height())  # a table lies across


def test_pages_are_turned_and_enlarged_by_keys(dialog: ExportPackage, qtbot: QtBot) -> None:
    sheets = dialog.preview.sheets
    dialog.preview.choose("law-statement.docx")
    dialog.preview.asked.emit("law-statement.docx")
    qtbot.waitUntil(lambda: sheets.count > 1 and sheets.page == 0)
    sheets.setFocus()
    qtbot.keyClick(sheets, Qt.Key.Key_PageDown)
    assert sheets.page == 1
    assert sheets.accessibleDescription().startswith("Page 2 of")
    before = sheets.scale()
    qtbot.keyClick(sheets, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert sheets.scale() > before
    assert sheets.page == 1
    qtbot.keyClick(sheets, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert sheets.scale() == before
    qtbot.keyClick(sheets, Qt.Key.Key_Home)
    assert sheets.page == 0


def test_pointing_at_a_document_shows_it(dialog: ExportPackage, qtbot: QtBot) -> None:
    listed = dialog.fields.documents
    row = next(row for row in range(listed.count()) if listed.item(row).text() == "Nacrt zakona")
    listed.setCurrentRow(row)
    qtbot.waitUntil(lambda: dialog.preview.chosen == "law-act.docx")


# ---- what to look at before ------------------------------------------------------------------------------------


def test_each_remark_leads_to_its_place(dialog: ExportPackage) -> None:
    kinds = {place.kind for place in dialog.checklist.places()}
    assert {"card", "provision", "proposal", "form"} <= kinds


def test_a_remark_on_a_change_closes_the_dialog_and_leads_there(
    drafted: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show(drafted, qtbot)
    place = next(p for p in dialog.checklist.places() if p.kind == "provision" and p.ref == Ref("law", "art_1"))
    row = dialog.checklist.places().index(place)
    dialog.checklist.setCurrentIndex(dialog.checklist.model().index(row, 0))
    dialog.checklist.setFocus()
    qtbot.keyClick(dialog.checklist, Qt.Key.Key_Return)
    assert dialog.isHidden()
    assert dialog.outcome == place
    drafted.do("next_article")
    monkeypatch.setattr(ExportPackage, "ask", staticmethod(lambda *_: place))
    drafted.do("export_package")
    assert drafted.desk.answer is not None
    assert drafted.desk.answer.ref == Ref("law", "art_1")


def test_every_kind_of_place_has_a_way(drafted: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = drafted.desk
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(
        LawCard, "ask", staticmethod(lambda card, _title, field, _parent: asked.append((card.work, field)))
    )
    exporting.go(drafted, Place("proposal", Ref("law", "art_2__para_1"), key="p"))
    assert desk.answer is not None
    assert desk.answer.ref == Ref("law", "art_2")
    exporting.go(drafted, Place("provision", Ref("eu", "art_2__para_1")))
    assert desk.article is not None
    assert desk.article.eid == "art_2"
    exporting.go(drafted, Place("correlation", Ref("eu", "art_1"), Ref("law", "art_1")))
    assert (desk.article.eid, desk.answer.ref) == ("art_1", Ref("law", "art_1"))
    exporting.go(drafted, Place("card", Ref("law"), key="gazette"))
    assert asked == [("law", "gazette")]


def test_a_remark_on_a_document_shows_it_here(dialog: ExportPackage) -> None:
    row = row_of(dialog, "form")
    dialog.checklist.go(row)
    assert dialog.isVisible()
    assert dialog.preview.chosen == dialog.checklist.places()[row].key


def test_what_the_sender_lacks_is_filled_in_here(own_form: Path, drafted: MainWindow, qtbot: QtBot) -> None:
    (own_form / "template.toml").write_text(f'required = ["recipient"]\n{FORM}', encoding="utf-8")
    dialog = show(drafted, qtbot)
    dialog.fields.choose("rs/probe")
    asked = Place("sender", key="recipient")
    qtbot.waitUntil(lambda: asked in dialog.checklist.places(), timeout=20_000)
    dialog.checklist.go(dialog.checklist.places().index(asked))
    assert dialog.submitter.fields["recipient"].hasFocus()
    qtbot.keyClicks(dialog.submitter.fields["recipient"], "Ministru")
    qtbot.waitUntil(lambda: asked not in dialog.checklist.places(), timeout=20_000)
    dialog.done(0)


# ---- writing ---------------------------------------------------------------------------------------------------


def test_written_beside_each_word_file_a_pdf_has_its_pages_and_its_words(
    dialog: ExportPackage, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.fields.choose("rs/zakonodavstvo", roles=("tracked", "concordance"))
    dialog.fields.also["pdf"].setChecked(True)
    dialog.fields.folder.setText(str(tmp_path / "out"))
    names = [path.name for path in write(dialog, qtbot).files]
    assert names == ["law-tracked.docx", "law-tracked.pdf", "law-concordance.docx", "law-concordance.pdf"]
    assert "4 files lie in" in dialog.bar.status.text()
    assert dialog.bar.folder.isVisible()
    tracked = pypdfium2.PdfDocument(tmp_path / "out" / "law-tracked.pdf")
    words = " ".join(page.get_textpage().get_text_range() for page in tracked)
    assert "žalba u roku od 8 dana" in " ".join(words.split())
    assert f"1 / {len(tracked)}" in words
    table = pypdfium2.PdfDocument(tmp_path / "out" / "law-concordance.pdf")
    width, height = table[0].get_size()
    assert round(width) == 842
    assert round(height) == 595


def test_all_in_one_file_and_in_other_formats(dialog: ExportPackage, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.fields.choose("rs/zakonodavstvo", roles=("act", "comparison"))
    dialog.fields.combined.setChecked(True)
    dialog.fields.also["akn"].setChecked(True)
    dialog.fields.folder.setText(str(tmp_path / "out"))
    assert [path.name for path in write(dialog, qtbot).files] == ["law-package.docx", "law-act.akn.xml"]


def test_what_will_be_replaced_is_said(dialog: ExportPackage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "law-act.docx").write_bytes(b"edited since")
    dialog.fields.folder.setText(str(tmp_path))
    assert dialog.bar.status.text() == "1 file of this name is there and will be replaced."


def test_stopped_it_writes_nothing(
    dialog: ExportPackage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.fields.also["pdf"].setChecked(True)
    dialog.fields.folder.setText(str(tmp_path / "out"))
    tell = PackageWriter._tell

    def stopped_at_the_third(writer: PackageWriter, made: int, steps: int, name: str) -> None:
        if made == 2:
            assert writer.stop()
        tell(writer, made, steps, name)

    monkeypatch.setattr(PackageWriter, "_tell", stopped_at_the_third)
    qtbot.mouseClick(dialog.bar.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "nothing was written" in dialog.bar.status.text(), timeout=20_000)
    assert not (tmp_path / "out").exists()
    assert dialog.outcome is None
    assert dialog.bar.write.isEnabled()


def test_escape_stops_what_is_being_written_and_stays(dialog: ExportPackage, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.fields.also["pdf"].setChecked(True)
    dialog.fields.folder.setText(str(tmp_path / "out"))
    dialog.write()
    assert dialog.bar.stop.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.bar.stop.isVisible(), timeout=20_000)
    assert dialog.isVisible()
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_one_sentence(dialog: ExportPackage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    dialog.fields.folder.setText(str(tmp_path / "file"))
    dialog.write()
    qtbot.waitUntil(lambda: "could not be written" in dialog.bar.status.text(), timeout=20_000)
    assert dialog.outcome is None


def export_with_keys(
    window: MainWindow, qtbot: QtBot, folder: Path, proposals: Sequence[str], roles: Sequence[str]
) -> None:
    """The whole way through the real dialog: Ctrl+E, choose, Ctrl+Enter, Escape."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportPackage)
        try:
            form = dialog.fields.chosen_form
            assert form is not None
            dialog.fields.choose(form.id, proposals, roles)
            dialog.fields.folder.setText(str(folder))
            qtbot.keyClick(dialog, Qt.Key.Key_Return)  # writes nothing
            assert not dialog.bar.stop.isVisible()
            qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            qtbot.waitUntil(lambda: isinstance(dialog.outcome, Written), timeout=60_000)
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        finally:
            dialog.done(0)

    QTimer.singleShot(0, window, answer)
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_the_window_asks_and_says_where_it_lies(drafted: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    export_with_keys(drafted, qtbot, tmp_path / "out", ("p",), ("tracked",))
    assert "1 file written to" in drafted.notice.text()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["law-tracked.docx"]


# ---- everybody -------------------------------------------------------------------------------------------------


def test_everything_has_a_name_and_can_be_reached_by_tab(dialog: ExportPackage) -> None:
    kinds = (QLineEdit, QComboBox, QListView, QAbstractButton)
    parts = [w for w in dialog.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    parts = [w for w in parts if not isinstance(w.parent(), QComboBox) and not w.objectName().startswith("qt_")]
    named = [w.accessibleName() or (w.text() if isinstance(w, QAbstractButton) else "") for w in parts]
    assert all(named), [type(w).__name__ for w, name in zip(parts, named, strict=True) if not name]
    takers = {w for w in parts if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()}
    reached: set[QWidget] = set()
    at: QWidget | None = dialog.fields.form
    while at is not None and at not in reached:
        reached.add(at)
        at = at.nextInFocusChain()
    assert {*takers, dialog.preview.sheets} <= reached


def test_it_fits_a_small_screen(dialog: ExportPackage) -> None:
    assert dialog.minimumSizeHint().width() <= 1366
    assert dialog.minimumSizeHint().height() <= 700
    assert dialog.height() <= 700
