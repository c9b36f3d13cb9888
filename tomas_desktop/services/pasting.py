"""What a person copied out of a browser, Word or a PDF viewer, as something that can be read like a file."""

from __future__ import annotations

import re

from tomas_desktop.services.sources import Source

NAME = "Pasted text"

_MARK = "\ufeff"  # the byte order mark, which some programs copy with the text

# What stands before the mark-up where a program hands on Windows' clipboard format as it is ("Version:0.9 StartHTML:").
_HEADER = re.compile(r"\s*Version:[^<]*")
_DECLARED = re.compile(r"(<meta\b[^<>]*?\bcharset\s*=\s*[\"']?)[\w.:-]+", re.IGNORECASE)
_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_LINES_AS_THEY_ARE = re.compile(r"<(?:pre|textarea|xmp)\b", re.IGNORECASE)
_UNSEEN = re.compile(r"<(style|script|title)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>|&nbsp;", re.IGNORECASE | re.DOTALL)


def of_clipboard(html: str, text: str) -> Source | None:
    """The page that was copied, else the text; None where neither has a word. Of lines that a browser shows as they
    are typed the page says nothing more than the text does."""
    html, text = html.lstrip(_MARK), text.lstrip(_MARK)
    if _UNSEEN.sub("", html).strip() and not (text.strip() and _LINES_AS_THEY_ARE.search(html)):
        page = _DECLARED.sub(r"\1utf-8", _HEADER.sub("", html, count=1))  # it comes decoded, whatever it declares
        return _source(page if _PAGE.search(page) else f"<html><body>{page}</body></html>")
    return _source(text) if text.strip() else None


def _source(text: str) -> Source:
    return Source(NAME, text.encode("utf-8", errors="replace"))
