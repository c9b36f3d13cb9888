"""The printed lines of a PDF page, from its letters and where each of them stands.

A PDF knows no lines and no paragraphs, only letters at places. Letters that follow each other on one base line
are a run; the runs of one base line are a line; two columns are read one after the other. The raised small
digits that refer to a note are taken out of their line and kept beside it.

Places are in points (1/72 inch), measured from the lower left corner of the page.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

import pypdfium2.raw as pdfium

from tomas_desktop.importers.pdf_columns import gutter_of

HYPHEN = "\ufffe"  # what pdfium gives for the hyphen of a word that is parted at the end of a line
_HYPHEN_CODE = 2
_UNMAPPED = frozenset({0, 0xFFFE, 0xFFFF})
_MARK = re.compile(r"\(?(?:[1-9]\d{0,2}|\*{1,3})\)?")
_UNITS = frozenset({"m", "km", "cm", "mm", "dm", "м", "км", "цм", "см", "мм", "дм"})  # m², km³
_RAISED = (0.12, 0.62)  # of the line's height: how far above the base line the mark of a note stands
_SMALL = 0.82  # of the line's height: the mark of a note is not higher
_GAP = 0.9  # of the height: a wider white space may part two columns
_LEAN = 0.02  # radians: letters that are turned further than this are not set along the lines
_THIN = 0.05  # of the height: what may be a blank, see _BLANK
_BLANK = 0.1  # of the font's size: a wider gap between letters is a blank, typed or not (poppler parts words there too)
_SPACED = 3  # capitals that stand alone in a row, from which on a word is taken to be set with spaces
_WIDER = 1.6  # of the usual gap between spaced capitals: a wider one parts two words


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line: its text, the page it is on (from 0), its column (0: the page has one; 1 and 2: left and right), its
    place and height, and the width of its first word. `marks` are the notes it refers to, `note` is the number of
    the note that it begins with. A turned line (a watermark) has `turned`."""

    text: str
    page: int
    column: int
    left: float
    right: float
    base: float
    height: float
    first: float = 0.0
    bold: bool = False
    marks: tuple[str, ...] = ()
    note: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page from top to bottom, column after column, and its size. `parted` counts the words that
    became two here, because the mark of a note was glued to them; `joined` those that came out of spaced capitals,
    less the one that they became; `gaps` are the words that only a gap parts, as (joined, parted)."""

    lines: tuple[PrintedLine, ...]
    width: float
    height: float
    parted: int = 0
    joined: int = 0
    gaps: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Word:
    """Letters with no white space between them. `typed`: the blank before it is in the file, not only a gap. `gaps`
    are the places in it where no blank stands, but print shows one: (letters before, their right edge, next left)."""

    text: str
    left: float
    right: float
    typed: bool = False
    gaps: list[tuple[int, float, float]] = field(default_factory=list)


@dataclass(slots=True)
class Run:
    """Words that follow each other on one base line in one size. `glued`: nothing parts it from the run before."""

    words: list[Word]
    base: float
    height: float
    place: int  # of its first letter on the page
    bold: bool = False
    glued: bool = False
    is_mark: bool = False

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class _Row:
    """The runs of one base line, in one column."""

    base: float
    height: float
    runs: list[Run] = field(default_factory=list)


def read(textpage: ctypes.c_void_p, number: int, width: float, height: float) -> Page:
    """The lines of one page of a document; `textpage` is pdfium's own handle."""
    sideways = _sideways(textpage)
    runs = _runs(textpage, sideways)
    gaps = [gap for run in runs for gap in _part_at_gaps(run)]
    turned = [] if sideways else [run for run in runs if len(run.text) <= 2 and _is_turned(textpage, run.place)]
    upright = [run for run in runs if run not in turned] if turned else runs
    before = {id(run): runs[place - 1] for place, run in enumerate(runs) if place}
    rows = _rows(upright)
    parted = sum(_parts_a_word(run, before.get(id(run))) for run in runs)
    lines: list[PrintedLine] = []
    joined = 0
    for column, row in _in_order(rows, gutter_of([(r.left, r.right, r.base, r.height) for r in upright])):
        line, saved = _line(row, number, column)
        joined += saved
        if line is not None:
            lines.append(line)
    if turned:
        lines.append(_watermark(turned, number))
    return Page(tuple(lines), width, height, parted, joined, tuple(gaps))


