"""A law and its proposal in the other script of their language.

Whole lines are respelt, never pieces between marks: whether a letter is a numeral or a pair of letters is one
depends on its neighbours. The marks are drawn again over the respelt lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from tomas_desktop.amend.amending_act import Act
from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.amend.redline import Segment, redline
from tomas_desktop.export.submission import AmendedLaw, ComparisonRow, ConcordanceRow
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.revision import Revision
from tomas_desktop.text.english import shares
from tomas_desktop.text.scripts import script_of

Spell = Callable[[str], str]

_LETTER = re.compile(r"(\([a-z]+\))")
_MARK = re.compile(r"== [a-z]+ ==$")  # what opens a table is no word of any language


def respelt(law: AmendedLaw, spell: Spell) -> AmendedLaw:
    """The same law with all that is printed of it in the other script. The EU act is not touched."""
    card = law.card
    return replace(
        law,
        work=replace(law.work, title=spell(law.work.title)),
        card=replace(
            card,
            official_name=spell(card.official_name),
            name_as_cited=spell(card.name_as_cited),
            gazette=tuple(spell(one) for one in card.gazette),
        ),
        proposal=replace(
            law.proposal, title=spell(law.proposal.title), justification=_said(law.proposal.justification, spell)
        ),
        marked=tuple(_marked(line, spell) for line in law.marked),
        modifications=tuple(_modification(one, spell) for one in law.modifications),
        rows=tuple(
            ComparisonRow(
                row.eu,
                tuple(_line(line, spell) for line in row.in_force),
                tuple(_marked(line, spell) for line in row.proposed),
            )
            for row in law.rows
        ),
        reasons=tuple(
            replace(one, where=spell(one.where), text=_said(one.text, spell), basis=_basis(one.basis, spell))
            for one in law.reasons
        ),
        act=law.act and _act(law.act, spell),
    )


def respelt_row(row: ConcordanceRow, spell: Spell, is_in_script: Callable[[str], bool]) -> ConcordanceRow:
    """A row of a concordance in the other script: each text whose language is not written in that one already."""

    def lines(of: Sequence[Line], language: str) -> tuple[Line, ...]:
        return tuple(of) if is_in_script(language) else tuple(_line(line, spell) for line in of)

    answers = tuple(
        replace(
            one,
            law=spell(one.law),
            number=spell(one.number),
            lines=lines(one.lines, one.language),
            correlation=replace(
                one.correlation,
                reason=_said(one.correlation.reason, spell, False),
                note=_said(one.correlation.note, spell, False),
                planned_act=_said(one.correlation.planned_act, spell, False),
                deadline=_said(one.correlation.deadline, spell, False),
            ),
        )
        for one in row.answers
    )
    own = row.lines
    if not is_in_script(row.language):
        own = tuple(replace(line, text=_basis(line.text, spell), num=_basis(line.num, spell)) for line in own)
    return replace(row, lines=own, answers=answers)


def addressed(recipient: str, spell: Spell) -> str:
    """To whom a letter goes: an authority of the country is written as the letter is, a foreign name stays."""
    return _said(recipient, spell, False)


def _act(act: Act, spell: Spell) -> Act:
    """The clauses stay: they say which lines are quoted, and nothing of them is printed."""
    return replace(
        act,
        title=tuple(spell(line) for line in act.title),
        before=tuple(spell(line) for line in act.before),
        remarks=tuple(spell(line) for line in act.remarks),
        articles=tuple(
            replace(
                one, num=spell(one.num), lines=tuple(line if _MARK.search(line) else spell(line) for line in one.lines)
            )
            for one in act.articles
        ),
    )


def _basis(text: str, spell: Spell) -> str:
    """An EU provision as the law cites it: its letters ("tačka (l)") are the EU act's own and stay."""
    return "".join(piece if i % 2 else spell(piece) for i, piece in enumerate(_LETTER.split(text)))


def _said(text: str, spell: Spell, is_law_language: bool = True) -> str:
    """What somebody wrote of their own. A remark in English has no other script; one of a few words tells its language
    only by letters or small words that the law's own has, and stays as it is without them."""
    english, own = shares(text)
    if own > english or script_of(text) == "Cyrl":
        return spell(text)
    return spell(text) if is_law_language and english == own else text


def _marked(line: MarkedLine, spell: Spell) -> MarkedLine:
    base = line.base and _line(line.base, spell)
    proposed = line.proposed and _line(line.proposed, spell)
    segments: tuple[Segment, ...]
    if base and proposed:
        segments = redline(base.text, proposed.text)
    else:
        segments = tuple(Segment(op, spell(text)) for op, text in line.segments)
    return MarkedLine(
        base, proposed, segments, line.cause and _modification(line.cause, spell), _revisions(line, segments, spell)
    )


def _revisions(line: MarkedLine, segments: Sequence[Segment], spell: Spell) -> tuple[tuple[Revision, ...], ...]:
    """What is known of each change; of all of them at the first one, should the other script part them otherwise."""
    known = tuple(tuple(_revision(one, spell) for one in ones) for ones in line.revisions)
    count = sum(1 for is_kept, _ in groupby(segments, lambda segment: segment.op == "=") if not is_kept)
    return known if len(known) in (0, count) else (tuple(one for ones in known for one in ones),)


def _line(line: Line, spell: Spell) -> Line:
    return replace(line, text=spell(line.text), num=spell(line.num))


def _modification(one: Modification, spell: Spell) -> Modification:
    revisions = tuple(_revision(each, spell) for each in one.revisions)
    return replace(one, justification=_said(one.justification, spell), revisions=revisions) if one.reasons else one


def _revision(one: Revision, spell: Spell) -> Revision:
    return replace(one, justification=_said(one.justification, spell)) if one.justification else one
