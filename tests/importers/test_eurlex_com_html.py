"""Commission documents: the proposal between its memorandum and its financial statement, whatever the styles say."""

from __future__ import annotations

import pytest

from tests.importers.page_words import page_words
from tests.importers.readings import EU, PAGE, at, codes, outline, own_articles, unaccounted
from tomas_desktop.importers import base, eurlex_com_html
from tomas_desktop.model.provision import walk

# The titles of articles 1 to 34 as contents pages of the proposal print them.
TITLES = """Subject matter and scope; Definitions; Risk assessment; Risk mitigation; Risk reporting; Obligations for
software application stores; Issuance of detection orders; Additional rules regarding detection orders; Redress,
information, reporting and modification of detection orders; Technologies and safeguards; Guidelines regarding detection
obligations; Reporting obligations; Specific requirements for reporting; Removal orders; Redress and provision of
information; Blocking orders; Additional rules regarding blocking orders; Redress, information and reporting of blocking
orders; Liability of providers; Victims’ right to information; Victims’ right of assistance and support for removal;
Preservation of information; Points of contact; Legal representative; Coordinating Authorities for child sexual abuse
issues and other competent authorities; Requirements for Coordinating Authorities; Investigatory powers; Enforcement
powers; Additional enforcement powers; Common provisions on investigatory and enforcement powers; Searches to verify
compliance; Notification of known child sexual abuse material; Jurisdiction; Right of users of the service to lodge a
complaint"""


def line(style: str, text: str, num: str = "") -> str:
    number = f'<span class="num"><span>{num}</span></span>' if num else ""
    return f'<p class="{style}">{number}<span>{text}</span></p>'


def proposal(*body: str) -> base.Reading:
    page = f"""<div class="contentWrapper"><div class="content">
        {line("Statut", "Proposal for a")}{line("Typedudocument", "REGULATION")}{line("Titreobjet", "on bees")}
        {line("Institutionquiagit", "THE COUNCIL OF THE EUROPEAN UNION,")}{line("Normal", "Whereas:")}
        {line("li ManualConsidrant", "Bees fly.", "(1)")}{line("Formuledadoption", "HAS ADOPTED THIS REGULATION:")}
        {"".join(body)}{line("Fait", "Done at Brussels,")}</div></div>"""
    return eurlex_com_html.read(page.encode(), PAGE, EU)


@pytest.fixture(scope="module")
def csar(shared):
    return base.read(shared / "data/eu-html/52022PC0209_CSAR_EN.html", EU)


def test_an_article_is_an_article_in_whatever_style_it_was_typed():
    styles = ("li ManualHeading3", "Normal", "li ManualHeading4")
    reading = proposal(
        *(line(s, f"Article {n}") + line(s, "Bees") + line("Normal", "They fly.") for n, s in enumerate(styles, 1))
    )
    assert [(a.num, a.heading) for a in own_articles(reading)] == [(f"Article {n}", "Bees") for n in (1, 2, 3)]
    assert reading.title == "Proposal for a REGULATION on bees"


def test_a_page_block_may_end_in_the_middle_of_a_list():
    cut = '</div><div class="content">'
    reading = proposal(
        line("li ManualHeading3", "Article 1"), line("li ManualHeading3", "Bees"),
        line("li ManualNumPar1", "Bees are:", "1."), line("li Point1", "small;", "(a)"), cut,
        line("li Point1", "loud.", "(b)"), line("Text1", "They may also be:"), cut, line("li Point1", "dead.", "(a)"),
    )  # fmt: skip
    assert outline(own_articles(reading)[0]) == [
        "paragraph 1. Bees are:",
        "  point (a) small;",
        "  point (b) loud.",
        "  subparagraph They may also be:",
        "    point (a) dead.",
    ]


def test_the_title_of_a_section_glued_to_its_number_is_parted_and_told():
    heading = '<p class="li ManualHeading2"><span>Section 1</span><span>R</span><span>isks</span></p>'
    reading = proposal(heading, line("li ManualHeading3", "Article 1"), line("Normal", "x."))
    assert [(n.num, n.heading) for n in walk(reading.nodes) if n.unit == "section"] == [("Section 1", "Risks")]
    assert "number-parted-from-title" in codes(reading)


