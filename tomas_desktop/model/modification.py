"""A modification: one change that a proposal makes to a provision of a law.

The kinds are Akoma Ntoso's `textualMod` types. A `substitution` replaces the target with all below it by
`content`, whose first provision is the new wording and whose others are new siblings after it; an
`insertion` puts `content` after the target; a `repeal` takes the target out; a `heading` changes only the
title above or below its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tomas_desktop.model.provision import Provision

ModificationKind = Literal["substitution", "insertion", "repeal", "heading"]


@dataclass(frozen=True, slots=True)
class Modification:
    """`target` is an eId of the law in force; `basis` names the EU provision it answers (`csar#art_16`)."""

    proposal: str
    kind: ModificationKind
    target: str
    content: tuple[Provision, ...] = ()
    heading: str = ""
    author: str = ""
    at: str = ""  # ISO 8601, UTC: when it was last worded
    justification: str = ""
    basis: str = ""

    @property
    def id(self) -> str:
        """What a target can have at most one of: a new wording (or none), an insertion after it, a heading."""
        slot = {"insertion": "after", "heading": "heading"}.get(self.kind, "text")
        return f"{self.proposal}/{self.target}/{slot}"
