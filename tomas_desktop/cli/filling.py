"""The command that fills in somebody else's form."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from tomas_desktop.cli import options, output
from tomas_desktop.services import filling
from tomas_desktop.services.dossiers import opened


class ColumnType(click.ParamType["tuple[int, str]"]):
    """`I=ROLE`: a column counted from 1, and what it holds."""

    name = "column=role"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, str]:
        column, _, role = str(value).partition("=")
        if not column.strip().isdecimal() or role.strip() not in filling.roles():
            self.fail(f"{value!r} is not COLUMN=ROLE, with a role out of {', '.join(filling.roles())}.", param, ctx)
        return int(column), role.strip()


@click.command()
@options.dossier
@click.argument("proposal")
@click.argument("form", type=options.PATH, metavar="FORM.docx")
@click.option("--out", required=True, type=options.PATH, help="The filled copy; the form itself is never written.")
@click.option("--table", type=click.IntRange(min=1), help="Which table; without it the one that is understood best.")
@click.option(
    "--column", "columns", multiple=True, type=ColumnType(), metavar="I=ROLE",
    help="What a column holds (number, article, current, proposal, reasons, basis, leave); remembered for this form.",
)  # fmt: skip
@click.option("--redline", is_flag=True, help="The proposal with what is struck and what is new.")
@click.option("--script", type=click.Choice(["Latn", "Cyrl"]), help="The script; without it the law's own.")
@options.as_json
def fill(
    dossier: Path,
    proposal: str,
    form: Path,
    out: Path,
    table: int | None,
    columns: tuple[tuple[int, str], ...],
    redline: bool,
    script: Literal["Latn", "Cyrl"] | None,
    as_json: bool,
) -> None:
    """Fill a consultation form (any Word file with a table) from a PROPOSAL."""
    with opened(dossier) as it:
        filled = filling.fill(it, proposal, form, out, table, dict(columns), redline, script)
    document = {
        "columns": [{"index": one.index, "heading": one.heading, "role": one.role} for one in filled.columns],
        "table": filled.table,
        "file": output.absolute(filled.file),
        "rows": filled.rows,
        "findings": [output.finding(finding) for finding in filled.findings],
    }
    lines = [f"{one.index}. {one.heading}: {one.role}" for one in filled.columns]
    output.answer(as_json, document, "\n".join([*lines, f"{filled.file}: {filled.rows} rows"]))
    if not as_json:
        output.remarks(filled.findings)


COMMANDS = (fill,)
