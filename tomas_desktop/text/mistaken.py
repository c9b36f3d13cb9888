"""Texts that a program once read in a wrong encoding and saved so: `ÄŒlan` or `Èlan` for `Član`, `×ëåí` for `Член`.

A whole document is read wrongly or none of it: what it shows as a whole decides, and a text in which the right
letters occur is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Mistake = Literal["utf-8", "windows-1250", "windows-1251"]  # what it really was, read as windows-1252

_SOUTH_SLAVIC_LATIN = frozenset({"sr-Latn", "hr", "sl", "bs"})
_CYRILLIC = frozenset({"sr-Cyrl", "mk", "bg"})


def _byte(letter: str) -> bytes:
    """The byte that windows-1252 shows as this letter; none for a letter that it does not have."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return bytes([ord(letter)]) if ord(letter) < 0x100 else b""


_SHOWN = "".join(chr(code) for code in range(0x80, 0x100)) + "".join(
    bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)
)
_RUN = re.compile(f"[{re.escape(_SHOWN)}]{{2,}}")
_CONTINUED = "".join(letter for letter in _SHOWN if b"\x7f" < _byte(letter) < b"\xc0")
_PAIR = re.compile(f"[ÂÃÄÅÐÑÎÏ][{re.escape(_CONTINUED)}]")
_TO_LATIN_2 = str.maketrans("èÈæÆðÐ", "čČćĆđĐ")
_TO_CYRILLIC = {
    ord(letter): right
    for letter in _SHOWN
    if (right := _byte(letter).decode("cp1251", errors="ignore")) and (right.isalpha() or right == "№")
}
_RIGHT = re.compile(r"[čćđČĆĐ\u0400-\u04ff]")
_WRONG_LATIN = re.compile(r"(?<=[a-zšž])[èæð]|[èæð](?=[a-zšž])|[ÈÆÐ](?=[a-zšž])")


def mistake(texts: Sequence[str], language: str) -> Mistake | None:
    """How this document was misread, None for one that was not."""
    text = "\n".join(texts)
    words = len(text.split())
    enough = max(3, words * 0.02)
    pairs = _PAIR.findall(text)
    if len(pairs) > enough and len(set(pairs)) > 1 and len(_RIGHT.findall(text)) * 20 < len(pairs):
        return "utf-8"
    if language in _SOUTH_SLAVIC_LATIN:
        wrong = len(_WRONG_LATIN.findall(text))
        return "windows-1250" if wrong > enough and len(_RIGHT.findall(text)) * 20 < wrong else None
    if language in _CYRILLIC:
        shown = sum("À" <= letter <= "ÿ" for letter in text)
        letters = sum(letter.isalpha() for letter in text)
        return "windows-1251" if shown > enough and shown > letters * 0.5 else None
    return None


def read_right(text: str, was: Mistake) -> str:
    """The text as it was before it was misread; what cannot have been misread stays."""
    if was == "utf-8":
        return _RUN.sub(_as_utf_8, text)
    return text.translate(_TO_LATIN_2 if was == "windows-1250" else _TO_CYRILLIC)


def _as_utf_8(match: re.Match[str]) -> str:
    try:
        return b"".join(map(_byte, match.group())).decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
