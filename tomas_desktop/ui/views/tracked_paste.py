"""What is pasted or dropped into a proposal, as plain paragraphs.

Word, LibreOffice and browsers hand over a page beside the plain text, and only the page tells what nobody sees: words
that a colleague deleted while changes were tracked, hidden text, comments and their marks. Those stay behind, and so do
footnotes. A row of a table becomes one paragraph, its cells one blank apart (gazette sites set points as tables: "(a)"
in one cell, the words in the next).
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

from tomas_desktop.ui.views.tracked_sheet import cleaned

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr"
    " li main nav ol p pre section table tbody tfoot thead title tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_NEVER_SHOWN = frozenset("del head style script title template noscript textarea select svg math object".split())
_SHORT_LIVED = frozenset("p li td th tr".split())  # their end tags are often left out
_UNSEEN_CLASS = re.compile(
    r"\b(msodel|msocommentreference|msocomanchor|msocomtxt|msofootnotereference)\b", re.IGNORECASE
)
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])"
    r"|mso-element\s*:\s*(comment|footnote|endnote)|mso-(footnote|endnote|comment)-(id|reference)"
    r"|mso-special-character\s*:\s*(comment|footnote)",
    re.IGNORECASE,
)
# What stands before the page where a program hands on Windows' clipboard format as it is ("Version:0.9 StartHTML:...").
_HEADER = re.compile(r"\ufeff?\s*Version:[^<]*")
_AS_TYPED = re.compile(r"<(?:pre|textarea|xmp)\b", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_GAP = re.compile(r"[ \u00a0]{2,}")
_NUMBERED = re.compile(r"\s*[(\d]")


def pasted(source: QMimeData) -> str:
    """The text of the clipboard or of a drop; "" where there is none."""
    html = source.html() if source.hasHtml() else ""
    text = "" if not html or _AS_TYPED.search(html) else of_page(html)
    return text or cleaned(source.text())


def of_page(html: str) -> str:
    """The paragraphs that a person would see of a page."""
    reader = _Page()
    reader.feed(_HEADER.sub("", html, count=1) if _HEADER.match(html) else html)
    reader.close()
    paragraphs = (_GAP.sub(" ", line).strip(" \u00a0") for line in "".join(reader.out).split("\n"))
    return cleaned("\n".join(paragraphs))


class _Page(HTMLParser):
    """Collects what is shown, with line feeds between paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._between = ""  # what parts the next words from the last: nothing, a blank, a line feed
        self._unseen: tuple[str, int] = ("", 0)  # the element that is not shown, and how deep in its like we are
        self._is_first_cell = self._is_new_cell = False
        self._lists: list[int | None] = []  # the number of the next item of each open list, None without numbers
        self._number = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name, depth = self._unseen
        if depth and name in _SHORT_LIVED and tag == name:
            depth = 0
            self._unseen = "", 0
        if depth:
            self._unseen = name, depth + (tag == name)
            return
        said = {key: value or "" for key, value in attrs}
        if tag not in _VOID and _is_unseen(tag, said):
            self._unseen = tag, 1
        elif tag in ("td", "th"):
            if not self._is_first_cell:
                self._between = " "
            self._is_first_cell, self._is_new_cell = False, True
        elif tag == "br":
            self._between, self._is_new_cell = "\n", False
        elif tag in _BLOCKS:
            self._part()
            if tag == "tr":
                self._between, self._is_first_cell, self._is_new_cell = "\n", True, False
            elif tag in ("ol", "ul"):
                start = said.get("start", "1")
                counted = tag == "ol" and said.get("type", "1") == "1"
                self._lists.append(int(start) if counted and start.isdecimal() else None)
            elif tag == "li" and self._lists and (number := self._lists[-1]) is not None:
                self._number, self._lists[-1] = f"{number}. ", number + 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:  # any other element that says it is closed already has nothing in it
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        name, depth = self._unseen
        if depth:
            self._unseen = name, depth - (tag == name)
        elif tag in _BLOCKS:
            self._part()
            if tag in ("ol", "ul") and self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        if self._unseen[1]:
            return
        words = _BLANKS.sub(" ", data)
        if not words.strip(" "):
            self._between = self._between or (" " if words else "")
            return
        if self._number:
            words = words if _NUMBERED.match(words) else self._number + words.lstrip(" ")
            self._number = ""
        self.out += [self._between, words]
        self._between, self._is_new_cell = "", False

    def _part(self) -> None:
        """A paragraph begins or ends; at the start of a cell it goes on in the paragraph of its row."""
        if not self._is_new_cell:
            self._between = "\n"


def _is_unseen(tag: str, said: dict[str, str]) -> bool:
    return (
        tag in _NEVER_SHOWN
        or "hidden" in said
        or bool(_UNSEEN_CLASS.search(said.get("class", "")))
        or bool(_UNSEEN_STYLE.search(said.get("style", "")))
    )
