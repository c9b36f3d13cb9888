"""The printed lines of an HTML page: each with the number that stood apart and the notes it refers to.

A kind of page says by `Rules` what its elements mean; this module walks the page once and loses no word.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml.html import HtmlElement

from tomas_desktop.importers.furniture import Furniture, Kind
from tomas_desktop.importers.html_layout import TableKind
from tomas_desktop.importers.html_page import CHROME, INLINE, NEVER_PRINTED, classes, one_line, text_of
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Note
from tomas_desktop.text.tokens import words

_HERE = "\ue000"  # stands in a line where the mark of a note stood
_MARK_IN_BRACKETS = re.compile(rf"\(\s*{_HERE}\s*\)")
_MARK_BEFORE_WORD = re.compile(rf"{_HERE}(?=\w)")
_MARK = re.compile(rf"\s*{_HERE}(?:\s*(?=[.,;:!?)\]’”»{_HERE}])|(?=\s|$)|)")
_EMPTY_BRACKETS = re.compile(r"^\(\s*\)\s*")


@dataclass(frozen=True, slots=True)
class PageLine:
    """`element` is the block in which the line stands; `depth` counts the lists around it; `broken` marks
    the further lines of a block with `<br>`; `keys` names the notes referred to; `table` a whole data table."""

    text: str
    element: HtmlElement
    num: str = ""
    keys: tuple[str, ...] = ()
    depth: int = 0
    broken: bool = False
    table: bool = False

    @property
    def classes(self) -> frozenset[str]:
        return classes(self.element)


@dataclass(frozen=True, slots=True)
class Page:
    """`notes` by key, without their numbers (those are furniture, like the marks that repeat them); `stray` holds
    the keys of notes that nothing refers to: they hang on the last line."""

    lines: tuple[PageLine, ...]
    notes: dict[str, str]
    stray: tuple[str, ...]
    furniture: tuple[Furniture, ...]
    words_in: int


def _none(_: HtmlElement) -> None:
    return None


def _no_key(_: HtmlElement) -> str:
    return ""


def _no(_: HtmlElement) -> bool:
    return False


def _data(_: HtmlElement) -> TableKind:
    return "data"


@dataclass(frozen=True, slots=True)
class Rules:
    """What one kind of page means by its elements. `mark` and `note` give the key of a note for the element that
    refers to it and the one that holds it (empty: neither); `numeral` is the number printed with a held note;
    `number` a number that stands apart in front of a line, `label` a block that holds nothing else, `item` one
    that holds a label and what it numbers; `furniture` the kind of what belongs to the page."""

    mark: Callable[[HtmlElement], str] = _no_key
    note: Callable[[HtmlElement], str] = _no_key
    numeral: Callable[[HtmlElement], bool] = _no
    number: Callable[[HtmlElement], bool] = _no
    label: Callable[[HtmlElement], bool] = _no
    item: Callable[[HtmlElement], bool] = _no
    furniture: Callable[[HtmlElement], Kind | None] = _none
    table: Callable[[HtmlElement], TableKind] = _data

    @property
    def apart(self) -> tuple[Callable[[HtmlElement], object], ...]:
        """The rules for what does not stand in the line around it."""
        return (self.mark, self.note, self.numeral, self.number, self.label, self.furniture)


def read(body: HtmlElement, rules: Rules) -> Page:
    """The lines of a page in printing order, its notes and its furniture apart. Changes the tree it is given:
    blanks part what stands apart (numbers, superscript marks of notes) from the words that it is glued to."""
    for element in body.iter(etree.Element):
        if any(rule(element) for rule in rules.apart):
            element.text = f" {element.text or ''}"
            element.tail = f" {element.tail or ''}"
    scribe = _Scribe(rules)
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            scribe.end(element, tail=element is not body)
        elif scribe.start(element):
            walk.skip_subtree()
    lines = scribe.lines
    marked = {key for line in lines for key in line.keys}
    stray = tuple(key for key in scribe.notes if key not in marked)
    if stray:
        last = lines[-1] if lines else PageLine("", body)
        lines = [*lines[:-1], replace(last, keys=last.keys + stray)]
    return Page(tuple(lines), scribe.notes, stray, tuple(scribe.furniture), len(words(text_of(body))))


def with_notes(page: Page) -> Sequence[tuple[PageLine, tuple[Note, ...]]]:
    """Each line with its notes. A note stands once, where it is first referred to."""
    out: list[tuple[PageLine, tuple[Note, ...]]] = []
    seen: set[str] = set()
    for line in page.lines:
        keys = [key for key in dict.fromkeys(line.keys) if key in page.notes and key not in seen]
        seen.update(keys)
        out.append((line, tuple(Note("footnote", page.notes[key]) for key in keys)))
    return out


def findings(page: Page) -> list[Finding]:
    """What a person should know of how the page was read."""
    if not page.stray:
        return []
    return [Finding("warning", "note-without-mark", values=(("count", str(len(page.stray))),))]


@dataclass(slots=True)
class _Scribe:
    """Writes down lines while the tree is walked (not recursively: saved pages nest thousands deep)."""

    rules: Rules
    lines: list[PageLine] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    furniture: list[Furniture] = field(default_factory=list)
    blocks: list[HtmlElement] = field(default_factory=list)
    tables: list[TableKind] = field(default_factory=list)
    run: list[str] = field(default_factory=list)  # the text of the line being written
    num: list[str] = field(default_factory=list)  # the number in front of it
    label: str = ""  # a number that waits for the first line of the block ...
    labelled: HtmlElement | None = None  # ... in which it was printed
    keys: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)  # what the data table holds so far
    passed_over: HtmlElement | None = None
    numbering: HtmlElement | None = None

    def start(self, element: HtmlElement) -> bool:
        """True: the element is dealt with, what is in it is passed over."""
        if element.tag in NEVER_PRINTED or self._is_apart(element) or self._is_label(element):
            self.passed_over = element
            return True
        if element.tag == "br":
            self._end_line()
        elif element.tag not in INLINE:
            self._end_line(opening=True)
            self.blocks.append(element)
            if element.tag == "table":
                self.tables.append("data" if "data" in self.tables else self.rules.table(element))
        elif self.numbering is None and self.rules.number(element) and not "".join((*self.num, *self.run)).strip():
            self.numbering = element
        self._write(element.text)
        return False

    def end(self, element: HtmlElement, tail: bool) -> None:
        if element is self.passed_over:
            self.passed_over = None
        elif element.tag not in INLINE and element.tag != "br":
            self._end_line()
            if element.tag in ("td", "th", "tr", "table"):
                self._end_of_table_part(element)
            if element is self.labelled and self.label:
                self._add("", element)
            self.blocks.pop()
        if element is self.numbering:
            self.numbering = None
        if tail:
            self._write(element.tail)

    def _is_apart(self, element: HtmlElement) -> bool:
        if key := self.rules.note(element):
            self._end_line()
            self._take_note(key, element)
        elif mark := self.rules.mark(element):
            self.keys.append(mark)
            self.run.append(_HERE)
            self.furniture.append(Furniture(text_of(element), "note mark"))
        elif kind := "navigation" if element.tag in CHROME else self.rules.furniture(element):
            self._end_line()
            if text := text_of(element):
                self.furniture.append(Furniture(text, kind))
        else:
            return False
        return True

    def _take_note(self, key: str, element: HtmlElement) -> None:
        note = copy.deepcopy(element)
        for numeral in [part for part in note.iter(etree.Element) if self.rules.numeral(part)]:
            if not any(self.rules.numeral(around) for around in numeral.iterancestors()):
                self.furniture.append(Furniture(text_of(numeral), "note mark"))
                numeral.drop_tree()
        text = _EMPTY_BRACKETS.sub("", text_of(note))
        self.notes[key] = f"{self.notes[key]} {text}" if key in self.notes else text

    def _is_label(self, element: HtmlElement) -> bool:
        """The cells of a list's row before its last one hold the number of what the last one says."""
        in_list = element.tag in ("td", "th") and bool(self.tables) and self.tables[-1] == "list"
        is_last = not any(later.tag in ("td", "th") for later in element.itersiblings())
        if not self.rules.label(element) and (is_last or not in_list):
            return False
        self._end_line()
        self._set_label(text_of(element))
        return True

    def _set_label(self, text: str) -> None:
        holder = self.blocks[-1]
        if self.label and self.labelled is not holder:  # a list begins with a list
            self._add("", self.labelled if self.labelled is not None else holder)
        self.label, self.labelled = one_line(f"{self.label} {text}"), holder

    def _end_of_table_part(self, element: HtmlElement) -> None:
        kind = self.tables[-1] if self.tables else "layout"
        if kind == "data" and element.tag != "table":
            outermost = self.tables.count("data") == 1
            self.cells.append((" | " if element.tag != "tr" else " || ") if outermost else " ")
        if element.tag == "table" and self.tables:
            self.tables.pop()
            if kind == "data" and "data" not in self.tables:
                rows = [row.strip(" |") for row in "".join(self.cells).split(" || ")]
                self.cells.clear()
                self._add(one_line(" || ".join(row for row in rows if row)), element, table=True)

    def _write(self, text: str | None) -> None:
        if text:
            (self.num if self.numbering is not None else self.run).append(text)

    def _end_line(self, opening: bool = False) -> None:
        """The line that is being written ends here, if there is one. A number alone waits for the block that opens
        behind it."""
        text = _MARK_IN_BRACKETS.sub(_HERE, one_line("".join(self.run)))
        text = one_line(_MARK.sub("", _MARK_BEFORE_WORD.sub(f"{_HERE} ", text)))
        num = one_line("".join(self.num))
        self.run.clear()
        self.num.clear()
        if "data" in self.tables:
            self.cells.append(f" {num} {text}")
        elif opening and num and not text:
            self._set_label(num)
        elif text or num:
            self._add(text, self.blocks[-1], num)
        elif self.keys and self.lines:  # a mark on a line of its own
            self.lines[-1] = replace(self.lines[-1], keys=(*self.lines[-1].keys, *self.keys))
            self.keys.clear()

    def _add(self, text: str, element: HtmlElement, num: str = "", table: bool = False) -> None:
        num = f"{self.label} {num}".strip()
        self.label = ""
        if text or num:
            broken = bool(self.lines) and self.lines[-1].element is element
            depth = self.tables.count("list") + sum(self.rules.item(block) for block in self.blocks)
            self.lines.append(PageLine(text, element, num, tuple(self.keys), depth, broken, table))
            self.keys.clear()
