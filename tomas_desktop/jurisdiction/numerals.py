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
from tomas_desktop.text.look_alikes import drawn_in_latin
from tomas_desktop.text.scripts import eid_letters

Kind = Literal["digits", "letters", "roman", "dash"]

DASHES = "-–—−‑"  # the hyphen first: it stands in character classes
_LETTER = r"[^\W\d_]"
# What French and Italian law puts after the number of an inserted unit: Article 5 bis, 5 ter.
TIMES = tuple(
    "bis ter quater quinquies sexies septies octies nonies decies undecies duodecies terdecies quaterdecies".split()
)
_TIMES = rf"(?:{'|'.join(TIMES)}|novies)(?!\w)"
# 185, 185a, 5 a, 5.a, 193-а, 38 – а, 117/1, 130/a/1, 16A, 1aa, 5 bis
NUMBER = (
    rf"\d+(?:[ {DASHES}]?{_TIMES}|(?:\s?|\.){_LETTER}{{1,2}}(?!\w|\s\d)"
    rf"|\s?[{DASHES}/]\s?(?:\d+|{_LETTER}{{1,2}})(?!\w))*"
)
ROMAN = r"(?=[IVXLCivxlc])(?:[Xx][CcLl]|[Ll]?[Xx]{0,3}|[Cc][Xx]{0,3})(?:[Ii][Xx]|[Ii][Vv]|[Vv]?[Ii]{0,3})"
GREEK_ROMAN = str.maketrans("ΙΧ", "IX")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_INNER = {
    "1": "-?" + NUMBER.replace(r"\s?", ""),  # -1 stands before 1
    "a": rf"{_LETTER}{{1,3}}(?:/?\d+| {_TIMES})?",
    "A": r"[^\W\d_a-zа-я]{1,2}",
    "i": rf"[ivxl]+(?:[a-z]| {_TIMES})?",
    "I": r"[IVXL]+[a-z]?",
}
BARE = ("1", "a", "A", "i", "I")  # numbers with nothing around them, which only canonical text can declare
_SIGN = re.compile(r"([^\W_])")  # what stands for the number in a specimen
_MARK = re.compile(r"[)./\]°º]")  # what stands behind a letter that is a number
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
    sign = _SIGN.search(style)
    return "" if sign is None else sign[0] if sign[0] in ("A", "I") else eid_letters(sign[0], "")


@cache
def _pattern(style: str) -> re.Pattern[str]:
    if kind_of(style) == "dash":
        return re.compile(rf"(?P<num>[{DASHES}•·])(?:\s+(?P<rest>.*)|$)", re.DOTALL)
    if "1.1" in style:  # a number of as many parts
        printed = re.escape(style).replace("1", r"\d+")
        return re.compile(rf"(?P<num>(?P<core>{printed}))(?:\s+(?P<rest>.*)|$)", re.DOTALL)
    before, _, after = _SIGN.split(style, maxsplit=1)
    printed = rf"{re.escape(before)}(?P<core>{_INNER[_core(style)]}){re.escape(after)}"
    return re.compile(rf"(?P<num>{printed})(?:\s+(?P<rest>.*)|$)", re.DOTALL)


def numbered(text: str, styles: Iterable[str], pack: Pack) -> list[Numbered]:
    """Every way in which a line can be read as beginning with a number of one of these styles."""
    if not text:
        return []
    styles = tuple(styles)
    if not (text[0] in f"([•·{DASHES}" or text[0].isdigit() or _MARK.search(text, 0, 16) or _any_bare(styles)):
        return []
    found: list[Numbered] = []
    for style in dict.fromkeys(styles):
        match = _pattern(style).match(text)
        if match is None:
            continue
        inner = match.groupdict().get("core") or ""
        if "1.1" in style:
            inner = re.findall(r"\d+", inner)[-1]
        orders = _orders(inner, kind_of(style), pack)
        plain = inner.removeprefix("-").isdigit() or not any(c.isdigit() or c == " " for c in inner)
        if kind_of(style) == "letters" and len(inner) == 2 and inner[0] != inner[1]:
            plain = False
        found.extend(Numbered(style, match["num"], order, match["rest"] or "", plain) for order in orders)
    return found


def _orders(inner: str, kind: Kind, pack: Pack) -> tuple[int | None, ...]:
    """The places that a number may have in its series; none for what is no number of this kind. A letter of a
    translated act may be one of the translation's alphabet or of the original's, be it printed in the other script."""
    order = order_of(inner, kind, pack)
    if kind == "letters" and pack.is_translation:
        others = (original_order(each, pack) for each in (eid_letters(inner, pack.language), drawn_in_latin(inner)))
        return tuple(dict.fromkeys(each for each in (order, *others) if each is not None))
    return () if order is None and kind != "dash" else (order,)


