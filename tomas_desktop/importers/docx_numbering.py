"""Word's automatic numbers: `w:numPr` of a paragraph or its style, and what `numbering.xml` makes of it.

A list (`w:num`) follows a pattern (`w:abstractNum`); lists of one pattern count on from one another unless a list
says where it starts anew (`w:startOverride`, once, at its first paragraph). ISO/IEC 29500-1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from tomas_desktop.importers.docx_part import W, is_on, number, value
from tomas_desktop.importers.docx_styles import Styles
from tomas_desktop.importers.list_numbering import LEVELS, Count, Level, NumberFormat, bullet

_FORMATS = {
    "decimal": NumberFormat(),
    "decimalZero": NumberFormat(width=2),
    "upperRoman": NumberFormat("roman", upper=True),
    "lowerRoman": NumberFormat("roman"),
    "upperLetter": NumberFormat("letters", upper=True),
    "lowerLetter": NumberFormat("letters"),
    "russianUpper": NumberFormat("letters", upper=True, alphabet="ru"),
    "russianLower": NumberFormat("letters", alphabet="ru"),
    "ordinal": NumberFormat(ending="."),  # as our languages write ordinals
    "bullet": NumberFormat("bullet"),
    "none": NumberFormat("none"),
}
_LEVEL_NUMBER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Number:
    """What is printed before a paragraph. `depth` is its level in the list; `is_bullet` says that it counts
    nothing; `words` that it holds a word of its own ("Član 1.") and stands for itself in an empty paragraph."""

    text: str
    depth: int
    is_bullet: bool = False
    has_word: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of one document while its paragraphs go by in order."""

    styles: Styles
    patterns: dict[str, dict[int, Level]] = field(default_factory=dict)  # by list, with what it overrides
    pattern_of: dict[str, str] = field(default_factory=dict)  # which pattern a list counts with
    starts: dict[tuple[str, int], int] = field(default_factory=dict)  # where a list starts anew
    by_style: dict[tuple[str, str], int] = field(default_factory=dict)  # (pattern, style) -> its level
    counts: dict[str, Count] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None, styles: Styles) -> Numbering:
        """From the part `numbering`, which may be missing."""
        numbering = cls(styles)
        if root is None:
            return numbering
        patterns = {each.get(f"{W}abstractNumId", ""): each for each in root.iter(f"{W}abstractNum")}
        named = {value(each, "styleLink"): key for key, each in patterns.items() if value(each, "styleLink")}
        levels: dict[str, dict[int, Level]] = {}
        for key, pattern in patterns.items():
            levels[key] = dict(_level(each) for each in pattern.findall(f"{W}lvl"))
            for each in pattern.findall(f"{W}lvl"):
                if style := value(each, "pStyle"):
                    numbering.by_style[key, style] = _index(each)
        for one in root.iter(f"{W}num"):
            key, name = value(one, "abstractNumId"), one.get(f"{W}numId", "")
            if key in patterns and (link := value(patterns[key], "numStyleLink")):
                key = named.get(link, key)
            own = dict(levels.get(key, {}))
            for override in one.findall(f"{W}lvlOverride"):
                place = _index(override)
                if (level := override.find(f"{W}lvl")) is not None:
                    own[place] = _level(level)[1]
                if (start := number(override, "startOverride")) is not None:
                    numbering.starts[name, place] = start
                    own[place] = replace(own.get(place, Level()), start=start)
            numbering.patterns[name], numbering.pattern_of[name] = own, key
        return numbering

    def next(self, paragraph: etree._Element) -> Number | None:
        """The number of the next paragraph; None for one without."""
        name, depth = self._place(paragraph)
        levels = self.patterns.get(name)
        if not levels:
            return None
        count = self.counts.setdefault(self.pattern_of[name], Count())
        text = count.next(depth, levels, self.starts.pop((name, depth), None))
        level = levels.get(depth, Level())
        is_bullet = level.format.kind == "bullet"
        text = bullet(level.text) if is_bullet else text
        has_word = re.search(r"[^\W\d_]{2}", _PLACES.sub("", level.text)) is not None
        return Number(text, depth, is_bullet, has_word) if text else None

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """(list, level) of a paragraph: what it says itself, else what its style says."""
        chain = list(self.styles.chain(self.styles.of_paragraph(paragraph)))
        name = value(paragraph, "pPr/numPr/numId")
        styled = (value(element, "pPr/numPr/numId") for _, element in chain)
        name = name or next((each for each in styled if each), "")
        depth = number(paragraph, "pPr/numPr/ilvl")
        for style, element in chain:
            if depth is None:  # a level may say of which style it is
                depth = self.by_style.get((self.pattern_of.get(name, ""), style), number(element, "pPr/numPr/ilvl"))
        return name, min(max(depth or 0, 0), LEVELS - 1)


_PLACES = re.compile(r"\{\d\}")


def _index(element: etree._Element) -> int:
    text = element.get(f"{W}ilvl", "0")
    return min(int(text), LEVELS - 1) if text.isdecimal() else 0


def _level(element: etree._Element) -> tuple[int, Level]:
    place = _index(element)
    kind = value(element, "numFmt", "decimal")
    number_format = _FORMATS.get(kind, NumberFormat())
    text = value(element, "lvlText").replace("{", "").replace("}", "")
    if is_on(element, "rPr/vanish"):
        text = ""
    if number_format.kind != "bullet":
        text = _LEVEL_NUMBER.sub(lambda match: f"{{{int(match[1]) - 1}}}", text)
    restarts = number(element, "lvlRestart")
    return place, Level(
        number_format,
        text,
        start if (start := number(element, "start")) is not None else 1,
        None if restarts is None else -1 if restarts == 0 else restarts,
        bool(is_on(element, "isLgl")),
    )
