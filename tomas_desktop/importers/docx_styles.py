"""The styles of a Word file: what a paragraph has from its style and from the styles that one is based on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tomas_desktop.importers.docx_part import W, is_on, number, value

ASIDE = "aside"
_BODY_TEXT = 9  # the outline level that means none
_DEPTH = 20  # styles that are based on each other in a circle are read this far


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by their id."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""  # the id of the style of a paragraph that names none

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """From the part `styles`, which may be missing."""
        elements: dict[str, etree._Element] = {}
        default = ""
        for style in root.iter(f"{W}style") if root is not None else ():
            elements[style.get(f"{W}styleId", "")] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                default = style.get(f"{W}styleId", "")
        return cls(elements, default)

    def of_paragraph(self, paragraph: etree._Element) -> str:
        """The id of a paragraph's style."""
        return value(paragraph, "pPr/pStyle", self.default)

    def chain(self, style: str) -> Iterator[tuple[str, etree._Element]]:
        """A style and those it is based on, nearest first."""
        for _ in range(_DEPTH):
            if style not in self.elements:
                return
            yield style, self.elements[style]
            style = value(self.elements[style], "basedOn")

    def name(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style in small letters: Word keeps its own names in English ("heading 1")."""
        style = self.of_paragraph(paragraph)
        return value(self.elements.get(style), "name", style).casefold()

    def outline(self, paragraph: etree._Element) -> int | None:
        """How deep in the outline a heading stands, from 0; None for text."""
        levels = [number(paragraph, "pPr/outlineLvl")]
        levels += [number(style, "pPr/outlineLvl") for _, style in self.chain(self.of_paragraph(paragraph))]
        level = next((each for each in levels if each is not None), None)
        return level if level is not None and 0 <= level < _BODY_TEXT else None

    def set_aside(self, root: etree._Element) -> None:
        """Give the attribute ASIDE to runs that are no text of their paragraph: hidden ones, and marks that an author
        chose for a note."""
        for run in root.iter(f"{W}r"):
            marks = (run.find(f"{W}{kind}Reference") for kind in ("footnote", "endnote"))
            is_hidden = self._is_hidden(run)
            if is_hidden or any(mark is not None and mark.get(f"{W}customMarkFollows") for mark in marks):
                run.set(ASIDE, "hidden" if is_hidden else "mark")

    def _is_hidden(self, run: etree._Element) -> bool:
        """Is this run neither shown nor printed?"""
        said = is_on(run, "rPr/vanish")
        paragraph = next(run.iterancestors(f"{W}p"), run)
        styles = [value(run, "rPr/rStyle"), self.of_paragraph(paragraph)]
        for style in styles:
            for _, element in self.chain(style):
                said = is_on(element, "rPr/vanish") if said is None else said
        return bool(said)