def original_order(letter: str, pack: Pack) -> int | None:
    """The place of a Latin letter in the alphabet of the act that is translated: (aa) comes after (z)."""
    alphabet, letter = pack.eid_letters, letter.lower()
    if letter in alphabet:
        return alphabet.index(letter) + 1
    if len(letter) == 2 and letter[0] == alphabet[0] and letter[1] in alphabet:
        return len(alphabet) + alphabet.index(letter[1]) + 1
    return None


def style_of(printed: str, styles: Iterable[str], pack: Pack) -> tuple[str, int | None]:
    """The style in which a number is printed, and its order; ("", None) for one of another style or none."""
    found = [each for each in numbered(printed, styles, pack) if not each.rest]
    return (found[0].style, found[0].order) if found else ("", None)


@cache
def _any_bare(styles: tuple[str, ...]) -> bool:
    return any(style in BARE for style in styles)


def bare(printed: str, pack: Pack, is_roman: bool) -> tuple[str, int | None]:
    """The style of a number that has nothing around it ("1", "a", "ii"), and its order; ("", None) for another."""
    if is_roman and (value := roman(printed)):
        return "I" if printed.isupper() else "i", value
    styles = ("1", "A" if printed.isupper() else "a")
    return style_of(printed, styles, pack)


def order_of(inner: str, kind: Kind, pack: Pack) -> int | None:
    """The place of a number in its series, from 1; None for what is not a number of this kind."""
    inner = re.sub(rf" {_TIMES}$", "", inner)
    if kind == "digits":
        digits = re.match(r"-?\d+", inner)
        order = int(digits.group()) if digits else None
        return order + 1 if order is not None and order < 0 else order
    if kind == "roman":
        return roman(inner)
    if kind == "letters":
        return letter_order(inner, pack)
    return None


def letter_order(inner: str, pack: Pack) -> int | None:
    """The place of a letter in the alphabet of the law, or in the Latin one (a Serbian list in Latin script may
    count a, b, c); doubled letters come after the alphabet. A Latin `i` among Greek or Cyrillic letters is none."""
    letter = re.sub(r"[\d/]+$", "", inner).lower()
    if letter == "i" and not pack.letters[0].isascii():
        return None
    folded = eid_letters(letter, pack.language)
    alphabet = [eid_letters(each, pack.language) for each in pack.letters]
    if folded in alphabet:
        return alphabet.index(folded) + 1
    if len(folded) == 2 and folded[0] == folded[1] and folded[0] in alphabet:
        return len(alphabet) + alphabet.index(folded[0]) + 1
    is_two = len(letter) == 2 and inner.islower() and not roman(inner)
    if is_two and folded[:1] in alphabet and folded[1:] in alphabet[:6]:  # (ea), put in after (e)
        return alphabet.index(folded[0]) + 1
    latin = "abcdefghijklmnopqrstuvwxyz"
    return latin.index(folded) + 1 if len(folded) == 1 and folded in latin else None


def roman(text: str) -> int | None:
    """The value of a Roman numeral (a letter after it is dropped: VIIIa); None when it is none. Greek texts print
    it in Greek capitals of the same drawing."""
    text = text.translate(GREEK_ROMAN)
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
    if not read and " " not in text and _is_misprinted_ordinal(text.lower(), pack):
        return None, True
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
    for tens, value in pack.cardinals.items():  # dvadesetprva, дваесетипрва
        if word.startswith(tens) and len(word) > len(tens) + 2:
            ones = _ordinal_word(word[len(tens) :], pack)
            if ones is not None and ones < 10 <= value:
                return value + ones
    joint = next((each for each in pack.joint if each.isalpha() and word.startswith(each) and len(word) > 4), "")
    return _ordinal_word(word[len(joint) :], pack) if joint else None


def _is_misprinted_ordinal(word: str, pack: Pack) -> bool:
    """Is one letter of an ordinal wrong or missing ("трвесетта", "трисетипетта")?"""
    if len(word) < 7:
        return False
    letters = set(word) | {letter for stem in (*pack.ordinals, *pack.cardinals) for letter in stem}
    for place in range(len(word)):
        for letter in letters:
            if _ordinal_word(f"{word[:place]}{letter}{word[place + 1 :]}", pack) is not None:
                return True
            if _ordinal_word(f"{word[:place]}{letter}{word[place:]}", pack) is not None:
                return True
    return False
