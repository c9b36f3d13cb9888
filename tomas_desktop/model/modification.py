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
from tomas_desktop.model.revision import Revision

ModificationKind = Literal["substitution", "insertion", "repeal", "heading"]


@dataclass(frozen=True, slots=True)
class Modification:
    """`target` is an eId of the law in force; `basis` names the EU provision it answers (`csar#art_16`). `revisions`
    are those of its changed stretches of which more is known than of the whole."""

    proposal: str
    kind: ModificationKind
    target: str
    content: tuple[Provision, ...] = ()
    heading: str = ""
    author: str = ""
    at: str = ""  # ISO 8601, UTC: when it was last worded
    justification: str = ""
    basis: str = ""
    revisions: tuple[Revision, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is made, on the whole and stretch by stretch; the same words once."""
        said = (self.justification, *(one.justification for one in self.revisions))
        return tuple(dict.fromkeys(text for text in said if text))

    @property
    def bases(self) -> tuple[str, ...]:
        """The EU provisions it answers, on the whole and stretch by stretch; the same one once."""
        return tuple(dict.fromkeys(ref for ref in (self.basis, *(one.basis for one in self.revisions)) if ref))

    @property
    def id(self) -> str:
        """What a target can have at most one of: a new wording (or none), an insertion after it, a heading."""
        slot = {"insertion": "after", "heading": "heading"}.get(self.kind, "text")
        return f"{self.proposal}/{self.target}/{slot}"
