"""Fields of a Word file (cross-references, page numbers, a table of contents): their results are text, the
instructions they are made from are not.

Word asks for no balance: a field that never ends is text. ISO/IEC 29500-1, 17.16.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tomas_desktop.importers.docx_part import MATH, W
from tomas_desktop.importers.docx_revisions import GONE, Revisions
from tomas_desktop.importers.docx_styles import ASIDE

_TEXT = frozenset(
    [W + name for name in ("t", "delText", "sym", "footnoteReference", "endnoteReference")] + [MATH + "t"]
)


def mark_fields(root: etree._Element, revisions: Revisions) -> None:
    """Give ASIDE to the text inside the instructions of fields ("code") and to the paragraphs that are the result
    of a table of contents ("contents")."""
    texts: list[etree._Element] = []
    open_fields: list[tuple[int, bool]] = []  # where the instruction begins (-1: it is over), is it a contents
    for element in _kept(root, revisions):
        if element.tag in _TEXT:
            texts.append(element)
        elif element.tag == f"{W}p":
            if any(is_contents and begun < 0 for begun, is_contents in open_fields):
                element.set(ASIDE, "contents")
        elif element.tag == f"{W}instrText":
            if open_fields and open_fields[-1][0] >= 0 and (element.text or "").split()[:1] == ["TOC"]:
                open_fields[-1] = (open_fields[-1][0], True)
        elif element.tag == f"{W}fldChar":
            _field_mark(element, texts, open_fields)


def _field_mark(element: etree._Element, texts: list[etree._Element], open_fields: list[tuple[int, bool]]) -> None:
    kind = element.get(f"{W}fldCharType")
    if kind == "begin":
        open_fields.append((len(texts), False))
    elif open_fields:
        begun, is_contents = open_fields[-1]
        for text in texts[begun:] if begun >= 0 else ():
            text.set(ASIDE, "code")
        open_fields[-1] = (-1, is_contents)
        if is_contents and kind == "separate":
            for paragraph in element.iterancestors(f"{W}p"):
                paragraph.set(ASIDE, "contents")
        if kind == "end":
            open_fields.pop()


def _kept(root: etree._Element, revisions: Revisions) -> Iterator[etree._Element]:
    """The elements of the wanted version."""
    gone = [W + name for name in GONE[revisions]]
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in gone:
            walk.skip_subtree()
        else:
            yield element
