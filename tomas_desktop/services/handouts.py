"""A comparison to hand to colleagues who do not have the program: one page of HTML that needs nothing else and cannot
be changed by mistake, and the same set for paper.

Of a draft it is EU | in force | proposed, in the words of the country's form; of two versions of a text the redline of
each provision that changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.services import clock, drafting, eu_acts, reasons, renditions, submitting
from tomas_desktop.services.comparing import Compared, Difference
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.previewing import COUNT, NUMBER, Preview, Section

if TYPE_CHECKING:
    from tomas_desktop.export.form import Form
    from tomas_desktop.export.submission import AmendedLaw, Submission

_ACROSS, _UPRIGHT = (297.0, 210.0), (210.0, 297.0)
_MARGINS = (18.0, 15.0, 18.0, 15.0)

# What Qt's printing knows of style sheets: no variables, no media, borders on cells. Black on white; what comes and
# what goes is told apart without colour too.
_PAPER = """
body { font-family: 'Noto Serif', 'PT Serif', Cambria, Georgia, 'DejaVu Serif', serif; font-size: 10pt;
  color: #000000; }
h1 { font-size: 14pt; } h2 { font-size: 11pt; }
p { margin-top: 3px; margin-bottom: 3px; line-height: 120%; }
.about, .number, .empty { color: #444444; } .heading, .number { text-align: center; } .heading { font-weight: bold; }
ins { text-decoration: underline; font-weight: bold; color: #0b3d78; }
del { text-decoration: line-through; color: #8a3d06; }
th, td { border: 1px solid #888888; padding: 6px; vertical-align: top; } th { background-color: #eeeeee; }
"""
_STYLE = re.compile(r"<style>.*?</style>", re.S)
_TABLE = re.compile(r"<table[^>]*>")


@dataclass(frozen=True, slots=True)
class Said:
    """The words on the page where no form has them: the headings of the columns, and what is struck and underlined."""

    eu: str = "EU"
    in_force: str = "In force"
    proposed: str = "Proposed"
    deleted: str = "deleted"
    inserted: str = "inserted"


@dataclass(frozen=True, slots=True)
class Handout:
    """A page to be read, and whether it is set across the paper."""

    title: str
    language: str
    html: str
    is_wide: bool


def of_proposal(opened: OpenDossier, key: str, said: Said | None = None) -> Handout:
    """All articles that a proposal changes. Raises NotFoundError("no-proposal"), TomasError("nothing-to-compare")."""
    proposal = opened.proposal(key)
    whole = submitting.submission(opened, [proposal], law_alone=True)
    if not whole.laws[0].rows:
        raise TomasError("nothing-to-compare", proposal=key)
    return _page(whole, said or Said())


def of_article(
    opened: OpenDossier, eu: Ref | None, national: Ref, proposal_key: str | None = None, said: Said | None = None
) -> Handout:
    """One article of a law beside the EU provision in hand, changed or not. Raises NotFoundError("no-provision")."""
    from tomas_desktop.export.submission import AmendedLaw, ComparisonRow, Submission

    draft = drafting.article_draft(opened, national.work, national.eid, proposal_key)
    proposal = opened.dossier.proposal(proposal_key) if proposal_key else None
    expression = opened.proposal_expression(proposal) if proposal else opened.expression(national.work)
    work = opened.work(national.work)
    row = ComparisonRow(
        eu_acts.printed(opened, [eu] if eu else []),
        tuple(line.base for line in draft.marked if line.base),
        draft.marked,
    )
    law = AmendedLaw(
        work,
        opened.dossier.card(work.key),
        proposal or Proposal("", work.key, ""),
        expression,
        draft.marked,
        draft.modifications,
        (row,),
        reasons.of(opened, proposal, draft.modifications) if proposal else (),
    )
    language = expression.language.partition("-")[0]
    author = proposal.author if proposal else ""
    acts = eu_acts.acts(opened, [eu] if eu else [], language)
    whole = Submission(work.country, clock.now(), author, (law,), eu_acts=acts)
    return _page(whole, said or Said())


def of_versions(compared: Compared, names: tuple[str, str], kinds: Mapping[str, str], title: str) -> Handout:
    """Two versions of a text: what happened to each provision that changed, and its redline. `names` are what both
    are called, `kinds` the words for what happens to a provision."""
    from tomas_desktop.export import html_writer

    out = [f"<header><h1>{escape(title)}</h1>", f"{html_writer.legend(*names)}</header>\n<main>"]
    for each in compared.differences:
        numbers = " → ".join(dict.fromkeys(number for number in (each.number, each.number_now) if number))
        told = ", ".join(kinds.get(kind, kind) for kind in each.kinds)
        anchor = escape(each.to or each.eid)
        head = " · ".join(filter(None, (numbers, each.heading)))
        out.append(f'<h2 id="{anchor}">{escape(head)}</h2>\n<p class="about">{escape(told)}</p>')
        out.append(html_writer.redlined(line for line in each.lines if not _is_said(line, each)))
    out.append("</main>")
    return Handout(title, compared.language, html_writer.page(title, "\n".join(out), compared.language), False)


def _is_said(line: MarkedLine, difference: Difference) -> bool:
    """Does the head of a provision on the page say this line already?"""
    own = line.line.eid in (difference.to, difference.eid)
    return own and line.line.kind in ("number", "heading") and line.state == "kept"


def paper(handout: Handout) -> Preview:
    """The page set for paper, A4, with numbers at the foot."""
    html = _STYLE.sub(f"<style>{_PAPER}</style>", handout.html)
    html = _TABLE.sub('<table width="100%" cellspacing="0" cellpadding="0">', html)
    foot = f'<p align="center" style="font-size:8pt;color:#444444">{NUMBER} / {COUNT}</p>'
    size = _ACROSS if handout.is_wide else _UPRIGHT
    return Preview(handout.title, handout.language, (Section(html, size, _MARGINS, footer=foot),))


def write(handout: Handout, path: Path) -> Path:
    """Keep the page as a file. Raises TomasError("cannot-write")."""
    return keep(path, handout.html.encode("utf-8"))


def keep(path: Path, content: bytes) -> Path:
    """Keep the bytes of a file in one move. Raises TomasError("cannot-write")."""
    draft = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        raise TomasError("cannot-write", path=str(path), reason=error.strerror or str(error)) from error
    return path


def _page(whole: Submission, said: Said) -> Handout:
    """In the words of the form that the country has; in ours where it has none."""
    from tomas_desktop.export import html_writer

    law = whole.laws[0]
    form = _form(whole.country)
    if form is not None:
        html = renditions.proposal_page(whole, form)
    else:
        html = html_writer.proposal(
            whole.laws,
            html_writer.Words(said.eu, said.in_force, said.proposed, said.deleted, said.inserted),
            law.expression.language,
            _about(whole.laws, whole),
            whole.eu.language if whole.eu else "",
        )
    return Handout(law.name, law.expression.language, html, True)


def _about(laws: Sequence[AmendedLaw], whole: Submission) -> tuple[str, ...]:
    return (" – ".join(filter(None, (whole.author, whole.date[:10], laws[0].expression.source))),)


def _form(country: str) -> Form | None:
    from tomas_desktop.export import template_pack

    known = template_pack.forms(country)
    with_comparison = [form for form in known if any(b.kind == "comparison" for d in form.documents for b in d.blocks)]
    return next((form for form in with_comparison if form.is_default), next(iter(with_comparison), None))


def named(handout: Handout, ending: str) -> str:
    """A name for its file."""
    stem = re.sub(r"[^\w-]+", "-", handout.title).strip("-")[:60] or "comparison"
    return f"{stem}.{ending}"
