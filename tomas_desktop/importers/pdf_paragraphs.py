"""Paragraphs of a PDF: which printed line goes on with the one above it, seen from where both stand.

A line was broken by the width of the page when the first word of the next one would not have fitted on it. What
then still parts two lines is white space between them, an indented first line, another type, or a number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from tomas_desktop.importers.pdf_lines import PrintedLine
from tomas_desktop.jurisdiction import marks, numerals
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine

_STOPS = (".", ":", ";", "!", "?")
_SLACK = 2.0  # points by which a full line may stay behind the margin
_INDENT = 6.0  # points: a line that stands in further than this begins a paragraph
_CENTRED = 8.0  # points by which the two sides of a centred line may differ
_MORE_SPACE = 1.15  # of the usual distance of two lines: more parts two paragraphs
_OTHER_SIZE = 0.16  # of the height: two fonts of one size differ by less
_NEAR = 0.75  # of the width: far enough for a line that goes on with a small letter
_HYPHENS = ("-", "\u00ad", "‐")


@dataclass(slots=True)
class Paragraph:
    """Printed lines that are one paragraph. `indent` is how far its first line stands in; `notes` are the numbers of
    the notes it refers to."""

    text: str
    lines: list[PrintedLine]
    centred: bool
    notes: list[str] = field(default_factory=list)

    @property
    def last(self) -> PrintedLine:
        return self.lines[-1]

    def is_text(self, pack: Pack) -> bool:
        """Is this surely no heading? Where headings are centred, lines that fill the page are none."""
        if self.centred or len(self.lines) == 1 or _is_mark(self.text, pack) or self.text.isupper():
            return False
        return not marks.leftover(SourceLine(self.text), pack)


@dataclass(frozen=True, slots=True)
class Joined:
    """The paragraphs, the words that were parted at the end of a line, as (before, after), and whether the numbers
    of articles stand in the middle."""

    paragraphs: tuple[Paragraph, ...]
    hyphens: tuple[tuple[str, str], ...]
    centred: bool


def join(lines: Sequence[PrintedLine], pack: Pack) -> Joined:
    """The paragraphs of these lines, which are in reading order and free of furniture and notes."""
    joiner = _Joiner(lines, pack)
    out: list[Paragraph] = []
    for line in lines:
        if out and joiner.continues(out[-1], line):
            joiner.add(out[-1], line)
        else:
            out.append(Paragraph(line.text, [line], joiner.is_centred(line), list(line.marks)))
    numbers = [each.centred for each in out if marks.article(SourceLine(each.text), pack)]
    return Joined(tuple(out), tuple(joiner.hyphens), sum(numbers) * 3 > 2 * len(numbers))


class _Joiner:
    def __init__(self, lines: Sequence[PrintedLine], pack: Pack) -> None:
        self.pack = pack
        self.margins = _margins(lines)
        self.leading = _leading(lines)
        self.hyphens: list[tuple[str, str]] = []
        self.words = Counter(word for line in lines for word in re.findall(r"[\w-]+", line.text.lower()))

    def continues(self, paragraph: Paragraph, line: PrintedLine) -> bool:
        before, text = paragraph.last, paragraph.text
        if line.column != before.column and not (before.column == 1 and line.column == 2) and line.page == before.page:
            return False
        if (
            _is_mark(line.text, self.pack)
            or _is_bare_mark(text, self.pack)
            or marks.leftover(SourceLine(line.text), self.pack)
            or marks.follows_formula(text, line.text, self.pack)
        ):
            return False
        if text.startswith("(") and text.count("(") > text.count(")") and len(text) < 1500 and not self._number(text):
            return True
        full, ended = self._is_full(before, line), text.endswith(_STOPS)
        centred = self.is_centred(line)
        small = line.text[:1].islower()
        if abs(line.height - before.height) > _OTHER_SIZE * before.height and not (full and small):
            return False
        if self._is_far(before, line) and not (small and not ended and (full or (centred and paragraph.centred))):
            return False
        if paragraph.centred and centred:
            return self._is_one_heading(paragraph, line)
        if paragraph.centred and not self._is_flush(paragraph, line):
            return False
        if line.bold != before.bold and not (full and not ended):
            return False
        if self._number(line.text):
            return self._is_cited(paragraph, line, full, ended)
        if full and not ended and text.isupper() and line.text.isupper():
            return True
        if full and not ended:
            return not (centred and self._begins_heading(line))
        if not full:
            return small and not ended and before.right - before.left > _NEAR * self._width(before)
        return not self._is_indented(paragraph, line)

    def add(self, paragraph: Paragraph, line: PrintedLine) -> None:
        text = paragraph.text
        if text.endswith(_HYPHENS) and text[-2:-1].isalnum() and line.text[:1].isalnum():
            before, after = re.findall(r"\w+", text)[-1], re.findall(r"\w+", line.text)[0]
            if self._is_parted(before, after, text[-1]):
                self.hyphens.append((f"{before}-{after}", before + after))
                paragraph.text = text[:-1] + line.text
            else:
                paragraph.text = text + line.text
        else:
            paragraph.text = f"{text} {line.text}"
        paragraph.lines.append(line)
        paragraph.notes.extend(line.marks)

    def _is_parted(self, before: str, after: str, hyphen: str) -> bool:
        """Was one word parted here? A number keeps its hyphen, and so does a word that has it elsewhere."""
        if hyphen == "\u00ad":
            return True
        if before[-1].isdigit() or not after[0].islower():
            return False
        whole, hyphened = (before + after).lower(), f"{before}-{after}".lower()
        if self.words[whole]:
            return True
        if self.words[hyphened] or any(
            word.startswith(f"{before.lower()}-") for word in self.words if word != f"{before.lower()}-"
        ):
            return False
        if len(after) < 5:
            return True
        if len(before) > 3 and self.words[before.lower()]:
            return False
        small, stem = after.lower(), after.lower()[:5]  # elsewhere the second half is a word, perhaps in another case
        return self.words[small] < 2 and not any(word.startswith(stem) for word in self.words if word != small)

    def is_centred(self, line: PrintedLine) -> bool:
        left, right = self._sides(line)
        before, after = line.left - left, right - line.right
        free = min(before, after) / (right - left)
        unequal = _CENTRED if free < 0.1 else 2 * _CENTRED if free < 0.2 else 0.12 * (right - left)  # behind an indent
        return min(before, after) > _SLACK and abs(before - after) < unequal

    def _sides(self, line: PrintedLine) -> tuple[float, float]:
        return self.margins[line.page, line.column]

    def _width(self, line: PrintedLine) -> float:
        left, right = self._sides(line)
        return right - left

    def _is_full(self, before: PrintedLine, line: PrintedLine) -> bool:
        """Would the first word of the next line not have fitted?"""
        return before.right + 0.22 * before.height + line.first > self._sides(before)[1] - _SLACK

    def _is_far(self, before: PrintedLine, line: PrintedLine) -> bool:
        """Is there more white space between the lines than within a paragraph?"""
        if line.page != before.page or line.column != before.column:
            return False
        return before.base - line.base > _MORE_SPACE * self.leading.get(round(before.height), 1.3 * before.height)

    def _is_indented(self, paragraph: Paragraph, line: PrintedLine) -> bool:
        """Does the line stand in like the first one of a paragraph, and not like a further one of this?"""
        before = line.left - self._sides(line)[0]
        if len(paragraph.lines) > 1:
            last = paragraph.last.left - self._sides(paragraph.last)[0]
            return before > last + _INDENT
        first = paragraph.last.left - self._sides(paragraph.last)[0]
        hangs = before > first + 2 and self._number(paragraph.text) is not None
        return before > _INDENT and not hangs

    def _is_flush(self, paragraph: Paragraph, line: PrintedLine) -> bool:
        """Only one line looks centred so far: was it the first, indented one of a paragraph?"""
        if len(paragraph.lines) > 1 or paragraph.last.bold != line.bold:
            return False
        return self._is_full(paragraph.last, line) and line.left - self._sides(line)[0] < _INDENT

    def _is_one_heading(self, paragraph: Paragraph, line: PrintedLine) -> bool:
        text, before = paragraph.text, paragraph.last
        if before.bold != line.bold or self._number(line.text):
            return False
        if line.text[:1].islower() or text.endswith(("-", ",")):
            return True
        if text.endswith(_STOPS):
            return self._is_full(before, line)
        wide = before.right - before.left + line.first > 0.8 * self._width(before)
        return wide or (text.isupper() and line.text.isupper() and len(text) > 25)

    def _begins_heading(self, line: PrintedLine) -> bool:
        """A centred line under a full one whose sentence has no stop: a heading if it looks like one."""
        return marks.is_heading(SourceLine(line.text), self.pack) and not line.text[:1].islower()

    def _number(self, text: str) -> numerals.Numbered | None:
        return next(iter(numerals.numbered(text, marks.styles(self.pack), self.pack)), None)

    def _is_cited(self, paragraph: Paragraph, line: PrintedLine, full: bool, ended: bool) -> bool:
        """Is the number in front of this line one that the sentence above cites ("ставот | (2) на овој член")?"""
        if ended or not full:
            return False
        number = self._number(line.text)
        assert number is not None
        if self._is_indented(paragraph, line):
            return False
        if number.style.startswith("("):
            return not number.rest[:1].isupper()
        if paragraph.text.endswith(","):
            return number.style == "1."
        own = self._number(paragraph.text)
        follows = own is not None and own.style == number.style and number.order == (own.order or 0) + 1
        return not follows


def _margins(lines: Iterable[PrintedLine]) -> defaultdict[tuple[int, int], tuple[float, float]]:
    """The left and right edge of the text on each page, in each column."""
    groups: defaultdict[tuple[int, int], list[PrintedLine]] = defaultdict(list)
    for line in lines:
        groups[line.page, line.column].append(line)
    found: dict[tuple[int, int], tuple[float, float]] = {}
    for key, group in groups.items():
        widest = max(line.right - line.left for line in group)
        wide = [line for line in group if line.right - line.left > 0.8 * widest]
        if len(wide) >= 4:
            found[key] = min(line.left for line in wide), max(line.right for line in wide)
    usual: defaultdict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 600.0))
    for column in {key[1] for key in groups}:
        edges = [found[key] for key in found if key[1] == column] or [
            (min(line.left for line in group), max(line.right for line in group))
            for key, group in groups.items()
            if key[1] == column
        ]
        usual[column] = median(left for left, _ in edges), median(right for _, right in edges)
    out: defaultdict[tuple[int, int], tuple[float, float]] = defaultdict(lambda: (0.0, 600.0))
    for key in groups:
        left, right = usual[key[1]]
        own = found.get(key, (left, right))
        narrow = own[1] - own[0] < 0.9 * (right - left)  # a page of headings or points
        out[key] = (left, right) if narrow else own
    return out


def _leading(lines: Sequence[PrintedLine]) -> dict[int, float]:
    """The usual distance of two lines within a paragraph, by the height of the letters."""
    gaps: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for before, line in pairwise(lines):
        gap = before.base - line.base
        runs_on = line.text[:1].islower() and before.text[-1:].isalpha()
        if line.page == before.page and line.column == before.column and 0 < gap < 3 * line.height:
            gaps[round(before.height)][round(gap, 1)] += 10 if runs_on else 1
    out: dict[int, float] = {}
    for height, found in gaps.items():
        total = sum(found.values())
        # the narrowest distance that is not rare: paragraphs may be parted by white space more often than not
        out[height] = min(gap for gap, count in found.items() if count * 20 >= total)
    return out


def _is_bare_mark(text: str, pack: Pack) -> bool:
    """Is this a number that has its line for itself, without a title that may go on?"""
    mark = None if text[:1].islower() else marks.division(SourceLine(text), pack)
    return _is_mark(text, pack) and (mark is None or not mark.title)


def _is_mark(text: str, pack: Pack) -> bool:
    """Is this the number of an article or a division? A small first letter goes on with a sentence."""
    if text[:1].islower():
        return False
    line = SourceLine(text)
    mark = marks.article(line, pack) or marks.division(line, pack)
    if mark is None:
        return False
    return mark.unit == "article" or not mark.num or not marks.is_bare(mark)
