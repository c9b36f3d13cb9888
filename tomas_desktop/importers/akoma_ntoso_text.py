"""How Akoma Ntoso prints, in both of its namespaces, and what in a document is not its text as it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tomas_desktop.importers.furniture import Furniture, Kind
from tomas_desktop.importers.html_page import one_line
from tomas_desktop.importers.xml_page import local
from tomas_desktop.importers.xml_text import Text, Vocabulary
from tomas_desktop.model.provision import Note

INLINE = frozenset(
    "a abbr affectedDocument argument b change concept courtType date decoration def defBody del docCommittee docDate"
    " docIntroducer docJurisdiction docNumber docProponent docStatus docketNumber embeddedText entity event fillIn i"
    " img inline ins judge lawyer legislature location marker mmod mod mref neutralCitation noteRef object omissis"
    " opinion organization outcome party person placeholder process quantity quotedText ref relatedDocument remark"
    " rmod role rref session shortTitle span sub sup term time u vote".split()
)
# The divisions of the standard by the units of ours.
DIVISIONS = {
    "part": "part", "book": "part", "tome": "part", "title": "title", "chapter": "chapter", "subtitle": "chapter",
    "section": "section", "subpart": "section", "subchapter": "section", "division": "section",
    "hcontainer": "section", "subsection": "subsection", "subdivision": "subsection",
}  # fmt: skip
ITEMS = frozenset(
    "paragraph point indent item level subsection subparagraph alinea proviso rule transitional subrule sublist"
    " subclause".split()
)
_HIERARCHY = ITEMS | {*DIVISIONS, "article", "clause", "tblock", "recital", "citation"}
_SHAPED = _HIERARCHY | {"table", "quotedStructure", "signature", "longTitle"}
_TITLES = frozenset({"num", "heading", "subheading"})

# What describes the document, and a table of contents, which repeats headings.
_FURNITURE: dict[str, Kind] = {"meta": "metadata", "toc": "contents"}
# What a draft keeps for comparison although it is no longer there: deleted, or moved to another place (LEOS).
_GONE = frozenset({"del", "delete", "move_to"})


def _is_number(element: etree._Element) -> bool:
    holder = element.getparent()
    return local(element) in _TITLES and holder is not None and local(holder) in {*_HIERARCHY, "body"}


def _around(element: etree._Element) -> tuple[str, str]:
    if local(element) != "quotedText":
        return "", ""
    return element.get("startQuote", ""), element.get("endQuote", "")


AKOMA_NTOSO = Vocabulary(
    inline=INLINE,
    spaced=frozenset("docTitle docStage docType docPurpose docAuthority eol br".split()),
    shaped=_SHAPED,
    notes=frozenset({"authorialNote"}),
    number=_is_number,
    written=lambda _: None,
    around=_around,
    is_upper=lambda element: element.get("class") == "UC",
    script=lambda element: {"sup": "raised", "sub": "lowered"}.get(local(element), ""),
)


def titles_of(element: etree._Element) -> tuple[Text, list[Text]]:
    """The number of an element (empty where it prints none) and its headings."""
    number, headings = Text(""), list[Text]()
    for child in element:
        if local(child) == "num" and not number.text:
            number = AKOMA_NTOSO.printed(child)
        elif local(child) in _TITLES:
            headings.append(AKOMA_NTOSO.printed(child))
    return number, headings


def table_text(table: etree._Element) -> Text:
    """A table: cells separated by " | ", rows by " || "; what stands outside of rows is a row of its own."""
    notes: list[Note] = []
    rows: list[str] = []
    for child in table.iterdescendants(etree.Element):
        name, holder = local(child), child.getparent()
        within = {local(each) for each in child.iterancestors()} if name == "tr" else set()
        if name == "tr" and not within & {"tr", "td", "th"}:
            cells = [AKOMA_NTOSO.printed(cell) for cell in child]
            notes.extend(note for cell in cells for note in cell.notes)
            rows.append(one_line(" | ".join(cell.text for cell in cells)))
        elif name == "caption" and holder is table:
            caption = AKOMA_NTOSO.printed(child)
            notes.extend(caption.notes)
            rows.append(caption.text)
    return Text(" || ".join(row for row in rows if row.strip(" |")), tuple(notes))


def adopt_notes(root: etree._Element) -> None:
    """Put notes that are kept with the metadata where the text refers to them."""
    kept: dict[str, etree._Element] = {}
    for note in root.iter("{*}note"):
        for name in ("eId", "{http://www.w3.org/XML/1998/namespace}id", "id"):
            kept[note.get(name, "")] = note
    for reference in list(root.iter("{*}noteRef")):
        name = (reference.get("href") or "").lstrip("#")
        if name and name in kept:
            note = kept.pop(name)
            reference.tag = etree.QName(etree.QName(reference).namespace, "authorialNote").text
            reference.text = note.text
            reference.extend(list(note))
            note.text = None


def take_out(root: etree._Element) -> tuple[list[Furniture], Counter[str]]:
    """Take out of a document what is not its text as it stands: what describes it, and what a draft keeps although it
    was deleted or moved away. The words taken out, and how often each kind of change was met (of nested ones the
    outermost)."""
    taken: list[Furniture] = []
    kinds: Counter[str] = Counter()
    for element in list(_not_standing(root)):
        text = one_line(" ".join(_texts(element)))
        taken.append(Furniture(text, _FURNITURE.get(local(element), "not standing")))
        if local(element) not in _FURNITURE:
            kinds["moved" if _action(element) == "move_to" else "deleted"] += 1
        tail, holder = element.tail, element.getparent()
        for part in list(element):
            element.remove(part)
        element.text = None
        if holder is not None and local(element) not in _FURNITURE:
            before = element.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + (tail or "")
            else:
                holder.text = (holder.text or "") + (tail or "")
            holder.remove(element)
    return [text for text in taken if text], kinds


def _not_standing(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if local(child) in _FURNITURE or local(child) == "del" or _action(child) in _GONE:
            yield child
        else:
            yield from _not_standing(child)


def _action(element: etree._Element) -> str:
    """What a draft says was done to an element: `softaction` of LEOS, spelled either way."""
    for name, value in element.attrib.items():
        if str(name).rpartition("}")[2].casefold() == "softaction":
            return str(value).casefold()
    return ""


def _texts(element: etree._Element) -> Iterator[str]:
    yield AKOMA_NTOSO.printed(element).text
    yield from (note.text for note in AKOMA_NTOSO.printed(element).notes)
