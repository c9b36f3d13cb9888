"""A translation memory against an act: which of its pairs are the very words of a provision, and which are only like
them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.sentences import sentences
from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision, walk

_NUMBER = re.compile(r"^\(?\w{1,4}[).]+\s+")  # in front of a translation whose source has one too, in any alphabet

Fold = Callable[[str], str]

SIMILAR = 80.0  # of 100: so much of the letters in common is worth a person's look
_LENGTHS = 0.7  # of two texts that are so alike neither is shorter than this share of the other


@dataclass(frozen=True, slots=True)
class Similar:
    """A pair whose words are like those of a provision; `share` is how like, 0 to 1."""

    eid: str
    source: str
    target: str
    share: float


@dataclass(frozen=True, slots=True)
class Matched:
    """What a memory has for an act. `exact` is the translation of each provision, by eId, a line for each unit;
    `ambiguous` are the units whose words it translates in several ways, of which none is taken."""

    exact: Mapping[str, str]
    ambiguous: tuple[str, ...] = ()
    similar: tuple[Similar, ...] = ()


@dataclass(slots=True)
class _Memory:
    """The translations of each text, both as they stand, by the folded text."""

    targets: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def of(self, text: str) -> list[str]:
        return list(self.targets.get(text, ()))


def match(nodes: Sequence[Provision], pairs: Sequence[tuple[str, str]], pack: Pack, fold: Fold) -> Matched:
    """Find the paragraphs, recitals and points of an act (`nodes`, in the language of `pack`) in a memory of pairs.

    The words of a unit may be one pair, with or without its number, or several, sentence by sentence. A paragraph all
    of whose units are found is translated as a whole, else each of its units that is found by itself. `fold` gives the
    form in which texts are compared.
    """
    memory = _Memory()
    for source, target in pairs:
        memory.targets[fold(source)][target] = None
    exact: dict[str, str] = {}
    ambiguous: list[str] = []
    missing: list[Provision] = []
    for top in _tops(nodes):
        found: dict[str, str] = {}
        for node in top.walk():
            if not node.text:
                continue
            targets = _translations(node, memory, pack, fold)
            if len(targets) == 1:
                found[node.eid] = targets[0]
            elif targets:
                ambiguous.append(node.eid)
            else:
                missing.append(node)
        whole = [] if found else _whole(top, memory, fold)
        if len(whole) == 1:
            exact[top.eid] = whole[0]
            missing = [node for node in missing if not node.eid.startswith(top.eid)]
        elif found and all(node.eid in found for node in top.walk() if node.text):
            lines = (_numbered(node, found[node.eid]) for node in top.walk() if node is not top and node.text)
            exact[top.eid] = "\n".join([*([found[top.eid]] if top.text else []), *lines])
        else:
            exact |= found
    return Matched(exact, tuple(ambiguous), tuple(_similar(missing, pairs, fold)))


def _tops(nodes: Sequence[Provision]) -> Iterator[Provision]:
    """The paragraphs and recitals, wherever they stand, and what else is widest and has words."""
    for node in nodes:
        if node.unit in NOT_LAW:
            continue
        if node.unit in DIVISIONS or node.unit in ("preamble", "article", "annex"):
            yield from _tops(node.children)
        elif node.unit not in ("citation", "enacting"):
            yield node


def _translations(node: Provision, memory: _Memory, pack: Pack, fold: Fold) -> list[str]:
    if found := memory.of(fold(node.text)):
        return found
    if found := memory.of(fold(_numbered(node, node.text))):
        return list(dict.fromkeys(_NUMBER.sub("", target) for target in found))
    spans = sentences(node.text, pack)
    each = [memory.of(fold(node.text[start:end])) for start, end in spans] if len(spans) > 1 else []
    if not each or not all(each):
        return []
    if any(len(targets) > 1 for targets in each):
        return ["", ""]  # several ways to say one sentence
    return [" ".join(targets[0] for targets in each)]


def _whole(top: Provision, memory: _Memory, fold: Fold) -> list[str]:
    """A paragraph with its points that is one pair."""
    if not top.children:
        return []
    said = " ".join(_numbered(node, node.text) for node in walk((top,)) if node.text)
    return memory.of(fold(said)) or memory.of(fold(said.removeprefix(top.num).strip()))


def _numbered(node: Provision, text: str) -> str:
    return f"{node.num} {text}".strip()


def _similar(missing: Sequence[Provision], pairs: Sequence[tuple[str, str]], fold: Fold) -> Iterator[Similar]:
    """The pair that is most like each unit for which there is none."""
    known = sorted({source: (fold(source), target) for source, target in pairs}.items(), key=lambda one: len(one[1][0]))
    lengths = [len(text) for _, (text, _) in known]
    texts = [text for _, (text, _) in known]
    for node in missing:
        wanted = fold(node.text)
        start = bisect_left(lengths, len(wanted) * _LENGTHS)
        end = bisect_right(lengths, len(wanted) / _LENGTHS)
        best = process.extractOne(wanted, texts[start:end], scorer=fuzz.ratio, score_cutoff=SIMILAR)
        if best is not None:
            source, (_, target) = known[start + best[2]]
            yield Similar(node.eid, source, target, round(best[1] / 100, 2))
