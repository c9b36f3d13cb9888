"""Terms brought in from termbases (TBX) and tables (CSV), and handed out as such."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tomas_desktop.align import glossary
from tomas_desktop.align.glossary import Concept, Term
from tomas_desktop.errors import TomasError, UnreadableError
from tomas_desktop.services import own_terms, terms

if TYPE_CHECKING:
    from tomas_desktop.importers.tbx import Entry

_AFTER = {"preferred": 0, "admitted": 1, "deprecated": 2}


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in: how many concepts are new, told otherwise than before, and the same as before; how many terms were
    left out because the glossary has no such language, and how many because they are deprecated and nothing stands in
    their place."""

    added: int
    changed: int
    unchanged: int
    other_languages: int
    only_deprecated: int
    languages: tuple[str, ...]  # those that the glossary does not have


def import_file(path: Path) -> Imported:
    """Bring in a termbase (TBX) or a table (CSV with a heading of language codes). Its terms go before those that are
    there, and what it deprecates is deprecated; no other term is taken away. A concept is one that is there when they
    prefer the same English term, or have their id and any term in common.

    Raises UnreadableError and TomasError with a code that says what is wrong with the file; nothing is changed then.
    """
    concepts, others = _read(path)
    all_ = {each.id: each for each in terms.all_concepts()}
    english = glossary.by_english(all_.values())
    there = own_terms.base()
    rows = own_terms.rows(there)
    here: set[str] = set()
    counts = {"added": 0, "changed": 0, "unchanged": 0, "only_deprecated": 0}
    for each in concepts:
        before = _same(each, all_, english)
        new = replace(each, id=own_terms.free(each.id, all_), terms={}, deprecated={})
        if before is not None and before.id in here:  # a second row of the file says what else there is
            told, dropped = _joined(replace(each, id=before.id, field=before.field), before)
        else:
            told, dropped = _joined(before or new, each)
        counts["only_deprecated"] += dropped
        if told.terms:
            counts["added" if before is None else "unchanged" if told == before else "changed"] += 1
            all_[told.id] = told
            here.add(told.id)
            english.setdefault(told.preferred("en").casefold() or told.id, told.id)
            if told != before:
                own_terms.enter(rows, there, told)
    if counts["added"] or counts["changed"]:
        own_terms.write(rows)
    return Imported(**counts, other_languages=len(others), languages=tuple(sorted(set(others))))


def export_file(path: Path, *, only_own: bool = False, dialect: str = "dca") -> int:
    """Write the glossary, or the concepts that the user changed, as TBX (`.tbx`, `.xml`; the dialects are those of
    `export.tbx_writer`) or as a table (`.csv`); how many concepts there are. Raises TomasError("terms-format"),
    ("terms-dialect"), OSError."""
    from tomas_desktop.export import tbx_writer
    from tomas_desktop.importers import tbx

    rows = own_terms.rows() if only_own else {}
    chosen = [each for each in terms.all_concepts() if not only_own or each.id in rows]
    known = next((each for each in tbx_writer.DIALECTS if each == dialect), None)
    if known is None:
        raise TomasError("terms-dialect", dialect=dialect, known=", ".join(tbx_writer.DIALECTS))
    if path.suffix.lower() in (".tbx", ".xml"):
        data = tbx_writer.termbase(chosen, "tomas-desktop", tbx.TO_CHECK, known)
    elif path.suffix.lower() == ".csv":
        data = glossary.table(chosen).encode("utf-8-sig")
    else:
        raise TomasError("terms-format", file=path.name)
    own_terms.replace_file(path, data)
    return len(chosen)


def _read(path: Path) -> tuple[list[Concept], list[str]]:
    """The concepts of a file, and the language of each term that the glossary has no place for."""
    from tomas_desktop.importers import base, tbx

    try:
        data = base.load(path)
    except UnreadableError as error:
        raise (TomasError("terms-too-large", **error.values) if error.code == "file-too-large" else error) from error
    if tbx.is_tbx(data[: base.HEAD_BYTES]) or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        entries = tbx.read(data, path)
        others = [one.language for each in entries for one in each.terms if not own_terms.known_language(one.language)]
        return [_of_entry(each, path.stem) for each in entries], others
    rows = glossary.rows(base.decode(data, path), path.name)
    return [replace(e, terms=own_terms.filled(e.terms), deprecated=own_terms.filled(e.deprecated)) for _, e in rows], []


def _of_entry(entry: Entry, field: str) -> Concept:
    said: dict[str, tuple[Term, ...]] = {}
    avoided: dict[str, tuple[Term, ...]] = {}
    for one in sorted(entry.terms, key=lambda term: _AFTER[term.status]):
        language = own_terms.known_language(one.language) or ""
        text = own_terms.spelt(language, one.text) if language else ""
        if text and all(text != each.text for each in (*said.get(language, ()), *avoided.get(language, ()))):
            into = avoided if one.status == "deprecated" else said
            into[language] = (*into.get(language, ()), Term(text, one.to_check))
    name = entry.id.removeprefix("c-") if entry.id[2:3].isdigit() else entry.id
    return Concept(name or glossary.identifier_of(said), said, avoided, entry.note, entry.field or field, entry.source)


def _same(one: Concept, all_: Mapping[str, Concept], english: Mapping[str, str]) -> Concept | None:
    """The concept that one from elsewhere is: ids such as `c1` mean nothing outside their file."""
    there = all_.get(one.id)
    if there is not None and any(
        {term.text for term in own} & {term.text for term in there.terms.get(language, ())}
        for language, own in one.terms.items()
    ):
        return there
    word = one.preferred("en").casefold()
    return all_.get(english.get(word, "")) if word else None


def _joined(there: Concept, one: Concept) -> tuple[Concept, int]:
    """A concept with the terms of another before its own, and how many deprecated ones found no place: no language has
    only such."""
    said, avoided, dropped = dict(there.terms), dict(there.deprecated), 0
    for language in dict.fromkeys((*one.terms, *one.deprecated)):
        new, gone = one.terms.get(language, ()), one.deprecated.get(language, ())
        told = {term.text for term in (*new, *gone)}
        cell = (*new, *(term for term in said.get(language, ()) if term.text not in told))
        if not cell:
            dropped += len(gone)
            continue
        said[language] = cell
        avoided[language] = (*gone, *(term for term in avoided.get(language, ()) if term.text not in told))
    told_now = replace(
        there,
        terms=own_terms.filled(said),
        deprecated=own_terms.filled(avoided),
        note=one.note or there.note,
        source=one.source or there.source,
    )
    return told_now, dropped
