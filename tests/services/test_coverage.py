"""The rules of coverage, one by one: what the links of a country say of an article."""

from __future__ import annotations

import pytest

from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import coverage
from tomas_desktop.services.coverage import Cell


def article(*paragraphs: int) -> Provision:
    """An article with so many points in each of its paragraphs."""
    return Provision(
        "art_1", "article", "Article 1",
        children=tuple(
            Provision(
                f"art_1__para_{n}", "paragraph",
                children=tuple(
                    Provision(f"art_1__para_{n}__point_{k}", "point", f"({k})", text="x") for k in range(1, points + 1)
                ),
            )
            for n, points in enumerate(paragraphs, 1)
        ),
    )  # fmt: skip


def seen(of: Provision, **grades: str) -> Cell:
    """`para_1="full"` is a link of that provision, `article="full"` one of the whole; an empty grade: not graded."""
    links = [
        Correlation(
            Ref("act", "art_1" if place == "article" else f"art_1__{place}"),
            Ref("law", f"art_{i}"),
            grade=grade or None,  # type: ignore[arg-type]
            status="confirmed",
        )
        for i, (place, grade) in enumerate(grades.items(), 1)
    ]
    return coverage.cell(of, ["art_1"], links)


def test_nothing_linked_is_a_gap() -> None:
    assert seen(article(0, 0)).state == "gap"
    assert not seen(article(0, 0)).is_mixed


def test_a_link_of_the_article_is_one_of_each_paragraph() -> None:
    assert set(seen(article(0, 2, 0), article="partial").parts.values()) == {"partial"}


def test_paragraphs_that_differ_make_a_mixed_article_as_bad_as_the_worst() -> None:
    cell = seen(article(0, 0), para_1="full")
    assert (cell.state, cell.best) == ("gap", "full")
    assert cell.is_mixed


def test_a_paragraph_of_which_points_are_linked_is_the_worst_of_its_points() -> None:
    assert seen(article(2, 0), para_1__point_1="full", para_2="full").parts["art_1__para_1"] == "gap"
    assert seen(article(2, 0), para_1__point_1="full", para_1__point_2="partial", para_2="full").state == "partial"


def test_an_article_with_a_single_paragraph_is_looked_at_point_by_point() -> None:
    cell = seen(article(3), para_1__point_2="partial")
    assert list(cell.parts.values()) == ["gap", "partial", "gap"]
    assert (cell.state, cell.best) == ("gap", "partial")


def test_what_is_linked_with_the_single_paragraph_is_linked_with_its_points() -> None:
    assert set(seen(article(3), para_1="full").parts.values()) == {"full"}
    assert list(seen(article(2), para_1="partial", para_1__point_2="full").parts.values()) == ["partial", "full"]


@pytest.mark.parametrize("needless", ["not_transposable", "not_relevant"])
def test_what_needs_no_answer_is_left_out_unless_all_is(needless: str) -> None:
    assert seen(article(0, 0), para_1=needless, para_2="full").state == "full"
    assert seen(article(0, 0), para_1=needless, para_2=needless).state == needless


def test_a_link_without_a_grade_is_better_than_none_and_worse_than_any_other() -> None:
    assert seen(article(0), para_1="").state == "ungraded"
    assert seen(article(0), article="none", para_1="").state == "ungraded"
    assert seen(article(0), article="discretionary", para_1="").state == "discretionary"
