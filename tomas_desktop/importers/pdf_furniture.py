"""What belongs to the pages of a PDF and not to the law printed on them, each kind by its own rule.

- a running head or foot: the same words (digits aside) at the same place on many pages;
- a page number: alone in the first or last lines of its page, counting on with the pages;
- a browser's line: an address or the time of printing, first or last on its page;
- a watermark: turned letters, or the same much larger words at the same place on many pages;
- the second column of a bilingual gazette: a column in the other script;
- a table of contents: lines in front that end in rising page numbers and come again later on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tomas_desktop.importers.furniture import Kind
from tomas_desktop.importers.pdf_lines import Page, PrintedLine
from tomas_desktop.text.scripts import script_of

_MANY = 3  # pages on which a line comes again before it can be a running head
_SHARE = 0.3  # of all pages: heads may change with the chapter, or stand on every second page
_EDGE = 4  # lines from the top or the foot of a page among which heads and numbers are looked for
_NEAR = 4.0  # points: how far a head may move between two pages
_LARGE = 1.8  # of the usual height: letters of a watermark that is not turned
_CONTENTS = 5  # lines that a table of contents has at least

_NUMBER = re.compile(
    r"(?:[-–—] ?|[Ff]aqe ?|[Ss]tr(?:ana|\.) ?|[Сс]тр(?:ана|\.) ?|Page ?)?(\d{1,4})"
    r"(?: ?(?:/|of|od|од|nga) ?\d{1,4}| ?[-–—])?"
)
_TIME = r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}"
_BROWSER = re.compile(rf"(?:https?://|www\.)\S+(?: \d+/\d+)?|(?:.* )?{_TIME}(?: .*)?")
_ENTRY = re.compile(r"(?P<title>.*?[^\W\d_].*?)[ .…·_]+(?P<page>\d{1,4})")
_LEADER = re.compile(r"(?:\. ?|…|·){4,}")


def of(pages: Sequence[Page], script: str) -> dict[PrintedLine, Kind]:
    """The lines of a document that are furniture, each with its kind; `script` is that of the language in which it is
    read."""
    found: dict[PrintedLine, Kind] = {line: "watermark" for page in pages for line in page.lines if line.turned}
    found |= dict.fromkeys(_other_script(pages, script), "other language")
    rest = [[line for line in page.lines if line not in found] for page in pages]
    found |= {
        line: "page number" if _NUMBER.fullmatch(line.text) else "running head" for line in _repeated(pages, rest)
    }
    found |= dict.fromkeys(_browser_lines(rest), "browser line")
    rest = [[line for line in lines if line not in found] for lines in rest]
    found |= dict.fromkeys(_page_numbers(rest), "page number")
    left = [line for lines in rest for line in lines if line not in found]
    return found | dict.fromkeys(_contents(left), "contents")


def _other_script(pages: Sequence[Page], script: str) -> set[PrintedLine]:
    """The columns of bilingual pages in the script that is not asked for."""
    sides: defaultdict[int, list[PrintedLine]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if line.column:
                sides[line.column].append(line)
    scripts = {column: script_of(" ".join(line.text for line in lines)) for column, lines in sides.items()}
    if len(set(scripts.values())) < 2:
        return set()
    return {line for column, lines in sides.items() if scripts[column] != script for line in lines}


def _repeated(pages: Sequence[Page], rest: Sequence[Sequence[PrintedLine]]) -> set[PrintedLine]:
    heights = Counter(round(line.height) for lines in rest for line in lines for _ in line.text)
    usual = heights.most_common(1)[0][0] if heights else 1
    places: defaultdict[str, list[PrintedLine]] = defaultdict(list)
    for page, lines in zip(pages, rest, strict=True):
        edge = _at_edge(lines)
        for line in lines:
            if line in edge or line.height > _LARGE * usual:
                from_top = page.height - line.base if line.base * 2 > page.height else -line.base
                key = re.sub(r"\d+", "#", line.text)
                if any(sign.isalpha() for sign in key):
                    places[f"{key} {round(from_top / _NEAR / 2)}"].append(line)
    out: set[PrintedLine] = set()
    for same in places.values():
        count = len({line.page for line in same})
        if count >= _MANY and count >= _SHARE * len(pages):
            out.update(same)
    texts = {re.sub(r"\d+", "#", line.text) for line in out}  # a head that moved over a rounding edge
    for lines in rest:
        edge = _at_edge(lines)
        out.update(line for line in edge if re.sub(r"\d+", "#", line.text) in texts)
    return out


def _at_edge(lines: Sequence[PrintedLine], count: int = _EDGE) -> set[PrintedLine]:
    """The lines nearest to the top and the foot of a page."""
    by_height = sorted(lines, key=lambda line: -line.base)
    return {*by_height[:count], *by_height[-count:]}


def _browser_lines(rest: Iterable[Sequence[PrintedLine]]) -> set[PrintedLine]:
    """What a browser prints over and under a page."""
    return {line for lines in rest for line in _at_edge(lines, 2) if _BROWSER.fullmatch(line.text)}


def _page_numbers(rest: Sequence[Sequence[PrintedLine]]) -> set[PrintedLine]:
    """Numbers alone in their line that are as far from the count of pages as most others are."""
    candidates = [
        (int(number[1]) - line.page, line)
        for lines in rest
        for line in _at_edge(lines)
        if (number := _NUMBER.fullmatch(line.text))
    ]
    if not candidates:
        return set()
    offset, count = Counter(offset for offset, _ in candidates).most_common(1)[0]
    if count < min(2, len(rest)):
        return set()
    outermost = {line for lines in rest for line in _at_edge(lines, 1)}
    return {line for distance, line in candidates if distance == offset and (count >= _MANY or line in outermost)}


def _contents(lines: Sequence[PrintedLine]) -> set[PrintedLine]:
    """A table of contents: it stands in front, or its lines lead to their page numbers by dots."""
    entries = {place for place, line in enumerate(lines) if _ENTRY.fullmatch(line.text) or _LEADER.search(line.text)}
    runs = [run for run in _near(sorted(entries)) if len(run) >= _CONTENTS]
    out: set[PrintedLine] = set()
    for run in runs:
        numbers = [int(entry["page"]) for place in run if (entry := _ENTRY.fullmatch(lines[place].text))]
        leaders = sum(_LEADER.search(lines[place].text) is not None for place in run)
        rising = sum(a <= b for a, b in pairwise(numbers))
        later = "".join(_plain(line.text) for line in lines[run[-1] + 1 :])
        again = sum(_plain(_title(lines[place].text)) in later for place in run)
        if rising * 10 >= 9 * (len(numbers) - 1) and (leaders * 2 > len(run) or again * 2 > len(run)):
            block = range(run[0], run[-1] + 1)
            out.update(lines[place] for place in block if place in entries or _plain(lines[place].text) in later)
            over = run[0] - 1
            if over >= 0 and len(lines[over].text) < 30 and _plain(lines[over].text) not in later:
                out.add(lines[over])  # "Contents"
    return out


def _near(places: Sequence[int]) -> list[list[int]]:
    """Places that follow each other, few of them missing: a long title takes two or three lines."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= 3:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _title(text: str) -> str:
    entry = _ENTRY.fullmatch(text)
    return entry["title"] if entry else _LEADER.sub(" ", text)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
