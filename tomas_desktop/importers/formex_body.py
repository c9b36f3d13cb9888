"""What a Formex act enacts: its preamble, its divisions and articles, and all that is below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from tomas_desktop.importers.formex_lines import lines
from tomas_desktop.importers.formex_text import FORMEX, items_of, number_of, opened, table_rows
from tomas_desktop.importers.xml_page import local
from tomas_desktop.importers.xml_text import Text
from tomas_desktop.importers.xml_units import Paragraphs, Unit
from tomas_desktop.jurisdiction import marks
from tomas_desktop.jurisdiction.pack import Pack

DIVIDED = frozenset({"ARTICLE", "DIVISION", "ENACTING.TERMS"})


def preamble_part(element: etree._Element, pack: Pack) -> Iterator[Unit]:
    """Citations, recitals, and the words around them."""
    name = local(element)
    if name in ("GR.VISA", "GR.CONSID"):
        for child in element:
            yield from preamble_part(child, pack)
    elif name in ("VISA", "CONSID"):
        number, content = opened(element)
        unit = Unit("citation" if name == "VISA" else "recital", number.text, notes=list(number.notes))
        _fill(Paragraphs(pack, [unit], unit), content)
        yield unit
    else:
        for line in lines(element):
            text = f"{line.num} {line.text}".strip()
            yield Unit("enacting" if text else "citation", text=text, notes=list(line.notes))


def enacted(element: etree._Element, pack: Pack) -> list[Unit]:
    """The divisions and articles in an element; what stands outside of articles as paragraphs of its own."""
    name = local(element)
    if name == "ARTICLE":
        return [_article(element, pack)]
    if name == "DIVISION":
        return [_division(element, pack)]
    out: list[Unit] = []
    loose = Paragraphs(pack)
    for piece in FORMEX.pieces(element):
        if not isinstance(piece, Text) and local(piece) in DIVIDED:
            out.extend(loose.units)
            loose = Paragraphs(pack)
            out.extend(enacted(piece, pack))
        else:
            _fill(loose, [piece])
    return [*out, *loose.units]


def _division(element: etree._Element, pack: Pack) -> Unit:
    """A part, title, chapter or section: which of them says the wording of its number."""
    title = element.find("TITLE")
    titles = list(lines(title, role="division")) if title is not None else []
    notes = [note for line in titles for note in line.notes]
    mark = marks.division(titles[0], pack) if titles else None
    rest = [f"{line.num} {line.text}".strip() for line in (titles[1:] if mark else titles)]
    if mark is not None and mark.title:
        rest.insert(0, mark.title)
    unit = Unit(mark.unit if mark else "section", mark.num if mark else "", " ".join(rest), notes=notes)
    for child in element:
        if child is not title:
            unit.children.extend(enacted(child, pack))
    return unit


def _article(element: etree._Element, pack: Pack) -> Unit:
    number, titles = Text(""), list[Text]()
    for child in element:
        if local(child) == "TI.ART":
            number = FORMEX.printed(child)
        elif local(child) == "STI.ART":
            titles.append(FORMEX.printed(child))
    heading = " ".join(title.text for title in titles)
    notes = [note for part in (number, *titles) for note in part.notes]
    inside = Paragraphs(pack)
    _fill(inside, FORMEX.pieces(element))
    return Unit("article", number.text, heading, "", notes, inside.units, pack.heading_above)


def _fill(paragraphs: Paragraphs, inside: Iterable[Text | etree._Element]) -> None:
    """Write the pieces of an article, a recital, a paragraph."""
    for piece in inside:
        if isinstance(piece, Text):
            paragraphs.text(piece.text, piece.notes)
        elif local(piece) == "PARAG":
            number = number_of(piece)
            paragraphs.open(Unit("paragraph", number.text, notes=list(number.notes)))
            _fill(paragraphs, FORMEX.pieces(piece))
        elif local(piece) in ("LIST", "NP"):
            below = paragraphs.here().below
            for number, content in items_of(piece):
                paragraphs.add(_item(below, number, content, paragraphs.pack))
        elif local(piece) == "TBL":
            for unit in _table(piece):
                paragraphs.add(unit)
        else:
            for line in lines(piece):
                text = f"{line.num} {line.text}".strip()
                paragraphs.add(Unit("subparagraph", text=text, notes=list(line.notes)))


def _item(unit: str, number: Text, content: list[Text | etree._Element], pack: Pack) -> Unit:
    """A point, or an indent where the list is one of dashes."""
    is_dash = not any(character.isalnum() for character in number.text)
    item = Unit("indent" if is_dash else unit, number.text, notes=list(number.notes))
    _fill(Paragraphs(pack, [item], item), content)
    return item


def _table(element: etree._Element) -> Iterator[Unit]:
    title, table = table_rows(element)
    if title is not None and title.text:
        yield Unit("subparagraph", text=title.text, notes=list(title.notes))
    yield Unit("table", text=table.text, notes=list(table.notes))
