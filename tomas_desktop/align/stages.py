"""Which provision of one stage of an EU act is which of another: the Commission's proposal, the Council's text, the
act as adopted.

Institutions insert, renumber and move freely, so an article is known by its wording first, then by its heading, then
by its number, wherever it stands. What is below an article is matched inside it; a paragraph or point that left its
article is looked for elsewhere.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision, walk
from tomas_desktop.text.tokens import words

Fold = Callable[[str], str]
_Pair: TypeAlias = tuple[Provision, Provision]

# Shares of the wording, rare words counting more, from 0 to 1.
SAME = 0.5  # two provisions that share so much are the same one, whatever they are called
SAME_NUMBER = 0.25  # with the same number
MOVED = 0.8  # in another article

MOVED_WORDS = 6  # a shorter provision is not looked for in other articles: it stands in many
KNOWN_WORDS = 4  # a shorter one is known by its number: "(deleted)" stands in many places


def units(nodes: Sequence[Provision]) -> Iterator[Provision]:
    """The provisions that an act consists of, in reading order: recitals, articles, annexes, and before what is in
    them the divisions."""
    for node in nodes:
        if node.unit in NOT_LAW:
            continue
        if node.unit in ("recital", "article", "annex") or node.unit in DIVISIONS:
            yield node
        if node.unit not in ("recital", "article", "annex"):
            yield from units(node.children)


def below(node: Provision) -> tuple[Provision, ...]:
    """What is compared inside a provision; nothing in a division, whose articles are compared by themselves."""
    return () if node.unit in DIVISIONS else node.children


def number(node: Provision) -> str:
    """The printed number as eIds write it; empty for a provision that is only counted."""
    return node.eid.rpartition("__")[2] if node.num else ""


def correspondence(old: Sequence[Provision], new: Sequence[Provision], fold: Fold = str) -> Mapping[str, Provision]:
    """For each provision of `old` that is in `new` too, by eId: what it is there. No two are the same one there.
    `fold` gives the form in which wordings are compared (quotation marks of one kind, say)."""
    matching = _Matching(tuple(units(old)), tuple(units(new)), fold)
    matching.match(matching.old, matching.new)
    matching.match_moved()
    return matching.twins


@dataclass(frozen=True, slots=True)
class _Look:
    """What a provision is compared by: all its wording but its own number, its heading, and its words."""

    wording: Hashable
    heading: str
    words: frozenset[str]
    length: int


class _Matching:
    """Two texts and what was found to be the same in them so far."""

    def __init__(self, old: tuple[Provision, ...], new: tuple[Provision, ...], fold: Fold) -> None:
        self.old, self.new, self._fold = old, new, fold
        self.twins: dict[str, Provision] = {}
        self._looks: dict[int, _Look] = {}
        self._spread = Counter(word for node in (*old, *new) for word in self._look(node).words)
        self._count = len(old) + len(new)
        self._weights: dict[str, float] = {}

    def match(self, olds: Sequence[Provision], news: Sequence[Provision]) -> None:
        """Match two lists of siblings, then what is below those that are the same."""
        free_old, free_new = list(olds), list(news)
        for stage in (self._equal, self._equal_elsewhere, self._alike, self._same_number, self._same_place):
            found = list(stage(free_old, free_new))
            matched = {id(node) for pair in found for node in pair}
            free_old = [node for node in free_old if id(node) not in matched]
            free_new = [node for node in free_new if id(node) not in matched]
            for a, b in found:
                self.twins[a.eid] = b
                self.match(below(a), below(b))

    def match_moved(self) -> None:
        """Match what left its article with what is new in another one."""
        taken = {twin.eid for twin in self.twins.values()}
        gone = [node for node in _inside(self.old) if node.eid not in self.twins]
        came = [node for node in _inside(self.new) if node.eid not in taken]
        scored = [
            (self._share(a, b), -i, -j)
            for i, a in enumerate(gone)
            for j, b in enumerate(came)
            if self._look(a).length >= MOVED_WORDS and self._share(a, b) >= MOVED
        ]
        for _, i, j in sorted(scored, reverse=True):
            a, b = gone[-i], came[-j]
            if a.eid not in self.twins and b.eid not in taken:
                before = set(self.twins)
                self.twins[a.eid] = b
                self.match(
                    [each for each in a.children if each.eid not in self.twins],
                    [each for each in b.children if each.eid not in taken],
                )
                taken.update(self.twins[eid].eid for eid in self.twins.keys() - before)

    # ---- the stages of a match: each sees what those before it left over ------------------------------------

    def _equal(self, olds: Sequence[Provision], news: Sequence[Provision]) -> Iterator[_Pair]:
        return _keyed(olds, news, lambda node: (node.unit, number(node), self._look(node).wording))

    def _equal_elsewhere(self, olds: Sequence[Provision], news: Sequence[Provision]) -> Iterator[_Pair]:
        def key(node: Provision) -> Hashable:
            look = self._look(node)
            return (node.unit, look.wording) if look.length >= KNOWN_WORDS or not node.num else (id(node),)

        return _keyed(olds, news, key)

    def _alike(self, olds: Sequence[Provision], news: Sequence[Provision]) -> Iterator[_Pair]:
        """The likest first. Of equals those with the same number, then those that stand in the same order."""
        scored = []
        for i, a in enumerate(olds):
            for j, b in enumerate(news):
                if a.unit == b.unit and (score := self._likeness(a, b)):
                    scored.append((score, -abs(i - j), -i, -j))
        used: set[int] = set()
        for *_, i, j in sorted(scored, reverse=True):
            a, b = olds[-i], news[-j]
            if used.isdisjoint((id(a), id(b))):
                used |= {id(a), id(b)}
                yield a, b

    def _same_number(self, olds: Sequence[Provision], news: Sequence[Provision]) -> Iterator[_Pair]:
        """Inside an article: worded anew from beginning to end."""
        return _keyed(
            olds, news, lambda node: (node.unit, number(node)) if number(node) and _is_inside(node) else id(node)
        )

    def _same_place(self, olds: Sequence[Provision], news: Sequence[Provision]) -> Iterator[_Pair]:
        """Inside an article: what has no number and stands alone where something else stood."""
        return _keyed(olds, news, lambda node: node.unit if _is_inside(node) and not node.num else id(node))

    def _likeness(self, a: Provision, b: Provision) -> float:
        """How alike two provisions are; 0 for those that are not the same one."""
        share = self._share(a, b)
        same = number(a) == number(b) != ""
        titled = self._look(a).heading == self._look(b).heading != ""
        if share < (SAME_NUMBER if same else SAME) and not titled:
            return 0.0
        return share + (0.4 if titled else 0.0) + (0.15 if same else 0.0)

    def _share(self, a: Provision, b: Provision) -> float:
        one, other = self._look(a).words, self._look(b).words
        total = self._weight(one) + self._weight(other)
        return 2 * self._weight(one & other) / total if total else 0.0

    def _weight(self, found: frozenset[str]) -> float:
        return sum(map(self._weight_of, found))

    def _weight_of(self, word: str) -> float:
        if word not in self._weights:
            self._weights[word] = math.log(1 + self._count / self._spread[word]) if self._spread[word] else 0.0
        return self._weights[word]

    def _look(self, node: Provision) -> _Look:
        if id(node) not in self._looks:
            self._looks[id(node)] = self._seen(node)
        return self._looks[id(node)]

    def _seen(self, node: Provision) -> _Look:
        inside = [(child, self._look(child)) for child in below(node)]
        own = words(f"{node.heading} {node.text}".casefold())
        return _Look(
            (
                self._fold(node.heading),
                self._fold(node.text),
                *((child.unit, number(child), look.wording) for child, look in inside),
            ),
            self._fold(node.heading).casefold(),
            frozenset(own).union(*(look.words for _, look in inside)),
            len(own) + sum(look.length for _, look in inside),
        )


def _keyed(
    olds: Sequence[Provision], news: Sequence[Provision], key: Callable[[Provision], Hashable]
) -> Iterator[_Pair]:
    """Those with the same key, in their order."""
    waiting: defaultdict[Hashable, list[Provision]] = defaultdict(list)
    for node in reversed(news):
        waiting[key(node)].append(node)
    for node in olds:
        if found := waiting[key(node)]:
            yield node, found.pop()


def _inside(nodes: Sequence[Provision]) -> list[Provision]:
    """What stands below articles and annexes, in reading order."""
    return list(walk(child for node in nodes for child in below(node)))


def _is_inside(node: Provision) -> bool:
    return node.unit not in DIVISIONS and node.unit not in ("recital", "article", "annex")
