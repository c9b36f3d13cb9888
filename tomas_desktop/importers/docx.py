"""Word files (.docx, .docm, .dotx), as Word, LibreOffice and others write them.

Reading is tolerant: of schema errors nothing is lost but what they say about looks. Numbers that Word makes from
its lists are made here as well and stand before their paragraphs; they are not in the file, so their words count
as read on both sides: `words_in` is what the XML prints plus the words of these numbers. Comments are not text
and count nowhere. Headers, footers, hidden text, a table of contents and a note's own mark are furniture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import archive, docx_words, office_lines, spelling
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.docx_fields import mark_fields
from tomas_desktop.importers.docx_numbering import Numbering
from tomas_desktop.importers.docx_part import Parts, W
from tomas_desktop.importers.docx_revisions import Revisions, resolve
from tomas_desktop.importers.docx_styles import Styles
from tomas_desktop.importers.docx_text import Scribe
from tomas_desktop.importers.furniture import Furniture
from tomas_desktop.importers.office_lines import Block
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.finding import Finding
from tomas_desktop.text.tokens import words

FORMAT = "docx"

_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_OLE = b"\xd0\xcf\x11\xe0"  # the container of old Word files, and of new ones with a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def sniff(head: bytes, path: Path) -> float:
    """Sure by the names of a Word file's parts; a file with a password shows none."""
    is_named = path.suffix.lower() in _SUFFIXES
    if archive.is_archive(head):
        return 0.95 if b"word/" in head else 0.6 if is_named else 0.0
    return 0.9 if head.startswith(_OLE) and (_ENCRYPTED in head or is_named) else 0.0


def read(data: bytes, path: Path, pack: Pack, revisions: Revisions = "final") -> Reading:
    """The law in a Word file; changes that are tracked in it are taken as accepted, or as rejected where the
    "original" is asked for. Raises UnreadableError("docx-without-text") and what `text_of` raises."""
    text = text_of(data, path, revisions)
    lines = office_lines.source_lines(text.blocks, pack)
    if not lines:
        raise UnreadableError("docx-without-text", file=path.name)
    built = spelling.build(lines, pack)
    title = office_lines.title_of(built.nodes, lines, pack)
    findings = (*text.findings, *built.findings)
    return Reading(FORMAT, title, built.nodes, text.words_in, text.furniture, built.unplaced, findings, built.repairs)


@dataclass(frozen=True, slots=True)
class Text:
    """What a Word file prints, before any law is seen in it."""

    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]
    words_in: int
    findings: tuple[Finding, ...]


def text_of(data: bytes, path: Path, revisions: Revisions = "final") -> Text:
    """The paragraphs and tables of one version of a Word file. Raises UnreadableError("docx-encrypted"),
    ("docx-without-document"), ("file-is-word-97"), and what `archive` raises."""
    if data.startswith(_OLE):
        raise UnreadableError("docx-encrypted" if _ENCRYPTED in data else "file-is-word-97", file=path.name)
    parts = Parts.of(archive.opened(data, path))
    document = parts.document()
    pages = list(parts.furniture(document))
    notes = _notes(parts)
    styles = Styles.of(parts.part("styles"))
    for root in (document, *pages, *notes.values()):
        styles.set_aside(root)
        mark_fields(root, revisions)
    words_in = _words_in(document, pages, notes, revisions)

    changes = sum(resolve(root, revisions) for root in (document, *pages, *notes.values()))
    scribe = Scribe(styles, Numbering.of(parts.part("numbering"), styles), notes)
    blocks = [block for body in document.iter(f"{W}body") for block in scribe.blocks(body)]
    furniture = [*_furniture(pages, scribe), *scribe.furniture]
    words_in += sum(len(words(number)) for number in scribe.numbers)
    return Text(tuple(blocks), tuple(furniture), words_in, tuple(_findings(scribe, changes, revisions)))


def _notes(parts: Parts) -> dict[tuple[str, str], etree._Element]:
    """The notes of the file by their kind and id, without the lines that part them from the text."""
    out: dict[tuple[str, str], etree._Element] = {}
    for kind in ("footnote", "endnote"):
        root = parts.part(f"{kind}s")
        for note in root.iter(f"{W}{kind}") if root is not None else ():
            if note.get(f"{W}type", "normal") == "normal":
                out.setdefault((kind, note.get(f"{W}id", "")), note)
    return out


def _words_in(
    document: etree._Element,
    pages: list[etree._Element],
    notes: dict[tuple[str, str], etree._Element],
    revisions: Revisions,
) -> int:
    counted = docx_words.count([document, *pages], revisions)
    total, referred = counted.words, list(counted.notes)
    for key in referred:  # it grows: notes may have notes
        if key in notes:
            counted = docx_words.count([notes[key]], revisions)
            total += counted.words
            referred.extend(each for each in counted.notes if each not in referred)
    return total


def _furniture(pages: list[etree._Element], scribe: Scribe) -> list[Furniture]:
    """Headers and footers; fields in them may put more aside."""
    texts = (office_lines.flat(scribe.blocks(page)) for page in pages)
    return [Furniture(text, "running head") for text in texts if text]


def _findings(scribe: Scribe, changes: int, revisions: Revisions) -> Iterator[Finding]:
    if changes:
        code = "docx-read-as-final" if revisions == "final" else "docx-read-as-original"
        yield Finding("info", code, values=(("count", str(changes)),))
    if scribe.hidden:
        yield Finding("warning", "docx-hidden-text", values=(("count", str(scribe.hidden)),))
    if scribe.unread:
        yield Finding("warning", "docx-part-not-read", values=(("count", str(len(scribe.unread))),))
