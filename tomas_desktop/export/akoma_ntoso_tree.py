"""Provisions as elements of Akoma Ntoso 3.0, so that reading them back gives the same tree.

Every unit that the standard knows is its own element; one that it does not know is an `hcontainer` of that name. Two
things have no place in the standard and stand in attributes of our own namespace, which other readers pass over: the
unit of an element that is called otherwise there, and a heading that the law prints above its number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from lxml import etree

from tomas_desktop.export.word_xml import legal
from tomas_desktop.model.provision import Note, Provision

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:tomas-desktop:akoma-ntoso"
UNIT, ABOVE, KIND, PLACE = (f"{{{OWN}}}{name}" for name in ("unit", "headingAbove", "kind", "place"))

_SAME = frozenset("part title chapter section subsection article paragraph subparagraph point indent".split())
_LIKE = {"subpoint": "point"}  # the standard has points in points
_PREAMBLE = {"citation": "citations", "recital": "recitals"}
_CELL, _ROW = " | ", " || "

Element = etree._Element


def add(holder: Element, element: str, text: str = "", /, **attributes: str) -> Element:
    """A new last element of the standard's namespace."""
    made = etree.SubElement(holder, f"{{{AKN}}}{element}")
    for key, value in attributes.items():
        made.set(key, legal(value)[0])
    if text:
        made.text = legal(text)[0]
    return made


def hierarchy(holder: Element, node: Provision, titled: Collection[str] = ()) -> Element:
    """A provision with all below it, in a body. The headings of the units `titled` can be referred to."""
    name = node.unit if node.unit in _SAME else _LIKE.get(node.unit, "hcontainer")
    made = add(holder, name, eId=node.eid)
    if name == "hcontainer":
        made.set("name", node.unit)
    elif name != node.unit:
        made.set(UNIT, node.unit)
    if node.heading_above:
        made.set(ABOVE, "true")
    notes = _titles(made, node, node.notes if not node.text else (), titled)
    if node.text:
        notes = node.notes
    if node.unit == "table" and not node.children:
        _table(add(made, "content"), node, notes)
        return made
    children, closing = _closed(node.children)
    if not node.children:
        _paragraph(add(made, "content"), node.text, notes)
    elif node.text or notes:
        _paragraph(add(made, "intro"), node.text, notes)
    for child in children:
        hierarchy(made, child, titled)
    if closing is not None:
        _paragraph(add(made, "wrapUp", eId=closing.eid), closing.text, closing.notes)
    return made


def _closed(children: Sequence[Provision]) -> tuple[Sequence[Provision], Provision | None]:
    """The children, and apart from them the words that end the sentence, where they are bare words behind others."""
    last = children[-1] if len(children) > 1 else None
    if last is None or last.unit != "wrapup" or last.num or last.heading or last.children or not last.text:
        return children, None
    return children[:-1], last


def _titles(made: Element, node: Provision, notes: Iterable[Note], titled: Collection[str] = ()) -> Iterable[Note]:
    """Number and heading; what is left of the notes when there is a title that takes them."""
    number = add(made, "num", node.num) if node.num else None
    heading = add(made, "heading", node.heading) if node.heading else None
    if heading is not None and node.eid in titled:
        heading.set("eId", f"{node.eid}__heading")
    holder = heading if heading is not None else number
    if holder is None:
        return notes
    _notes(holder, notes)
    return ()


def _notes(holder: Element, notes: Iterable[Note]) -> None:
    for note in notes:
        made = add(holder, "authorialNote", placement="bottom")
        made.set(KIND, note.kind)
        add(made, "p", note.text)


def _paragraph(holder: Element, text: str, notes: Iterable[Note] = (), **attributes: str) -> Element:
    made = add(holder, "p", text, **attributes)
    _notes(made, notes)
    return made


def _table(holder: Element, node: Provision, notes: Iterable[Note]) -> None:
    table = add(holder, "table", eId=f"{node.eid}__table")
    for row in node.text.split(_ROW):
        line = add(table, "tr")
        for cell in row.split(_CELL):
            _paragraph(add(line, "td"), cell)
    _notes(table[-1][-1][-1], notes)


def blocks(holder: Element, node: Provision) -> None:
    """A preface, a preamble, conclusions: what a provision holds where there is no hierarchy, in its order."""
    for name, text in (("num", node.num), ("heading", node.heading), ("text", node.text)):
        if text:
            add(holder, "block", text, name=name)
    if node.notes:
        _paragraph(holder, "", node.notes)
    for unit, group in groupby(node.children, key=lambda child: child.unit):
        children = list(group)
        if node.unit == "preamble" and unit in _PREAMBLE:
            within = add(holder, _PREAMBLE[unit], eId=f"{children[0].eid}__{_PREAMBLE[unit]}")
            for child in children:
                _item(within, unit, child)
        elif node.unit == "preamble" and unit == "enacting":
            for child in children:
                _inside(add(holder, "formula", eId=child.eid, name="enactingFormula"), child)
        else:
            _children(holder, children)
    if not len(holder):
        add(holder, "p")


def _children(holder: Element, children: Iterable[Provision]) -> None:
    """Bare words as paragraphs, everything else as items of lists."""
    for is_bare, group in groupby(children, key=_is_bare):
        every = list(group)
        if is_bare:
            for child in every:
                _paragraph(holder, child.text, child.notes, eId=child.eid).set(UNIT, child.unit)
        else:
            within = add(holder, "blockList", eId=f"{every[0].eid}__list")
            for child in every:
                _item(within, "item", child).set(UNIT, child.unit)


def _is_bare(node: Provision) -> bool:
    return not (node.num or node.heading or node.children)


def _item(holder: Element, name: str, node: Provision) -> Element:
    made = add(holder, name, eId=node.eid)
    if node.heading_above:
        made.set(ABOVE, "true")
    notes = _titles(made, node, node.notes if not node.text else ())
    _inside(made, node, node.notes if node.text else notes)
    return made


def _inside(made: Element, node: Provision, notes: Iterable[Note] | None = None) -> None:
    _paragraph(made, node.text, node.notes if notes is None else notes)
    _children(made, node.children)
