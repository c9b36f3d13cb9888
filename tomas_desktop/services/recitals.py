"""Which recitals of an EU act explain an article: those that speak in its words more than in those of the others.

Acts do not say it. Recitals and articles are compared within one language, by the stems of their words, each weighed by
how rare it is in the act (tf-idf, cosine); the title of an article counts more than its text. A recital is given to the
article that it is likest to, and to others that come near that; one that is like none explains the act as a whole.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tomas_desktop.model.canonical import lines
from tomas_desktop.model.provision import Provision, own_articles, walk
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.text import stems
from tomas_desktop.text.stopwords import BY_LANGUAGE

_TITLE = 3  # what a word of the title counts, and a word of the text 1
_LEAST = 0.14  # likeness below which a recital explains no article
_NEAR = 0.8  # of the best likeness: an article so near is explained too
_MOST = 8  # recitals of an article, the likest


@dataclass(frozen=True, slots=True)
class Recital:
    """A recital as printed, and how like the article it is (0 to 1)."""

    eid: str
    number: str
    text: str
    likeness: float


def of_act(opened: OpenDossier, work: str, expression: str | None = None) -> Mapping[str, tuple[Recital, ...]]:
    """The recitals that explain each article, by the article's eId, in the order of the act. An act of a hundred
    articles takes a few tenths of a second.

    Raises NotFoundError("no-work"), ("no-expression").
    """
    held = opened.expression(work, expression)
    nodes, language = opened.nodes(held), held.language
    articles = list(own_articles(nodes))
    recitals = [node for node in walk(nodes) if node.unit == "recital"]
    small = frozenset(stems.stem(word, language) for word in BY_LANGUAGE.get(stems.rules_of(language), ()))

    def counted(text: str) -> Counter[str]:
        found = (term.stem for term in stems.terms(text, language))
        return Counter(word for word in found if word not in small and not word.isdigit())

    bags = []
    for article in articles:
        bag = counted(_text(article))
        for word, count in counted(article.heading).items():
            bag[word] += _TITLE * count
        bags.append(bag)
    others = [counted(_text(recital)) for recital in recitals]
    spread = Counter(word for bag in (*bags, *others) for word in bag)
    size = len(bags) + len(others)
    vectors = [_vector(bag, spread, size) for bag in bags]
    out: dict[str, list[Recital]] = {article.eid: [] for article in articles}
    for recital, bag in zip(recitals, others, strict=True):
        own = _vector(bag, spread, size)
        likeness = [_cosine(own, vector) for vector in vectors]
        best = max(likeness, default=0.0)
        if best < _LEAST:
            continue
        for article, value in zip(articles, likeness, strict=True):
            if value >= _NEAR * best:
                out[article.eid].append(Recital(recital.eid, recital.num, _text(recital), value))
    return {eid: _likest(found) for eid, found in out.items()}


def _likest(found: Sequence[Recital]) -> tuple[Recital, ...]:
    kept = sorted(found, key=lambda each: -each.likeness)[:_MOST]
    return tuple(each for each in found if each in kept)


def _text(node: Provision) -> str:
    return " ".join(line.text for line in lines((node,)) if line.kind == "text")


def _vector(bag: Counter[str], spread: Counter[str], size: int) -> dict[str, float]:
    weighed = {word: (1 + math.log(count)) * math.log(size / spread[word]) for word, count in bag.items()}
    length = math.sqrt(sum(value * value for value in weighed.values())) or 1.0
    return {word: value / length for word, value in weighed.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other.get(word, 0.0) for word, value in one.items())
