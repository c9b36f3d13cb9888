"""The parts of a Word file: the document, its styles, its notes, its headers, each as one tree of XML.

Names are those of the transitional schema; a file that was saved "strict" is given these names on reading.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers.archive import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": MATH,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": RELATION,
}


@dataclass(slots=True)
class Parts:
    """The parts of one Word file, found by what the document says of them."""

    package: Package
    main: str
    relations: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> kind, name of the part

    @classmethod
    def of(cls, package: Package) -> Parts:
        """Raises UnreadableError("docx-without-document") where the archive is no Word file."""
        main = next((name for kind, name in _relations(package, "").values() if kind == "officeDocument"), None)
        found = package.name_of(main) if main else None
        found = found or package.name_of("word/document.xml")
        if found is None:
            raise UnreadableError("docx-without-document", file=package.file)
        return cls(package, found, _relations(package, found))

    def document(self) -> etree._Element:
        """The root of the text."""
        root = _tree(self.package, self.main)
        if root.tag != f"{W}document" or root.find(f"{W}body") is None:
            raise UnreadableError("docx-without-document", file=self.package.file)
        return root

    def part(self, kind: str) -> etree._Element | None:
        """The part of this kind ("styles", "numbering", "footnotes", "endnotes"); None where the file has none or
        where it cannot be read: a law without its styles is still a law."""
        return next((self.tree(name) for found, name in self.relations.values() if found == kind), None)

    def furniture(self, document: etree._Element) -> Iterator[etree._Element]:
        """The headers and footers that the sections of the document show, each once."""
        shown: list[str] = []
        for reference in document.iter(f"{W}headerReference", f"{W}footerReference"):
            name = self.relations.get(reference.get(f"{RELATION}id", ""), ("", ""))[1]
            if name and name not in shown:
                shown.append(name)
        for name in shown:
            if (root := self.tree(name)) is not None:
                yield root

    def tree(self, name: str) -> etree._Element | None:
        """A part that the document can do without."""
        found = self.package.name_of(name)
        try:
            return None if found is None else _tree(self.package, found)
        except UnreadableError as error:
            if error.code != "archive-member-not-xml":
                raise
            return None


def value(parent: etree._Element | None, path: str, default: str = "") -> str:
    """The `w:val` of an element below this one, named without its prefix ("pPr/pStyle")."""
    if parent is None:
        return default
    found = parent.find("/".join(W + step for step in path.split("/")))
    return default if found is None else found.get(f"{W}val", default)


def number(parent: etree._Element | None, path: str) -> int | None:
    """The same as a whole number; None where there is none."""
    text = value(parent, path)
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 10 else None


def is_on(parent: etree._Element | None, path: str) -> bool | None:
    """A switch: on when it stands there without a value; None when it does not stand there."""
    found = None if parent is None else parent.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(f"{W}val", "true") not in ("false", "0", "off")


def _tree(package: Package, name: str) -> etree._Element:
    root = package.tree(name)
    if any(f"{{{uri}}}" in _STRICT for uri in root.nsmap.values()):
        _make_transitional(root)
    return root


def _make_transitional(root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        element.tag = _renamed(str(element.tag))
        for name in [str(each) for each in element.attrib if str(each).startswith("{http://purl.oclc.org")]:
            element.set(_renamed(name), element.attrib.pop(name))


def _renamed(name: str) -> str:
    space, _, local = name.rpartition("}")
    return _STRICT.get(space + "}", space + "}") + local if space else name


def _relations(package: Package, source: str) -> dict[str, tuple[str, str]]:
    folder, file = posixpath.split(source)
    name = package.name_of(posixpath.join(folder, "_rels", f"{file}.rels"))
    if name is None:
        return {}
    out = {}
    for relation in package.tree(name).iter(f"{_PACKAGE}Relationship"):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            out[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
    return out
