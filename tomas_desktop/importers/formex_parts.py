"""The documents that make one publication: a file by itself, the files that a manifest names, those of a zip file.

A manifest (`*.doc.xml`) names the act and its annexes as they lie in the delivery. Who saves them one by one gives
them other names; then a part is known by what it says of itself: journal, language and sequence number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import etree

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import archive, base, xml_page
from tomas_desktop.importers.xml_page import Source, local
from tomas_desktop.model.finding import Finding

_NEIGHBOURS = 200  # files beside a manifest that are looked into
_NO_PARTS = ("PUBLICATION", "DOC")  # the table of contents of the journal, a manifest


@dataclass(frozen=True, slots=True)
class Parts:
    """The documents of a publication in order; the manifest, if there was one, among them as furniture."""

    documents: tuple[Source, ...]
    manifests: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()


def parts(data: bytes, path: Path) -> Parts:
    """The documents that belong to a file. Raises UnreadableError as `xml_page.parse` and `archive.opened` do, and
    ("formex-parts-missing") for a manifest without one of its parts, ("formex-nothing-inside") for a zip file
    without any Formex document."""
    if archive.is_archive(data):
        return _of_archive([Source(name, xml_page.parse(each, path)) for name, each in _formex(data, path)], path)
    source = Source(path.name, xml_page.parse(data, path))
    if local(source.root) != "DOC":
        return Parts((source,))
    return _of_manifest(source, _beside(path, _names(source.root)), path)


def _formex(data: bytes, path: Path) -> Iterator[tuple[str, bytes]]:
    for name, member in xml_page.unpacked(data, path):
        if is_formex(member[: base.HEAD_BYTES]):
            yield name, member


def is_formex(head: bytes) -> bool:
    """Do these first bytes begin a Formex document, or a wrapper around some?"""
    name = xml_page.root_name(head)
    squeezed = head.replace(b"\0", b"")
    if name == "akomaNtoso" or not name:
        return False
    return b"formex.publications.europa.eu" in squeezed or (
        name.isupper() and (b"<BIB." in squeezed or b"<ENACTING.TERMS" in squeezed or b"<TI.ART" in squeezed)
    )


def _of_archive(sources: Sequence[Source], path: Path) -> Parts:
    manifests = [source for source in sources if local(source.root) == "DOC"]
    others = [source for source in sources if local(source.root) not in _NO_PARTS]
    contents = [source for source in sources if local(source.root) == "PUBLICATION"]
    if not others:
        raise UnreadableError("formex-nothing-inside", file=path.name)
    documents: list[Source] = []
    findings: list[Finding] = []
    for manifest in manifests:
        found = _of_manifest(manifest, others, path)
        documents.extend(each for each in found.documents if each not in documents)
        findings.extend(found.findings)
    rest = [source for source in others if source not in documents]
    documents.extend(sorted(rest, key=lambda source: (_sequence(source.root), source.name)))
    return Parts(tuple(documents), (*manifests, *contents), tuple(findings))


def _of_manifest(manifest: Source, candidates: Sequence[Source], path: Path) -> Parts:
    found: list[Source] = []
    findings: list[Finding] = []
    wanted = _wanted(manifest.root)
    for name, key in wanted:
        by_name = (each for each in candidates if PurePosixPath(each.name).name.casefold() == name.casefold())
        part = next(by_name, None) or next((each for each in candidates if _key(each.root) == key), None)
        if part is not None:
            found.append(part)
        else:
            findings.append(Finding("warning", "formex-part-missing", values=(("part", name),)))
    if wanted and not found:
        raise UnreadableError("formex-parts-missing", file=path.name, part=wanted[0][0])
    return Parts(tuple(found), (manifest,), tuple(findings))


def _names(manifest: etree._Element) -> list[str]:
    return [name for name, _ in _wanted(manifest)]


def _wanted(manifest: etree._Element) -> list[tuple[str, tuple[str, ...]]]:
    """The file names that a manifest gives its parts, each with what the part says of itself."""
    journal = manifest.find("PUBLICATION.REF")
    out = []
    for part in manifest.iter("DOC.MAIN.PUB", "DOC.SUB.PUB"):
        for file in part.iter("REF.PHYS"):
            name = PurePosixPath((file.get("FILE") or "").replace("\\", "/")).name
            if name.casefold().endswith((".xml", ".fmx")):
                out.append((name, (*_issue(journal), part.get("NO.SEQ", ""))))
    return out


def _key(root: etree._Element) -> tuple[str, ...]:
    """What a part says of itself: the journal, its number, its year, the language, the place in the publication."""
    about = root.find("BIB.INSTANCE")
    return (*_issue(about.find("DOCUMENT.REF") if about is not None else None), _sequence(root))


def _issue(journal: etree._Element | None) -> tuple[str, ...]:
    """Series, number, year and language of the journal; since 2023 each act is a number of its own."""
    act = journal.find("NO.DOC") if journal is not None else None
    number = _text(journal, "NO.OJ") or _text(act, "NO.CURRENT")
    year = _text(journal, "YEAR") or _text(act, "YEAR") or _text(journal, "DATE")[:4]
    return _text(journal, "COLL"), number, year, _text(journal, "LG.OJ")


def _sequence(root: etree._Element) -> str:
    """The place of a document in its publication; what says nothing comes last."""
    return _text(root.find("BIB.INSTANCE"), "NO.SEQ") or "~"


def _text(element: etree._Element | None, name: str) -> str:
    found = element.find(name) if element is not None else None
    return (found.text or "").strip() if found is not None else ""


def _beside(path: Path, names: Sequence[str]) -> list[Source]:
    """The documents that lie in the folder of a manifest: those it names, and, if one is not there by its name, what
    else is Formex."""
    if not path.parent.is_dir():
        return []
    named = [path.parent / name for name in names if (path.parent / name).is_file()]
    files = named if len(named) == len(names) else [*named, *_neighbours(path, named)]
    return [source for file in files if (source := _readable(file)) is not None]


def _readable(file: Path) -> Source | None:
    """A file beside the manifest; a broken one is none: its part is then missing, which is told."""
    try:
        return Source(file.name, xml_page.parse(base.load(file), file))
    except UnreadableError:
        return None


def _neighbours(path: Path, named: Sequence[Path]) -> Iterator[Path]:
    every = sorted(file for file in path.parent.iterdir() if file.suffix.casefold() in (".xml", ".fmx"))
    for file in every[:_NEIGHBOURS]:
        if file == path or file in named or not file.is_file():
            continue
        with file.open("rb") as stream:
            head = stream.read(base.HEAD_BYTES)
        if is_formex(head) and xml_page.root_name(head) not in _NO_PARTS:
            yield file
