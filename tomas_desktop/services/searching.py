"""Searching a dossier: by words whatever their script, accents and endings, by phrases, by citations.

A query is words that must all occur in an article (or a recital, a heading, a point of an annex), "words in quotation
marks" that must follow each other, or a citation (čl. 12 st. 3, Article 4(1), член 193 став (2), neni 117), behind which
words may name the law. Each law is searched by the rules of its own language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import passages
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.passages import Part
from tomas_desktop.text import stems
from tomas_desktop.text.stopwords import BY_LANGUAGE

LIMIT = 20
CITED = 1_000.0  # the score of a provision that was asked for by its number

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]?|([^\"“”„«»]+)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that answers a query: the narrowest provision that holds all that was asked for.

    `unit` is the article (or what else) that it lies in, with `number` and `heading` as printed. `marks` are the places
    of the words asked for in `snippet`. `places` are all provisions of the unit that answer, and `linked` those at the
    other end of a correlation with the unit, what lies in it or what it lies in.
    """

    ref: Ref
    unit: Ref
    work: Work
    expression: str
    number: str
    heading: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float
    places: tuple[Ref, ...]
    linked: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The best hits, best first, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


def search(
    opened: OpenDossier,
    query: str,
    *,
    limit: int = LIMIT,
    work: str = "",
    country: str = "",
) -> Answer:
    """What in the dossier, or in one work or the works of one country, answers a query.

    Of each work the text in force, else the newest, is searched, in each of its languages.
    Raises TomasError("empty-query"), NotFoundError("no-work").
    """
    from tomas_desktop.services import citation_queries

    if not any(stems.terms(query, "")):
        raise TomasError("empty-query")
    if work:
        opened.work(work)
    texts = searched(opened, work, country)
    cited, words = citation_queries.read(opened, query, texts)
    hits = [_hit(opened, each.expression, each.unit, each.provision, (), CITED) for each in cited[:limit]]
    if not words:
        return Answer(tuple(hits), len(cited))
    found, total = _by_words(opened, words, texts, limit - len(hits))
    named = {hit.unit for hit in hits}
    return Answer((*hits, *(hit for hit in found if hit.unit not in named)), len(cited) + total)


def searched(opened: OpenDossier, work: str = "", country: str = "") -> dict[tuple[str, str], Expression]:
    """The texts that are searched: by tree and the rules of their language."""
    texts: dict[tuple[str, str], Expression] = {}
    for each in opened.dossier.works:
        if work not in ("", each.key) or country not in ("", each.country):
            continue
        by_rules: dict[str, list[Expression]] = {}
        for expression in opened.dossier.expressions(each.key):
            by_rules.setdefault(stems.rules_of(expression.language), []).append(expression)
        for rules, expressions in by_rules.items():
            in_force = [one for one in expressions if one.stage == "in-force"]
            shown = max(in_force or expressions, key=lambda one: one.date)
            texts.setdefault((shown.tree, rules), shown)
    return texts
