"""Units that go on under another number, told after everything else ("Dosadašnji st. 3. i 4. postaju st. 4. i 5")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tomas_desktop.amend import citing
from tomas_desktop.amend.citing import printed_number
from tomas_desktop.amend.sibling_clauses import Level
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Clause, Step

_TOLD = frozenset({"paragraph", "point", "subpoint", "indent"})  # what is cited by its place where it has no number

Move = tuple[str, str]  # the old number, the new one


def renumberings(level: Level) -> Iterator[Clause]:
    """The clauses for siblings in both versions that have another number in the new one. Units that print no number
    are told of too where the legal order counts on: a reader has to know what the third paragraph is now."""
    pack = level.pack
    counts_on = pack.rule("paragraph").renumber == "shift"
    runs: list[tuple[str, bool, list[Move]]] = []
    goes_on = False
    for each in level.items:
        before, after = each.base, each.new
        if before is None or after is None:
            goes_on = False
            continue
        counted = citing.is_counted(before, pack)
        if counted:
            moves = counts_on and each.unit in _TOLD and citing.is_counted(after, pack)
        else:
            moves = citing.is_renumbering(before, after, pack)
        move = citing.number(before, level.old, pack), citing.number(after, level.new, pack)
        if not moves or move[0] == move[1]:
            goes_on = False
            continue
        if goes_on and runs[-1][:2] == (each.unit, counted):
            runs[-1][2].append(move)
        else:
            runs.append((each.unit, counted, [move]))
        goes_on = True
    for unit, counted in dict.fromkeys(run[:2] for run in runs):
        for moves_ in _in_order([run[2] for run in runs if run[:2] == (unit, counted)], pack):
            step = Step(unit, tuple(number for number, _ in moves_), counted)
            yield Clause("renumber", level.target(step), new_numbers=tuple(number for _, number in moves_))


def _in_order(runs: list[list[Move]], pack: Pack) -> list[list[Move]]:
    """The runs in an order in which no unit takes a number that another one still waits to give up; where there is
    none, all in one."""
    for order in (runs, runs[::-1]):
        if all(_is_free(order[place], order[place + 1 :], pack) for place in range(len(order))):
            return order
    return [[move for run in runs for move in run]]


def _is_free(run: Sequence[Move], later: Sequence[Sequence[Move]], pack: Pack) -> bool:
    taken = {printed_number(new, pack) for _, new in run}
    return not any(printed_number(old, pack) in taken for each in later for old, _ in each)
