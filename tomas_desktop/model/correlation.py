"""A correlation: an EU provision answered, how well, by a national provision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from tomas_desktop.model.identifiers import Ref

Grade = Literal["full", "partial", "none", "not_transposable", "not_relevant", "discretionary"]
GRADES: tuple[Grade, ...] = get_args(Grade)


@dataclass(frozen=True, slots=True)
class Correlation:
    """Many to many; `grade` is None until a person graded it: the program never preselects one."""

    eu: Ref
    national: Ref
    grade: Grade | None = None
    reason: str = ""
    note: str = ""
    author: str = ""
    at: str = ""

    @property
    def id(self) -> str:
        return f"{self.eu}->{self.national}"
