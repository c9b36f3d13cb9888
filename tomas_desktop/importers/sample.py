"""The first lines of a file as they are printed, whatever its format, understood by no grammar.

They serve to see in which language a file is before there is a pack to read it with; no word of a law is taken from
here, so a line too many or a tag in the wrong place does no harm.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from tomas_desktop.importers import archive, base, html_page
from tomas_desktop.text.tokens import normalise

LINES = 1_500
_LETTERS = 2_000_000  # of mark-up that are looked at; a saved page may begin with a megabyte of scripts
_PAGES = 15  # of a PDF: past the title page and a table of contents
_DOCUMENTS = ("word/document.xml", "content.xml")  # the text of a Word file and of an OpenDocument file

_MARK_UP = re.compile(r"\s*<[!?a-zA-Z]")
_UNPRINTED = re.compile(r"(?is)<(script|style|head|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?-->|<\?.*?\?>")
_TAG = re.compile(r"</?([\w:.-]+)[^<>]*>")
_INLINE = html_page.INLINE | {"w:r", "w:t", "w:rpr", "text:span", "text:s", "ht", "quot.start", "quot.end"}


def lines_of(data: bytes, path: Path) -> list[str]:
    """The first printed lines. Raises UnreadableError where there is no text at all, as the importers do."""
    if data.startswith(b"%PDF"):
        text = _of_pdf(data)
    elif data.startswith(b"PK\x03\x04"):
        text = _of_archive(archive.opened(data, path))
    else:
        text = html_page.decode(data, path)[:_LETTERS]
        text = _printed(text) if _MARK_UP.match(text) else text
    lines = (" ".join(line.split()) for line in base.decoded_lines(normalise(text)))
    return [line for line in lines if line][:LINES]


def _printed(text: str) -> str:
    """Mark-up without its tags: inline ones leave nothing, the others end a line."""
    text = _UNPRINTED.sub("\n", text)
    return html.unescape(_TAG.sub(lambda tag: "" if tag[1].casefold() in _INLINE else "\n", text))


def _of_archive(package: archive.Package) -> str:
    names = [name for name in _DOCUMENTS if name in package.names]
    names = names or [name for name in package.names if name.casefold().endswith((".xml", ".akn", ".fmx"))][:5]
    texts = [package.read(name).decode("utf-8", errors="replace") for name in names]
    return "\n".join(_printed(text[:_LETTERS]) for text in texts)


def _of_pdf(data: bytes) -> str:
    import pypdfium2  # the one format with a library of its own to load

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ""  # the importer says what is wrong with it
    texts: list[str] = []
    try:
        for number in range(min(len(document), _PAGES)):
            page = document[number]
            textpage = page.get_textpage()
            texts.append(textpage.get_text_range().replace("\r", "\n"))
            textpage.close()
            page.close()
        return "\n".join(texts)
    except pypdfium2.PdfiumError:
        return ""
    finally:
        document.close()
