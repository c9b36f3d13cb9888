"""Arguments that several commands share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.wording import Size
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


class SizeOfType(click.ParamType["tuple[str, Size]"]):
    """`ARTICLE=SIZE`: an article by its eId or its number, and how large its clauses are at least."""

    name = "article=size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Size]:
        article, _, named = str(value).rpartition("=")
        size = next((size for size in SIZES if size == named.strip()), None)
        if size is None or not article.strip():
            self.fail(f"{value!r} is not ARTICLE=SIZE, with a size out of {', '.join(SIZES)}.", param, ctx)
        return article.strip(), size


SIZES: tuple[Size, ...] = get_args(Size)
REF = RefType()
SIZE_OF = SizeOfType()
KINDS_OF_NOISE = NoiseType()
PATH = click.Path(path_type=Path)

as_json = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")
dossier = click.argument("dossier", type=PATH)
country = click.option("--country", required=True, help="The legal order: eu, rs, mk, al.")
language = click.option("--language", required=True, help="The language, for example en or sr-Latn.")


def text_of(source: str) -> str:
    """The words of a text file, or those on standard input where `-` stands for it. Raises NotFoundError("no-file"),
    TomasError("not-text")."""
    name = "Standard input" if source == "-" else source
    path = Path(source)
    if source != "-" and not path.is_file():
        raise NotFoundError("no-file", path=source)
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig") if source == "-" else path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TomasError("not-text", path=name) from error


def origin(file: Path) -> Origin:
    """The file, or the bytes on standard input where `-` stands for it."""
    return Source("Standard input", sys.stdin.buffer.read()) if str(file) == "-" else file
