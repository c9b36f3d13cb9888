"""A comment: one voice in the conversation beside a provision."""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.model.identifiers import Ref


@dataclass(frozen=True, slots=True)
class Comment:
    """`about` is the provision that is talked of, `n` counts the comments on it from 1 in the order in which they were
    made and is never given twice. `is_done` closes what the comment asks for; it stays to be read."""

    about: Ref
    n: int
    text: str
    author: str = ""
    at: str = ""  # ISO 8601, UTC
    is_done: bool = False

    @property
    def id(self) -> str:
        """Where in the conversation it stands."""
        return f"{self.about}/{self.n}"
