"""Small laws of one provision each, as the checks see them."""

from __future__ import annotations

from functools import cache

from tests.checks.parallel_sentences import COUNTRY
from tomas_desktop.checks.pairs import Pair, Side, Text
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, walk


@cache
def _pack(country: str, language: str) -> Pack:
    return packs.load(country, language)


def law(work: str, language: str, *provisions: Provision, country: str = "") -> Text:
    """A law of these provisions."""
    return Text(
        work,
        _pack(country or COUNTRY[language], language),
        provisions,
        {node.eid: node for node in walk(provisions)},
        {},
    )


def article(text: str, eid: str = "art_1") -> Provision:
    """An article of one paragraph."""
    return Provision(eid, "article", eid, children=(Provision(f"{eid}__para_1", "paragraph", text=text),))


def side(work: str, language: str, text: str, *others: Provision) -> Side:
    """The first article of a law, which says this; `others` are the rest of the law."""
    first = article(text)
    return Side(Ref(work, "art_1"), law(work, language, first, *others), (first,))


def pair(eu: str, national: str, language: str, *others: Provision, eu_language: str = "en") -> Pair:
    """An EU provision in English and a national one that answers it."""
    return Pair(side("eu", eu_language, eu), side("law", language, national, *others))
