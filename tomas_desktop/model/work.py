"""A work (an act as such) and its expressions (a language, a stage, a point in time of it)."""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.model.identifiers import expression_id


@dataclass(frozen=True, slots=True)
class Work:
    """An EU act or a national law, whatever language or version it is read in. `current` is the id of the expression
    that is worked with, whose numbers the correlations use; empty until somebody went over to a newer one."""

    key: str
    country: str
    title: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """One text of a work. `tree` names the stored tree of provisions by its hash."""

    work: str
    language: str
    stage: str
    date: str
    tree: str
    source: str = ""  # the name of the file it was read from
    source_hash: str = ""  # SHA-256 of that file
    format: str = ""
    imported_at: str = ""  # ISO 8601, UTC

    @property
    def id(self) -> str:
        return expression_id(self.work, self.language, self.stage, self.date)
