"""Fields named in braces, as a form's texts and the headers of its template hold them: `{law}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

BLANK = "________"  # what is not known is a blank that everybody sees

_NAME = re.compile(r"\{(\w+)\}")


def names_in(*texts: str) -> set[str]:
    """The fields that these texts name."""
    return {name for text in texts for name in _NAME.findall(text)}


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """What stands in a text, in order: (words, "") and ("", name of a field)."""
    for i, piece in enumerate(_NAME.split(text)):  # words, name, words, name, ..., words
        if i % 2:
            yield "", piece
        elif piece:
            yield piece, ""


def fill(text: str, value_of: Callable[[str], str], spell: Callable[[str], str] = str) -> str:
    """The text with every field replaced, what has no value by a visible blank; `spell` is applied to what stands
    around the fields (the other script of a form's own words)."""
    return "".join(spell(words) if words else value_of(name) or BLANK for words, name in pieces(text))
