"""Commands over what is matched: tables of correlation, what needs no answer, sentences of a pair."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tomas_desktop.cli import options, output
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlation_table, not_transposable, sentence_level
from tomas_desktop.services.correlation_table import Row, Side
from tomas_desktop.services.dossiers import opened
from tomas_desktop.services.not_transposable import NotTransposable
from tomas_desktop.services.sentence_level import Found


@click.command()
@options.dossier
@click.argument("eu_key")
@click.argument("national_keys", nargs=-1, metavar="[NATIONAL_KEY]...")
@click.option("--by", type=click.Choice(["eu", "national"]), default="eu", show_default=True, help="Whose order.")
@options.as_json
def table(dossier: Path, eu_key: str, national_keys: tuple[str, ...], by: Side, as_json: bool) -> None:
    """The table of correlation of an EU act and national laws, either way, with what is linked with nothing."""
    with opened(dossier) as it:
        found = correlation_table.table(it, eu_key, national_keys, by=by)
    document = {
        "eu": found.eu,
        "national": list(found.national),
        "by": found.by,
        "rows": [_row(each) for each in found.rows],
        "gaps": [str(each.ref) for each in found.gaps()],
    }
    rows = [line for each in found.rows for line in _row_lines(each, by)]
    output.answer(as_json, document, "\n".join([*rows, f"{len(found.gaps())} articles are linked with nothing."]))


def _row(row: Row) -> dict[str, Any]:
    return {
        "ref": str(row.ref),
        "unit": row.unit,
        "number": row.number,
        "heading": row.heading,
        "gap": row.is_gap,
        "open": [str(each) for each in row.open_parts],
        "answers": [
            {"ref": str(one.ref), "number": one.number, "heading": one.heading, **output.correlation(one.link)}
            for one in row.others
        ],
    }


def _row_lines(row: Row, by: Side) -> list[str]:
    """Plain lines: of an EU act all, of a national law only what is linked."""
    if by == "national" and not row.others and not row.open_parts:
        return []
    name = f"{row.ref}".ljust(34)
    told = [f"{name} {one.ref}: {one.link.grade or 'not graded'}" for one in row.others]
    if row.is_gap:
        told.append(f"{name} -")
    if row.open_parts:
        told.append(f"{name} open: {', '.join(each.eid for each in row.open_parts)}")
    return told


@click.command()
@options.dossier
@click.argument("eu_key")
@click.option("--accept", "laws", multiple=True, metavar="NATIONAL_KEY", help="Say so of them in this law; may repeat.")
@click.option("--only", multiple=True, metavar="EID", help="Only this article or paragraph; may be repeated.")
@click.option("--author", default="")
@options.as_json
def assist(
    dossier: Path, eu_key: str, laws: tuple[str, ...], only: tuple[str, ...], author: str, as_json: bool
) -> None:
    """What of an EU act needs no national answer, with reasons; graded not_transposable only with --accept."""
    with opened(dossier) as it:
        found = [
            each
            for each in not_transposable.assist(it, eu_key)
            if not only or {each.eu.eid, each.article.eid} & set(only)
        ]
        said = not_transposable.accept(it, found, laws, author=author) if laws else ()
    document = {
        "not_transposable": [
            {
                "eu": each.eu.eid,
                "article": each.article.eid,
                "whole_article": each.is_whole,
                "why": list(each.why),
                "linked_in": sorted(each.linked_in),
            }
            for each in found
        ],
        **({"correlations": [output.correlation(each) for each in said]} if laws else {}),
    }
    plain = "\n".join(map(_no_answer, found)) or "Every provision may need a national answer."
    output.answer(as_json, document, f"{plain}\n{len(said)} said to be not transposable" if laws else plain)


def _no_answer(found: NotTransposable) -> str:
    whole = " (the whole article)" if found.is_whole else ""
    return f"{found.eu.eid}{whole}: {'; '.join(found.why)}"


@click.command()
@options.dossier
@click.argument("eu", type=options.REF)
@click.argument("national", type=options.REF)
@options.as_json
def sentences(dossier: Path, eu: Ref, national: Ref, as_json: bool) -> None:
    """Which sentences of a pair answer each other; what has no counterpart is a hint, not a finding."""
    with opened(dossier) as it:
        found = sentence_level.of_pair(it, eu, national)
    document = {
        "eu": [_sentence(each) for each in found.eu],
        "national": [_sentence(each) for each in found.national],
        "unanswered": [f"{each.eid}/{each.n}" for each in found.unanswered],
        "own": [f"{each.eid}/{each.n}" for each in found.own],
    }
    plain = [f"no counterpart: {each.eid}/{each.n} {each.text}" for each in found.unanswered]
    plain += [f"not from the EU text: {each.eid}/{each.n} {each.text}" for each in found.own]
    output.answer(as_json, document, "\n".join(plain) or "Every sentence has its counterpart.")


def _sentence(found: Found) -> dict[str, Any]:
    other = found.other
    return {
        "eid": found.sentence.eid,
        "n": found.sentence.n,
        "text": found.sentence.text,
        "counterpart": {"eid": other.eid, "n": other.n, "text": other.text} if other else None,
        "score": found.score,
        "why": list(found.why),
    }


COMMANDS = (table, assist, sentences)
