"""Numbers in words come back as numbers, in every spelling."""

from __future__ import annotations

from random import Random

import pytest

from tests.checks.parallel_sentences import LANGUAGES, Amount, written
from tests.checks.spelt_numbers import albanian, english, macedonian, serbian
from tomas_desktop.checks.figure_reading import figures
from tomas_desktop.text.scripts import to_cyrillic

SPELL = {
    "en": lambda n, random: f"within {english(n, random)} days",
    "sr-Latn": lambda n, random: f"u roku od {serbian(n, random, 'm')} dana",
    "sr-Cyrl": lambda n, random: f"у року од {to_cyrillic(serbian(n, random, 'f'))} недеља",
    "mk": lambda n, random: f"во рок од {macedonian(n, random, random.choice('mf'))} дена",
    "sq": lambda n, random: f"brenda {albanian(n, random, random.choice('mf'))} ditëve",
}


@pytest.mark.parametrize("language", SPELL)
def test_numbers_up_to_ten_thousand_and_some_beyond(language: str) -> None:
    random = Random(language)
    size = 7 if language == "sr-Cyrl" else 1
    for n in (*range(2, 1200), *(random.randrange(1200, 10_000) for _ in range(400)), *range(10_000, 900_000, 7919)):
        text = SPELL[language](n, random)
        assert [each.value for each in figures(text, language)] == [n * size], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_come_back_in_every_form(language: str) -> None:
    random = Random(language)
    for month in range(1, 13):
        for _ in range(6):
            day, year = random.randint(1, 28), random.randint(1995, 2040)
            text = written(Amount("date", (day, month, year)), language, random)
            assert [int(each.value) for each in figures(text, language)] == [year * 10_000 + month * 100 + day], text


@pytest.mark.parametrize(
    ("language", "texts", "value"),
    [
        ("sr-Latn", "petog dana|peti dan|petom danu|pet dana|petorodnevni|petodnevnog", 5),
        ("sr-Latn", "dvadeset prvog dana|dvadeset prvi dan|21. dana|21-dnevni|dvadesetjednodnevni", 21),
        ("sr-Cyrl", "трећег дана|трећи дан|тродневног|три дана|3 дана", 3),
        ("mk", "осмиот ден|осми ден|осум дена|осумте дена|осумдневен|8-дневен", 8),
        ("mk", "дваесет и првиот ден|дваесет и првиот ден|21 ден", 21),
        ("sq", "ditën e pestë|dita e pestë|pesë ditë|pesë ditëve|5-ditor", 5),
        ("en", "fifth day|five days|five-day|5th day|5 calendar days|five (5) days", 5),
        ("en", "twenty-first day|21st day|21 days|twenty-one days", 21),
    ],
)
def test_forms_of_one_number(language: str, texts: str, value: int) -> None:
    for text in texts.split("|"):
        assert [each.value for each in figures(text, language)] == [value], text
