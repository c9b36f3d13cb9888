"""What one document is composed with: the laws, the form, the template's styles, the counter of ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.export.docx_comments import CommentBook
from tomas_desktop.export.docx_revisions import Revision
from tomas_desktop.export.docx_template import Template
from tomas_desktop.export.fields import is_of_eu_act, moment
from tomas_desktop.export.form import CONDITIONAL, Document, Form
from tomas_desktop.export.placeholders import BLANK, fill, pieces
from tomas_desktop.export.respelling import Spell
from tomas_desktop.export.submission import AmendedLaw, Submission
from tomas_desktop.export.word_xml import paragraph, run, run_properties
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import DIVISIONS
from tomas_desktop.model.revision import Revision as KnownRevision

_DEPTHS = ("paragraph", "point", "subpoint")

# Units that begin at the margin of their article, however deep they stand.
_FLUSH = frozenset({"paragraph", "subparagraph", "wrapup"})

# The tag of the EU text's language where Word wants more than the language itself.
_WORD_TAGS = {"en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document while it is composed. `language` is the one of the law as Word spells it; `spell` puts the
    form's own words into the script of the document."""

    submission: Submission
    form: Form
    document: Document
    template: Template
    language: str
    values: Mapping[str, str]
    ids: Iterator[int]
    comments: CommentBook
    enclosed: Sequence[Document] = ()
    spell: Spell = str
    findings: list[Finding] = field(default_factory=list)

    @property
    def laws(self) -> tuple[AmendedLaw, ...]:
        """The laws that the document is about: one, or all of the package."""
        return self.submission.laws

    @property
    def eu_language(self) -> str:
        """The language in which the EU act is quoted, as Word spells it."""
        language = self.submission.eu.language if self.submission.eu else "en"
        return _WORD_TAGS.get(language, language)

    def warn(self, code: str, eid: str = "", **values: str) -> None:
        """Remark on something that a person should look at before the document goes out."""
        self.findings.append(Finding("warning", code, eid, tuple(values.items())))

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

    def runs(self, template: str, values: Mapping[str, str] | None = None) -> str:
        """A text of the form with its fields filled, as runs that each say which language they are in."""
        known = self.values if values is None else values
        said: list[tuple[str, str]] = []  # (language, words)
        for words, name in pieces(template):
            inner = self.form.texts.get(CONDITIONAL.get(name, name), "") if known.get(name) else ""
            if name in CONDITIONAL and len(self.submission.eu_acts) > 1:
                inner = ""  # it was filled for each act of its own
            for own_words, own_name in pieces(inner) if inner else [(words, name)]:
                is_eu = bool(known.get(own_name)) and is_of_eu_act(own_name, known)
                text = self.spell(own_words) if own_words else known.get(own_name) or BLANK
                said.append((self.eu_language if is_eu else self.language, text))
        return "".join(
            run(self.bound("".join(text for _, text in group)), run_properties(language))
            for language, group in groupby(said, key=itemgetter(0))
        )

    def paragraph(self, style: str, text: str, properties: str | None = None) -> str:
        """A paragraph of one run in the language of the document."""
        return paragraph(self.style(style), run(text, self.run_properties() if properties is None else properties))

    def heading_of(self, law: AmendedLaw) -> str:
        """The name of a law above what is said of it, where the document is about several."""
        return self.paragraph("law_name", law.name) if len(self.laws) > 1 else ""

    def bound(self, text: str) -> str:
        """The text with its short words held to the number behind them: "čl. 5" never breaks between the two."""
        words = "|".join(re.escape(word) for one in self.form.bind for word in dict.fromkeys((one, self.spell(one))))
        return re.sub(rf"(?<!\w)({words}) (?=\d)", "\\1\u00a0", text) if words else text

    def run_properties(self, style: str = "") -> str:
        """`w:rPr` of a run in the language of the document."""
        return run_properties(self.language, style)

    def revision(self, law: AmendedLaw, line: MarkedLine) -> Revision:
        """Who proposed this line and when: its modification, else the proposal, else the submission."""
        known = line.revisions[0] if line.revisions and line.state != "changed" else ()
        return self.revision_of_change(law, line, known)

    def revision_of_change(self, law: AmendedLaw, line: MarkedLine, known: Sequence[KnownRevision]) -> Revision:
        """The same of one of its changes, of which this is known alone."""
        proposal, submission = law.proposal, self.submission
        by = next((one for one in known if one.at), line.cause)
        author = (by.author if by else "") or proposal.author or submission.author or BLANK
        at = (by.at if by else "") or proposal.at
        return Revision(author, moment(at, submission.date))
