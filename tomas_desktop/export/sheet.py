"""What one document is composed with: the law, the form, the template's styles, the counter of ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.export.docx_comments import CommentBook
from tomas_desktop.export.docx_revisions import Revision
from tomas_desktop.export.docx_template import Template
from tomas_desktop.export.fields import moment
from tomas_desktop.export.form import Document, Form
from tomas_desktop.export.placeholders import BLANK, fill
from tomas_desktop.export.respelling import Spell
from tomas_desktop.export.submission import AmendedLaw, Submission
from tomas_desktop.export.word_xml import run_properties
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import DIVISIONS

_DEPTHS = ("paragraph", "point", "subpoint")

# Units that begin at the margin of their article, however deep they stand.
_FLUSH = frozenset({"paragraph", "subparagraph", "wrapup"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document while it is composed. `language` is the one of the law as Word spells it; `spell` puts the
    form's own words into the script of the document."""

    submission: Submission
    law: AmendedLaw
    form: Form
    document: Document
    template: Template
    language: str
    values: Mapping[str, str]
    ids: Iterator[int]
    comments: CommentBook
    spell: Spell = str
    findings: list[Finding] = field(default_factory=list)

    def style(self, role: str) -> str:
        """The style id for a role; "" where the form or its template lacks it (`forms --check` says so)."""
        return self.template.style_ids.get(self.form.styles.get(role, ""), "")

    def line_styles(self) -> Callable[[Line], str]:
        """The style of a line of the law that stands in the running text."""
        roles = ("preface", "division", "division_heading", "article", "heading", *_DEPTHS)
        ids = {role: self.style(role) for role in roles}

        def style_of(line: Line) -> str:
            if line.kind == "text":
                if line.eid.startswith("preface"):
                    return ids["preface"]
                return ids["paragraph" if line.unit in _FLUSH else _DEPTHS[min(line.depth, 2)]]
            if line.unit in DIVISIONS:
                return ids["division" if line.kind == "number" else "division_heading"]
            return ids["article" if line.kind == "number" else "heading"]

        return style_of

    def cell_styles(self) -> Callable[[Line], str]:
        """The style of a line that stands in the cell of a table."""
        ids = {role: self.style(f"cell_{role}") for role in ("division", "article", "heading", "text")}

        def style_of(line: Line) -> str:
            if line.kind == "text":
                return ids["text"]
            if line.unit in DIVISIONS:
                return ids["division"]
            return ids["article" if line.kind == "number" else "heading"]

        return style_of

    def text(self, template: str) -> str:
        """A text of the form with its fields filled."""
        return fill(template, lambda name: self.values.get(name, ""), self.spell)

    def run_properties(self, style: str = "") -> str:
        """`w:rPr` of a run in the language of the document."""
        return run_properties(self.language, style)

    def revision(self, line: MarkedLine) -> Revision:
        """Who proposed this line and when: its modification, else the proposal, else the submission."""
        proposal, submission = self.law.proposal, self.submission
        author = (line.cause.author if line.cause else "") or proposal.author or submission.author or BLANK
        at = (line.cause.at if line.cause else "") or proposal.at
        return Revision(author, moment(at, submission.date))
