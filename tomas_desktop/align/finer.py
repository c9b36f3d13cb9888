"""Suggestions for paragraphs: the articles are matched first, then the paragraphs of articles that may answer each
other by what they say themselves."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from tomas_desktop.align import similarity
from tomas_desktop.align.correlate import Answer, Match, Pairs
from tomas_desktop.align.profile import Profile
from tomas_desktop.align.similarity import Field

_ARTICLE = 0.5  # what the score of the articles counts beside the paragraphs' own
_FIGURES = 0.1
_STRUCTURE = 0.05
_LEAST = 0.12  # below this a paragraph says nothing of its own that the other says
_TELLING = 0.02
ARTICLES = 12  # articles of each EU article whose paragraphs are looked at


def paragraphs(
    eu: Sequence[Profile],
    laws: Sequence[Sequence[Profile]],
    articles: Sequence[int],
    by_article: Sequence[Answer],
    importance: Sequence[float],
    *,
    confirmed: Pairs | None = None,
    rejected: Pairs | None = None,
    top: int = 5,
) -> tuple[Answer, ...]:
    """An answer for every EU paragraph. `articles` says how many each national law has, `by_article` are the answers of
    articles with ARTICLES matches each. The numbers of paragraphs run over all national laws in their order."""
    national = [unit for law in laws for unit in law]
    below = _below(laws, articles)
    known, not_so = confirmed or {}, rejected or {}
    field = Field([unit.body for unit in eu], [unit.body for unit in national], importance)
    own = field.cosines()
    figures = similarity.figures(eu, national)
    out = []
    for number, unit in enumerate(eu):
        article = by_article[unit.article]
        mine = known.get(number, frozenset())
        row: dict[int, tuple[float, float]] = {}
        for match in article.matches:
            for column in below.get(match.national, ()):
                said = own[number].get(column, 0.0) + _FIGURES * figures[number].get(column, 0.0)
                structure = _STRUCTURE * match.score * similarity.structure(unit, national[column])
                score = 1.0 if column in mine else (said + structure + _ARTICLE * match.score) / (1 + _ARTICLE)
                if column not in not_so.get(number, ()):
                    row[column] = min(score, 0.99) if column not in mine else 1.0, said
        for column in mine:
            row.setdefault(column, (1.0, own[number].get(column, 0.0)))
        best = nlargest(top, row, key=row.__getitem__)
        is_gap = not mine and (article.is_gap or not best or row[best[0]][1] < _LEAST)
        out.append(
            Answer(
                number,
                is_gap,
                tuple(
                    Match(
                        column,
                        row[column][0],
                        concepts=tuple(c for c, weight in field.shared(number, column) if weight >= _TELLING),
                        figures=tuple(sorted(unit.figures & national[column].figures)),
                        is_confirmed=column in mine,
                    )
                    for column in best
                ),
            )
        )
    return tuple(out)


def _below(laws: Sequence[Sequence[Profile]], articles: Sequence[int]) -> dict[int, list[int]]:
    """The paragraphs of each article, both by their numbers over all laws."""
    out: dict[int, list[int]] = {}
    number = first = 0
    for law, count in zip(laws, articles, strict=True):
        for unit in law:
            out.setdefault(first + unit.article, []).append(number)
            number += 1
        first += count
    return out
