"""The card of a law: what a drafter must know to cite it. Nothing on it is true until someone checked it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """`name_as_cited` is the genitive (Serbian) or definite form; `gazette` the citations in order."""

    work: str
    official_name: str = ""
    name_as_cited: str = ""
    gazette: tuple[str, ...] = ()
    source: str = ""
    as_of: str = ""
    checked_by: str = ""

    @property
    def is_checked(self) -> bool:
        return bool(self.checked_by)
