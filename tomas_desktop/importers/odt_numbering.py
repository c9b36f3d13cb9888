"""Automatic numbers of OpenDocument: lists that nest, their styles, and the numbering of the outline.

A list begins to count anew unless it says which list it continues (`text:continue-list`) or that it continues the
last one of its style (`text:continue-numbering`). OASIS ODF 1.3 part 3, 5.3 and 16.30.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from tomas_desktop.importers.list_numbering import ALPHABETS, LEVELS, Count, Level, NumberFormat, bullet
from tomas_desktop.importers.odt_names import STYLE, TEXT

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LETTERS = {"1": "digits", "a": "letters", "A": "letters", "i": "roman", "I": "roman", "": "none"}
_LANGUAGE = re.compile(r"\((\w\w)\)\s*$")  # "а, б, .., аа, аб, ... (sr)"
_PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(frozen=True, slots=True)
class OdtNumber:
    """What is printed before a paragraph; `is_bullet` counts nothing; `has_word` stands for itself."""

    text: str
    depth: int
    is_bullet: bool
    has_word: bool


@dataclass(slots=True)
class OdtNumbering:
    """The list styles of a file and how far its lists have counted."""

    styles: dict[str, dict[int, Level]] = field(default_factory=dict)
    by_id: dict[str | None, Count] = field(default_factory=dict)
    by_style: dict[str, Count] = field(default_factory=dict)
    outline: Count = field(default_factory=Count)
    outline_levels: dict[int, Level] = field(default_factory=dict)

    @classmethod
    def of(cls, *roots: etree._Element) -> OdtNumbering:
        numbering = cls()
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                levels = dict(_level(each) for each in style)
                numbering.styles.setdefault(style.get(f"{STYLE}name", ""), levels)
            for style in root.iter(f"{TEXT}outline-style"):
                numbering.outline_levels = dict(_level(each) for each in style)
        return numbering

    def count_of(self, element: etree._Element) -> Count:
        """The count that an outermost list goes on with, or a new one."""
        style = element.get(f"{TEXT}style-name", "")
        count = self.by_id.get(element.get(f"{TEXT}continue-list"))
        if count is None and element.get(f"{TEXT}continue-numbering") == "true":
            count = self.by_style.get(style)
        count = count or Count()
        self.by_style[style] = count
        if key := element.get(_ID):
            self.by_id[key] = count
        return count

    def item(self, count: Count, style: str, depth: int, start: str | None) -> OdtNumber | None:
        """The number of the next item at this depth of a list, counted from 0."""
        levels = self.styles.get(style)
        if not levels:
            return None
        depth = min(depth, LEVELS - 1)
        begins = int(start) if start and start.isdecimal() and len(start) < 8 else None
        return _number(count.next(depth, levels, begins), depth, levels)

    def heading(self, depth: int) -> OdtNumber | None:
        """The number of the next heading of the outline at this depth."""
        if not self.outline_levels:
            return None
        return _number(self.outline.next(depth, self.outline_levels), depth, self.outline_levels)


def _number(text: str, depth: int, levels: dict[int, Level]) -> OdtNumber | None:
    level = levels.get(depth, Level())
    is_bullet = level.format.kind == "bullet"
    text = bullet(level.text) if is_bullet else text
    has_word = re.search(r"[^\W\d_]{2}", re.sub(r"\{\d\}", "", level.text)) is not None
    return OdtNumber(text, depth, is_bullet, has_word) if text else None


def _level(element: etree._Element) -> tuple[int, Level]:
    level = element.get(f"{TEXT}level", "1")
    place = min(int(level), LEVELS) - 1 if level.isdecimal() and int(level) else 0
    if element.tag == f"{TEXT}list-level-style-bullet":
        return place, Level(NumberFormat("bullet"), element.get(f"{TEXT}bullet-char", "•"))
    number_format = _format(element.get(f"{STYLE}num-format", ""), element.get(f"{STYLE}num-letter-sync") == "true")
    start = element.get(f"{TEXT}start-value", "1")
    return place, Level(number_format, _text(element, place), int(start) if start.isdecimal() else 1)


def _format(name: str, doubles: bool) -> NumberFormat:
    """A format is its own first number (`1`, `a`, `I`), or the beginning of its series with its language."""
    if name in _LETTERS:
        return NumberFormat(_LETTERS[name], name in ("A", "I"), doubles=doubles)
    if name.startswith("01"):
        return NumberFormat(width=2)
    language = _LANGUAGE.search(name)
    if language and language[1] in ALPHABETS:
        second = name.split("..")[-1]  # "аа, аб" or "аа, бб"
        return NumberFormat("letters", name[:1].isupper(), language[1], doubles="бб" in second.casefold())
    return NumberFormat()


def _text(element: etree._Element, place: int) -> str:
    """What is printed around the number: as a whole where the file says so, else from its pieces."""
    whole = next((value for key, value in element.attrib.items() if str(key).endswith("}num-list-format")), None)
    if whole is not None:
        plain = str(whole).replace("{", "").replace("}", "")
        return _PLACE.sub(lambda match: f"{{{min(int(match[1]), LEVELS) - 1}}}", plain)
    if element.get(f"{STYLE}num-format", "") == "":
        inner = ""
    else:
        shown = element.get(f"{TEXT}display-levels", "1")
        first = max(place - (int(shown) if shown.isdecimal() else 1) + 1, 0)
        inner = ".".join(f"{{{each}}}" for each in range(first, place + 1))
    prefix, suffix = element.get(f"{STYLE}num-prefix", ""), element.get(f"{STYLE}num-suffix", "")
    return prefix.replace("{", "").replace("}", "") + inner + suffix.replace("{", "").replace("}", "")
