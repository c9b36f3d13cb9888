"""Random edits of real paragraphs, as a drafter makes them, and how lean and how readable their redline is.

The optimum is computed apart from the engine: the longest common subsequence of the words by Hunt and Szymanski.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tomas_desktop.amend.alignment import Hunk, hunks
from tomas_desktop.amend.readable import bridged, whole, whole_citations
from tomas_desktop.amend.redline import Segment, redline
from tomas_desktop.importers import base
from tomas_desktop.jurisdiction import pack
from tomas_desktop.model.provision import walk
from tomas_desktop.text.stopwords import STOP_WORDS
from tomas_desktop.text.tokens import is_word, tokens

# One law of each legal order; the first two, which are read fast, are enough for an ordinary run.
LAWS = (
    ("national-rs/rs_KZ_krivicni-zakonik.lat.txt", "rs", "sr-Latn"),
    ("eu-html/52022PC0209_CSAR_EN.html", "eu", "en"),
    ("national-mk/mk_KZ_krivicen-zakonik.pdf", "mk", "mk"),
    ("national-al/al_KP_7895-1995.txt", "al", "sq"),
)
OTHER_WORDS = (
    "sud može da naloži uklanjanje materijala u roku od 24 časa i na zahtev tela dete, maloletno lice. stav 2. "
    "the provider shall not судот може налог во рок gjykata mund të urdhërojë neni 500.000 2011/93/EU"
).split()


def paragraphs(data: Path, laws: Iterable[tuple[str, str, str]] = LAWS) -> list[str]:
    """The paragraphs and points of these laws that are longer than a few words."""
    return [
        node.text
        for file, country, language in laws
        for node in walk(base.read(data / file, pack.load(country, language)).nodes)
        if node.unit in ("paragraph", "point", "subparagraph") and len(node.text) > 40
    ]


def edited(text: str, dice: random.Random) -> str:
    """One to six words or phrases replaced, put in, taken out or moved; now and then a sentence written anew."""
    words = text.split(" ")
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(words))
        kind = dice.choice(("replace", "replace", "insert", "delete", "move", "number"))
        if kind == "replace":
            words[at : at + dice.randint(1, 2)] = [dice.choice(OTHER_WORDS) for _ in range(dice.randint(1, 2))]
        elif kind == "insert":
            words[at:at] = [dice.choice(OTHER_WORDS) for _ in range(dice.randint(1, 5))]
        elif kind == "delete" and len(words) > 3:
            del words[at : at + dice.randint(1, 3)]
        elif kind == "move" and len(words) > 6:
            phrase = words[at : at + 2]
            del words[at : at + 2]
            place = dice.randrange(len(words) + 1)
            words[place:place] = phrase
        elif kind == "number":
            words[at] = f"{dice.randint(1, 400)}."
        words = words or ["sud"]
    if dice.random() < 0.1:
        words[len(words) // 3 :] = [dice.choice(OTHER_WORDS) for _ in range(dice.randint(3, 30))]
    return " ".join(words)


def longest_common(old: Sequence[str], new: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    places: dict[str, list[int]] = {}
    for j, word in enumerate(new):
        places.setdefault(word, []).insert(0, j)
    ends: list[int] = []
    for word in old:
        for j in places.get(word, ()):
            at = bisect_left(ends, j)
            ends[at : at + 1] = [j]
    return len(ends)


@dataclass
class Measured:
    """What a number of redlines came to, in words."""

    edits: int = 0
    marked: int = 0  # deleted and inserted in the minimal form
    optimum: int = 0
    shown: int = 0  # deleted and inserted in the readable form
    worst: float = 1.0  # marked / optimum of one edit
    cut: int = 0  # words cut by a mark
    undeclared: int = 0  # unchanged words in marks that are neither a bridge nor in a whole replacement
    bridges: int = 0  # unchanged words in marks as declared bridges
    wholes: int = 0  # sentences and paragraphs replaced whole
    lost: int = 0  # edits whose two texts the redline does not give back

    @property
    def ratio(self) -> float:
        return self.marked / self.optimum if self.optimum else 1.0


def measure(pairs: Iterable[tuple[str, str]]) -> Measured:
    """Redlines of these pairs of texts, measured."""
    out = Measured()
    for old, new in pairs:
        out.edits += 1
        before, after = tokens(old), tokens(new)
        raw = hunks(before, after)
        marked = sum(_words(before, after, raw))
        words = [[token for token in side if is_word(token)] for side in (before, after)]
        optimum = len(words[0]) + len(words[1]) - 2 * longest_common(*words)
        out.marked += marked
        out.optimum += optimum
        out.worst = max(out.worst, marked / optimum if optimum else 1.0)
        shown = redline(old, new)
        out.shown += sum(is_word(token) for segment in shown if segment.op != "=" for token in tokens(segment.text))
        out.cut += cut_words(shown)
        out.lost += (text_of(shown, "+"), text_of(shown, "-")) != (old, new)
        joined = bridged(before, after, raw)
        readable = whole(before, after, whole_citations(before, after, joined))
        replaced = [hunk for hunk in readable if hunk not in joined]
        out.wholes += sum(1 for hunk in replaced if sum(h.a0 >= hunk.a0 and h.a1 <= hunk.a1 for h in joined) > 1)
        for hunk in joined:
            bridges, others = unchanged_inside(before, after, raw, hunk)
            out.bridges += bridges
            out.undeclared += others
    return out


def text_of(segments: Iterable[Segment], without: str) -> str:
    """One of the two texts: the segments but those of one kind."""
    return "".join(segment.text for segment in segments if segment.op != without)


def cut_words(segments: Sequence[Segment]) -> int:
    """On each side, how many borders between kept and marked text stand inside a word."""
    count = 0
    for side in "+-":
        shown = [segment for segment in segments if segment.op != side]
        borders, at = {0}, 0
        for token in tokens("".join(segment.text for segment in shown)):
            at += len(token)
            borders.add(at)
        at = 0
        for segment in shown:
            count += at not in borders
            at += len(segment.text)
    return count


def unchanged_inside(old: Sequence[str], new: Sequence[str], raw: Sequence[Hunk], joined: Hunk) -> tuple[int, int]:
    """Unchanged words inside one mark: how many as the only solid token between two replacements that are a stop
    word, and how many otherwise (there must be none)."""
    inside = [h for h in raw if joined.a0 <= h.a0 and h.a1 <= joined.a1 and joined.b0 <= h.b0 and h.b1 <= joined.b1]
    bridges = others = 0
    for left, right in pairwise(inside):
        solid = [token for token in old[left.a1 : right.a0] if not token.isspace()]
        words = [token for token in solid if is_word(token)]
        if len(solid) == 1 and all(word.casefold() in STOP_WORDS for word in words):
            bridges += len(words)
        else:
            others += len(words)
    return bridges, others


def _words(old: Sequence[str], new: Sequence[str], found: Iterable[Hunk]) -> Iterable[int]:
    for a0, a1, b0, b1 in found:
        yield sum(map(is_word, old[a0:a1])) + sum(map(is_word, new[b0:b1]))
