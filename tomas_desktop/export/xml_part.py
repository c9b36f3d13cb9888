"""An XML part of which every byte stays as it is, but for the elements that are written anew."""

from __future__ import annotations

import re
from xml.parsers import expat

from lxml import etree

_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_DECLARED = re.compile(r' xmlns:(\w+)="([^"]*)"')


class XmlPart:
    """The part as a tree to read, and the places of its elements in the bytes. Raises etree.XMLSyntaxError, and
    ValueError for a part with a document type, which no Word file has."""

    def __init__(self, data: bytes) -> None:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        self.root = etree.fromstring(data, parser)
        if self.root.getroottree().docinfo.internalDTD is not None:
            raise ValueError("document type")
        if (self.root.getroottree().docinfo.encoding or "UTF-8").upper() not in ("UTF-8", "US-ASCII", "ASCII"):
            data = etree.tostring(self.root.getroottree(), encoding="UTF-8", standalone=True)
        self._data = data
        self._elements = [element for element in self.root.iter() if isinstance(element.tag, str)]
        self._spans = dict(zip(self._elements, _spans(data), strict=True))
        self._written: dict[tuple[int, int], bytes] = {}

    def replace(self, element: etree._Element, by: bytes) -> None:
        """Write something else where this element stands. No element inside another one that is replaced may be."""
        self._written[self._spans[element]] = by

    def serialized(self, element: etree._Element) -> bytes:
        """An element as it can be written into this part: what the part's root declares is not declared again."""
        text = etree.tostring(element, encoding="unicode", with_tail=False)
        end = text.index(">")
        known = {(prefix or "", uri) for prefix, uri in self.root.nsmap.items()}
        opening = _DECLARED.sub(lambda m: "" if (m[1], m[2]) in known else m[0], text[:end])
        return (opening + text[end:]).encode("utf-8")

    @property
    def is_changed(self) -> bool:
        """Was anything replaced?"""
        return bool(self._written)

    def data(self) -> bytes:
        """The part with everything replaced that was."""
        out, at = [], 0
        for (start, end), by in sorted(self._written.items()):
            out += [self._data[at:start], by]
            at = end
        return b"".join([*out, self._data[at:]])


def _spans(data: bytes) -> list[tuple[int, int]]:
    """Where each element begins and ends, in the order in which they begin."""
    parser = expat.ParserCreate()
    spans: list[tuple[int, int]] = []
    within: list[int] = []

    def start(_name: str, _attributes: object) -> None:
        within.append(len(spans))
        spans.append((parser.CurrentByteIndex, 0))

    def end(_name: str) -> None:
        place = within.pop()
        at, _ = spans[place]
        tag = _TAG.match(data, at)
        if tag is not None and not tag[0].endswith(b"/>"):
            tag = _TAG.match(data, parser.CurrentByteIndex)
        assert tag is not None
        spans[place] = (at, tag.end())

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    return spans
