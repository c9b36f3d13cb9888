"""What a structured document prints: the words of mixed content and the pieces of a block.

A piece is a printed text with its notes, or an element that has a shape of its own (a list, a table, a quotation,
a division); all other blocks only hold pieces. Which elements are which, a `Vocabulary` says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from tomas_desktop.importers.html_page import one_line
from tomas_desktop.importers.xml_page import local
from tomas_desktop.model.provision import Note

Written = Callable[[etree._Element], str | None]

_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_OPENING = re.compile(r"(?:^|[\s(\[])[\"'‘“„«]\s*\n\s*$")  # a mark and the indentation of what it encloses
_CLOSING = re.compile(r"\s*\n\s*(?=[\"'’”“»])")


@dataclass(frozen=True, slots=True)
class Text:
    """A printed text on one line, without the notes that it refers to."""

    text: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a format mean. `inline` ones stand in a sentence, `spaced` ones too, with a blank on either
    side, `shaped` ones have a shape of their own, `notes` hang below. `number` says that an element is the number or
    the title of the one that holds it; `written` is what an element prints instead of its text (None: its text),
    `around` the marks before and after it, `is_upper` and `script` how it is printed."""

    inline: frozenset[str]
    spaced: frozenset[str]
    shaped: frozenset[str]
    notes: frozenset[str]
    number: Callable[[etree._Element], bool]
    written: Written
    around: Callable[[etree._Element], tuple[str, str]]
    is_upper: Callable[[etree._Element], bool]
    script: Callable[[etree._Element], str]  # "raised", "lowered" or nothing

    def printed(self, element: etree._Element) -> Text:
        """All that an element prints, its notes apart."""
        raw = self.raw(element)
        return Text(one_line(raw.text), raw.notes)

    def raw(self, element: etree._Element) -> Text:
        """The same with the blanks around it, as a part of a line."""
        notes: list[Note] = []
        return Text(self._print(element, notes), tuple(notes))

    def pieces(self, element: etree._Element) -> Iterator[Text | etree._Element]:
        """The pieces of an element in order, without its own number and title."""
        run, notes = [element.text or ""], list[Note]()
        for child in element:
            if local(child) in self.notes or (self._stands_in_sentence(child) and not self._holds_block(child)):
                self._append(run, self._print(child, notes), child.tail)
                continue
            yield from _flushed(run, notes)
            if self.number(child):
                pass
            elif local(child) in self.shaped:
                yield child
            else:
                yield from self.pieces(child)
            run.append(child.tail or "")
        yield from _flushed(run, notes)

    def _print(self, element: etree._Element, notes: list[Note] | None) -> str:
        """What is printed, notes in it put into `notes` (or, within a note, left where they stand)."""
        name = local(element)
        text = self.written(element)
        if text is None:
            run = [element.text or ""]
            for child in element:
                self._append(run, self._print(child, notes if name not in self.notes else None), child.tail)
            text = "".join(run)
        if name in self.notes and notes is not None:
            if note := one_line(text):
                notes.append(Note("footnote", note))
            return ""
        if self.is_upper(element):
            text = text.upper()
        before, after = self.around(element)
        text = f"{before}{_script(text, self.script(element))}{after}"
        return text if name in self.inline else f" {text} "

    def _append(self, run: list[str], text: str, tail: str | None) -> None:
        """Go on writing. The mark of a note parts words; mark-up that was indented has blanks between a quotation mark
        and what it encloses."""
        if not text and tail and tail[0].isalnum() and run[-1][-1:].isalnum():
            text = " "
        if text and _OPENING.search(run[-1]):
            run[-1] = run[-1].rstrip()
            tail = _CLOSING.sub("", tail or "", count=1) if _CLOSING.match(tail or "") else tail
        run.extend((text, tail or ""))

    def _stands_in_sentence(self, element: etree._Element) -> bool:
        return local(element) in self.inline or local(element) in self.spaced

    def _holds_block(self, element: etree._Element) -> bool:
        parts = element.iterdescendants(etree.Element)
        return any(not self._stands_in_sentence(part) and not self._is_in_note(part, element) for part in parts)

    def _is_in_note(self, part: etree._Element, within: etree._Element) -> bool:
        while part is not within:
            if local(part) in self.notes:
                return True
            holder = part.getparent()
            assert holder is not None
            part = holder
        return False


def _script(text: str, script: str) -> str:
    """Figures of an exponent or an index in their own letters: 10²⁵ is not 1025. Other letters stay as they are."""
    table = {"raised": _RAISED, "lowered": _LOWERED}.get(script)
    raised = text.strip().translate(table) if table else ""
    is_figure = bool(raised) and all(a != b for a, b in zip(text.strip(), raised, strict=True))
    return raised if is_figure else text


def _flushed(run: list[str], notes: list[Note]) -> Iterator[Text]:
    text = one_line("".join(run))
    if text or notes:
        yield Text(text, tuple(notes))
    run.clear()
    notes.clear()
