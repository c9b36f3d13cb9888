"""The text of a provision while it is being amended: base, proposed text and the marks between them.

`Tracked` holds both texts as paragraphs and is told of every edit of the *proposed* text; the base never
changes. It derives what is shown (kept, deleted and inserted runs), keeps the caret in both texts at once and
decides where inserted words stand among deleted ones while they are being typed. It knows nothing of a screen.

Texts are strings of paragraphs, each ended by a line feed; positions count characters of whatever the caller
hands in (the editor hands in UTF-16 units). The very last break belongs to both texts and is never shown.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from tomas_desktop.amend import caret as carets
from tomas_desktop.amend.caret import Caret
from tomas_desktop.amend.groups import grouped, one_of
from tomas_desktop.amend.marks import Mark, column, grown, split_near, tail_mark, touching, trimmed
from tomas_desktop.amend.redline import Segment

# What the hand did: it decides on which side of deleted words the caret ends. "set" (a paste, a drop, a
# restored change) is finished at once and shows its marks as they rest.
Gesture = Literal["type", "backspace", "delete", "set"]


class Edit(NamedTuple):
    """One edit of the proposed text: `removed` at `start` became `inserted`; the carets before and after."""

    start: int
    removed: str
    inserted: str
    before: Caret
    after: Caret


class Change(NamedTuple):
    """One marked change: where it starts and ends, and its words in both texts ("" on one side at most)."""

    start: Caret
    end: Caret
    old: str
    new: str


class _Hand(NamedTuple):
    """Where the caret should come to stand: the column of the edit, how many base characters lay in the
    range (they are struck now), how much was typed, and what the hand did."""

    gesture: Gesture
    column: int
    struck: int
    typed: int

    def wanted(self, mark: Mark | None, p: int) -> float:
        if self.gesture == "backspace":
            return self.column
        if self.gesture != "delete":
            return self.column + self.struck + self.typed
        if mark is not None and p < mark.n1:
            return self.column  # the rest of a word still stands right of the caret
        if mark is not None and mark.n0 == mark.n1 and not self.struck:
            return math.inf  # the last new letter went: behind the deleted words, where the next Delete goes on
        return self.column + self.struck


class Tracked:
    """Base and proposed paragraphs, their marks and the caret.

    `pairs` says which paragraph is which, as `comparison.pairs` returns it (only whether a side is None
    counts); without it the wording decides. `locked` are positions of proposed paragraphs that no edit may
    touch, nor the break beside them; a text that ends in one gets an empty paragraph to type in.
    """

    def __init__(
        self,
        base: Sequence[str],
        proposed: Sequence[str],
        pairs: Sequence[tuple[object | None, object | None]] | None = None,
        locked: Collection[int] = (),
    ) -> None:
        self.caret = Caret(0, 0)
        self._groups = grouped(base, proposed, pairs, locked)
        self._runs: tuple[Segment, ...] | None = None

    # What is shown

    @property
    def base(self) -> str:
        """The base paragraphs, each ended by a break."""
        return "".join(group.base for group in self._groups)

    @property
    def proposed(self) -> str:
        """The proposed paragraphs, each ended by a break."""
        return "".join(group.proposed for group in self._groups)

    def runs(self) -> tuple[Segment, ...]:
        """All runs in order, neighbours of one state joined; the last break is their last character."""
        if self._runs is None:
            out: list[Segment] = []
            for group in self._groups:
                for run in group.runs:
                    if out and out[-1].op == run.op:
                        out[-1] = Segment(run.op, out[-1].text + run.text)
                    else:
                        out.append(run)
            self._runs = tuple(out)
        return self._runs

    def changes(self) -> list[Change]:
        """The marked changes in the order of the text."""
        out: list[Change] = []
        p = b = 0
        for group in self._groups:
            out.extend(
                Change(
                    Caret(p + mark.n0, b + mark.a0),
                    Caret(p + mark.n1, b + mark.a1),
                    group.base[mark.a0 : mark.a1],
                    group.proposed[mark.n0 : mark.n1],
                )
                for mark in group.marks
            )
            p, b = p + len(group.proposed), b + len(group.base)
        return out

    def nearest(self, caret: Caret) -> Caret:
        """The place nearest to a caret that may be of another state of this text."""
        runs = self.runs()
        last = sum(len(run.text) for run in runs) - 1
        return carets.caret_at(runs, min(carets.position_of(runs, caret), last))

    # Edits

    def replace(self, start: Caret, end: Caret, text: str, gesture: Gesture = "type") -> Edit | None:
        """Put `text` for the proposed text between two carets and move the caret behind it.

        None when nothing changed: there was nothing to remove, or a locked paragraph would have been touched
        (then the caret stays too). Deleted words between the carets stay deleted.
        """
        start, end = self._whole(start), self._whole(end)
        first, last = self._groups_at(start, end)
        typed = len(text)
        if text and not text.endswith("\n") and self._needs_own_break(start, end, first):
            text += "\n"
        if self._refused(start.p, end.p, text):
            return None
        if not text and start.p == end.p:
            self.caret = start if gesture == "backspace" else end
            return None
        self._settle_unless_touched(first, last, start.p, end.p)
        runs = self.runs()
        d1, d2 = carets.position_of(runs, start), carets.position_of(runs, end)
        struck = carets.caret_at(runs, d2).b - carets.caret_at(runs, d1).b
        return self._apply(first, last, start.p, end.p, text, _Hand(gesture, d1, struck, typed))

    def backspace(self, at: Caret) -> Edit | None:
        """Remove the character left of the caret; deleted words are skipped to their left edge."""
        runs = self.runs()
        start, place = _silent(runs, at, -1)
        if start != place:
            return self.replace(carets.caret_at(runs, start), at, "", "backspace")
        if not place:
            return None
        step = at.p - carets.before(self.proposed, at.p)
        return self.replace(carets.caret_at(runs, place - step), at, "", "backspace")

    def delete(self, at: Caret) -> Edit | None:
        """Remove the character right of the caret; deleted words are skipped to their right edge."""
        runs = self.runs()
        place, end = _silent(runs, at, 1)
        if place != end:
            return self.replace(at, carets.caret_at(runs, end), "", "delete")
        if at.p >= len(self.proposed) - 1:
            return None
        end = place + carets.after(self.proposed, at.p) - at.p
        return self.replace(at, carets.caret_at(runs, end), "", "delete")

    def reject(self, index: int) -> Edit | None:
        """Put the base text back for the change at this position of `changes`, the caret at its start."""
        change = self.changes()[index]
        start, end, text = change.start.p, change.end.p, change.old
        if end == len(self.proposed):  # the last break cannot go: the one before the paragraph goes in its place
            start, end = max(start - 1, 0), end - 1
        if self._refused(start, end, text):
            return None
        if start < change.start.p:
            first, last = self._groups_at(Caret(start, 0), Caret(end, 0))
        elif end < change.end.p:
            first, last = 0, len(self._groups) - 1
        else:
            first = last = bisect_right(list(accumulate(len(group.marks) for group in self._groups)), index)
            group = self._groups[first]
            if group.tail and group.marks[-1].a1 - group.marks[-1].a0 == len(text):
                group.tail = 0
        self._settle_unless_touched(first, last, start, end)
        edit = self._apply(first, last, start, end, text, _Hand("set", 0, 0, 0))
        runs = self.runs()
        self.caret = carets.caret_at(runs, carets.position_of(runs, Caret(start, change.start.b)))
        return edit._replace(after=self.caret)

    # The hot mark

    def hot_place(self) -> tuple[int, int] | None:
        """From where to where, as shown, the mark reaches that is being edited; None at rest."""
        at = 0
        for group in self._groups:
            if group.hot is not None:
                mark = group.marks[group.hot]
                start = at + column(group.marks, group.hot, mark.n0) - (mark.split - mark.a0)
                return start, start + mark.a1 - mark.a0 + mark.n1 - mark.n0
            at += group.width
        return None

    def has_left(self) -> bool:
        """Has the caret left the mark it was editing?"""
        place = self.hot_place()
        return place is not None and not place[0] <= carets.position_of(self.runs(), self.caret) <= place[1]

    def settle(self) -> None:
        """Draw the edited mark as it rests. Both texts stay."""
        for group in self._groups:
            if group.hot is not None:
                group.show()
                self._runs = None
                runs = self.runs()
                self.caret = carets.caret_at(runs, carets.position_of(runs, self.caret))

    # Inside

    def _whole(self, caret: Caret) -> Caret:
        """The caret itself, or the place before the character whose halves it stands between."""
        halves = self.proposed[max(caret.p - 1, 0) : caret.p + 1]
        if len(halves) == 2 and "\ud800" <= halves[0] <= "\udbff" and "\udc00" <= halves[1] <= "\udfff":
            return self.nearest(Caret(caret.p - 1, caret.b - 1))
        return caret

    def _groups_at(self, start: Caret, end: Caret) -> tuple[int, int]:
        """The first and the last group that an edit between two carets meets."""
        if start.p < end.p:
            ends = list(accumulate(len(group.proposed) for group in self._groups))
            return bisect_right(ends, start.p), bisect_right(ends, end.p - 1)
        ends = list(accumulate(group.width for group in self._groups))
        here = min(bisect_right(ends, carets.position_of(self.runs(), end)), len(ends) - 1)
        return here, here

    def _locked(self) -> Iterator[tuple[int, int]]:
        """Start and break of each locked paragraph in the proposed text."""
        at = 0
        for group in self._groups:
            if group.locked:
                yield at, at + len(group.proposed) - 1
            at += len(group.proposed)

    def _needs_own_break(self, start: Caret, end: Caret, first: int) -> bool:
        """Is a paragraph being written directly before a locked one, out of struck or selected text?"""
        if all(end.p != place for place, _ in self._locked()):
            return False
        return start.p < end.p or not self._groups[first].proposed

    def _refused(self, start: int, end: int, text: str) -> bool:
        for opening, closing in self._locked():
            if end < opening or start > closing:
                continue
            whole = text.endswith("\n") if text else not start or self.proposed[start - 1] == "\n"
            if end != opening or not whole:
                return True
        return end >= len(self.proposed)

    def _settle_unless_touched(self, first: int, last: int, start: int, end: int) -> None:
        at = 0
        for i, group in enumerate(self._groups):
            if group.hot is not None:
                a, b = touching(group.marks, start - at, end - at)
                if not (first <= i <= last and a <= group.hot < b):
                    self.settle()
                return
            at += len(group.proposed)

    def _apply(self, first: int, last: int, start: int, end: int, text: str, hand: _Hand) -> Edit:
        """Make the groups `first` to `last` one, replace `start..end` in it and mark it anew."""
        edit = Edit(start, self.proposed[start:end], text, self.caret, self.caret)
        p0 = sum(len(group.proposed) for group in self._groups[:first])
        b0 = sum(len(group.base) for group in self._groups[:first])
        d0 = sum(group.width for group in self._groups[:first])
        p = start - p0 + hand.typed
        one = one_of(self._groups[first : last + 1])
        inner = (start - p0, end - p0, text)
        new = one.proposed[: inner[0]] + text + one.proposed[inner[1] :]
        while new and not new.endswith("\n"):  # without a break of its own it runs into the next paragraph
            last += 1
            one = one_of([one, self._groups[last]])
            new += self._groups[last].proposed
        marks, hot = grown(one.base, one.proposed, one.marks, inner) if hand.gesture != "set" else (None, None)
        one.proposed = new
        if marks is not None and hot is not None:
            marks[hot] = split_near(one.base, marks, hot, p, hand.wanted(marks[hot], p) - d0)
            marks[hot] = trimmed(one.base, new, marks[hot], p)
        if marks is not None and one.tail and tail_mark(one.base, new, one.tail) not in marks:
            one.tail = 0
        one.show(marks, hot)
        self._groups[first : last + 1] = [one] if one.base or one.proposed else []
        self._runs = None
        runs = self.runs()
        caret = Caret(p + p0, 0)
        if one.hot is not None and (mark := one.marks[one.hot]).n0 <= p <= mark.n1:
            caret = Caret(p + p0, mark.split + b0)
        else:
            low, high = carets.position_of(runs, caret), carets.position_of(runs, Caret(caret.p, len(self.base)))
            caret = carets.caret_at(runs, int(max(low, min(high, hand.wanted(None, p)))))
        self.caret = caret
        return edit._replace(after=caret)


def _silent(runs: Sequence[Segment], at: Caret, step: Literal[1, -1]) -> tuple[int, int]:
    """The deleted words that a key skips: from where to where, the caret being one end. A deleted paragraph
    break is one step of its own."""
    place, seen = carets.position_of(runs, at), 0
    for op, text in runs:
        if op == "-" and step < 0 and seen < place <= seen + len(text):
            left = text[: place - seen]
            return (place - 1 if left.endswith("\n") else seen + left.rfind("\n") + 1), place
        if op == "-" and step > 0 and seen <= place < seen + len(text):
            right = text[place - seen :]
            return place, place + (1 if right.startswith("\n") else len(right.partition("\n")[0]))
        seen += len(text)
    return place, place
