"""YUSCII: the seven-bit code of the years before Unicode, in which letters took the places of brackets.

A text that was typed with such a font still holds the code: `Slu`ben vesnik`, `~len 1`. Serbian Latin had its
letters beyond ASCII in those places; Macedonian and Serbian Cyrillic fonts put Cyrillic shapes on all letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LATIN = dict(zip("^~]}[{@`\\|", "ČčĆćŠšŽžĐđ", strict=True))
_SHARED = dict(zip("abvgdezijklqmnwoprstufhcx", "абвгдезијклљмнњопрстуфхцџ", strict=True))
_SHARED |= {latin.upper(): cyrillic.upper() for latin, cyrillic in _SHARED.items()}
_SHARED |= dict(zip("^~[{@`", "ЧчШшЖж", strict=True))
_MACEDONIAN = _SHARED | dict(zip("]}\\|yY", "ЌќЃѓѕЅ", strict=True))
_SERBIAN = _SHARED | dict(zip("]}\\|", "ЋћЂђ", strict=True))
_LAYOUTS = {"mk": _MACEDONIAN, "sr-Cyrl": _SERBIAN, "sr-Latn": _LATIN, "hr": _LATIN}

_WORD = re.compile(r"[A-Za-z]{2}")
# A sign that can stand for a letter between two letters, or `{`, `~`, `|`, which are signs of no text, before one.
_INSIDE = re.compile(
    r"(?<=[a-z])[~`{}|^\[\]@\\](?=[a-z])|(?<![\w{|~`])[{~|`](?=[a-z]{2})|(?<=[A-Z])[\^\[\]@\\](?=[A-Z])"
)
_SIGN = re.compile(r"[~`{}|^\[\]@\\]")
_OWN = re.compile(r"[čćžšđČĆŽŠĐ\u0400-\u04ff]")
_LETTER = re.compile(r"[A-Za-z]")
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"[\w.-]+@[\w-]+\.\w|://|^www\.")
_ROMAN = re.compile(r"[(\[]?(?:[IVX]{2,}|[VX]|I(?=[.)-]|$))[a-z]?[.,;:)\]]*(?:-.*)?")
_FEW = 3
_SAMPLE = 5000  # words that show what a document is
_SHARE = 0.02  # of the words: these languages have such a letter in every fifth word


def is_yuscii(texts: Sequence[str], language: str) -> bool:
    """Is the document in this code? So it is when signs stand inside its words as often as letters, and the letters
    that they stand for are all but missing."""
    if language not in _LAYOUTS or sum(len(_SIGN.findall(text)) for text in texts) < _FEW:
        return False
    inside = words = own = 0
    for text in texts:
        if inside >= _FEW and words > _SAMPLE:
            break
        chunks = [chunk for chunk in text.split() if not _ADDRESS.search(chunk)]
        inside += sum(_INSIDE.search(chunk) is not None for chunk in chunks)
        words += sum(_WORD.search(chunk) is not None for chunk in chunks)
        own += sum(_OWN.search(chunk) is not None for chunk in chunks)
    return inside >= _FEW and inside > words * _SHARE and own * 10 < inside


def decoded(text: str, language: str) -> str:
    """A text of such a document in real letters; addresses and, in Cyrillic, Roman numerals stay, and so do signs
    that stand beside no letter."""
    layout = _LAYOUTS[language]
    table = str.maketrans(layout)

    def chunk(match: re.Match[str]) -> str:
        printed = match.group()
        if _ADDRESS.search(printed) or not _LETTER.search(printed) or ("a" in layout and _is_roman(match)):
            return printed
        return printed.translate(table)

    return _CHUNK.sub(chunk, text)


def _is_roman(match: re.Match[str]) -> bool:
    """A numeral was set in another font; `I` alone is the word `and` unless the line ends there or a stop follows."""
    printed = match.group()
    if printed == "I":
        return match.end() == len(match.string)
    return _ROMAN.fullmatch(printed) is not None
