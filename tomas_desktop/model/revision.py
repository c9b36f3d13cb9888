"""A revision: one changed stretch of words inside a modification, and what is known of it alone.

The redline finds the stretches; what a person says of one is kept by its place in the text in force, which no drafting
moves. So a reason stays with its change while the proposed words are worded further.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """`eid` is the provision of the law in force in whose lines the stretch begins, `start` counts characters from the
    beginning of its first line, `length` those that go (0 for an insertion; a line break is one), `words` are the
    proposed ones. What is empty is as it is of the whole modification."""

    eid: str
    start: int
    length: int
    words: str = ""
    justification: str = ""
    basis: str = ""  # the EU provision that this change answers (`csar#art_16`)
    author: str = ""
    at: str = ""  # ISO 8601, UTC: when it was last worded
