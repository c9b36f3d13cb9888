"""Akoma Ntoso 3.0 (OASIS LegalDocML), in the final namespace and in that of the working draft 17, with or without a
valid schema: acts, bills, collections, and the packages of LEOS (`.leg`).

Own eIds are given; those of the file are not taken over. What a draft deleted or moved away is not its text as it
stands; it is listed with the furniture and told in a finding. Legal orders whose basic unit is the section (the
United Kingdom) have articles made of their sections and paragraphs of their subsections. A law that this program
wrote comes back as the tree that it was.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import akoma_ntoso_own, archive, base, xml_page
from tomas_desktop.importers.akoma_ntoso_body import Body, is_quoted, preamble_part
from tomas_desktop.importers.akoma_ntoso_lines import Line, lines, long_title
from tomas_desktop.importers.akoma_ntoso_text import (
    AKOMA_NTOSO,
    INLINE,
    adopt_notes,
    take_out,
)
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.furniture import Furniture
from tomas_desktop.importers.xml_page import Source, local
from tomas_desktop.importers.xml_units import Unit
from tomas_desktop.jurisdiction import frame, numbering, remarks, structure
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Region
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Provision
from tomas_desktop.text.tokens import words

FORMAT = "akoma-ntoso"

_ROOT = "akomaNtoso"
_ACTS = frozenset({"act", "bill", "portion"})
_BODIES = frozenset({"body", "mainBody", "portionBody", "collectionBody"})
# What a document that is no act calls itself, and where it stands in ours.
_REGIONS: tuple[tuple[str, Region], ...] = (
    ("expla", "memorandum"),
    ("memorandum", "memorandum"),
    ("statement", "statement"),
    ("financ", "statement"),
    ("annex", "annex"),
    ("schedule", "annex"),
)
_ORDER: tuple[Region, ...] = ("preface", "memorandum", "body", "annex", "statement")


def sniff(head: bytes, path: Path) -> float:
    """Sure by the first element."""
    if archive.is_archive(head):
        found = any(xml_page.root_name(member[: base.HEAD_BYTES]) == _ROOT for _, member in xml_page.members(path))
        return 0.9 if found else 0.0
    return 0.95 if xml_page.root_name(head) == _ROOT else 0.0


def read(data: bytes, path: Path, pack: Pack) -> Reading:
    """The document, or those of a package in the order of a printed proposal.

    Raises UnreadableError as `xml_page.parse` and `archive.opened` do, and ("akn-nothing-inside") for a package
    without any document.
    """
    sources = _sources(data, path)
    printed = [xml_page.text_of(source.root, INLINE, apart=frozenset({"del"})) for source in sources]
    reader = _Reader(pack)
    changes: Counter[str] = Counter()
    names: list[str] = []
    for source in sources:
        names.extend(_named(source.root))
        adopt_notes(source.root)
        taken, kinds = take_out(source.root)
        reader.furniture.extend(taken)
        changes += kinds
        if akoma_ntoso_own.is_ours(source.root):
            reader.nodes.extend(akoma_ntoso_own.tree(source.root))
            continue
        reader.has_articles = any(not is_quoted(each) for each in source.root.iter("{*}article"))
        reader.document(source.root)
    nodes, findings = numbering.with_eids(reader.nodes, pack)
    told = [Finding("info", f"akn-{kind}", values=(("count", str(count)),)) for kind, count in sorted(changes.items())]
    title = next((title for title in (*reader.titles, *reader.long_titles, *reader.names, *names) if title), "")
    unplaced = (*reader.unplaced, *xml_page.lost(printed, nodes, (*reader.furniture, *reader.unplaced)))
    words_in = sum(len(words(text)) for text in printed)
    findings = (*findings, *remarks.of_tree(nodes))
    return Reading(FORMAT, title, nodes, words_in, tuple(reader.furniture), unplaced, (*told, *findings))


def _sources(data: bytes, path: Path) -> list[Source]:
    if not archive.is_archive(data):
        return [Source(path.name, xml_page.parse(data, path))]
    found = [
        Source(name, xml_page.parse(member, path))
        for name, member in xml_page.unpacked(data, path)
        if xml_page.root_name(member[: base.HEAD_BYTES]) == _ROOT
    ]
    if not found:
        raise UnreadableError("akn-nothing-inside", file=path.name)
    return sorted(found, key=_place)


def _place(source: Source) -> tuple[int, list[int], str]:
    """Where a document of a package stands in a printed proposal; annexes by the numbers in their names."""
    document = next(iter(source.root), source.root)
    region = "preface" if local(document) == "documentCollection" else _region_of(document) or "body"
    return _ORDER.index(region), [int(number) for number in re.findall(r"\d+", source.name)], source.name


def _region_of(document: etree._Element) -> Region | None:
    """Where a document that is no act stands; None for an act and for what does not say."""
    if local(document) in _ACTS:
        return None
    name = f"{document.get('name', '')} {document.get('contains', '')}".casefold()
    return next((region for sign, region in _REGIONS if sign in name), None)


def _named(root: etree._Element) -> list[str]:
    """The names that the metadata give the work."""
    names = [each.get("value", "") for tag in ("FRBRname", "FRBRalias") for each in root.iter(f"{{*}}{tag}")]
    return [name for name in names if " " in name.strip()]


@dataclass(slots=True)
class _Reader:
    """The documents as they become provisions."""

    pack: Pack
    nodes: list[Provision] = field(default_factory=list)
    long_titles: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    has_articles: bool = True
    closing: list[Line] = field(default_factory=list)  # clauses after the last article

    def document(self, element: etree._Element) -> None:
        """A document, or what holds several."""
        region = _region_of(element)
        if region is not None:
            self._apart(element, region)
            return
        for child in element:
            name = local(child)
            if name in ("coverPage", "preface"):
                self._preface(child)
            elif name == "preamble":
                self._preamble(child)
            elif name in ("body", "portionBody"):
                self._body(child)
            elif name == "conclusions":
                self._conclusions(list(lines(child)))
            elif _holds_document(child):
                self.document(child)
            elif name in ("attachment", "attachments"):
                self._annex(list(lines(child)))
            else:
                self._other(list(lines(child)))
        self._conclusions([])

    def _apart(self, element: etree._Element, region: Region) -> None:
        """A memorandum, a statement, an annex; annexes and further documents that it holds follow it."""
        inside = [child for child in element if not _holds_document(child)]
        found = [line for child in inside for line in lines(child)]
        if region == "annex":
            self._annex(found)
        else:
            self._add(region, found)
        for child in element:
            if _holds_document(child):
                self.document(child)

    def _annex(self, found: list[Line]) -> None:
        if found:
            titled = [line.source("annex", "annex" if line.is_title else "") for line in found]
            self.nodes.extend(frame.read("annex", titled, self.pack))

    def _add(self, region: Region, found: list[Line]) -> None:
        """Put lines into the part of that kind; a cover page and a title page are one."""
        if not found:
            return
        nodes = frame.read(region, [line.source(region) for line in found], self.pack)
        if self.nodes and self.nodes[-1].unit == region:
            last = self.nodes.pop()
            nodes = [replace(last, children=(*last.children, *nodes[0].children)), *nodes[1:]]
        self.nodes.extend(nodes)

    def _preface(self, element: etree._Element) -> None:
        is_cover = local(element) == "coverPage"
        for tag in ("shortTitle", "docTitle"):
            found = element.iter(f"{{*}}{tag}")
            apart = [each for each in found if next(each.iterancestors("{*}longTitle"), None) is None]
            (self.names if is_cover else self.titles).extend(AKOMA_NTOSO.printed(each).text for each in apart)
        for title in element.iter("{*}longTitle"):
            if not is_cover:
                self.long_titles.append(" ".join(line.text for line in long_title(title)))
        self._add("preface", list(lines(element)))

    def _preamble(self, element: etree._Element) -> None:
        children = [unit for part in element for unit in preamble_part(part, self.pack)]
        if children:
            self.nodes.append(Unit("preamble", children=children).freeze())

    def _body(self, element: etree._Element) -> None:
        body = Body(self.pack, self.has_articles)
        self.nodes.extend(unit.freeze() for unit in body.read(element))
        self.closing.extend(body.closing)

    def _conclusions(self, found: list[Line]) -> None:
        every = [line.source("conclusions") for line in (*self.closing, *found)]
        self.closing.clear()
        if every:
            self.nodes.extend(frame.read("conclusions", every, self.pack))

    def _other(self, found: list[Line]) -> None:
        """The lines of a document that is no act and does not say what it is."""
        if found:
            built = structure.build([line.source("body") for line in found], self.pack)
            self.nodes.extend(built.nodes)
            self.unplaced.extend(built.unplaced)


def _holds_document(element: etree._Element) -> bool:
    """Is this a document, or does it hold one?"""
    return any(local(each) in _BODIES for each in element.iterdescendants(etree.Element))
