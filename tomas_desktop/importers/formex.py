"""Formex 4, the format in which the Publications Office keeps the Official Journal.

One file is an act (`ACT`), a consolidated text (`CONS.ACT`) or an annex (`ANNEX`); a manifest (`DOC`) names the
files of a publication; wrappers and zip files combine several. What is enacted has structure and becomes
provisions as it stands; titles, final formulas and annexes are lines that the grammar reads. Quotation marks are
empty elements, dashes of lists are not written at all, and what stands in `QUOT.S` is quoted: its articles are
no articles of the act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from tomas_desktop.importers import archive, formex_parts, xml_page
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.formex_body import DIVIDED, enacted, preamble_part
from tomas_desktop.importers.formex_lines import lines
from tomas_desktop.importers.formex_text import INLINE, close_quotations
from tomas_desktop.importers.furniture import Furniture
from tomas_desktop.importers.xml_page import local
from tomas_desktop.importers.xml_units import Unit
from tomas_desktop.jurisdiction import frame, numbering, remarks, structure
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.provision import Provision
from tomas_desktop.text.tokens import words

FORMAT = "formex"

# What describes the publication and is no text of the act: journal, numbers, pages, producers, the list of the acts
# that a consolidated text is made of; a table of contents, which repeats headings.
_FURNITURE = frozenset(
    "BIB.INSTANCE BIB.DOC BIB.OJ BIB.VOLUME BIB.DATA BIB.ECR FAM.COMP INFO.CONSLEG INFO.PROD PUBLICATION"
    " PUBLICATION.REF FMX PAPER PDF TOC".split()
)
_ANNEXES = frozenset({"ANNEX", "CONS.ANNEX"})


def sniff(head: bytes, path: Path) -> float:
    """Sure by the schema that the document names, or by its first element and its bibliographic data."""
    if archive.is_archive(head):
        return 0.9 if any(formex_parts.is_formex(member) for _, member in xml_page.members(path)) else 0.0
    return 0.95 if formex_parts.is_formex(head) else 0.0


def read(data: bytes, path: Path, pack: Pack) -> Reading:
    """The act with its recitals, its notes and its annexes, as far as they are in the file or beside it.

    Raises UnreadableError as `formex_parts.parts` does.
    """
    parts = formex_parts.parts(data, path)
    sources = (*parts.manifests, *parts.documents)
    printed = [xml_page.text_of(source.root, INLINE) for source in sources]
    reader = _Reader(pack)
    for manifest in parts.manifests:
        reader.furniture.append(Furniture(xml_page.text_of(manifest.root, INLINE), "metadata"))
    for source in parts.documents:
        reader.furniture.extend(_without_furniture(source.root))
        close_quotations(source.root)
        reader.document(source.root)
    nodes, findings = numbering.with_eids(reader.nodes, pack)
    furniture = tuple(text for text in reader.furniture if text)
    unplaced = (*reader.unplaced, *xml_page.lost(printed, nodes, (*furniture, *reader.unplaced)))
    words_in = sum(len(words(text)) for text in printed)
    return Reading(
        FORMAT,
        reader.title,
        nodes,
        words_in,
        furniture,
        unplaced,
        (*parts.findings, *findings, *remarks.of_tree(nodes)),
    )


def _without_furniture(root: etree._Element) -> Iterator[Furniture]:
    """Take out of a document what is no text of the act; what it said."""
    described = [each for each in root.iter(etree.Element) if local(each) in _FURNITURE]
    outermost = [each for each in described if not any(local(h) in _FURNITURE for h in each.iterancestors())]
    for element in outermost:
        yield Furniture(xml_page.text_of(element, INLINE), "contents" if local(element) == "TOC" else "metadata")
        for part in list(element):
            element.remove(part)
        element.text = None


@dataclass(slots=True)
class _Reader:
    """The documents of a publication as they become provisions."""

    pack: Pack
    nodes: list[Provision] = field(default_factory=list)
    title: str = ""
    furniture: list[Furniture] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)

    def document(self, element: etree._Element) -> None:
        """A document, or a wrapper around several."""
        if local(element) in _ANNEXES:
            self._annex(element)
            return
        other: list[SourceLine] = []
        for child in element:
            name = local(child)
            if name not in _ANNEXES and not _holds_document(child) and name not in _PARTS:
                other.extend(lines(child))
                continue
            self._others(other)
            if name in _PARTS:
                _PARTS[name](self, child)
            else:
                self.document(child)
        self._others(other)

    def _others(self, printed: list[SourceLine]) -> None:
        """The lines of a document that has no enacting terms: a notice, a letter, a corrigendum."""
        if printed:
            built = structure.build(printed, self.pack)
            self.nodes.extend(built.nodes)
            self.unplaced.extend(built.unplaced)
        printed.clear()

    def _title(self, element: etree._Element) -> None:
        printed = list(lines(element, region="preface"))
        self.title = self.title or " ".join(line.text for line in printed)
        self.nodes.extend(frame.read("preface", printed, self.pack) if printed else [])

    def _preamble(self, element: etree._Element) -> None:
        children = [child for part in element for child in preamble_part(part, self.pack)]
        if children:
            self.nodes.append(Unit("preamble", children=children).freeze())

    def _enacting(self, element: etree._Element) -> None:
        self.nodes.extend(unit.freeze() for unit in enacted(element, self.pack))

    def _final(self, element: etree._Element) -> None:
        self.nodes.extend(frame.read("conclusions", list(lines(element, region="conclusions")), self.pack))

    def _annex(self, element: etree._Element) -> None:
        title = element.find("TITLE")
        printed = list(lines(title, role="annex", region="annex")) if title is not None else []
        divided = next((part for part in element.iter(*DIVIDED) if not _is_quoted(part)), None)
        for child in element:
            if child is not title and divided is None:
                printed.extend(lines(child, region="annex"))
        nodes = frame.read("annex", printed, self.pack)
        if divided is not None:
            body = [unit.freeze() for child in element if child is not title for unit in enacted(child, self.pack)]
            nodes = [replace(node, children=(*node.children, *body)) for node in nodes]
        self.nodes.extend(nodes)


_PARTS = {
    "TITLE": _Reader._title,
    "PREAMBLE": _Reader._preamble,
    "ENACTING.TERMS": _Reader._enacting,
    "FINAL": _Reader._final,
}


_WHOLE = frozenset({"PREAMBLE", "ENACTING.TERMS", "FINAL", *_ANNEXES})


def _holds_document(element: etree._Element) -> bool:
    """Is this a wrapper: does it hold a whole document, not only lines?"""
    return any(local(part) in _WHOLE and not _is_quoted(part) for part in element.iterdescendants(etree.Element))


def _is_quoted(element: etree._Element) -> bool:
    return any(local(holder) == "QUOT.S" for holder in element.iterancestors())
