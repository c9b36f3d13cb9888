"""Coverage: how far each country answers each article of an EU act.

The rule, for one article in one country. Links count where a person stands behind them (`correlating.standing`), at the
article, at anything below it, or at a chapter around it.

1. The article is looked at paragraph by paragraph, one with a single paragraph point by point. To such a part belong
   its own links, those below it, those of the article and of what it lies in.
2. Of several links of one provision the best grade counts: one national provision that answers it fully is enough. A
   link that nobody graded is better than `none` and worse than any other: nobody has said how well it answers.
3. Where only points of a paragraph are linked, the paragraph is the worst of its points, and a point without a link is
   a gap; where the paragraph is linked too, the better of both counts.
4. `not_transposable` and `not_relevant` say that no answer is needed. Parts with nothing better are left out, unless
   all are.
5. The article is what its parts are. Where they differ it is mixed, and its state is the worst of them: an article
   with one part that nobody answered has a gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, own_articles, path_to
from tomas_desktop.services import eu_acts, provision_names
from tomas_desktop.services.dossiers import OpenDossier

# A grade, or what there is instead of one; from the best to the worst, what needs no answer last.
State = Literal["full", "partial", "discretionary", "ungraded", "none", "gap", "not_transposable", "not_relevant"]
STATES: tuple[State, ...] = get_args(State)
NOT_NEEDED: frozenset[State] = frozenset({"not_transposable", "not_relevant"})
OPEN: frozenset[State] = frozenset({"none", "gap"})  # nothing answers
_LINKED: frozenset[State] = frozenset(STATES) - NOT_NEEDED - OPEN


@dataclass(frozen=True, slots=True)
class Cell:
    """One article in one country. `parts` are the states of its paragraphs (of the only one its points) by eId;
    `state` is the worst of them and `best` the best, which differ where the article is mixed. `suggested` suggestions
    wait for a person."""

    state: State
    best: State
    parts: Mapping[str, State]
    links: tuple[Correlation, ...]
    to_recheck: int
    suggested: int

    @property
    def is_mixed(self) -> bool:
        return self.state != self.best

    @property
    def is_gap(self) -> bool:
        """Is there a part that nothing answers, although it needs an answer?"""
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class Line:
    """An article of the EU act with its cells by country."""

    eu: Ref
    number: str
    heading: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Total:
    """A country over the whole act. `counts` are articles by state; `needed` are those that need an answer as far as
    anybody said otherwise; of them `begun` have a link that answers some of them and `answered` have no gap at all;
    `graded` articles have no part without a grade."""

    counts: Mapping[State, int]
    articles: int
    needed: int
    begun: int
    answered: int
    graded: int
    to_recheck: int
    suggested: int

    def share(self, state: State) -> float:
        """The articles of a state, in per cent of all."""
        return _percent(self.counts.get(state, 0), self.articles)

    @property
    def answered_share(self) -> float:
        """In per cent of the articles that need an answer."""
        return _percent(self.answered, self.needed)

    @property
    def graded_share(self) -> float:
        """In per cent of all articles."""
        return _percent(self.graded, self.articles)


@dataclass(frozen=True, slots=True)
class Board:
    """The coverage board: articles in reading order, countries in the order in which their laws came in."""

    eu: str
    countries: tuple[str, ...]
    lines: tuple[Line, ...]
    totals: Mapping[str, Total]

    def gaps(self) -> tuple[Line, ...]:
        """The articles that a country has a gap in."""
        return tuple(line for line in self.lines if any(cell.is_gap for cell in line.cells.values()))

    def to_recheck(self) -> tuple[Line, ...]:
        """The articles with links to check again."""
        return tuple(line for line in self.lines if any(cell.to_recheck for cell in line.cells.values()))


def board(opened: OpenDossier, eu: str, countries: Sequence[str] = ()) -> Board:
    """How far the countries answer each article of an EU act; without countries, all whose laws the dossier has.

    Raises NotFoundError("no-work"), ("no-expression").
    """
    expression = eu_acts.quoted(opened, eu)
    nodes, pack = opened.nodes(expression), eu_acts.pack(opened, expression)
    there = tuple(countries) or countries_of(opened)
    by_country = {country: _links(opened, eu, country) for country in there}
    lines = []
    for article in own_articles(nodes):
        around = [node.eid for node in path_to(nodes, article.eid)]
        cells = {country: cell(article, around, links) for country, links in by_country.items()}
        name = provision_names.compact(nodes, article.eid, pack)
        lines.append(Line(Ref(eu, article.eid), name, article.heading, cells))
    totals = {country: _total([line.cells[country] for line in lines]) for country in there}
    return Board(eu, there, tuple(lines), totals)


def countries_of(opened: OpenDossier) -> tuple[str, ...]:
    """The countries whose laws a dossier has, in the order in which they came in."""
    return tuple(dict.fromkeys(work.country for work in opened.dossier.works if work.country != "eu"))


def cell(article: Provision, around: Collection[str], links: Sequence[Correlation]) -> Cell:
    """What these links (of one country) say of an article; `around` are the eIds of what it lies in, and its own."""
    below = f"{article.eid}__"
    own = tuple(each for each in links if each.eu.eid in around or each.eu.eid.startswith(below))
    standing = [each for each in own if each.is_standing]
    found = _parts(article)
    around = {*around, *(node.eid for node in path_to((article,), found[0].eid)[:-1])}
    parts = {part.eid: _state_of_part(part, around, standing) for part in found}
    needed = [state for state in parts.values() if state not in NOT_NEEDED] or list(parts.values())
    return Cell(
        max(needed, key=STATES.index),
        min(needed, key=STATES.index),
        parts,
        tuple(standing),
        sum(each.status == "to-recheck" for each in standing),
        sum(each.status == "suggested" for each in own),
    )


def _parts(article: Provision) -> tuple[Provision, ...]:
    paragraphs = tuple(child for child in article.children if child.unit == "paragraph") or (article,)
    points = tuple(child for child in paragraphs[0].children if child.unit != "wrapup")
    is_list = len(paragraphs) == 1 and bool(points) and all(child.unit in ("point", "indent") for child in points)
    return points if is_list else paragraphs


def _state_of_part(part: Provision, around: Collection[str], links: Sequence[Correlation]) -> State:
    whole = [each for each in links if each.eu.eid == part.eid or each.eu.eid in around]
    states = [_best(whole)] if whole else []
    if any(each.eu.eid.startswith(f"{part.eid}__") for each in links):
        below = [_state_of_part(child, (), links) for child in part.children if child.unit != "wrapup"]
        needed = [state for state in below if state not in NOT_NEEDED] or below
        states.append(max(needed, key=STATES.index))
    return min(states, key=STATES.index) if states else "gap"


def _best(links: Sequence[Correlation]) -> State:
    found: list[State] = [each.grade or "ungraded" for each in links]
    return min(found, key=STATES.index)


def _links(opened: OpenDossier, eu: str, country: str) -> tuple[Correlation, ...]:
    works = {work.key for work in opened.dossier.works if work.country == country}
    return tuple(c for c in opened.dossier.correlations if c.eu.work == eu and c.national.work in works)


def _total(cells: Sequence[Cell]) -> Total:
    counts = Counter(each.state for each in cells)
    needed = [each for each in cells if each.state not in NOT_NEEDED]
    return Total(
        counts,
        len(cells),
        len(needed),
        sum(each.best in _LINKED for each in needed),
        sum(each.state in _LINKED for each in needed),
        sum(not {"ungraded", "gap"} & set(each.parts.values()) for each in cells),
        sum(each.to_recheck for each in cells),
        sum(each.suggested for each in cells),
    )


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
