"""Article numbers that printing and scanning have spoilt, set right where the count of articles shows how.

A note's mark sticks to a number or follows it ("Član 40017", "Član 145 4"): numbers rise, so what makes this one
jump is the mark. The number sticks to its word ("Član5"). A letter stands for the digit it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Note

_DIGITS = str.maketrans("ЗзбОоOolІI", "336000" + "0111")  # letters that text recognition takes for digits
_LETTERS = {"6": "б", "3": "з", "8": "в"}  # and the reverse, where the letter of an inserted article stands
_JUMP = 25  # articles that a law may leave out
_LONGEST = 16  # characters after the word


@dataclass(frozen=True, slots=True)
class Repaired:
    """The lines, what was repaired, and the words that became two."""

    lines: tuple[SourceLine, ...]
    findings: tuple[Finding, ...]
    parted: int


def repair(lines: Sequence[SourceLine], pack: Pack) -> Repaired:
    """Lines that are nothing but the number of an article, with that number as the law counts it."""
    out = [_without_mark(_with_digit(_with_right_word(line, pack)), pack) for line in lines]
    changed = [(line.text, right.text) for line, right in zip(lines, out, strict=True) if line is not right]
    lines = list(out)
    parted = 0
    places = [place for place, line in enumerate(lines) if _pattern(pack).fullmatch(line.text)]
    last: int | None = None  # an excerpt may begin with any number
    for i, place in enumerate(places):
        following = [_first(lines[other].text) for other in places[i + 1 : i + 4]]
        line, new_words = _one(lines[place], last, following, pack)
        if line.text != lines[place].text:
            changed.append((lines[place].text, line.text))
            out[place] = line
            parted += new_words
        last = _first(line.text)
    return Repaired(tuple(out), tuple(_findings(changed)), parted)


@cache
def _pattern(pack: Pack) -> re.Pattern[str]:
    words = {form.partition("{")[0].strip() for form in pack.article.forms}
    word = "|".join(map(re.escape, words))
    return re.compile(rf"(?P<word>{word})(?P<blank>\s*)(?P<number>[ЗзбОоOolІI]?\d.{{0,{_LONGEST}}})", re.IGNORECASE)


@cache
def _words(pack: Pack) -> tuple[str, ...]:
    return tuple({form.partition("{")[0].strip() for form in pack.article.forms if len(form.partition("{")[0]) > 4})


def _with_right_word(line: SourceLine, pack: Pack) -> SourceLine:
    """The line with its word right, when only one letter of it is not ("Члсн 193")."""
    match = re.fullmatch(r"([^\W\d_]{4,})( \d{1,4}(?:\s?[-–/]?\s?[^\W\d_]{1,2})?\.?)", line.text)
    if match is None or not match[1][0].isupper():
        return line
    for word in _words(pack):
        if len(word) == len(match[1]) and sum(a != b for a, b in zip(word, match[1], strict=True)) == 1:
            return replace(line, text=word + match[2])
    return line


def _with_digit(line: SourceLine) -> SourceLine:
    """A paragraph's number with its digit: text recognition takes 3 for the Cyrillic letter (З)."""
    if line.text.startswith("(З) "):
        return replace(line, text="(3)" + line.text[3:])
    return line


def _without_mark(line: SourceLine, pack: Pack) -> SourceLine:
    """The word that stands for a deleted provision without the mark of a note behind it ("Избришан 2")."""
    word, _, mark = line.text.rpartition(" ")
    if word in pack.deleted and mark.isdigit():
        return replace(line, text=word, notes=(*line.notes, Note("editorial", mark)))
    return line


def _first(text: str) -> int:
    digits = re.search(r"\d+", text)
    return int(digits.group()) if digits else 0


def _one(line: SourceLine, last: int | None, following: Sequence[int], pack: Pack) -> tuple[SourceLine, int]:
    match = _pattern(pack).fullmatch(line.text)
    assert match is not None
    word, number = match["word"], match["number"]
    new_words = 0
    if not match["blank"]:
        if not number[0].isdigit():
            return line, 0
        new_words = 1
    number = _with_digits(number, pack)
    notes = line.notes
    apart = re.fullmatch(r"(\d+(?:\s?[-–/]?\s?[^\W\d_]{1,2})?) (\d{1,3})\.?", number)
    if apart and _rises(_first(apart[1]), last):
        number, notes = apart[1], (*notes, Note("editorial", apart[2]))
    elif number.isdigit() and (cut := _cut(number, last, following)):
        notes = (*notes, Note("editorial", number[cut:]))
        number, new_words = number[:cut], new_words + 1
    return replace(line, text=f"{word} {number}", notes=notes), new_words


def _with_digits(number: str, pack: Pack) -> str:
    """The number with look-alikes set right: З86 -> 386, 2б7 -> 267, 197/l0 -> 197/10, 58-6 -> 58-б."""
    number = re.sub(
        r"(?<![^\W\d_])[ЗзбОоOolІI](?=\d)|(?<=\d)[ЗбОоOolІI](?=\d)", lambda m: m.group().translate(_DIGITS), number
    )
    if pack.article.insert[-1].isalpha() and "б" in pack.letters:
        number = re.sub(r"(?<=\d)(\s?[-–]\s?)([638])$", lambda m: m[1] + _LETTERS[m[2]], number)
    return number


def _rises(number: int, last: int | None) -> bool:
    return last is None or last <= number <= last + _JUMP


def _cut(number: str, last: int | None, following: Sequence[int]) -> int:
    """How many digits of a number that jumps are the article's own; 0 when it is as it should be."""
    value = int(number)
    if last is None or _rises(value, last) or any(value <= other <= value + _JUMP for other in following):
        return 0
    if not any(other < value for other in following):  # nothing shows that it is too high
        return 0
    fits = [cut for cut in range(1, len(number)) if last < int(number[:cut]) <= last + _JUMP]
    return min(fits, key=lambda cut: int(number[:cut]), default=0)


def _findings(changed: Sequence[tuple[str, str]]) -> list[Finding]:
    if not changed:
        return []
    listed = ", ".join(f"{before[:20]} → {after[:20]}" for before, after in changed)
    return [Finding("info", "article-numbers-repaired", values=(("count", str(len(changed))), ("numbers", listed)))]
