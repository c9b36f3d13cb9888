"""Words as they are counted, and tokens as they are compared."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")

# A word with its combining marks, a number with its inner points and commas kept whole ("500.000"), a line
# break, each blank alone (blanks joined into one token make false differences as soon as a word between two
# of them goes), each other mark alone.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*\w*|\w[\w\u0300-\u036f\u00ad]*|\s|.", re.DOTALL)


def normalise(text: str) -> str:
    """NFC without soft hyphens: the form in which words are counted and compared. An accent behind a soft hyphen
    belongs to the letter before it."""
    return unicodedata.normalize("NFC", text.replace("\u00ad", ""))


def words(text: str) -> list[str]:
    """Runs of letters, digits or `_` after NFC with soft hyphens dropped: what an import has to account for."""
    return _WORD.findall(normalise(text))


def tokens(text: str) -> list[str]:
    """The tokens of a text; joined they are the text again."""
    return _TOKEN.findall(text)


def is_word(token: str) -> bool:
    """Is this token a word or a number (not a blank, not a mark)?"""
    return token[0].isalnum() or token[0] == "_"
