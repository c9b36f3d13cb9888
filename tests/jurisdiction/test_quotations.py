"""What an amending act quotes belongs to the words that announce it, and numbers nothing of the act itself."""

from __future__ import annotations

from tests.importers.readings import outline
from tomas_desktop.jurisdiction import pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.jurisdiction.structure import build

EU, SERBIA = pack.load("eu", "en"), pack.load("rs", "sr-Latn")


def body(text: str, law: pack.Pack = EU) -> list[str]:
    nodes = build([SourceLine(line) for line in text.splitlines()], law).nodes
    return outline(next(node for node in nodes if node.unit == "article"))


def test_a_quotation_stands_below_the_point_that_announces_it():
    assert body(
        "Article 1\nChanges\nThe act is amended:\n(1) this is added:\n‘4. Bees fly.’;\n(2) Article 3 goes."
    ) == [
        "paragraph The act is amended:",
        "  point (1) this is added:",
        "    subparagraph ‘4. Bees fly.’;",
        "  point (2) Article 3 goes.",
    ]


def test_numbers_inside_a_quotation_number_nothing():
    assert body(
        "Article 1\nChanges\nThis is inserted:\n‘Article 8a\n1. Bees fly.\n(a) high;\n2. They sting.’.\nIt stays."
    ) == [
        "paragraph This is inserted:",
        "  subparagraph ‘Article 8a",
        "  subparagraph 1. Bees fly.",
        "  subparagraph (a) high;",
        "  subparagraph 2. They sting.’.",
        "paragraph It stays.",
    ]


def test_articles_inside_a_quotation_of_several_lines_are_not_the_acts_own():
    text = "Član 1\nU članu 2. stav 1. menja se i glasi:\n„Član 2\nPčele lete.\nPčele spavaju.“\nČlan 2\nKraj."
    nodes = build([SourceLine(line) for line in text.splitlines()], SERBIA).nodes
    assert [node.num for node in nodes] == ["Član 1", "Član 2"]


def test_definitions_that_begin_with_a_quoted_word_are_no_quotations():
    assert body("Article 1\nTerms\n1. In this act:\n(a) ‘bee’ means an insect;\n(b) ‘hive’ means its ‘house’.") == [
        "paragraph 1. In this act:",
        "  point (a) ‘bee’ means an insect;",
        "  point (b) ‘hive’ means its ‘house’.",
    ]


def test_a_line_between_two_points_stands_in_the_first_of_them():
    assert body("Article 1\nBees\n1. Bees are:\n(a) small;\nThis is not so for queens.\n(b) loud.\nThey fly.") == [
        "paragraph 1. Bees are:",
        "  point (a) small;",
        "    subparagraph This is not so for queens.",
        "  point (b) loud.",
        "  subparagraph They fly.",
    ]


def test_a_point_put_in_after_another_is_a_point():
    assert body("Article 1\nBees\n1. Bees are:\n(e) small;\n(ea) loud;\n(f) kind.")[2] == "  point (ea) loud;"


def test_an_article_may_consist_of_what_else_would_open_the_conclusions():
    last = "This Directive is addressed to the Member States."
    text = f"Article 1\nBees\nBees fly.\nArticle 2\nAddressees\n{last}\nDone at X,"
    nodes = build([SourceLine(line) for line in text.splitlines()], EU).nodes
    assert [node.unit for node in nodes] == ["article", "article", "conclusions"]
    assert outline(nodes[1]) == [f"paragraph {last}"]
