"""Five hundred pairs of provisions as they are, and five hundred with one number altered, in every language."""

from __future__ import annotations

from random import Random

import pytest

from tests.checks.parallel_sentences import LANGUAGES, SLOTS, altered, amount, sentence
from tests.checks.texts import pair
from tomas_desktop.checks.figures import of_pairs

PAIRS = 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_pairs_that_say_the_same_raise_nothing(language: str) -> None:
    random = Random(f"same {language}")
    for _ in range(PAIRS):
        frame = random.randrange(len(SLOTS))
        amounts = tuple(amount(slot, random) for slot in SLOTS[frame])
        eu, national = sentence(frame, amounts, "en", random), sentence(frame, amounts, language, random)
        assert list(of_pairs([pair(eu, national, language)])) == [], (eu, national)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_altered_number_is_found(language: str) -> None:
    random = Random(f"altered {language}")
    for _ in range(PAIRS):
        frame = random.randrange(len(SLOTS))
        amounts = tuple(amount(slot, random) for slot in SLOTS[frame])
        place = random.randrange(len(amounts))
        other = altered(amounts[place], SLOTS[frame][place], random)
        changed = (*amounts[:place], other, *amounts[place + 1 :])
        texts = (amounts, changed) if random.random() < 0.5 else (changed, amounts)
        eu, national = sentence(frame, texts[0], "en", random), sentence(frame, texts[1], language, random)
        found = list(of_pairs([pair(eu, national, language)]))
        assert found, (amounts[place], other, eu, national)
