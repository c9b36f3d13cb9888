"""Article numbers that a printer or a scanner has spoilt, one repair after the other."""

from __future__ import annotations

import pytest

from tomas_desktop.importers import article_numbers
from tomas_desktop.jurisdiction import pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.provision import Note

MK, AL, RS = pack.load("mk", "mk"), pack.load("al", "sq"), pack.load("rs", "sr-Latn")


def repaired(order: pack.Pack, *texts: str) -> list[str]:
    made = article_numbers.repair([SourceLine(text) for text in texts], order)
    return [line.text for line in made.lines]


@pytest.mark.parametrize(
    ("order", "before", "printed", "right"),
    [
        (MK, "Член 399", "Член 400170", "Член 400"),
        (AL, "Neni 211", "Neni 21265", "Neni 212"),
        (MK, "Член 144", "Член 145 4", "Член 145"),
        (MK, "Член 385", "Член З86", "Член 386"),
        (MK, "Член 266", "Член 2б7", "Член 267"),
        (MK, "Член 58-а", "Член 58-6", "Член 58-б"),
        (MK, "Член 192", "Члсн 193", "Член 193"),
        (AL, "Neni 197/9", "Neni 197/l0", "Neni 197/10"),
        (AL, "Neni 4", "Neni5", "Neni 5"),
    ],
)
def test_a_number_is_what_the_count_says(order: pack.Pack, before: str, printed: str, right: str) -> None:
    word, number = right.split()[0], int("".join(c for c in right.split("/")[0] if c.isdigit()))
    assert repaired(order, before, "Text.", printed, "Text.", f"{word} {number + 1}")[2] == right


@pytest.mark.parametrize(
    ("order", "texts"),
    [
        (RS, ["Član 1", "Član 2", "Član 30", "Član 31"]),  # articles were left out: the count goes on
        (RS, ["Član 78", "Član 79-111", "Član 112"]),
        (AL, ["Neni 143/a", "Neni 143/a/1", "Neni 143/b"]),
        (AL, ["Neni 1", "Nenit 5 i shtohet 12"]),
        (MK, ["Член 182 – а", "Член 186"]),
        (RS, ["Član 5", "Član 6 stav 2"]),
        (RS, ["Član 3", "Član 45"]),  # the article of an amending law at the end
        (RS, ["Član 399", "Član 400"]),  # an excerpt
    ],
)
def test_numbers_that_are_right_stay(order: pack.Pack, texts: list[str]) -> None:
    assert repaired(order, *texts) == texts


def test_the_mark_is_kept_as_a_note_and_the_words_add_up() -> None:
    made = article_numbers.repair([SourceLine(text) for text in ("Neni 211", "Neni 21265", "Neni 213")], AL)
    assert made.lines[1].notes == (Note("editorial", "65"),)
    assert made.parted == 1
    (finding,) = made.findings
    assert dict(finding.values) == {"count": "1", "numbers": "Neni 21265 → Neni 212"}


def test_a_mark_behind_the_word_for_a_deleted_provision() -> None:
    made = article_numbers.repair([SourceLine("Член 98"), SourceLine("Избришан 2")], MK)
    assert (made.lines[1].text, made.lines[1].notes) == ("Избришан", (Note("editorial", "2"),))


def test_a_paragraphs_number_with_a_letter_for_its_digit() -> None:
    assert repaired(MK, "(З) Кој ќе скрши.") == ["(3) Кој ќе скрши."]
