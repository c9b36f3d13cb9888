"""A law in an OpenDocument text: the same tree as the Word file it came from."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.importers.readings import EU, at, codes, own_articles, unaccounted
from tests.importers.test_archive import zipped
from tests.importers.word_files import (
    LAW,
    gone,
    ins,
    level,
    lists,
    p,
    r,
    shown,
    t,
    table,
    word,
)
from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import docx, odt
from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.canonical import canonical_text

RS = packs.load("rs", "sr-Latn")
_NS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for name, long in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
    )
)  # fmt: skip
FILE = Path("zakon.odt")


def odt_file(body: str, styles: str = "", common: str = "", manifest: str = "<manifest/>") -> bytes:
    content = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    return zipped(
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", f"<office:document-content {_NS}>{content}</office:document-content>".encode()),
        ("styles.xml", f"<office:document-styles {_NS}>{common}</office:document-styles>".encode()),
        ("META-INF/manifest.xml", manifest.encode()),
    )


def read(body: str, **parts: str) -> Reading:
    return odt.read(odt_file(body, **parts), FILE, RS)


def paragraphs(*texts: str) -> str:
    return "".join(f"<text:p>{text}</text:p>" for text in texts)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("re<text:span>č</text:span>", "reč"),
        ("jedan<text:s text:c='2'/>dva<text:tab/>tri<text:line-break/>četiri", "jedan dva tri četiri"),
        ("pre<office:annotation><text:p>primedba</text:p></office:annotation>sto", "presto"),
        ("<text:a>veza</text:a> i <text:bookmark-ref>stav 2</text:bookmark-ref>", "veza i stav 2"),
        ("u<text:change-start/>neto<text:change-end/>", "uneto"),
    ],
)
def test_what_a_paragraph_prints(content, text):
    reading = read(paragraphs("Član 1.", content))
    assert own_articles(reading)[0].children[0].text == text
    assert unaccounted(reading) == 0


def number_style(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def test_lists_nest_continue_and_begin_anew():
    styles = number_style(
        "L",
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="(" style:num-suffix=")"/>',
        '<text:list-level-style-number text:level="2" style:num-format="а, б, .., аа, аб, ... (sr)"'
        ' style:num-suffix=")"/>',
    )
    item = "<text:list-item><text:p>Tekst stava:</text:p>{}</text:list-item>"
    inner = "<text:list>" + "<text:list-item><text:p>tačka;</text:p></text:list-item>" * 2 + "</text:list>"
    one = '<text:list text:style-name="L" xml:id="x">' + item.format(inner) + item.format("") + "</text:list>"
    more = '<text:list text:style-name="L" text:continue-list="x">' + item.format("") + "</text:list>"
    anew = '<text:list text:style-name="L">' + item.format("") + "</text:list>"
    reading = read(paragraphs("Član 1.") + one + more + paragraphs("Član 2.") + anew, styles=styles)
    assert shown(reading) == [
        "article Član 1.",
        "  paragraph (1) Tekst stava:",
        "    point а) tačka;",
        "    point б) tačka;",
        "  paragraph (2) Tekst stava:",
        "  paragraph (3) Tekst stava:",
        "article Član 2.",
        "  paragraph (1) Tekst stava:",
    ]
    assert unaccounted(reading) == 0


def test_the_outline_numbers_headings():
    common = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"'
        ' style:num-prefix="Član " style:num-suffix="."/></text:outline-style></office:styles>'
    )
    heading = '<text:h text:outline-level="1">{}</text:h>'
    reading = read(heading.format("Predmet") + paragraphs("Tekst.") + heading.format("Rok"), common=common)
    assert [(each.num, each.heading) for each in own_articles(reading)] == [("Član 1.", "Predmet"), ("Član 2.", "Rok")]


def test_what_is_not_the_law():
    styles = (
        '<style:style style:family="text" style:name="T"><style:text-properties text:display="none"/></style:style>'
    )
    common = "<office:master-styles><style:master-page><style:header><text:p>Nacrt</text:p></style:header>"
    common += "</style:master-page></office:master-styles>"
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Obrisano.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:table-of-content><text:table-of-content-source>"
        "<text:index-title-template>Naslov</text:index-title-template></text:table-of-content-source>"
        "<text:index-body><text:p>Član 1. 2</text:p></text:index-body></text:table-of-content>"
        + paragraphs(
            "Član 1.",
            "Tekst<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>Vidi zakon.</text:p></text:note-body></text:note> stava.",
            "<text:span text:style-name='T'>tajno</text:span>Kraj.",
        )
    )
    reading = read(body, styles=styles, common=common)
    assert sorted(reading.furniture) == ["1", "Nacrt", "tajno", "Član 1. 2"]
    first = at(reading, "art_1__para_1")
    assert (first.text, [note.text for note in first.notes]) == ("Tekst stava.", ["Vidi zakon."])
    assert unaccounted(reading) == 0
    assert {"odt-read-as-final", "odt-hidden-text"} <= set(codes(reading))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (odt_file(""), "odt-without-text"),
        (odt_file("", manifest="<m><encryption-data/></m>"), "odt-encrypted"),
        (zipped(("mimetype", b"x")), "odt-without-document"),
        (odt_file("")[:-40], "archive-broken"),
    ],
)
def test_what_cannot_be_read_is_refused(data, code):
    with pytest.raises(UnreadableError) as refusal:
        odt.read(data, FILE, RS)
    assert refusal.value.code == code


# what LibreOffice makes of a Word file


def converted(files: list[Path], folder: Path) -> None:
    """Each file as OpenDocument in the folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [shutil.which("soffice") or "soffice", profile, "--headless", "--convert-to", "odt", "--outdir"]
    subprocess.run([*command, str(folder), *map(str, files)], check=True, capture_output=True, timeout=300)


