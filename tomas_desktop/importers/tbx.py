"""A termbase in TBX (ISO 30042), the exchange format of terminology: both editions, as much as a glossary can hold.

The edition of 2008 has the root `martif`, entries of language sets and terms with their notes; that of 2019 the root
`tbx` with the same in other words. Categories stand either as the type of a general element (style DCA) or as an
element of their own (style DCT): `<termNote type="administrativeStatus">` is `<min:administrativeStatus>`. This is no
importer of laws: it has neither FORMAT nor sniff.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lxml import etree

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import xml_page

Status = Literal["preferred", "admitted", "deprecated"]

TO_CHECK = "to be checked"  # a note on a term that somebody still has to look at

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec", "tigSec"})
_CARRIERS = frozenset({"descrip", "admin", "termNote", "adminNote", "descripNote"})
_TO_AVOID = ("deprecated", "superseded", "notrecommended", "obsolete", "forbidden", "prohibited")


@dataclass(frozen=True, slots=True)
class EntryTerm:
    """A term as it stands; `language` is the tag of its section (BCP 47)."""

    language: str
    text: str
    status: Status
    to_check: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept of a termbase. `note` holds its notes and definitions."""

    id: str
    field: str
    note: str
    source: str
    terms: tuple[EntryTerm, ...]


def is_tbx(head: bytes) -> bool:
    """Does a file with these first bytes call itself a termbase?"""
    return xml_page.root_name(head) in ("tbx", "martif")


def read(data: bytes, path: Path) -> tuple[Entry, ...]:
    """The concepts of a termbase, in its order. Raises UnreadableError("tbx-not-a-termbase") and what `xml_page.parse`
    raises."""
    root = xml_page.parse(data, path)
    if xml_page.local(root) not in ("tbx", "martif"):
        raise UnreadableError("tbx-not-a-termbase", file=path.name)
    return tuple(_entry(each) for each in _children(root, _ENTRIES))


def _children(root: etree._Element, names: frozenset[str]) -> Iterator[etree._Element]:
    """The elements of these names below one, none inside another."""
    for child in root.iterchildren("*"):
        if xml_page.local(child) in names:
            yield child
        else:
            yield from _children(child, names)


def _entry(entry: etree._Element) -> Entry:
    said: dict[str, list[str]] = {"note": [], "definition": [], "source": [], "subjectField": []}
    for category, text in _said(entry, below=_LANGUAGES):
        if text and text not in said.setdefault(category, []):
            said[category].append(text)
    terms = []
    for section in _children(entry, _LANGUAGES):
        language = section.get(_LANG) or section.get("lang") or ""
        terms += [term for each in _children(section, _TERMS) if (term := _term(each, language)).text]
        said["definition"] += [
            text for category, text in _said(section, below=_TERMS) if category == "definition" and text
        ]
    return Entry(
        entry.get("id", ""),
        "; ".join(said["subjectField"]),
        " ".join(dict.fromkeys((*said["note"], *said["definition"]))),
        "; ".join(said["source"]),
        tuple(terms),
    )


def _term(section: etree._Element, language: str) -> EntryTerm:
    text, status, to_check = "", "", False
    for category, value in _said(section):
        if category == "term":
            text = text or value
        elif category in ("administrativeStatus", "normativeAuthorization", "status"):
            status = status or value.lower().replace("-", "").replace(" ", "")
        elif category == "note":
            to_check = to_check or value == TO_CHECK
    if any(word in status for word in _TO_AVOID):
        return EntryTerm(language, text, "deprecated", to_check)
    return EntryTerm(language, text, "preferred" if "preferred" in status else "admitted", to_check)


def _said(element: etree._Element, below: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """What is said inside an element, each with its category; nothing of what lies in elements of the names `below`."""
    for child in element.iterchildren("*"):
        name = xml_page.local(child)
        if name in _CARRIERS:
            yield child.get("type", ""), _text(child)
        elif name.endswith("Grp"):
            yield from _said(child, below)
        elif name not in below:
            yield name, _text(child)


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())
