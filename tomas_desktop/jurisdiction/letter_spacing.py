"""Words set in spaced letters: З А К О Н, V E N D O S I, Г Л А В А  П Р В А, L I GJ.

A blank that was typed is printed, so a text keeps it; but a heading is known by its word, and this says which one is
spaced out. A digraph stays together where the alphabet has it as one letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_LETTER = r"(?:lj|nj|dž|gj|dh|ll|rr|sh|th|xh|zh|[^\W\d_])"
_SPACED = re.compile(rf"{_LETTER}(?: {_LETTER}){{2,}}(?!\w)", re.IGNORECASE)


def joined(text: str) -> str:
    """The run of spaced letters with which a text begins, without its blanks; empty where it begins with none."""
    run = _SPACED.match(text) if text[1:2] == " " or text[2:3] == " " else None
    return run.group().replace(" ", "") if run else ""


def closed(text: str, known: Iterable[str]) -> str:
    """The text with the known word that its spaced letters begin or end with as one word: `Г Л А В А П Р В А 1` ->
    `ГЛАВА ПРВА 1`. A text without one stays as it is: nobody knows where its words end."""
    run = joined(text)
    if not run:
        return text
    after = text[_SPACED.match(text).end() :]  # type: ignore[union-attr]
    small = run.casefold()
    for word in _longest_first(tuple(known)):
        if small.startswith(word):
            return " ".join(part for part in (run[: len(word)], run[len(word) :]) if part) + after
        if small.endswith(word):
            return f"{run[: -len(word)]} {run[-len(word) :]}{after}"
    return text


def as_printed(part: str, text: str) -> tuple[str, str]:
    """A printed text cut behind the letters of `part`, the beginning of its closed form."""
    count = len(part.replace(" ", ""))
    place = 0
    while count and place < len(text):
        count -= text[place] != " "
        place += 1
    return text[:place], text[place:].strip()


@cache
def _longest_first(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({word.casefold() for word in words if len(word) > 2}, key=len, reverse=True))
