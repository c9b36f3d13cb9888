"""A reader of our own Word files that knows nothing of the code that wrote them: paragraphs as Word would leave
them after accepting or rejecting every change."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIRST = '<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


def part(path: Path, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode("utf-8")


def tree(path: Path, name: str = "word/document.xml") -> Any:
    """A part of the file, parsed."""
    return etree.fromstring(part(path, name).encode())


def body_of(paragraphs: str) -> etree._Element:
    """Bare paragraphs as a tree."""
    return etree.fromstring(f"{FIRST}{paragraphs}</w:body>".encode())


def accepted(tree: etree._Element) -> list[str]:
    return _paragraphs(tree, gone="del")


def rejected(tree: etree._Element) -> list[str]:
    return _paragraphs(tree, gone="ins")


def _paragraphs(tree: etree._Element, gone: str) -> list[str]:
    """The mark of a paragraph ends it: one that goes joins its text to the next paragraph's. The last paragraph of a
    cell ends with its cell; a row that goes takes everything in it along."""
    out, carried = [], ""
    for paragraph in tree.iter(f"{W}p"):
        if any(row.find(f"{W}trPr/{W}{gone}") is not None for row in paragraph.iterancestors(f"{W}tr")):
            continue
        for element in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"):
            if any(above.tag == W + gone for above in element.iterancestors()):
                continue
            carried += {f"{W}tab": "\t", f"{W}br": "\n"}.get(str(element.tag), element.text or "")
        following = paragraph.getnext()
        while following is not None and following.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            following = following.getnext()
        ends = paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is None
        holder = paragraph.getparent()
        if ends or (following is None and holder is not None and holder.tag == f"{W}tc"):
            out.append(carried)
            carried = ""
        else:
            assert following is None or following.tag != f"{W}tbl", "a paragraph that goes stands before a table"
    assert not carried, "text stands behind the last paragraph mark that stays"
    return out
