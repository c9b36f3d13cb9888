"""A form's Word template, opened: its styles by name, its page, its headers and footers.

Styles are looked up by the name that Word shows, never by id: Word translates ids into its own language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Length

from tomas_desktop.errors import TomasError
from tomas_desktop.export.placeholders import fill
from tomas_desktop.export.word_package import BROKEN


@dataclass(frozen=True, slots=True)
class Template:
    """`document` is python-docx's own object; `style_ids` gives the id of every style by its name."""

    document: Any
    style_ids: Mapping[str, str]

    def kind_of(self, style: str) -> str:
        """What a style of this name is for: `paragraph`, `character`, `table` or `list`."""
        return str(self.document.styles[style].type.name).lower()

    def text_width(self, landscape: bool = False) -> int:
        """The width of the text on the page, in twentieths of a point."""
        section = self.document.sections[-1]
        sides = (section.page_width, section.page_height)
        wide = max(sides) if landscape else min(sides)
        return int(Length(wide - section.left_margin - section.right_margin).twips)

    def printed(self) -> Iterator[str]:
        """The text of each paragraph of the headers and footers."""
        for part in self._running():
            for paragraph in part.element.iter(qn("w:p")):
                yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))

    def fill(self, value_of: Callable[[str], str]) -> None:
        """Put the fields into the headers and footers."""
        for part in self._running():
            for paragraph in part.element.iter(qn("w:p")):
                _fill(list(paragraph.iter(qn("w:t"))), value_of)

    def _running(self) -> Iterator[Any]:
        for part in self.document.part.package.iter_parts():
            if part.partname.startswith(("/word/header", "/word/footer")):
                yield part


def open_template(path: Path) -> Template:
    """The template at this path; raises TomasError("form-docx-unreadable") where there is none that can be read."""
    try:
        document = Document(str(path))
    except (PackageNotFoundError, *BROKEN) as error:
        raise TomasError("form-docx-unreadable", path=str(path), reason=str(error) or type(error).__name__) from error
    names = {style.name: style.style_id for style in document.styles}
    return Template(document, names)


def _fill(texts: list[Any], value_of: Callable[[str], str]) -> None:
    """Replace the fields in one paragraph. Word may have cut a name in braces into several runs: it is joined in the
    first of them; runs without a part of it keep their text (the page number is one)."""
    for i, element in enumerate(texts):
        end = i + 1
        held = element.text or ""
        while held.count("{") > held.count("}") and end < len(texts):
            held += texts[end].text or ""
            texts[end].text = ""
            end += 1
        if "{" in held:
            element.text = fill(held, value_of)
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
