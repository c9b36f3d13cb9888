"""Where a row stands in an outline, and what stands next to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tomas_desktop.importers.outline import ASIDE, Row
from tomas_desktop.jurisdiction import marks
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine

Rows = list[Row]

FRAME = frozenset({"preface", "preamble", "memorandum", "statement", "conclusions"})  # holds no articles


def home(outline: Sequence[Row], at: int) -> int:
    """The row that opens the unit in which a paragraph at this place would lie; -1 before the first."""
    return next((i for i in range(at - 1, -1, -1) if outline[i].opens), -1)


def end_of(outline: Sequence[Row], at: int) -> int:
    """The row after the last one that lies in the unit opened here."""
    level = outline[at].level
    return next((i for i in range(at + 1, len(outline)) if outline[i].level <= level), len(outline))


def neighbour(outline: Sequence[Row], at: int, step: int) -> int:
    """The next row to be seen before (-1) or after (1) this one, ignored ones passed over; -1 where there is none."""
    place = at + step
    while 0 <= place < len(outline):
        if outline[place].is_shown and outline[place].role not in ("ignored", "lost"):
            return place
        place += step
    return -1


def headings_above(outline: Sequence[Row]) -> bool | None:
    """Where this law prints the headings of its articles; None where it has none."""
    sides = [row.above for row in outline if row.role == "heading" and row.unit == "article"]
    return sum(sides) * 2 > len(sides) if sides else None


def place_of(outline: Sequence[Row], row: Row) -> int:
    """The place of this very row."""
    return next(i for i, each in enumerate(outline) if each is row)


def text_unit(outline: Sequence[Row], opener: int) -> tuple[str, int]:
    """The unit and the level of a plain line right below this opening."""
    holder = outline[opener]
    return ("citation" if holder.unit == "preamble" else "paragraph"), holder.level + 1


def lifted(row: Row, by: int) -> Row:
    """The row so much deeper in the tree."""
    return row if row.level == ASIDE or not by else replace(row, level=max(row.level + by, 0))


def moved(outline: Sequence[Row], start: int, end: int, by: int) -> Rows:
    return [lifted(row, by) if start <= i < end else row for i, row in enumerate(outline)]


def heading_of(unit: str, level: int, text: str, above: bool, like: Row) -> Row:
    return Row("heading", unit, level + (not above), text=text, above=above, eid=like.eid, was=like.was)


def is_title(row: Row, pack: Pack) -> bool:
    return row.role == "text" and not row.num and row.unit != "table" and marks.is_heading(SourceLine(row.text), pack)


def named_by(outline: Sequence[Row], at: int) -> int | None:
    """The opening that a heading or a number belongs to."""
    row = outline[at]
    if row.opens:
        return at
    step = 1 if row.above else -1
    place = at
    while 0 <= place < len(outline) and outline[place].role in ("heading", "ignored", "lost"):
        place += step
    return place if 0 <= place < len(outline) and outline[place].opens else None


def has_heading(outline: Sequence[Row], main: int, above: bool) -> bool:
    place = neighbour(outline, main, -1 if above else 1)
    return place >= 0 and outline[place].role == "heading" and outline[place].above == above
