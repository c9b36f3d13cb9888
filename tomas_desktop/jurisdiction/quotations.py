"""Quotations that are lines of their own: the text that an amending act puts into another one."""

from __future__ import annotations

from collections.abc import Sequence

from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine

_REACH = 400  # lines: how far a quotation may run before an unclosed mark is taken for a misprint
_OPENERS = frozenset('„“«‘"')
_CLOSERS = ("”", "“", "»", "’", '"', "ˮ")


def announced(lines: Sequence[SourceLine], pack: Pack) -> set[int]:
    """The lines of quotations that the line above them announces with a colon: of one line, marks and all, or of
    several up to the one with the closing mark. Definitions, which only begin with a quoted word, are none."""
    found: set[int] = set()
    for place in range(1, len(lines)):
        first = _printed(lines[place])
        if place in found or not lines[place - 1].text.endswith(":") or first[:1] not in (_OPENERS | {pack.quotes[0]}):
            continue
        if _ends_in_mark(first[1:]):
            found.add(place)
            continue
        for end in range(place + 1, min(place + _REACH, len(lines))):
            if closes(lines[end].text):
                found.update(range(place, end + 1))
                break
    return found


def closes(text: str) -> bool:
    """Does a line end a quotation that was opened above it? The mark at its end has no other half in it."""
    return _ends_in_mark(text) and not is_balanced(text)


def is_balanced(text: str) -> bool:
    """Does every quotation mark of the line have its other half there? ’ counts at the end only: elsewhere it may be
    an apostrophe."""
    if text.rstrip(".,; ").endswith("’"):
        return text.count("‘") >= text.count("’")
    count = sum(text.count(mark) for mark in '„“”«»ˮ"‘')
    return count % 2 == 0


def _printed(line: SourceLine) -> str:
    return f"{line.num} {line.text}".strip()


def _ends_in_mark(text: str) -> bool:
    return text.rstrip(".,; ").endswith(_CLOSERS)
