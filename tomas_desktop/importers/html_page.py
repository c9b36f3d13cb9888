"""An HTML page: its body, what it prints, and how many words that is.

Parsing is safe by construction: libxml2's HTML parser loads nothing and expands no entities of the document's
own. Scripts, styles and templates count for nothing with all that is in them (a browser never prints them, so
they hold no words of the text); comments and processing instructions likewise.
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base
from tomas_desktop.text.tokens import normalise

NEVER_PRINTED = frozenset({"script", "style", "template"})
CHROME = frozenset({"nav", "button", "select", "noscript", "iframe", "object"})  # of a site, never of a law
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong"
    " sub sup tt txt_te u var wbr".split()
)

_PAGE = re.compile(rb"(?i)<(?:!doctype\s+html|html)\b")
_ELEMENT = re.compile(rb"(?i)<(?:body|p|div|table|h[1-6]|br|span)(?:\s[^<>]*)?/?>")
_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\?xml\b")
_LOOK = re.compile(r"(?i)</?(?:font|b|i|u|big|small|center|strong|em)(?:\s[^<>]*)?>")

_LOOSE_STOP = re.compile(r"(?<=[^\W_]) (?=[.,](?:\s|$))")

# Old pages name characters by their place in Windows-1252 (&#150; for a dash) and browsers follow them; other
# control characters print nothing, and a tree cannot hold them.
_CONTROL: dict[int, str | None] = dict.fromkeys((*range(9), *range(14, 32), 127, 0xFFFE, 0xFFFF))
_CONTROL |= dict.fromkeys((11, 12), " ")
_CONTROL |= {code: bytes([code]).decode("cp1252", errors="ignore") or None for code in range(128, 160)}

_CONTROL_BY_NUMBER = re.compile(
    r"(?i)&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]));?"
)


def is_page(head: bytes) -> bool:
    """Do these first bytes begin a web page, or a piece of one? Other mark-up (XML of a legal format) is none."""
    squeezed = head.replace(b"\0", b"")  # UTF-16
    return bool(_PAGE.search(squeezed) or (not _XML.match(squeezed) and _ELEMENT.search(squeezed)))


def body_of(data: bytes, path: Path) -> HtmlElement:
    """The body of a page given as bytes in whatever encoding. Raises UnreadableError("not-html") where there is
    none (a page of frames), ("html-too-deep"), and as base.decode does for what is not text at all."""
    source = _CONTROL_BY_NUMBER.sub("", decode(data, path).translate(_CONTROL))
    for text in (source, _LOOK.sub("", source)):  # a second time without the tags that a page forgets to close
        try:
            root, is_whole = _parsed(text)
        except (etree.ParserError, etree.XMLSyntaxError) as error:
            raise UnreadableError("not-html", file=path.name) from error
        body = root.find("body")
        if is_whole and body is None:
            raise UnreadableError("not-html", file=path.name)
        if is_whole and body is not None:
            return body
    raise UnreadableError("html-too-deep", file=path.name)


def title_of(body: HtmlElement) -> str:
    """What the page calls itself: its first heading, else the title in its head."""
    titles = [text_of(element) for element in body.iter("h1")]
    titles += [text_of(element) for element in body.xpath("../head/title")]
    return next((title for title in titles if title), "")


def _parsed(text: str) -> tuple[HtmlElement, bool]:
    """The page, and whether it is whole: where elements nest too deep libxml2 drops the rest without a word.
    `huge_tree` allows a depth of 2048 rather than 256; how big a file may be is limited before it comes here."""
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root = document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    return root, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def decode(data: bytes, path: Path) -> str:
    """The text of a page: UTF-8 if it is that, be it with a damaged character (other texts are almost never valid
    UTF-8 by chance, whatever they declare), else as declared if that can be, else as any text is guessed."""
    base.refuse_binary(data[: base.HEAD_BYTES], path)
    if b"\0" in data[: base.HEAD_BYTES]:  # UTF-16
        return base.decode(data, path)
    text = data.decode("utf-8-sig", errors="replace")
    damaged = text.count("\ufffd")
    if not damaged or damaged * 50 < sum(character > "\x7f" for character in text):
        return text
    declared = base.as_declared(data)[1]
    return base.decode(data, path) if declared is None else declared


def classes(element: HtmlElement) -> frozenset[str]:
    """The class names of an element."""
    return frozenset((element.get("class") or "").split())


def one_line(text: str) -> str:
    """NFC, no soft hyphens, no control characters, each run of white space (no-break ones too) one blank, none
    before a stop or a comma (indented mark-up leaves one there)."""
    return _LOOSE_STOP.sub("", " ".join(normalise(text).translate(_CONTROL).split()))


def text_of(element: HtmlElement) -> str:
    """What an element prints, on one line: inline parts joined with nothing, blocks parted by a blank.

    It knows nothing of lines, tables or notes: the reader by which the one that makes lines is counted."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in walk:
        if part.tag not in INLINE:
            parts.append(" ")
        if event == "start" and part.tag in NEVER_PRINTED:
            walk.skip_subtree()
        elif event == "start":
            parts.append(part.text or "")
        elif part is not element:
            parts.append(part.tail or "")
    return one_line("".join(parts))
