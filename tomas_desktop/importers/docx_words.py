"""How many words a Word file prints: counted on the XML as it lies in the file, before anything is done to it.

It knows nothing of lists or lines. Of tracked changes it leaves out what the wanted version does not
have, of fields their instructions, of alternative contents all but the first. Numbers that Word makes are not in
the file; whoever makes them adds their words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from tomas_desktop.importers.docx_part import MATH, MC, W
from tomas_desktop.importers.docx_revisions import BETWEEN, GONE, Revisions
from tomas_desktop.importers.docx_styles import ASIDE
from tomas_desktop.importers.docx_symbols import printed_as
from tomas_desktop.text.tokens import words

_BREAKS = frozenset(W + name for name in ("tab", "br", "cr", "ptab"))
_APART = frozenset(W + name for name in ("tbl", "tr", "tc"))
_PARTED = "\n"


@dataclass(frozen=True, slots=True)
class Printed:
    """`words` of a part, and the notes it refers to, by kind and id."""

    words: int
    notes: tuple[tuple[str, str], ...]


def count(roots: Iterable[etree._Element], revisions: Revisions) -> Printed:
    """What these elements print. A run with the attribute ASIDE is no part of the words around it."""
    counter = _Counter(frozenset(W + name for name in GONE[revisions]), revisions)
    for root in roots:
        counter.take(root)
    return Printed(len(words("".join(counter.done + counter.boxes))), tuple(dict.fromkeys(counter.notes)))


@dataclass(slots=True)
class _Counter:
    gone: frozenset[str]
    revisions: Revisions
    done: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    outer: list[list[str]] = field(default_factory=list)  # what goes on behind a text box
    boxes: list[str] = field(default_factory=list)

    def take(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in walk:
            if event == "end":
                if element is skipped:
                    skipped = None
                else:
                    self._end(element)
            elif self._is_left_out(element):
                skipped = element
                walk.skip_subtree()
            else:
                self._start(element)
        self.done.append(_PARTED)

    def _is_left_out(self, element: etree._Element) -> bool:
        tag, parent = element.tag, element.getparent()
        if tag == f"{W}pPr" or element.get(ASIDE) == "code":
            return True
        if tag in self.gone or (tag == f"{W}delText" and self.revisions == "final"):
            return True
        if tag == f"{W}tbl":
            return self._is_gone(element)
        if tag == f"{W}tr":
            return any(element.find(f"{W}trPr/{name}") is not None for name in self.gone)
        if tag == f"{W}tc":
            mark = "cellDel" if self.revisions == "final" else "cellIns"
            return element.find(f"{W}tcPr/{W}{mark}") is not None
        if parent is not None and parent.tag == f"{MC}AlternateContent":
            first = next((each for each in parent if any(True for _ in each.iter(f"{W}t"))), parent[0])
            return element is not first
        return tag in (f"{W}rt", f"{W}trPr", f"{W}tcPr")

    def _is_gone(self, table: etree._Element) -> bool:
        """Did every row and cell of a table come or go?"""
        for cell in table.iter(f"{W}tc"):
            around = [cell]
            while (above := around[-1].getparent()) is not None and above is not table:
                around.append(above)
            if not any(self._is_left_out(each) for each in around if each.tag in (f"{W}tr", f"{W}tc")):
                return False
        return True

    def _start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in (f"{W}t", f"{W}delText", f"{MATH}t"):
            self.done.append(element.text or "")
        elif tag in _BREAKS or tag in _APART:
            self.done.append(_PARTED)
        elif tag == f"{W}noBreakHyphen":
            self.done.append("-")
        elif tag == f"{W}sym":
            self.done.append(printed_as(element))
        elif tag == f"{W}txbxContent" or (tag == f"{W}r" and element.get(ASIDE)):
            self.outer.append(self.done)
            self.done = []
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self.notes.append((str(tag).removeprefix(W).removesuffix("Reference"), element.get(f"{W}id", "")))

    def _end(self, element: etree._Element) -> None:
        if element.tag == f"{W}p":
            if not self._goes_on(element):
                self.done.append(_PARTED)
        elif element.tag in _APART:
            self.done.append(_PARTED)
        elif element.tag == f"{W}txbxContent" or (element.tag == f"{W}r" and element.get(ASIDE)):
            self.boxes += [*self.done, _PARTED]  # its words stand by themselves
            self.done = self.outer.pop()

    def _goes_on(self, paragraph: etree._Element) -> bool:
        """Does the paragraph go on with the next one, its mark being gone?"""
        if all(paragraph.find(f"{W}pPr/{W}rPr/{name}") is None for name in self.gone):
            return False
        following = paragraph.getnext()
        while following is not None and (following.tag in BETWEEN or self._is_left_out(following)):
            following = following.getnext()
        return following is not None and following.tag == f"{W}p"
