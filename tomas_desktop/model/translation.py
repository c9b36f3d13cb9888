"""A working translation: what a person made of a provision of an EU act whose language version is not at hand."""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.model.identifiers import Ref


@dataclass(frozen=True, slots=True)
class Translation:
    """`text` is the provision with all below it, one line per unit, numbers optional; `source` says where it came from
    when it was not typed here (a file's name). It is never taken for the official text: who shows it says so."""

    ref: Ref
    language: str
    text: str
    author: str = ""
    at: str = ""  # ISO 8601, UTC: when it was last worded
    source: str = ""

    @property
    def id(self) -> str:
        """One translation of a provision into a language."""
        return f"{self.ref}/{self.language}"
