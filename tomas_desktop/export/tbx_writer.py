"""Terms as a termbase in TBX-Basic (ISO 30042), for the terminology programs of ministries and translators.

The edition of 2019 in the style with general elements (DCA) is what most programs read; the other style (DCT) and the
edition of 2008 (`martif`) are there for those that do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol, get_args

from lxml import etree

Dialect = Literal["dca", "dct", "martif"]
DIALECTS: tuple[Dialect, ...] = get_args(Dialect)

_V3 = "urn:iso:std:iso:30042:ed-2"
_MODULES = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}
_MODULE_OF = {"administrativeStatus": "min", "subjectField": "min", "source": "basic"}
_CARRIER_OF = {"administrativeStatus": "termNote", "subjectField": "descrip", "source": "admin"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TAGS = {"sr": "sr-Latn"}
_STYLESHEET = "TBXBasicXCSV02.xcs"
_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
_UNPRINTABLE = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[^\W\d][\w.-]*")


class Term(Protocol):
    """A word or phrase, and whether somebody still has to look at it."""

    @property
    def text(self) -> str: ...

    @property
    def to_check(self) -> bool: ...


class Concept(Protocol):
    """A concept with its terms by language, the preferred one first."""

    @property
    def id(self) -> str: ...

    @property
    def terms(self) -> Mapping[str, Sequence[Term]]: ...

    @property
    def deprecated(self) -> Mapping[str, Sequence[Term]]: ...

    @property
    def note(self) -> str: ...

    @property
    def field(self) -> str: ...

    @property
    def source(self) -> str: ...


def termbase(concepts: Iterable[Concept], title: str, to_check: str, dialect: Dialect = "dca") -> bytes:
    """The concepts as one file in UTF-8. `to_check` is the note on a term that is to be looked at."""
    write = _Writer(dialect)
    body = write.frame(title)
    for number, concept in enumerate(concepts, start=1):
        entry = write.part(body, "conceptEntry", "termEntry")
        entry.set("id", _identifier(concept.id, number))
        for category, text in (("subjectField", concept.field), ("source", concept.source)):
            if text:
                write.said(entry, category, text)
        if concept.note:
            write.plain(entry, "note", concept.note)
        for language in dict.fromkeys((*concept.terms, *concept.deprecated)):
            preferred, deprecated = concept.terms.get(language, ()), concept.deprecated.get(language, ())
            section = write.part(entry, "langSec", "langSet")
            section.set(_LANG, _TAGS.get(language, language))
            for place, term in enumerate((*preferred, *deprecated)):
                status = "deprecated" if place >= len(preferred) else "admitted" if place else "preferred"
                one = write.part(section, "termSec", "tig")
                write.plain(one, "term", term.text)
                write.said(one, "administrativeStatus", f"{status}Term-admn-sts")
                if term.to_check:
                    write.plain(one, "note", to_check)
    return write.done()


def _identifier(id: str, number: int) -> str:
    """An id as XML allows it: it begins with a letter."""
    return id if _NAME.fullmatch(id) else f"c-{id}" if _NAME.fullmatch(f"c-{id}") else f"c{number}"


class _Writer:
    """The elements of one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        if dialect == "martif":
            self._space = ""
            self._root = etree.Element("martif")
            self._root.set("type", "TBX-Basic")
        else:
            self._space = f"{{{_V3}}}"
            names: Any = {None: _V3, **(_MODULES if dialect == "dct" else {})}  # the stubs do not know the default one
            self._root = etree.Element(f"{self._space}tbx", nsmap=names)
            self._root.set("style", dialect)
            self._root.set("type", "TBX-Basic")
        self._root.set(_LANG, "en")

    def frame(self, title: str) -> etree._Element:
        """The header is written; the body is given."""
        header = self.part(self._root, "tbxHeader", "martifHeader")
        about = self.part(self.part(header, "fileDesc"), "sourceDesc")
        self.plain(about, "p", title)
        if self._dialect == "martif":
            rules = self.part(self.part(header, "encodingDesc"), "p")
            rules.set("type", "XCSURI")
            rules.text = _STYLESHEET
        return self.part(self.part(self._root, "text"), "body")

    def part(self, parent: etree._Element, name: str, name_of_2008: str = "") -> etree._Element:
        chosen = name_of_2008 or name if self._dialect == "martif" else name
        return etree.SubElement(parent, self._space + chosen)

    def plain(self, parent: etree._Element, name: str, text: str) -> None:
        self.part(parent, name).text = _UNPRINTABLE.sub("", text)

    def said(self, parent: etree._Element, category: str, text: str) -> None:
        if self._dialect == "dct":
            element = etree.SubElement(parent, f"{{{_MODULES[_MODULE_OF[category]]}}}{category}")
        else:
            element = self.part(parent, _CARRIER_OF[category])
            element.set("type", category)
        element.text = _UNPRINTABLE.sub("", text)

    def done(self) -> bytes:
        written = etree.tostring(self._root, encoding="UTF-8", pretty_print=True, xml_declaration=False)
        head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (_DOCTYPE if self._dialect == "martif" else "")
        return head.encode() + bytes(written)
