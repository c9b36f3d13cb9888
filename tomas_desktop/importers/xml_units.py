"""Provisions that grow while a structured document is read: where a further text or list of a unit belongs.

Formats with real structure say what is a paragraph and what a point; they do not say whether the words after a
list end its sentence or begin a new subparagraph. That is decided here as the grammar decides it for lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tomas_desktop.importers.html_page import one_line
from tomas_desktop.jurisdiction import marks, nesting
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import Note, Provision
from tomas_desktop.text.tokens import words

_BELOW = {"paragraph": "point", "subparagraph": "point", "recital": "point", "citation": "point", "point": "subpoint"}


@dataclass(slots=True)
class Unit:
    """A provision that is still being read."""

    unit: str
    num: str = ""
    heading: str = ""
    text: str = ""
    notes: list[Note] = field(default_factory=list)
    children: list[Unit] = field(default_factory=list)
    heading_above: bool = False

    @property
    def below(self) -> str:
        """The unit of the items of a list that stands here."""
        return _BELOW.get(self.unit, "subpoint")

    @property
    def last(self) -> Unit:
        """The unit that was written last here."""
        return self.children[-1].last if self.children else self

    def freeze(self) -> Provision:
        """The provision, without eIds. An article has at least one paragraph."""
        children = tuple(child.freeze() for child in self.children)
        if self.unit == "article" and not children:
            children = (Provision("", "paragraph"),)
        return Provision(
            "", self.unit, self.num, self.heading, self.text, tuple(self.notes), children, self.heading_above
        )


def frozen(units: Iterable[Unit]) -> tuple[Provision, ...]:
    """The provisions."""
    return tuple(unit.freeze() for unit in units)


@dataclass(slots=True)
class Paragraphs:
    """The paragraphs of an article (or one recital, or one point) as they are written. `holder` is the paragraph
    or subparagraph that takes the next list; texts without a number find their own place."""

    pack: Pack
    units: list[Unit] = field(default_factory=list)
    holder: Unit | None = None

    def open(self, unit: Unit) -> Unit:
        """Begin a paragraph."""
        self.units.append(unit)
        self.holder = unit
        return unit

    def here(self) -> Unit:
        """The paragraph that is open; a new one without a number where none is."""
        return self.holder if self.holder is not None else self.open(Unit("paragraph"))

    def text(self, text: str, notes: Iterable[Note] = ()) -> None:
        """A further text: of the sentence that is open, or a subparagraph, or an unnumbered paragraph."""
        if text and (words(text) or not self.units):
            self._place(text).notes.extend(notes)
            return
        last = self.here().last
        last.text = one_line(last.text + text)
        last.notes.extend(notes)

    def add(self, unit: Unit) -> None:
        """Put an item, a table or a line of a quotation below the open paragraph."""
        self.here().children.append(unit)

    def _place(self, text: str) -> Unit:
        holder = self.here()
        if not holder.text and not holder.children:
            holder.text = text
            return holder
        top = self.units[-1]
        if self._takes_on(top, holder, text):
            if not holder.children:
                return _join(holder, text)
            if holder.children[-1].unit == "wrapup":
                return _join(holder.children[-1], text)
            holder.children.append(Unit("wrapup", text=text))
            return holder.children[-1]
        if top.unit == "paragraph" and not top.num:
            return self.open(Unit("paragraph", text=text))
        more = Unit("subparagraph", text=text)
        top.children.append(more)
        if top.unit == "paragraph":
            self.holder = more
        return more

    def _takes_on(self, top: Unit, holder: Unit, text: str) -> bool:
        before = top.last.text
        if holder.children and not marks.begins(text, self.pack.clause_starts):
            return text[:1].islower() or before.endswith((",", ";"))
        return nesting.goes_on(before, text, self.pack)


def _join(unit: Unit, text: str) -> Unit:
    unit.text = f"{unit.text} {text}".strip()
    return unit
