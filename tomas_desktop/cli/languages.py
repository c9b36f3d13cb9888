"""The command for those who review the languages of the program."""

from __future__ import annotations

from pathlib import Path

import click

from tomas_desktop.cli import options, output
from tomas_desktop.services import messages, review_sheet


@click.command("reviewers-sheet")
@click.option("--language", type=click.Choice(list(messages.LANGUAGES)), required=True, help="The language to review.")
@click.option("--out", type=options.PATH, help="Write the sheet to this file (.csv).")
@click.option("--apply", "corrected", type=options.PATH, help="Take over what a reviewer corrected in this file.")
@options.as_json
def reviewers_sheet(language: str, out: Path | None, corrected: Path | None, as_json: bool) -> None:
    """What the program says, as a table for a native speaker; corrections are used from then on, on this computer."""
    if (out is None) == (corrected is None):
        raise click.UsageError("Say one of --out and --apply.")
    if corrected is not None:
        done = review_sheet.apply(language, corrected)
        output.remarks(done.findings if not as_json else ())
        document = {"corrected": done.corrected, "findings": [output.finding(each) for each in done.findings]}
        output.answer(as_json, document, f"{done.corrected} sentences corrected.")
    elif out is not None:
        review_sheet.write(language, out)
        output.answer(as_json, {"path": output.absolute(out)}, f"Written to {out}.")


COMMANDS = (reviewers_sheet,)
