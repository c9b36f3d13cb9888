"""The styles of a second template in the file of a first: shared where they look the same, else under another name."""

from __future__ import annotations

import re
from copy import deepcopy
from html import unescape
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from tomas_desktop.export.word_xml import escape

_USED = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)(")')
_NAMED = tuple(qn(f"w:{tag}") for tag in ("basedOn", "next", "link"))


def look(document: Any) -> bytes:
    """What tells apart two templates whose styles differ."""
    return _words(document.styles.element) + _words(_lists(document))


class StyleBook:
    """Ids of the styles of `other` as the file of `base` has them; a style is taken over when it is first asked for."""

    def __init__(self, base: Any, other: Any) -> None:
        self._base, self._other = base.styles.element, other.styles.element
        self._numbering = _Numbering(base, other)
        self._ids: dict[str, str] = {}
        self._is_same = base is other

    def id_of(self, style: str) -> str:
        """The id in the base of a style of the other template."""
        if self._is_same or not style:
            return style
        if style not in self._ids:
            theirs = self._other.get_by_id(style)
            if theirs is None or self._looks_the_same(style):
                self._ids[style] = style
            else:
                self._take_over(style, theirs)
        return self._ids[style]

    def applied(self, xml: str) -> str:
        """Paragraphs written for the other template, in the styles of the base."""
        if self._is_same:
            return xml
        return _USED.sub(lambda match: f"{match[1]}{escape(self.id_of(unescape(match[2])))}{match[3]}", xml)

    def _looks_the_same(self, style: str) -> bool:
        """The same words in both files, and so the styles that it is based on, down to the defaults."""
        ours, theirs = self._base.get_by_id(style), self._other.get_by_id(style)
        if ours is None or theirs is None or _words(ours) != _words(theirs):
            return False
        if theirs.find(f".//{qn('w:numId')}") is not None:
            return False  # the list that it counts in is another one
        parent = theirs.find(qn("w:basedOn"))
        if parent is not None:
            return self._looks_the_same(parent.get(qn("w:val")))
        return theirs.get(qn("w:type")) != "paragraph" or _words(_defaults(self._base)) == _words(
            _defaults(self._other)
        )

    def _take_over(self, style: str, theirs: Any) -> None:
        copy = deepcopy(theirs)
        copy.attrib.pop(qn("w:default"), None)
        names = {one.get(qn("w:val")) for one in self._base.iter(qn("w:name"))}
        number = 2
        while self._base.get_by_id(f"{style}{number}") is not None or f"{_name(theirs)} {number}" in names:
            number += 1
        free = self._base.get_by_id(style) is None and _name(theirs) not in names
        self._ids[style] = style if free else f"{style}{number}"
        copy.set(qn("w:styleId"), self._ids[style])
        if not free:
            copy.find(qn("w:name")).set(qn("w:val"), f"{_name(theirs)} {number}")
        if copy.find(qn("w:basedOn")) is None and copy.get(qn("w:type")) == "paragraph":
            _write_defaults(copy, _defaults(self._other))
        self._base.append(copy)
        for element in copy.iterchildren(*_NAMED):
            element.set(qn("w:val"), self.id_of(element.get(qn("w:val"))))
        for element in copy.iter(qn("w:numId")):
            element.set(qn("w:val"), self._numbering.id_of(element.get(qn("w:val"))))


def _name(style: Any) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val")))


def _words(element: Any) -> bytes:
    """An element as bytes that do not tell which program wrote it: without revision ids and declarations."""
    if element is None:
        return b""
    copy = deepcopy(element)
    for each in copy.iter():
        for name in [name for name in each.attrib if "rsid" in name]:
            del each.attrib[name]
    for child in copy.findall(qn("w:rsid")):
        copy.remove(child)
    etree.cleanup_namespaces(copy)
    return etree.tostring(copy, method="c14n")


def _defaults(styles: Any) -> Any:
    return styles.find(qn("w:docDefaults"))


def _write_defaults(style: Any, defaults: Any) -> None:
    """What the other file says of all its text, written into the style that all others there are based on."""
    for tag in ("w:rPr", "w:pPr"):
        said = defaults.find(f".//{qn(tag)}") if defaults is not None else None
        if said is None:
            continue
        own = style.get_or_add_rPr() if tag == "w:rPr" else style.get_or_add_pPr()
        missing = [deepcopy(one) for one in said if own.find(one.tag) is None]
        order = {child.tag: place for place, child in enumerate(said)}
        for one in missing:
            place = next((i for i, child in enumerate(own) if order.get(child.tag, -1) > order[one.tag]), len(own))
            own.insert(place, one)


class _Numbering:
    """The lists that styles count in."""

    def __init__(self, base: Any, other: Any) -> None:
        self._base, self._other = base, other
        self._ids: dict[str, str] = {}

    def id_of(self, number: str) -> str:
        """The id in the base of a list of the other template."""
        if number not in self._ids:
            self._ids[number] = self._take_over(number)
        return self._ids[number]

    def _take_over(self, number: str) -> str:
        theirs, ours = _lists(self._other), _lists(self._base)
        found = None if theirs is None else theirs.find(f"{qn('w:num')}[@{qn('w:numId')}='{number}']")
        if found is None:
            return "0"  # no list
        if ours is None:
            self._base.part.relate_to(_list_part(self._other), RELATIONSHIP_TYPE.NUMBERING)
        if ours is None or ours is theirs:
            return number
        reference = found.find(qn("w:abstractNumId")).get(qn("w:val"))
        abstract = deepcopy(theirs.find(f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{reference}']"))
        one = deepcopy(found)
        free_abstract = _next(ours, "w:abstractNum", "w:abstractNumId")
        free = _next(ours, "w:num", "w:numId")
        abstract.set(qn("w:abstractNumId"), free_abstract)
        one.find(qn("w:abstractNumId")).set(qn("w:val"), free_abstract)
        one.set(qn("w:numId"), free)
        last = [child for child in ours if child.tag == qn("w:abstractNum")]
        ours.insert(ours.index(last[-1]) + 1 if last else 0, abstract)
        ours.append(one)
        return free


def _lists(document: Any) -> Any:
    """The root of the part with the lists; None where the file has none."""
    part = _list_part(document)
    return None if part is None else part.element


def _list_part(document: Any) -> Any:
    rels = document.part.rels.values()
    return next((one.target_part for one in rels if one.reltype == RELATIONSHIP_TYPE.NUMBERING), None)


def _next(root: Any, tag: str, attribute: str) -> str:
    return str(1 + max((int(one.get(qn(attribute))) for one in root.findall(qn(tag))), default=0))
