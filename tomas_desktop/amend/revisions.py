"""Which of the changes that are shown a revision speaks of.

Changes are drawn anew with every edit, so none has a name. A revision is found by its place in the text in force, which
stays: it belongs to the change that takes away the same words there, or comes in there; of several, to the one that
brings the same words, else the most alike. A revision whose change is not there any more belongs to none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rapidfuzz import fuzz

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.amend.redline import redline
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.revision import Revision


@dataclass(frozen=True, slots=True)
class Stretch:
    """A change as it is shown: from where to where in the text in force (its lines, each with its break, counted in
    characters), the words that come, and the id of the modification behind it ("" where it is not known)."""

    start: int
    end: int
    words: str
    cause: str = ""


def starts(base: Iterable[Line]) -> dict[str, int]:
    """Where the first line of each provision begins."""
    out: dict[str, int] = {}
    at = 0
    for line in base:
        out.setdefault(line.eid, at)
        at += len(line.text) + 1
    return out


def revision(stretch: Stretch, base: Sequence[Line]) -> Revision:
    """A revision of this stretch, of which nothing is known yet; what comes behind the last line begins in it."""
    begin = starts(base)
    eid, at = "", 0
    for line in base:
        if at > stretch.start:
            break
        eid = line.eid
        at += len(line.text) + 1
    return Revision(eid, stretch.start - begin.get(eid, 0), stretch.end - stretch.start, plain(stretch.words))


def moved(one: Revision, old: Provision, now: Provision) -> Revision:
    """A revision of a provision at its place in a newer text of that provision."""
    before, after = ("".join(f"{line.text}\n" for line in lines((node,))) for node in (old, now))
    ends = []
    for place in (one.start, one.start + one.length):
        at = new = 0
        for op, text in redline(before, after, form="minimal") if before != after else ():
            if op != "+" and at + len(text) > place:
                new += place - at if op == "=" else 0
                at = place
                break
            at += len(text) if op != "+" else 0
            new += len(text) if op != "-" else 0
        ends.append(new + place - at)
    return replace(one, eid=now.eid, start=ends[0], length=max(ends[1] - ends[0], 0))


def plain(words: str) -> str:
    """Words as they are compared: on one line, one blank between two."""
    return " ".join(words.split())


def found(
    revisions: Iterable[tuple[str, Revision]], begin: Mapping[str, int], stretches: Sequence[Stretch]
) -> dict[int, tuple[Revision, ...]]:
    """What is known of each of the stretches, by position. Each revision comes with the id of its modification; `begin`
    is `starts` of the text in force that the stretches are of."""
    out: dict[int, list[Revision]] = {}
    for cause, one in revisions:
        if one.eid not in begin:
            continue
        start = begin[one.eid] + one.start
        wanted = Stretch(start, start + one.length, one.words, cause)
        place = nearest(wanted, stretches)
        if place is not None:
            out.setdefault(place, []).append(one)
    return {place: tuple(known) for place, known in out.items()}


def nearest(wanted: Stretch, stretches: Sequence[Stretch]) -> int | None:
    """Which of the stretches of the same text is the one that was here, as it now stands; None where it is gone. Where
    the causes of both are known they are the same."""
    best, chosen = (False, -1, -1.0), None
    for i, each in enumerate(stretches):
        common = min(wanted.end, each.end) - max(wanted.start, each.start)
        if common < 0 or (common == 0 and wanted.start < wanted.end and each.start < each.end):
            continue
        if wanted.cause and each.cause and wanted.cause != each.cause:
            continue
        words = plain(wanted.words), plain(each.words)
        fits = (words[0] == words[1], common, fuzz.ratio(*words))
        if fits > best:
            best, chosen = fits, i
    return chosen


# ---- the lines of a redline --------------------------------------------------------------------------------


def stretches_of(marked: Sequence[MarkedLine]) -> list[list[Stretch]]:
    """The changes of each line, in their order."""
    out: list[list[Stretch]] = []
    at = 0  # in the text in force
    for line in marked:
        cause = line.cause.id if line.cause else ""
        here: list[Stretch] = []
        if line.base is None:
            here.append(Stretch(at, at, line.line.text, cause))
        elif line.proposed is None:
            here.append(Stretch(at, at + len(line.base.text) + 1, "", cause))
        else:
            place = at
            for is_kept, group in groupby(line.segments, lambda segment: segment.op == "="):
                segments = list(group)
                length = sum(len(segment.text) for segment in segments if segment.op != "+")
                if not is_kept:
                    new = "".join(segment.text for segment in segments if segment.op == "+")
                    here.append(Stretch(place, place + length, new, cause))
                place += length
        out.append(here)
        at += len(line.base.text) + 1 if line.base else 0
    return out


def with_revisions(marked: Sequence[MarkedLine]) -> tuple[MarkedLine, ...]:
    """The same lines, each with what is known of its changes alone."""
    causes = {line.cause.id: line.cause for line in marked if line.cause is not None and line.cause.revisions}
    if not causes:
        return tuple(marked)
    begin = starts(line.base for line in marked if line.base)
    of_lines = stretches_of(marked)
    places = [(i, nth) for i, here in enumerate(of_lines) for nth in range(len(here))]
    known = found(
        ((cause.id, one) for cause in causes.values() for one in cause.revisions),
        begin,
        [of_lines[i][nth] for i, nth in places],
    )
    of_line: dict[int, dict[int, tuple[Revision, ...]]] = {}
    for place, revisions in known.items():
        i, nth = places[place]
        of_line.setdefault(i, {})[nth] = revisions
    out = list(marked)
    for i, here in of_line.items():
        out[i] = replace(marked[i], revisions=tuple(here.get(nth, ()) for nth in range(len(of_lines[i]))))
    return tuple(out)
