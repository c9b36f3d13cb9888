"""The whole package as one Word file: sections, ids, names, styles of several templates, and what Word makes of it."""

from __future__ import annotations

import re
import shutil
import struct
import zlib
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from tests.export.samples import base_text, proposed_text, random_marked, sample_law, sample_submission
from tests.export.test_several_eu_acts import LANGUAGES, submission
from tests.export.word_reading import W, accepted, part, rejected, tree
from tomas_desktop import paths
from tomas_desktop.export.composer import files, write
from tomas_desktop.export.form import Form
from tomas_desktop.export.template_pack import form

NAMES = re.compile(r'<w:bookmarkStart [^>]*w:name="([^"]*)"')


def combined(tmp_path: Path, country: str = "rs", of: Form | None = None, **options: Any) -> Path:
    written, _ = write(submission(country), of or form(country), tmp_path / "one", combined=True, **options)
    (file,) = written
    assert file.role == "package"
    return file.path


@pytest.mark.parametrize("country", LANGUAGES)
def test_it_is_one_valid_file_with_a_section_for_each_document(
    tmp_path: Path, country: str, docx_schema: ModuleType
) -> None:
    path = combined(tmp_path, country)
    assert path.name == f"{country}-package.docx"
    assert docx_schema.check(path) == []
    expected = sorted(files(submission(country), form(country)), key=lambda file: file.document.role != "cover")
    sections = docx.Document(str(path)).sections
    assert [section.orientation == 1 for section in sections] == [
        file.document.orientation == "landscape" for file in expected
    ]
    assert all(section.start_type == 2 for section in sections)  # each on a new page
    assert "Udruženje za uzorke" in sections[0].header.paragraphs[0].text  # the letter has its letterhead
    assert all("Udruženje" not in section.header.paragraphs[0].text for section in sections[1:])


def test_every_document_says_what_it_says_alone(tmp_path: Path) -> None:
    alone, _ = write(submission(), form("rs"), tmp_path / "alone")
    said = [text for file in alone for text in accepted(tree(file.path)) if text]
    both = [text for text in accepted(tree(combined(tmp_path))) if text]
    assert sorted(both) == sorted(said)


def test_nothing_that_bears_an_id_bears_it_twice(tmp_path: Path) -> None:
    path = combined(tmp_path)
    body, comments = tree(path), tree(path, "word/comments.xml")
    tags = ("ins", "del", "pPrChange", "bookmarkStart")
    ids = [one.get(f"{W}id") for tag in tags for one in body.iter(W + tag)]
    ids += [one.get(f"{W}id") for one in comments.iter(f"{W}comment")]
    assert len(ids) == len(set(ids))
    assert len(list(comments.iter(f"{W}comment"))) == 2
    assert {one.get(f"{W}id") for one in body.iter(f"{W}commentReference")} == {
        one.get(f"{W}id") for one in comments.iter(f"{W}comment")
    }
    names = NAMES.findall(part(path))
    assert len(names) == len(set(names))


def test_all_rejected_is_the_law_in_force(tmp_path: Path) -> None:
    marked = random_marked(1003)
    whole = sample_submission(sample_law(marked))
    written, _ = write(whole, form("rs"), tmp_path, roles=["tracked", "provisions"], combined=True)
    text = rejected(tree(written[0].path))
    assert text[2 : 2 + len(base_text(marked))] == base_text(marked)
    text = accepted(tree(written[0].path))
    assert text[2 : 2 + len(proposed_text(marked))] == proposed_text(marked)


def test_the_same_package_gives_the_same_bytes(tmp_path: Path) -> None:
    assert combined(tmp_path / "a").read_bytes() == combined(tmp_path / "b").read_bytes()


