"""What the texts of two provisions say for their being a pair: concepts in titles, texts, headings and the divisions
around them, figures, and how they are built."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from tomas_desktop.align import neighbours, similarity
from tomas_desktop.align.profile import Profile
from tomas_desktop.align.similarity import Field, Row, Rows
from tomas_desktop.align.weights import Weights

_CANDIDATES = 40  # of each EU unit; other evidence only ranks these
_AGREED = 2.0  # titles and texts choose the same pairs for half the provisions of a law that follows an act closely
_TELLING = 0.02  # what a shared concept adds at least to be named


class Texts:
    """The two sides with all evidence of the texts; `columns` are the national units of each law."""

    def __init__(
        self,
        eu: Sequence[Profile],
        national: Sequence[Profile],
        columns: Sequence[range],
        importance: Sequence[float],
        weights: Weights,
    ) -> None:
        self._eu, self._national = eu, national
        self._weights = weights
        alike = [1.0] * len(importance)  # a title has few words and each was chosen
        self._titles = Field([unit.title for unit in eu], [unit.title for unit in national], alike)
        self._bodies = Field([unit.body for unit in eu], [unit.body for unit in national], importance)
        self._headings = Field([unit.headings for unit in eu], [unit.headings for unit in national], importance)
        self._columns = columns

    def scores(self) -> Rows:
        """For each EU unit the national ones that may answer it, with what the texts say of each, 0 to 1 and a little
        over."""
        weights = self._weights
        titles, bodies, headings = (field.cosines() for field in (self._titles, self._bodies, self._headings))
        agreed = [_agreement(titles, bodies, law, len(self._eu)) for law in self._columns]
        follows = [agreed[number] for number, law in enumerate(self._columns) for _ in law]
        by_titles = [weights.title * each for each in follows]
        body, heading = weights.body, weights.headings
        others = body + heading + weights.around
        around = similarity.around(self._bodies, self._eu, self._national)
        figures = similarity.figures(self._eu, self._national)
        division = [unit.division for unit in self._national]
        out = []
        for number, unit in enumerate(self._eu):
            by_title, by_body, by_heading = titles[number], bodies[number], headings[number]
            by_division = [weights.around * each for each in around[unit.division]]
            row: Row = {}
            for column in by_title.keys() | by_body.keys():
                title = by_titles[column]
                said = (
                    title * by_title.get(column, 0.0)
                    + body * by_body.get(column, 0.0)
                    + heading * by_heading.get(column, 0.0)
                    + by_division[division[column]]
                )
                row[column] = said / (title + others)
            best = {column: row[column] for column in nlargest(_CANDIDATES, row, row.__getitem__)}
            for column in best:
                best[column] += weights.figures * figures[number].get(column, 0.0)
                best[column] += weights.structure * follows[column] * similarity.structure(unit, self._national[column])
            out.append(best)
        return out

    def shared_titles(self, eu: int, national: int) -> tuple[int, ...]:
        """The concepts that both titles name, the weightiest first."""
        return _telling(self._titles, eu, national)

    def shared_concepts(self, eu: int, national: int) -> tuple[int, ...]:
        """The concepts that both texts speak of, the weightiest first."""
        return _telling(self._bodies, eu, national)

    def shared_figures(self, eu: int, national: int) -> tuple[str, ...]:
        """The figures in both."""
        return tuple(sorted(self._eu[eu].figures & self._national[national].figures))


def _telling(field: Field, eu: int, national: int) -> tuple[int, ...]:
    return tuple(concept for concept, weight in field.shared(eu, national) if weight >= _TELLING)


def _agreement(titles: Rows, bodies: Rows, law: range, units: int) -> float:
    """How far a law follows the act: the share of pairs that titles and texts both choose, 0 to 1."""
    both = set(neighbours.mutual(titles, law)) & set(neighbours.mutual(bodies, law))
    fewer = min(len(law), units)
    return min(1.0, _AGREED * len(both) / fewer) if fewer else 0.0
