"""Numbers in words, as penalties and terms are written."""

from __future__ import annotations

import pytest

from tomas_desktop.text.number_words import numbers


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("sr-Latn", "kazniće se zatvorom od šest meseci do pet godina", [6, 5]),
        ("sr-Cyrl", "затвором од дванаест до двадесет пет година", [12, 25]),
        ("sr-Latn", "novčanom kaznom od dve hiljade do sto pedeset hiljada dinara", [2000, 150_000]),
        ("mk", "со затвор од шест месеци до пет години", [6, 5]),
        ("mk", "во рок од дваесет и четири часа", [24]),
        ("sq", "me burgim nga tre deri në dhjetë vjet", [3, 10]),
        ("sq", "njëzet e pesë vjet", [25]),
        ("en", "within twenty-four hours or one hundred and twenty days", [24, 120]),
        ("en", "two or three, and nothing else", [2, 3]),
        ("en", "no number at all", []),
        ("fi", "kaksi vuotta", []),
    ],
)
def test_numbers_are_read_in_order(language, text, found):
    assert list(numbers(text, language)) == found
