"""An XML document of a legal format: read safely, and how many words it prints.

Parsing is safe by construction: nothing is loaded from outside, no entity of the document's own is expanded, and
libxml2's limits on depth and length stay on.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import archive, base
from tomas_desktop.importers.html_page import one_line
from tomas_desktop.model.provision import Provision, walk
from tomas_desktop.text.tokens import words

_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_PROLOGUE = re.compile(rb"(?s)<!--.*?-->|<\?.*?\?>")

_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
LIMIT_MEMBERS = 200  # documents in one package; the longest act with its annexes has some sixty


@dataclass(frozen=True, slots=True)
class Source:
    """A document among those that are read together: its file name and its root."""

    name: str
    root: etree._Element


def root_name(head: bytes) -> str:
    """The name of the first element in these first bytes, without a prefix; empty where there is none."""
    squeezed = head.replace(b"\0", b"")  # UTF-16
    found = _ROOT.search(_PROLOGUE.sub(b"", squeezed))
    return found[1].decode("ascii", errors="replace") if found else ""


def parse(data: bytes, path: Path) -> etree._Element:
    """The root of an XML document. Raises UnreadableError("xml-not-well-formed") with the line at which reading
    stopped, ("xml-with-entities") for a document that defines entities of its own, which no legal format does."""
    base.refuse_binary(data[: base.HEAD_BYTES], path)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("xml-not-well-formed", file=path.name, line=error.lineno or 1) from error
    except ValueError as error:  # an encoding that nobody knows
        raise UnreadableError("xml-not-well-formed", file=path.name, line=1) from error
    dtd: Any = root.getroottree().docinfo.internalDTD  # the stubs do not know its entities
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise UnreadableError("xml-with-entities", file=path.name)
    return root


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    """The XML members of a package on the disk, in its own order, for sniffing; nothing for what cannot be opened, nor
    for the packages of office programs."""
    if not path.is_file():
        return
    try:
        data = base.load(path)
        if not set(archive.opened(data, path).names) & _OFFICE:
            yield from unpacked(data, path)
    except UnreadableError:
        return


def unpacked(data: bytes, path: Path) -> Iterator[tuple[str, bytes]]:
    """The XML members of a package. Raises UnreadableError as `archive.opened` does."""
    package = archive.opened(data, path)
    names = [name for name in package.names if name.casefold().endswith((".xml", ".akn", ".fmx"))]
    for name in names[:LIMIT_MEMBERS]:
        yield name, package.read(name)


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(etree.QName(element).localname)


def text_of(element: etree._Element, inline: frozenset[str], apart: frozenset[str] = frozenset()) -> str:
    """All that an element holds, on one line: inline parts joined with nothing, all others parted by a blank; what
    stands `apart` (a deleted word in the middle of another) comes at the end.

    It knows nothing of units, tables or notes: the reader by which the one that makes the tree is counted."""
    parts: list[str] = []
    last: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in walk:
        name = local(part)
        if event == "start" and name in apart and part is not element:
            last.append(text_of(part, inline))
            walk.skip_subtree()
            continue
        if name not in inline and name not in apart:
            parts.append(" ")
        text = part.text if event == "start" else part.tail if part is not element else ""
        parts.append(text or "")
    return one_line(" ".join(["".join(parts), *last]))


def lost(printed: Iterable[str], nodes: Iterable[Provision], beside: Iterable[str]) -> tuple[str, ...]:
    """The words of a source (`printed`: its texts) that are neither in the tree nor listed beside it: a shape of the
    document that nobody thought of. One string, or none."""
    missing = _words(printed) - _words(beside)
    for node in walk(nodes):
        missing -= _words((node.num, node.heading, node.text, *(note.text for note in node.notes)))
    return (" ".join(missing.elements()),) if missing else ()


def _words(texts: Iterable[str]) -> Counter[str]:
    """Words by how often they occur, whatever letters they are printed in."""
    return Counter(unicodedata.normalize("NFKC", word).casefold() for text in texts for word in words(text))
