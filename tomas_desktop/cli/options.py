"""Arguments that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from tomas_desktop.model.identifiers import Ref


class RefType(click.ParamType[Ref]):
    """`KEY` or `KEY#EID`."""

    name = "reference"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Ref:
        return value if isinstance(value, Ref) else Ref.parse(str(value))


REF = RefType()
PATH = click.Path(path_type=Path)

as_json = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")
dossier = click.argument("dossier", type=PATH)
country = click.option("--country", required=True, help="The legal order: eu, rs, mk, al.")
language = click.option("--language", required=True, help="The language, for example en or sr-Latn.")
