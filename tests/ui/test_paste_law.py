"""A law that was copied in another program, or dropped, or chosen: the dialog sees what it is and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.services.conftest import LAW
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.services import importing
from tomas_desktop.services.sources import Source
from tomas_desktop.ui import application, arrivals
from tomas_desktop.ui.dialogs.import_law import ImportLaw
from tomas_desktop.ui.main_window import MainWindow

SERBIAN = """\
ZAKON O RADIONICI
("Sl. glasnik RS", br. 1/2030)

Član 1
Ovaj zakon uređuje radionice.

Član 2
Radionica traje dan.
"""
PAGE = "".join(f"<p>{line}</p>" for line in SERBIAN.splitlines() if line)
DANISH = (
    "FORORDNING (EU) 2030/12\nom legetøj\n\nArtikel 1\nGenstand\n\nDenne forordning gælder for legetøj og er sikkert.\n"
)
ENGLISH = "REGULATION (EU) 2030/12\non toys\n\nArticle 1\nSubject\n\nThis Regulation applies to toys.\n"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

Copy = Callable[..., None]
Answer = Callable[[Callable[[ImportLaw], None]], list[str]]


@pytest.fixture
def copy() -> Iterator[Copy]:
    """Put text, a page, files or a picture on the clipboard, as another program does."""
    application.make()
    clipboard = QGuiApplication.clipboard()

    def put(
        text: str = "", html: str = "", page: bytes = b"", files: tuple[Path, ...] = (), is_picture: bool = False
    ) -> None:
        data = QMimeData()
        if page:
            data.setData("text/html", page)
        if text:
            data.setText(text)
        if html:
            data.setHtml(html)
        if files:
            data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        if is_picture:
            data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
        clipboard.setMimeData(data)

    yield put
    clipboard.clear()


@pytest.fixture
def answer(qtbot: QtBot) -> Answer:
    """Do something in the dialog when it comes, and then close it; says what its one line said."""

    def when_it_comes(act: Callable[[ImportLaw], None]) -> list[str]:
        said: list[str] = []

        def at_work() -> None:
            dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ImportLaw) and w.isVisible())
            try:
                qtbot.waitUntil(lambda: dialog.candidate is not None)
                act(dialog)
                said.append(dialog.place.text())
            finally:
                dialog.accept() if dialog.accept_button.isEnabled() else dialog.reject()

        QTimer.singleShot(0, at_work)
        return said

    return when_it_comes


@pytest.fixture
def dialog(qtbot: QtBot) -> Callable[..., ImportLaw]:
    """The dialog, shown, on a source that has been read."""
    application.make()

    def opened(source: Path | Source | None, dossier: Dossier | None = None) -> ImportLaw:
        it = ImportLaw(None, source, dossier)
        qtbot.addWidget(it)
        with qtbot.waitExposed(it):
            it.show()
        if source is not None:
            qtbot.waitUntil(lambda: it.candidate is not None)
        return it

    return opened


def works(window: MainWindow) -> dict[str, str]:
    assert window.desk.opened is not None
    return {work.key: work.title for work in window.desk.opened.dossier.works}


class TestPasteALaw:
    @pytest.mark.parametrize("copied", [{"text": SERBIAN}, {"html": PAGE, "text": SERBIAN}])
    def test_a_key_pastes_it_into_the_dossier(
        self, window: MainWindow, qtbot: QtBot, copy: Copy, answer: Answer, copied: dict[str, str]
    ) -> None:
        copy(**copied)
        said = answer(lambda _: None)
        qtbot.keyClick(window, Qt.Key.Key_V, CTRL_SHIFT)
        assert said == ["It becomes a new work, zakon-o-radionici: Serbian (Latin), in force."]
        assert works(window)["zakon-o-radionici"] == "ZAKON O RADIONICI"
        assert window.desk.opened is not None
        expression = window.desk.opened.dossier.expressions("zakon-o-radionici")[0]
        assert (expression.source, expression.language) == ("Pasted text", "sr-Latn")
        assert expression.format == ("html" if "html" in copied else "plain-text")
        assert "Imported" in window.notice.text()

    @pytest.mark.parametrize(
        "data",
        [
            PAGE.encode(),
            ("<meta charset='windows-1250'>" + PAGE).encode(),
            ("\ufeff<meta charset='utf-16'>" + PAGE).encode("utf-16-le"),
        ],
    )
    def test_the_bytes_of_other_programs_are_read_in_the_encoding_they_are_in(self, copy: Copy, data: bytes) -> None:
        copy(page=data)
        source = arrivals.copied()
        assert isinstance(source, Source)
        reading = importing.preview(source, "rs", "sr-Latn")
        assert reading.title == "ZAKON O RADIONICI"
        assert reading.units["article"] == 2
        assert reading.findings == ()

    def test_the_key_works_wherever_one_writes(
        self, window: MainWindow, qtbot: QtBot, copy: Copy, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[object] = []
        monkeypatch.setattr(ImportLaw, "ask", staticmethod(lambda _window, source, _dossier: asked.append(source)))
        copy(SERBIAN)
        before = window.proposal.editor.toPlainText()
        for place in (window.proposal.editor, window.proposal.justification, window.navigator.filter):
            place.setFocus()
            qtbot.keyClick(place, Qt.Key.Key_V, CTRL_SHIFT)
        assert asked == [Source("Pasted text", SERBIAN.encode())] * 3
        assert window.proposal.editor.toPlainText() == before

    def test_a_text_without_a_title_waits_for_one(
        self, window: MainWindow, qtbot: QtBot, copy: Copy, answer: Answer
    ) -> None:
        copy("Član 1\nOvaj zakon uređuje radionice.\n")

        def give_a_title(dialog: ImportLaw) -> None:
            assert "title" in dialog.place.text()
            assert not dialog.accept_button.isEnabled()
            qtbot.waitUntil(dialog.fields.title.hasFocus)
            qtbot.keyClicks(dialog.fields.title, "Zakon o radionici")
            qtbot.waitUntil(dialog.accept_button.isEnabled)
            assert dialog.fields.key.placeholderText() == "zakon-o-radionici"

        answer(give_a_title)
        window.do("paste_law")
        assert works(window)["zakon-o-radionici"] == "Zakon o radionici"

    def test_a_file_that_was_copied_is_imported_as_a_file(
        self, window: MainWindow, copy: Copy, answer: Answer, tmp_path: Path
    ) -> None:
        file = tmp_path / "radionica.txt"
        file.write_text(SERBIAN, encoding="utf-8")
        copy(files=(file,))
        answer(lambda _: None)
        window.do("paste_law")
        assert "radionica" in works(window)

    def test_what_is_no_text_is_one_plain_sentence(self, window: MainWindow, copy: Copy, tmp_path: Path) -> None:
        for put, sentence in (
            ({}, "The clipboard holds no text; copy a law first, then paste it here."),
            ({"is_picture": True}, "The clipboard holds a picture; copy the text of the law instead."),
            ({"html": "<img src='a.png'/>", "is_picture": True}, "The clipboard holds a picture;"),
            ({"files": (tmp_path, tmp_path / "none.txt")}, "The clipboard holds no single file;"),
        ):
            copy(**put)
            window.do("paste_law")
            assert window.notice.text().startswith(sentence)

    def test_the_welcome_page_offers_it_and_a_dossier_is_begun_for_it(
        self, qtbot: QtBot, copy: Copy, answer: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        window = application.open_window(None)
        qtbot.addWidget(window)
        window.show()
        copy(SERBIAN)
        names = iter(["", str(tmp_path / "mine")])
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(names), ""))
        button = next(b for b in window.welcome.findChildren(QPushButton) if b.text().startswith("Paste a law"))
        answer(lambda _: None)
        button.click()
        assert window.notice.text().startswith("Nothing was imported")
        answer(lambda _: None)
        button.click()
        assert (tmp_path / "mine.tomas").is_file()
        assert works(window) == {"zakon-o-radionici": "ZAKON O RADIONICI"}
        window.close()

    def test_the_dialog_has_a_button_for_it(
        self, dialog: Callable[..., ImportLaw], copy: Copy, qtbot: QtBot, tmp_path: Path
    ) -> None:
        it = dialog(None)
        it.fields.paste.click()
        assert "The clipboard holds no text" in it.place.text()
        copy(SERBIAN)
        qtbot.keyClick(it, Qt.Key.Key_V, CTRL_SHIFT)
        qtbot.waitUntil(lambda: it.candidate is not None)
        assert it.accept_button.isEnabled()
        assert isinstance(it.fields.source, Source)
        file = tmp_path / "law.txt"
        file.write_text(LAW, encoding="utf-8")
        it.fields.file.setText(str(file))  # a file that is named goes before what was pasted
        it.fields.file.editingFinished.emit()
        qtbot.waitUntil(lambda: it.candidate is not None and it.candidate.source == file)


class TestTheOrderIsGuessed:
    def test_a_serbian_text_is_read_as_one(self, dialog: Callable[..., ImportLaw]) -> None:
        it = dialog(Source("Pasted text", SERBIAN.encode()))
        assert it.fields.legal_order() == ("rs", "sr-Latn")
        assert it.candidate is not None
        assert it.candidate.reading.units["article"] == 2

    def test_what_a_person_has_chosen_is_never_overridden(self, dialog: Callable[..., ImportLaw], qtbot: QtBot) -> None:
        it = dialog(None)
        it.fields.country.setFocus()
        while it.fields.country.currentData() != "mk":
            qtbot.keyClick(it.fields.country, Qt.Key.Key_Down)
        it.fields.show_source(Source("Pasted text", b"Neni 1\nKy ligj vlen.\n"))
        it.read()
        qtbot.waitUntil(lambda: it.candidate is not None)
        assert it.fields.legal_order() == ("mk", "sq-MK")  # the language is still guessed
        it.fields.language.setFocus()
        qtbot.keyClick(it.fields.language, Qt.Key.Key_Up)
        chosen = it.fields.legal_order()
        assert chosen == ("mk", "mk")
        it.fields.show_source(Source("Pasted text", SERBIAN.encode()))
        it.read()
        qtbot.waitUntil(lambda: it.candidate is not None and b"ZAKON" in it.candidate.source.content)  # type: ignore[union-attr]
        assert it.fields.legal_order() == chosen

    def test_a_weak_guess_asks_to_be_looked_at_until_a_person_has_chosen(
        self, dialog: Callable[..., ImportLaw], qtbot: QtBot
    ) -> None:
        it = dialog(Source("Pasted text", "LIGJ PËR LODRAT\n\nKREU I\n\nNeni 1\nKy ligj hyn në fuqi.\n".encode()))
        it.fields.title.setText("Ligj")
        qtbot.waitUntil(lambda: "Please check the legal order" in it.place.text())
        it.fields.choose("al", "sq")
        qtbot.waitUntil(lambda: "Please check" not in it.place.text())
        assert it.accept_button.isEnabled()

    def test_reading_that_was_stopped_while_it_is_guessed_is_not_shown(
        self, dialog: Callable[..., ImportLaw], qtbot: QtBot
    ) -> None:
        it = dialog(None)
        it.fields.show_source(Source("Pasted text", SERBIAN.encode()))
        it.read()
        it.stop_button.click()
        qtbot.wait(100)
        assert it.candidate is None
        it.read()
        qtbot.waitUntil(lambda: it.candidate is not None)


class TestWhereItGoes:
    @pytest.fixture
    def toys(self, window: MainWindow) -> Dossier:
        """A dossier with an act of the Union in English."""
        assert window.desk.opened is not None
        source = Source("Pasted text", ENGLISH.encode())
        reading = importing.preview(source, "eu", "en")
        importing.store(window.desk.opened, reading, source, country="eu", language="en", key="toys")
        return window.desk.opened.dossier

    def test_a_language_version_joins_its_work(self, dialog: Callable[..., ImportLaw], toys: Dossier) -> None:
        it = dialog(Source("Pasted text", DANISH.encode()), toys)
        assert it.place.text() == "It joins REGULATION (EU) 2030/12 (toys) as another text: Danish, adopted."
        assert it.fields.key.placeholderText() == "toys"
        assert it.accept_button.isEnabled()

    def test_a_text_that_is_there_or_whose_place_is_taken_is_not_kept_again(
        self, dialog: Callable[..., ImportLaw], toys: Dossier, qtbot: QtBot
    ) -> None:
        it = dialog(Source("Pasted text", ENGLISH.encode()), toys)
        assert it.place.text().startswith("▲ It is in the dossier already")
        assert not it.accept_button.isEnabled()
        other = ENGLISH.replace("toys", "all toys")
        it = dialog(Source("Pasted text", other.encode()), toys)
        assert "give this one another stage or date" in it.place.text()
        qtbot.keyClicks(it.fields.date, "2031-05-23")
        qtbot.waitUntil(it.accept_button.isEnabled)
        assert it.place.text().endswith("English, adopted 2031-05-23.")

    def test_a_key_of_another_country_is_refused_before_anything_is_lost(
        self, dialog: Callable[..., ImportLaw], toys: Dossier, qtbot: QtBot
    ) -> None:
        it = dialog(Source("Pasted text", SERBIAN.encode()), toys)
        it.fields.key.setText("toys")
        qtbot.waitUntil(lambda: not it.accept_button.isEnabled())
        assert "choose another key" in it.place.text()
        it.accept()
        assert it.isVisible()
