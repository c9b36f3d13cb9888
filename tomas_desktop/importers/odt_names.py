"""The names of OpenDocument's elements and attributes (OASIS ODF 1.3), and the styles of one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW = (_NS % name for name in ("office", "text", "table", "style", "drawing"))
_DEPTH = 20  # styles that are based on each other in a circle are read this far


@dataclass(frozen=True, slots=True)
class OdtStyles:
    """The paragraph and text styles of both parts by family and name; those of the text come before the common."""

    elements: dict[tuple[str, str], etree._Element] = field(default_factory=dict)

    @classmethod
    def of(cls, *roots: etree._Element) -> OdtStyles:
        elements: dict[tuple[str, str], etree._Element] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                elements.setdefault((style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")), style)
        return cls(elements)

    def chain(self, element: etree._Element) -> Iterator[etree._Element]:
        """The style of a paragraph or span and those it is based on, nearest first."""
        family = "text" if element.tag == f"{TEXT}span" else "paragraph"
        name = element.get(f"{TEXT}style-name", "")
        for _ in range(_DEPTH):
            style = self.elements.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(f"{STYLE}parent-style-name", "")

    def names(self, element: etree._Element) -> list[str]:
        """The names of a paragraph's style and of those it is based on, in small letters, blanks as blanks."""
        found = (style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name") or "" for style in self.chain(element))
        own = element.get(f"{TEXT}style-name", "")
        return [name.replace("_20_", " ").casefold() for name in (*found, own) if name]

    def outline(self, element: etree._Element) -> int | None:
        """How deep in the outline a heading stands, from 0; None for text."""
        level = element.get(f"{TEXT}outline-level", "1") if element.tag == f"{TEXT}h" else ""
        for style in self.chain(element):
            level = level or style.get(f"{STYLE}default-outline-level", "")
        return int(level) - 1 if level.isdecimal() and 0 < int(level) <= 10 else None

    def has_own_list(self, element: etree._Element) -> bool:
        """Does a style take this heading out of the numbering of the outline?"""
        return any(style.get(f"{STYLE}list-style-name") is not None for style in self.chain(element))

    def is_hidden(self, element: etree._Element) -> bool:
        """Is this text neither shown nor printed?"""
        for style in self.chain(element):
            for properties in style.iter(f"{STYLE}text-properties"):
                if (display := properties.get(f"{TEXT}display")) is not None:
                    return display == "none"
        return False
