"""The command for working translations of EU provisions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tomas_desktop.cli import options, output
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.translation import Translation
from tomas_desktop.services import translating
from tomas_desktop.services.dossiers import opened


@click.command()
@options.dossier
@click.argument("ref", type=options.REF)
@click.option("--language", help="The language that is translated into, for example sr-Latn, mk, sq.")
@click.option(
    "--text", type=click.Path(), help="A file with the translation of the provision, or - for standard input."
)
@click.option("--from", "source", type=options.PATH, help="A translation memory: TMX, or a CSV of two columns.")
@click.option("--remove", is_flag=True, help="Take the translation out.")
@click.option("--author", default="", help="Who translated.")
@options.as_json
def translate(
    dossier: Path,
    ref: Ref,
    language: str | None,
    text: str | None,
    source: Path | None,
    remove: bool,
    author: str,
    as_json: bool,
) -> None:
    """Working translations of an EU act: of one provision (REF is EU_KEY#EID), or many from a memory (REF is EU_KEY);
    without --text, --from or --remove, those that there are."""
    if sum((text is not None, source is not None, remove)) > 1:
        raise click.UsageError("Give one of --text, --from and --remove, or none to see what there is.")
    if (text is not None or remove) and not ref.eid:
        raise click.UsageError("Name the provision that is translated: EU_KEY#EID.")
    if source is not None and ref.eid:
        raise click.UsageError("A memory is for a whole act: EU_KEY without a provision.")
    if language is None and (text is not None or source is not None or remove):
        raise click.UsageError("Say with --language into which language.")
    with opened(dossier) as it:
        if text is not None:
            made = translating.translate(it, ref, language or "", options.text_of(text), author=author)
            plain = f"{ref}: {'translated' if made else 'no translation'}"
            output.answer(as_json, {"translation": made and _document(made)}, plain)
        elif remove:
            gone = translating.remove(it, ref, language or "", author=author)
            output.answer(as_json, {"removed": _document(gone)}, f"{ref}: removed")
        elif source is not None:
            taken = translating.take_file(it, ref.work, language or "", options.origin(source), author=author)
            output.answer(as_json, _taken(taken), _told(taken))
        else:
            there = translating.of_work(it, ref.work, language or "")
            shown = [one for one in there if not ref.eid or one.ref == ref or one.ref.eid.startswith(f"{ref.eid}__")]
            plain = "\n".join(f"{one.ref}  {one.language}  {one.author or one.source}  {one.at[:10]}" for one in shown)
            output.answer(as_json, {"translations": [_document(one) for one in shown]}, plain or "None.")


def _document(one: Translation) -> dict[str, Any]:
    return {
        "ref": str(one.ref),
        "language": one.language,
        "text": one.text,
        "author": one.author,
        "at": one.at,
        "source": one.source,
    }


def _taken(taken: translating.Taken) -> dict[str, Any]:
    return {
        "units": taken.units,
        "translated": [_document(one) for one in taken.translations],
        "kept": [str(ref) for ref in taken.kept],
        "ambiguous": [str(ref) for ref in taken.ambiguous],
        "similar": [
            {"eid": one.eid, "source": one.source, "target": one.target, "share": one.share} for one in taken.similar
        ],
    }


def _told(taken: translating.Taken) -> str:
    lines = [f"{len(taken.translations)} provisions translated from {taken.units} pairs"]
    lines += [f"{ref}: another translation is there already" for ref in taken.kept]
    lines += [f"{ref}: translated in several ways, none taken" for ref in taken.ambiguous]
    lines += [f"{one.eid}: only similar ({one.share:.0%}): {one.target}" for one in taken.similar]
    return "\n".join(lines)


COMMANDS = (translate,)
