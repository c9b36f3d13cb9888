"""The user's own terms, changed one by one; `services.term_exchange` brings many in at once.

All of them stand in one file, `own.csv` in the folder `glossary` beside the settings, as rows that say how a concept
differs from what is there without them; other files in that folder belong to the user and are never written.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from tomas_desktop.align import glossary
from tomas_desktop.align.glossary import Concept, Term, Terms
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.services import terms
from tomas_desktop.text.scripts import script_of, to_latin


def file() -> Path:
    """Where the user's own terms stand."""
    return terms.folders()[-1] / glossary.OWN


def own() -> tuple[Concept, ...]:
    """The rows of the user's own file: of each concept only what is told otherwise. In a language without any term in
    such a row those that are there without it are taken away."""
    return tuple(rows().values())


# ---- one by one --------------------------------------------------------------------------------------------


def set_term(
    concept: str,
    language: str,
    text: str,
    *,
    preferred: bool = False,
    deprecated: bool = False,
    source: str = "",
    note: str = "",
) -> Concept:
    """Add a term to a concept, or say of one that is there that it is to be preferred, or not to be written any more.

    Raises NotFoundError("no-concept"), TomasError("no-term-language"), ("empty-term"), ("term-only-deprecated").
    """
    now, language, text = _concept(concept), _language(language), _text(language, text)
    others = [each for each in now.terms.get(language, ()) if each.text != text]
    avoided = [each for each in now.deprecated.get(language, ()) if each.text != text]
    if deprecated:
        if not others:
            raise TomasError("term-only-deprecated", term=text, concept=now.id)
        avoided.append(Term(text))
    elif preferred:
        others.insert(0, Term(text))
    else:
        places = [each.text for each in now.terms.get(language, ())]
        others.insert(places.index(text) if text in places else len(others), Term(text))
    told = replace(now, source=" ".join(source.split()) or now.source, note=" ".join(note.split()) or now.note)
    return _keep(_with(told, language, others, avoided))


def remove_term(concept: str, language: str, text: str) -> Concept | None:
    """Take a term out of a concept, bundled or not; None when that was its last. Raises NotFoundError("no-concept"),
    ("no-term"), TomasError("no-term-language"), ("empty-term")."""
    now, language, text = _concept(concept), _language(language), _text(language, text)
    here, avoided = now.terms.get(language, ()), now.deprecated.get(language, ())
    if text not in (each.text for each in (*here, *avoided)):
        raise NotFoundError("no-term", term=text, concept=now.id, language=language)
    others = [each for each in here if each.text != text]
    told = _with(now, language, others, [each for each in avoided if each.text != text] if others else [])
    if told.terms:
        return _keep(told)
    remove(now.id)
    return None


def set_concept(
    cells: Mapping[str, Sequence[str]],
    deprecated: Mapping[str, Sequence[str]] | None = None,
    *,
    id: str = "",
    note: str = "",
    source: str = "",
) -> Concept:
    """Make a concept: its terms by language, the preferred one first. With the id of one that is there all of it is
    said anew.

    Raises TomasError("no-term-language"), ("empty-term"), ("term-only-deprecated"), ("concept-exists") without an id
    where a concept has the same English term.
    """
    said = {_language(language): _cell(language, texts) for language, texts in cells.items()}
    avoided = {_language(language): _cell(language, texts) for language, texts in (deprecated or {}).items()}
    said, avoided = filled(said), filled(avoided)
    if not said:
        raise TomasError("empty-term")
    for language, found in avoided.items():
        if language not in said:
            raise TomasError("term-only-deprecated", term=found[0].text, concept=id or glossary.identifier_of(said))
    all_ = {each.id: each for each in terms.all_concepts()}
    english = said["en"][0].text.casefold() if "en" in said else ""
    if not id and (there := glossary.by_english(all_.values()).get(english)):
        raise TomasError("concept-exists", concept=there)
    name = id or free(glossary.identifier_of(said), all_)
    field = all_[name].field if name in all_ else Path(glossary.OWN).stem
    return _keep(Concept(name, said, avoided, note, field, source))


def remove(concept: str) -> None:
    """Take a concept out of the glossary, bundled or not. Raises NotFoundError("no-concept")."""
    now = _concept(concept)
    there = base()
    told = rows(there)
    told.pop(now.id, None)
    if now.id in there:
        gone = dict.fromkeys(there[now.id].terms, ())
        told[now.id] = replace(there[now.id], terms=gone, deprecated={}, note="", source="")
    write(told)


