"""All that a form may need to know about what is handed in, as one value: the services fill it, every writer
reads it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.card import Card
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.work import Expression, Work


@dataclass(frozen=True, slots=True)
class EuProvision:
    """A provision of the EU act and what a reader calls it ("Article 16 Blocking orders")."""

    ref: Ref
    name: str


@dataclass(frozen=True, slots=True)
class EuAct:
    """The EU act that the proposals serve. `language` is the one in which its provisions are quoted."""

    key: str
    title: str
    language: str = "en"
    provisions: tuple[EuProvision, ...] = ()

    def name_of(self, reference: str) -> str:
        """The printed name of the provision that `KEY#EID` names; the reference itself where it is not known."""
        return next((one.name for one in self.provisions if str(one.ref) == reference), reference)


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """What one row sets side by side: the EU provision, the law in force, the law as proposed with its marks.
    Any of the three may be empty: an EU provision that nothing answers, a national one that answers none."""

    eu: tuple[Line, ...]
    in_force: tuple[Line, ...]
    proposed: tuple[MarkedLine, ...]


@dataclass(frozen=True, slots=True)
class AmendedLaw:
    """One law with one proposal over it. `marked` are the lines of the amended articles, or of the whole law, in
    printing order; `clauses` are the sentences of the amending act."""

    work: Work
    card: Card
    proposal: Proposal
    expression: Expression
    marked: tuple[MarkedLine, ...]
    modifications: tuple[Modification, ...] = ()
    correlations: tuple[Correlation, ...] = ()
    rows: tuple[ComparisonRow, ...] = ()
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Submission:
    """The proposals for one or several laws that go out together. `date` is ISO 8601 (the moment of writing: no
    writer looks at a clock); `eu` is None where no provision is linked yet."""

    country: str
    date: str
    author: str
    laws: tuple[AmendedLaw, ...]
    organisation: str = ""
    eu: EuAct | None = None
