"""The texts that are measured on: real laws beside the checkout, or sentences made up here."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.row import UnavailableError

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
EU_ACT = SHARED / "eu-html" / "52022PC0209_CSAR_EN.html"
NATIONAL_LAW = SHARED / "national-rs" / "rs_KZ_krivicni-zakonik.lat.txt"

SYLLABLES = "pro vi der ser re port de tect ma te ri al co or di na ting au tho ri ty or der as sess risk".split()


def real(path: Path) -> Path:
    """A real law; raises UnavailableError where the folder shared/ is not beside the checkout."""
    if not path.is_file():
        raise UnavailableError(f"{path.name} is not there (it is looked for in shared/ beside the checkout)")
    return path


def article(words: int, seed: int = 1) -> str:
    """A made-up article of so many words, always the same for one seed: paragraphs of about 80 words."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(1500)]
    out = []
    for number in range(words):
        end = ".\n" if number % 80 == 79 else "," if number % 17 == 16 else ""
        out.append(chance.choice(vocabulary) + end)
    return " ".join(out).replace("\n ", "\n")


def edited(text: str, share: float, seed: int = 2) -> str:
    """The same paragraphs with that share of their words replaced, dropped or followed by a new one."""
    chance = random.Random(seed)

    def words(word: str) -> list[str]:
        if chance.random() >= share:
            return [word]
        return chance.choice((["amended"], [word, "amended"], []))

    return "\n".join(" ".join(new for word in line.split() for new in words(word)) for line in text.split("\n"))
