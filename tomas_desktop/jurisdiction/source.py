"""What an importer hands to the grammar: the document's lines in order, with what the format knows of each.

A line is one printed paragraph of the source (a hard-wrapped text has been joined before, see the plain-text
importer), its number kept apart where the format keeps it apart. Roles are hints, never orders: the grammar
decides, and a line without a role is read by its wording alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tomas_desktop.model.provision import DIVISIONS, Note

Role = Literal[
    "",  # the format does not say
    "title",  # the title of the act
    "division",  # the number or the title of a part, chapter, section
    "article",  # the number of an article
    "heading",  # the title of an article
    "text",  # a paragraph, a point, an indent
    "citation",
    "recital",
    "enacting",  # "HAVE ADOPTED THIS REGULATION:"
    "signature",
    "annex",  # the number or title of an annex
    "table",  # the words of one table, cells separated by " | ", rows by " || "
]

Region = Literal["body", "preface", "memorandum", "preamble", "statement", "annex", "conclusions", "leftover"]


@dataclass(frozen=True, slots=True)
class Declared:
    """What canonical text says of a unit where its wording alone would be read as another one. This is an order,
    not a hint. `units` is the unit with those that it lies in: an article or a division from the top of the law
    ("part", "title"), what stands below from the unit whose body it is ("article", "paragraph", "point")."""

    units: tuple[str, ...]
    num: str = ""
    heading: str = ""
    heading_above: bool = False

    @property
    def unit(self) -> str:
        return self.units[-1]

    @property
    def opens(self) -> bool:
        """Is this an article or a division, which other units follow?"""
        return self.unit == "article" or self.unit in DIVISIONS


@dataclass(frozen=True, slots=True)
class SourceLine:
    """`num` is the number where it stood apart ("(a)"), else it is still in front of `text`. `indent` is the
    depth that the layout shows, where it shows one. `region` is where the format puts the line; the grammar
    moves what follows the law's own last article into `leftover`. The text of a `declared` line is the whole line
    as printed, its number too; of a declared article or division it is empty."""

    text: str
    role: Role = ""
    num: str = ""
    notes: tuple[Note, ...] = ()
    indent: int | None = None
    region: Region = "body"
    declared: Declared | None = None

    @property
    def words(self) -> str:
        """All that the line prints, in one string: what is told of a line that has no place."""
        heading = self.declared.heading if self.declared else ""
        number = self.declared.num if self.declared and self.declared.opens else self.num
        return " ".join(part for part in (heading, number, self.text, *(note.text for note in self.notes)) if part)
