"""Queries that name a provision by its number: "čl. 12 st. 3 KZ", "Article 4(1)", "193-в", `rs-kz#art_12`.

A citation is read by the words of every legal order whose laws are searched, whatever the script and accents it was
typed in, and gives the provisions of that number in all these laws. Words beside it may name the law, by its title,
its initials or its key.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tomas_desktop.jurisdiction import citation_words
from tomas_desktop.jurisdiction.citation_chains import RANGE
from tomas_desktop.jurisdiction.citations import Citation, find, resolve
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression
from tomas_desktop.services import citations
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.search_words import is_small
from tomas_desktop.text import stems

_NUMBER = re.compile(r"\d+(?:\s*[-–/]?\s*[^\W_]{1,2})?(?:/\w{1,2})*(?:\(\w+\))*")
_NUMBERED = re.compile(r"\d|\b[IVXLC]+\b")
_NUMBER_OF = re.compile(rf"([^\W\d_][\w-]*)\s+({_NUMBER.pattern})")  # KZ 185
_RUN = re.compile(r"([^\W\d_]{2,})(\.?)")
_REF = re.compile(r"([\w.-]*)#([\w-]+)")
_KEY_PARTS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A provision that was asked for by its number, and the passage that it stands in."""

    expression: Expression
    passage: Provision
    provision: Provision


def cited(opened: OpenDossier, query: str, texts: Collection[Expression]) -> tuple[tuple[CitedPlace, ...], str]:
    """The provisions of these texts that a query cites, in the order of the texts, and what of the query is left to be
    searched for as words: all of it where it cites nothing that exists, nothing where the rest names a law."""
    query = query.strip()
    if ref := _REF.fullmatch(query):
        chosen = [one for one in texts if ref[1] in ("", one.work)]
        found = _of_target(opened, chosen, ref[2])
        return tuple(found), "" if found else query
    if not _NUMBERED.search(query):
        return (), query
    by_name: list[CitedPlace] = []
    everywhere: list[CitedPlace] = []
    left = query
    for pack, expressions in _by_pack(opened, texts).items():
        spelt, citation = _citation(query, pack)
        if citation is None:
            by_name += _of_number(opened, query, pack, expressions)
            continue
        rest = f"{spelt[: citation.start]} {citation.external} {spelt[citation.end :]}"
        words = [word for word in re.findall(r"\w+", rest) if not is_small(word, pack.language)]
        named = _works_named(opened, citation, expressions, words)
        found = [place for target in citation.targets for place in _of_target(opened, named or expressions, target)]
        if named or not words:
            by_name += found
        else:
            everywhere += found
            left = " ".join(words)
    found = by_name or everywhere
    order = {id(one): at for at, one in enumerate(texts)}
    found.sort(key=lambda place: order[id(place.expression)])
    return tuple(found), (left if found and not by_name else "" if found else query)


def _by_pack(opened: OpenDossier, texts: Collection[Expression]) -> dict[Pack, list[Expression]]:
    packs: dict[Pack, list[Expression]] = {}
    for one in texts:
        packs.setdefault(opened.pack(one), []).append(one)
    return packs


# ---- reading the query ---------------------------------------------------------------------------------------


def _citation(query: str, pack: Pack) -> tuple[str, Citation | None]:
    """The query with its citation words as the language spells them, and the citation in it. A mere number is that
    of an article."""
    words = _spelling(pack)
    if not words:
        return query, None
    if _NUMBER.fullmatch(query):
        query = f"{_article(pack)} {query}"

    def written(run: re.Match[str]) -> str:
        word = words.get(stems.fold(run[1], pack.language))
        return run.group() if word is None else word if word.endswith(".") else word + run[2]

    spelt = _RUN.sub(written, query)
    return spelt, next((each for each in find(spelt, pack) if each.targets), None)


