"""Commands that draft: propose, undo, redo."""

from __future__ import annotations

from pathlib import Path

import click

from tomas_desktop.cli import options, output
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import clock, drafting
from tomas_desktop.services.dossiers import opened


@click.command()
@options.dossier
@click.argument("proposal")
@click.argument("ref", type=options.REF)
@click.option(
    "--text", "text", type=click.Path(), help="A file with the new text (canonical), or - for standard input."
)
@click.option("--insert-after", is_flag=True, help="The text is a new unit after REF.")
@click.option("--heading", help="Change only the heading.")
@click.option("--delete", is_flag=True, help="Take the provision out.")
@click.option("--author", default="")
@click.option("--justification", default="")
@click.option("--basis", type=options.REF, help="The EU provision that this answers, KEY#EID.")
@click.option("--title", default="", help="The proposal's title.")
@options.as_json
def propose(
    dossier: Path,
    proposal: str,
    ref: Ref,
    text: str | None,
    insert_after: bool,
    heading: str | None,
    delete: bool,
    author: str,
    justification: str,
    basis: Ref | None,
    title: str,
    as_json: bool,
) -> None:
    """Propose a new text for a provision (REF is KEY#EID); makes the proposal when missing."""
    if sum((text is not None, heading is not None, delete)) != 1 or (insert_after and text is None):
        raise click.UsageError("Give exactly one of --text, --heading and --delete (--insert-after goes with --text).")
    with opened(dossier) as it:
        outcome = drafting.propose(
            it,
            proposal,
            ref,
            text=None if text is None else options.text_of(text),
            insert_after=insert_after,
            heading=heading,
            delete=delete,
            author=author,
            justification=justification,
            basis=basis,
            title=title,
        )
        rows = [output.modification(m, *drafting.wordings(it, outcome.proposal, m)) for m in outcome.modifications]
        total = len(it.dossier.modifications(outcome.proposal.key))
    document = {
        "proposal": outcome.proposal.key,
        "modifications": rows,
        "renumbered": [{"from": old, "to": new} for old, new in outcome.moved.items()],
    }
    plain = "\n".join(f"{row['kind']} {row['target']}" for row in rows) or "Nothing differs from the law in force."
    output.answer(as_json, document, f"{plain}\n{outcome.proposal.key}: {total} modifications")


@click.command()
@options.dossier
@options.as_json
def undo(dossier: Path, as_json: bool) -> None:
    """Take back the last step of DOSSIER."""
    with opened(dossier) as it:
        step = it.session.undo(clock.now())
    output.answer(as_json, {"undone": step.label if step else None}, step.label if step else "Nothing to take back.")


@click.command()
@options.dossier
@options.as_json
def redo(dossier: Path, as_json: bool) -> None:
    """Bring back the last step that was taken back."""
    with opened(dossier) as it:
        step = it.session.redo(clock.now())
    output.answer(as_json, {"redone": step.label if step else None}, step.label if step else "Nothing to bring back.")


COMMANDS = (propose, undo, redo)
