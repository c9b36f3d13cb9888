"""Several documents as one Word file: each in a section of its own, with its page, header, footer and styles.

The first document's template carries the file. What another one brings along (a header with its logo, a style that
looks different there) is taken over under a name that is free; styles that are the same are shared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from tomas_desktop.export.combined_styles import StyleBook, look
from tomas_desktop.export.docx_metadata import Properties
from tomas_desktop.export.docx_template import Template
from tomas_desktop.export.docx_writer import docx_bytes, turn
from tomas_desktop.export.form import Orientation

_BOOKMARK = re.compile(r'(<w:bookmarkStart\b[^>]*? w:name=")([^"]*)(")')
_LAST_PROPERTIES = re.compile(r"(<w:pPrChange\b.*?)?</w:pPr>", re.DOTALL)
_KINDS = ("header", "footer")
_PAGES = ("default", "first", "even")
_EMPTY = b'<w:%s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:%s>'


@dataclass(frozen=True, slots=True)
class Composed:
    """One document before it is a file: its template with header and footer filled, the XML of its body and of its
    comments. `keeps_recording`: Word goes on tracking in it, if the template says so."""

    template: Template
    body: str
    comments: str
    properties: Properties
    orientation: Orientation = "portrait"
    keeps_recording: bool = False

    def docx(self) -> bytes:
        """The document as a Word file of its own."""
        return docx_bytes(
            self.template, self.body, self.comments, self.properties, self.orientation, self.keeps_recording
        )


def combine(parts: Sequence[Composed], title: str) -> bytes:
    """The documents as one Word file, each beginning on a new page. What bears an id must have been counted through
    all of them; names of bookmarks that come twice are told apart here."""
    base, names = parts[0].template, set[str]()
    books = {look(base.document): StyleBook(base.document, base.document)}  # documents of one template share one
    sections: list[Any] = []
    bodies: list[str] = []
    comments: list[str] = []
    used: set[tuple[str, str]] = set()
    for part in parts:
        turn(part.template, part.orientation)
        styles = books.setdefault(look(part.template.document), StyleBook(base.document, part.template.document))
        section = _section(base.document, part.template.document, styles, used)
        bodies.append(_with_names_of_its_own(styles.applied(part.body), names))
        comments.append(styles.applied(part.comments))
        sections.append(section)
    written = [_ended(body, section) for body, section in zip(bodies[:-1], sections[:-1], strict=True)]
    content = base.document.element.body
    content.remove(content.get_or_add_sectPr())
    content.append(sections[-1])
    return docx_bytes(
        base,
        "".join([*written, bodies[-1]]),
        _comments([one for one in comments if one]),
        replace(parts[0].properties, title=title),
        parts[-1].orientation,
        any(part.keeps_recording for part in parts),
    )


def _section(base: Any, other: Any, styles: StyleBook, used: set[tuple[str, str]]) -> Any:
    """The page of a document, its headers and footers, as a section of the base. Where an earlier section has a header
    for some pages that this one lacks, it gets an empty one: Word would go on with the other's."""
    section = deepcopy(other.element.body.get_or_add_sectPr())
    for kind in section.findall(qn("w:type")):
        section.remove(kind)  # each begins on a new page
    if other is not base:
        for reference in section.findall(qn("w:headerReference")) + section.findall(qn("w:footerReference")):
            reference.set(qn("r:id"), _adopted(base, other.part.related_parts[reference.get(qn("r:id"))], styles))
    for kind in _KINDS:
        own = {one.get(qn("w:type")) for one in section.findall(qn(f"w:{kind}Reference"))}
        for page in _PAGES:
            if page not in own and (kind, page) in used:
                reference = section.makeelement(qn(f"w:{kind}Reference"))
                reference.set(qn("w:type"), page)
                reference.set(qn("r:id"), _empty(base, kind))
                section.insert(0, reference)
        used.update((kind, page) for page in own)
    return section


def _adopted(base: Any, part: Any, styles: StyleBook) -> str:
    """Take a header or footer over from another file, with the pictures that it shows; its id in the base."""
    for element in part.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
        element.set(qn("w:val"), styles.id_of(element.get(qn("w:val"))))
    kind = RELATIONSHIP_TYPE.HEADER if part.element.tag == qn("w:hdr") else RELATIONSHIP_TYPE.FOOTER
    _take_in(base, part)
    return str(base.part.relate_to(part, kind))


def _take_in(base: Any, part: Any) -> None:
    stem, _, ending = part.partname.rpartition(".")
    part.partname = base.part.package.next_partname(f"{stem.rstrip('0123456789')}%d.{ending}")
    part._package = base.part.package
    for relationship in part.rels.values():
        if not relationship.is_external:
            _take_in(base, relationship.target_part)


def _empty(base: Any, kind: str) -> str:
    name = base.part.package.next_partname(f"/word/{kind}%d.xml")
    tag = b"hdr" if kind == "header" else b"ftr"
    content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    part = Part(PackURI(name), content, _EMPTY % (tag, tag), base.part.package)
    return str(base.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind.upper())))


def _ended(body: str, section: Any) -> str:
    """A body whose last paragraph ends a section. That is written into the properties the paragraph has, so that no
    empty one is left at the end, which could fall on a page of its own."""
    etree.cleanup_namespaces(section)
    written = etree.tostring(section, encoding="unicode")
    start = max(body.rfind("<w:p>"), body.rfind("<w:p "))
    head, last = body[:start], body[start:]
    if start < 0 or "</w:tbl>" in last or "<w:pPr>" not in last:
        return f"{body}<w:p><w:pPr>{written}</w:pPr></w:p>"
    return head + _LAST_PROPERTIES.sub(lambda m: f"{written}{m[1] or ''}</w:pPr>", last, count=1)


def _comments(parts: Sequence[str]) -> str:
    """The parts of this name as one."""
    if not parts:
        return ""
    inner = [part[part.index(">") + 1 : part.rindex("</")] for part in parts]
    return f"{parts[0][: parts[0].index('>') + 1]}{''.join(inner)}</w:comments>"


def _with_names_of_its_own(body: str, taken: set[str]) -> str:
    """The body with its bookmarks told apart from those of the documents before it, as they are told apart inside one
    document: `_2`, `_3` ... behind the name. Capitals make no difference to Word."""
    own = {name for _, name, _ in _BOOKMARK.findall(body)}

    def free(match: re.Match[str]) -> str:
        name, number = match[2], 1
        stem, _, counted = name.rpartition("_")
        if counted.isdecimal() and stem in own:
            name = stem
        found = name
        while found.casefold() in taken:
            number += 1
            found = f"{name}_{number}"
        taken.add(found.casefold())
        return f"{match[1]}{found}{match[3]}"

    return _BOOKMARK.sub(free, body)
