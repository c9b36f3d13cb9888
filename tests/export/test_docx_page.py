"""A Word document as a page: all its words and marks, and the looks that browsers and Qt read alike."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm

from tests.export.samples import sample_law, sample_submission
from tests.export.word_reading import W, tree
from tomas_desktop.errors import TomasError
from tomas_desktop.export.composer import write
from tomas_desktop.export.docx_body import PAGE, PAGES
from tomas_desktop.export.docx_page import Printed, html, page, read
from tomas_desktop.export.template_pack import form, forms

FORMS = [one.id for one in forms()]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f0005000"
    "1ff89993d1d0000000049454e44ae426082"
)


class Seen(HTMLParser):
    """The words of a page, and the tags that it opens and closes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = ""
        self.opened: list[str] = []
        self.faults: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr", "img", "meta"):
            self.opened.append(tag)
        if tag in ("p", "br"):
            self.text += " "

    def handle_endtag(self, tag: str) -> None:
        if not self.opened or self.opened.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if self.opened and self.opened[-1] not in ("style", "title"):
            self.text += data.replace("\u00a0", " ")


def written(folder: Path, role: str, name: str = "rs") -> Path:
    files, _ = write(sample_submission(sample_law(country=name[:2])), form(name), folder, roles=[role])
    return next(file.path for file in files if file.role == role)


def words_of(path: Path) -> list[str]:
    """The words of the body of a Word file, those that go and those that come."""
    paragraphs = [
        "".join(one.text or "" for one in paragraph.iter(f"{W}t", f"{W}delText"))
        for paragraph in tree(path).iter(f"{W}p")
    ]
    return " ".join(paragraphs).replace("\u00a0", " ").split()


def made(change) -> Printed:
    """A document that `change` has filled, read."""
    document, out = Document(), io.BytesIO()
    change(document)
    document.save(out)
    return read(out.getvalue())


@pytest.mark.parametrize("name", FORMS)
def test_every_word_of_every_form_stands_on_its_page(tmp_path: Path, name: str) -> None:
    files, _ = write(sample_submission(sample_law(country=name[:2])), form(name), tmp_path)
    for file in files:
        content = file.path.read_bytes()
        bodies = "".join(section.body for section in read(content).sections)
        body = Seen(re.sub(r"<sup><a [^>]*>\[\d+\]</a></sup>", "", bodies))
        assert body.text.split() == words_of(file.path), file.path.name
        whole = Seen(page(content))
        assert (whole.faults, whole.opened) == ([], []), file.path.name


def test_the_page_needs_nothing_from_anywhere(tmp_path: Path) -> None:
    text = page(written(tmp_path, "tracked").read_bytes())
    assert "http" not in text
    assert "<script" not in text
    assert "<link" not in text


def test_what_comes_and_goes_says_who_and_when(tmp_path: Path) -> None:
    text = page(written(tmp_path, "tracked").read_bytes())
    assert '<del title="Ana Anić 2026-11-21 10:00">30</del>' in text
    assert '<ins title="Ana Anić 2026-11-21 10:00">15</ins>' in text


def test_comments_are_numbered_notes_at_the_end(tmp_path: Path) -> None:
    printed = read(written(tmp_path, "tracked").read_bytes())
    assert '<a href="#note-1" name="ref-1">[1]</a>' in printed.sections[0].body
    assert 'id="note-1"' in printed.notes
    assert "Procena mora biti brza." in printed.notes
    assert html(printed).index("Ova odredba prestaje") < html(printed).index('id="note-1"')


def test_a_table_has_its_head_its_widths_and_its_merged_cells(tmp_path: Path) -> None:
    body = read(written(tmp_path, "concordance").read_bytes()).sections[0].body
    assert body.count("<thead>") == 1
    assert 'rowspan="2"' in body  # one EU provision with two answers
    widths = [int(share) for share in re.findall(r'<th [^>]*width="(\d+)%"', body)]
    assert sum(widths) in range(98, 103)


def test_the_paper_is_that_of_the_section(tmp_path: Path) -> None:
    (across,) = read(written(tmp_path, "comparison").read_bytes()).sections
    (upright,) = read(written(tmp_path, "tracked").read_bytes()).sections
    assert (across.width, across.height, across.is_landscape) == (297.0, 210.0, True)
    assert (upright.width, upright.height, upright.is_landscape) == (210.0, 297.0, False)


