"""The rows of a table of concordance: every provision of an EU act in its order, and what answers it at home."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import groupby
from typing import TYPE_CHECKING

from tomas_desktop.amend.apply import Applied
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision, find, walk
from tomas_desktop.model.translation import Translation
from tomas_desktop.services import correlating, eu_acts, eu_texts, provision_names
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.eu_texts import ShownLine

if TYPE_CHECKING:
    from tomas_desktop.export.submission import Answer, ConcordanceRow, WorkingText

# What a table of concordance leaves out: it begins with the first article and has no signatures.
_LEFT_OUT = NOT_LAW | {"preamble", "citation", "recital", "enacting"}


def rows(
    opened: OpenDossier, eu: str, country: str, drafts: Mapping[str, Applied], language: str
) -> tuple[ConcordanceRow, ...]:
    """One row for every paragraph of the EU act, or for each of its points where points are correlated. What answers
    it stands with its text as proposed in the laws of `drafts` (by work), as it is in force in the country's other
    laws; the EU text is the one in `language`, if there is such a text, else its working translation."""
    from tomas_desktop.export.submission import ConcordanceRow

    expression = eu_acts.quoted(opened, eu)
    nodes, pack = opened.nodes(expression), eu_acts.pack(opened, expression)
    texts = eu_texts.EuTexts(opened, eu, language)
    answers = _answers(opened, eu, country, drafts)
    out: list[ConcordanceRow] = []
    for node, with_all in _units(nodes, frozenset(answers)):
        shown = texts.shown(node, with_all)
        out.append(
            ConcordanceRow(
                Ref(eu, node.eid),
                provision_names.compact(nodes, node.eid, pack),
                tuple(each.line for each in shown),
                answers.get(node.eid, ()),
                texts.language_of(shown),
                tuple(_working(shown)),
            )
        )
    return tuple(out)


def _working(shown: Sequence[ShownLine]) -> Iterator[WorkingText]:
    """The runs of lines that are working translations of one person and day, or from one file."""
    from tomas_desktop.export.submission import WorkingText

    start = 0
    for by, run in groupby(shown, key=lambda each: each.working and _by(each.working)):
        end = start + len(list(run))
        if by is not None:
            yield WorkingText(start, end, *by)
        start = end


def _by(one: Translation) -> tuple[str, str, str]:
    return one.author, one.at[:10], one.source


def _units(nodes: Sequence[Provision], correlated: Set[str]) -> Iterator[tuple[Provision, bool]]:
    """The provisions that have a row, and whether all that stands below them is in it: paragraphs and annexes; what
    something below is correlated of stands with its own words only, and what is below in rows of its own."""
    for node in nodes:
        if node.unit in _LEFT_OUT:
            continue
        below = any(each.eid in correlated for child in node.children for each in child.walk())
        if node.unit in DIVISIONS or (node.unit == "article" and node.children and node.eid not in correlated):
            yield from _units(node.children, correlated)
        elif below:
            if node.eid in correlated or node.text:
                yield node, False
            yield from _units(node.children, correlated)
        else:
            yield node, True


def _printed(node: Provision) -> tuple[Line, ...]:
    return tuple(line for line in lines((node,)) if line.kind != "block")


def _answers(
    opened: OpenDossier, eu: str, country: str, drafts: Mapping[str, Applied]
) -> Mapping[str, tuple[Answer, ...]]:
    """What answers each EU provision, by its eId, in the order in which it was found."""
    from tomas_desktop.export.submission import Answer

    out: dict[str, tuple[Answer, ...]] = {}
    places: dict[str, Mapping[str, int]] = {}
    for one in correlating.standing(opened.dossier):
        work = opened.dossier.work(one.national.work)
        if one.eu.work != eu or work is None or work.country != country:
            continue
        draft = drafts.get(work.key)
        expression = opened.expression(work.key)
        nodes = tuple(draft.nodes) if draft else opened.nodes(expression)
        if work.key not in places:
            places[work.key] = {node.eid: place for place, node in enumerate(walk(nodes))}
        eid = draft.moved.get(one.national.eid, one.national.eid) if draft else one.national.eid
        node = find(nodes, eid)
        present = nodes if node else opened.nodes(expression)  # one that goes has the number that it has now
        answer = Answer(
            opened.dossier.card(work.key).official_name or work.title,
            provision_names.compact(present, eid, opened.pack(expression)),
            _printed(node) if node else (),
            one,
            draft is not None,
            places[work.key].get(eid, len(places[work.key])),
            expression.language,
        )
        out[one.eu.eid] = (*out.get(one.eu.eid, ()), answer)
    return out
