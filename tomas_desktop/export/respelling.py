"""A law and its proposal in the other script of their language.

Whole lines are respelt, never pieces between marks: whether a letter is a numeral or a pair of letters is one
depends on its neighbours. The marks are drawn again over the respelt lines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.amend.redline import Segment, redline
from tomas_desktop.export.submission import AmendedLaw, ComparisonRow
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.modification import Modification

Spell = Callable[[str], str]


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
            law.proposal, title=spell(law.proposal.title), justification=spell(law.proposal.justification)
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
        clauses=tuple(spell(clause) for clause in law.clauses),
    )


def _marked(line: MarkedLine, spell: Spell) -> MarkedLine:
    base = line.base and _line(line.base, spell)
    proposed = line.proposed and _line(line.proposed, spell)
    segments: tuple[Segment, ...]
    if base and proposed:
        segments = redline(base.text, proposed.text)
    else:
        segments = tuple(Segment(op, spell(text)) for op, text in line.segments)
    return MarkedLine(base, proposed, segments, line.cause and _modification(line.cause, spell))


def _line(line: Line, spell: Spell) -> Line:
    return replace(line, text=spell(line.text), num=spell(line.num))


def _modification(one: Modification, spell: Spell) -> Modification:
    return replace(one, justification=spell(one.justification)) if one.justification else one
