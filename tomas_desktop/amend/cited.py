"""Which unit of a law a chain of steps means, tolerant as acts are ("član 3. tačka 9)" where the point stands in the
only paragraph), and never by guessing: what is missing, gone or there more than once is said by a code.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from tomas_desktop.amend.wordings import Span
from tomas_desktop.amend.working_copy import Unit, WorkingCopy, is_law
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import numbering, numerals
from tomas_desktop.model.clause import Step
from tomas_desktop.model.provision import DIVISIONS

# What the countries call differently: a unit of one of these kinds may be meant by the name of another.
_LOWER = frozenset({"paragraph", "subparagraph", "point", "subpoint", "indent"})

Part = Literal["", "intro", "first"]


@dataclass(frozen=True, slots=True)
class Place:
    """A unit, or a part of it: its own text (`intro`), its first subparagraph with the list in it (`first`), a
    `sentence` of its own text (counted from 1, 0 for none)."""

    unit: Unit
    part: Part = ""
    sentence: int = 0

    def span(self) -> Span | None:
        """The part of the unit's own text that a sentence is; None for all of it."""
        if not self.sentence:
            return None
        spans = self.unit.sentences()
        if self.sentence > len(spans):
            raise TomasError("cited-sentence-missing", number=str(self.sentence), where=self.unit.eid)
        start, end = spans[self.sentence - 1]
        if start == end:
            raise TomasError("cited-unit-deleted", unit="sentence", number=str(self.sentence), where=self.unit.eid)
        return start, end

    def texts(self) -> list[Unit]:
        """The units whose own texts are meant."""
        if self.part == "intro" or self.sentence:
            return [self.unit]
        if self.part == "first":
            return [self.unit, *(below for child in first_part(self.unit) for below in child.walk())]
        return list(self.unit.walk())


def first_part(unit: Unit) -> list[Unit]:
    """What stands below a unit before its second subparagraph."""
    there = unit.there
    cut = next((i for i, child in enumerate(there) if child.unit == "subparagraph"), len(there))
    return there[:cut]


def places(law: WorkingCopy, target: Sequence[Step], gone_too: bool = False) -> list[Place]:
    """Where a chain of steps leads: one place for each of the numbers it ends in, in their order. A unit that this
    act deleted is no place, unless `gone_too`.

    Raises TomasError: "cited-article-missing", "cited-unit-missing", "cited-units-several", "cited-unit-deleted",
    "cited-sentence-missing".
    """
    found = [Place(law.root)]
    for step in target:
        found = [_step(law, place, step, number, gone_too) for place in found for number in step.numbers or ("",)]
    return found


def _step(law: WorkingCopy, within: Place, step: Step, number: str, gone_too: bool) -> Place:
    unit = within.unit
    wanted = _value(law, number)
    if step.unit == "intro":
        return Place(_worded(unit), "intro")
    if step.unit == "sentence":
        if not wanted.isdecimal() or wanted == "0":
            raise TomasError("cited-sentence-missing", number=number, where=unit.eid)
        return Place(_worded(unit), within.part, int(wanted))
    kind = "subparagraph" if step.unit == "paragraph" == unit.unit else step.unit
    if kind == "subparagraph" and wanted == "1" and unit.unit in _LOWER:
        return Place(unit, "first")
    if step.unit == "article" and (unit is law.root or unit.unit in DIVISIONS):
        articles = [each for each in law.articles(wanted) if not each.renumbered or each.number == wanted]
        if not articles:
            raise TomasError("cited-article-missing", number=number)
        return Place(_one([each for each in articles if _is_in(each, unit)] or articles, step, number, gone_too))
    found = _nearest(unit, lambda each: each.unit == kind and _bears(each, wanted, step.counted))
    if not found and kind in _LOWER:
        if unit.unit == "article" and kind == "subparagraph":  # of the only paragraph, or what is no subparagraph
            paragraphs = [child for child in unit.children if child.unit == "paragraph"]
            if len(paragraphs) == 1 and wanted == "1":
                return Place(paragraphs[0], "first")
        found = _nearest(unit, lambda each: each.unit in _LOWER and each.unit != kind and each.number == wanted)
    if not found:
        raise TomasError("cited-unit-missing", unit=step.unit, number=number, where=unit.eid)
    if not step.counted:  # the second paragraph of a law that prints (2) on another one is not meant by "(2)"
        found = [each for each in found if each.is_numbered] or found
    return Place(_one(found, step, number, gone_too))


def _nearest(unit: Unit, fits: Callable[[Unit], bool]) -> list[Unit]:
    """The fitting units on the nearest level below that has any."""
    level = [child for child in unit.children if is_law(child)]
    while level:
        found = [each for each in level if fits(each)]
        if found:
            return found
        # articles are found by their own number: what stands in them is no part of the division around them
        level = [c for each in level if each.unit != "article" or unit.unit == "article" for c in each.children]
    return []


def _bears(unit: Unit, wanted: str, counted: bool) -> bool:
    if counted:
        return str(unit.place) == wanted
    return unit.number == wanted or (unit.unit in DIVISIONS and _roman(unit.number) == _roman(wanted))


def _one(found: Sequence[Unit], step: Step, number: str, gone_too: bool) -> Unit:
    """The one unit that is meant. Of several with the number: an old one that was not renumbered, then one that was,
    then one that came in; a unit that went only where nothing else has its number."""
    there = [each for each in found if not each.gone]
    for group in (
        [each for each in there if each.base is not None and not each.renumbered],
        [each for each in there if each.renumbered],
        there,
        found if gone_too else [],
    ):
        if len(group) == 1:
            return group[0]
        if group:
            where = ", ".join(each.eid for each in group)
            raise TomasError("cited-units-several", unit=step.unit, number=number, count=str(len(group)), where=where)
    raise TomasError("cited-unit-deleted", unit=step.unit, number=number, where=found[0].eid)


def _worded(unit: Unit) -> Unit:
    """The unit whose own text a sentence or the words before a list are in: where a unit has no text of its own, the
    only one below it."""
    while not unit.text and len(unit.there) == 1:
        unit = unit.there[0]
    if not unit.text and unit.there:
        raise TomasError("cited-units-several", unit="sentence", number="", count=str(len(unit.there)), where=unit.eid)
    return unit


def _is_in(unit: Unit, holder: Unit) -> bool:
    above: Unit | None = unit
    while above is not None and above is not holder:
        above = above.parent
    return above is holder


def _value(law: WorkingCopy, number: str) -> str:
    return numbering.eid_number(number, law.pack) or number.strip("()[]. ")


def _roman(number: str) -> int | str:
    return numerals.roman(number) or (int(number) if number.isdigit() else number)
