"""Searching a dossier: by words whatever their script, accents and endings, by phrases, by citations.

A query is words that must all occur in an article (or a recital, a heading, a point of an annex), "words in quotation
marks" that must follow each other, or a citation (čl. 12 st. 3, Article 4(1), член 193 став (2), neni 117), beside
which words may name the law. Each law is searched by the rules of its own language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.translation import Translation
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import cited_places, correlating, dossiers, search_words, translated_words
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.search_words import Sought
from tomas_desktop.services.snippets import Reading
from tomas_desktop.text import stems

LIMIT = 20
CITED = 1_000.0  # the score of a provision that was asked for by its number


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that answers a query: the narrowest provision that holds all that was asked for.

    `unit` is the article (or what else) that it lies in, with `number` and `heading` as printed. `marks` are the places
    of the words asked for in `snippet`. `places` are all provisions of the unit that answer, and `linked` those at the
    other end of a correlation with the unit, what lies in it or what it lies in. `translation` is the working
    translation of the provision in which the words stand; None where they are its own.
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
    translation: Translation | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The best hits, best first, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


def search(opened: OpenDossier, query: str, *, limit: int = LIMIT, work: str = "", country: str = "") -> Answer:
    """What in the dossier, in one work or in the works of one country answers a query.

    Of each work the text in force, else the newest, is searched, in each of its languages; a provision that answers in
    two languages is one hit. Raises TomasError("empty-query"), NotFoundError("no-work").
    """
    if not any(stems.terms(query, "")):
        raise TomasError("empty-query")
    if work:
        opened.work(work)
    texts = searched(opened, work, country)
    links = correlating.standing(opened.dossier)
    pairs = [pair for one in links for pair in ((one.eu, one.national), (one.national, one.eu))]
    cited, words = cited_places.cited(opened, query, texts)
    hits = [_hit(opened, pairs, each.expression, each.passage, CITED, (), each.provision) for each in cited[:limit]]
    total = len(cited)
    if words:
        found, more = _by_words(opened, words, texts, limit - len(hits))
        total += more
        for expression, passage, score in found:
            parts = search_words.sought(words, stems.rules_of(expression.language))
            hits.append(_hit(opened, pairs, expression, passage, score, parts))
        translated, more = _translated(
            opened, pairs, words, texts, max((hit.score for hit in hits), default=1.0), limit
        )
        hits = sorted((*hits, *translated), key=lambda hit: -hit.score)[:limit] if translated else hits
        total += more
    return Answer(tuple({hit.ref: hit for hit in reversed(hits)}.values())[::-1], total)


def _by_words(
    opened: OpenDossier, words: str, texts: Sequence[Expression], limit: int
) -> tuple[list[tuple[Expression, Provision, float]], int]:
    languages = {stems.rules_of(text.language) for text in texts}
    queries = {rules: query for rules in languages if (query := search_words.expression(words, rules))}
    return opened.find(texts, queries, max(limit, 0))


def _translated(
    opened: OpenDossier,
    pairs: Sequence[tuple[Ref, Ref]],
    words: str,
    texts: Sequence[Expression],
    best: float,
    limit: int,
) -> tuple[list[Hit], int]:
    """The hits in working translations: beside the best one of the texts, those that say little else first."""
    found, total = translated_words.find_in(opened, words, {text.work for text in texts}, limit)
    hits = []
    for one in found:
        language, ref = one.translation.language, one.translation.ref
        reading = Reading(one.read, search_words.sought(words, stems.rules_of(language)), language)
        places = reading.places()
        shown = reading.snippet(places[0])
        unit = Ref(ref.work, one.unit.eid)
        hit = Hit(
            Ref(ref.work, places[0].eid or ref.eid),
            unit,
            opened.work(ref.work),
            one.expression,
            one.unit.num,
            one.unit.heading,
            shown.text,
            shown.marks,
            round(best * (1 + one.share) / 2, 3),
            tuple(Ref(ref.work, place.eid or ref.eid) for place in places),
            _linked(pairs, unit),
            one.translation,
        )
        hits.append(hit)
    return hits, total


def searched(opened: OpenDossier, work: str = "", country: str = "") -> tuple[Expression, ...]:
    """The texts that are searched, in the order of the works."""
    own: dict[tuple[str, str], list[Expression]] = {}
    wanted = {each.key for each in opened.dossier.works if work in ("", each.key) and country in ("", each.country)}
    for fact in opened.dossier.facts.values():  # once: a dossier has many facts
        if isinstance(fact, Expression) and fact.work in wanted:
            own.setdefault((fact.work, stems.rules_of(fact.language)), []).append(fact)
    return tuple(dossiers.shown_first(texts) for texts in own.values())


def _hit(
    opened: OpenDossier,
    pairs: Sequence[tuple[Ref, Ref]],
    expression: Expression,
    passage: Provision,
    score: float,
    parts: Sequence[Sought],
    provision: Provision | None = None,
) -> Hit:
    """The hit in a passage: at this provision, else where its words stand."""
    reading = Reading(passage, parts, expression.language)
    places = (provision,) if provision else reading.places()
    shown = reading.snippet(places[0])
    work = opened.work(expression.work)
    unit = Ref(work.key, passage.eid)
    return Hit(
        Ref(work.key, places[0].eid),
        unit,
        work,
        expression.id,
        passage.num,
        passage.heading,
        shown.text,
        shown.marks,
        round(score, 3),
        tuple(Ref(work.key, place.eid) for place in places),
        _linked(pairs, unit),
    )


def _linked(pairs: Sequence[tuple[Ref, Ref]], unit: Ref) -> tuple[Ref, ...]:
    """The provisions correlated with a unit, with what lies in it or with what it lies in."""
    found = (other for own, other in pairs if own.work == unit.work and _lie_in_one_another(own.eid, unit.eid))
    return tuple(dict.fromkeys(found))


def _lie_in_one_another(one: str, another: str) -> bool:
    return one == another or one.startswith(f"{another}__") or another.startswith(f"{one}__")
