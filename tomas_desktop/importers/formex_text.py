"""How Formex prints: quotation marks and dashes that are not written, the items of a list, the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tomas_desktop.importers.html_page import one_line
from tomas_desktop.importers.xml_page import local
from tomas_desktop.importers.xml_text import Text, Vocabulary
from tomas_desktop.model.provision import Note

INLINE = frozenset(
    "HT FT DATE QUOT.START QUOT.END IE KEYWORD EXPONENT INDEX IND OP.CMP OP.MATH ACCENT OVERLINE"
    " REF.DOC REF.DOC.OJ REF.DOC.SE REF.DOC.ECR REF.ECR REF.ACT REF.NP REF.NO.P REF.PARAG REF.ARTICLE LINK".split()
)
_SHAPED = frozenset("LIST NP TBL QUOT.S GR.SEQ ARTICLE PARAG DIVISION ANNEX CONS.ANNEX".split())
_NUMBERED = {
    "NO.P": ("NP",),
    "NO.PARAG": ("PARAG",),
    "TI.ART": ("ARTICLE",),
    "STI.ART": ("ARTICLE",),
}
_SIGNS = {"PLUS": "+", "MINUS": "−", "MULT": "×", "DIV": "÷", "EQ": "=", "LT": "<", "GT": ">", "LE": "≤", "GE": "≥"}
_MARKS = {"DASH": "—", "NDASH": "–", "BULLET": "•"}
_SCRIPTS = {"SUP": "raised", "SUB": "lowered"}


def _is_number(element: etree._Element) -> bool:
    holder = element.getparent()
    return holder is not None and local(holder) in _NUMBERED.get(local(element), ())


def _written(element: etree._Element) -> str | None:
    """The characters that empty elements stand for."""
    name = local(element)
    if name in ("QUOT.START", "QUOT.END"):
        return _character(element.get("CODE"), "‘" if name == "QUOT.START" else "’")
    if name in ("OP.MATH", "OP.CMP") and not len(element) and not element.text:
        return _SIGNS.get(element.get("TYPE", ""), "")
    return None


def _character(code: str | None, usual: str) -> str:
    try:
        character = chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return usual
    return character if character.isprintable() else usual


def _script(element: etree._Element) -> str:
    if local(element) in ("EXPONENT", "INDEX"):
        return "raised" if local(element) == "EXPONENT" else "lowered"
    return _SCRIPTS.get(element.get("TYPE", ""), "") if local(element) == "HT" else ""


FORMEX = Vocabulary(
    inline=INLINE,
    spaced=frozenset({"BR"}),
    shaped=_SHAPED,
    notes=frozenset({"NOTE"}),
    number=_is_number,
    written=_written,
    around=lambda _: ("", ""),
    is_upper=lambda element: local(element) == "HT" and element.get("TYPE") == "UC",
    script=_script,
)


def number_of(element: etree._Element) -> Text:
    """The number of a numbered paragraph; empty where it has none."""
    name = {"NP": "NO.P", "PARAG": "NO.PARAG"}.get(local(element))
    number = element.find(name) if name else None
    return FORMEX.printed(number) if number is not None else Text("")


def items_of(element: etree._Element) -> Iterator[tuple[Text, list[Text | etree._Element]]]:
    """The items of a list (or the one that a numbered paragraph by itself is): their numbers and their pieces.
    A dash or a bullet is not written in the source: the kind of the list says it."""
    mark = Text(_MARKS.get(element.get("TYPE", ""), ""))
    if local(element) == "NP":
        yield number_of(element), list(FORMEX.pieces(element))
        return
    for child in element:
        number, content = opened(child)
        yield number if number.text or local(child) not in ("ITEM", "NP") else mark, content


def opened(element: etree._Element) -> tuple[Text, list[Text | etree._Element]]:
    """The number and the pieces of an element that is numbered by the first thing in it."""
    content = list(FORMEX.pieces(element))
    first = content[0] if content else Text("")
    if isinstance(first, Text) or local(first) != "NP":
        return number_of(element), content
    return number_of(first), [*FORMEX.pieces(first), *content[1:]]


def table_rows(table: etree._Element) -> tuple[Text | None, Text]:
    """The title of a table, if it has one, and its text: cells separated by " | ", rows by " || ". Notes that are
    listed with the table stand with its text."""
    title = None
    notes: list[Note] = []
    rows: list[str] = []
    for child in table:
        if local(child) == "TITLE":
            title = FORMEX.printed(child)
        elif local(child) == "GR.NOTES":
            listed = FORMEX.printed(child)
            notes.extend(listed.notes)
            rows.extend([listed.text] if listed.text else [])
        else:
            rows.extend(_rows(child, notes))
    return title, Text(" || ".join(rows), tuple(notes))


def _rows(element: etree._Element, notes: list[Note]) -> Iterator[str]:
    if local(element) == "ROW":
        cells = [FORMEX.printed(cell) for cell in element]
        notes.extend(note for cell in cells for note in cell.notes)
        if any(cell.text for cell in cells):
            yield one_line(" | ".join(cell.text for cell in cells))
    elif local(element) not in ("TBL", "LIST") and any(True for _ in element.iter("ROW")):
        for child in element:
            yield from _rows(child, notes)
    else:
        other = FORMEX.printed(element)
        notes.extend(other.notes)
        if other.text:
            yield other.text


def close_quotations(root: etree._Element) -> None:
    """Give a quotation its closing mark where the source has it at the end of a note of the quoted text: printed
    after the note, it closes what the text opened."""
    for mark in list(root.iter("QUOT.END")):
        note = next(mark.iterancestors("NOTE"), None)
        quotation = next(mark.iterancestors("QUOT.S"), None)
        if note is None or quotation is None:
            continue
        if any(start.get("ID") == mark.get("REF.START") for start in note.iter("QUOT.START")):
            continue
        holder = mark.getparent()
        last = [part for part in quotation.iterdescendants("ALINEA", "TXT", "P") if note not in part.iterancestors()]
        if holder is None or not last or re.search(r"\w", mark.tail or ""):
            continue
        holder.remove(mark)
        last[-1].append(mark)
