"""Units side by side that go, come in or are restated, as clauses: those of one kind that stand together are told in
one sentence ("st. 3. i 4. brišu se", "posle stava 4. dodaju se st. 5. do 8")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tomas_desktop.amend import citing
from tomas_desktop.amend.tree_diff import Difference
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.clause import Clause, Step
from tomas_desktop.model.provision import NOT_LAW, Provision

Chain = tuple[Step, ...]

NEVER_CITED = frozenset({"wrapup"}) | NOT_LAW  # the unit above is cited instead


@dataclass(frozen=True, slots=True)
class Level:
    """The units below one unit that is in both versions. `full` are all the steps to that unit; `cited` those that are
    named before a step of this level, fewer where it is the only paragraph of its article."""

    items: tuple[Difference, ...]
    old: tuple[Provision, ...]
    new: tuple[Provision, ...]
    full: Chain
    cited: Chain
    pack: Pack

    def step(self, node: Provision) -> Step | None:
        """The step to a unit of the old version; None where its number stands twice."""
        return citing.step(node, self.old, self.pack)

    def target(self, *steps: Step) -> Chain:
        """The chain that ends in a step of this level: points are found without the only paragraph around them."""
        return (*(self.full if steps[0].unit in ("paragraph", "subparagraph") else self.cited), *steps)


def printed(*nodes: Provision) -> tuple[str, ...]:
    """The lines of units as a law prints them."""
    return tuple(line.text for line in lines(nodes))


def runs(level: Level, restated: Sequence[bool]) -> Iterator[range]:
    """Units of one kind that go, come or are restated together; every other unit by itself."""

    def key(place: int) -> tuple[str, str, int]:
        each = level.items[place]
        if restated[place]:
            return "restated", each.unit, 0
        return each.state, each.unit, 0 if each.state in ("inserted", "deleted") else place

    for _, places in groupby(range(len(level.items)), key):
        run = list(places)
        yield range(run[0], run[-1] + 1)


def deletions(level: Level, run: range) -> list[Clause]:
    """The units of a run go (S19)."""
    steps = [step for place in run if (base := level.items[place].base) and (step := level.step(base))]
    out = []
    for (unit, counted), group in groupby(steps, lambda step: (step.unit, step.counted)):
        joint = Step(unit, tuple(number for step in group for number in step.numbers), counted)
        out.append(Clause("delete_unit", level.target(joint)))
    return out


def restatements(level: Level, run: range) -> list[Clause]:
    """The units of a run restated (S11, S27b), with their old numbers where the new ones are told by themselves."""
    out: list[Clause] = []
    for place in run:
        base, new = level.items[place].base, level.items[place].new
        step = level.step(base) if base is not None else None
        if base is None or new is None or step is None:
            continue
        num = base.num if citing.is_renumbering(base, new, level.pack) else new.num
        clause = Clause("replace_unit", level.target(step), content=printed(replace(new, num=num)))
        last = out[-1].target[-1] if out else None
        if last is not None and (last.unit, last.counted) == (step.unit, step.counted):
            joint = replace(step, numbers=(*last.numbers, *step.numbers))
            out[-1] = replace(clause, target=level.target(joint), content=(*out[-1].content, *clause.content))
        else:
            out.append(clause)
    return out


def insertion(level: Level, run: range) -> Clause | None:
    """New units side by side (S14-S16): after the one before them, else before the one that follows; at the end where
    they are the last of their kind and the legal order counts nothing on (E3). None where none of this says it."""
    before_run, after_run = level.items[: run[0]][::-1], level.items[run[-1] + 1 :]
    unit = level.items[run[0]].unit
    new = [node for place in run if (node := level.items[place].new)]
    numbers = tuple(citing.number(node, level.new, level.pack) for node in new)
    clause = Clause("insert_unit", level.full, content=printed(*new), unit=unit, new_numbers=numbers)
    before, after = _neighbour(before_run), _neighbour(after_run)
    is_last = not any(each.unit == unit or (each.new and each.unit not in NEVER_CITED) for each in after_run)
    if before is not None and before.unit == unit:
        if is_last and level.pack.rule("paragraph").renumber != "shift":
            return replace(clause, position="end")
        step = level.step(before)
        return None if step is None else replace(clause, target=level.target(step))
    if after is not None and after.unit == unit:
        step = level.step(after)
        return None if step is None else replace(clause, target=level.target(step), position="before")
    is_first = not any(each.unit == unit for each in before_run)
    return replace(clause, position="end") if is_last and is_first else None


def _neighbour(items: Sequence[Difference]) -> Provision | None:
    """The nearest unit that is in both versions, as it was."""
    return next((each.base for each in items if each.base is not None and each.new is not None), None)