@pytest.fixture
def own(tmp_path: Path) -> Form:
    """A form whose letter was made in Word: another typeface for everything, a style that looks different there."""
    folder = tmp_path / "forms" / "rs" / "own"
    shutil.copytree(paths.templates() / "rs" / "zakonodavstvo", folder)
    letter = docx.Document(str(folder / "letter.docx"))
    letter.styles.element.find(f".//{W}docDefaults//{W}sz").set(f"{W}val", "30")
    letter.styles["Tomas Subject"].font.size = Pt(20)
    letter.styles["Tomas Field"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    letter.save(str(folder / "letter.docx"))
    return form("rs/own", [tmp_path / "forms"])


def test_each_document_keeps_the_styles_of_its_own_template(tmp_path: Path, own: Form, docx_schema: ModuleType) -> None:
    path = combined(tmp_path, of=own)
    assert docx_schema.check(path) == []
    document = docx.Document(str(path))
    by_text = {paragraph.text: paragraph.style for paragraph in document.paragraphs}
    subject, note = by_text["Predmet: inicijativa za donošenje propisa"], by_text["2. Naziv propisa"]
    assert subject is not None
    assert note is not None
    assert subject.font.size == Pt(20)
    assert by_text["Prilozi:"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT  # type: ignore[union-attr]
    assert note.paragraph_format.alignment is None
    assert note.name != "Tomas Field"  # the letter lies on top: its styles keep their names
    assert len({style.name for style in document.styles}) == len(list(document.styles))


def test_what_a_template_says_of_all_its_text_stays_with_its_document(tmp_path: Path, own: Form) -> None:
    document = docx.Document(str(combined(tmp_path, of=own)))
    law = next(one for one in document.paragraphs if one.text.startswith("(1) Ovim probnim zakonom"))
    style: Any = law.style
    sizes = []
    while style is not None:
        sizes.append(style.font.size)
        style = style.base_style
    assert next(size for size in sizes if size is not None) < Pt(15)


def test_a_page_without_a_header_does_not_take_over_the_one_before(tmp_path: Path, own: Form) -> None:
    template = docx.Document(str(own.folder / "table.docx"))
    for reference in template.element.body.sectPr.findall(f"{W}headerReference"):
        template.element.body.sectPr.remove(reference)
    template.save(str(own.folder / "table.docx"))
    document = docx.Document(str(combined(tmp_path, of=own, roles=["cover", "concordance"])))
    assert [section.header.paragraphs[0].text for section in document.sections] == ["Udruženje za uzorke", "", ""]


def test_a_list_that_a_style_counts_in_comes_along(tmp_path: Path, own: Form, docx_schema: ModuleType) -> None:
    template = docx.Document(str(own.folder / "template.docx"))
    usual = docx.Document()  # python-docx's own template has lists
    (lists,) = [one for one in usual.part.rels.values() if one.reltype.endswith("/numbering")]
    template.part.relate_to(lists.target_part, lists.reltype)
    bullet = usual.styles["List Number"].element.find(f".//{W}numPr")
    template.styles["Tomas Field"].element.get_or_add_pPr().append(deepcopy(bullet))
    template.save(str(own.folder / "template.docx"))
    path = combined(tmp_path, of=own, roles=["cover", "statement"])
    numbers = {one.get(f"{W}val") for one in tree(path, "word/styles.xml").iter(f"{W}numId")}
    known = {one.get(f"{W}numId") for one in tree(path, "word/numbering.xml").iter(f"{W}num")}
    assert numbers
    assert numbers <= known


def test_libreoffice_sees_the_same_law_after_accepting_and_rejecting(tmp_path: Path, word_oracle: ModuleType) -> None:
    marked = [random_marked(seed) for seed in (1001, 1004, 1009)]
    laws = [sample_law(one, key=f"rs-{i}") for i, one in enumerate(marked)]
    written, _ = write(sample_submission(*laws), form("rs"), tmp_path, combined=True)
    (report,) = word_oracle.inspect([written[0].path])
    assert report["ok"], report.get("error")
    assert report["left_after_accept"] == report["left_after_reject"] == 0
    for view, text_of in (("accepted", proposed_text), ("rejected", base_text)):
        seen = "\n".join(text for text in report[view] if text)
        for one in marked:
            assert "\n".join(text for text in text_of(one) if text) in seen


def test_without_documents_there_is_no_file(tmp_path: Path) -> None:
    written, findings = write(sample_submission(), form("rs"), tmp_path, roles=["minutes"], combined=True)
    assert written == ()
    assert [one.code for one in findings] == ["role-not-in-form"]


def test_the_title_names_the_acts(tmp_path: Path) -> None:
    two = [replace(sample_law(key=f"rs-{i}"), act=None) for i in range(2)]
    named = [replace(law, proposal=replace(law.proposal, title=f"O izmeni {i}")) for i, law in enumerate(two)]
    written, _ = write(sample_submission(*named), form("rs"), tmp_path, combined=True)
    assert docx.Document(str(written[0].path)).core_properties.title == "O izmeni 0; O izmeni 1"


def test_a_logo_in_a_header_comes_along(tmp_path: Path, own: Form, docx_schema: ModuleType) -> None:
    template = docx.Document(str(own.folder / "table.docx"))
    logo = tmp_path / "logo.png"
    logo.write_bytes(_dot())
    template.sections[0].header.paragraphs[0].add_run().add_picture(str(logo))
    template.save(str(own.folder / "table.docx"))
    path = combined(tmp_path, of=own, roles=["cover", "concordance", "tracked"])
    assert docx_schema.check(path) == []
    document = docx.Document(str(path))
    shown = [
        [part.blob for part in section.header.part.related_parts.values() if part.partname.endswith(".png")]
        for section in document.sections
    ]
    assert [bool(pictures) for pictures in shown] == [False, False, False, True, True]
    assert shown[-1] == [_dot()]


def _dot() -> bytes:
    """A picture of one black point."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    chunks = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
