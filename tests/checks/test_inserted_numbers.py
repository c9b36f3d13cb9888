"""Numbers of new units: none twice, none left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.drafts import drafted, found

CODES = ("new-number-twice", "new-number-gap", "new-number-first")
HEADINGS = {"en": "Article {}\nOrders\n\n", "sr-Latn": "Član {}\n", "sr-Cyrl": "Члан {}\n", "mk": "Член {}\n"}
HEADINGS["sq"] = "Neni {}\nUrdhrat\n\n"
FIRST = {"en": "1a", "sr-Latn": "1a", "sr-Cyrl": "1а", "mk": "1-а", "sq": "1/1"}
SECOND = {"en": "1b", "sr-Latn": "1b", "sr-Cyrl": "1б", "mk": "1-б", "sq": "1/2"}
THIRD = {"en": "1c", "sr-Latn": "1v", "sr-Cyrl": "1в", "mk": "1-в", "sq": "1/3"}
TEXT = {
    "en": "1. A court decides:\n\n(a) on orders;\n\n({}) on fines.",
    "sr-Latn": "(1) Sud odlučuje:\n1) o nalogu;\n{}) o kazni.",
    "sr-Cyrl": "(1) Суд одлучује:\n1) о налогу;\n{}) о казни.",
    "mk": "(1) Судот одлучува:\n1) за налогот;\n{}) за казната.",
    "sq": "1. Gjykata vendos:\n\na) për urdhrin;\n\n{}) për gjobën.",
}
NEXT = {"en": "b", "sr-Latn": "2", "sr-Cyrl": "2", "mk": "2", "sq": "b"}
TOO_FAR = {"en": "d", "sr-Latn": "4", "sr-Cyrl": "4", "mk": "4", "sq": "ç"}
SAME = {"en": "a", "sr-Latn": "1", "sr-Cyrl": "1", "mk": "1", "sq": "a"}


def _new(folder: Path, language: str, *numbers: str, last: str = "") -> list[str]:
    """What is told of new articles of these numbers after Article 1, each with two points."""
    texts = [HEADINGS[language].format(each) + TEXT[language].format(last or NEXT[language]) for each in numbers]
    old = HEADINGS[language].format("1") + TEXT[language].format(NEXT[language])
    with drafted(folder, language, old, "\n\n".join(texts), at="art_1") as dossier:
        return [each.code for each in found(dossier, *CODES)]


@pytest.mark.parametrize("language", HEADINGS)
def test_numbers_that_follow_are_not_told(tmp_path: Path, language: str) -> None:
    assert _new(tmp_path, language, FIRST[language], SECOND[language]) == []


@pytest.mark.parametrize("language", HEADINGS)
def test_an_article_left_out_is_told(tmp_path: Path, language: str) -> None:
    assert _new(tmp_path, language, FIRST[language], THIRD[language]) == ["new-number-gap"]


@pytest.mark.parametrize("language", HEADINGS)
def test_a_point_left_out_or_twice_is_told(tmp_path: Path, language: str) -> None:
    (tmp_path / "a").mkdir()
    assert _new(tmp_path, language, FIRST[language], last=TOO_FAR[language]) == ["new-number-gap"]
    assert _new(tmp_path / "a", language, FIRST[language], last=SAME[language]) == ["new-number-twice"]


def test_a_gap_of_the_law_in_force_is_left_alone(tmp_path: Path) -> None:
    law = "Član 1\n(1) Sud odlučuje.\n(3) Žalba je dozvoljena.\n\nČlan 2\nPlaća se kazna.\n"
    with drafted(tmp_path, "sr-Latn", "(3) Žalba nije dozvoljena.", at="art_1__para_3", law=law) as dossier:
        assert found(dossier, *CODES) == []
