"""Words set in spaced letters are known by what they say and kept as they are printed, in every format alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.readings import unaccounted
from tomas_desktop.importers import base, html, plain_text
from tomas_desktop.jurisdiction import letter_spacing, marks
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import walk

SERBIA = packs.load("rs", "sr-Latn")
MACEDONIA = packs.load("mk", "mk")
LAW = """Z A K O N
O PČELAMA

G L A V A P R V A
OSNOVNE ODREDBE

Č l a n 1
Ovim zakonom uređuje se let pčela.

Č L A N 2
Ovaj zakon stupa na snagu osmog dana.
"""


@pytest.mark.parametrize(
    ("printed", "known", "closed"),
    [
        ("З А К О Н ЗА ПЧЕЛИТЕ", ("закон",), "ЗАКОН ЗА ПЧЕЛИТЕ"),
        ("Г Л А В А П Р В А", ("Глава",), "ГЛАВА ПРВА"),
        ("P R O J E K T L I GJ", ("ligj",), "PROJEKT LIGJ"),
        ("Č l a n 12", ("Član",), "Član 12"),
        ("Z A K O N O PČELAMA", ("zakon", "zakonom"), "ZAKON O PČELAMA"),
        ("A B C D", ("zakon",), "A B C D"),  # no known word: nobody knows what it is
        ("I i V dela", ("deo",), "I i V dela"),
        ("Zakon o pčelama", ("zakon",), "Zakon o pčelama"),
    ],
)
def test_a_known_word_is_seen_through_its_spaces(printed: str, known: tuple[str, ...], closed: str) -> None:
    assert letter_spacing.closed(printed, known) == closed


def test_numbers_are_known_and_kept_as_printed() -> None:
    article = marks.article(SourceLine("Ч л е н 14-а"), MACEDONIA)
    assert article is not None
    assert (article.num, article.order) == ("Ч л е н 14-а", 14)
    chapter = marks.division(SourceLine("Г Л А В А  II"), MACEDONIA)
    assert chapter is not None
    assert (chapter.unit, chapter.num, chapter.order) == ("chapter", "Г Л А В А  II", 2)
    assert marks.begins("V E N D O S I:", ("vendosi",))


def test_a_law_in_spaced_letters_comes_in_whole(tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    path.write_text(LAW, encoding="utf-8")
    reading = base.read(path, SERBIA)
    assert reading.title == "ZAKON O PČELAMA"
    units = [node.eid for node in walk(reading.nodes) if node.unit in ("chapter", "article")]
    assert units == ["chp_1", "art_1", "art_2"]
    assert unaccounted(reading) == 0
    again = plain_text.read(canonical_text(reading.nodes).encode(), path, SERBIA)
    assert again.nodes == reading.nodes


def test_a_page_and_a_text_read_alike() -> None:
    lines = [line for line in LAW.splitlines() if line]
    page = "".join(f"<p>{line}</p>" for line in lines)
    from_page = html.read(f"<html><body>{page}</body></html>".encode(), Path("law.html"), SERBIA)
    assert from_page.nodes == plain_text.read("\n".join(lines).encode(), Path("law.txt"), SERBIA).nodes
