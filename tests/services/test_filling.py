"""A consultation form made by somebody else is filled from a proposal: the right text in the right column, the rest of
the file as it was."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from tests.export.forms_of_others import HEADINGS, NS, add_table, control, form, saved
from tests.export.word_reading import W, part, tree
from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import drafting, filling, settings
from tomas_desktop.services.dossiers import OpenDossier

ROLES = ["number", "article", "current", "proposal", "reasons", "basis", "leave"]
TERM = "(2) Pružalac usluge postupa u roku od 48 časova i o tome obaveštava:"


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))


@pytest.fixture
def drafted(dossier: OpenDossier) -> OpenDossier:
    """Three changes: a paragraph reworded (its points stay), one deleted, an article new."""
    drafting.propose(
        dossier, "p", Ref("law", "art_1__para_2"),
        text="(2) Pružalac usluge postupa u roku od 24 časa i o tome obaveštava:\n1) sud;\n2) nadležni organ.",
        author="Ana Anić", justification="Rok je predug.", basis=Ref("eu", "art_1__para_2"),
    )  # fmt: skip
    drafting.propose(dossier, "p", Ref("law", "art_1__para_3"), delete=True, justification="Žalba odlaže.")
    drafting.propose(
        dossier, "p", Ref("law", "art_2"), text="Nadzor\n\nČlan 2b\nNadzor vrši ministarstvo.", insert_after=True
    )
    return dossier


def cells(path: Path, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(str(path)).tables[table].rows]


def fill(dossier: OpenDossier, path: Path, **options: Any) -> list[list[str]]:
    filling.fill(dossier, "p", path, path.parent / "out.docx", **options)
    return cells(path.parent / "out.docx")


@pytest.mark.parametrize("language", HEADINGS)
def test_the_columns_are_understood_in_every_language(tmp_path: Path, language: str) -> None:
    (table,) = filling.tables(saved(form(HEADINGS[language]), tmp_path))
    assert [column.role for column in table.columns] == ROLES
    assert [column.heading for column in table.columns] == HEADINGS[language]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Član na koji se odnosi predlog", "article"),
        ("Predlog izmene člana", "proposal"),
        ("Obrazloženje predloga", "reasons"),
        ("Naziv podnosioca", "leave"),
        ("Предлагач", "leave"),
        ("Propis EU (CELEX)", "basis"),
        ("ВАЖЕЋИ ТЕКСТ", "current"),
        ("Redni broj", "number"),
        ("Text in force", "current"),
        ("Ndryshimi i propozuar", "proposal"),
        ("", "leave"),
    ],
)
def test_the_wording_that_comes_first_says_what_a_column_is_for(tmp_path: Path, heading: str, role: str) -> None:
    (table,) = filling.tables(saved(form([heading, "x"], [("", "")]), tmp_path))
    assert table.columns[0].role == role


def test_each_change_is_a_row(drafted: OpenDossier, tmp_path: Path, docx_schema: ModuleType) -> None:
    rows = fill(drafted, saved(form(), tmp_path))
    points = "\n1) sud;\n2) nadležni organ."
    assert [[cell.replace("\u00a0", " ") for cell in row] for row in rows[1:]] == [
        ["1.", "Član 1. stav 2.", TERM + points, TERM.replace("48 časova", "24 časa") + points, "Rok je predug.",
         "Član 1. stav 2, eu", ""],
        ["2.", "Član 1. stav 3.", "(3) Na nalog je dozvoljena žalba.", "briše se", "Žalba odlaže.", "", ""],
        ["3.", "Član 2b", "", "Nadzor\nČlan 2b\nNadzor vrši ministarstvo.", "", "", ""],
    ]  # fmt: skip
    assert docx_schema.check(tmp_path / "out.docx") == []


def test_a_row_looks_like_the_one_it_was_made_after(drafted: OpenDossier, tmp_path: Path) -> None:
    fill(drafted, saved(form(), tmp_path))
    for row in list(tree(tmp_path / "out.docx").iter(f"{W}tr"))[1:]:
        for run in [run for cell in list(row.iter(f"{W}tc"))[:-1] for run in cell.iter(f"{W}r")]:
            assert run.find(f"{W}rPr/{W}sz").get(f"{W}val") == "18"
            assert run.find(f"{W}rPr/{W}color").get(f"{W}val") == "1F3A7A"
            assert run.find(f"{W}rPr/{W}lang").get(f"{W}val") == "sr-Latn-RS"


def test_a_redline_strikes_and_underlines(drafted: OpenDossier, tmp_path: Path, docx_schema: ModuleType) -> None:
    rows = fill(drafted, saved(form(), tmp_path), redline=True)
    assert "48 časova 24 časa" in rows[1][3]
    body = tree(tmp_path / "out.docx")
    struck = [
        "".join(t.text for t in r.iter(f"{W}t")) for r in body.iter(f"{W}r") if r.find(f"{W}rPr/{W}strike") is not None
    ]
    under = ["".join(t.text for t in r.iter(f"{W}t")) for r in body.iter(f"{W}r") if r.find(f"{W}rPr/{W}u") is not None]
    assert struck == ["48 časova ", "(3) Na nalog je dozvoljena žalba."]
    assert under == ["24 časa", "Nadzor", "Član 2b", "Nadzor vrši ministarstvo."]
    assert docx_schema.check(tmp_path / "out.docx") == []


def test_every_other_byte_of_the_file_stays(drafted: OpenDossier, tmp_path: Path) -> None:
    document = form()
    document.element.body.append(parse_xml(f"<w:p {NS}><w:r><w:t>kraj</w:t></w:r><!-- ostaje --></w:p>"))
    path = saved(document, tmp_path)
    before = path.read_bytes()
    fill(drafted, path)
    assert path.read_bytes() == before
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "out.docx") as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert [name for name in changed if not name.startswith("word/footer")] == ["word/document.xml"]
        was, now = old.read("word/document.xml"), new.read("word/document.xml")
        head, tail = was.index(b"<w:tbl>"), was.rindex(b"</w:tbl>")
        assert now.endswith(was[tail:])
        assert b"ns0:" not in now
        assert now.count(b"xmlns:") == was.count(b"xmlns:")
        assert now.split(b"<w:tbl>")[0].split(b"<w:p>")[0] == was[:head].split(b"<w:p>")[0]


def test_fields_in_braces_are_filled_where_they_are_known(drafted: OpenDossier, tmp_path: Path) -> None:
    fill(drafted, saved(form(), tmp_path))
    document = docx.Document(str(tmp_path / "out.docx"))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[1].startswith("Podnosilac: Ana Anić, dana 2")
    assert [run.text for run in document.paragraphs[1].runs if run.bold] == ["Ana Anić"]
    assert texts[2] == "Propis: law. {nešto drugo} {"  # what is no field of ours stays
    assert document.sections[0].footer.paragraphs[0].text == "Obrazac 1 – law"


def test_empty_rows_that_are_left_stay_and_so_does_the_signature(drafted: OpenDossier, tmp_path: Path) -> None:
    document = form(rows=[("1.", *[""] * 6), ("2.", *[""] * 6), *[("",) * 7] * 3, ("Datum", *[""] * 5, "Potpis")])
    rows = fill(drafted, saved(document, tmp_path))
    assert [row[0] for row in rows] == ["R. br.", "1.", "2.", "3.", "", "", "Datum"]
    assert rows[-1][-1] == "Potpis"


def test_more_rows_than_there_are_go_before_the_signature(drafted: OpenDossier, tmp_path: Path) -> None:
    document = form(rows=[("",) * 7])
    last = document.tables[0].add_row()
    last.cells[0].merge(last.cells[6]).text = "Potpis podnosioca"
    rows = fill(drafted, saved(document, tmp_path))
    assert [row[0] for row in rows] == ["R. br.", "1.", "2.", "3.", "Potpis podnosioca"]


def test_an_example_is_written_over_and_what_a_colleague_wrote_is_not(drafted: OpenDossier, tmp_path: Path) -> None:
    example = ("1", "npr. član 5", "tekst", "novi tekst", "jer", "", "npr. u radu")
    rows = fill(drafted, saved(form(rows=[example]), tmp_path))
    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]
    assert not any("npr." in cell for row in rows for cell in row)
    taken = ("1", "Član 7", "staro", "novo", "jer", "", "")
    rows = fill(drafted, saved(form(rows=[taken, ("",) * 7]), tmp_path))
    assert rows[1] == list(taken)
    assert [row[0] for row in rows[1:]] == ["1", "2.", "3.", "4."]
    rows = fill(drafted, saved(form(rows=[taken]), tmp_path))  # though it is the only one
    assert (rows[1], len(rows)) == (list(taken), 5)


def test_the_rows_are_told_before_they_are_written(drafted: OpenDossier, tmp_path: Path) -> None:
    found = filling.rows(drafted, "p")
    assert len(found) == 3
    assert [seg.text for seg in found[1]["reasons"][0]] == ["Žalba odlaže."]
    shown = [seg.op for line in filling.rows(drafted, "p", redline=True)[0]["proposal"] for seg in line]
    assert {"-", "+"} <= set(shown)
    assert filling.scripts("rs") == ("Latn", "Cyrl")
    taken = ("1", "Član 7", "staro", "novo", "jer", "", "")
    for rows, count in (([taken, ("",) * 7], 1), ([taken, taken], 2), ([taken], 1), ([("\u00a0",) * 7], 0), ([], 0)):
        (table,) = filling.tables(saved(form(rows=rows), tmp_path))
        assert table.taken == count


def test_a_draft_writes_nothing_and_remembers_nothing(drafted: OpenDossier, tmp_path: Path) -> None:
    path, out = saved(form(["A", "B"], [("", "")]), tmp_path), tmp_path / "out.docx"
    made = filling.draft(drafted, "p", path, out, columns={1: "article", 2: "proposal"})
    assert not out.exists()
    assert not filling.tables(path)[0].is_known
    assert filling.write(made) == made.filled
    assert out.exists()
    assert filling.tables(path)[0].is_known


def test_a_form_is_written_though_what_was_said_of_it_cannot_be_kept(drafted: OpenDossier, tmp_path: Path) -> None:
    settings.file().parent.joinpath("consultation-forms.toml").mkdir(parents=True)
    fill(drafted, saved(form(["A", "B"], [("", "")]), tmp_path), columns={1: "article", 2: "proposal"})
    assert [one.name for one in settings.file().parent.glob(".tomas-*")] == []


def test_fields_in_an_example_row_say_what_its_columns_hold(drafted: OpenDossier, tmp_path: Path) -> None:
    rows = fill(drafted, saved(form(["A", "B", "C"], [("{article}", "x", "{proposal}")]), tmp_path))
    assert rows[1][0].replace("\u00a0", " ") == "Član 1. stav 2."
    assert rows[2] == [rows[2][0], "x", "briše se"]


def test_a_header_of_two_rows_with_merged_cells(drafted: OpenDossier, tmp_path: Path, docx_schema: ModuleType) -> None:
    document = docx.Document()
    table = add_table(
        document, ["R. br.", "Član", "Tekst", "", "Obrazloženje"], [("", "", "važeći", "predlog", ""), ("",) * 5]
    )
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1, 4):
        table.cell(0, column).merge(table.cell(1, column))
    path = saved(document, tmp_path)
    (found,) = filling.tables(path)
    assert [(column.heading.split()[-1], column.role) for column in found.columns] == [
        ("br.", "number"), ("Član", "article"), ("važeći", "current"), ("predlog", "proposal"),
        ("Obrazloženje", "reasons"),
    ]  # fmt: skip
    rows = fill(drafted, path)
    assert [row[0] for row in rows[2:]] == ["1.", "2.", "3."]
    assert docx_schema.check(tmp_path / "out.docx") == []


def test_a_title_across_the_table_is_no_heading(tmp_path: Path) -> None:
    document = docx.Document()
    table = add_table(document, ["Primedbe i predlozi", "", ""], [("Član", "Predlog", "Razlog"), ("",) * 3])
    table.cell(0, 0).merge(table.cell(0, 2))
    (found,) = filling.tables(saved(document, tmp_path))
    assert [(column.heading, column.role) for column in found.columns] == [
        ("Član", "article"), ("Predlog", "proposal"), ("Razlog", "reasons"),
    ]  # fmt: skip


def with_controls(kind: str) -> Any:
    """A form whose free row is held by content controls: around the text, the paragraph, the cell or the row."""
    document = form(rows=[("",) * 7])
    document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    row = document.tables[0].rows[1]
    for number, cell in enumerate(row.cells, start=1):
        paragraph = cell.paragraphs[0]._p
        for run in paragraph.findall(f"{W}r"):
            paragraph.remove(run)
        hint = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Unesite tekst</w:t></w:r>'
        tag = cell._tc
        if kind == "text":
            paragraph.append(control(hint, number))
        elif kind == "paragraph":
            tag.replace(paragraph, control(f"<w:p>{hint}</w:p>", number, "<w:showingPlcHdr/>"))
        elif kind == "cell":
            paragraph.append(parse_xml(f"<w:r {NS}><w:t>Unesite tekst</w:t></w:r>"))
            wrapper = control("", number)
            tag.addprevious(wrapper)
            wrapper[-1].append(tag)
    if kind == "row":
        wrapper = control("", 70, "")
        row._tr.addprevious(wrapper)
        wrapper[-1].append(row._tr)
    return document


@pytest.mark.parametrize("kind", ["text", "paragraph", "cell", "row"])
def test_content_controls_are_filled_and_copied(
    drafted: OpenDossier, tmp_path: Path, kind: str, docx_schema: ModuleType
) -> None:
    path = saved(with_controls(kind), tmp_path)
    filling.fill(drafted, "p", path, tmp_path / "out.docx", columns=dict(enumerate(ROLES[:6], start=1)))
    body = tree(tmp_path / "out.docx")
    text = " ".join(t.text or "" for t in body.iter(f"{W}t"))
    for said in ("24 časa", "briše se", "Nadzor vrši ministarstvo.", "Rok je predug."):
        assert said in text, said
    ids = [one.find(f"{W}id").get(f"{W}val") for one in body.iter(f"{W}sdtPr")]
    assert len(ids) == len(set(ids)) == {"row": 3}.get(kind, 21)
    hints = [one for one in body.iter(f"{W}sdt") if one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None]
    assert len(hints) == (0 if kind == "row" else 3)  # the column that is left as it is
    assert docx_schema.check(tmp_path / "out.docx") == []


def test_a_table_inside_a_cell_stays(drafted: OpenDossier, tmp_path: Path) -> None:
    document = form(rows=[("",) * 7])
    inner = document.tables[0].cell(1, 4).add_table(1, 1)
    inner.cell(0, 0).text = "prilog"
    path = saved(document, tmp_path)
    assert [len(table.columns) for table in filling.tables(path)] == [7, 1]
    fill(drafted, path)
    table = docx.Document(str(tmp_path / "out.docx")).tables[0]
    assert [table.cell(row, 4).tables[0].cell(0, 0).text for row in (1, 2, 3)] == ["prilog"] * 3
    assert table.cell(1, 4).paragraphs[0].text == "Rok je predug."


def test_a_table_inside_a_cell_can_be_the_form(drafted: OpenDossier, tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(1, 1)
    inner = outer.cell(0, 0).add_table(2, 2)
    for cell, text in zip(inner.rows[0].cells, ("Član", "Predlog"), strict=True):
        cell.text = text
    filled = filling.fill(drafted, "p", saved(document, tmp_path), tmp_path / "out.docx")
    assert (filled.table, filled.rows) == (2, 3)
    found = docx.Document(str(tmp_path / "out.docx")).tables[0].cell(0, 0).tables[0]
    assert found.cell(2, 1).text == "briše se"


def test_a_row_of_a_fixed_height_grows_and_marks_are_not_doubled(
    drafted: OpenDossier, tmp_path: Path, docx_schema: ModuleType
) -> None:
    document = form(rows=[("",) * 7])
    row = document.tables[0].rows[1]
    row.height, row.height_rule = 200000, 2
    mark = f'<w:bookmarkStart {NS} w:id="9" w:name="tu"/>', f'<w:bookmarkEnd {NS} w:id="9"/>'
    paragraph = row.cells[6].paragraphs[0]._p
    for one in mark:
        paragraph.append(parse_xml(one))
    row._tr.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", "00AA11BB")
    fill(drafted, saved(document, tmp_path))
    text = part(tmp_path / "out.docx")
    assert text.count('w:name="tu"') == 1
    assert text.count("00AA11BB") == 1
    assert 'w:hRule="exact"' not in text
    assert docx_schema.check(tmp_path / "out.docx") == []


def test_numbers_that_word_counts_itself_stay_words_own(drafted: OpenDossier, tmp_path: Path) -> None:
    document = form(rows=[("",) * 7])
    document.tables[0].cell(1, 0).paragraphs[0].style = "List Number"
    properties = document.tables[0].cell(1, 0).paragraphs[0]._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {NS}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))
    rows = fill(drafted, saved(document, tmp_path))
    assert [row[0] for row in rows[1:]] == ["", "", ""]


def test_what_was_said_of_the_columns_is_remembered_for_every_copy(drafted: OpenDossier, tmp_path: Path) -> None:
    headings = ["Stavka", "Nešto", "Treće"]
    path = saved(form(headings, [("",) * 3]), tmp_path)
    with pytest.raises(TomasError, match="fill-columns-unknown"):
        fill(drafted, path)
    rows = fill(drafted, path, columns={1: "article", 2: "proposal"})
    assert rows[2][1] == "briše se"
    other = saved(form([text.upper() for text in headings], [("",) * 3] * 4), tmp_path, "drugi.docx")
    (table,) = filling.tables(other)
    assert table.is_known
    assert [column.role for column in table.columns] == ["article", "proposal", "leave"]
    kept = (tmp_path / "config" / "consultation-forms.toml").read_text(encoding="utf-8")
    assert 'headings = ["Stavka", "Nešto", "Treće"]' in kept
    (tmp_path / "config" / "consultation-forms.toml").write_text("[[[", encoding="utf-8")
    assert not filling.tables(other)[0].is_known


def test_what_is_said_takes_a_content_from_the_column_that_seemed_to_have_it(
    tmp_path: Path, drafted: OpenDossier
) -> None:
    path = saved(form(), tmp_path)
    filled = filling.fill(drafted, "p", path, tmp_path / "out.docx", columns={7: "proposal"})
    assert [column.role for column in filled.columns][3] == "leave"
    assert filled.findings == ()
    twice = filling.fill(drafted, "p", path, tmp_path / "out.docx", columns={4: "proposal", 7: "proposal"})
    assert [finding.code for finding in twice.findings] == ["fill-role-twice"]
    without = filling.fill(drafted, "p", path, tmp_path / "out.docx", columns={4: "leave", 7: "leave"})
    assert [finding.code for finding in without.findings] == ["fill-no-proposal-column"]


def test_the_script_can_be_chosen(drafted: OpenDossier, tmp_path: Path) -> None:
    rows = fill(drafted, saved(form(HEADINGS["sr-Cyrl"]), tmp_path), script="Cyrl")
    assert rows[2][2:5] == ["(3) На налог је дозвољена жалба.", "брише се", "Жалба одлаже."]
    run = next(
        r
        for r in tree(tmp_path / "out.docx").iter(f"{W}r")
        if "налог" in "".join(t.text or "" for t in r.iter(f"{W}t"))
    )
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}val") == "sr-Cyrl-RS"


def test_of_several_tables_the_one_that_is_understood_best_is_filled(drafted: OpenDossier, tmp_path: Path) -> None:
    document = docx.Document()
    add_table(document, ["Podnosilac", "Adresa"], [("", "")])
    add_table(document, HEADINGS["mk"], [("",) * 7])
    path = saved(document, tmp_path)
    assert filling.fill(drafted, "p", path, tmp_path / "out.docx").table == 2
    columns = {1: "article", 2: "proposal"}
    assert filling.fill(drafted, "p", path, tmp_path / "out.docx", table=1, columns=columns).table == 1


def refused(dossier: OpenDossier, path: Path, out: str = "out.docx", **options: Any) -> str:
    with pytest.raises(TomasError) as trouble:
        filling.fill(dossier, "p", path, path.parent / out, **options)
    assert not (path.parent / "out.docx").exists()
    return trouble.value.code


def test_what_cannot_be_filled_is_one_plain_trouble(drafted: OpenDossier, tmp_path: Path) -> None:
    path = saved(form(), tmp_path)
    assert refused(drafted, path, "obrazac.docx") == "fill-over-original"
    assert refused(drafted, path, table=5) == "fill-table-missing"
    assert refused(drafted, path, columns={9: "proposal"}) == "fill-column-missing"
    assert refused(drafted, path, columns={1: "magic"}) == "fill-role-unknown"
    assert refused(drafted, saved(docx.Document(), tmp_path, "prazan.docx")) == "fill-no-table"
    assert refused(drafted, tmp_path / "nema.docx") == "fill-not-word"
    for content in (b"", b"PK\x03\x04"):
        (tmp_path / "los.docx").write_bytes(content)
        assert refused(drafted, tmp_path / "los.docx") == "fill-not-word"
    (tmp_path / "los.docx").write_bytes(b"\xd0\xcf\x11\xe0 Word 97")
    assert refused(drafted, tmp_path / "los.docx") == "fill-word-97"


@pytest.mark.parametrize("damaged", ["word/styles.xml", "word/document.xml", "docProps/app.xml"])
def test_a_damaged_part_is_one_plain_trouble_whichever_it_is(
    drafted: OpenDossier, tmp_path: Path, damaged: str
) -> None:
    path = saved(form(), tmp_path)
    with zipfile.ZipFile(path) as archive:
        begin = archive.getinfo(damaged).header_offset + 30 + len(damaged)
    data = path.read_bytes()
    for noise in (b"\x00" * 16, b"\xff" * 16):
        path.write_bytes(data[: begin + 8] + noise + data[begin + 24 :])
        assert refused(drafted, path) == "fill-not-word"


def test_a_form_that_is_locked_or_whose_footer_is_no_xml_is_one_plain_trouble(
    drafted: OpenDossier, tmp_path: Path
) -> None:
    path = saved(form(), tmp_path)
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), bytes(data)):
            data[found.start() + flags] |= 1
    path.write_bytes(bytes(data))
    assert refused(drafted, path) == "fill-not-word"
    path = saved(form(), tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/footer9.xml", "<w:ftr>{law}")
    assert refused(drafted, path) == "fill-not-word"


@pytest.mark.parametrize("said", ['<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>', "<d>", ""])
def test_a_main_part_that_is_none_is_one_plain_trouble(drafted: OpenDossier, tmp_path: Path, said: str) -> None:
    path = saved(form(), tmp_path)
    rewritten(path, said.encode())
    assert refused(drafted, path) == "fill-not-word"


def rewritten(path: Path, main: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        entries: Sequence[tuple[zipfile.ZipInfo, bytes]] = [(e, archive.read(e)) for e in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for entry, data in entries:
            archive.writestr(entry, main if entry.filename == "word/document.xml" else data)


def test_a_form_in_strict_word_xml_or_another_encoding(drafted: OpenDossier, tmp_path: Path) -> None:
    for number, change in enumerate(("strict", "utf-16")):
        path = saved(form(), tmp_path, f"{number}.docx")
        main = part(path)
        if change == "strict":
            main = main.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                "http://purl.oclc.org/ooxml/wordprocessingml/main")  # fmt: skip
            rewritten(path, main.encode())
        else:
            rewritten(path, main.replace("UTF-8", "UTF-16", 1).encode("utf-16"))
        filling.fill(drafted, "p", path, tmp_path / "out.docx")
        assert "24 časa" in part(tmp_path / "out.docx")


def test_a_proposal_that_changes_nothing_fills_nothing(dossier: OpenDossier, tmp_path: Path) -> None:
    drafting.propose(dossier, "p", Ref("law", "art_1__para_3"), text="Žalba je dozvoljena.")
    drafting.propose(dossier, "p", Ref("law", "art_1__para_3"), text="(3) Na nalog je dozvoljena žalba.")
    assert refused(dossier, saved(form(), tmp_path)) == "fill-nothing-proposed"


def test_a_table_that_is_only_a_header_gets_rows_that_do_not_look_like_one(
    drafted: OpenDossier, tmp_path: Path, docx_schema: ModuleType
) -> None:
    rows = fill(drafted, saved(form(rows=[]), tmp_path))
    assert [row[0] for row in rows] == ["R. br.", "1.", "2.", "3."]
    assert rows[1][6] == ""
    head, *lines = docx.Document(str(tmp_path / "out.docx")).tables[0].rows
    assert head.cells[1].paragraphs[0].runs[0].bold
    assert not any(run.bold for row in lines for cell in row.cells for run in cell.paragraphs[0].runs)
    assert docx_schema.check(tmp_path / "out.docx") == []


def test_every_free_row_keeps_what_is_its_own(drafted: OpenDossier, tmp_path: Path) -> None:
    document = form(rows=[("",) * 7] * 3)
    document.tables[0].cell(2, 6).add_table(1, 1).cell(0, 0).text = "prilog drugog reda"
    fill(drafted, saved(document, tmp_path))
    table = docx.Document(str(tmp_path / "out.docx")).tables[0]
    assert [len(table.cell(row, 6).tables) for row in (1, 2, 3)] == [0, 1, 0]
    assert table.cell(2, 3).text == "briše se"
