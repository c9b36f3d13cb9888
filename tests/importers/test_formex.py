"""Formex: what is enacted comes in as it is built, what is quoted is not enacted, and nothing is lost."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given

from tests.importers.readings import EU, at, codes, outline, own_articles, unaccounted
from tests.importers.trees import SEEDS
from tests.importers.xml_words import xml_words
from tomas_desktop.importers import base, formex
from tomas_desktop.importers.base import Reading
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import walk

FILE = Path("act.xml")
GROUPED = re.compile(r"(?<=\d) (?=\d{3}\b)")


def act(*articles: str, before: str = "", after: str = "") -> Reading:
    enacted = f"<ENACTING.TERMS>{''.join(articles)}</ENACTING.TERMS>"
    source = f"""<ACT><BIB.INSTANCE><NO.OJ>7</NO.OJ></BIB.INSTANCE><TITLE><TI><P><HT TYPE="UC">Regulation</HT> (EU)
        2030/1</P><P>on bees</P></TI></TITLE>{before}{enacted}{after}</ACT>"""
    return formex.read(source.encode(), FILE, EU)


def article(number: int, *content: str, title: str = "Bees") -> str:
    return f"<ARTICLE><TI.ART>Article\xa0{number}</TI.ART><STI.ART>{title}</STI.ART>{''.join(content)}</ARTICLE>"


def paragraph(number: int, *content: str) -> str:
    return f"<PARAG><NO.PARAG>{number}.</NO.PARAG>{''.join(f'<ALINEA>{each}</ALINEA>' for each in content)}</PARAG>"


def points(kind: str, *items: tuple[str, str]) -> str:
    inside = "".join(f"<ITEM><NP><NO.P>{num}</NO.P><TXT>{text}</TXT></NP></ITEM>" for num, text in items)
    return f'<LIST TYPE="{kind}">{inside}</LIST>'


def test_numbered_paragraphs_have_subparagraphs_and_points():
    reading = act(
        article(
            1,
            paragraph(1, "<P>Bees are:</P>" + points("alpha", ("(a)", "small;"), ("(b)", "loud."))),
            paragraph(2, "Bees fly.", "Points (a) and (b) remain."),
        )
    )
    assert outline(own_articles(reading)[0]) == [
        "paragraph 1. Bees are:",
        "  point (a) small;",
        "  point (b) loud.",
        "paragraph 2. Bees fly.",
        "  subparagraph Points (a) and (b) remain.",
    ]
    assert reading.title == "REGULATION (EU) 2030/1 on bees"
    assert reading.furniture == ("7",)


def test_text_right_below_an_article_is_unnumbered_paragraphs():
    reading = act(article(1, "<ALINEA>Bees fly.</ALINEA>", "<ALINEA>They sting.</ALINEA>"))
    assert [node.eid for node in own_articles(reading)[0].children] == ["art_1__para_1", "art_1__para_2"]


def test_words_after_a_list_that_end_its_sentence_are_its_wrapup():
    text = "<P>Bees are</P>" + points("alpha", ("(a)", "small,"), ("(b)", "loud,")) + "<P>but kind.</P>"
    assert outline(own_articles(act(article(1, paragraph(1, text))))[0])[-1] == "  wrapup but kind."


def test_dashes_of_a_list_are_not_written_but_printed():
    dashes = '<LIST TYPE="DASH"><ITEM><P>small,</P></ITEM><ITEM><P>loud.</P></ITEM></LIST>'
    reading = act(article(1, paragraph(1, f"<P>Bees are:</P>{dashes}")))
    assert outline(own_articles(reading)[0])[1:] == ["  indent — small,", "  indent — loud."]


def test_lists_nest_and_a_further_paragraph_of_a_point_stays_in_it():
    inner = points("roman", ("(i)", "at noon;"), ("(ii)", "at night."))
    outer = (
        f'<LIST TYPE="alpha"><ITEM><NP><NO.P>(a)</NO.P><TXT>loud, namely:</TXT><P>{inner}</P><P>They sting.</P></NP>'
        "</ITEM></LIST>"
    )
    assert outline(own_articles(act(article(1, paragraph(1, f"<P>Bees are:</P>{outer}"))))[0]) == [
        "paragraph 1. Bees are:",
        "  point (a) loud, namely:",
        "    subpoint (i) at noon;",
        "    subpoint (ii) at night.",
        "    subparagraph They sting.",
    ]


def test_quotation_marks_are_printed_notes_hang_below_and_exponents_stay_exponents():
    note = '<NOTE NOTE.ID="E1"><P>Of <DATE ISO="20300101">1 January 2030</DATE>.</P></NOTE>'
    quoted = '<QUOT.START CODE="201C"/>bee<QUOT.END CODE="201D"/>'
    reading = act(
        article(1, f'<ALINEA>A {quoted}{note} has 10<HT TYPE="SUP">25</HT> hairs, Art. 3<HT>ter</HT>.</ALINEA>')
    )
    only = at(reading, "art_1__para_1")
    assert only.text == "A “bee” has 10²⁵ hairs, Art. 3ter."
    assert [each.text for each in only.notes] == ["Of 1 January 2030."]


def test_quoted_articles_are_not_articles_of_the_act():
    inner = article(9, paragraph(1, 'Bees hum.<QUOT.END CODE="2019"/>'), title="Humming")
    opened = inner.replace("Article", "<QUOT.START CODE='2018'/>Article")
    quotation = f"<QUOT.S>{opened}</QUOT.S>"
    reading = act(
        article(1, f"<ALINEA><P>The following is inserted:</P>{quotation}.</ALINEA>"), article(2, "<P>x.</P>")
    )
    assert [node.num for node in own_articles(reading)] == ["Article 1", "Article 2"]
    assert outline(own_articles(reading)[0]) == [
        "paragraph The following is inserted:",
        "  subparagraph ‘Article 9",
        "  subparagraph Humming",
        "  subparagraph 1. Bees hum.’.",
    ]


def test_a_quotation_that_the_source_closes_in_a_note_is_closed_after_its_text():
    note = '<NOTE><P>See above.<QUOT.END CODE="2019" REF.START="Q1"/></P></NOTE>'
    quotation = f'<QUOT.S><ALINEA><QUOT.START CODE="2018" ID="Q1"/>Bees{note} fly.</ALINEA></QUOT.S>'
    reading = act(article(1, f"<ALINEA><P>The following is added:</P>{quotation}</ALINEA>"))
    quoted = at(reading, "art_1__para_1").children[0]
    assert (quoted.text, quoted.notes[0].text) == ("‘Bees fly.’", "See above.")


def test_the_level_of_a_division_says_its_wording():
    def division(number: str, *content: str) -> str:
        title = f"<TITLE><TI><P>{number}</P></TI><STI><P>Of bees</P></STI></TITLE>"
        return f"<DIVISION>{title}{''.join(content)}</DIVISION>"

    body = division("TITLE I", division("CHAPTER\xa0I", division("Section 1", article(1, "<ALINEA>x.</ALINEA>"))))
    assert [(node.unit, node.num, node.heading) for node in walk(act(body).nodes)][-5:-2] == [
        ("title", "TITLE I", "Of bees"),
        ("chapter", "CHAPTER I", "Of bees"),
        ("section", "Section 1", "Of bees"),
    ]


def test_the_preamble_has_citations_recitals_and_formulas():
    preamble = """<PREAMBLE><PREAMBLE.INIT>THE COUNCIL,</PREAMBLE.INIT><GR.VISA><VISA>Having regard to bees,</VISA>
        </GR.VISA><GR.CONSID><GR.CONSID.INIT>Whereas:</GR.CONSID.INIT><CONSID><NP><NO.P>(1)</NO.P><TXT>Bees:</TXT><P><LIST
        TYPE="alpha"><ITEM><NP><NO.P>(a)</NO.P><TXT>fly.</TXT></NP></ITEM></LIST></P></NP></CONSID></GR.CONSID>
        <PREAMBLE.FINAL>HAS ADOPTED THIS:</PREAMBLE.FINAL></PREAMBLE>"""
    reading = act(article(1, "<ALINEA>x.</ALINEA>"), before=preamble)
    assert outline(at(reading, "preamble")) == [
        "enacting THE COUNCIL,",
        "citation Having regard to bees,",
        "enacting Whereas:",
        "recital (1) Bees:",
        "  point (a) fly.",
        "enacting HAS ADOPTED THIS:",
    ]


def test_a_table_is_one_node_with_its_notes():
    table = """<TBL><TITLE><TI><P>Hives</P></TI></TITLE><GR.NOTES><NOTE NOTE.ID="E1"><P>By hand.</P></NOTE></GR.NOTES>
        <CORPUS><ROW><CELL>Bee</CELL><CELL>Count<NOTE NOTE.REF="E1"/></CELL></ROW><ROW><CELL><IE/></CELL><CELL>4</CELL>
        </ROW></CORPUS></TBL>"""
    annex = f"<ANNEX><TITLE><TI><P>ANNEX I</P></TI><STI><P>Hives</P></STI></TITLE><CONTENTS>{table}</CONTENTS></ANNEX>"
    reading = act(article(1, "<ALINEA>x.</ALINEA>"), after=annex)
    annexed = at(reading, "anx_I")
    node = next(each for each in annexed.walk() if each.unit == "table")
    assert (annexed.num, annexed.heading) == ("ANNEX I", "Hives")
    assert node.text == "Bee | Count || | 4"
    assert [note.text for note in node.notes] == ["By hand."]


def test_a_numbered_title_inside_an_annex_is_a_title_and_no_point():
    part = """<GR.SEQ><TITLE><TI><NP><NO.P>B.</NO.P><TXT>Form</TXT></NP></TI></TITLE><P>To the keeper:</P><LIST
        TYPE="DASH"><ITEM><P>Name</P></ITEM></LIST></GR.SEQ>"""
    title = "<TITLE><TI><P>ANNEX</P></TI><STI><P>Hives</P></STI></TITLE>"
    annex = f"<ANNEX>{title}<CONTENTS><P>See below.</P>{part}</CONTENTS></ANNEX>"
    reading = act(article(1, "<ALINEA>x.</ALINEA>"), after=annex)
    assert outline(reading.nodes[-1]) == [
        "paragraph See below.",
        "paragraph B. Form",
        "paragraph To the keeper:",
        "  indent — Name",
    ]


_TAGS = (
    "TITLE TI STI P PREAMBLE PREAMBLE.INIT GR.VISA VISA GR.CONSID CONSID NP NO.P TXT ENACTING.TERMS DIVISION ARTICLE"
    " TI.ART STI.ART PARAG NO.PARAG ALINEA LIST ITEM QUOT.S TBL CORPUS ROW CELL NOTE HT GR.SEQ CONTENTS FINAL ANNEX"
    " BIB.INSTANCE TOC GR.NOTES FORMULA DLIST.ITEM TERM SIGNATURE"
).split()


def anything(dice: random.Random, tags: list[str], depth: int = 0) -> str:
    """Mark-up without sense: elements in one another in any order, with words in and behind them."""
    inside = "".join(
        anything(dice, tags, depth + 1) + dice.choice(["", f" w{dice.randrange(10**6)} "])
        for _ in range(dice.randint(0, 3) if depth < 6 else 0)
    )
    tag = dice.choice(tags)
    return f"<{tag}>{dice.choice(['', f'w{dice.randrange(10**6)} '])}{inside}</{tag}>"


@given(SEEDS)
def test_whatever_the_shape_of_a_document_every_word_is_accounted_for(seed: int):
    dice = random.Random(seed)
    source = f"<ACT>{''.join(anything(dice, _TAGS) for _ in range(4))}</ACT>"
    assert unaccounted(formex.read(source.encode(), FILE, EU)) == 0


# Real files


@pytest.mark.parametrize(
    ("name", "articles", "recitals", "annexes"),
    [
        ("32016R0679_GDPR_EN.fmx", 99, 173, 0),
        ("32022R2065_DSA_EN.fmx", 93, 156, 0),
        ("32017R1001_EUTM_EN.fmx", 212, 48, 0),
        ("02011L0083-2018_consleg_EN.fmx", 36, 0, 2),
        ("32024R1689_AIAct_EN.combined.fmx", 113, 180, 13),
    ],
)
def test_real_acts_come_in_whole(shared, name, articles, recitals, annexes):
    path = shared / f"data/eu-formex/{name}.xml"
    reading = base.read(path, EU)
    assert reading.format == "formex"
    own = [int(re.sub(r"\D", "", node.num)) for node in own_articles(reading)]
    assert len(own) == articles
    assert own == sorted(own)
    assert sum(node.unit == "recital" for node in walk(reading.nodes)) == recitals
    assert sum(node.unit == "annex" for node in reading.nodes) == annexes
    assert reading.unplaced == ()
    assert unaccounted(reading) == 0
    assert reading.words_in == len(xml_words(path))
    assert reading.words_placed > 0.98 * reading.words_in
    assert reading.findings == ()


def test_gdpr_from_formex_and_from_a_page_is_the_same_tree(shared):
    """Numbers written without the spaces that group their figures."""
    xml = base.read(shared / "data/eu-formex/32016R0679_GDPR_EN.fmx.xml", EU)
    page = base.read(shared / "data/eu-html/32016R0679_GDPR_EN.html", EU)
    assert [(node.eid, node.unit) for node in walk(xml.nodes)] == [(node.eid, node.unit) for node in walk(page.nodes)]
    assert GROUPED.sub("", canonical_text(xml.nodes)) == GROUPED.sub("", canonical_text(page.nodes))
    assert [note.text for node in walk(xml.nodes) for note in node.notes] == [
        note.text for node in walk(page.nodes) for note in node.notes
    ]
    assert xml.title == page.title


def test_the_consolidated_directive_quotes_two_articles(shared):
    reading = base.read(shared / "data/eu-formex/02011L0083-2018_consleg_EN.fmx.xml", EU)
    quoted = [node.text for node in walk(reading.nodes) if node.text.startswith("‘Article")]
    assert quoted == ["‘Article 8a", "‘Article 8a"]
    assert "art_8a" not in {node.eid for node in own_articles(reading)}


def test_a_manifest_says_which_parts_are_missing(shared):
    reading = base.read(shared / "data/eu-formex/32017R1001_EUTM_EN.doc.xml", EU)
    assert len(own_articles(reading)) == 212
    assert codes(reading) == ["formex-part-missing"] * 3
    assert unaccounted(reading) == 0
