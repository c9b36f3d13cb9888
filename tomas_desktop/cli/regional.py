"""Commands over several countries: coverage, one provision in all of them, a neighbour's wording."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tomas_desktop.cli import options, output
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import borrowing, drafting
from tomas_desktop.services import coverage as covering
from tomas_desktop.services import regional as neighbours
from tomas_desktop.services.coverage import Board, Cell, State, Total
from tomas_desktop.services.dossiers import opened
from tomas_desktop.services.regional import Ahead, View


@click.command()
@options.dossier
@click.argument("eu_key")
@click.option("--country", "countries", multiple=True, help="Only this country; may be repeated.")
@click.option("--gaps", is_flag=True, help="Only articles that a country has a gap in.")
@click.option("--to-recheck", is_flag=True, help="Only articles with links to check again.")
@options.as_json
def coverage(
    dossier: Path, eu_key: str, countries: tuple[str, ...], gaps: bool, to_recheck: bool, as_json: bool
) -> None:
    """How far each country answers each article of an EU act, with counts and percentages."""
    with opened(dossier) as it:
        board = covering.board(it, eu_key, countries)
    shown = [
        line
        for line in board.lines
        if (not gaps or line in board.gaps()) and (not to_recheck or line in board.to_recheck())
    ]
    document = {
        "eu": board.eu,
        "countries": list(board.countries),
        "articles": [
            {
                "eu": line.eu.eid,
                "number": line.number,
                "heading": line.heading,
                "cells": {country: _cell(cell) for country, cell in line.cells.items()},
            }
            for line in shown
        ],
        "totals": {country: _total(total) for country, total in board.totals.items()},
    }
    rows = [[line.eu.eid, *(_short(line.cells[country]) for country in board.countries)] for line in shown]
    output.answer(as_json, document, _plain(board, rows))


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "state": cell.state,
        "best": cell.best,
        "mixed": cell.is_mixed,
        "parts": dict(cell.parts),
        "links": [each.id for each in cell.links],
        "to_recheck": cell.to_recheck,
        "suggested": cell.suggested,
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "articles": total.articles,
        "counts": {state: total.counts.get(state, 0) for state in covering.STATES},
        "percent": {state: total.share(state) for state in covering.STATES},
        "needed": total.needed,
        "begun": total.begun,
        "answered": total.answered,
        "answered_percent": total.answered_share,
        "graded": total.graded,
        "graded_percent": total.graded_share,
        "to_recheck": total.to_recheck,
        "suggested": total.suggested,
    }


def _short(cell: Cell) -> str:
    return (
        _range(cell.best, cell.state)
        + (" !" if cell.to_recheck else "")
        + (f" +{cell.suggested}?" if cell.suggested else "")
    )


def _range(best: State, worst: State) -> str:
    return worst if best == worst else f"{best}..{worst}"


def _plain(board: Board, rows: list[list[str]]) -> str:
    head = ["", *board.countries]
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) for row in [head, *rows]]
    for country, total in board.totals.items():
        counts = ", ".join(f"{total.counts[state]} {state}" for state in covering.STATES if total.counts.get(state))
        lines.append(f"{country}: {counts}; of {total.needed} {total.begun} begun, {total.answered} answered")
    return "\n".join(line.rstrip() for line in lines)


@click.command()
@options.dossier
@click.argument("eu", type=options.REF, metavar="EU_KEY[#EID]")
@click.option("--country", "countries", multiple=True, help="Only this country; may be repeated.")
@options.as_json
def regional(dossier: Path, eu: Ref, countries: tuple[str, ...], as_json: bool) -> None:
    """One EU provision in every country; without #EID the articles that one country has and another has not."""
    with opened(dossier) as it:
        if eu.eid:
            view = neighbours.view(it, eu, countries)
            document, plain = _view(view), _view_lines(view)
        else:
            ahead = neighbours.gaps(it, eu.work, countries)
            document = {"gaps": [_ahead(each) for each in ahead]}
            plain = "\n".join(map(_ahead_line, ahead)) or "No country has what another has not."
    output.answer(as_json, document, plain)


def _view(view: View) -> dict[str, Any]:
    return {
        "eu": str(view.eu),
        "number": view.number,
        "language": view.language,
        "text": "\n".join(line.text for line in view.lines),
        "countries": [
            {
                "country": side.country,
                "state": side.state,
                "best": side.best,
                "answers": [
                    {
                        "law": one.law,
                        "number": one.number,
                        "language": one.language,
                        "text": "\n".join(line.text for line in one.lines),
                        **output.correlation(one.link),
                    }
                    for one in side.answers
                ],
            }
            for side in view.sides
        ],
    }


def _view_lines(view: View) -> str:
    out = [f"{view.eu}", *(line.text for line in view.lines)]
    for side in view.sides:
        out += ["", f"{side.country}: {_range(side.best, side.state)}"]
        for one in side.answers:
            out += [f"{one.link.national} ({one.link.grade or 'not graded'})", *(line.text for line in one.lines)]
    return "\n".join(out)


def _ahead(ahead: Ahead) -> dict[str, Any]:
    return {
        "eu": ahead.eu.eid,
        "number": ahead.number,
        "heading": ahead.heading,
        "has": {country: list(map(str, refs)) for country, refs in ahead.has.items()},
        "has_not": list(ahead.has_not),
    }


def _ahead_line(ahead: Ahead) -> str:
    has = "; ".join(f"{country} {', '.join(map(str, refs))}" for country, refs in ahead.has.items())
    return f"{ahead.eu.eid}: {has}; not {', '.join(ahead.has_not)}"


@click.command()
@options.dossier
@click.argument("proposal")
@click.argument("national", type=options.REF)
@click.argument("source", type=options.REF, metavar="FROM_REF")
@click.option("--replace", "replacing", is_flag=True, help="In the place of NATIONAL, not after it.")
@click.option("--basis", type=options.REF, help="The EU provision that this answers, KEY#EID.")
@click.option("--author", default="")
@click.option("--title", default="", help="The proposal's title.")
@options.as_json
def borrow(
    dossier: Path,
    proposal: str,
    national: Ref,
    source: Ref,
    replacing: bool,
    basis: Ref | None,
    author: str,
    title: str,
    as_json: bool,
) -> None:
    """Begin a proposal with a neighbour's wording, put after NATIONAL; a comment says where it comes from."""
    with opened(dossier) as it:
        done = borrowing.borrow(
            it, proposal, national, source, replacing=replacing, basis=basis, author=author, title=title
        )
        outcome = done.outcome
        rows = [output.modification(m, *drafting.wordings(it, outcome.proposal, m)) for m in outcome.modifications]
    document = {
        "proposal": outcome.proposal.key,
        "modifications": rows,
        "comment": {"about": str(done.comment.about), "n": done.comment.n, "text": done.comment.text},
        "language": done.language,
        "transliterated": done.is_transliterated,
        "foreign": done.is_foreign,
    }
    output.answer(as_json, document, done.comment.text)


COMMANDS = (coverage, regional, borrow)