def _runs(page: ctypes.c_void_p, sideways: int) -> list[Run]:
    """The runs in the order of the file; the axes swapped for a page whose lines run up its side."""
    letter, get_origin = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    get_box = pdfium.FPDFText_GetLooseCharBox
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    out: list[Run] = []
    run: Run | None = None
    blank, typed = True, False
    for place in range(pdfium.FPDFText_CountChars(page)):
        code = letter(page, place)
        if code in (10, 13):
            run, blank, typed = None, True, False
            continue
        if code in _UNMAPPED:
            continue
        sign = "-" if code == _HYPHEN_CODE else chr(code)
        if sign.isspace():
            blank = True
            typed = typed or not pdfium.FPDFText_IsGenerated(page, place)
            continue
        get_origin(page, place, x, y)
        get_box(page, place, box)
        left, base, right, size = x.value, y.value, box.right, box.top - box.bottom
        if sideways:
            left, base, size = sideways * y.value, -sideways * x.value, box.right - box.left
            right = box.top if sideways > 0 else -box.bottom
        if (
            run is None
            or abs(base - run.base) > 0.08 * run.height
            or abs(size - run.height) > 0.12 * run.height
            or not run.right - run.height < left < run.right + _GAP * run.height
        ):
            bold = int(pdfium.FPDFText_GetFontWeight(page, place)) > 550
            run = Run([Word(sign, left, right)], base, max(size, 0.1), place, bold, bool(out) and not blank)
            out.append(run)
        elif blank:
            run.words.append(Word(sign, left, right, typed))
        else:
            word = run.words[-1]
            gap = left - word.right
            may_part = gap > _THIN * size and sign.isalpha() and word.text[-1].isalpha()
            if may_part and gap > _BLANK * _font_size(page, place):
                word.gaps.append((len(word.text), word.right, left))
            word.text += sign
            word.right = max(word.right, right)
        blank = typed = False
        if code == _HYPHEN_CODE:
            run, blank = None, True
    return out


def _font_size(page: ctypes.c_void_p, place: int) -> float:
    """The size of a letter in points as it is printed."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, place, matrix)
    return float(pdfium.FPDFText_GetFontSize(page, place)) * math.hypot(matrix.c, matrix.d)


def _part_at_gaps(run: Run) -> list[tuple[str, str]]:
    """Part the words of a run where print shows a blank that was not typed; a word of many such gaps is letter-spaced
    and stays. Tells (joined, parted) for each."""
    told: list[tuple[str, str]] = []
    words: list[Word] = []
    for word in run.words:
        if not word.gaps or len(word.gaps) * _SPACED >= len(word.text):
            words.append(word)
            continue
        start, left, typed = 0, word.left, word.typed
        parts: list[Word] = []
        for place, right, following in word.gaps:
            parts.append(Word(word.text[start:place], left, right, typed))
            start, left, typed = place, following, False
        parts.append(Word(word.text[start:], left, word.right))
        told.append((word.text, " ".join(part.text for part in parts)))
        words.extend(parts)
    run.words = words
    return told


def _sideways(page: ctypes.c_void_p) -> int:
    """1 for a page on which most lines run up its side, -1 for one on which they run down, else 0."""
    count = pdfium.FPDFText_CountChars(page)
    angles = Counter(round(pdfium.FPDFText_GetCharAngle(page, place), 1) for place in range(0, count, count // 40 + 1))
    usual = angles.most_common(1)[0][0] if angles else 0.0
    return 1 if usual == 4.7 else -1 if usual == 1.6 else 0


def _is_turned(page: ctypes.c_void_p, place: int) -> bool:
    return _LEAN < float(pdfium.FPDFText_GetCharAngle(page, place)) < 6.2832 - _LEAN


def _watermark(runs: Sequence[Run], number: int) -> PrintedLine:
    text = "".join(run.text if run.glued else f" {run.text}" for run in runs).strip()
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    return PrintedLine(text, number, 0, left, right, runs[0].base, runs[0].height, turned=True)


def _rows(runs: Sequence[Run]) -> list[_Row]:
    """The runs by base lines, from the top; small raised digits belong to the line beside them."""
    rows: list[_Row] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        row = next((row for row in reversed(rows[-4:]) if abs(row.base - run.base) <= 0.2 * run.height), None)
        if row is None:
            row = _Row(run.base, run.height)
            rows.append(row)
        row.runs.append(run)
        row.height = max(row.height, run.height)
    for row in rows:
        for run in [run for run in row.runs if re.fullmatch(r"[(\d*)]{1,4}", run.text)]:
            holder = _beside(run, [each for each in rows if each is not row])
            if holder is not None:
                row.runs.remove(run)
                run.is_mark = _MARK.fullmatch(run.text) is not None and not _is_exponent(run, holder)
                holder.runs.append(run)
    for row in rows:
        row.runs.sort(key=lambda run: run.left)
    return [row for row in rows if row.runs]


def _beside(run: Run, rows: Sequence[_Row]) -> _Row | None:
    """The line of higher letters at whose end, or before which, a small raised run stands."""
    for row in rows:
        rise = (run.base - row.base) / row.height
        if not _RAISED[0] < rise < _RAISED[1] or run.height > _SMALL * row.height:
            continue
        if any(other.left - row.height < run.left < other.right + 0.6 * row.height for other in row.runs):
            return row
    return None


def _is_exponent(run: Run, row: _Row) -> bool:
    """Is this raised digit part of a unit of measure (km²)?"""
    before = max(
        (other for other in row.runs if other.right <= run.left + 1), key=lambda other: other.right, default=None
    )
    return before is not None and before.words[-1].text.lower() in _UNITS


def _parts_a_word(run: Run, before: Run | None) -> bool:
    """Was the word that the page's text has here cut in two, before or after the mark of a note?"""
    if before is None or not run.glued or not (run.is_mark or before.is_mark):
        return False
    return _in_word(before.text[-1]) and _in_word(run.text[0])


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _in_order(rows: Sequence[_Row], gutter: float | None) -> Iterator[tuple[int, _Row]]:
    """The rows in reading order: above and below lines that cross the gutter, the left column before the right."""
    if gutter is None:
        yield from ((0, row) for row in rows)
        return
    left: list[_Row] = []
    right: list[_Row] = []
    for row in rows:
        if any(run.left < gutter - 1 and run.right > gutter + 1 for run in row.runs):
            yield from ((1, each) for each in left)
            yield from ((2, each) for each in right)
            yield 0, row
            left, right = [], []
            continue
        for side, runs in (
            (left, [run for run in row.runs if run.left < gutter]),
            (right, [run for run in row.runs if run.left >= gutter]),
        ):
            if runs:
                side.append(_Row(row.base, max(run.height for run in runs), runs))
    yield from ((1, each) for each in left)
    yield from ((2, each) for each in right)


