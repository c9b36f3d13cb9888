"""The commands of the glossary: look up, change, bring in, hand out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tomas_desktop.cli import options, output
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import own_terms, term_exchange
from tomas_desktop.services import terms as glossary
from tomas_desktop.services.terms import Concept

_LANGUAGE = click.Choice(list(glossary.LANGUAGES))


@click.command()
@click.argument("find")
@click.option("--language", type=_LANGUAGE, help="Only by terms of this language.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most.")
@options.as_json
def terms(find: str, language: str | None, limit: int, as_json: bool) -> None:
    """Concepts of the glossary by a word of any language, script and case; the last word may be a beginning."""
    found = glossary.find(find, language=language or "", limit=limit)
    document = {
        "terms": [
            {
                "concept": _concept(one.concept),
                "language": one.language,
                "term": one.term,
                "deprecated": one.is_deprecated,
            }
            for one in found
        ]
    }
    output.answer(as_json, document, "\n".join(_line(one.concept) for one in found) or "Nothing found.")


@click.command("terms-in")
@options.dossier
@click.argument("eu_ref", type=options.REF)
@click.option("--all", "is_all", is_flag=True, help="Also the words that every law uses.")
@options.as_json
def terms_in(dossier: Path, eu_ref: Ref, is_all: bool, as_json: bool) -> None:
    """The terms of an EU provision, and what the linked national provisions call them."""
    from tomas_desktop.services.dossiers import opened

    with opened(dossier) as it:
        found = [one for one in glossary.of_provision(it, eu_ref) if is_all or not one.is_general]
    document = {
        "terms": [
            {
                "concept": _concept(one.concept),
                "places": [
                    {"eid": each.eid, "part": each.part, "start": each.start, "end": each.end, "term": each.term}
                    | {"deprecated": each.is_deprecated}
                    for each in one.places
                ],
                "usage": [
                    {"national": str(each.national), "language": each.language, "use": each.use}
                    | {"words": list(each.words)}
                    for each in one.usage
                ],
            }
            for one in found
        ]
    }
    output.answer(as_json, document, "\n".join(map(_used, found)) or "Nothing found.")


@click.command("terms-set")
@click.argument("concept")
@click.argument("language", type=_LANGUAGE)
@click.argument("term")
@click.option("--preferred", is_flag=True, help="The term to write.")
@click.option("--deprecated", is_flag=True, help="A term not to be written any more.")
@click.option("--new", is_flag=True, help="CONCEPT is an English term that the glossary lacks: make it a concept.")
@click.option("--source", default="", help="Who says so.")
@click.option("--note", default="", help="The scope of the term, or why it is deprecated.")
@options.as_json
def terms_set(
    concept: str,
    language: str,
    term: str,
    preferred: bool,
    deprecated: bool,
    new: bool,
    source: str,
    note: str,
    as_json: bool,
) -> None:
    """Add a term of your own to a CONCEPT (its id or its English term), or say which is preferred or deprecated."""
    if preferred and deprecated:
        raise click.UsageError("A term is preferred or deprecated, not both.")
    if new:
        made = own_terms.set_concept({language: [term], "en": [concept]}, note=note, source=source)
    else:
        made = own_terms.set_term(
            concept, language, term, preferred=preferred, deprecated=deprecated, source=source, note=note
        )
    output.answer(as_json, {"concept": _concept(made)}, _line(made))


@click.command("terms-remove")
@click.argument("concept")
@click.argument("language", type=_LANGUAGE, required=False)
@click.argument("term", required=False)
@click.option("--reset", is_flag=True, help="Only forget what was said here: a bundled concept is as it came.")
@options.as_json
def terms_remove(concept: str, language: str | None, term: str | None, reset: bool, as_json: bool) -> None:
    """Take a term, or a whole CONCEPT, out of your glossary."""
    left: Concept | None = None
    if (language is None) != (term is None) or (reset and term is not None):
        raise click.UsageError("Name a concept, or a concept, a language and a term.")
    if reset:
        own_terms.reset(concept)
        left = next((each for each in glossary.all_concepts() if each.id == concept), None)
    elif language is not None and term is not None:
        left = own_terms.remove_term(concept, language, term)
    else:
        own_terms.remove(concept)
    output.answer(as_json, {"concept": left and _concept(left)}, _line(left) if left else "Taken out.")


@click.command("terms-import")
@click.argument("file", type=options.PATH)
@options.as_json
def terms_import(file: Path, as_json: bool) -> None:
    """Bring in a termbase (TBX) or a table (CSV with columns named by languages)."""
    got = term_exchange.import_file(file)
    document = {
        "added": got.added,
        "changed": got.changed,
        "unchanged": got.unchanged,
        "left_out": {"languages": list(got.languages), "terms": got.other_languages, "deprecated": got.only_deprecated},
        "file": output.absolute(own_terms.file()),
    }
    plain = f"{got.added} concepts added, {got.changed} changed, {got.unchanged} as before."
    if got.other_languages:
        plain += f"\n{got.other_languages} terms left out: the glossary has no {', '.join(got.languages)}."
    if got.only_deprecated:
        plain += f"\n{got.only_deprecated} deprecated terms left out: there is no other to write instead."
    output.answer(as_json, document, plain)


@click.command("terms-export")
@click.argument("file", type=options.PATH)
@click.option("--own", is_flag=True, help="Only the concepts that you changed or added.")
@click.option("--tbx", "dialect", default="dca", show_default=True, help="The form of TBX: dca, dct or martif (2008).")
@options.as_json
def terms_export(file: Path, own: bool, dialect: str, as_json: bool) -> None:
    """Write the glossary as a termbase (.tbx) or a table (.csv)."""
    count = term_exchange.export_file(file, only_own=own, dialect=dialect)
    output.answer(as_json, {"concepts": count, "path": output.absolute(file)}, f"{count} concepts written to {file}.")


def _concept(one: Concept) -> dict[str, Any]:
    return {
        "id": one.id,
        "field": one.field,
        "terms": {
            language: [{"text": term.text, "to_check": term.to_check} for term in found]
            for language, found in one.terms.items()
        },
        "deprecated": {language: [term.text for term in found] for language, found in one.deprecated.items()},
        "note": one.note,
        "source": one.source,
    }


def _line(one: Concept) -> str:
    names = [f"{language}: {one.preferred(language)}" for language in glossary.LANGUAGES if one.preferred(language)]
    avoided = [term.text for found in one.deprecated.values() for term in found]
    return f"{one.id}  {'; '.join(names)}" + (f" (not: {', '.join(avoided)})" if avoided else "")


def _used(one: glossary.ConceptUsed) -> str:
    lines = [_line(one.concept)]
    lines += [f"    {each.national}: {each.use} {', '.join(each.words)}".rstrip() for each in one.usage]
    return "\n".join(lines)


COMMANDS = (terms, terms_in, terms_set, terms_remove, terms_import, terms_export)
