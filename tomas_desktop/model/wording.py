"""A wording by hand: what a person wrote for one article of an amending act in the place of what is derived."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClauseText:
    """`article` is the eId of the article in the law in force; of an article that the proposal brings in, its eId in
    the proposed text. `text` are the lines as typed. It is a wish: whether it still brings about the draft is found
    out by applying it, each time."""

    proposal: str
    article: str
    text: str
    author: str = ""
    at: str = ""  # ISO 8601, UTC: when it was last worded

    @property
    def id(self) -> str:
        """One wording for an article of a proposal."""
        return f"{self.proposal}/{self.article}"
