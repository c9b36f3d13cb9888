"""Two versions of a text set against each other, line by line: the form in which every redline is shown.

The tracked Word file, the comparison table, the panes of the window and the `redline` command all draw the
same marked lines, so what a drafter sees is what a ministry receives.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from tomas_desktop.amend.noise import Noise, folded
from tomas_desktop.amend.pairing import SAME_PARAGRAPH, likeness, paired
from tomas_desktop.amend.redline import Form, Segment, redline
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.revision import Revision

State = Literal["kept", "changed", "inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One line of both versions. `base` is None for an inserted line, `proposed` None for a deleted one;
    `segments` cover the number too. `cause` is the modification behind the difference, where it is known, `revisions`
    what is known of each of its changes alone, in their order (empty where nothing is)."""

    base: Line | None
    proposed: Line | None
    segments: tuple[Segment, ...]
    cause: Modification | None = None
    revisions: tuple[tuple[Revision, ...], ...] = ()

    @property
    def state(self) -> State:
        if self.base is None:
            return "inserted"
        if self.proposed is None:
            return "deleted"
        return "changed" if any(segment.op != "=" for segment in self.segments) else "kept"

    @property
    def line(self) -> Line:
        """The line as it will stand, or as it stood where it goes."""
        line = self.proposed or self.base
        assert line is not None
        return line


def compare(
    base: Sequence[Line],
    proposed: Sequence[Line],
    *,
    form: Form = "readable",
    ignore: Collection[Noise] = frozenset(),
) -> tuple[MarkedLine, ...]:
    """The marked lines of two versions, deleted lines before those inserted in their place. Differences of the kinds
    in `ignore` count as none: such a line is shown as kept, as it stands in the proposed version."""
    return tuple(_marked(a, b, form, ignore) for a, b in pairs(base, proposed, ignore=ignore))


def _marked(base: Line | None, proposed: Line | None, form: Form, ignore: Collection[Noise]) -> MarkedLine:
    if base is None or proposed is None:
        line = proposed or base
        assert line is not None
        return MarkedLine(base, proposed, (Segment("+" if base is None else "-", line.text),) if line.text else ())
    if base.text == proposed.text:
        return MarkedLine(base, proposed, (Segment("=", base.text),) if base.text else ())
    return MarkedLine(base, proposed, redline(base.text, proposed.text, form=form, ignore=ignore))


def pairs(
    base: Sequence[Line], proposed: Sequence[Line], *, ignore: Collection[Noise] = frozenset()
) -> list[tuple[Line | None, Line | None]]:
    """Which line of the one version is which of the other, in order; None stands for "not there".

    Equal wording comes first (whatever the number in front of it), then the most similar lines in between.
    """
    old, new = [_wording(line, ignore) for line in base], [_wording(line, ignore) for line in proposed]

    def alike(i: int, j: int) -> float:
        a, b = base[i], proposed[j]
        if (a.kind == "text") != (b.kind == "text") or (a.kind != "text" and a.kind != b.kind):
            return 0.0
        if a.kind == "number":
            return 100.0 if a.eid == b.eid else 0.0
        score = likeness(old[i], new[j])
        if a.kind == "heading" and a.eid == b.eid:
            score = max(score, SAME_PARAGRAPH)
        return score + (1.0 if score and a.num == b.num else 0.0)

    return [(None if i is None else base[i], None if j is None else proposed[j]) for i, j in paired(old, new, alike)]


def _wording(line: Line, ignore: Collection[Noise]) -> str:
    """What a line is recognised by: its words without the number in front; another kind of line is another thing."""
    if line.kind != "text":
        words = f"{line.kind}\0{line.text}"
    else:
        words = line.text[len(line.num) :].lstrip() if line.num else line.text
    return "".join(folded(words, ignore).keys) if ignore else words
