"""What is remarked on a tree that was read."""

from __future__ import annotations

from tests.importers.trees import RS
from tomas_desktop.jurisdiction import numbering, remarks
from tomas_desktop.model.provision import Provision


def law(*numbers: str) -> tuple[Provision, ...]:
    text = (Provision("", "paragraph", text="Tekst."),)
    return numbering.with_eids([Provision("", "article", number, children=text) for number in numbers], RS)[0]


def remarked(nodes: tuple[Provision, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.eid) for finding in remarks.of_tree(nodes)]


def test_a_law_in_order_has_no_remarks() -> None:
    assert remarked(law("Član 1", "Član 2", "Član 2a", "Član 3")) == []
    assert remarked(law("Član 187", "Čl. 188 i 189", "Član 190")) == []


def test_a_number_left_out_is_where_an_article_was_not_recognised() -> None:
    assert remarked(law("Član 1", "Član 3")) == [("article-left-out", "art_3")]


def test_a_number_that_only_stands_elsewhere_is_out_of_order_not_left_out() -> None:
    assert remarked(law("Član 1", "Član 3", "Član 2", "Član 4")) == [("article-out-of-order", "art_2")]


def test_an_excerpt_is_remarked_once() -> None:
    assert remarked(law("Član 1", "Član 5", "Član 9", "Član 20")) == [("articles-left-out", "art_5")]


def test_paragraphs_are_counted_too() -> None:
    def with_paragraphs(*numbers: str) -> tuple[Provision, ...]:
        inside = tuple(Provision("", "paragraph", number, "", "Tekst.") for number in numbers)
        return numbering.with_eids([Provision("", "article", "Član 1", children=inside)], RS)[0]

    assert remarked(with_paragraphs("(1)", "(2)", "(3)")) == []
    assert remarked(with_paragraphs("(1)", "(3)")) == [("paragraph-left-out", "art_1__para_3")]
    assert remarked(with_paragraphs("(2)", "(1)")) == [("paragraph-out-of-order", "art_1__para_1")]


def test_an_article_without_text_is_remarked() -> None:
    empty = numbering.with_eids([Provision("", "article", "Član 1", children=(Provision("", "paragraph"),))], RS)[0]
    assert remarked(empty) == [("article-without-text", "art_1")]
