"""Letters that have two spellings: composed or not, one sign or two, seen or not seen.

Each function takes a line and gives it in the one spelling this program compares and prints; what is in that
spelling already comes back as it is. None of them changes how many words there are.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_ZERO_WIDTH = r"\u200b-\u200f\u202a-\u202e\u2060\ufeff"
_RUN = rf"(?<![{_ZERO_WIDTH}])[{_ZERO_WIDTH}]++"  # all of it, which is tried once however long it is
_LETTER = r"[\w\u0300-\u036f]"  # an accent that stands by itself belongs to the letter before
_HIDDEN = re.compile(rf"(?<!{_LETTER}){_RUN}|{_RUN}(?!{_LETTER})")
_ONE_SIGN = {"ǆ": "dž", "ǉ": "lj", "ǌ": "nj", "ǅ": "Dž", "ǈ": "Lj", "ǋ": "Nj", "Ǆ": "DŽ", "Ǉ": "LJ", "Ǌ": "NJ"}
_SIGNS = re.compile(r"[ǆǉǌǅǈǋǄǇǊ]")
_TWO_LETTERS = re.compile(r"(?:N|L)j|Dž")
_WORD = re.compile(r"[^\W\d_]+")
_ETHS = str.maketrans("ÐðƉ", "ĐđĐ")
_WITH_DJ = frozenset({"sr-Latn", "hr", "bs", "sl", "sr-Cyrl"})


def composed(text: str) -> str:
    """Letters with their accents in one code point: `г` and a combining acute are `ѓ`."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def without_hidden(text: str) -> str:
    """Without what is never printed: soft hyphens, and marks of width and direction outside words."""
    if text.isascii() or not _MARKS.search(text):
        return text
    return _HIDDEN.sub("", text.replace("\u00ad", ""))


def two_letters(text: str) -> str:
    """`ǌ` as `nj`, and in a word of capitals `ENjE` as `ENJE`."""
    if _SIGNS.search(text):
        text = _WORD.sub(lambda word: _SIGNS.sub(lambda sign: _spelt(sign, word.group()), word.group()), text)
    return _WORD.sub(lambda word: _in_capitals(word.group()), text) if _TWO_LETTERS.search(text) else text


def _spelt(sign: re.Match[str], word: str) -> str:
    """The two letters of a sign; a capital one before a small letter is `Dž`."""
    letters = _ONE_SIGN[sign.group()]
    return letters.capitalize() if letters.isupper() and word[sign.end() : sign.end() + 1].islower() else letters


def _in_capitals(word: str) -> str:
    rest = _TWO_LETTERS.sub("", word)
    return word.upper() if rest.isupper() and rest != word and len(rest) > 1 else word


def dj(text: str, language: str) -> str:
    """`Đ` where the Icelandic `Ð`, of the same drawing, was typed."""
    return text.translate(_ETHS) if language in _WITH_DJ and ("Ð" in text or "ð" in text or "Ɖ" in text) else text
