"""Akoma Ntoso that this program wrote: its tree as it was, unit by unit, without reading any wording."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tomas_desktop.importers.xml_page import local
from tomas_desktop.model.provision import Note, NoteKind, Provision

OWN = "urn:tomas-desktop:akoma-ntoso"
_UNIT, _ABOVE, _KIND, _PLACE = (f"{{{OWN}}}{name}" for name in ("unit", "headingAbove", "kind", "place"))
_KINDS: dict[str, NoteKind] = {"history": "history", "editorial": "editorial"}
_BLOCKS = frozenset({"preface", "preamble", "conclusions"})
_LISTS = frozenset({"citations", "recitals", "blockList"})


def is_ours(root: etree._Element) -> bool:
    """Does the document say that it is written in this way?"""
    return any(body.get(_UNIT) == "law" for body in root.iterfind("{*}act/{*}body"))


def tree(root: etree._Element) -> tuple[Provision, ...]:
    """The provisions in the order of the law, without eIds."""
    document = next(root.iterchildren(etree.Element))
    found = [(int(element.get(_PLACE, "0")), _top(element)) for element in _tops(document)]
    return tuple(node for _, node in sorted(found, key=lambda each: each[0]))


def _tops(document: etree._Element) -> Iterator[etree._Element]:
    for element in document:
        name = local(element)
        if name in _BLOCKS:
            yield element
        elif name in ("body", "mainBody"):
            yield from (child for child in element if child.get(_PLACE) is not None)
        elif name == "attachments":
            for attached in element.iterdescendants("{*}mainBody"):
                yield from attached


def _top(element: etree._Element) -> Provision:
    return _of_blocks(element) if local(element) in _BLOCKS else _unit(element)


def _unit(element: etree._Element) -> Provision:
    """A unit of a body."""
    num, heading, text = "", "", ""
    notes: list[Note] = []
    children: list[Provision] = []
    for part in element:
        name = local(part)
        if name in ("num", "heading"):
            said, more = _words(part)
            num, heading = (said, heading) if name == "num" else (num, said)
            notes.extend(more)
        elif name in ("intro", "content"):
            text, more = _text(part)
            notes.extend(more)
        elif name == "wrapUp":
            said, more = _text(part)
            children.append(Provision("", "wrapup", text=said, notes=tuple(more)))
        else:
            children.append(_unit(part))
    named = element.get("name", "") if local(element) == "hcontainer" else local(element)
    unit = element.get(_UNIT) or named
    above = element.get(_ABOVE) == "true"
    return Provision("", str(unit), num, heading, text, tuple(notes), tuple(children), above)


def _text(holder: etree._Element) -> tuple[str, list[Note]]:
    """The words of a paragraph, or of a table with its cells."""
    rows: list[str] = []
    notes: list[Note] = []
    for part in holder:
        lines = [[cell[0] for cell in row] for row in part] if local(part) == "table" else [[part]]
        for line in lines:
            said = [_words(paragraph) for paragraph in line]
            rows.append(" | ".join(words for words, _ in said))
            notes.extend(note for _, more in said for note in more)
    return " || ".join(rows), notes


def _words(holder: etree._Element) -> tuple[str, list[Note]]:
    notes = [
        Note(_KINDS.get(part.get(_KIND, ""), "footnote"), "".join(str(text) for text in part.itertext()).strip())
        for part in holder
        if local(part) == "authorialNote"
    ]
    said = [holder.text or "", *(part.tail or "" for part in holder)]
    return "".join(said).strip("\n "), notes


def _of_blocks(element: etree._Element) -> Provision:
    """A preface, a preamble, conclusions."""
    own = {"num": "", "heading": "", "text": ""}
    notes: list[Note] = []
    children: list[Provision] = []
    for part in element:
        if local(part) == "block":
            own[part.get("name", "text")] = _words(part)[0]
        elif local(part) == "p" and part.get(_UNIT) is None:
            notes.extend(_words(part)[1])
        else:
            children.extend(_in_blocks(part))
    return Provision("", local(element), own["num"], own["heading"], own["text"], tuple(notes), tuple(children))


def _in_blocks(part: etree._Element) -> Iterator[Provision]:
    if local(part) == "p":
        said, notes = _words(part)
        yield Provision("", part.get(_UNIT, ""), text=said, notes=tuple(notes))
    elif local(part) in _LISTS:
        for item in part:
            yield _item(item, item.get(_UNIT) or local(item))
    elif local(part) == "formula":
        yield _item(part, "enacting")


def _item(element: etree._Element, unit: str) -> Provision:
    num, heading, text = "", "", ""
    notes: list[Note] = []
    children: list[Provision] = []
    for part in element:
        name = local(part)
        if name in ("num", "heading") or (name == "p" and part.get(_UNIT) is None):
            said, more = _words(part)
            notes.extend(more)
            num, heading, text = (
                (said, heading, text)
                if name == "num"
                else (num, said, text)
                if name == "heading"
                else (num, heading, said)
            )
        else:
            children.extend(_in_blocks(part))
    return Provision("", str(unit), num, heading, text, tuple(notes), tuple(children), element.get(_ABOVE) == "true")
