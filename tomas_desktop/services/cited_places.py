"""Queries that name a provision by its number: "čl. 12 st. 3 KZ", "Article 4(1)", "193-в", `rs-kz#art_12`.

A citation is read by the words of every legal order whose laws are searched, whatever the script and accents it was
typed in, and gives the provisions of that number in all these laws. Words beside it may name the law, by its title,
its initials or its key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tomas_desktop.jurisdiction import citation_words
from tomas_desktop.jurisdiction.citation_chains import RANGE
from tomas_desktop.jurisdiction.citations import Citation, find, resolve
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.provision import find as find_below
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import citations
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.search_words import sought
from tomas_desktop.text import stems

_NUMBER = re.compile(r"\s*\d+\s*[^\W\d_]?(?:\s*[-–/]\s*\w{1,3})*(?:\(\w+\))*\s*")
_RUN = re.compile(r"[^\W\d_]+\.?")
_REF = re.compile(r"([\w.-]*)#([\w-]+)\s*")

Texts = Mapping[tuple[str, str], Expression]


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A provision that was asked for by its number, and the passage that it stands in."""

    expression: Expression
    passage: Provision
    provision: Provision


def cited(opened: OpenDossier, query: str, texts: Texts) -> tuple[tuple[CitedPlace, ...], str]:
    """The provisions that a query cites, in the order of the works, and what of the query is left to be searched for
    as words: all of it where it cites nothing that exists, nothing where the rest names a work."""
    if match := _REF.fullmatch(query):
        chosen = [one for one in texts.values() if match[1] in ("", one.work)]
        found = _named(opened, chosen, match[2])
        return found, "" if found else query
    out: list[CitedPlace] = []
    left = query
    for pack, expressions in _by_pack(opened, texts).items():
        spelt, citation = _citation(query, pack)
        if citation is None:
            continue
        rest = f"{spelt[: citation.start]} {citation.external} {spelt[citation.end :]}".strip()
        named = _of_that_name(opened, citation, expressions, rest) if rest else expressions
        places = [place for one in citation.targets for place in _resolved(opened, named or expressions, one)]
        if places:
            out += places
            left = rest if not named and len(rest) < len(left) else "" if named else left
    order = {one.work: at for at, one in enumerate(texts.values())}
    return tuple(sorted(dict.fromkeys(out), key=lambda place: order[place.expression.work])), left


def _by_pack(opened: OpenDossier, texts: Texts) -> dict[Pack, list[Expression]]:
    packs: dict[Pack, list[Expression]] = {}
    for one in texts.values():
        packs.setdefault(opened.pack(one), []).append(one)
    return packs


def _citation(query: str, pack: Pack) -> tuple[str, Citation | None]:
    """The query with its citation words as the language spells them, and the citation in it. A mere number is that
    of an article."""
    words = _spelling(pack)
    spelt = _RUN.sub(lambda run: _spelt(run.group(), words), query)
    if _NUMBER.fullmatch(query) and words:
        lexicon = citation_words.lexicon(pack)
        article = next(" ".join(key) for key, (kind, unit, _) in lexicon.words.items() if (kind, unit) == ("unit", "article"))
        spelt = f"{article} {query.strip()}"
    return spelt, next((each for each in find(spelt, pack) if each.targets), None)
