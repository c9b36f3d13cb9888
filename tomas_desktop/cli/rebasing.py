"""The command that carries a proposal onto another text of its law."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tomas_desktop.cli import options, output
from tomas_desktop.services import drafting, messages, rebasing
from tomas_desktop.services.dossiers import opened


@click.command()
@options.dossier
@click.argument("proposal")
@click.option("--onto", "expression", required=True, help="The text to carry it onto, for example rs-kz/sr-Latn/draft.")
@click.option("--as", "key", default="", help="The name of the new proposal.")
@click.option("--author", default="")
@options.as_json
def rebase(dossier: Path, proposal: str, expression: str, key: str, author: str, as_json: bool) -> None:
    """Carry PROPOSAL onto another text of its law; what does not apply is listed with its reason."""
    with opened(dossier) as it:
        carried = rebasing.carry(it, proposal, expression, key=key, author=author)
        applied = [output.modification(m, *drafting.wordings(it, carried.proposal, m)) for m in carried.applied]
    conflicts = [conflict_row(conflict) for conflict in carried.conflicts]
    document = {
        "proposal": carried.proposal.key if applied else None,
        "expression": carried.proposal.expression,
        "applied": applied,
        "conflicts": conflicts,
    }
    plain = [f"{row['kind']} {row['target']}" for row in applied]
    plain += [f"not carried over: {row['kind']} {row['target']}: {row['message']}" for row in conflicts]
    where = f" to {carried.proposal.key}" if applied else ""
    plain.append(f"{len(applied)} carried over{where}, {len(conflicts)} not")
    output.answer(as_json, document, "\n".join(plain))


def conflict_row(conflict: rebasing.Conflict) -> dict[str, Any]:
    """A modification that was not carried over, with the reason in a sentence."""
    modification = conflict.modification
    values = {"target": modification.target, "old": conflict.old, "draft": conflict.draft, "now": conflict.now}
    return {
        "kind": modification.kind,
        "target": modification.target,
        "reason": conflict.reason,
        "message": messages.sentence(f"rebase-{conflict.reason}", values),
        "now_at": conflict.eid,
        "old": conflict.old,
        "draft": conflict.draft,
        "now": conflict.now,
        "author": modification.author,
        "justification": modification.justification,
        "basis": modification.basis,
    }


COMMANDS = (rebase,)
