"""The marks of canonical text that say what the next line is: `== part / title, heading below ==`.

A line that its wording alone would have read as another unit stands under such a mark. It names the unit with those
that it lies in: an article or a division from the top of the law, what stands below from the unit whose body it is
in (`article / paragraph / point`). The number is the first word of the line, of units that have none nothing;
otherwise the mark says how many words it has. A mark may stand over several lines, each of them such a unit, and
alone for a unit of which nothing is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tomas_desktop.jurisdiction.source import Declared, SourceLine
from tomas_desktop.model.provision import DIVISIONS, NOT_LAW

_MARK = re.compile(
    r"== (?P<units>[a-z]+(?: / [a-z]+)*)(?:, heading (?P<heading>above|below|only))?"
    r"(?:, number of (?P<words>\d+) words?)?(?:, (?P<empty>empty)|, (?P<run>[1-9]\d{0,6}) lines)? =="
)
_HOLDERS = DIVISIONS | NOT_LAW | {"article", "annex", "preamble"}
_WITHOUT_NUMBER = frozenset({"subparagraph", "wrapup", "table", "enacting", "citation"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as read: how many units stand under it, how many lines are each one's, how these are shared out."""

    units: tuple[str, ...]
    heading: str  # above, below, only; empty for none
    words: int  # of the number in front of the line
    is_empty: bool
    run: int

    @property
    def opens(self) -> bool:
        return Declared(self.units).opens

    @property
    def lines(self) -> int:
        """How many lines under the mark are of one unit."""
        return 0 if self.is_empty else 2 if self.heading in ("above", "below") else 1

    def source_line(self, lines: Sequence[str]) -> SourceLine:
        """A unit of these lines (as many as `lines` says, or fewer at the end of a text)."""
        under = list(lines)
        heading = under.pop(1 if self.heading == "below" and len(under) > 1 else 0) if self.heading and under else ""
        own = under[0] if under else ""
        if self.opens:
            return SourceLine("", "text", declared=Declared(self.units, own, heading, self.heading == "above"))
        num = " ".join(own.split(" ")[: self.words])
        return SourceLine(own, "text", declared=Declared(self.units, num, heading))


def read(text: str) -> Mark | None:
    """The mark that this line is; None for any other line, and for the marks of blocks (`== preface ==`)."""
    match = _MARK.fullmatch(text)
    if match is None:
        return None
    units = tuple(match["units"].split(" / "))
    if not (units[0] in _HOLDERS and (len(units) > 1 or Declared(units).opens)):
        return None
    words = int(match["words"]) if match["words"] else _usual_words(units[-1])
    return Mark(units, match["heading"] or "", words, match["empty"] is not None, int(match["run"] or 1))


def written(declared: Declared, has_line: bool, run: int = 1) -> str:
    """The mark over a unit, or over a `run` of units; `has_line`: is its number or its text printed?"""
    parts = [" / ".join(declared.units)]
    if declared.heading:
        is_above = declared.heading_above or not declared.opens
        parts.append("heading " + ("only" if not has_line else "above" if is_above else "below"))
    words = len(declared.num.split())
    if has_line and not declared.opens and words != _usual_words(declared.unit):
        parts.append(f"number of {words} word" + ("" if words == 1 else "s"))
    if not has_line and not declared.heading:
        parts.append("empty")
    if run > 1:
        parts.append(f"{run} lines")
    return f"== {', '.join(parts)} =="


def under(lines: Sequence[str]) -> Iterator[tuple[int, list[SourceLine], int]]:
    """Every mark of a text: its place, the units that it declares, and the place after their lines."""
    place = 0
    while place < len(lines):
        mark = read(lines[place])
        place += 1
        if mark is not None:
            end = min(place + mark.lines * mark.run, len(lines))
            each = [lines[start : start + mark.lines] for start in range(place, end, mark.lines or 1)]
            yield place - 1, [mark.source_line(one) for one in each or [[]]], end
            place = end


def _usual_words(unit: str) -> int:
    return 0 if unit in _WITHOUT_NUMBER else 1
