"""Akoma Ntoso of many makers: drafts as they stand now, sections for articles, wrong schemas, and nothing lost."""

from __future__ import annotations

import random
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given

from tests.importers.readings import EU, at, codes, outline, own_articles, unaccounted
from tests.importers.test_formex import anything
from tests.importers.trees import SEEDS
from tests.importers.xml_words import xml_words
from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import akoma_ntoso, base
from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.provision import Provision, walk
from tomas_desktop.text.tokens import words

FILE = Path("act.xml")
SERBIA = packs.load("rs", "sr-Latn")
FINAL = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
DRAFT = f"{FINAL}/CSD13"


def document(*content: str, kind: str = "act", namespace: str = FINAL) -> bytes:
    leos = 'xmlns:leos="urn:eu:europa:ec:leos"'
    return f'<akomaNtoso xmlns="{namespace}" {leos}><{kind}>{"".join(content)}</{kind}></akomaNtoso>'.encode()


def act(*body: str, pack=EU, before: str = "", after: str = "", namespace: str = FINAL) -> Reading:
    source = document(before, f"<body>{''.join(body)}</body>", after, namespace=namespace)
    return akoma_ntoso.read(source, FILE, pack)


def article(number: str, *content: str, heading: str = "Bees", attributes: str = "") -> str:
    return f"<article {attributes}><num>Article {number}</num><heading>{heading}</heading>{''.join(content)}</article>"


def paragraph(num: str, text: str, attributes: str = "") -> str:
    number = f"<num>{num}</num>" if num else ""
    return f"<paragraph {attributes}>{number}<content><p>{text}</p></content></paragraph>"


def point(num: str, text: str, below: str = "") -> str:
    return f"<point><num>{num}</num><content><p>{text}</p></content>{below}</point>"


@pytest.mark.parametrize("namespace", [FINAL, DRAFT])
def test_articles_paragraphs_and_points_in_either_namespace(namespace):
    inner = f"<list><intro><p>Bees are:</p></intro>{point('(a)', 'small;')}{point('(b)', 'loud.')}</list>"
    reading = act(
        article("1", f"<paragraph><num>1.</num>{inner}</paragraph>", paragraph("2.", "Bees fly.")), namespace=namespace
    )
    assert outline(own_articles(reading)[0]) == [
        "paragraph 1. Bees are:",
        "  point (a) small;",
        "  point (b) loud.",
        "paragraph 2. Bees fly.",
    ]
    assert [node.eid for node in own_articles(reading)] == ["art_1"]


def test_what_a_draft_moved_away_or_deleted_is_not_its_text():
    reading = act(
        article(
            "1",
            paragraph("1.", "Bees fly.", 'leos:softaction="move_from"'),
            paragraph("2.", "Bees <del>sit</del> sting."),
        ),
        article("2", paragraph("1.", "Bees fly.", 'leos:softaction="move_to"'), paragraph("1.", "Bees hum.")),
        article("3", paragraph("1.", "Bees bark."), attributes='leos:softAction="del"'),
        article("4", paragraph("1.", "Bees nap."), attributes='leos:softaction="add"'),
    )
    assert [outline(node) for node in own_articles(reading)] == [
        ["paragraph 1. Bees fly.", "paragraph 2. Bees sting."],
        ["paragraph 1. Bees hum."],
        ["paragraph 1. Bees nap."],
    ]
    assert reading.furniture == ("sit", "1. Bees fly.", "Article 3 Bees 1. Bees bark.")
    told = {finding.code: dict(finding.values) for finding in reading.findings}
    assert (told["akn-deleted"], told["akn-moved"]) == ({"count": "2"}, {"count": "1"})
    assert unaccounted(reading) == 0


def test_a_legal_order_of_sections_has_articles_made_of_them():
    section = """<hcontainer><heading>Bees</heading><section><num>1</num><heading>Flight</heading><subsection>
        <num>1</num><intro><p>Bees may—</p></intro><paragraph><num>a</num><content><p>fly, or</p></content></paragraph>
        <paragraph>
        <num>b</num><content><p>sit,</p></content></paragraph><wrapUp><p>but not swim.</p></wrapUp></subsection>
        </section></hcontainer>"""
    reading = act(section)
    assert [node.unit for node in reading.nodes] == ["section"]
    assert outline(at(reading, "art_1")) == [
        "paragraph 1 Bees may—",
        "  point a fly, or",
        "  point b sit,",
        "  wrapup but not swim.",
    ]


