"""What a law says, unit by unit, as far as it can be compared with a law of another language: the concepts of its
title, text and division headings, its figures, what it cites, how long it is and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tomas_desktop.align.cited_articles import cited_articles, without_citations
from tomas_desktop.align.vocabulary import Vocabulary
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import DIVISIONS, Provision
from tomas_desktop.text.number_words import numbers

Unit = Literal["article", "paragraph"]
Counts = Mapping[int, float]

_TELLING = 3  # smaller figures stand in every text
_GROUPED = re.compile(r"[\s.,](?=\d{3}(?!\d))")
# the digit goes first, so that only digits of a text are looked at
_FIGURE = re.compile(r"\d(?:(?<![\w/.]\d)\d{0,2}(?:[.,\s]\d{3})+(?![\w/])|(?<![\w/.,(]\d)\d*(?:[.,]\d+)?(?![\w/)]))")


@dataclass(frozen=True, slots=True)
class Profile:
    """What one article or paragraph says. Concepts are numbers of the glossary with how often they occur; `title` is
    that of the article, where it has none that of its innermost division; `cites` are numbers of units of this law's
    profiles."""

    eid: str
    title: Counts
    body: Counts
    headings: Counts
    figures: frozenset[str]
    cites: tuple[int, ...]
    length: int  # words
    parts: int  # paragraphs and points below
    article: int  # for a paragraph, the number of its article's profile
    division: int  # which innermost division it stands in, counted through the law


def profiles(nodes: Sequence[Provision], vocabulary: Vocabulary, pack: Pack) -> tuple[Profile, ...]:
    """The profiles of a law's own articles, in order; what amending acts left and annexes are none of them."""
    found = list(articles(nodes))
    numbers = {node.eid: number for number, (node, _) in enumerate(found)}
    headings: dict[str, Counts] = {}
    divisions: dict[str, int] = {}
    out = []
    for number, (node, above) in enumerate(found):
        joined = " . ".join(above)
        if joined not in headings:
            headings[joined] = vocabulary.find(joined)
        title = node.heading or (above[-1] if above else "")
        text = _text(node)
        by_title = vocabulary.find(title)
        out.append(
            Profile(
                node.eid,
                by_title,
                _sum(vocabulary.find(text), by_title if node.heading else {}),
                headings[joined],
                frozenset(figures_of(text, pack)),
                tuple(
                    sorted({numbers[eid] for eid in cited_articles(text, pack) if eid in numbers and eid != node.eid})
                ),
                text.count(" ") + 1,
                sum(1 for _ in node.walk()) - 1,
                number,
                divisions.setdefault(joined, len(divisions)),
            )
        )
    return tuple(out)


def paragraphs(
    nodes: Sequence[Provision], of_articles: Sequence[Profile], vocabulary: Vocabulary, pack: Pack
) -> tuple[Profile, ...]:
    """The profiles of the paragraphs, each with its article's title and headings."""
    out: list[Profile] = []
    for number, (node, _) in enumerate(articles(nodes)):
        whole = of_articles[number]
        for child in node.children:
            if child.unit != "paragraph":
                continue
            text = _text(child)
            out.append(
                Profile(
                    child.eid,
                    whole.title,
                    vocabulary.find(text),
                    whole.headings,
                    frozenset(figures_of(text, pack)),
                    whole.cites,
                    text.count(" ") + 1,
                    len(child.children),
                    number,
                    whole.division,
                )
            )
    return tuple(out)


def articles(nodes: Sequence[Provision]) -> Iterator[tuple[Provision, tuple[str, ...]]]:
    """Each article of the law itself with the headings of the divisions it lies in, the widest first."""
    yield from _articles(nodes, ())


def _articles(nodes: Sequence[Provision], above: tuple[str, ...]) -> Iterator[tuple[Provision, tuple[str, ...]]]:
    for node in nodes:
        if node.unit == "article":
            yield node, above
        elif node.unit not in {"leftover", "annex"}:
            yield from _articles(node.children, (*above, node.heading) if node.unit in DIVISIONS else above)


def _sum(counts: dict[int, float], others: Counts) -> Counts:
    for concept, count in others.items():
        counts[concept] = counts.get(concept, 0.0) + count
    return counts


def _text(unit: Provision) -> str:
    """All that stands in a unit but its own heading and the numbers, which are of no language."""
    below = (f"{node.heading} {node.text}" for child in unit.children for node in child.walk())
    return " ".join([unit.text, *below])


def figures_of(text: str, pack: Pack) -> Iterator[str]:
    """The figures of a text, in digits or words, that are no numbers of provisions or acts and no years: 24 hours, 6 %,
    "šest meseci"."""
    bare = without_citations(text, pack)
    for match in _FIGURE.finditer(bare):
        figure = _GROUPED.sub("", match.group()).replace(",", ".")
        if not figure.isdigit() or (int(figure) >= _TELLING and not 1900 < int(figure) < 2100):
            yield figure
    for number in numbers(bare, pack.language):
        if number >= _TELLING:
            yield str(number)
