"""A reviewer's sheet goes out, is corrected in a program for tables, and comes back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.errors import TomasError
from tomas_desktop.services import interface_words, messages, review_sheet


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))
    return tmp_path / "config" / "messages"


def corrected(folder: Path, rows: list[list[str]], delimiter: str = ",", encoding: str = "utf-8-sig") -> Path:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([list(review_sheet.COLUMNS), *rows])
    file = folder / "sheet.csv"
    file.write_bytes(out.getvalue().encode(encoding))
    return file


def test_every_sentence_is_on_the_sheet(tmp_path):
    review_sheet.write("sq", tmp_path / "deep" / "sheet.csv")
    with (tmp_path / "deep" / "sheet.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["code"].startswith("interface")]
    assert [row["code"] for row in rows] == list(messages.templates("en"))
    assert all(row["translation"] == messages.templates("sq").get(row["code"], "") for row in rows)


def test_an_untouched_sheet_corrects_nothing(tmp_path, own_folder):
    review_sheet.write("mk", tmp_path / "sheet.csv")
    assert review_sheet.apply("mk", tmp_path / "sheet.csv") == review_sheet.Applied(0, ())
    assert not own_folder.exists()


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8-sig"), (";", "windows-1250"), ("\t", "utf-16")])
def test_corrections_are_said_from_then_on(tmp_path, delimiter, encoding):
    rows = [
        ["empty-query", "", "", "Upišite reč koju tražite.", "polite"],
        ["no-file", "", "Datoteka {path} ne postoji.", "", ""],
        ["no-text", "", "", "Bez polja.", ""],
        ["unknown-code", "", "", "Šta?", ""],
    ]
    done = review_sheet.apply("sr-Latn", corrected(tmp_path, rows, delimiter, encoding))
    assert done.corrected == 2
    assert [each.code for each in done.findings] == ["review-fields-differ", "review-code-unknown"]
    assert messages.sentence("empty-query", {}, "sr-Latn") == "Upišite reč koju tražite."
    assert messages.sentence("no-file", {"path": "x"}, "sr-Cyrl") == "Датотека x не постоји."
    again = review_sheet.apply("sr-Latn", corrected(tmp_path, [["no-file", "", "", "Nema {path}.", ""]]))
    assert again.corrected == 1
    assert messages.sentence("empty-query", {}, "sr-Latn") == "Upišite reč koju tražite."


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_whatever_a_reviewer_writes_is_said_so_or_left_out(text, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("sheet")
        patch.setenv("TOMAS_CONFIG", str(folder))
        try:
            done = review_sheet.apply("sq", corrected(folder, [["empty-query", "", "", text, ""]]))
        except TomasError:
            return  # control characters: no table
        said = messages.template_of("empty-query", "sq")
        assert (said == " ".join(text.split())) == bool(done.corrected)


@pytest.mark.parametrize("text", ["one,two\n1,2\n", 'code,translation\nx,"y"z\n'])
def test_another_table_is_no_sheet(tmp_path, text):
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    with pytest.raises(TomasError) as trouble:
        review_sheet.apply("sq", tmp_path / "a.csv")
    assert trouble.value.code == "review-sheet"


def test_a_language_that_is_not_spoken_is_said():
    with pytest.raises(TomasError) as trouble:
        review_sheet.sheet("de")
    assert trouble.value.code == "review-language"


# ---- the words of the window -------------------------------------------------------------------------------


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Three texts of the window in Serbian instead of those of the program."""
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "sr-Latn.toml").write_text(
        '"Open" = "Otvori"\n"Press Ctrl+K" = "Pritisnite Ctrl+K"\n"%n laws" = ["%n zakon", "%n zakona", "%n zakona"]\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(interface_words, "bundled_folder", lambda: tmp_path / "i18n")
    interface_words.refresh()
    yield tmp_path
    interface_words.refresh()


def test_the_words_of_the_window_are_on_the_sheet_too_each_form_in_a_row(window):
    rows = list(csv.reader(io.StringIO(review_sheet.sheet("sr-Latn"))))[1:]
    assert [row[:3] for row in rows if row[0].startswith("interface")] == [
        ["interface", "Open", "Otvori"],
        ["interface", "Press Ctrl+K", "Pritisnite Ctrl+K"],
        ["interface 1", "%n laws", "%n zakon"],
        ["interface 2", "%n laws", "%n zakona"],
        ["interface 3", "%n laws", "%n zakona"],
    ]
    assert interface_words.words("sr-Cyrl")["Press Ctrl+K"] == ("Притисните Ctrl+K",)


def test_words_of_the_window_are_corrected(window):
    rows = [
        ["interface", "Open", "", "Otvorite", ""],
        ["interface 2", "%n laws", "", "%n zakoni", ""],
        ["interface", "Close", "", "Zatvorite", ""],
        ["interface", "Press Ctrl+K", "", "Pritisnite {key}", ""],
    ]
    done = review_sheet.apply("sr-Latn", corrected(window, rows))
    assert done.corrected == 2
    assert [each.code for each in done.findings] == ["review-code-unknown", "review-fields-differ"]
    assert interface_words.words("sr-Latn")["%n laws"] == ("%n zakon", "%n zakoni", "%n zakona")
    review_sheet.apply("sr-Latn", corrected(window, [["interface 3", "%n laws", "", "%n propisa", ""]]))
    assert interface_words.words("sr-Latn")["%n laws"] == ("%n zakon", "%n zakoni", "%n propisa")
    assert interface_words.words("sr-Latn")["Open"] == ("Otvorite",)
    assert interface_words.words("sr-Cyrl")["Open"] == ("Отворите",)