def _line(row: _Row, number: int, column: int) -> tuple[PrintedLine | None, int]:
    """The line of a row, and how many words its spaced capitals were more than the words that they make."""
    words: list[Word] = []
    marks: list[str] = []
    note = ""
    before: Run | None = None
    for run in row.runs:
        if run.is_mark:
            if words:
                marks.append(run.text.strip("()"))
            else:
                note = run.text.strip("()")
            continue
        own = [replace(word) for word in run.words]
        if before is not None and run.glued and own[0].left - before.right < 0.25 * row.height:
            words[-1].text += own[0].text
            words[-1].right = own.pop(0).right
        words.extend(own)
        before = run
    if not words:
        return None, 0
    despaced = _without_spaces(words)
    letters = [run for run in row.runs if not run.is_mark]
    longest = max(letters, key=lambda run: len(run.text))
    bold = sum(len(run.text) for run in letters if run.bold) * 2 > sum(len(run.text) for run in letters)
    line = PrintedLine(
        " ".join(word.text for word in despaced), number, column, words[0].left, max(word.right for word in words),
        longest.base, longest.height, words[0].right - words[0].left, bold, tuple(marks), note,
    )  # fmt: skip
    return line, len(words) - len(despaced)


def _without_spaces(words: Sequence[Word]) -> list[Word]:
    """The words with their spaced capitals joined where the page shows which letters are one word: a wider gap parts
    two words ("З А  Ј А В Н И Т Е"), or no blank was typed and the letters are only set apart. Else the typed blanks
    are the law's own ("З А К О Н") and stay, as in any other format."""
    out: list[Word] = []
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and len(words[end].text) == 1 and words[end].text.isupper():
            end += 1
        if end - place < _SPACED:
            out.extend(words[place : end + 1])
            place = end + 1
            continue
        gaps = [
            after.left - before.right for before, after in zip(words[place:end], words[place + 1 : end], strict=False)
        ]
        usual = median(gaps)
        if any(word.typed for word in words[place + 1 : end]) and max(gaps) <= _WIDER * usual:
            out.extend(words[place:end])
            place = end
            continue
        out.append(Word(words[place].text, words[place].left, words[place].right))
        for word, gap in zip(words[place + 1 : end], gaps, strict=True):
            if gap > _WIDER * usual:
                out.append(Word(word.text, word.left, word.right))
            else:
                out[-1].text += word.text
                out[-1].right = word.right
        place = end
    return out
