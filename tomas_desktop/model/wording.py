"""What a person decides about the clauses of one article of an amending act, in the place of what is derived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Size = Literal["words", "unit", "article"]


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A wording by hand. `article` is the eId of the article in the law in force; of an article that the proposal
    brings in, its eId in the proposed text. `text` are the lines as typed. It is a wish: whether it still brings about
    the draft is found out by applying it, each time."""

    proposal: str
    article: str
    text: str
    author: str = ""
    at: str = ""  # ISO 8601, UTC: when it was last worded

    @property
    def id(self) -> str:
        """One wording for an article of a proposal."""
        return f"{self.proposal}/{self.article}"


@dataclass(frozen=True, slots=True)
class ClauseSize:
    """How large the clauses of an article are at least: a `unit` (a paragraph, a point) restated whole, or the
    `article`. Where a proposal holds no such fact the drafting rules choose, and they begin with words. `article` is
    its eId in the law in force."""

    proposal: str
    article: str
    size: Size
    author: str = ""
    at: str = ""  # ISO 8601, UTC: when it was chosen

    @property
    def id(self) -> str:
        """One size for an article of a proposal."""
        return f"{self.proposal}/{self.article}"