def _of_number(opened: OpenDossier, query: str, pack: Pack, expressions: Sequence[Expression]) -> list[CitedPlace]:
    """The articles that the short name of a law and a number name: KZ 185."""
    asked = _NUMBER_OF.fullmatch(query)
    named = [one for one in expressions if asked and stems.fold(asked[1], one.language) in _short_names(opened, one)]
    citation = _citation(asked[2], pack)[1] if asked and named else None
    return [place for target in citation.targets for place in _of_target(opened, named, target)] if citation else []


@cache
def _spelling(pack: Pack) -> Mapping[str, str]:
    """The words of citations by their folded letters; an abbreviation that needs its stop has it."""
    keys = [word for key in citation_words.lexicon(pack).words for word in key]
    return {stems.fold(word.rstrip("."), pack.language): word for word in reversed(keys)}


@cache
def _article(pack: Pack) -> str:
    """The word for an article."""
    units = citation_words.lexicon(pack).words.items()
    return next(" ".join(key) for key, (kind, unit, _) in units if (kind, unit) == ("unit", "article"))


def _works_named(
    opened: OpenDossier, citation: Citation, expressions: Sequence[Expression], words: Sequence[str]
) -> list[Expression]:
    """The texts whose work these words name, by its title, its initials or its key, or by the number of the act."""
    if not words:
        return []
    if citation.external:
        works = {ref.work for ref in citations.targets(opened, "", (), Citation(0, 0, "", (), citation.external))}
        if named := [one for one in expressions if one.work in works]:
            return named
    return [one for one in expressions if _is_named(opened, one, words)]


def _is_named(opened: OpenDossier, expression: Expression, words: Sequence[str]) -> bool:
    language = expression.language
    named = _short_names(opened, expression)
    for title in _titles(opened, expression):
        named |= {stems.stem(word, language) for word in _terms(title, language)}
    return all(named & {stems.fold(word, language), *stems.spellings(word, language)} for word in words)


def _short_names(opened: OpenDossier, expression: Expression) -> set[str]:
    """The parts of a work's key and the initials of its titles, folded."""
    language = expression.language
    initials = (
        "".join(stems.fold(word, language)[:1] for word in _terms(title, language) if not is_small(word, language))
        for title in _titles(opened, expression)
    )
    return {part for part in (*_KEY_PARTS.split(stems.fold(expression.work)), *initials) if part}


def _titles(opened: OpenDossier, expression: Expression) -> tuple[str, str, str]:
    card = opened.dossier.card(expression.work)
    return opened.work(expression.work).title, card.official_name, card.name_as_cited


def _terms(title: str, language: str) -> list[str]:
    return [title[term.start : term.end] for term in stems.terms(title, language)]


# ---- finding the provisions ----------------------------------------------------------------------------------


def _of_target(opened: OpenDossier, expressions: Sequence[Expression], target: str) -> list[CitedPlace]:
    """The provisions of these texts that an eId, as a citation spells it, means; where no text has that paragraph, the
    articles."""
    if not target.startswith("art_"):
        whole = [place for place in _passages(opened, expressions, target) if _is(place.passage, target)]
        if whole:
            return whole
    first, _, last = target.split("__")[0].partition(RANGE)
    around = _passages(opened, expressions, first, last)
    if last:  # from one article, or chapter, to another
        unit = first.partition("_")[0]
        return [place for place in around if place.passage.eid.rpartition("__")[2].startswith(f"{unit}_")]
    asked = Citation(0, 0, "", (target,))
    exact = [
        CitedPlace(place.expression, place.passage, below)
        for place in around
        for eid in resolve(asked, (place.passage,))
        for below in place.passage.walk()
        if below.eid == eid
    ]
    return exact or [place for place in around if resolve(Citation(0, 0, "", (first,)), (place.passage,))]


def _passages(opened: OpenDossier, expressions: Sequence[Expression], first: str, last: str = "") -> list[CitedPlace]:
    """What amending acts left is not the law's own."""
    return [
        CitedPlace(expression, passage, passage)
        for expression, passage in opened.passages(expressions, first, last)
        if not passage.eid.startswith("left_")
    ]


def _is(node: Provision, target: str) -> bool:
    return node.eid == target or node.eid.endswith(f"__{target}")
