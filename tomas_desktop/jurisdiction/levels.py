"""A level of an article's body that is open while its lines go by, and which number goes on with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tomas_desktop.jurisdiction.numerals import Numbered
from tomas_desktop.model.provision import Note, Provision

_GAP = 5  # deleted paragraphs in a row; a higher number at the start of a line is of something else


@dataclass(slots=True)
class Level:
    """A provision that is still being read."""

    unit: str
    num: str = ""
    text: str = ""
    style: str = ""
    order: int | None = None
    indent: int | None = None
    notes: list[Note] = field(default_factory=list)
    children: list[Level] = field(default_factory=list)
    heading: str = ""
    heading_above: bool = False

    def freeze(self) -> Provision:
        children = tuple(child.freeze() for child in self.children)
        notes = tuple(self.notes)
        return Provision("", self.unit, self.num, self.heading, self.text, notes, children, self.heading_above)

    def last_words(self) -> str:
        """The words that were printed last here."""
        return self.children[-1].last_words() if self.children else self.text


def follows(number: Numbered, level: Level) -> bool:
    """Is this the number after the last one of the level, or one put in after it (7a after 7)?"""
    if level.style != number.style or level.order is None or number.order is None:
        return False
    return number.order == level.order + 1 or (not number.plain and number.order == level.order)


def skips(number: Numbered, level: Level) -> bool:
    """Is this the number of a paragraph after others that were deleted and not counted on (1., 3.)?"""
    if level.unit != "paragraph" or level.style != number.style or level.order is None or number.order is None:
        return False
    return level.order < number.order <= level.order + _GAP and number.rest[:1].isupper()
