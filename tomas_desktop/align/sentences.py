"""Which sentence of a national provision answers which sentence of the EU provision it is linked with, what of the EU
text is answered by none, and what of the national text comes from elsewhere.

Two languages meet in the concepts of the glossary, in figures, in what both cite, in length and in order, as they do
for whole provisions. Sentences are short, so a pair is judged against the others: what another sentence fits better is
worth less. It is a hint for a reader, never a grade.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from tomas_desktop.align import neighbours
from tomas_desktop.align.cited_articles import cited_articles
from tomas_desktop.align.profile import Counts, figures_of
from tomas_desktop.align.similarity import Row
from tomas_desktop.align.vocabulary import Vocabulary
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.sentences import sentences
from tomas_desktop.model.provision import Provision

_LOCAL = 0.5  # how far it counts that a concept is rare within the pair
_FIGURES = 0.1
_CITATIONS = 0.4
_LENGTH = 0.3
_PLACE = 0.2  # the same share of the way through both provisions
_CHAIN = 0.3  # where the sentences around it are answered
_LOST = 2.0  # what it costs, in scores, to fit less well than another sentence does
_LEAST = 0.8  # what a counterpart scores at least
_TELLING = 0.05  # what a shared concept adds at least to be named
_SHORT = 20  # characters by which the length of short sentences is evened


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a provision: the unit that it stands in, its number there from 1, and its words."""

    eid: str
    n: int
    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a sentence says, as far as another language can say it too. `cites` are articles of its own law by eId."""

    sentence: Sentence
    concepts: Counts
    figures: frozenset[str]
    cites: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The sentence of the other side that fits best, by its place in the list, how well (0 to 1), and the concepts that
    both speak of, the weightiest first. `is_one`: it fits well enough to be taken for the counterpart."""

    other: int
    score: float
    concepts: tuple[int, ...]
    figures: tuple[str, ...]
    is_one: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """For each sentence of either side its counterpart; None only where the other side has no sentences."""

    eu: tuple[Counterpart | None, ...]
    national: tuple[Counterpart | None, ...]


def of_provision(node: Provision, pack: Pack) -> tuple[Sentence, ...]:
    """The sentences of a provision and of all below it, in reading order; headings and numbers are none."""
    out = []
    for each in node.walk():
        for n, (start, end) in enumerate(sentences(each.text, pack), start=1):
            out.append(Sentence(each.eid, n, each.text[start:end].strip()))
    return tuple(out)


def read(sentence: Sentence, vocabulary: Vocabulary, pack: Pack) -> Read:
    """What a sentence says."""
    return Read(
        sentence,
        vocabulary.find(sentence.text),
        frozenset(figures_of(sentence.text, pack)),
        frozenset(cited_articles(sentence.text, pack)),
    )


def compare(eu: Sequence[Read], national: Sequence[Read], rarity: Row, answers: Mapping[str, Set[str]]) -> Compared:
    """Who answers whom. `rarity` is what each concept counts in these two laws; `answers` are the national articles
    that answer each EU article, by eId, as far as they are known: what two sentences cite is compared through them."""
    if not eu or not national:
        return Compared((None,) * len(eu), (None,) * len(national))
    one, other = _vectors(eu, rarity), _vectors(national, rarity)
    rows = [
        {
            column: _likeness(one[number], other[column])
            + _said(eu[number], national[column], answers)
            + _PLACE * math.exp(-6 * abs((number + 0.5) / len(eu) - (column + 0.5) / len(national)))
            for column in range(len(national))
        }
        for number in range(len(eu))
    ]
    expected, kept = neighbours.in_order(rows, range(len(national)))
    for number, row in enumerate(rows):
        for column in row:
            row[column] += _CHAIN * kept * math.exp(-abs(column - expected[number]))
    best_of_column = [max(row[column] for row in rows) for column in range(len(national))]
    best_of_row = [max(row.values()) for row in rows]

    def counterpart(number: int, column: int, lost: float) -> Counterpart:
        score = rows[number][column]
        shared = sorted(
            ((weight * other[column][c], c) for c, weight in one[number].items() if c in other[column]), reverse=True
        )
        return Counterpart(
            column,
            max(0.0, min(1.0, (score - lost) / _MOST)),
            tuple(c for weight, c in shared if weight >= _TELLING),
            tuple(sorted(eu[number].figures & national[column].figures)),
            score - lost >= _LEAST,
        )

    by_eu = []
    for number, row in enumerate(rows):
        lost = {column: _LOST * (best_of_column[column] - score) for column, score in row.items()}
        column = max(row, key=lambda each: row[each] - lost[each])
        by_eu.append(counterpart(number, column, lost[column]))
    by_national = []
    for column in range(len(national)):
        number = max(range(len(eu)), key=lambda each: (1 + _LOST) * rows[each][column] - _LOST * best_of_row[each])
        found = counterpart(number, column, _LOST * (best_of_row[number] - rows[number][column]))
        by_national.append(Counterpart(number, found.score, found.concepts, found.figures, found.is_one))
    return Compared(tuple(by_eu), tuple(by_national))


_MOST = 1.0 + _FIGURES + _CITATIONS + _LENGTH + _PLACE + _CHAIN


def _vectors(side: Sequence[Read], rarity: Row) -> list[Row]:
    having: dict[int, int] = {}
    for each in side:
        for concept in each.concepts:
            having[concept] = having.get(concept, 0) + 1
    out = []
    for each in side:
        row = {
            concept: math.log2(1 + count) * rarity[concept] * math.log(1 + len(side) / having[concept]) ** _LOCAL
            for concept, count in each.concepts.items()
            if concept in rarity
        }
        length = math.sqrt(sum(weight * weight for weight in row.values()))
        out.append({concept: weight / length for concept, weight in row.items()} if length else {})
    return out


def _likeness(one: Row, other: Row) -> float:
    return sum(weight * other[concept] for concept, weight in one.items() if concept in other)


def _said(eu: Read, national: Read, answers: Mapping[str, Set[str]]) -> float:
    """What figures, citations and length say of a pair."""
    out = 0.0
    if eu.figures and national.figures:
        out += _FIGURES * len(eu.figures & national.figures) / len(eu.figures | national.figures)
    cited = {answer for each in eu.cites for answer in answers.get(each, ())}
    if cited and national.cites:
        out += _CITATIONS * len(cited & national.cites) / min(len(cited), len(national.cites))
    lengths = (len(eu.sentence.text) + _SHORT) / (len(national.sentence.text) + _SHORT)
    return out + _LENGTH * math.exp(-abs(math.log(lengths)))
