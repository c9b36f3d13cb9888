"""All that a form may need to know about what is handed in, as one value: the services fill it, every writer
reads it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.amend.amending_act import Act
from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.card import Card
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.finding import Finding
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
    """The EU act that the proposals serve. `language` is the one in which its provisions are quoted; `title` and
    `cited` (its numbers) are in that language, `name` is its title in the language of the form, "" where no such text
    is in the dossier. `is_adopted` is False for a proposal: nobody can be aligned with that yet."""

    key: str
    title: str
    language: str = "en"
    provisions: tuple[EuProvision, ...] = ()
    name: str = ""
    cited: str = ""
    celex: str = ""
    is_adopted: bool = True

    def name_of(self, reference: str) -> str:
        """The printed name of the provision that `KEY#EID` names; the reference itself where it is not known."""
        return next((one.name for one in self.provisions if str(one.ref) == reference), reference)


@dataclass(frozen=True, slots=True)
class Answer:
    """A national provision that answers an EU provision: the law it stands in, as it is cited by number ("185.2") and
    printed (as proposed where the law is amended), and what was said of the pair. `is_amended` tells whether its law
    is one of those handed in; `place` counts it in the order of its law; `language` is that of its text."""

    law: str
    number: str
    lines: tuple[Line, ...]
    correlation: Correlation
    is_amended: bool = True
    place: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class ConcordanceRow:
    """An EU provision in a table of concordance: its number ("3.2(a)"), its text in the language of the form (none
    where the dossier has no such text) and what answers it (nothing: a gap). `language` is that of the text."""

    ref: Ref
    number: str
    lines: tuple[Line, ...] = ()
    answers: tuple[Answer, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one provision is changed: where, as the country's law cites it ("član 185. stav 2."), the reason, and the
    EU provision it answers, cited in the same way. `modification` is the id of the change."""

    modification: str
    where: str
    text: str = ""
    basis: str = ""


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
    printing order; `act` is the amending act that makes the proposal law, `remarks` what was found in writing it."""

    work: Work
    card: Card
    proposal: Proposal
    expression: Expression
    marked: tuple[MarkedLine, ...]
    modifications: tuple[Modification, ...] = ()
    rows: tuple[ComparisonRow, ...] = ()
    reasons: tuple[Reason, ...] = ()
    act: Act | None = None
    remarks: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """What the law is called."""
        return self.card.official_name or self.work.title

    @property
    def act_name(self) -> str:
        """What the amending act is called, on one line."""
        return " ".join(self.act.title) if self.act else self.proposal.title


@dataclass(frozen=True, slots=True)
class Submission:
    """The proposals for one or several laws that go out together. `date` is ISO 8601 (the moment of writing: no
    writer looks at a clock); `eu` is None where no provision is linked yet. `contact` and `recipient` are lines of the
    organisation's letter. `concordance` are the provisions of the EU act in its order."""

    country: str
    date: str
    author: str
    laws: tuple[AmendedLaw, ...]
    organisation: str = ""
    contact: str = ""
    recipient: str = ""
    eu: EuAct | None = None
    concordance: tuple[ConcordanceRow, ...] = ()
