"""Hard-wrapped text: which line ends were put in by a page's width, and which by the author.

A line was broken by the width when the first word of the next one would not have fitted on it. Widths are
measured in characters or, for text that came out of a proportional font, in its average letter widths,
whichever tells the two kinds of line end apart better.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tomas_desktop.jurisdiction import marks
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine

_STOPS = (".", ":", ";", "!", "?")
_WIDEST_WRAP = 200  # characters; nobody wraps wider
_SHARE = 0.1  # of lines that must begin in the middle of a sentence before a text counts as wrapped
_SLACK = 0.96  # of the width: letters are measured on average
_NEAR = 0.75  # of the width: far enough for a line that goes on with a small letter

_CITED = re.compile(r"\d+[.)] [^\W\d_]*[a-zа-я]")
_ORDINAL = re.compile(r"\d\.$")

Measure = Callable[[str], float]


class _Widths(dict[str, float]):
    """Letter widths of a common sans-serif, in parts of the type size."""

    def __missing__(self, letter: str) -> float:
        self[letter] = 0.7 if letter.isupper() else 0.55
        return self[letter]


_WIDTHS = _Widths(
    dict.fromkeys("iljI.,;:'|! ", 0.26)
    | dict.fromkeys('tfr()[]-/"', 0.32)
    | dict.fromkeys("szckvxyčćšž", 0.5)
    | dict.fromkeys("mMwWшщжюфШЩЖЮФљњЉЊ", 0.85)
)


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line of the file: its text without outer blanks, how far it stands in, whether a blank line is above."""

    text: str
    indent: int = 0
    after_blank: bool = False


def is_wrapped(lines: Sequence[RawLine]) -> bool:
    """Was this text broken at a page's width? Many of its lines then begin in the middle of a sentence."""
    if len(lines) < 8 or max(len(line.text) for line in lines) > _WIDEST_WRAP:
        return False
    inside = [i for i in range(1, len(lines)) if _runs_on(lines[i - 1].text, lines[i])]
    if len(inside) < len(lines) * _SHARE:
        return False
    widest = max(len(line.text) for line in lines)
    near = sum(len(lines[i - 1].text) + len(lines[i].text.split()[0]) > 0.75 * widest for i in inside)
    return near * 2 > len(inside)


def _runs_on(before: str, line: RawLine) -> bool:
    return line.text[:1].islower() and before[-1:].isalpha() and not line.after_blank


def unwrapped(lines: Sequence[RawLine], pack: Pack) -> list[RawLine]:
    """The same text with one line per paragraph, point or heading. Cautious: where a line end might be the
    author's, it stays."""
    joiner = _Joiner(lines, pack)
    out: list[RawLine] = []
    for place, line in enumerate(lines):
        if out and joiner.continues(place, out[-1].text):
            out[-1] = RawLine(f"{out[-1].text} {line.text}", out[-1].indent, out[-1].after_blank)
        else:
            out.append(line)
    return out


class _Joiner:
    def __init__(self, lines: Sequence[RawLine], pack: Pack) -> None:
        self.lines = lines
        self.pack = pack
        self.measure, self.width = _measured(lines)
        self.is_mark = [_is_mark(line.text, pack) for line in lines]

    def continues(self, place: int, paragraph: str) -> bool:
        """Does this line go on with the paragraph whose last line is the one before it?"""
        line, before = self.lines[place], self.lines[place - 1]
        if line.after_blank or self.is_mark[place] or self.is_mark[place - 1]:
            return False
        if marks.begins(line.text, (*self.pack.clause_starts, *self.pack.leftover, *self.pack.enacting)):
            return False
        if marks.follows_formula(paragraph, line.text, self.pack):
            return False
        numbered = marks.numbered_line(line.text, self.pack)
        if paragraph.startswith("(") and paragraph.count("(") > paragraph.count(")") and not numbered:
            return True
        if before.text.endswith(tuple(f" {each}" for each in self.pack.abbreviations)):
            return True
        full = self.measure(f"{before.text} {line.text.split()[0]}") > self.width * _SLACK
        ended = before.text.endswith(_STOPS)
        if numbered and (ended or (before.text.endswith(",") and not full)):
            return False
        if line.text[:1].islower() and not ended and self.measure(before.text) > self.width * _NEAR:
            return True
        if _ORDINAL.search(before.text) and line.text[:1].islower():  # "iz stava 1." and "ovog člana"
            return True
        in_sentence = (before.text[-1:].isalnum() or before.text.endswith(",")) and (
            paragraph != before.text or marks.numbered_line(paragraph, self.pack)  # surely no heading
        )
        cited = before.text[-1:].isalpha() and _CITED.match(line.text)  # "... i člana" and "320. stav 2. ..."
        if in_sentence and (cited or not numbered) and self.measure(before.text) > self.width * _NEAR:
            return not self._leads_to_mark(place)
        if not full:
            return self._is_one_heading(before.text, line.text)
        if not ended:
            return True
        if line.indent > before.indent or numbered:
            return False
        return not (line.text[:1].isupper() and self._leads_to_mark(place))

    def _is_one_heading(self, before: str, text: str) -> bool:
        """A line may break early: its sentence or heading goes on with a small letter, a number, or in capitals."""
        title = SourceLine(before.rstrip(","))
        if text[:1].islower():
            return before[-1:].isalpha() or (before.endswith(",") and marks.is_heading(title, self.pack))
        if text[:1].isdigit():
            return before[-1:].isalnum() and not marks.numbered_line(text, self.pack)
        return before.isupper() and text.isupper() and marks.is_heading(title, self.pack) and len(before) > 25

    def _leads_to_mark(self, place: int) -> bool:
        """Do only lines of a heading stand between here and the number of an article or division?"""
        for after in range(place, min(place + 4, len(self.lines))):
            if self.is_mark[after]:
                return after > place
            text = self.lines[after].text
            if not (marks.is_heading(SourceLine(text), self.pack) or (after > place and text[:1].islower())):
                return False
            if text.endswith((*_STOPS, ",")):
                return False
        return False


def _is_mark(text: str, pack: Pack) -> bool:
    line = SourceLine(text)
    mark = marks.article(line, pack) or marks.division(line, pack)
    if mark is None:
        return False
    return mark.unit == "article" or not mark.num or not marks.is_bare(mark)


def _measured(lines: Sequence[RawLine]) -> tuple[Measure, float]:
    """The measure in which lines that surely were broken by the width lie closest together, and that width."""
    forced = [lines[i - 1].text for i in range(1, len(lines)) if _runs_on(lines[i - 1].text, lines[i])]
    if not forced:
        return len, float(_WIDEST_WRAP)
    return min(
        ((measure, max(map(measure, forced))) for measure in (_letters, len)), key=lambda each: _spread(forced, *each)
    )


def _spread(texts: Sequence[str], measure: Measure, width: float) -> float:
    """How far the shorter lines stay behind the widest, in parts of it."""
    return 1 - sorted(map(measure, texts))[len(texts) // 4] / width


def _letters(text: str) -> float:
    return sum(map(_WIDTHS.__getitem__, text))
