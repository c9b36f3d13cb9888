"""What a check looks at: the dossier as it stands, the texts, and the proposals in question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tomas_desktop.align.glossary import Concept
from tomas_desktop.checks.pairs import Pair, Texts
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """`pairs` are the EU provisions with what answers them, `concepts` those of the glossary."""

    dossier: Dossier
    proposals: tuple[Proposal, ...]
    texts: Texts
    pairs: tuple[Pair, ...] = ()
    concepts: Sequence[Concept] = ()

    def nodes(self, expression: Expression) -> tuple[Provision, ...]:
        """The provisions of an expression."""
        return self.texts.nodes(expression)
