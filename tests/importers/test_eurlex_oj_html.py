"""The Official Journal in its generations: lists are tables, notes stand at the end, every language is alike."""

from __future__ import annotations

import pytest

from tests.importers.page_words import page_words
from tests.importers.readings import EU, PAGE, at, outline, own_articles, unaccounted
from tomas_desktop.importers import base, eurlex_oj_html
from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.provision import walk


def item(num: str, *blocks: str) -> str:
    text = "".join(block if block.startswith("<") else f'<p class="oj-normal">{block}</p>' for block in blocks)
    return f'<table><tbody><tr><td><p class="oj-normal">{num}</p></td><td>{text}</td></tr></tbody></table>'


def act(*body: str, prefix: str = "oj-") -> Reading:
    page = f"""<body><table><tr><td><p class="{prefix}hd-date">1.1.2020</p></td>
        <td><p class="{prefix}hd-oj">L 1/1</p></td></tr></table>
        <p class="{prefix}doc-ti">REGULATION</p><p class="{prefix}doc-ti">on bees</p>
        <p class="{prefix}normal">THE COUNCIL OF THE EUROPEAN UNION,</p><p class="{prefix}normal">Whereas:</p>
        {item("(1)", "Bees fly.")}<p class="{prefix}normal">HAS ADOPTED THIS REGULATION:</p>{"".join(body)}</body>"""
    return eurlex_oj_html.read(page.encode(), PAGE, EU)


@pytest.fixture(scope="module")
def gdpr(shared):
    return base.read(shared / "data/eu-html/32016R0679_GDPR_EN.html", EU)


def test_a_list_is_made_of_tables_and_a_data_table_stays_one():
    data = '<table class="oj-table"><tr><td>Bees</td><td>4</td></tr></table>'
    reading = act(
        '<p class="oj-ti-art">Article 1</p><p class="oj-sti-art">Bees</p><p class="oj-normal">1.   Bees are:</p>',
        item("(a)", "small;"), item("(b)", "loud, namely:", item("(i)", "at noon;"), item("(ii)", "at night.")), data,
    )  # fmt: skip
    assert outline(own_articles(reading)[0]) == [
        "paragraph 1. Bees are:",
        "  point (a) small;",
        "  point (b) loud, namely:",
        "    subpoint (i) at noon;",
        "    subpoint (ii) at night.",
        "  table Bees | 4",
    ]


def test_a_further_paragraph_of_a_point_stays_in_the_point():
    reading = act('<p class="oj-ti-art">Article 1</p>', item("(a)", "Bees fly.", "They sting."), item("(b)", "x."))
    assert outline(own_articles(reading)[0]) == [
        "paragraph",
        "  point (a) Bees fly.",
        "    subparagraph They sting.",
        "  point (b) x.",
    ]


@pytest.mark.parametrize("prefix", ["oj-", ""])
def test_the_running_head_is_furniture_and_the_title_the_title(prefix):
    reading = act(f'<p class="{prefix}ti-art">Article 1</p><p class="{prefix}normal">Bees fly.</p>', prefix=prefix)
    assert reading.title == "REGULATION on bees"
    assert reading.furniture == ("1.1.2020", "L 1/1")
    assert [(n.unit, n.num) for n in walk(reading.nodes) if n.unit in ("recital", "article")] == [
        ("recital", "(1)"),
        ("article", "Article 1"),
    ]


def test_a_consolidated_text_is_read_without_its_arrows():
    page = """<body><p class="reference">02020R0001 — EN — 01.01.2021</p><p class="disclaimer">No legal effect.</p>
        <div class="eli-subdivision" id="art_1"><p class="title-article-norm">Article 1</p>
        <div class="eli-title"><p class="stitle-article-norm">Bees</p></div><p class="modref">▼M1</p>
        <div class="norm"><span class="no-parag">1.  </span><div class="norm inline-element">Bees ►M2 fly ◄ to:
        <div class="grid-container grid-list"><div class="list grid-list-column-1"><span>(a) </span></div>
        <div class="grid-list-column-2"><p class="norm">flowers;</p></div></div></div></div></div></body>"""
    reading = eurlex_oj_html.read(page.encode(), PAGE, EU)
    assert outline(own_articles(reading)[0]) == ["paragraph 1. Bees fly to:", "  point (a) flowers;"]
    assert unaccounted(reading) == 0


def test_gdpr_has_99_articles_and_173_recitals(gdpr):
    assert gdpr.format == "eurlex-oj-html"
    assert [article.num for article in own_articles(gdpr)] == [f"Article {n}" for n in range(1, 100)]
    assert [n.num for n in at(gdpr, "preamble").children if n.unit == "recital"] == [f"({n})" for n in range(1, 174)]
    assert sum(len(node.notes) for node in walk(gdpr.nodes)) == 21
    assert at(gdpr, "art_4__para_1__point_1").text
    assert [child.num for child in at(gdpr, "art_4__para_1__point_16").children] == ["(a)", "(b)"]
    assert gdpr.findings == ()


def test_an_act_has_the_same_units_in_every_language(gdpr, shared):
    danish = base.read(shared / "data/eu-html/32016R0679_GDPR_DA.html", packs.load("eu", "da"))
    assert [(node.eid, node.unit) for node in walk(danish.nodes)] == [
        (node.eid, node.unit) for node in walk(gdpr.nodes)
    ]


@pytest.mark.parametrize(
    ("name", "language", "articles"),
    [
        ("32016R0679_GDPR_EN", "en", 99),
        ("32016R0679_GDPR_DA", "da", 99),
        ("32025R1420_DA", "da", 16),
        ("32013R0575_CRR_EN.excerpt", "en", 5),
        ("32002R0006_old_EN", "en", 6),
        ("01998F0699_oldcons_DE", "de", 7),
    ],
)
def test_no_generation_of_pages_loses_a_word(shared, name, language, articles):
    path = shared / f"data/eu-html/{name}.html"
    reading = base.read(path, packs.load("eu", language))
    assert reading.format == "eurlex-oj-html"
    assert len(own_articles(reading)) == articles
    assert reading.title
    assert reading.unplaced == ()
    assert unaccounted(reading) == 0
    assert reading.words_in == len(page_words(path))


def test_a_page_of_2025_ends_with_an_annex_that_is_a_table(shared):
    reading = base.read(shared / "data/eu-html/32025R1420_DA.html", packs.load("eu", "da"))
    annex = reading.nodes[-1]
    assert annex.unit == "annex"
    assert sum(node.unit == "table" for node in annex.walk()) == 1
    assert any(text.startswith("ELI:") for text in reading.furniture)
