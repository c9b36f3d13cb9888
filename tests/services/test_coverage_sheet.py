"""The coverage board in words, as HTML and as a Word file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from tests.services.three_countries import fill, ref
from tomas_desktop.model.correlation import Grade
from tomas_desktop.services import correlating, coverage, coverage_sheet, grade_codes
from tomas_desktop.services.dossiers import OpenDossier, opened

NAMES = {"rs": "Serbia", "mk": "North Macedonia", "al": "Albania"}


@pytest.fixture
def region(tmp_path: Path) -> Iterator[OpenDossier]:
    with opened(tmp_path / "region.tomas", create=True) as it:
        yield fill(it, tmp_path)


def link(region: OpenDossier, eu: str, national: str, grade: Grade | None = None) -> None:
    correlating.link(region, ref(f"act#{eu}"), ref(national), grade=grade)


def first_cell(region: OpenDossier) -> coverage.Cell:
    return coverage.board(region, "act").lines[0].cells["rs"]


def test_a_cell_has_a_glyph_and_the_code_of_its_country(region):
    link(region, "art_1", "rs-lat#art_1", "partial")
    assert coverage_sheet.short(first_cell(region), grade_codes.of_country("rs")) == "◐ DU"
    assert coverage_sheet.short(first_cell(region), grade_codes.of_country("xx")) == "◐ partial"


def test_a_mixed_cell_is_shown_as_mixed(region):
    link(region, "art_1__para_1", "rs-lat#art_1__para_1", "full")
    cell, codes = first_cell(region), grade_codes.of_country("rs")
    assert coverage_sheet.short(cell, codes) == "●○ PU 1/2 – gap"
    assert coverage_sheet.spoken(cell, codes) == "mixed: from full to gap, 1 of 2 paragraphs answered (PU)"


def test_what_waits_for_a_person_is_said(region):
    correlating.link(region, ref("act#art_1"), ref("rs-lat#art_1"), status="to-recheck")
    correlating.link(region, ref("act#art_1"), ref("rs-lat#art_2"), status="suggested")
    assert coverage_sheet.waiting(first_cell(region)) == "1 to check again, 1 suggested"


def test_every_grade_has_a_code_in_every_country_with_a_form():
    for country in ("rs", "mk", "al"):
        assert len(grade_codes.of_country(country)) == 6


def test_the_page_of_html_holds_every_article_and_country(region):
    link(region, "art_1", "mk#art_1", "full")
    page = coverage_sheet.document(coverage.board(region, "act"), "The <Act>", NAMES, "html").decode()
    assert "The &lt;Act&gt;" in page
    assert "North Macedonia" in page
    assert page.count("<tr>") == 5
    assert "целосно" in page
    assert "http" not in page


def test_the_word_file_is_sound_and_holds_what_was_filtered(region, tmp_path, docx_schema):
    link(region, "art_1", "mk#art_1", "full")
    board = coverage.board(region, "act")
    content = coverage_sheet.document(board, "The Act", NAMES, "docx", board.gaps()[1:])
    table = Document(io.BytesIO(content)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Article", *(NAMES[c] for c in board.countries)]
    assert len(table.rows) == 4
    file = tmp_path / "board.docx"
    file.write_bytes(content)
    assert docx_schema.check(file) == []
