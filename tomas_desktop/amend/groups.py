"""Which paragraphs of the base and of the proposed text belong together, each group with its own marks.

A group holds aligned paragraphs of both sides: one and one as a rule, none on one side for a paragraph that is
new or gone, several after paragraphs were joined or split.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from tomas_desktop.amend import comparison
from tomas_desktop.amend.marks import Mark, rest
from tomas_desktop.amend.marks import runs as marked_runs
from tomas_desktop.amend.redline import Segment
from tomas_desktop.model.canonical import Line


@dataclass(slots=True, eq=False)
class Group:
    """Aligned paragraphs of both texts. `tail`: characters of the base that are whole paragraphs struck at the
    very end of the text; `hot`: which mark the caret is editing."""

    base: str
    proposed: str
    locked: bool = False
    tail: int = 0
    hot: int | None = None
    marks: list[Mark] = field(default_factory=list)
    runs: list[Segment] = field(default_factory=list)
    width: int = 0

    def show(self, marks: list[Mark] | None = None, hot: int | None = None) -> Group:
        """Take these marks, or those of the redline."""
        self.marks = rest(self.base, self.proposed, self.tail) if marks is None else marks
        self.hot = hot
        self.runs = marked_runs(self.base, self.proposed, self.marks)
        self.width = sum(len(run.text) for run in self.runs)
        return self


def one_of(groups: Sequence[Group]) -> Group:
    """Neighbouring groups as one, every mark at its place; it is about to be edited, so nothing is shown yet."""
    marks: list[Mark] = []
    p = b = 0
    for group in groups:
        marks.extend(mark.moved(b, p) for mark in group.marks)
        p, b = p + len(group.proposed), b + len(group.base)
    base, proposed = "".join(group.base for group in groups), "".join(group.proposed for group in groups)
    return Group(base, proposed, tail=groups[-1].tail, marks=marks)


def grouped(
    base: Sequence[str],
    proposed: Sequence[str],
    pairs: Sequence[tuple[object | None, object | None]] | None,
    locked: Collection[int],
) -> list[Group]:
    """The groups of two texts; the last one holds a living paragraph, so that the last break is never deleted."""
    if pairs is None:
        pairs = comparison.pairs(
            [Line("", "", "text", text) for text in base], [Line("", "", "text", text) for text in proposed]
        )
    old, new = iter(base), iter(proposed)
    out: list[Group] = []
    for a, b in pairs:
        group = Group("" if a is None else next(old) + "\n", "" if b is None else next(new) + "\n")
        group.locked = b is not None and sum(1 for g in out if g.proposed) in locked
        out.append(group)
    if not proposed or len(proposed) - 1 in locked:
        out.append(Group("", "\n"))
    paired = max((i + 1 for i, group in enumerate(out) if group.base and group.proposed), default=0)
    struck = [group for group in out[paired:] if not group.proposed]
    fresh = [group for group in out[paired:] if group.proposed]
    gone = "".join(group.base for group in struck)
    if gone and [group.proposed for group in fresh] == ["\n"]:
        out[paired:] = [Group(gone, "\n")]
    elif gone and not fresh:
        out[paired - 1 :] = [Group(out[paired - 1].base + gone, out[paired - 1].proposed, tail=len(gone))]
    else:
        out[paired:] = [*struck, *fresh]
    return [group.show() for group in out]