def test_sections_above_articles_are_divisions():
    reading = act(f"<section><num>Section 1</num><heading>Bees</heading>{article('1', paragraph('', 'x.'))}</section>")
    assert [(node.unit, node.num, node.heading) for node in reading.nodes] == [("section", "Section 1", "Bees")]


def test_a_number_printed_as_a_heading_is_the_number():
    reading = act(
        f"<chapter><heading>CHAPTER I</heading><heading>Bees</heading>{article('1', paragraph('', 'x.'))}</chapter>"
    )
    assert [(node.eid, node.num, node.heading) for node in reading.nodes] == [("chp_I", "CHAPTER I", "Bees")]


def test_a_section_made_for_the_title_of_one_article_is_that_title():
    one = "<article><num>Član 2</num><list>{}{}</list></article>".format(
        point("(1)", "Pčele lete."), point("(2)", "Spavaju.")
    )
    reading = act(
        f"<chapter><num>GLAVA PRVA</num><section><heading>Let</heading>{one}</section></chapter>", pack=SERBIA
    )
    only = at(reading, "art_2")
    assert (only.heading, only.heading_above) == ("Let", True)
    assert outline(only) == ["paragraph (1) Pčele lete.", "paragraph (2) Spavaju."]


def test_quoted_structures_are_no_provisions_of_the_act():
    quoted = """<mod><quotedStructure startQuote="“" endQuote="”"><article><num>Article 9</num><paragraph><num>1.</num>
        <content><p>Bees hum.</p></content></paragraph></article></quotedStructure></mod>"""
    reading = act(article("1", f"<paragraph><content><p>Insert:</p><p>{quoted}</p></content></paragraph>"))
    assert [node.num for node in own_articles(reading)] == ["Article 1"]
    assert outline(own_articles(reading)[0]) == [
        "paragraph Insert:",
        "  subparagraph “Article 9",
        "  subparagraph 1. Bees hum.”",
    ]


def test_notes_are_notes_wherever_the_file_keeps_them():
    meta = '<meta><notes><note id="n1"><p>Second.</p></note></notes></meta>'
    text = 'Bees<authorialNote marker="1"><p>First.</p></authorialNote> fly<noteRef href="#n1"/>.'
    reading = act(article("1", paragraph("1.", text)), before=meta)
    only = at(reading, "art_1__para_1")
    assert (only.text, [note.text for note in only.notes]) == ("Bees fly.", ["First.", "Second."])


def test_indented_mark_up_leaves_no_blanks_inside_quotation_marks():
    reading = act(
        article("1", paragraph("1.", 'A\n  "\n  <def>bee</def>\n  "\n  is <sup>2</sup> of km<sup>2</sup>, or so.'))
    )
    assert at(reading, "art_1__para_1").text == 'A "bee" is ² of km², or so.'


def test_a_closing_clause_stands_with_the_conclusions():
    formula = "This Regulation shall be binding in its entirety."
    signature = "<signature><role>The President</role><person>X</person></signature>"
    signed = f"<conclusions><p>Done at Brussels,</p><block>{signature}</block></conclusions>"
    for body in (
        article("1", paragraph("", "Bees fly.")) + f"<clause><content><p>{formula}</p></content></clause>",
        article("1", paragraph("", "Bees fly."), paragraph("", formula)),
    ):
        reading = act(body, after=signed)
        assert outline(at(reading, "conclusions")) == [
            f"paragraph {formula}",
            "paragraph Done at Brussels,",
            "paragraph The President",
            "paragraph X",
        ]


def test_a_package_is_read_in_the_order_of_a_printed_proposal(tmp_path):
    preface = (
        "<preface><longTitle><p><docType>REGULATION</docType><docPurpose>on bees</docPurpose></p></longTitle></preface>"
    )
    bill = document(preface, f"<body>{article('1', paragraph('', 'x.'))}</body>", kind="bill")
    memorandum = document(
        "<mainBody><tblock><num>1.</num><heading>WHY</heading></tblock></mainBody>", kind='doc name="EXPL"'
    )
    memorandum = memorandum.replace(b"EXPL", b"EXPLANATORY MEMORANDUM").replace(
        b'</doc name="EXPLANATORY MEMORANDUM">', b"</doc>"
    )
    annex = document("<mainBody><p>A form.</p></mainBody>", kind="doc").replace(b"<doc>", b'<doc name="ANNEX">')
    path = tmp_path / "bees.leg"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (("annex_1.xml", annex), ("bill.xml", bill), ("memo.xml", memorandum), ("toc.js", b"x")):
            archive.writestr(name, content)
    reading = base.read(path, EU)
    assert reading.format == "akoma-ntoso"
    assert reading.title == "REGULATION on bees"
    assert [node.unit for node in reading.nodes] == ["memorandum", "preface", "article", "annex"]
    assert unaccounted(reading) == 0


