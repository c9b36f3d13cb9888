"""The redline of a text of many paragraphs that stands in no law: a file against a file."""

from __future__ import annotations

from collections.abc import Collection

from tomas_desktop.amend.noise import Noise, folded
from tomas_desktop.amend.pairing import likeness, paired
from tomas_desktop.amend.redline import Form, Op, Segment, pieces


def redline_passage(
    old: str, new: str, *, form: Form = "readable", ignore: Collection[Noise] = frozenset()
) -> tuple[Segment, ...]:
    """The word-level difference, line by line. What is kept and deleted is the old text, what is kept and inserted is
    the new one, line ends included (with `ignore`: up to the differences that do not count)."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    keys, other = _keys(before, ignore), _keys(after, ignore)
    out: list[Segment] = []
    op: Op = "="
    run: list[str] = []  # what the next segment is made of
    for i, j in paired(keys, other, lambda i, j: likeness(keys[i], other[j])):
        found: list[tuple[Op, str]]
        if j is None:
            found = [("-", before[i or 0])]
        elif i is None:
            found = [("+", after[j])]
        elif keys[i] == other[j]:
            found = [("=", after[j])]
        else:
            found = pieces(before[i], after[j], form, ignore)
        for kind, text in found:
            if kind != op:
                if run:
                    out.append(Segment(op, run[0] if len(run) == 1 else "".join(run)))
                op, run = kind, []
            run.append(text)
    if run:
        out.append(Segment(op, "".join(run)))
    return tuple(out)


def _keys(lines: list[str], ignore: Collection[Noise]) -> list[str]:
    """What each line is recognised by."""
    return ["".join(folded(line, ignore).keys) for line in lines] if ignore else lines
