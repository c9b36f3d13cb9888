"""The tables as CSV: the rows of the Word table, in a file that a spreadsheet opens and nothing in it runs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import sample_law, sample_submission
from tomas_desktop.errors import TomasError
from tomas_desktop.export.composer import write
from tomas_desktop.export.csv_tables import csv_bytes, harmless, written
from tomas_desktop.export.template_pack import form


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def table(folder: Path, role: str, name: str = "rs") -> list[list[str]]:
    files, _ = write(sample_submission(sample_law(country=name)), form(name), folder, roles=[role])
    return read(csv_bytes(files[0].path.read_bytes()))


def columns(name: str, kind: str) -> list[str]:
    return next(
        [column.heading for column in block.columns]
        for document in form(name).documents
        for block in document.blocks
        if block.kind == kind
    )


@pytest.mark.parametrize("country", ["rs", "mk", "al"])
def test_the_headings_are_those_of_the_form(tmp_path: Path, country: str) -> None:
    assert table(tmp_path, "concordance", country)[0] == columns(country, "concordance")


def test_one_row_for_each_row_of_the_table(tmp_path: Path) -> None:
    rows = table(tmp_path, "concordance")
    assert [row[0] for row in rows[1:]] == ["4.1", "4.1", "4.2"]  # what is merged there stands in each row here
    assert {len(row) for row in rows} == {7}
    assert [row[4] for row in rows[1:]] == ["DU", "PU", "NP"]


def test_of_a_redline_the_proposed_text_stands_in_the_cell(tmp_path: Path) -> None:
    proposed = table(tmp_path, "comparison")[1][2]
    assert "Rok iznosi 15 dana" in proposed
    assert "Ova odredba prestaje" not in proposed


def test_excel_is_told_that_it_is_utf_8(tmp_path: Path) -> None:
    files, _ = write(sample_submission(), form("rs"), tmp_path, roles=["concordance"])
    assert csv_bytes(files[0].path.read_bytes()).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", ["=1+1", "+387", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0@a"])
def test_no_text_becomes_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=b", "– crtica", "(1)", "5 - 3"])
def test_other_texts_stay(text: str) -> None:
    assert harmless(text) == text


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), min_size=1, max_size=4))
def test_any_text_stands_in_one_cell(rows: list[list[str]]) -> None:
    got = list(csv.reader(io.StringIO(written([rows]).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert got == [[harmless(cell) for cell in row] for row in rows]


def test_a_document_without_tables_gives_nothing(tmp_path: Path) -> None:
    files, _ = write(sample_submission(), form("rs"), tmp_path, roles=["tracked"])
    assert csv_bytes(files[0].path.read_bytes()) == b""


def test_what_is_no_word_document_is_said() -> None:
    with pytest.raises(TomasError, match="docx-not-shown"):
        csv_bytes(b"no zip")
