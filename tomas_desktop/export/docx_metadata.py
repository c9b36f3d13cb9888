"""What a Word file tells about itself: title, author, organisation, language, date, and nothing else.

A form's template was made by somebody, somewhere: Word notes in it who saved it last, when it was printed, how long
it was worked on, in which company, after which template, and numbers every session of editing (rsid) in every
paragraph. None of this goes out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docx.oxml.ns import qn

from tomas_desktop.export.docx_template import Template
from tomas_desktop.export.word_xml import escape

_LONGEST = 255  # characters that Word takes in a property

_KEPT = frozenset({"title", "creator", "lastModifiedBy", "revision", "created", "modified", "language"})

# Settings that name a machine, a session or a person.
_TELLTALES = (
    "rsids", "attachedTemplate", "docVars", "proofState", "saveThroughXslt", "mailMerge", "hdrShapeDefaults",
    "linkStyles", "docId",
)  # fmt: skip

# Parts that hold nothing of the page: custom properties, data bound to fields, a picture of the first page, people.
_LEFT_OUT = ("/custom-properties", "/customXml", "/thumbnail", "/people", "/webextensiontaskpanes",
             "/classificationlabels", "/attachedTemplate")  # fmt: skip

_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>tomas_desktop</Application>{}</Properties>"
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What Word shows under File > Info: nothing but this leaves the house. `created` is ISO 8601."""

    title: str
    author: str
    created: str
    language: str
    organisation: str = ""


def extended(properties: Properties) -> bytes:
    """The part `docProps/app.xml`; the organisation is what Word calls the company."""
    lines = properties.organisation.splitlines()
    company = f"<Company>{escape(lines[0][:_LONGEST])}</Company>" if lines else ""
    return _PROPERTIES.format(company).encode("utf-8")


def set_properties(template: Template, properties: Properties) -> None:
    """Write the properties into the template and take everything else of the kind out of it."""
    core = template.document.core_properties
    at = datetime.fromisoformat(properties.created)
    core.title, core.language = properties.title[:_LONGEST], properties.language
    core.author = core.last_modified_by = properties.author[:_LONGEST]
    core.created = core.modified = at.replace(tzinfo=None, microsecond=0)
    core.revision = 1
    for element in list(core._element):
        if element.tag.rpartition("}")[2] not in _KEPT:
            core._element.remove(element)
    _scrub(template.document)
    _speak(template.document, properties.language)


def _scrub(document: Any) -> None:
    settings = document.settings.element
    for element in list(settings):
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _TELLTALES:
            settings.remove(element)
    for holder in (document.part.package, *document.part.package.iter_parts()):
        for key, relation in list(holder.rels.items()):
            if any(relation.reltype.endswith(kind) for kind in _LEFT_OUT):
                del holder.rels[key]
    for root in _roots(document):
        for element in root.iter():
            for name in [name for name in element.attrib if "}rsid" in name or name.endswith(("}paraId", "}textId"))]:
                del element.attrib[name]


def _roots(document: Any) -> Iterator[Any]:
    """The trees of the parts that Word numbers by sessions."""
    for part in document.part.package.iter_parts():
        if part.partname.startswith("/word/") and hasattr(part, "element"):
            yield part.element


def _speak(document: Any, language: str) -> None:
    """What bears no language of its own (page numbers, headers, paragraph marks) is in that of the document."""
    for defaults in document.styles.element.iter(qn("w:rPrDefault")):
        for tag in defaults.iter(qn("w:lang")):
            tag.set(qn("w:val"), language)
    for tag in document.settings.element.iter(qn("w:themeFontLang")):
        tag.set(qn("w:val"), language)
