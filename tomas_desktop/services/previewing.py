"""What a document of a package looks like, as HTML and the pages that it is to be set on, before a file is written."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tomas_desktop.services import composing
from tomas_desktop.services.composing import Papers
from tomas_desktop.services.submitting import Script

# Stand in headers and footers for the number of the page and for how many there are.
NUMBER, COUNT = "\ue000", "\ue001"

_A4 = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document with its own paper. `html` is a whole page that needs nothing else; `header` and `footer`
    are HTML too, those of the first page where it has its own. Sizes in mm, margins as top, right, bottom, left."""

    html: str
    size: tuple[float, float] = _A4
    margins: tuple[float, float, float, float] = (25.0, 25.0, 25.0, 25.0)
    header: str = ""
    footer: str = ""
    first_header: str = ""
    first_footer: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """A document as it prints."""

    title: str
    language: str
    sections: tuple[Section, ...]


def preview(
    papers: Papers, name: str, script: Script | None = None, roles: Collection[str] | None = None
) -> Preview | None:
    """The document of a package whose file has this name; `roles` are those that go out together. None where there is
    no such one. Raises TomasError("form-docx-unreadable")."""
    composed = composing.compose(papers, name, script, roles)
    return of_word_file(composed.content) if composed else None


def of_word_file(content: bytes) -> Preview:
    """A Word file as it prints; raises TomasError("docx-not-shown") for what is none."""
    from tomas_desktop.export import docx_page

    printed = docx_page.read(content)

    def whole(body: str) -> str:
        return f"<html><head><style>{printed.style}</style></head><body>{body}</body></html>" if body else ""

    *_, last = printed.sections
    return Preview(
        printed.title,
        printed.language,
        tuple(
            Section(
                whole(f"{one.body}<hr>{printed.notes}" if one is last and printed.notes else one.body),
                (one.width, one.height),
                one.margins,
                whole(one.header),
                whole(one.footer),
                whole(one.first_header),
                whole(one.first_footer),
            )
            for one in printed.sections
        ),
    )
