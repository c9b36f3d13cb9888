"""Commands about texts: structure, redline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tomas_desktop.cli import options, output
from tomas_desktop.services import importing, reviewing
from tomas_desktop.services.dossiers import opened

if TYPE_CHECKING:
    from tomas_desktop.services.importing import Reading
    from tomas_desktop.services.reviewing import Form, Noise


@click.command()
@click.argument("file", type=options.PATH)
@options.country
@options.language
@click.option("--text", "as_text", is_flag=True, help="Print the canonical text.")
@options.as_json
def structure(file: Path, country: str, language: str, as_text: bool, as_json: bool) -> None:
    """What an import would make of FILE (or of standard input: -), without a dossier."""
    reading = importing.preview(options.origin(file), country, language)
    if as_text:
        click.echo(importing.canonical(reading.nodes, country, language), nl=False)
        return
    output.answer(as_json, reading_document(reading), reading_summary(reading))
    if not as_json:
        output.remarks(reading.findings)


def reading_document(reading: Reading) -> dict[str, Any]:
    """A reading in the contract's shape."""
    return {
        "format": reading.format,
        "title": reading.title,
        "identity": output.identity(reading.identity),
        "nodes": [output.node(node) for node in reading.nodes],
        "units": reading.units,
        "words_in": reading.words_in,
        "words_placed": reading.words_placed,
        "furniture": list(reading.furniture),
        "unplaced": list(reading.unplaced),
        "repairs": [{"before": repair.before, "after": repair.after} for repair in reading.repairs],
        "findings": [output.finding(finding) for finding in reading.findings],
    }


def reading_summary(reading: Reading) -> str:
    counts = ", ".join(f"{count} {unit}" for unit, count in reading.units.items())
    return (
        f"{reading.title}\nFormat: {reading.format}\nUnits: {counts}\n"
        f"Words: {reading.words_in} read, {reading.words_placed} placed, {len(reading.unplaced)} pieces not understood"
    )


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--in",
    "dossier",
    type=options.PATH,
    help="A dossier; OLD and NEW are then texts in it, or provisions of them: csar/en/council, csar/en/council#art_5.",
)
@click.option("--as", "as_file", type=click.Choice(["html", "docx"]), help="Write the redline as a file (with --out).")
@click.option("--out", type=options.PATH, help="Where to write it.")
@click.option(
    "--ignore",
    type=options.KINDS_OF_NOISE,
    default="",
    help="Differences that do not count, for example quotes,dashes,spaces,script,case.",
)
@click.option(
    "--form",
    type=click.Choice(reviewing.FORMS),
    default="readable",
    help="The fewest words (minimal), small gaps closed (words), rewritten sentences replaced whole (readable).",
)
@options.as_json
def redline(
    old: str,
    new: str,
    dossier: Path | None,
    as_file: str | None,
    out: Path | None,
    ignore: frozenset[Noise],
    form: Form,
    as_json: bool,
) -> None:
    """The word-level difference of two text files, or of two texts of a dossier."""
    if as_file and out is None:
        raise click.UsageError("--as needs --out FILE.")
    if dossier is None:
        texts = reviewing.file_text(Path(old)), reviewing.file_text(Path(new))
    else:
        with opened(dossier) as it:
            texts = reviewing.stored_text(it, old), reviewing.stored_text(it, new)
    segments = reviewing.redline_texts(*texts, form=form, ignore=ignore)
    if out is not None and as_file == "docx":
        reviewing.write_redline_document(*texts, out, form=form, ignore=ignore)
    elif out is not None:
        reviewing.write_redline_page(segments, out, texts[0].name, texts[1].name)
    output.answer(as_json, {"segments": [list(s) for s in segments]}, _plain(segments) if out is None else str(out))


def _plain(segments: tuple[tuple[str, str], ...]) -> str:
    marks = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    return "".join(f"{marks[op][0]}{text}{marks[op][1]}" for op, text in segments)


COMMANDS = (structure, redline)
