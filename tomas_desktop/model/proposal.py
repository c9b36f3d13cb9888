"""A proposal: an ordered set of modifications of one law, over one of its expressions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """`expression` names the text in force that it amends; its modifications are facts of their own."""

    key: str
    work: str
    expression: str
    title: str = ""
    author: str = ""
    at: str = ""
    justification: str = ""
