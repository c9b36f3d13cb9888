"""Automatic numbers of a word processor: what is printed in front of a paragraph that the file only calls
"level 2 of list 7".

Word and OpenDocument describe a list alike: for each level a kind of number, a text around it, and where it
starts. Counting is the same in both and stands here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tomas_desktop.jurisdiction.numerals import to_roman

LEVELS = 10

# Alphabets in which word processors count. Russian and Ukrainian lists leave out letters that no number bears.
_LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {
    "latin": _LATIN,
    "ru": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщьюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "uk": "абвгдеєжзиіїклмнопрстуфхцчшщюя",
    "gr": "αβγδεζηθικλμνξοπρστυφχψω",
}
_LIMIT = 100_000  # no list counts further; a start beyond it is nonsense


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a number is spelt. `kind`: "digits", "roman", "letters", "bullet" or "none"; `alphabet` of the letters;
    `doubles` counts aa, bb, cc after the alphabet instead of aa, ab, ac; `width` of digits with zeros in front;
    `ending` is printed behind each number."""

    kind: str = "digits"
    upper: bool = False
    alphabet: str = "latin"
    doubles: bool = True
    width: int = 0
    ending: str = ""

    def spelt(self, value: int) -> str:
        """The number as printed. A value that cannot be spelt so (letters have no nought) is printed in digits."""
        if self.kind in ("none", "bullet"):
            return ""
        if self.kind == "letters" and 0 < value <= _LIMIT:
            text = _letters(value, ALPHABETS[self.alphabet], self.doubles)
        elif self.kind == "roman" and 0 < value < 4000:
            text = ("M" * (value // 1000) + _hundreds(value % 1000)).lower()
        else:
            return f"{value:0{self.width}d}{self.ending}"
        return (text.upper() if self.upper else text) + self.ending


def _letters(value: int, alphabet: str, doubles: bool) -> str:
    size = len(alphabet)
    if doubles:
        return alphabet[(value - 1) % size] * min((value - 1) // size + 1, 40)
    out = ""
    while value:
        value, place = divmod(value - 1, size)
        out = alphabet[place] + out
    return out


def _hundreds(value: int) -> str:
    steps = ((900, "CM"), (500, "D"), (400, "CD"))
    out = ""
    for step, letters in steps:
        if value >= step:
            out, value = out + letters, value - step
    return out + to_roman(value)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `text` is what is printed, `{0}` standing for this list's number at level 0, and so on.
    `restarts_after`: the number goes back to its start when a level above this one (counted from 0) has moved on;
    None when any level further out has; -1 for never. `plain` spells every number in it in digits."""

    format: NumberFormat = field(default_factory=NumberFormat)
    text: str = ""
    start: int = 1
    restarts_after: int | None = None
    plain: bool = False


_PLACE = re.compile(r"\{(\d)\}")
_DIGITS = NumberFormat()


@dataclass(slots=True)
class Count:
    """The numbers that one list has reached, by level; None where it has not begun."""

    reached: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def next(self, at: int, levels: dict[int, Level], start: int | None = None) -> str:
        """What is printed before the next paragraph of level `at`; `start` begins the level anew."""
        level = levels.get(at, Level())
        before = self.reached[at]
        self.reached[at] = start if start is not None else level.start if before is None else before + 1
        for inner in range(at + 1, LEVELS):
            restarts = levels[inner].restarts_after if inner in levels else None
            if restarts is None or at < restarts:
                self.reached[inner] = None
        return self.printed(at, levels)

    def printed(self, at: int, levels: dict[int, Level]) -> str:
        """The number of level `at` as it stands now."""
        level = levels.get(at, Level())

        def number(match: re.Match[str]) -> str:
            wanted = levels.get(int(match[1]), Level())
            value = self.reached[int(match[1])]
            shown = _DIGITS if level.plain and wanted.format.kind != "none" else wanted.format
            return shown.spelt(wanted.start if value is None else value)

        return " ".join(_PLACE.sub(number, level.text).split())


def bullet(sign: str) -> str:
    """The sign of a list without numbers: a dash stays the dash it is; whatever else is drawn (a hollow circle is
    the letter o, a square the sign § of a font of pictures) is a bullet."""
    sign = sign.strip()
    return sign if sign in ("-", "–", "—", "−", "‑", "") else "•"
