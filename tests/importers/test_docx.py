"""A law in a Word file: everything that prints comes in once, in its order, with the numbers that Word makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import base_text, proposed_text, random_marked
from tests.export.test_docx_revisions import pen
from tests.importers.random_word import wild_word
from tests.importers.readings import EU, at, codes, own_articles, unaccounted
from tests.importers.word_files import LAW, gone, ins, level, lines_of, lists, p, r, read, shown, t, table, word
from tomas_desktop.errors import UnreadableError
from tomas_desktop.export.docx_revisions import tracked
from tomas_desktop.importers import docx
from tomas_desktop.importers.office_lines import flat, one_line
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import walk
from tomas_desktop.text.tokens import words

RS = packs.load("rs", "sr-Latn")
AL = packs.load("al", "sq")

SERBIAN = lists(
    level(0, "Član %1."),
    level(0, "(%1)"),
    level(0, "%1)"),
    overrides={},
) + "".join(
    f'<w:num w:numId="{number}"><w:abstractNumId w:val="{pattern}"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    for number, pattern in ((12, 2), (13, 3))
)


def test_a_law_that_word_numbers_itself():
    body = "".join(
        [
            p(t("Zakon o probnim dozvolama"), style="T"),
            p(t("Predmet")),
            p(num=(1, 0)),
            p(t("Ovim zakonom uređuju se probne dozvole."), num=(2, 0)),
            p(t("Dozvolu izdaje organ koji:"), num=(2, 0)),
            p(t("vodi registar;"), num=(3, 0)),
            p(t("ima pečat."), num=(3, 0)),
            p(t("Rok")),
            p(num=(1, 0)),
            p(t("Rok je trideset dana."), num=(12, 0)),
            p(t("Zahtev sadrži:"), num=(12, 0)),
            p(t("ime;"), num=(13, 0)),
            p(t("adresu."), num=(13, 0)),
        ]
    )
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    reading = read(word(body, numbering=SERBIAN, styles=styles), RS)
    assert shown(reading) == [
        "preface",
        "  paragraph Zakon o probnim dozvolama",
        "article Član 1. Predmet",
        "  paragraph (1) Ovim zakonom uređuju se probne dozvole.",
        "  paragraph (2) Dozvolu izdaje organ koji:",
        "    point 1) vodi registar;",
        "    point 2) ima pečat.",
        "article Član 2. Rok",
        "  paragraph (1) Rok je trideset dana.",
        "  paragraph (2) Zahtev sadrži:",
        "    point 1) ime;",
        "    point 2) adresu.",
    ]
    assert unaccounted(reading) == 0
    assert reading.title == "Zakon o probnim dozvolama"
    assert at(reading, "art_2__para_2__point_2").text == "adresu."


def test_the_number_of_an_article_on_the_line_of_its_text_or_of_its_title():
    numbering = lists(level(0, "Član %1."))
    body = p(t("Predmet zakona"), num=(1, 0)) + p(t("Ovim se uređuje predmet."))
    body += p(t("Ovim zakonom uređuje se i drugo."), num=(1, 0))
    articles = own_articles(read(word(body, numbering=numbering), RS))
    assert [(each.num, each.heading, each.children[0].text) for each in articles] == [
        ("Član 1.", "Predmet zakona", "Ovim se uređuje predmet."),
        ("Član 2.", "", "Ovim zakonom uređuje se i drugo."),
    ]


def test_the_stop_typed_after_a_number_that_word_made():
    body = p(t("."), num=(1, 0)) + lines_of("Prva rečenica zakona.")
    assert own_articles(read(word(body, numbering=lists(level(0, "Član %1"))), RS))[0].num == "Član 1."


def test_an_albanian_law_with_letters():
    numbering = lists(level(0, "%1.") + level(1, "%2)", "lowerLetter"))
    body = lines_of("Neni 1", "Objekti") + "".join(
        [
            p(t("Ky ligj rregullon lejet provë."), num=(1, 0)),
            p(t("Organi ka për detyrë:"), num=(1, 0)),
            p(t("të mbajë regjistrin;"), num=(1, 1)),
            p(t("të japë leje."), num=(1, 1)),
        ]
    )
    reading = read(word(body, numbering=numbering), AL)
    assert shown(reading) == [
        "article Neni 1 Objekti",
        "  paragraph 1. Ky ligj rregullon lejet provë.",
        "  paragraph 2. Organi ka për detyrë:",
        "    point a) të mbajë regjistrin;",
        "    point b) të japë leje.",
    ]
    assert unaccounted(reading) == 0


TRACKED = lines_of("Član 1.") + "".join(
    [
        p(t("Rok je "), gone("pet"), ins(t("deset")), t(" dana.")),
        p(ins(t("Rok se produžava.")), mark="ins"),
        p(gone("Ovo se briše."), mark="del"),
        p(t("Žalba je dozvoljena"), gone("."), mark="del"),
        p(t(" i besplatna.")),
    ]
)


def test_tracked_changes_are_read_as_accepted():
    reading = read(word(TRACKED), RS)
    assert [each.text for each in own_articles(reading)[0].children] == [
        "Rok je deset dana.",
        "Rok se produžava.",
        "Žalba je dozvoljena i besplatna.",
    ]
    assert unaccounted(reading) == 0
    assert "docx-read-as-final" in codes(reading)


def test_tracked_changes_are_read_as_rejected_on_request():
    reading = read(word(TRACKED), RS, revisions="original")
    texts = [each.text for node in own_articles(reading) for each in node.walk() if each.text]
    assert texts == ["Rok je pet dana.", "Ovo se briše.", "Žalba je dozvoljena.", "i besplatna."]
    assert unaccounted(reading) == 0


def test_moved_text_stands_where_it_was_or_where_it_went():
    words = t("Ovo se seli.")
    body = lines_of("Član 1.") + "".join(
        [
            p(f'<w:moveFrom w:id="1" w:author="A">{words}</w:moveFrom>', mark="moveFrom"),
            p(t("Ovo ostaje.")),
            p(f'<w:moveTo w:id="2" w:author="A">{words}</w:moveTo>', mark="moveTo"),
        ]
    )
    texts = {
        kept: [each.text for each in own_articles(read(word(body), RS, revisions=kept))[0].children]
        for kept in ("final", "original")
    }
    assert texts == {"final": ["Ovo ostaje.", "Ovo se seli."], "original": ["Ovo se seli.", "Ovo ostaje."]}


def test_numbers_count_what_the_version_has():
    body = lines_of("Član 1.") + "".join(
        [
            p(t("Prvi stav."), num=(1, 0)),
            p(gone("Drugi stav."), num=(1, 0), mark="del"),
            p(t("Treći stav."), num=(1, 0)),
        ]
    )
    numbers = {
        kept: [each.num for each in own_articles(read(word(body, numbering=NUMBERED), RS, revisions=kept))[0].children]
        for kept in ("final", "original")
    }
    assert numbers == {"final": ["(1)", "(2)"], "original": ["(1)", "(2)", "(3)"]}


NUMBERED = lists(level(0, "(%1)"))
BEGIN, SEPARATE, END = (r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (t("reč") + t("enica"), "rečenica"),
        (r("<w:t>U članu 193</w:t><w:noBreakHyphen/><w:t>a</w:t>"), "U članu 193-a"),
        (t("U članu 193\u2011a"), "U članu 193-a"),
        (r("<w:t>re</w:t><w:softHyphen/><w:t>č</w:t>") + t("i\u00adca"), "rečica"),
        (r("<w:t>jedan</w:t><w:tab/><w:t>dva</w:t><w:br/><w:t>tri</w:t>"), "jedan dva tri"),
        (t("U čl.\u00a05."), "U čl. 5."),
        (BEGIN + r("<w:instrText>REF a</w:instrText>") + SEPARATE + t("stav 2") + END + t(" važi"), "stav 2 važi"),
        (BEGIN + r("<w:instrText>IF </w:instrText>") + BEGIN + SEPARATE + t("x") + END + SEPARATE + t("d") + END, "d"),
        (BEGIN + t("polje koje se ne završava"), "polje koje se ne završava"),
        ('<w:fldSimple w:instr="REF a">' + t("stav 3") + "</w:fldSimple>", "stav 3"),
        ('<w:hyperlink r:id="x">' + t("veza") + "</w:hyperlink>", "veza"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + t("polje obrasca") + "</w:sdtContent></w:sdt>", "polje obrasca"),
        ("<w:smartTag>" + t("mesto") + "</w:smartTag>", "mesto"),
        (r('<w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t>'), "≥ 5"),
        (t("vidi") + '<w:commentRangeStart w:id="1"/>' + r('<w:commentReference w:id="1"/>'), "vidi"),
        (
            "<mc:AlternateContent><mc:Choice>" + t("jednom") + "</mc:Choice><mc:Fallback>" + t("jednom")
            + "</mc:Fallback></mc:AlternateContent>",
            "jednom",
        ),
    ],
)  # fmt: skip
def test_what_a_run_prints(content, text):
    reading = read(word(lines_of("Član 1.") + p(content)), RS)
    assert own_articles(reading)[0].children[0].text == text
    assert unaccounted(reading) == 0


def test_footnotes_are_notes_of_their_unit():
    body = lines_of("Član 1.") + p(t("Tekst"), r('<w:footnoteReference w:id="2"/>'), t(" zakona."))
    notes = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    notes += f'<w:footnote w:id="2">{p(r("<w:footnoteRef/>"), t(" Vidi zakon."))}</w:footnote>'
    notes += f'<w:footnote w:id="3">{p(t("Na ovu se ništa ne poziva."))}</w:footnote>'
    reading = read(word(body, footnotes=notes), RS)
    paragraph = at(reading, "art_1__para_1")
    assert (paragraph.text, [note.text for note in paragraph.notes]) == ("Tekst zakona.", ["Vidi zakon."])
    assert unaccounted(reading) == 0


def test_headers_hidden_text_and_contents_are_furniture():
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = p(t("Član 1. 3"), style="TOC1") + lines_of("Član 1.") + p(t("Tek"), t("tajno", "<w:vanish/>"), t("st."))
    body += '<w:sectPr><w:headerReference r:id="header"/></w:sectPr>'
    reading = read(word(body, styles=styles, header=p(t("Nacrt zakona"))), RS)
    assert sorted(reading.furniture) == ["Nacrt zakona", "tajno", "Član 1. 3"]
    assert len(own_articles(reading)) == 1
    assert unaccounted(reading) == 0
    assert "docx-hidden-text" in codes(reading)


def test_text_boxes_stand_after_their_paragraph_and_once():
    box = "<w:txbxContent>" + p(t("Okvir sa tekstom.")) + "</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    reading = read(word(lines_of("Član 1.") + p(t("Pre"), r(drawing), t("sto."))), RS)
    assert [each.text for each in own_articles(reading)[0].children] == ["Presto.", "Okvir sa tekstom."]
    assert unaccounted(reading) == 0


def test_a_line_break_beside_the_number_of_an_article_parts_two_lines():
    body = p(r("<w:t>Predmet</w:t><w:br/><w:t>Član 1.</w:t><w:br/><w:t>Tekst koji</w:t><w:br/><w:t>teče dalje:</w:t>"
               "<w:br/><w:t>1) prva;</w:t><w:br/><w:t>2) druga.</w:t>"))  # fmt: skip
    reading = read(word(body), RS)
    assert shown(reading) == [
        "article Član 1. Predmet",
        "  paragraph Tekst koji teče dalje:",
        "    point 1) prva;",
        "    point 2) druga.",
    ]


def test_a_data_table_is_kept_as_a_table():
    cells = [tuple(p(t(text)) for text in row) for row in (("Vrsta", "Taksa"), ("Dozvola", "500"), ("Član 5.", ""))]
    reading = read(word(lines_of("Član 1.", "Takse su:") + table(*cells) + lines_of("Član 2.", "Kraj.")), RS)
    tables = [node.text for node in walk(reading.nodes) if node.unit == "table"]
    assert tables == ["Vrsta | Taksa || Dozvola | 500 || Član 5."]
    assert [each.num for each in own_articles(reading)] == ["Član 1.", "Član 2."]
    assert unaccounted(reading) == 0


def test_a_table_that_only_sets_the_law_is_read_as_its_lines():
    long = "Ovim zakonom uređuje se izdavanje dozvola, njihovo trajanje i prestanak, kao i nadzor nad tim."
    frame = table((lines_of("Član 1.", long),))
    listed = lines_of("Član 2.", "Organ:") + table((p(t("1)")), p(t("vodi;"))), (p(t("2)")), p(t("čuva."))))
    numbered = table(*((p(t(f"Član {n}.")), p(t(long))) for n in (1, 2)))
    two_languages = table(*((lines_of(f"Član {n}.", long), lines_of(f"Član {n}.", long)) for n in (1, 2)))
    assert shown(read(word(frame + listed), RS)) == [
        "article Član 1.",
        f"  paragraph {long}",
        "article Član 2.",
        "  paragraph Organ:",
        "    point 1) vodi;",
        "    point 2) čuva.",
    ]
    assert [each.num for each in own_articles(read(word(numbered), RS))] == ["Član 1.", "Član 2."]
    columns = read(word(two_languages), RS)
    assert [each.num for each in walk(columns.nodes) if each.unit == "article"] == ["Član 1.", "Član 2."] * 2
    assert unaccounted(columns) == 0


def test_heading_styles_are_hints():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/>'
        f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        for n in (1, 2)
    )
    body = p(t("1. Osnovne odredbe."), style="H1") + p(t("Član 1. Predmet"), style="H2") + lines_of("Tekst.")
    reading = read(word(body, styles=styles), RS)
    assert [(each.num, each.heading) for each in own_articles(reading)] == [("Član 1.", "Predmet")]


def test_a_strict_file_is_read_like_any_other():
    assert read(word(TRACKED, strict=True), RS) == read(word(TRACKED), RS)


def test_an_old_word_file_and_a_protected_one_are_told_apart():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    protected = ole + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    for content, code in ((ole, "file-is-word-97"), (protected, "docx-encrypted")):
        with pytest.raises(UnreadableError) as refusal:
            docx.read(content, LAW, RS)
        assert refusal.value.code == code
    assert docx.sniff(protected, LAW.with_suffix(".bin")) > 0
    assert docx.sniff(ole, LAW.with_suffix(".xls")) == 0


@pytest.mark.parametrize(
    ("body", "code"), [("", "docx-without-text"), (p(r("<w:drawing/>")), "docx-without-text"), ("<w:p>", None)]
)
def test_a_file_without_text_is_refused(body, code):
    with pytest.raises(UnreadableError) as refusal:
        docx.read(word(body), LAW, RS)
    assert refusal.value.code == (code or "archive-member-not-xml")


@given(st.integers(0, 10**9))
@pytest.mark.parametrize("revisions", ["final", "original"])
def test_no_word_is_lost_or_made_up_whatever_the_mark_up(revisions, seed):
    text = docx.text_of(wild_word(seed), LAW, revisions)
    assert text.words_in == len(words(" ".join([flat(text.blocks), *text.furniture])))


REAL = (
    "FA005-InsertedNumberedParagraph FA014-MovedParagraph NVCA-Model-COI RA001-Tracked-Revisions-01"
    " RP001-Tracked-Revisions-01-Accepted RP035-Inserted-Cells pandoc_comments pandoc_track_changes_deletion"
    " pandoc_track_changes_insertion poi_ComplexNumberedLists poi_delins pyredlines_expected_redline"
    " pairs/WC004-Large pairs/WC004-Large-Mod"
).split()


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("revisions", ["final", "original"])
def test_no_word_of_a_real_file_is_lost_or_made_up(shared, name, revisions):
    reading = read((shared / "data" / "docx-tracked" / f"{name}.docx").read_bytes(), EU, revisions=revisions)
    assert unaccounted(reading) == 0
    assert reading.unplaced == ()
    assert reading.words_placed > 0


def test_accepting_here_is_accepting_in_word(shared):
    folder = shared / "data" / "docx-tracked"
    tracked = read((folder / "RA001-Tracked-Revisions-01.docx").read_bytes(), EU)
    accepted = read((folder / "RP001-Tracked-Revisions-01-Accepted.docx").read_bytes(), EU)
    assert canonical_text(tracked.nodes) == canonical_text(accepted.nodes)
    assert tracked.furniture == accepted.furniture


def test_numbers_of_a_real_file_are_those_it_names_itself(shared):
    reading = read((shared / "data" / "docx-tracked" / "poi_ComplexNumberedLists.docx").read_bytes(), EU)
    nums = [child.num for child in reading.nodes[0].children if child.num]
    assert nums == [*"1. 2. a. b. c. 3. 4. 1. 2. 3. 10. 11. 12. 13.".split()]


@given(st.integers(0, 10**9))
def test_our_own_tracked_changes_are_read_back(seed):
    marked = random_marked(seed)
    data = word(tracked(marked, pen()))
    for kept, expected in (("final", proposed_text(marked)), ("original", base_text(marked))):
        text = docx.text_of(data, LAW, kept)  # type: ignore[arg-type]
        assert [line for line in map(flat, [[block] for block in text.blocks]) if line] == [
            one_line(line) for line in expected if line
        ]
