"""A clause of an amending act: one operation on one place of a law, in no language.

"U članu 185. stav 2. reči: „X” zamenjuju se rečima: „Y”." and "in Article 9(2), the words ‘X’ are replaced by
‘Y’" are the same clause with other words. Writing an act is clauses into sentences, reading one is sentences
into clauses, and both ends meet in this value (Akoma Ntoso's `textualMod`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Operation = Literal[
    "replace_words",  # `old` becomes `new` (only after `anchor`, where there is one)
    "insert_words",  # `new` comes after `anchor` (or before it, or at an end of the text)
    "delete_words",  # `old` goes
    "punctuation",  # `old` becomes `new`, one of them a mark named in words; `append` are words added after it
    "replace_unit",  # the target, with all below it, becomes `content`
    "insert_unit",  # `content` comes after the target (or before it, or at an end of what is in it)
    "delete_unit",  # the target goes, with all below it
    "renumber",  # the target's `numbers` become `new_numbers`
    "replace_heading",  # the target's heading becomes `new`; with `old`, only these words of it
]

Position = Literal["after", "before", "start", "end"]


@dataclass(frozen=True, slots=True)
class Step:
    """One unit of a citation, outermost first: `unit` as in the tree of a law (`article`, `paragraph`, `point`,
    `subparagraph`, ..., or a part of a unit's text: `sentence`, `intro`, the words before its points), `numbers`
    as cited, without the ordinal's stop: `185a`, `2`, `3)`, `(b)`, `193-б`, `117/1`, `II`. Several numbers are
    several units ("st. 5. do 8."). `counted` units print no number: they are cited by their place, from `1`."""

    unit: str
    numbers: tuple[str, ...]
    counted: bool = False

    @property
    def number(self) -> str:
        """The number of a step that cites one unit; of several, the first."""
        return self.numbers[0]


@dataclass(frozen=True, slots=True)
class Clause:
    """One operation. `target` is the whole chain, inherited steps included; its last step is the unit that goes,
    comes after it or holds the words. Words (`old`, `new`, `anchor`, `append`) stand as in the text, without
    blanks at their ends; `content` are the lines of the quoted units as a law prints them, number and heading
    included, without blank lines. `new_numbers` number the units of `content`, or what is renumbered. `unit` is the
    kind of unit that comes in. `noun` is how the words are called where they are not just words (`number`, `percent`,
    `amount`, `conjunction`). `everywhere` means the whole law. `sentence` is the clause as read."""

    operation: Operation
    target: tuple[Step, ...] = ()
    old: str = ""
    new: str = ""
    anchor: str = ""
    position: Position = "after"
    content: tuple[str, ...] = ()
    unit: str = ""
    new_numbers: tuple[str, ...] = ()
    noun: str = ""
    append: str = ""
    everywhere: bool = False
    with_heading: bool = False
    sentence: str = ""

    @property
    def article(self) -> str:
        """The number of the article that the clause amends; empty when it names none."""
        return next((step.number for step in self.target if step.unit == "article"), "")
