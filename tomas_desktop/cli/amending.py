"""Commands about amending acts: draft, consolidate, clause, follow-ups."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tomas_desktop.cli import options, output
from tomas_desktop.model.wording import Size
from tomas_desktop.services import amending, consequences
from tomas_desktop.services.dossiers import opened


@click.command()
@click.argument("base", type=options.PATH)
@click.argument("new", type=options.PATH)
@options.country
@options.language
@click.option("--size", type=click.Choice(options.SIZES), default="words", help="How large each clause is at least.")
@click.option(
    "--size-of", "sizes", type=options.SIZE_OF, multiple=True, help="The same for one article, by its eId or number."
)
@click.option("--out", type=options.PATH, help="Write the act there as plain text.")
@options.as_json
def draft(
    base: Path,
    new: Path,
    country: str,
    language: str,
    size: Size,
    sizes: tuple[tuple[str, Size], ...],
    out: Path | None,
    as_json: bool,
) -> None:
    """The amending act between two texts of a law (any files that can be imported)."""
    drafted = amending.draft(base, new, country, language, size, dict(sizes))
    if out is not None:
        amending.save(drafted.act.text, out)
    document = {
        "title": " ".join(drafted.act.title),
        "act": drafted.act.text,
        "modifications": [_modification(row) for row in drafted.rows],
        "findings": [output.finding(each) for each in drafted.findings],
    }
    output.answer(as_json, document, drafted.act.text if out is None else str(out))
    if not as_json:
        output.remarks(drafted.findings)


def _modification(row: amending.Row) -> dict[str, Any]:
    return {"kind": row.kind, "target": row.target, "old": row.old, "new": row.new, "clause": row.clause}


@click.command()
@click.argument("base", type=options.PATH)
@click.argument("act", type=options.PATH)
@options.country
@options.language
@click.option("--out", type=options.PATH, help="Write the consolidated text there (canonical).")
@options.as_json
def consolidate(base: Path, act: Path, country: str, language: str, out: Path | None, as_json: bool) -> None:
    """The text of a law with an amending act applied to it."""
    result = amending.consolidate_files(base, act, country, language)
    if out is not None:
        amending.save(result.text, out)
    document = {
        "text": result.text,
        "applied": [{"clause": each.clause, "target": each.target, "op": each.kind} for each in result.applied],
        "failed": [{"clause": each.clause, "reason": each.reason} for each in result.failed],
        "own": list(result.own),
        "findings": [output.finding(each) for each in result.findings],
    }
    output.answer(as_json, document, result.text if out is None else str(out))
    if not as_json:
        for each in result.failed:
            click.echo(f"not applied: {each.clause} ({each.reason})", err=True)
        output.remarks(result.findings)


@click.command()
@click.argument("text")
@click.option("--country", default="", help="The legal order, where a language belongs to several.")
@options.language
@options.as_json
def clause(text: str, country: str, language: str, as_json: bool) -> None:
    """What one amending clause says."""
    document = amending.clause(text, language, country)
    plain = "\n".join(f"{name}: {value}" for name, value in document.items() if value not in (None, ""))
    output.answer(as_json, document, plain)


@click.command("follow-ups")
@options.dossier
@click.argument("proposal")
@click.option("--draft", "drafted", is_flag=True, help="Draft those whose new wording is certain.")
@click.option("--author", default="")
@options.as_json
def follow_ups(dossier: Path, proposal: str, drafted: bool, author: str, as_json: bool) -> None:
    """The references, here and in other laws, that PROPOSAL upsets by renumbering or taking out what they cite."""
    with opened(dossier) as it:
        found = consequences.of_proposal(it, proposal)
        keys = [
            consequences.accept(it, proposal, each, author) if drafted and each.follow_up.proposed else ""
            for each in found
        ]
    rows = [
        {
            "at": str(each.at),
            "old": each.follow_up.text,
            "new": each.follow_up.proposed or None,
            "targets": [{"from": old, "to": new or None} for old, new in each.follow_up.targets],
            "proposal": key or None,
        }
        for each, key in zip(found, keys, strict=True)
    ]
    plain = "\n".join(f"{row['at']}: {row['old']} -> {row['new'] or '?'}" for row in rows)
    output.answer(as_json, {"follow_ups": rows}, plain or "Nothing cites what this proposal moves.")


COMMANDS = (draft, consolidate, clause, follow_ups)
