"""Notes at the foot of a PDF's pages, and the raised numbers that refer to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tomas_desktop.importers.pdf_lines import PrintedLine

_SMALLER = 0.92  # of the usual height: letters of a note
_NUMBERED = re.compile(r"(\d{1,3}|\*{1,3})[.)]?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note: its number as printed, its text without it, the page it begins on."""

    number: str
    text: str
    page: int


def apart(pages: Sequence[Sequence[PrintedLine]]) -> tuple[list[list[PrintedLine]], list[FootNote]]:
    """The lines of each page without those of notes, and the notes. A note stands at the foot of its page in
    smaller letters and begins with its number, which is raised there or in the text above; smaller lines without
    one go on with a note of the page before that has not come to its stop."""
    heights = Counter(round(line.height, 1) for lines in pages for line in lines for _ in line.text)
    usual = heights.most_common(1)[0][0] if heights else 0.0
    bodies: list[list[PrintedLine]] = []
    notes: list[FootNote] = []
    for lines in pages:
        unfinished = (
            bool(notes)
            and bool(lines)
            and not notes[-1].text.endswith((".", ".)"))
            and notes[-1].page + 1 == lines[0].page
        )
        start = _foot(lines, usual, unfinished)
        known = {mark for line in lines for mark in line.marks}
        for line in lines[start:]:
            number = _number(line, known)
            if number:
                text = line.text if line.note else line.text.split(maxsplit=1)[1]
                notes.append(FootNote(number, text, line.page))
            else:
                last = notes.pop()
                notes.append(FootNote(last.number, f"{last.text} {line.text}", last.page))
        bodies.append(list(lines[:start]))
    return bodies, notes


def _foot(lines: Sequence[PrintedLine], usual: float, unfinished: bool) -> int:
    """Where the notes of a page begin; its end when it has none."""
    start = len(lines)
    while start and (lines[start - 1].height < _SMALLER * usual or lines[start - 1].note):
        start -= 1
    known = {mark for line in lines for mark in line.marks}
    begins = next((place for place in range(start, len(lines)) if _number(lines[place], known)), None)
    if unfinished and start:
        return start
    return len(lines) if begins is None else begins


def _number(line: PrintedLine, known: set[str]) -> str:
    """The number of the note that begins with this line, or nothing."""
    if line.note:
        return line.note
    number = _NUMBERED.match(line.text)
    return number[1] if number and number[1] in known else ""
