"""What a check looks at: the dossier as it stands, the texts, and the proposals in question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression


@dataclass(frozen=True, slots=True)
class Subject:
    """`nodes` gives the provisions of an expression."""

    dossier: Dossier
    proposals: tuple[Proposal, ...]
    nodes: Callable[[Expression], tuple[Provision, ...]]
