"""What a law says, unit by unit, as far as it can be compared with a law of another language: the concepts of its
title, text and division headings, its figures, what it cites, how long it is and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tomas_desktop.align.vocabulary import Vocabulary
from tomas_desktop.jurisdiction.citation_words import UNITS
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import DIVISIONS, Provision
from tomas_desktop.text.tokens import words

Unit = Literal["article", "paragraph"]
Counts = Mapping[int, float]

_FOREIGN = 120  # letters behind a citation in which the name of another act may stand
_FIGURE = re.compile(r"(?<![\w/.])\d{1,3}(?:[.,\s]\d{3})+(?![\w/])|(?<![\w/.,(])\d+(?:[.,]\d+)?(?![\w/)])")


@dataclass(frozen=True, slots=True)
class Profile:
    """What one article or paragraph says. Concepts are numbers of the glossary with how often they occur; `title` is
    that of the article, where it has none that of its innermost division; `cites` are numbers of units of this law's
    profiles; `place` runs from 0 to 1."""

    eid: str
    title: Counts
    body: Counts
    headings: Counts
    figures: frozenset[str]
    cites: tuple[int, ...]
    length: int  # words
    parts: int  # paragraphs and points below
    place: float
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
        out.append(
            Profile(
                node.eid,
                vocabulary.find(title),
                vocabulary.find(f"{node.heading} . {text}"),
                headings[joined],
                frozenset(_figures(text, pack)),
                tuple(sorted({numbers[eid] for eid in _cited(text, pack) if eid in numbers and eid != node.eid})),
                len(words(text)),
                sum(1 for _ in node.walk()) - 1,
                number / max(1, len(found) - 1),
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
                    frozenset(_figures(text, pack)),
                    whole.cites,
                    len(words(text)),
                    len(child.children),
                    whole.place,
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


def _text(unit: Provision) -> str:
    """All that stands in a unit but its own heading and the numbers, which are of no language."""
    below = (f"{node.heading} {node.text}" for child in unit.children for node in child.walk())
    return " ".join([unit.text, *below])


# ---- figures and citations ---------------------------------------------------------------------------------


def _figures(text: str, pack: Pack) -> Iterator[str]:
    """The figures of a text that are no numbers of provisions or acts: 24 hours, 6 %, 10 000 000."""
    for match in _FIGURE.finditer(_citation(pack, UNITS).sub(" ", text)):
        figure = re.sub(r"[\s.,](?=\d{3}(?!\d))", "", match.group()).replace(",", ".")
        if not (figure.isdigit() and (int(figure) < 3 or 1900 < int(figure) < 2100)):
            yield figure


def _cited(text: str, pack: Pack) -> Iterator[str]:
    """The articles of its own law that a text names, as eIds. Only what the graph of citations needs: which provision
    exactly is meant is the business of `jurisdiction.citations`, which takes twenty times as long."""
    for match in _citation(pack, ("article",)).finditer(text):
        behind = text[match.end() : match.end() + _FOREIGN]
        if _of_another(pack).match(behind):
            continue
        last = 0
        for joint, printed in _NUMBERS.findall(match.group("list")):
            number = int(re.match(r"\d+", printed).group())  # type: ignore[union-attr]
            if last and joint.strip() in _ranges(pack) and last < number < last + 60:
                yield from (f"art_{between}" for between in range(last + 1, number))
            last = number
            yield f"art_{re.sub(r'[^0-9a-zđžčćš]', '', printed.lower())}"


_NUMBERS = re.compile(r"([^\d(]*?)\s*(\d+(?:-?[a-zđžčćš])?)(?![\w)])(?:\.)?(?:\(\w+\))*")


@cache
def _citation(pack: Pack, units: tuple[str, ...]) -> re.Pattern[str]:
    """A word for one of these units or several, and the numbers behind it."""
    table = pack.citations
    names = [name for unit in units for many in ("one", "many") for name in table.get(unit, {}).get(many, ())]
    joints = [*table.get("and", ()), *table.get("to", ()), ","]
    names = sorted({re.escape(name) for name in names}, key=len, reverse=True) or ["(?!)"]
    joint = "|".join(sorted({re.escape(each) for each in joints}, key=len, reverse=True))
    number = r"\d+(?:-?[^\W\d_])?(?!\w)\.?(?:\(\w+\))*"
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(names)})\.?\s*(?P<list>{number}(?:\s*(?:{joint}|[–-])\s*{number})*)", re.IGNORECASE
    )


@cache
def _ranges(pack: Pack) -> frozenset[str]:
    return frozenset({"-", "–", *pack.citations.get("to", ())})


@cache
def _of_another(pack: Pack) -> re.Pattern[str]:
    """What says, right behind a citation, that it is of another act: a word for a law without "this" before it."""
    table = pack.citations
    laws = "|".join(sorted(map(re.escape, table.get("law", ())), key=len, reverse=True)) or "(?!)"
    here = "|".join(sorted(map(re.escape, table.get("this", ())), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?:(?!\b(?:{here})\b)[^.;:]){{0,60}}?\b(?:{laws})\b", re.IGNORECASE)