OUR_LAW = "".join(
    [
        p(t("Predmet"), num=(1, 0)),
        p(t("Ovim se uređuje izdavanje"), r("<w:br/>"), t("dozvola."), num=(2, 0)),
        p(t("Organ "), gone("sme"), ins(t("dužan je")), t(" da:"), num=(2, 0)),
        p(t("vodi registar;"), num=(2, 1)),
        p(ins(t("čuva podatke;")), num=(2, 1), mark="ins"),
        p(t("ima pečat."), num=(2, 1)),
        table((p(t("Vrsta")), p(t("Taksa"))), (p(t("Dozvola")), p(t("500")))),
        p(t("Rok"), num=(1, 0)),
        p(t("Rok je"), r('<w:footnoteReference w:id="2"/>'), t(" trideset dana."), num=(12, 0)),
        p(t("–\tprva alineja;")),
        p(t("–\tdruga alineja.")),
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>',
    ]
)


def test_a_word_file_and_what_libreoffice_makes_of_it_are_the_same_law(tmp_path, word_oracle):
    restart = '<w:num w:numId="12"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0">'
    restart += '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    numbering = lists(level(0, "Član %1."), level(0, "(%1)") + level(1, "%2)", "lowerLetter")) + restart
    notes = f'<w:footnote w:id="2">{p(r("<w:footnoteRef/>"), t(" Od dana prijema."))}</w:footnote>'
    data = word(OUR_LAW, numbering=numbering, footnotes=notes, header=p(t("Nacrt")))
    (tmp_path / LAW.name).write_bytes(data)
    converted([tmp_path / LAW.name], tmp_path)
    from_word = docx.read(data, LAW, RS)
    from_odt = odt.read((tmp_path / "zakon.odt").read_bytes(), FILE, RS)
    assert [each.num for each in own_articles(from_word)] == ["Član 1.", "Član 2."]
    assert from_odt.nodes == from_word.nodes
    assert unaccounted(from_word) == unaccounted(from_odt) == 0


# Not here: RA001. LibreOffice cannot say in a file of its own that a whole table was moved away, and keeps it.
SAME = (
    "FA005-InsertedNumberedParagraph FA014-MovedParagraph NVCA-Model-COI RP001-Tracked-Revisions-01-Accepted"
    " RP035-Inserted-Cells pandoc_comments poi_ComplexNumberedLists poi_delins pairs/WC004-Large"
).split()


def test_real_files_read_the_same_in_both_formats(shared, tmp_path, word_oracle):
    files = [shared / "data" / "docx-tracked" / f"{name}.docx" for name in SAME]
    converted(files, tmp_path)
    for file in files:
        from_odt = odt.read((tmp_path / f"{file.stem}.odt").read_bytes(), FILE, EU)
        assert canonical_text(from_odt.nodes) == canonical_text(docx.read(file.read_bytes(), file, EU).nodes)
        assert unaccounted(from_odt) == 0
