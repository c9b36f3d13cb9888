"""The command that searches a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tomas_desktop.cli import options, output
from tomas_desktop.services import searching
from tomas_desktop.services.dossiers import opened


@click.command()
@options.dossier
@click.argument("query")
@click.option("--limit", type=click.IntRange(min=1), default=searching.LIMIT, show_default=True, help="At most.")
@click.option("--work", default="", help="Only in this work.")
@click.option("--country", default="", help="Only in the works of this country: eu, rs, mk, al.")
@options.as_json
def search(dossier: Path, query: str, limit: int, work: str, country: str, as_json: bool) -> None:
    """Find provisions: words in any script, form and case, a "phrase", or a citation (čl. 12 st. 3)."""
    with opened(dossier) as it:
        answer = searching.search(it, query, limit=limit, work=work, country=country)
    document = {"hits": [_document(hit) for hit in answer.hits], "total": answer.total}
    plain = "\n".join(_plain(hit) for hit in answer.hits)
    more = answer.total - len(answer.hits)
    output.answer(as_json, document, f"{plain}\n{f'{more} more' if more > 0 else ''}".rstrip() or "Nothing found.")


def _document(hit: searching.Hit) -> dict[str, Any]:
    return {
        "ref": str(hit.ref),
        "snippet": hit.snippet,
        "score": hit.score,
        "marks": [list(mark) for mark in hit.marks],
        "unit": str(hit.unit),
        "number": hit.number,
        "heading": hit.heading,
        "places": [str(place) for place in hit.places],
        "linked": [str(ref) for ref in hit.linked],
        "country": hit.work.country,
        "title": hit.work.title,
        "expression": hit.expression,
        "translation": hit.translation.language if hit.translation else None,
    }


def _plain(hit: searching.Hit) -> str:
    name = " ".join(part for part in (hit.number, hit.heading) if part)
    text, end = "", 0
    for start, stop in hit.marks:
        text += hit.snippet[end:start] + click.style(hit.snippet[start:stop], bold=True)
        end = stop
    lines = [f"{hit.ref}  {name}".rstrip(), f"    {text}{hit.snippet[end:]}"]
    return "\n".join([*lines, *(f"    linked with {ref}" for ref in hit.linked)])


COMMANDS = (search,)
