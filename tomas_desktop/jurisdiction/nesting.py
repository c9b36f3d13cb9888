"""The body of an article: which line is a paragraph, which a point of it, which goes on with its sentence.

A numbered line finds its level by the kind of its number and by what is open: `(2)` after the points of
paragraph (1) is the next paragraph, `(i)` after `(h)` a letter, after an open `(a)` a Roman numeral.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tomas_desktop.jurisdiction import marks, numerals, quotations
from tomas_desktop.jurisdiction.levels import Level, follows, skips
from tomas_desktop.jurisdiction.numerals import Numbered
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Declared, SourceLine
from tomas_desktop.model.provision import Note, Provision
from tomas_desktop.text.scripts import script_of

_CLOSED = re.compile(r"[.;,](?: \w{1,5})?$")  # an item that is over: "...;", "...; and"
_UNKNOWN = "?"  # the style of a number that a format sets apart and no rule knows: 3.1.
_HOLDERS = frozenset({"paragraph", "subparagraph", "recital", "citation"})
_BELOW = {"article": "paragraph", "paragraph": "point", "subparagraph": "point", "point": "subpoint"}


@dataclass(frozen=True, slots=True)
class _State:
    """What was open and placed before a line was read; `path` leads to the unit placed last."""

    open: list[Level]
    top: int
    notes: int
    placed: int
    path: list[tuple[Level, str, int, int]]


def body(lines: Sequence[SourceLine], pack: Pack) -> tuple[tuple[Provision, ...], tuple[Note, ...]]:
    """The paragraphs of an article, without eIds, and the notes that stand before the first of them."""
    reader = Reader(pack)
    announced = quotations.announced(lines, pack)
    for place, line in enumerate(lines):
        reader.read(line, lines[place + 1 :], place in announced)
    return tuple(node.freeze() for node in reader.top), tuple(reader.notes)


def units(
    first: Provision, lines: Sequence[SourceLine], pack: Pack, has_more: bool, num: str = ""
) -> tuple[Provision, ...]:
    """The provision with these lines read as what stands below it and after it. A line without a number belongs
    to it when its sentence goes on, or when the unit is known to have more such lines (`has_more`); else it is a
    new unit of the same kind with the number `num`."""
    reader = Reader(pack)
    styles = (*pack.rule(first.unit).styles, *reader.styles)  # (i) is a numeral for a subpoint, a letter for a point
    style, order = numerals.style_of(first.num, styles, pack)
    seed = Level(first.unit, first.num, first.text, style, order, notes=list(first.notes))
    reader.top, reader.open = [seed], [seed]
    for place, line in enumerate(lines):
        is_table = line.role == "table" and first.unit != "table"
        if is_table or marks.numbered_line(line.text, pack) or has_more or reader.takes_on(line.text):
            reader.take(line, lines[place + 1 :])
        else:
            reader.open.clear()
            order = order + 1 if order is not None else None
            reader.put(Level(first.unit, num, line.text, style, order))
    nodes = [node.freeze() for node in reader.top]
    kept = replace(nodes[0], eid=first.eid, heading=first.heading, heading_above=first.heading_above)
    return (kept, *nodes[1:])


def goes_on(before: str, text: str, pack: Pack) -> bool:
    """Does a line without a number go on with the sentence that ended so?"""
    if marks.deleted(text, pack):
        return False
    if marks.begins(text, pack.clause_starts):
        return not before.endswith(".")
    return before.endswith(",") or (text[:1].islower() and not before.endswith((".", "!", "?", ":")))


class Reader:
    """The levels that are open while the lines go by, outermost first: a paragraph, its subparagraph, points."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.styles = marks.styles(pack)
        self.top: list[Level] = []
        self.open: list[Level] = []
        self.notes: list[Note] = []
        self.placed = 0  # how many units there are so far

    def read(self, line: SourceLine, following: Sequence[SourceLine], is_quoted: bool) -> None:
        """Place one line: as it is declared, as a line of a quotation, else by its wording."""
        if line.declared is not None:
            self._declared(line.declared, line.text)
        elif is_quoted and line.role != "table":
            self.quote(line)
        else:
            self.take(line, following)

    def last(self) -> list[Level]:
        """The unit that was placed last and those that it lies in, outermost first."""
        path: list[Level] = []
        level = self.top
        while level:
            path.append(level[-1])
            level = level[-1].children
        return path

    def state(self) -> _State:
        """What the next line can change."""
        path = [(node, node.text, len(node.children), len(node.notes)) for node in self.last()]
        return _State(list(self.open), len(self.top), len(self.notes), self.placed, path)

    def restore(self, state: _State) -> None:
        """Take back what was read since."""
        self.open, self.placed = list(state.open), state.placed
        del self.top[state.top :], self.notes[state.notes :]
        for node, text, children, notes in state.path:
            node.text = text
            del node.children[children:], node.notes[notes:]

    def _declared(self, declared: Declared, printed: str) -> None:
        self.open = self.last()[: len(declared.units) - 2]
        for unit in declared.units[1 + len(self.open) : -1]:
            self.put(Level(unit))
        num = declared.num
        style, order = numerals.style_of(num, self.styles, self.pack)
        if num and not style:  # from here on such numbers count, each after the last or at the head of a list
            style, order = numerals.bare(num, self.pack, is_roman=declared.unit == "subpoint")
            self.styles = tuple(dict.fromkeys((*self.styles, style))) if style else self.styles
        node = Level(declared.unit, num, printed.removeprefix(num).strip(), style, order)
        node.heading, node.heading_above = declared.heading, declared.heading_above
        self.put(node)

    def take(self, line: SourceLine, following: Sequence[SourceLine]) -> None:
        text = " ".join(line.text.split())
        if not line.num and marks.history(text, self.pack):
            self._note(Note("history", text), *line.notes)
        elif line.role == "table":
            self._table(text, line)
        elif not text and not line.num:
            self._note(*line.notes)
        else:
            number = self._number(line, text, following)
            node = self._numbered(number, line) if number else self._unnumbered(text, line, following)
            node.notes.extend(line.notes)

    def quote(self, line: SourceLine) -> None:
        """A line of a quotation belongs to the unit whose words announce it, whatever number it begins with."""
        if not self.open:
            self.put(Level("paragraph"))
        text = " ".join(f"{line.num} {line.text}".split())
        self.put(Level("subparagraph", text=text), stays_open=False).notes.extend(line.notes)

    # numbered lines

    def _number(self, line: SourceLine, text: str, following: Sequence[SourceLine]) -> Numbered | None:
        """The reading of a line's number that fits what is open; None for a line without one."""
        printed = f"{' '.join(line.num.split())} {text}".strip() if line.num else text
        found = [each for each in numerals.numbered(printed, self.styles, self.pack) if self._is_credible(each, line)]
        if not found:
            if line.num:  # a number of a kind we do not know: the format says that it is one
                return Numbered(_UNKNOWN, " ".join(line.num.split()), None, text)
            return None
        if len({each.style for each in found}) > 1:
            found = self._without_the_other_kind(found, following)
        for level in reversed(self.open):  # the next number of an open level, innermost first
            exact = [each for each in found if follows(each, level)]
            if exact and not self._is_ended_before(level, exact[0]):
                return exact[0]
        return found[0]

    def _is_credible(self, number: Numbered, line: SourceLine) -> bool:
        """A number with nothing but a stop after it counts only where it goes on with a series or begins one."""
        if number.style in numerals.BARE:
            is_next = number.plain and any(follows(number, level) for level in self.open)
            return is_next or (number.order == 1 and _announces(self.open[-1].text if self.open else ""))
        if number.style not in ("1.", "1.1.") or line.num:
            return True
        if any(follows(number, level) or skips(number, level) for level in self.open):
            return True
        begins = not self.open and not self.top and number.style in self.pack.rule("paragraph").styles
        if begins and number.rest[:1].isupper():  # an article that has lost its first paragraph
            return True
        return number.order in (0, 1) and (number.style != "1." or not number.rest[:1].islower() or not self.top)

    def _without_the_other_kind(self, found: list[Numbered], following: Sequence[SourceLine]) -> list[Numbered]:
        """(i) is a letter or a Roman numeral: what is open decides, then the next numbers of the text."""
        letters = [each for each in found if numerals.kind_of(each.style) == "letters"]
        romans = [each for each in found if numerals.kind_of(each.style) == "roman"]
        if not letters or not romans:
            return self._by_unit(found)
        letter, numeral = letters[0], romans[0]
        before = next((level for level in reversed(self.open) if self._follows_letter(letters, level)), None)
        if any(follows(numeral, level) for level in self.open):
            return romans if before is None or numerals.kind_of(self.open[-1].style) == "roman" else letters
        if numeral.order != 1 or (before is not None and (before.children or _CLOSED.search(before.text))):
            return letters
        if before is None or before.text.endswith(":"):
            return romans
        for line in following:
            later = numerals.numbered(f"{line.num} {line.text}".strip(), (letter.style, numeral.style), self.pack)
            if any(each.style == letter.style and each.order == (letter.order or 0) + 1 for each in later):
                return letters
            if any(each.style == numeral.style and each.order == 2 for each in later):
                return romans
        return letters

    def _follows_letter(self, letters: Sequence[Numbered], level: Level) -> bool:
        """Does one of these readings go on with the level? In a translated act a Latin letter goes on with no Cyrillic
        one: the numeral (i) may stand below (ж), and has the ninth place."""
        goes_on = any(follows(each, level) for each in letters)
        return goes_on and (not self.pack.is_translation or script_of(level.num) == script_of(letters[0].num))

    def _by_unit(self, found: list[Numbered]) -> list[Numbered]:
        """Of several styles that fit, first those that are open."""
        open_styles = {level.style for level in self.open}
        return sorted(found, key=lambda each: each.style not in open_styles)

    def _is_ended_before(self, level: Level, number: Numbered) -> bool:
        """Does a wider level take this number? It does when the sentence is closed and it follows there too."""
        if not self.top[-1].last_words().endswith((".", "!", "?")):
            return False
        outer = self.open[: self.open.index(level)]
        return any(each.style == level.style and follows(number, each) for each in outer)

    def _numbered(self, number: Numbered, line: SourceLine) -> Level:
        level = self._level_for(number, line)
        if level is not None:
            self._close_to(level)
            unit = level.unit
        else:
            unit = self._unit_below(number)
        node = Level(unit, number.num, number.rest, number.style, number.order, line.indent)
        return self.put(node)

    def _level_for(self, number: Numbered, line: SourceLine) -> Level | None:
        """The open level whose next number this is; None where it opens a new one."""
        levels = [level for level in self.open if level.style == number.style]
        if not levels:
            return None
        if numerals.kind_of(number.style) == "dash":
            if line.indent is not None and levels[-1].indent is not None and line.indent > levels[-1].indent:
                return None
            same = [level for level in levels if level.indent == line.indent]
            return same[-1] if same and line.indent is not None else levels[-1]
        exact = [level for level in reversed(levels) if follows(number, level)]
        if exact:
            return exact[-1] if len(exact) > 1 and self._is_ended_before(exact[0], number) else exact[0]
        if number.order == 1 and number.plain and self.open[-1] is not levels[-1]:
            return None  # a new list begins further in
        if number.order == 1 and number.plain and self.open[-1].text.endswith(":"):
            return None
        return levels[-1]

    def _unit_below(self, number: Numbered) -> str:
        """The unit of a number that no open level has: closes the levels it does not belong under."""
        paragraph = self.pack.rule("paragraph").styles
        if not self.open:
            if number.style in paragraph:
                return "paragraph"
            self.put(Level("paragraph"))
        innermost = self.open[-1]
        if not any(map(str.isalnum, number.num)):
            return "indent"
        unit = _BELOW.get(innermost.unit, "subpoint")
        fits = number.style in self.pack.rule(unit).styles
        if not fits and number.style in paragraph and not (innermost.text.endswith(":") and number.order == 1):
            self.open.clear()
            return "paragraph"
        return unit

    # lines without a number

    def _unnumbered(self, text: str, line: SourceLine, following: Sequence[SourceLine]) -> Level:
        if not self.open:
            return self.put(Level("paragraph", text=text, indent=line.indent))
        point = self._point_set_at(line.indent)
        if point is None and (text[:1].isupper() or not self.takes_on(text)):
            point = self._point_going_on(following)
        if point is not None:
            self._close_to(point, keep=True)
            return self.put(Level("subparagraph", text=text, indent=line.indent), stays_open=False)
        holder = self._holder()
        if holder is not None and self.takes_on(text):
            if self.open[-1] is not holder or holder.children:
                self._close_to(holder, keep=True)
                last = holder.children[-1] if holder.children else None
                if last is not None and last.unit == "wrapup":
                    return _join(last, text)
                return self.put(Level("wrapup", text=text), stays_open=False)
            return _join(holder, text)
        if self.top[-1].num:
            self._close_to(self.open[0], keep=True)
            return self.put(Level("subparagraph", text=text, indent=line.indent))
        if (item := self._point_like_a_paragraph()) is not None:
            self._close_to(item, keep=True)
            return self.put(Level("subparagraph", text=text, indent=line.indent), stays_open=False)
        self.open.clear()
        return self.put(Level("paragraph", text=text, indent=line.indent))

    def _point_like_a_paragraph(self) -> Level | None:
        """The open point that is numbered as paragraphs are (in the annexes of the Union) and has a list of its own:
        a sentence after the list is the point's."""
        styles = self.pack.rule("paragraph").styles
        return next(
            (level for level in self.open if level.unit == "point" and level.children and level.style in styles), None
        )

    def _point_set_at(self, indent: int | None) -> Level | None:
        """The open point that the layout sets at this depth: a further paragraph of it stands below its first."""
        points = (level for level in reversed(self.open) if level.unit in ("point", "subpoint", "indent"))
        return next((level for level in points if indent is not None and level.indent == indent), None)

    def _point_going_on(self, following: Sequence[SourceLine]) -> Level | None:
        """The open point whose list the next number goes on with: a line before (b) stands in (a)."""
        points = [level for level in reversed(self.open) if level.unit in ("point", "subpoint")]
        for line in following if points else ():
            found = numerals.numbered(f"{line.num} {line.text}".strip(), self.styles, self.pack)
            if found:
                return next((level for level in points if any(follows(each, level) for each in found)), None)
        return None

    def _holder(self) -> Level | None:
        """The paragraph or subparagraph that is open; None in a point that is read by itself."""
        return next((level for level in reversed(self.open) if level.unit in _HOLDERS), None)

    def takes_on(self, text: str) -> bool:
        """Does this line go on with the sentence above? It begins small, or the line above ended in the middle."""
        before = self.top[-1].last_words()
        holder = self._holder()
        if holder is None:
            return False
        if self.open[-1] is not holder and not marks.begins(text, self.pack.clause_starts):
            return text[:1].islower() or before.endswith((",", ";"))
        return goes_on(before, text, self.pack)

    # placing

    def put(self, node: Level, stays_open: bool = True) -> Level:
        (self.open[-1].children if self.open else self.top).append(node)
        self.placed += 1
        if stays_open:
            self.open.append(node)
        return node

    def _close_to(self, level: Level, keep: bool = False) -> None:
        """Close everything inside `level`, and the level itself unless it is to be kept open."""
        place = next(i for i, each in enumerate(self.open) if each is level)
        del self.open[place + (1 if keep else 0) :]

    def _note(self, *notes: Note) -> None:
        if self.top:
            last = self.top[-1]
            while last.children:
                last = last.children[-1]
            last.notes.extend(notes)
        else:
            self.notes.extend(notes)

    def _table(self, text: str, line: SourceLine) -> None:
        if not self.open:
            self.put(Level("paragraph"))
        while line.indent is not None and len(self.open) > 1 and (self.open[-1].indent or 0) > line.indent:
            self.open.pop()
        node = self.put(Level("table", text=text), stays_open=False)
        node.notes.extend(line.notes)


def _announces(text: str) -> bool:
    return text.endswith((":", "—", "–", "-"))


def _join(node: Level, text: str) -> Level:
    node.text = f"{node.text} {text}".strip()
    return node
