"""All that a form may need to know about what is handed in, as one value: the services fill it, every writer
reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

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
    is in the dossier. `is_adopted` is False for a proposal: nobody can be aligned with that yet. `concordance` are its
    provisions in its order, with what answers them. `quoted` and `own` are the texts that its provisions are quoted
    from: in `language`, and in the language of the form."""

    key: str
    title: str
    language: str = "en"
    provisions: tuple[EuProvision, ...] = ()
    name: str = ""
    cited: str = ""
    celex: str = ""
    is_adopted: bool = True
    concordance: tuple[ConcordanceRow, ...] = ()
    quoted: Expression | None = None
    own: Expression | None = None


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
class WorkingText:
    """A run of lines that are a working translation: from which line to before which, who translated, when it was last
    worded (ISO 8601) and the file that it came from if it was not typed."""

    start: int
    end: int
    author: str = ""
    at: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ConcordanceRow:
    """An EU provision in a table of concordance: its number ("3.2(a)"), its text in the language of the form (none
    where the dossier has no such text, a line without a text for a part that has none) and what answers it (nothing: a
    gap). `language` is that of the text, `working` are those of its lines that are no text of the act's own."""

    ref: Ref
    number: str
    lines: tuple[Line, ...] = ()
    answers: tuple[Answer, ...] = ()
    language: str = ""
    working: tuple[WorkingText, ...] = ()

    @property
    def is_untranslated(self) -> bool:
        """Has it, or a part of it, no text in the language of the form?"""
        return not self.lines or not all(line.text for line in self.lines)


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

    def answers(self, act: EuAct) -> bool:
        """Does one of its changes name a provision of this EU act?"""
        return any(basis.partition("#")[0] == act.key for one in self.modifications for basis in one.bases)


@dataclass(frozen=True, slots=True)
class Submission:
    """The proposals for one or several laws that go out together. `date` is ISO 8601 (the moment of writing: no
    writer looks at a clock); `contact` and `recipient` are lines of the organisation's letter. `eu_acts` are those that
    the proposals answer, the first named first; none where no provision is linked yet."""

    country: str
    date: str
    author: str
    laws: tuple[AmendedLaw, ...]
    organisation: str = ""
    contact: str = ""
    recipient: str = ""
    eu_acts: tuple[EuAct, ...] = ()

    @property
    def eu(self) -> EuAct | None:
        """The EU act that a document is about; the first where it is about several."""
        return self.eu_acts[0] if self.eu_acts else None

    @property
    def concordance(self) -> tuple[ConcordanceRow, ...]:
        """The provisions of the EU act that a document is about."""
        return self.eu.concordance if self.eu else ()

    def name_of(self, reference: str) -> str:
        """The printed name of the EU provision that `KEY#EID` names, behind it the act where there are several; the
        reference itself where it is not known."""
        for act in self.eu_acts:
            for one in act.provisions:
                if str(one.ref) == reference:
                    return one.name if len(self.eu_acts) == 1 else f"{one.name}, {act.cited or act.title}"
        return reference

    def of(self, law: AmendedLaw) -> Submission:
        """What of it is about this law alone: the law and the EU acts that it answers; all of them where nobody has
        said which."""
        acts = tuple(act for act in self.eu_acts if law in self.on(act).laws)
        return replace(self, laws=(law,), eu_acts=acts or self.eu_acts)

    def on(self, act: EuAct) -> Submission:
        """What of it answers this EU act: the laws with a change or a correlation that names one of its provisions;
        all of them where nobody has said which."""
        works = {answer.correlation.national.work for row in act.concordance for answer in row.answers}
        laws = tuple(law for law in self.laws if law.work.key in works or law.answers(act))
        return replace(self, laws=laws or self.laws, eu_acts=(act,))
