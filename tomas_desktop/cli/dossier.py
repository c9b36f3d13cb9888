"""Commands about what a dossier holds: import, works, card, show, verify, check."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click

from tomas_desktop.cli import options, output
from tomas_desktop.cli.texts import reading_document, reading_summary
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import (
    checking,
    drafting,
    importing,
    lawcards,
    renditions,
    reviewing,
    verifying,
)
from tomas_desktop.services.dossiers import opened


@click.command("import")
@options.dossier
@click.argument("files", nargs=-1, required=True, type=options.PATH)
@options.country
@options.language
@click.option(
    "--key", default="", help="The work's key; without it, made from the file's name (standard input: from the title)."
)
@click.option("--title", default="", help="The work's title; without it, read from the file.")
@click.option("--stage", default="", help="For example proposal, council, adopted; in-force, draft.")
@click.option("--date", default="", help="The date of this text, YYYY-MM-DD.")
@options.as_json
def import_(
    dossier: Path,
    files: tuple[Path, ...],
    country: str,
    language: str,
    key: str,
    title: str,
    stage: str,
    date: str,
    as_json: bool,
) -> None:
    """Add works, or further expressions of works, to DOSSIER (made when missing). A file - is standard input."""
    candidates = [
        importing.Candidate(
            importing.preview(source, country, language), source, country, language, key, title, stage, date
        )
        for source in map(options.origin, files)
    ]
    with opened(dossier, create=True) as it:
        stored = importing.store_all(it, candidates)
    documents = [
        {**reading_document(candidate.reading), "work": work.key, "expression": expression.id}
        for candidate, (work, expression) in zip(candidates, stored, strict=True)
    ]
    document = documents[0] if len(documents) == 1 else {"imports": documents}
    plain = "\n\n".join(
        f"{expression.id}: {reading_summary(candidate.reading)}"
        for candidate, (_, expression) in zip(candidates, stored, strict=True)
    )
    output.answer(as_json, document, plain)
    if not as_json:
        for candidate in candidates:
            output.remarks(candidate.reading.findings)


@click.command()
@options.dossier
@options.as_json
def works(dossier: Path, as_json: bool) -> None:
    """What is in DOSSIER."""
    with opened(dossier) as it:
        rows = [
            {
                "key": work.key,
                "country": work.country,
                "title": work.title,
                "expressions": [
                    output.expression(e, drafting.units(it.nodes(e))) for e in it.dossier.expressions(work.key)
                ],
            }
            for work in it.dossier.works
        ]
        proposals = [
            {
                "key": p.key,
                "work": p.work,
                "title": p.title,
                "expression": p.expression,
                "modifications": len(it.dossier.modifications(p.key)),
            }
            for p in it.dossier.proposals
        ]
    plain = "\n".join(
        [f"{row['key']}  [{row['country']}]  {row['title']}" for row in rows]
        + [f"proposal {p['key']} on {p['work']}: {p['modifications']} modifications" for p in proposals]
    )
    output.answer(as_json, {"works": rows, "proposals": proposals}, plain or "The dossier is empty.")


@click.command()
@options.dossier
@click.argument("key")
@click.option("--set", "settings", multiple=True, metavar="FIELD=VALUE", help="Set a field; gazette: separate with ;")
@options.as_json
def card(dossier: Path, key: str, settings: tuple[str, ...], as_json: bool) -> None:
    """The card of a law: official name, name as cited, gazette citations, source, as of, checked by."""
    with opened(dossier) as it:
        value = lawcards.update(it, key, settings) if settings else lawcards.card(it, key)
    document = output.card(value)
    plain = "\n".join(f"{name}: {'; '.join(v) if isinstance(v, list) else v}" for name, v in document.items())
    output.answer(as_json, {"card": document}, plain)


@click.command()
@options.dossier
@click.argument("ref", type=options.REF)
@click.option("--expression", help="Which text of the work; without it the one in force, else the newest.")
@click.option("--proposal", help="Show the text as this proposal would have it.")
@click.option("--as", "form", type=click.Choice(["text", "html", "akn"]), help="Text, a page or a file, not a tree.")
@options.as_json
def show(
    dossier: Path, ref: Ref, expression: str | None, proposal: str | None, form: str | None, as_json: bool
) -> None:
    """A law, a provision (KEY#EID), or the text as proposed."""
    with opened(dossier) as it:
        nodes = drafting.text_of(it, ref, expression, proposal)
        title, language = it.work(ref.work).title, it.expression(ref.work, expression).language
        if form == "akn":
            click.echo(renditions.law_document(it, ref, expression, proposal), nl=False)
            return
    if form == "html":
        click.echo(reviewing.law_page(title, nodes, language), nl=False)
        return
    document: dict[str, Any] = {"nodes": [output.node(node) for node in nodes]}
    output.answer(as_json and form is None, document, canonical_text(nodes))


@click.command()
@options.dossier
@click.argument("ref", type=options.REF)
@click.option("--gazette", help="The issue of the gazette that it was compared with.")
@click.option("--expression", help="Which text of the law; without it the one in force, else the newest.")
@click.option("--author", default="")
@click.option("--remove", is_flag=True, help="Take back that it was compared.")
@options.as_json
def verify(
    dossier: Path, ref: Ref, gazette: str | None, expression: str | None, author: str, remove: bool, as_json: bool
) -> None:
    """Note that a person compared an article (KEY#EID) with the official gazette."""
    with opened(dossier) as it:
        if remove:
            value = verifying.withdraw(it, ref, author=author, expression=expression)
        else:
            value = verifying.verify(it, ref, gazette=gazette, author=author, expression=expression)
    document = {"verification": output.verification(value), **({"removed": True} if remove else {})}
    said = "no longer noted as compared" if remove else f"compared with {value.gazette or 'the gazette'}"
    output.answer(as_json, document, f"{value.expression}#{value.eid}: {said}")


@click.command()
@options.dossier
@click.argument("proposal", required=False)
@options.as_json
def check(dossier: Path, proposal: str | None, as_json: bool) -> None:
    """All checks over the dossier, or over one proposal."""
    with opened(dossier) as it:
        findings = checking.check(it, proposal)
    output.answer(as_json, {"findings": [output.finding(finding) for finding in findings]})
    if not as_json:
        output.remarks(findings)
        severities = Counter(finding.severity for finding in findings)
        click.echo(", ".join(f"{count} {severity}" for severity, count in severities.items()) or "Nothing found.")


COMMANDS = (import_, works, card, show, verify, check)