def test_a_number_without_a_word_is_furniture():
    reading = proposal(
        line("li ManualHeading3", "Article 1"), line("li ManualHeading3", "Bees"), line("Normal", "They fly."),
        line("li ManualNumPar1", "", "1."),
    )  # fmt: skip
    assert reading.furniture == ("1.",)
    assert outline(own_articles(reading)[0]) == ["paragraph They fly."]


def test_notes_of_the_annexes_may_have_the_names_of_notes_of_the_act():
    mark = '<a class="footnoteRef" href="#footnote2">1</a>'
    note = '<dl id="footnotes"><dd id="footnote2"><span class="num"><a class="footnote">(1)</a></span>{}</dd></dl>'
    page = f"""<div class="contentWrapper">{line("Exposdesmotifstitre", f"WHY{mark}")}{note.format("one")}</div><br>
        <div class="contentWrapper">{line("Annexetitre", "ANNEX I")}{line("Normal", f"Form{mark}")}
        {note.format("two")}</div>"""
    reading = eurlex_com_html.read(page.encode(), PAGE, EU)
    assert [note.text for node in walk(reading.nodes) for note in node.notes] == ["one", "two"]


def test_csar_has_its_89_articles_in_order_with_their_titles(csar):
    articles = own_articles(csar)
    assert csar.format == "eurlex-com-html"
    assert [article.num for article in articles] == [f"Article {n}" for n in range(1, 90)]
    assert [article.eid for article in articles] == [f"art_{n}" for n in range(1, 90)]
    assert [article.heading for article in articles[:34]] == [" ".join(title.split()) for title in TITLES.split(";")]
    assert all(article.heading for article in articles)


def test_csar_is_in_the_order_in_which_it_is_printed(csar):
    assert [node.unit for node in csar.nodes] == (
        ["preface", "memorandum", "preface", "preamble", *["chapter"] * 6, "conclusions", "statement", "preface"]
        + ["annex"] * 8
    )
    preamble = at(csar, "preamble")
    assert [node.num for node in preamble.children if node.unit == "recital"] == [f"({n})" for n in range(1, 85)]
    assert sum(node.unit == "citation" for node in preamble.children) == 7
    assert next(node.num for node in csar.nodes if node.unit == "annex") == "ANNEX I:"


def test_csar_has_its_sections_and_the_parts_of_one_of_them(csar):
    chapters = [node for node in csar.nodes if node.unit == "chapter"]
    assert [chapter.num for chapter in chapters] == [f"CHAPTER {n}" for n in ("I", "II", "III", "IV", "V", "VI")]
    assert [sum(child.unit == "section" for child in chapter.children) for chapter in chapters] == [0, 6, 4, 8, 0, 0]
    fifth = at(csar, "chp_IV__sec_5")
    assert [node.unit for node in fifth.children] == ["article", "part", "part", "part", "subsection"]


def test_csar_nests_points_and_subparagraphs(csar):
    second = at(csar, "art_1__para_1__subpara_2")
    assert second.text.endswith(":")
    assert [point.num for point in second.children] == ["(a)", "(b)", "(c)", "(d)", "(e)"]
    definition = at(csar, "art_2__para_1__point_f")
    assert [child.num for child in definition.children] == ["(i)", "(ii)", "(iii)", "(iv)"]
    assert at(csar, "art_3__para_2__point_e__subpoint_iii__indent_3").text
    assert at(csar, "art_43__para_1__point_6__subpoint_c").text
    assert [point.num for point in at(csar, "art_7__para_3__subpara_2").children] == [
        "(a)",
        "(b)",
        "(c)",
        "(d)",
    ]


def test_csar_has_its_80_notes_where_they_are_referred_to(csar):
    notes = [(node.unit, note) for node in walk(csar.nodes) for note in node.notes]
    assert len(notes) == 80
    assert sum(unit == "recital" for unit, _ in notes) == 11
    assert len(at(csar, "art_2__para_1__point_k").notes) == 1


def test_csar_loses_no_word(csar, shared):
    assert csar.unplaced == ()
    assert unaccounted(csar) == 0
    glued = 4  # headings such as "Section 1Risk", where a reader of the page alone sees one word
    assert csar.words_in == glued + len(page_words(shared / "data/eu-html/52022PC0209_CSAR_EN.html"))


def test_csar_needs_no_warning(csar):
    assert [finding.code for finding in csar.findings if finding.severity != "info"] == []
