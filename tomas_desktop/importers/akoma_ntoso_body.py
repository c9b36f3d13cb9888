"""What an Akoma Ntoso document enacts: its preamble, its divisions and articles, and all that is below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from tomas_desktop.importers.akoma_ntoso_lines import Line, lines
from tomas_desktop.importers.akoma_ntoso_text import AKOMA_NTOSO, DIVISIONS, ITEMS, table_text, titles_of
from tomas_desktop.importers.xml_page import local
from tomas_desktop.importers.xml_text import Text
from tomas_desktop.importers.xml_units import Paragraphs, Unit
from tomas_desktop.jurisdiction import marks, numerals
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine

_DASH = "—"


def is_quoted(element: etree._Element) -> bool:
    return any(local(holder) == "quotedStructure" for holder in element.iterancestors())


@dataclass(slots=True)
class Body:
    """The divisions and articles of one document. `has_articles`: its basic unit is called article; `closing` are the
    clauses met after the last of them, which belong to the conclusions."""

    pack: Pack
    has_articles: bool = True
    closing: list[Line] = field(default_factory=list)

    def read(self, element: etree._Element) -> list[Unit]:
        """A body. One with a title of its own is a part of its law (a code's general part)."""
        number, headings = titles_of(element)
        units = self.enacted(element)
        if number.text or headings:
            notes = [note for title in (number, *headings) for note in title.notes]
            units = [Unit("part", number.text, " ".join(each.text for each in headings), "", notes, units)]
        if not self.closing:
            self.closing.extend(_closing_formula(units, self.pack))
        return units

    def enacted(self, element: etree._Element) -> list[Unit]:
        """The divisions and articles in an element; what stands outside of articles as paragraphs of its own."""
        out: list[Unit] = []
        loose = Paragraphs(self.pack)
        for piece in AKOMA_NTOSO.pieces(element):
            if isinstance(piece, Text) or not (local(piece) in ("article", "clause") or local(piece) in DIVISIONS):
                _fill(loose, [piece], top=True)
                continue
            out.extend(loose.units)
            loose = Paragraphs(self.pack)
            number, _ = titles_of(piece)
            if local(piece) == "clause" and not number.text:
                self.closing.extend(lines(piece))
            elif local(piece) in ("article", "clause") or self._is_basic(piece):
                out.append(_article(piece, self.pack))
            else:
                out.append(self._division(piece))
        return [*out, *loose.units]

    def _is_basic(self, element: etree._Element) -> bool:
        """Is this section what others call an article? It is where there are no articles and no sections below it."""
        below = (each for each in element.iterdescendants("{*}section") if not is_quoted(each))
        number, _ = titles_of(element)
        return local(element) == "section" and not self.has_articles and bool(number.text) and not any(below)

    def _division(self, element: etree._Element) -> Unit:
        number, headings = titles_of(element)
        num, titles = number.text, [each.text for each in headings]
        if not num and titles:  # some print the number as a heading
            mark = marks.division(SourceLine(titles[0], "division"), self.pack)
            if mark is not None and mark.num:
                num, titles = mark.num, [title for title in (mark.title, *titles[1:]) if title]
        notes = [note for each in (number, *headings) for note in each.notes]
        unit = Unit(DIVISIONS[local(element)], num, " ".join(titles), "", notes, self.enacted(element))
        only = unit.children[0] if len(unit.children) == 1 else None
        if only is not None and only.unit == "article" and not only.heading and not unit.num:
            # a section made for the title of one article: the title is the article's, printed above it
            only.heading, only.heading_above, only.notes = unit.heading, True, [*notes, *only.notes]
            return only
        return unit


def _closing_formula(units: list[Unit], pack: Pack) -> Iterator[Line]:
    """The formula after the last article, taken out of it: some files print it there as one more paragraph."""
    article = units[-1] if units else None
    while article is not None and article.unit != "article":
        article = article.children[-1] if article.children else None
    if article is None or len(article.children) < 2:
        return
    last = article.children[-1]
    if not last.num and not last.children and marks.begins(last.text, pack.conclusions):
        yield Line(last.text, "", tuple(last.notes))
        article.children.pop()


def preamble_part(element: etree._Element, pack: Pack) -> Iterator[Unit]:
    """Citations, recitals, and the words around them."""
    name = local(element)
    if name in ("citation", "recital"):
        number, headings = titles_of(element)
        notes = [note for each in (number, *headings) for note in each.notes]
        unit = Unit(name, number.text, " ".join(each.text for each in headings), notes=notes)
        _fill(Paragraphs(pack, [unit], unit), AKOMA_NTOSO.pieces(element))
        yield unit
    elif any(True for _ in element.iter("{*}citation", "{*}recital")):
        for child in element:
            yield from preamble_part(child, pack)
    else:
        is_formula = name in ("formula", "intro", "wrapUp", "wrap")
        for line in lines(element):
            known = is_formula or marks.begins(line.text, (*pack.enacting, *pack.recital_intro))
            text = f"{line.num} {line.text}".strip()
            yield Unit("enacting" if known else "citation", text=text, notes=list(line.notes))


def _article(element: etree._Element, pack: Pack) -> Unit:
    number, headings = titles_of(element)
    notes = [note for each in (number, *headings) for note in each.notes]
    inside = Paragraphs(pack)
    _fill(inside, AKOMA_NTOSO.pieces(element), top=True)
    heading = " ".join(each.text for each in headings)
    return Unit("article", number.text, heading, "", notes, inside.units, pack.heading_above)


def _fill(paragraphs: Paragraphs, inside: Iterable[Text | etree._Element], top: bool = False) -> None:
    """Write the pieces of an article (`top`), of a recital, of a paragraph or a point."""
    for piece in inside:
        if isinstance(piece, Text):
            paragraphs.text(piece.text, piece.notes)
            continue
        name = local(piece)
        number, headings = titles_of(piece) if name in ITEMS else (Text(""), [])
        if name in ITEMS and top and _is_paragraph(piece, number, paragraphs):
            notes = [note for each in (number, *headings) for note in each.notes]
            heading = " ".join(each.text for each in headings)
            paragraphs.open(Unit("paragraph", number.text, heading, "", notes))
            _fill(paragraphs, AKOMA_NTOSO.pieces(piece))
        elif name in ("subparagraph", "alinea", "sublist") and not number.text and not headings:
            _fill(paragraphs, AKOMA_NTOSO.pieces(piece))
        elif name in ITEMS:
            paragraphs.add(_item(piece, number, headings, paragraphs))
        elif name == "table":
            table = table_text(piece)
            paragraphs.add(Unit("table", text=table.text, notes=list(table.notes)))
        else:
            for line in lines(piece):
                text = f"{line.num} {line.text}".strip()
                paragraphs.add(Unit("subparagraph", text=text, notes=list(line.notes)))


def _is_paragraph(element: etree._Element, number: Text, paragraphs: Paragraphs) -> bool:
    """Is this unit right below the article a paragraph? Some call the paragraphs of a law the points of a list."""
    if local(element) in ("paragraph", "subsection", "level", "rule"):
        return True
    if local(element) != "point" or (paragraphs.units and not paragraphs.units[-1].num):
        return False
    styles = paragraphs.pack.rule("paragraph").styles
    return bool(numerals.numbered(f"{number.text} x", styles, paragraphs.pack))


def _item(element: etree._Element, number: Text, headings: list[Text], paragraphs: Paragraphs) -> Unit:
    """A point; an indent where a dash is its number, which is often left to the style sheet; an item of a list without
    any number is a further subparagraph."""
    unit, num = paragraphs.here().below, number.text
    if not num and local(element) in ("point", "indent"):
        num = _DASH
    if not any(character.isalnum() for character in num):
        unit = "indent" if num else "subparagraph"
    notes = [note for each in (number, *headings) for note in each.notes]
    item = Unit(unit, num, " ".join(each.text for each in headings), "", notes)
    _fill(Paragraphs(paragraphs.pack, [item], item), AKOMA_NTOSO.pieces(element))
    return item
