"""The words of an XML document, counted by hand-made means that share nothing with the importers."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from tomas_desktop.text.tokens import words

# Elements that stand in the middle of a word or right behind one.
_INLINE = (
    r"HT|FT|DATE|QUOT\.START|QUOT\.END|IE|REF\.DOC(?:\.OJ)?|i|b|u|sup|sub|span|a|ref|mref|rref|date|def|defBody|term"
    r"|inline|abbr|quantity|docNumber|quotedText|process|placeholder|fillIn|img|mod|person|role|organization|location"
)


def xml_words(path: Path) -> list[str]:
    """Every word between the tags: inline elements joined, all others parted."""
    source = re.sub(r"(?s)<!--.*?-->|<\?.*?\?>", "", path.read_bytes().decode("utf-8"))
    source = re.sub(rf"</?(?:{_INLINE})(?:\s[^<>]*)?/?>", "", source)
    return words(unescape(re.sub(r"(?s)<[^<>]*>", " ", source)))