def reset(concept: str) -> None:
    """Forget what the user said of a concept: a bundled one is as it came, any other is gone. Raises
    NotFoundError("no-own-concept")."""
    told = rows()
    if concept not in told:
        raise NotFoundError("no-own-concept", concept=concept)
    del told[concept]
    write(told)


# ---- the file ----------------------------------------------------------------------------------------------


def base() -> dict[str, Concept]:
    """The glossary without the user's own file, by the ids of its concepts."""
    return {each.id: each for each in glossary.concepts(terms.folders(), without_own=True)}


def rows(there: Mapping[str, Concept] | None = None) -> dict[str, Concept]:
    """The rows of the user's own file by the ids of the concepts they are laid over; `there` is the glossary without
    them."""
    out: dict[str, Concept] = {}
    if file().exists():
        there = base() if there is None else there
        english = glossary.by_english(there.values())
        for _, row in glossary.rows(glossary.text_of(file()), file().name):
            id = row.id if row.id in there else english.get(row.preferred("en").casefold(), row.id)
            out[id] = replace(row, id=id)
    return out


def enter(into: dict[str, Concept], there: Mapping[str, Concept], told: Concept) -> None:
    """Put into the rows how a concept differs from what is there without them."""
    before = there.get(told.id)
    if before is None:
        into[told.id] = told
        return
    row = replace(
        told,
        terms=_difference(before.terms, told.terms),
        deprecated=_difference(before.deprecated, told.deprecated),
        note=told.note if told.note != before.note else "",
        source=told.source if told.source != before.source else "",
    )
    if row.terms or row.deprecated or row.note or row.source:
        into[told.id] = row
    else:
        into.pop(told.id, None)


def _difference(before: Terms, after: Terms) -> dict[str, tuple[Term, ...]]:
    languages = dict.fromkeys((*before, *after))
    return {one: after.get(one, ()) for one in languages if before.get(one, ()) != after.get(one, ())}


def write(told: Mapping[str, Concept]) -> None:
    """Keep these rows as the user's own file; without any there is no file."""
    if told:
        replace_file(file(), glossary.table(told.values()).encode("utf-8-sig"))
    else:
        file().unlink(missing_ok=True)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file in one move."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.write_bytes(data)
    draft.replace(path)


def _keep(told: Concept) -> Concept:
    there = base()
    now = rows(there)
    enter(now, there, told)
    write(now)
    return _concept(told.id)


# ---- what is said, made fit --------------------------------------------------------------------------------


def known_language(tag: str) -> str | None:
    """The glossary's own name of a language, whatever its script or country: `sr` for `sr-Cyrl`; None for others."""
    name = tag.replace("_", "-").partition("-")[0].lower()
    return name if name in glossary.LANGUAGES else None


def spelt(language: str, text: str) -> str:
    """A term as the glossary spells it: Serbian in Latin letters; empty where nothing is left of it."""
    return glossary.tidy(to_latin(text) if language == "sr" and script_of(text) == "Cyrl" else text)


def filled(cells: Terms) -> dict[str, tuple[Term, ...]]:
    """The languages that have a term."""
    return {language: own for language, own in cells.items() if own}


def free(name: str, taken: Container[str]) -> str:
    """An id that no concept has."""
    name = name or "concept"
    numbered = (name if n == 1 else f"{name}-{n}" for n in count(1))
    return next(each for each in numbered if each not in taken)


def _concept(name: str) -> Concept:
    """The concept with an id or an English term; raises NotFoundError("no-concept")."""
    all_ = {each.id: each for each in terms.all_concepts()}
    found = all_.get(name) or all_.get(glossary.by_english(all_.values()).get(name.casefold(), ""))
    if found is None:
        raise NotFoundError("no-concept", concept=name)
    return found


def _language(tag: str) -> str:
    known = known_language(tag)
    if known is None:
        raise TomasError("no-term-language", language=tag, known=", ".join(glossary.LANGUAGES))
    return known


def _text(language: str, text: str) -> str:
    said = spelt(language, text)
    if not said:
        raise TomasError("empty-term")
    return said


def _cell(language: str, texts: Sequence[str]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(Term(_text(_language(language), text)) for text in texts if text.strip()))


def _with(now: Concept, language: str, said: Sequence[Term], avoided: Sequence[Term]) -> Concept:
    cells, gone = {**now.terms, language: tuple(said)}, {**now.deprecated, language: tuple(avoided)}
    return replace(now, terms=filled(cells), deprecated=filled(gone))
