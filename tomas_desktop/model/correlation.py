"""A correlation: an EU provision answered, how well, by a national provision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from tomas_desktop.model.identifiers import Ref

Grade = Literal["full", "partial", "none", "not_transposable", "not_relevant", "discretionary"]
GRADES: tuple[Grade, ...] = get_args(Grade)

# Who stands behind a correlation: the program proposes it, a person said so, a person said so of a text that has
# changed since, or a person looked at what was proposed and found it to be none.
Status = Literal["suggested", "confirmed", "to-recheck", "rejected"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Correlation:
    """Many to many; `grade` is None until a person graded it: the program never preselects one. `author` and `at` tell
    who judged it last and when; that the text changed since (`status`) leaves them as they are."""

    eu: Ref
    national: Ref
    grade: Grade | None = None
    reason: str = ""
    note: str = ""
    author: str = ""
    at: str = ""
    status: Status = "confirmed"  # what a dossier of an older program says of none
    deadline: str = ""  # until when it is to be full: a date or words, as the form wants them
    planned_act: str = ""  # the act that is to make it so

    @property
    def is_standing(self) -> bool:
        """Does a person stand behind it, be it to check again? A suggestion is no link, nor is a rejected one."""
        return self.status in ("confirmed", "to-recheck")

    @property
    def id(self) -> str:
        return f"{self.eu}->{self.national}"
