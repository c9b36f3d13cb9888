"""The thin layer over WordprocessingML: text, runs and paragraphs as strings.

A law of five thousand paragraphs is written as one string and put into the document whole; elements are never
appended one by one.
"""

from __future__ import annotations

import re

# What XML 1.0 cannot hold at all, not even escaped.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0D})
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
_BREAK = re.compile("(\t|\r\n|\r|\n)")


def legal(text: str) -> tuple[str, int]:
    """The text without the characters that XML cannot hold, and how many they were."""
    return _ILLEGAL.subn("", text) if _may_be_illegal(text) else (text, 0)


def _may_be_illegal(text: str) -> bool:
    """A look at the bytes of a whole document takes a quarter of the time that a search for the characters takes."""
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError:  # half of a pair of surrogates
        return True
    return len(encoded.translate(None, _CONTROLS)) < len(encoded) or any(one in encoded for one in _NO_CHARACTERS)


def escape(text: str) -> str:
    """Text as it stands between tags and inside double-quoted attributes."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def run_properties(language: str = "", style: str = "") -> str:
    """`w:rPr` of a run: its character style and the language it is spelt in."""
    inner = (f'<w:rStyle w:val="{escape(style)}"/>' if style else "") + (
        f'<w:lang w:val="{escape(language)}"/>' if language else ""
    )
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def run(text: str, properties: str = "", tag: str = "w:t") -> str:
    """One run; `tag` is `w:delText` inside a deletion. Blanks of every kind stay; tabs and breaks become elements."""
    if "\n" not in text and "\t" not in text and "\r" not in text:
        return f'<w:r>{properties}<{tag} xml:space="preserve">{escape(text)}</{tag}></w:r>'
    pieces = [
        "<w:tab/>" if piece == "\t" else "<w:br/>" if piece[0] in "\r\n" else
        f'<{tag} xml:space="preserve">{escape(piece)}</{tag}>'
        for piece in _BREAK.split(text) if piece
    ]  # fmt: skip
    return f"<w:r>{properties}{''.join(pieces)}</w:r>"


def paragraph_properties(style: str, mark: str = "", former: str = "") -> str:
    """`w:pPr` with a style id ("" for the template's own default); `mark` says that the paragraph mark itself was
    inserted or deleted, `former` which properties it had before."""
    named = f'<w:pStyle w:val="{escape(style)}"/>' if style else ""
    return f"<w:pPr>{named}{f'<w:rPr>{mark}</w:rPr>' if mark else ''}{former}</w:pPr>"


def paragraph(style: str, content: str, mark: str = "", former: str = "") -> str:
    """One paragraph; its style, mark and former properties as in `paragraph_properties`."""
    return f"<w:p>{paragraph_properties(style, mark, former)}{content}</w:p>"
