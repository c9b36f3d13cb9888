"""Tracked changes that a Word file already holds: the text as if all were accepted, or all rejected.

A mark that ends a paragraph and goes joins its paragraph to the next one, whose properties stay: Word keeps them
in the mark. Rows, cells and moved text come and go like words. ISO/IEC 29500-1, 17.13.5.
"""

from __future__ import annotations

from typing import Literal

from lxml import etree

from tomas_desktop.importers.docx_part import MATH, W

Revisions = Literal["final", "original"]

GONE: dict[Revisions, tuple[str, str]] = {"final": ("del", "moveFrom"), "original": ("ins", "moveTo")}
_CELL = {"final": "cellDel", "original": "cellIns"}
_PROPERTIES = frozenset(W + name for name in ("rPr", "trPr", "tcPr", "numPr", "pPr"))
BETWEEN = frozenset(  # what may stand between two paragraphs and prints nothing
    W + name
    for name in (
        "bookmarkStart bookmarkEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd"
        " commentRangeStart commentRangeEnd proofErr permStart permEnd customXmlInsRangeStart customXmlInsRangeEnd"
        " customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd"
        " customXmlMoveToRangeStart customXmlMoveToRangeEnd"
    ).split()
)


def resolve(root: etree._Element, kept: Revisions) -> int:
    """Take out of the tree what is not in the version that is `kept`; how many changes it held in all."""
    tracked = [W + name for names in GONE.values() for name in names]
    count = sum(_above(element).tag not in _PROPERTIES for element in root.iter(*tracked))
    if kept == "original":
        _restore_properties(root)
    gone = [W + name for name in GONE[kept]]
    _remove_rows(root, kept)
    for element in list(root.iter(*gone)):
        parent = element.getparent()
        if parent is not None and parent.tag not in _PROPERTIES:
            parent.remove(element)
    for text in list(root.iter(f"{W}delText")):
        if kept == "original":
            text.tag = f"{W}t"
        else:
            _above(text).remove(text)
    for paragraph in list(root.iter(f"{W}p")):
        if any(paragraph.find(f"{W}pPr/{W}rPr/{mark}") is not None for mark in gone):
            _join_to_next(paragraph)
    return count


def _above(element: etree._Element) -> etree._Element:
    """The element that holds this one; only the root has none, and it is never asked for."""
    parent = element.getparent()
    assert parent is not None
    return parent


def _restore_properties(root: etree._Element) -> None:
    """The properties that paragraphs had before they were changed."""
    for change in list(root.iter(f"{W}pPrChange")):
        now, before = _above(change), change.find(f"{W}pPr")
        paragraph = now.getparent()
        if before is None or paragraph is None or paragraph.tag != f"{W}p":
            continue
        mark = now.find(f"{W}rPr")
        if mark is not None:
            before.append(mark)
        paragraph.replace(now, before)
    for inserted in list(root.iter(f"{W}numPr")):
        if inserted.find(f"{W}ins") is not None:
            _above(inserted).remove(inserted)


def _remove_rows(root: etree._Element, kept: Revisions) -> None:
    for row in list(root.iter(f"{W}tr")):
        if any(row.find(f"{W}trPr/{W}{name}") is not None for name in GONE[kept]):
            _above(row).remove(row)
            continue
        for cell in list(row.iter(f"{W}tc")):
            if cell.find(f"{W}tcPr/{W}{_CELL[kept]}") is not None:
                _above(cell).remove(cell)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f".//{W}tc") is None and table.getparent() is not None:
            _above(table).remove(table)


def _join_to_next(paragraph: etree._Element) -> None:
    """The content of a paragraph goes to the front of the next one; without one it stays (in a cell) or goes."""
    parent, following = _above(paragraph), paragraph.getnext()
    while following is not None and following.tag in BETWEEN:
        following = following.getnext()
    content = [each for each in paragraph if each.tag != f"{W}pPr"]
    if following is None or following.tag != f"{W}p":
        if not _prints(paragraph) and following is not None:
            parent.remove(paragraph)
        return
    properties = following.find(f"{W}pPr")
    if _prints(paragraph) and not _prints(following):  # nothing follows that could bring its own properties
        own, mark = paragraph.find(f"{W}pPr"), following.find(f"{W}pPr/{W}rPr")
        if properties is not None:
            following.remove(properties)
        if own is not None:
            for old in own.findall(f"{W}rPr"):
                own.remove(old)
            if mark is not None:
                own.append(mark)
            following.insert(0, own)
        properties = own
    place = 0 if properties is None else 1
    for element in reversed(content):
        following.insert(place, element)
    parent.remove(paragraph)


def _prints(paragraph: etree._Element) -> bool:
    if any((text.text or "").strip() for text in paragraph.iter(f"{W}t", f"{MATH}t")):
        return True
    return any(True for _ in paragraph.iter(f"{W}sym", f"{W}footnoteReference", f"{W}endnoteReference"))
