"""Writing into a cell of somebody else's table: in its typeface, inside its content controls, beside what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import takewhile
from typing import Any

from lxml import etree

from tomas_desktop.amend.redline import Segment
from tomas_desktop.export.table_grid import Element, child, name, parts, value
from tomas_desktop.export.word_xml import legal

_ONCE = frozenset(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference permStart permEnd".split()
)
# What comes before these in `w:rPr`: where a mark of ours belongs.
_AFTER_STRIKE = frozenset(
    "dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
    "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath".split()
)
_AFTER_UNDERLINE = frozenset("effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath".split())
_AFTER_LANGUAGE = frozenset("eastAsianLayout specVanish oMath".split())
_OF_MARK_ALONE = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange"})


class Ids:
    """New ids for the copies of a row, none of which the document has yet."""

    def __init__(self, root: Element) -> None:
        numbers = [value(child(one, "id")) or "" for one in root.iter() if name(one) == "sdtPr"]
        self._next = 1 + max((abs(int(one)) for one in numbers if one.lstrip("-").isdigit()), default=0)

    def renew(self, unit: Element) -> None:
        """Give a copy's content controls ids of their own, and take out what may stand but once in a file."""
        for element in list(unit.iter()):
            for key in [key for key in element.attrib if str(key).rpartition("}")[2] in ("paraId", "textId")]:
                del element.attrib[key]
            above = element.getparent()
            if name(element) in _ONCE and above is not None:
                above.remove(element)
            elif name(element) == "sdtPr" and (number := child(element, "id")) is not None:
                for key in number.attrib:
                    number.set(key, str(self._next % 2**31))
                self._next += 1


def write(cell: Element, paragraphs: Sequence[Sequence[Segment]] | None, language: str) -> None:
    """Put paragraphs into a cell in the place of its own text; None leaves it as it is. The first paragraph gives the
    look of all; tables inside the cell stay. Struck words are struck through, new ones underlined."""
    if paragraphs is None:
        return
    own = [one for one in parts(cell, "p") if child(one, "pPr", "sectPr") is None]
    if not own:
        cell.append(_make(cell, "p"))
        own = [cell[-1]]
    first, *others = own
    properties = _properties(first, language)
    controls = [
        one for one in takewhile(lambda above: name(above) != "tr", first.iterancestors()) if name(one) == "sdt"
    ]
    inner = next((one for one in first if name(one) == "sdt"), None)
    _set_free([*controls, *([inner] if inner is not None else [])])
    for one in others:
        _take_out(one, cell)
    place = child(inner, "sdtContent") if inner is not None else None
    for one in [one for one in first if name(one) != "pPr" and one is not inner]:
        first.remove(one)
    for one in list(place) if place is not None else []:
        place.remove(one)  # type: ignore[union-attr]
    is_one = inner is not None or any(_is_plain_text(one) for one in controls)
    target, last = place if place is not None else first, first
    for i, paragraph in enumerate(paragraphs):
        if i and is_one:
            run = _make(target, "r")
            run.append(_make(run, "br"))
            target.append(run)
        elif i:
            last.addnext(target := _make(first, "p"))
            if (look := child(first, "pPr")) is not None:
                target.append(deepcopy(look))
            last = target
        target.extend(_run(target, segment, properties) for segment in paragraph if segment.text)


def _run(near: Element, segment: Segment, properties: Element) -> Element:
    run, look = _make(near, "r"), deepcopy(properties)
    if segment.op == "-":
        _mark(look, "strike", _AFTER_STRIKE)
    elif segment.op == "+":
        _mark(look, "u", _AFTER_UNDERLINE, val="single")
    if len(look):
        run.append(look)
    text = _make(run, "t")
    text.text = legal(" ".join(segment.text.splitlines()) if "\n" in segment.text else segment.text)[0]
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    return run


def _mark(look: Element, tag: str, after: frozenset[str], **attributes: str) -> None:
    """Set a property of a run in the order that Word's schema asks for."""
    for one in [one for one in look if name(one) == tag]:
        look.remove(one)
    mark = _make(look, tag)
    for key, said in attributes.items():
        mark.set(_qualified(look, key), said)
    place = next((i for i, one in enumerate(look) if name(one) in after), len(look))
    look.insert(place, mark)


def _properties(paragraph: Element, language: str) -> Element:
    """How the text of a paragraph looks: as its first run, else as its end; never as the hint of a content control."""
    run = next((one for one in paragraph.iter() if name(one) == "r"), None)
    found = child(run, "rPr") if run is not None else child(paragraph, "pPr", "rPr")
    look = deepcopy(found) if found is not None else _make(paragraph, "rPr")
    inner = [one for one in paragraph if name(one) == "sdt"]
    around = [one for one in paragraph.iterancestors() if name(one) == "sdt"]
    if any(child(one, "sdtPr", "showingPlcHdr") is not None for one in (*inner, *around)):
        own = child(inner[0] if inner else around[0], "sdtPr", "rPr")
        look = deepcopy(own) if own is not None else _make(paragraph, "rPr")
    for one in [one for one in look if name(one) in _OF_MARK_ALONE]:
        look.remove(one)
    _mark(look, "lang", _AFTER_LANGUAGE, val=language)
    return look


def _set_free(controls: Sequence[Element]) -> None:
    """The text of a content control is no hint any more, and no longer what a data store says."""
    for one in controls:
        properties = child(one, "sdtPr")
        for each in list(properties) if properties is not None else []:
            if name(each) in ("showingPlcHdr", "dataBinding"):
                properties.remove(each)  # type: ignore[union-attr]


def _is_plain_text(control: Element) -> bool:
    return child(control, "sdtPr", "text") is not None


def _take_out(paragraph: Element, cell: Element) -> None:
    """Remove a paragraph and the content control that held nothing else."""
    above = paragraph.getparent()
    assert above is not None
    above.remove(paragraph)
    while above is not cell and len(above) == 0 and (higher := above.getparent()) is not None:
        control = higher if name(above) == "sdtContent" else above
        if (outside := control.getparent()) is None:
            return
        outside.remove(control)
        above = outside


def _make(near: Any, tag: str) -> Element:
    """A new element in the namespace of the file."""
    made: Element = near.makeelement(_qualified(near, tag), nsmap=near.nsmap)
    return made


def _qualified(near: Element, tag: str) -> str:
    return f"{{{etree.QName(near).namespace}}}{tag}"
