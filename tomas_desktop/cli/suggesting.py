"""The command that suggests: by itself, for it is run often and has to answer at once."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from tomas_desktop.cli import options, output
from tomas_desktop.services import correlating, suggesting
from tomas_desktop.services.dossiers import opened
from tomas_desktop.services.kept_suggestions import Suggestion

Unit = Literal["article", "paragraph"]


@click.command()
@options.dossier
@click.argument("eu_key")
@click.argument("national_keys", nargs=-1, required=True, metavar="NATIONAL_KEY...")
@click.option("--top", type=click.IntRange(min=1), default=5, show_default=True, help="Candidates for each provision.")
@click.option("--unit", type=click.Choice(["article", "paragraph"]), default="article", show_default=True)
@click.option("--aid", default="", help="A neighbour's language (hr, sl, bg) in which the dossier has the act too.")
@click.option("--keep", is_flag=True, help="Keep the first of each as a suggested link, to be confirmed or rejected.")
@options.as_json
def suggest(
    dossier: Path,
    eu_key: str,
    national_keys: tuple[str, ...],
    top: int,
    unit: Unit,
    aid: str,
    keep: bool,
    as_json: bool,
) -> None:
    """Ranked national matches for every provision of an EU act; a gap is where nothing fits."""
    with opened(dossier) as it:
        found = suggesting.suggest(it, eu_key, national_keys, top=top, unit=unit, aid=aid)
        kept = correlating.keep(it, found) if keep else ()
    document = {
        "suggestions": [
            {
                "eu": each.eu.eid,
                "gap": each.is_gap,
                "national": [
                    {"work": one.national.work, "eid": one.national.eid, "score": one.score, "why": list(one.why)}
                    for one in each.national
                ],
            }
            for each in found
        ],
        **({"kept": [output.correlation(each) for each in kept]} if keep else {}),
    }
    plain = "\n".join(map(_line, found))
    output.answer(as_json, document, f"{plain}\n{len(kept)} kept" if keep else plain)


def _line(suggestion: Suggestion) -> str:
    if suggestion.is_gap:
        return f"{suggestion.eu.eid}: nothing fits"
    names = [f"{one.national} {one.score:.2f}" for one in suggestion.national]
    why = "; ".join(suggestion.national[0].why) if suggestion.national else ""
    return f"{suggestion.eu.eid}: {', '.join(names)}" + (f" ({why})" if why else "")


COMMANDS = (suggest,)
