"""Two language versions of an act: paired by numbers, by places where the alphabets differ, never on a guess."""

from __future__ import annotations

import pytest

from tomas_desktop.align.language_versions import counterparts
from tomas_desktop.model.provision import Provision


def article(number: int, *paragraphs: Provision) -> Provision:
    return Provision(f"art_{number}", "article", f"Article {number}", children=paragraphs)


def paragraph(number: str, *points: Provision, within: str = "art_1") -> Provision:
    return Provision(f"{within}__para_{number}", "paragraph", f"{number}.", text="x", children=points)


def listed(letters: str) -> tuple[Provision, ...]:
    return tuple(
        Provision(f"art_1__para_1__point_{letter}", "point", f"({letter})", text=letter) for letter in letters.split()
    )


def paired(own: Provision, other: Provision) -> dict[str, str]:
    return {a.rpartition("__")[2]: b.eid.rpartition("__")[2] for a, b in counterparts([own], [other]).items()}


@pytest.mark.parametrize(
    ("own", "other", "pairs"),
    [
        ("a b c", "a b c", "aa bb cc"),
        ("a b c d e", "a b v g d", "aa bb cv dg ed"),  # as many, in another alphabet: by their places
        ("a b c d", "a b c", "aa bb cc"),  # the end is missing
        ("a b c d e", "a b d e", "aa bb"),  # one in the middle is: (d) may be a fourth or a fifth
        ("a b c d e f", "a b v g d", "aa bb"),
        ("a b", "", ""),
    ],
)
def test_points(own: str, other: str, pairs: str) -> None:
    found = paired(article(1, paragraph("1", *listed(own))), article(1, paragraph("1", *listed(other))))
    points = [f"{a[-1]}{b[-1]}" for a, b in found.items() if a.startswith("point")]
    assert points == pairs.split()


def test_paragraphs_pair_by_their_numbers_whatever_is_missing() -> None:
    own = article(1, *(paragraph(number) for number in ("1", "2", "3")))
    assert paired(own, article(1, paragraph("1"), paragraph("3"))) == {
        "art_1": "art_1", "para_1": "para_1", "para_3": "para_3",
    }  # fmt: skip
    assert paired(own, article(1, paragraph("1"), paragraph("2"), paragraph("4"))) == {
        "art_1": "art_1", "para_1": "para_1", "para_2": "para_2",
    }  # fmt: skip


def test_units_without_numbers_pair_where_there_are_as_many() -> None:
    def bare(many: int) -> Provision:
        return article(1, *(Provision(f"art_1__para_{n}", "paragraph", text="x") for n in range(1, many + 1)))

    assert len(paired(bare(3), bare(3))) == 4
    assert paired(bare(3), bare(2)) == {"art_1": "art_1"}


def test_articles_pair_wherever_they_stand_and_annexes_by_their_places() -> None:
    chapter = Provision("chp_I", "chapter", "Chapter I", children=(article(1, paragraph("1")),))
    other = Provision("title_I", "title", "Glava I", children=(article(1, paragraph("1")),))
    annexes = Provision("anx_I", "annex", "ANNEX I"), Provision("anx_1", "annex", "Prilog 1")
    found = counterparts([chapter, annexes[0]], [other, annexes[1]])
    assert {a: b.eid for a, b in found.items()} == {
        "art_1": "art_1", "art_1__para_1": "art_1__para_1", "anx_I": "anx_1",
    }  # fmt: skip


def test_an_article_that_is_not_there_is_nothing() -> None:
    assert paired(article(2), article(1)) == {}
