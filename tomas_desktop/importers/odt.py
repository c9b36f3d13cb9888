"""OpenDocument text (.odt, .ott), as LibreOffice writes it.

The file holds its text as it stands with all tracked changes accepted; what was deleted lies apart and is not
read. Numbers of lists are not in the file: they are made here and their words count as read on both sides, as in
Word files. Comments are not text. Headers, footers, hidden text, indexes and the marks of notes are furniture.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import archive, office_lines, spelling
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.furniture import Furniture
from tomas_desktop.importers.odt_names import OFFICE, STYLE, TABLE, TEXT, OdtStyles
from tomas_desktop.importers.odt_numbering import OdtNumbering
from tomas_desktop.importers.odt_text import SILENT, OdtScribe
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.finding import Finding
from tomas_desktop.text.tokens import words

FORMAT = "odt"

_MIME = b"application/vnd.oasis.opendocument.text"
_SUFFIXES = frozenset({".odt", ".ott"})
_PAGE = frozenset(
    STYLE + name for name in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
)
_APART = frozenset(
    [TEXT + name for name in ("p", "h", "s", "tab", "line-break", "note", "note-citation", "note-body")]
    + [TABLE + name for name in ("table", "table-row", "table-cell")]
)


def sniff(head: bytes, path: Path) -> float:
    """Sure by the kind that an OpenDocument file names in its first bytes."""
    if not archive.is_archive(head):
        return 0.0
    return 0.95 if _MIME in head[:200] else 0.6 if path.suffix.lower() in _SUFFIXES else 0.0


def read(data: bytes, path: Path, pack: Pack) -> Reading:
    """The law in an OpenDocument text. Raises UnreadableError("odt-encrypted"), ("odt-without-document"),
    ("odt-without-text"), and what `archive` raises."""
    package = archive.opened(data, path)
    content, common = _parts(package)
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise UnreadableError("odt-without-document", file=path.name)
    roots = (content, common) if common is not None else (content,)
    pages = [page for root in roots for page in root.iter(*_PAGE) if page.get(f"{STYLE}display") != "false"]
    styles = OdtStyles.of(*roots)
    words_in = sum(len(words(printed(root, styles))) for root in (text, *pages))

    scribe = OdtScribe(styles, OdtNumbering.of(*roots))
    lines = office_lines.source_lines(scribe.blocks(text), pack)
    if not lines:
        raise UnreadableError("odt-without-text", file=path.name)
    heads = [Furniture(office_lines.flat(scribe.blocks(page)), "running head") for page in pages]
    built = spelling.build(lines, pack)
    return Reading(
        FORMAT,
        office_lines.title_of(built.nodes, lines, pack),
        built.nodes,
        words_in + sum(len(words(number)) for number in scribe.numbers),
        tuple(each for each in (*scribe.furniture, *heads) if each.strip()),
        built.unplaced,
        (*_findings(text, scribe), *built.findings),
        built.repairs,
    )


def printed(root: etree._Element, styles: OdtStyles) -> str:
    """What an element prints, blocks parted by blanks, as it lies in the file: for counting only. Notes, drawings
    and hidden text stand between the letters of a word and are no part of it; they come last."""
    beside: list[str] = []
    return "".join((*_printed(root, styles, beside), " ", *beside))


def _printed(root: etree._Element, styles: OdtStyles, beside: list[str]) -> Iterator[str]:
    yield root.text or ""
    for element in root:
        if element.tag not in SILENT and not str(element.tag).endswith(("}title", "}desc")):
            inside = list(_printed(element, styles, beside))
            is_hidden = element.tag == f"{TEXT}span" and styles.is_hidden(element)
            if element.tag == f"{TEXT}note" or ":drawing:" in element.tag or is_hidden:
                beside += [" ", *inside, " "]
            elif element.tag in _APART:
                yield from (" ", *inside, " ")
            else:
                yield from inside
        yield element.tail or ""


def _parts(package: archive.Package) -> tuple[etree._Element, etree._Element | None]:
    manifest = package.name_of("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in package.read(manifest):
        raise UnreadableError("odt-encrypted", file=package.file)
    content = package.name_of("content.xml")
    if content is None:
        raise UnreadableError("odt-without-document", file=package.file)
    common = package.name_of("styles.xml")
    return package.tree(content), package.tree(common) if common is not None else None


def _findings(text: etree._Element, scribe: OdtScribe) -> Iterator[Finding]:
    changes = sum(1 for _ in text.iter(f"{TEXT}changed-region"))
    if changes:
        yield Finding("info", "odt-read-as-final", values=(("count", str(changes)),))
    if scribe.hidden:
        yield Finding("warning", "odt-hidden-text", values=(("count", str(scribe.hidden)),))