def test_a_package_without_a_document_is_no_law(tmp_path):
    path = tmp_path / "other.leg"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", b"<other/>")
    with pytest.raises(UnreadableError):
        base.read(path, EU)


_TAGS = (
    "meta preface preamble body conclusions coverPage longTitle docTitle docType date p citations citation recitals"
    " recital num heading subheading intro wrapUp content list point paragraph subparagraph article chapter section"
    " hcontainer clause alinea quotedStructure mod table tr td authorialNote i ref del formula signature role blockList"
    " item mainBody doc attachments attachment components component tblock toc span"
).split()


@given(SEEDS)
def test_whatever_the_shape_of_a_document_every_word_is_accounted_for(seed: int):
    dice = random.Random(seed)
    source = document(*(anything(dice, _TAGS) for _ in range(4)))
    assert unaccounted(akoma_ntoso.read(source, FILE, EU)) == 0


# Real files


@pytest.mark.parametrize(
    ("name", "pack", "articles"),
    [
        ("eu-akn/32016R0679_GDPR_EN", EU, 99),
        ("eu-akn/leos_bill_ec_chapter_section_title", EU, 3),
        ("eu-akn/leos_mandate_add_3level_points", EU, 4),
        ("eu-akn/leos_mandate_move_output", EU, 3),
        ("eu-akn/leos_memorandum", EU, 0),
        ("eu-akn/oasis_eu_COM-2013-0619_EN", EU, 24),
        ("eu-akn/oasis_uk_pga-2014-27", EU, 8),
        ("national-other/me_KZ_excerpt", SERBIA, 16),
        ("national-rs/rs_KZ_excerpt.cyr", SERBIA, 18),
    ],
)
def test_real_documents_come_in_whole(shared, name, pack, articles):
    path = shared / f"data/{name}.akn.xml"
    reading = base.read(path, pack)
    assert reading.format == "akoma-ntoso"
    assert len(own_articles(reading)) == articles
    assert reading.unplaced == ()
    assert unaccounted(reading) == 0
    assert reading.words_in == len(xml_words(path))


def test_a_moved_paragraph_stands_where_it_was_moved_to(shared):
    reading = base.read(shared / "data/eu-akn/leos_mandate_move_output.akn.xml", EU)
    assert [child.num for child in at(reading, "art_1").children] == ["-1.", "1."]
    assert [child.text for child in at(reading, "art_3").children] == [""]
    assert "akn-moved" in codes(reading)


def spoken(node: Provision) -> list[str]:
    """The words of a provision without what is below it, in small letters, figures without spaces between them."""
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "", f"{node.num} {node.heading} {node.text}")
    return [word for each in (text, *(note.text for note in node.notes)) for word in words(each.casefold())]


def test_gdpr_is_the_same_tree_as_in_formex_but_for_words_that_the_file_itself_lost(shared):
    ours = base.read(shared / "data/eu-akn/32016R0679_GDPR_EN.akn.xml", EU)
    formex = base.read(shared / "data/eu-formex/32016R0679_GDPR_EN.fmx.xml", EU)
    enacted = {node.eid: node for node in walk(formex.nodes) if not node.eid.startswith("conclusions")}
    copy = {node.eid: node for node in walk(ours.nodes) if not node.eid.startswith("conclusions")}
    assert list(copy) == list(enacted)
    shorter = [eid for eid, node in enacted.items() if spoken(node) != spoken(copy[eid])]
    assert shorter == ["cit_1", "rec_1", "rec_170", "art_43__para_3", "art_93__para_3", "art_97__para_2__point_a"]
    assert all(len(spoken(copy[eid])) < len(spoken(enacted[eid])) for eid in shorter)
    there, here = ([child.text for child in at(each, "conclusions").children] for each in (formex, ours))
    assert [text for text in there if text.casefold() not in map(str.casefold, here)] == [
        "Done at Brussels, 27 April 2016."
    ]
