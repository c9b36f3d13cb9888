"""Numbers as laws print them: `(1)`, `1.`, `a)`, `(iv)`, `VIII`, `dvadeset prva`, and what comes after each.

A style is written as its own specimen: `1` stands for digits, `a` and `A` for letters, `i` and `I` for Roman
numerals, `–` for a dash; what stands around it is printed around every number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.text.scripts import eid_letters

Kind = Literal["digits", "letters", "roman", "dash"]

DASHES = "-–—−‑"  # the hyphen first: it stands in character classes
_LETTER = r"[^\W\d_]"
# 185, 185a, 5 a, 193-а, 38 – а, 117/1, 130/a/1, 16A, 1aa
NUMBER = rf"\d+(?:\s?{_LETTER}{{1,2}}(?!\w|\s\d)|\s?[{DASHES}/]\s?(?:\d+|{_LETTER}{{1,2}})(?!\w))*"
ROMAN = r"(?=[IVXLCivxlc])(?:[Xx][CcLl]|[Ll]?[Xx]{0,3}|[Cc][Xx]{0,3})(?:[Ii][Xx]|[Ii][Vv]|[Vv]?[Ii]{0,3})"
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_INNER = {
    "1": NUMBER.replace(r"\s?", ""),
    "a": rf"{_LETTER}{{1,2}}(?:/?\d+)?",
    "A": r"[^\W\d_a-zа-я]{1,2}",
    "i": r"[ivxl]+[a-z]?",
    "I": r"[IVXL]+[a-z]?",
}
_KINDS: dict[str, Kind] = {"1": "digits", "a": "letters", "A": "letters", "i": "roman", "I": "roman"}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: the style it is printed in, the number as printed, its order (None where
    it says nothing, as a dash), and the rest of the line."""

    style: str
    num: str
    order: int | None
    rest: str
    plain: bool = True  # without an inserted letter or second number


def kind_of(style: str) -> Kind:
    """What a style counts with."""
    return _KINDS.get(_core(style), "dash")


def _core(style: str) -> str:
    """The sign that stands for the number in a specimen: "1" of "(1)", "a" of "а)"."""
    sign = style.strip("()[]. ")[:1]
    return sign if sign in ("A", "I") else eid_letters(sign, "")


@cache
def _pattern(style: str) -> re.Pattern[str]:
    if kind_of(style) == "dash":
        return re.compile(rf"(?P<num>[{DASHES}•·])(?:\s+(?P<rest>.*)|$)", re.DOTALL)
    core = _core(style)
    raw = style.strip("()[]. ")
    before, after = style.split(raw, 1) if raw else ("", "")
    printed = rf"{re.escape(before)}(?P<core>{_INNER[core]}){re.escape(after)}"
    return re.compile(rf"(?P<num>{printed})(?:\s+(?P<rest>.*)|$)", re.DOTALL)


def numbered(text: str, styles: Iterable[str], pack: Pack) -> list[Numbered]:
    """Every way in which a line can be read as beginning with a number of one of these styles."""
    if not text or not (text[0] in f"([•·{DASHES}" or text[0].isdigit() or ")" in text[:6] or "." in text[:6]):
        return []
    found = []
    for style in dict.fromkeys(styles):
        match = _pattern(style).match(text)
        if match is None:
            continue
        inner = match.groupdict().get("core") or ""
        order = order_of(inner, kind_of(style), pack)
        if order is None and kind_of(style) != "dash":
            continue
        plain = inner.isdigit() or not any(c.isdigit() for c in inner)
        found.append(Numbered(style, match["num"], order, match["rest"] or "", plain))
    return found


def style_of(printed: str, styles: Iterable[str], pack: Pack) -> tuple[str, int | None]:
    """The style in which a number is printed, and its order; ("", None) for one of another style or none."""
    found = [each for each in numbered(printed, styles, pack) if not each.rest]
    return (found[0].style, found[0].order) if found else ("", None)


def order_of(inner: str, kind: Kind, pack: Pack) -> int | None:
    """The place of a number in its series, from 1; None for what is not a number of this kind."""
    if kind == "digits":
        digits = re.match(r"\d+", inner)
        return int(digits.group()) if digits else None
    if kind == "roman":
        return roman(inner)
    if kind == "letters":
        return letter_order(inner, pack)
    return None


def letter_order(inner: str, pack: Pack) -> int | None:
    """The place of a letter in the alphabet of the law, or in the Latin one (a Serbian list in Latin script may
    count a, b, c); doubled letters come after the alphabet."""
    letter = re.sub(r"[\d/]+$", "", inner).lower()
    folded = eid_letters(letter, pack.language)
    alphabet = [eid_letters(each, pack.language) for each in pack.letters]
    if folded in alphabet:
        return alphabet.index(folded) + 1
    if len(folded) == 2 and folded[0] == folded[1] and folded[0] in alphabet:
        return len(alphabet) + alphabet.index(folded[0]) + 1
    latin = "abcdefghijklmnopqrstuvwxyz"
    return latin.index(folded) + 1 if len(folded) == 1 and folded in latin else None


def roman(text: str) -> int | None:
    """The value of a Roman numeral (a letter after it is dropped: VIIIa); None when it is none."""
    numeral = re.fullmatch(rf"({ROMAN})[a-zа-шђјљњћџ]?", text)
    if not numeral or not numeral[1]:
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral[1].lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def to_roman(value: int) -> str:
    """A small number in Roman numerals, upper case."""
    steps = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for step, letters in steps:
        out += letters * (value // step)
        value %= step
    return out


def ordinal(text: str, pack: Pack) -> tuple[int | None, bool]:
    """(value, is it an ordinal at all) of number words such as "dvadeset prva". A word that cannot be read next
    to one that can gives (None, True): it is a number, misprinted."""
    total, unread, read = 0, False, 0
    for word in text.lower().split():
        if word in pack.joint:  # дваесет и прва
            continue
        value = _ordinal_word(word, pack)
        if value is None:
            unread = True
        else:
            total, read = total + value, read + 1
    if not read or len(text.split()) > 3:
        return None, False
    return (None if unread else total), True


def _ordinal_word(word: str, pack: Pack) -> int | None:
    for ending in (0, 1, 2):  # the endings of gender and case: prv-a, petnaest-i, dhjet-ë
        stem = word[: len(word) - ending]
        if stem in pack.cardinals:
            return pack.cardinals[stem]
        if stem in pack.ordinals:
            return pack.ordinals[stem]
    for tens, value in pack.cardinals.items():  # dvadesetprva
        if word.startswith(tens) and len(word) > len(tens) + 2:
            ones = _ordinal_word(word[len(tens) :], pack)
            if ones is not None and ones < 10 <= value:
                return value + ones
    return None