def test_header_and_footer_are_apart_and_leave_the_numbers_open(tmp_path: Path) -> None:
    (section,) = read(written(tmp_path, "tracked").read_bytes()).sections
    assert "radni tekst" in section.header
    assert f"{PAGE} / {PAGES}" in section.footer
    assert PAGE not in page(written(tmp_path, "tracked").read_bytes())


def test_a_package_in_one_file_keeps_the_paper_of_each_part(tmp_path: Path) -> None:
    files, _ = write(sample_submission(), form("rs"), tmp_path, combined=True)
    sections = read(files[0].path.read_bytes()).sections
    assert len(sections) == len(form("rs").documents)
    assert {section.is_landscape for section in sections} == {True, False}


def test_languages_are_told_where_they_are_not_that_of_the_page(tmp_path: Path) -> None:
    text = page(written(tmp_path, "comparison").read_bytes())
    assert '<html lang="sr-Latn-RS">' in text
    assert '<span lang="en-GB">' in text
    assert '<span lang="sr-Latn-RS">' not in text


class TestLooks:
    """Of documents that somebody made in Word."""

    def test_direct_formatting_wins_over_the_style(self) -> None:
        def fill(document) -> None:
            paragraph = document.add_paragraph()
            paragraph.add_run("plain ")
            run = paragraph.add_run("loud")
            run.bold = run.italic = run.underline = True

        assert "font-weight:bold;font-style:italic;text-decoration:underline" in made(fill).sections[0].body

    def test_blanks_stay_and_marks_of_the_language_are_escaped(self) -> None:
        body = made(lambda document: document.add_paragraph("a  <b> & c\td")).sections[0].body
        assert "a \u00a0&lt;b&gt; &amp; c" in body

    def test_a_picture_of_the_letterhead_comes_along(self) -> None:
        def fill(document) -> None:
            document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(PIXEL), width=Mm(20))

        header = made(fill).sections[0].header
        assert 'src="data:image/png;base64,' in header
        assert 'width="75"' in header

    def test_a_header_in_three_parts_keeps_them_apart(self) -> None:
        printed = made(lambda document: document.sections[0].header.paragraphs[0].add_run("left\tmiddle\tright"))
        cells = re.findall(r"text-align:(\w+)[^>]*>(\w+)</td>", printed.sections[0].header)
        assert cells == [("left", "left"), ("center", "middle"), ("right", "right")]

    def test_the_first_page_may_have_a_header_of_its_own(self) -> None:
        def fill(document) -> None:
            section = document.sections[0]
            section.different_first_page_header_footer = True
            section.first_page_header.paragraphs[0].add_run("Only once")
            section.header.paragraphs[0].add_run("Always")

        (section,) = made(fill).sections
        assert "Only once" in section.first_header
        assert "Always" in section.header

    def test_a_framed_paragraph_stands_in_a_frame(self, tmp_path: Path) -> None:
        body = read(written(tmp_path, "act").read_bytes()).sections[0].body
        assert re.search(r"<td style=\"border:none;border-top:\d+px solid #\w+;[^\"]*background-color:#", body)

    def test_qt_reads_the_first_style_sheet_only(self, tmp_path: Path) -> None:
        """What Qt cannot read makes it leave a whole sheet: nothing of that kind may stand in the first."""
        first, second = re.findall(r"<style>(.*?)</style>", page(written(tmp_path, "tracked").read_bytes()))
        assert "@" not in first
        assert second.startswith("@supports")


def test_qt_shows_paragraphs_as_they_are(tmp_path: Path) -> None:
    gui, widgets = pytest.importorskip("PySide6.QtGui"), pytest.importorskip("PySide6.QtWidgets")
    application = widgets.QApplication.instance() or widgets.QApplication([])  # as all others make it
    document = gui.QTextDocument()
    document.setHtml(page(written(tmp_path, "tracked").read_bytes()))
    block = document.begin()
    while "Rok iznosi" not in block.text():
        block = block.next()
    look = block.blockFormat()
    assert look.textIndent() == 48
    assert look.leftMargin() == 0
    assert "Justify" in str(look.alignment()) or int(look.alignment().value) & 8
    assert block.charFormat().fontPointSize() == 12
    assert application is not None


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04broken"])
def test_what_is_no_word_document_is_said(content: bytes) -> None:
    with pytest.raises(TomasError, match="docx-not-shown"):
        page(content)


def test_another_package_is_no_word_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("content.xml", "<a/>")
    with pytest.raises(TomasError, match="docx-not-shown"):
        page(out.getvalue())
