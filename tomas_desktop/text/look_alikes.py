"""Repairs of letters that look right and are wrong: Latin letters inside Cyrillic words and the reverse.

Word processors and web editors mix scripts without anyone seeing it, and a search then finds nothing. A word
is repaired by the letters that only one script has; where these contradict each other it is left alone. What
was repaired is told, with the original.
"""

from __future__ import annotations

import re
from typing import Literal

Script = Literal["Latn", "Cyrl"]

# The same drawing in both scripts, Serbian and Macedonian alphabets. `ѕ` is a letter of Macedonian only.
_LATIN = "aeopcyxjsëèABCEHJKMOPTXYSËÈ"
_CYRILLIC = "аеорсухјѕёѐАВСЕНЈКМОРТХУЅЁЀ"
_ACCENTED = "áéíóúýÁÉÍÓÚÝ"  # an accent makes no letter Latin: Macedonian writes сé beside сѐ
_TO_CYRILLIC = str.maketrans(_LATIN.replace("s", "").replace("S", ""), _CYRILLIC.replace("ѕ", "").replace("Ѕ", ""))
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_WORD = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_NUMBERED = re.compile(r"\d+[^\W\d_]")  # 5a: the letter of an inserted article or point


def homoglyphs(text: str, script: Script) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with each word in one script, and the (before, after) of every word that was changed. `script` is
    that of the whole document: it decides where a word's own letters do not."""
    changed: list[tuple[str, str]] = []

    def repair(match: re.Match[str]) -> str:
        word = match.group()
        if word.isascii() and (script == "Latn" or not _is_disguised(match)):
            return word
        repaired = _in_one_script(word, script)
        if repaired != word:
            changed.append((word, repaired))
        return repaired

    while (repaired := _WORD.sub(repair, text)) != text:  # a repaired word shows what its neighbours are
        text = repaired
    return text, tuple(changed)


def drawn_in_latin(text: str) -> str:
    """The text with every Cyrillic letter that a Latin one looks like replaced by that one."""
    return text.translate(_TO_LATIN)


def _in_one_script(word: str, script: Script) -> str:
    if script == "Latn" and _NUMBERED.fullmatch(word):
        return word.translate(_TO_LATIN)
    latin = sum(_is_latin(letter) for letter in word)
    cyrillic = sum(_is_cyrillic(letter) for letter in word)
    if not latin or not (cyrillic or script == "Cyrl"):
        return word
    if cyrillic and _ROMAN.fullmatch(word.translate(_TO_LATIN)):
        return word.translate(_TO_LATIN)
    only_latin = sum(_is_latin(letter) and letter not in _LATIN for letter in word)
    only_cyrillic = sum(_is_cyrillic(letter) and letter not in _CYRILLIC for letter in word)
    if only_latin and only_cyrillic:
        return word
    if only_latin:
        return word.translate(_TO_LATIN)
    if only_cyrillic or cyrillic > latin or ((cyrillic == latin or not cyrillic) and script == "Cyrl"):
        return word.translate(_TO_CYRILLIC)
    return word.translate(_TO_LATIN)


def _is_disguised(match: re.Match[str]) -> bool:
    """Is this all-Latin word of a Cyrillic text a Cyrillic one? `5a` is, and so is a lower-case word of look-alikes
    between Cyrillic words ("o", "je"); an abbreviation, a Roman numeral or a word in a foreign phrase is not."""
    word, text = match.group(), match.string
    if (word.translate(_TO_CYRILLIC).isascii() and not _NUMBERED.fullmatch(word)) or word == "X":
        return False
    if _NUMBERED.fullmatch(word):
        return word[-1] in _LATIN and word[-1].islower() and not re.match(r"[^\W_]|\s?[A-Za-z]", text[match.end() :])
    if not all(letter in _LATIN for letter in word) or not (word.islower() or (word.istitle() and match.start() == 0)):
        return False
    before = re.search(r"[^\W\d_]+(?=[^\w]*$)", text[: match.start()])
    after = re.search(r"[^\W\d_]+", text[match.end() :])
    neighbours = [found.group() for found in (before, after) if found]
    return bool(neighbours) and all(any(_is_cyrillic(letter) for letter in word) for word in neighbours)


def _is_latin(letter: str) -> bool:
    return "a" <= letter.lower() <= "z" or ("À" <= letter <= "ž" and letter not in _ACCENTED)


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u04ff"
