"""A verification: somebody compared the text of an article in the dossier with the official gazette."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verification:
    """`expression` and `eid` name the article, `tree` the text that was compared: it is void once that text was
    replaced. `gazette` is the issue that it was compared with, as the person wrote it."""

    expression: str
    eid: str
    tree: str
    gazette: str = ""
    author: str = ""
    at: str = ""  # ISO 8601, UTC

    @property
    def id(self) -> str:
        """One verification of an article of a text."""
        return f"{self.expression}#{self.eid}"
