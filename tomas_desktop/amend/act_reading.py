"""An amending act that somebody wrote, read: its articles, the clauses they say, and what is not understood.

The lines of the act are cut at the numbers of its own articles; a number inside the text that a clause quotes is not
one of them, with quotation marks or without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tomas_desktop.jurisdiction import act_frame, clause_reading, marks
from tomas_desktop.jurisdiction.clause_reading import Unread
from tomas_desktop.jurisdiction.clause_words import lexicon
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.quoted import begins_clause
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.clause import Clause

_REACH = 2_000  # lines: a quotation that is not closed within them is a slip
_CLOSED = re.compile(r"[”“\"’»ˮ'][.;,]*$")
_OPENED_INSIDE = re.compile(r"(?<![^\s(])“(?=\w)")
_CLOSED_INSIDE = re.compile(r"[”“\"»ˮ]\.\s+[^\W\d_]")  # another sentence on the line that closes: hard-wrapped lines


@dataclass(frozen=True, slots=True)
class ReadAct:
    """What an act does to the law it amends, in order; what of it is not understood; and the sentences that are the
    act's own law (entry into force, transition), which change nothing in the other."""

    clauses: tuple[Clause, ...]
    unread: tuple[Unread, ...] = ()
    own: tuple[str, ...] = ()


def read(lines: Sequence[str], pack: Pack) -> ReadAct:
    """The clauses of an act, given its lines as printed (title and signatures included)."""
    frame = act_frame.words(pack)
    starts = tuple(frame.get("own", ()))
    clauses: list[Clause] = []
    unread: list[Unread] = []
    own: list[str] = []
    for body in bodies(lines, pack):
        if body and body[0].startswith(starts):
            own.extend(body)
            continue
        for each in clause_reading.read(body, pack):
            if isinstance(each, Clause):
                clauses.append(each)
            elif each.sentence.startswith(starts):
                own.append(each.sentence)
            else:
                unread.append(each)
    return ReadAct(tuple(clauses), tuple(unread), tuple(own))


def bodies(lines: Sequence[str], pack: Pack) -> Iterator[tuple[str, ...]]:
    """The lines of each article of the act, its number and what stands before the first left out; an act without
    articles is one body."""
    held = _quoted(lines, pack)
    starts = list(_article_lines(lines, held, pack))
    if not starts:
        yield tuple(lines)
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield tuple(lines[start + 1 : end])


def _article_lines(lines: Sequence[str], held: set[int], pack: Pack) -> Iterator[int]:
    """The places of the act's own article numbers: they count on from one to the next."""
    last = 0
    for place, line in enumerate(lines):
        if place in held or (last and lines[place - 1].endswith(":")):
            continue
        mark = marks.article(SourceLine(line), pack)
        if mark is not None and mark.order == last + 1:
            last += 1
            yield place


def _quoted(lines: Sequence[str], pack: Pack) -> set[int]:
    """The lines of quotations that stand on lines of their own, or go on over several lines."""
    held: set[int] = set()
    place = 0
    while place < len(lines):
        opened = place > 0 and lines[place - 1].endswith(":") and lines[place][:1] in f'„“«‘"{pack.quotes[0]}'
        if not opened and _depth(lines[place], pack) <= 0:
            place += 1
            continue
        end = _end(lines, place, pack)
        if opened:
            held.add(place)
        held.update(range(place + 1, end + 1))
        place = end + 1
    return held


def _end(lines: Sequence[str], start: int, pack: Pack) -> int:
    """The last line of a quotation: where it closes and the act goes on with another article, or where its marks are
    balanced; else the first line that closes it, else the line itself."""
    depth = 0
    closing = -1
    for place in range(start, min(start + _REACH, len(lines))):
        depth += _depth(lines[place], pack)
        if depth <= 0 and _CLOSED_INSIDE.search(lines[place]):
            return place
        if _CLOSED.search(lines[place]):
            if depth <= 0 or _is_article_of_act(lines, place + 1, pack):
                return place
            closing = place if closing < 0 else closing
    return closing if closing >= 0 else start


def _is_article_of_act(lines: Sequence[str], place: int, pack: Pack) -> bool:
    """Does an article begin here that amends, or that enters the act into force?"""
    if place + 1 >= len(lines) or marks.article(SourceLine(lines[place]), pack) is None:
        return place == len(lines)
    own = tuple(act_frame.words(pack).get("own", ()))
    return lines[place + 1].startswith(own) or begins_clause(lines[place + 1], lexicon(pack))


def _depth(line: str, pack: Pack) -> int:
    """How many quotations a line leaves open (negative: closes). An apostrophe in a word is no mark; where „ opens,
    people close with ” and with “, which before a word opens another one."""
    opening, closing = pack.quotes
    if opening == "„":
        inner = len(_OPENED_INSIDE.findall(line))
        return line.count(opening) + 2 * inner - line.count("“") - line.count("”")
    closed = re.sub(r"(?<=\w)’(?=\w)", "", line).count(closing)
    return line.count(opening) - closed
