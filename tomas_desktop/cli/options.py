"""Arguments that several commands share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services.sources import Origin, Source

if TYPE_CHECKING:
    from tomas_desktop.services.reviewing import Noise


class RefType(click.ParamType[Ref]):
    """`KEY` or `KEY#EID`."""

    name = "reference"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Ref:
        return value if isinstance(value, Ref) else Ref.parse(str(value))


class NoiseType(click.ParamType["frozenset[Noise]"]):
    """Kinds of difference that do not count, separated by commas."""

    name = "kinds"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[Noise]:
        if isinstance(value, frozenset):
            return value
        from tomas_desktop.services import reviewing

        return reviewing.kinds_of_noise(str(value))


REF = RefType()
KINDS_OF_NOISE = NoiseType()
PATH = click.Path(path_type=Path)

as_json = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")
dossier = click.argument("dossier", type=PATH)
country = click.option("--country", required=True, help="The legal order: eu, rs, mk, al.")
language = click.option("--language", required=True, help="The language, for example en or sr-Latn.")


def origin(file: Path) -> Origin:
    """The file, or the bytes on standard input where `-` stands for it."""
    return Source("Standard input", sys.stdin.buffer.read()) if str(file) == "-" else file
