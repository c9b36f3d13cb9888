"""The differences of two versions of a law, unit by unit: what stayed, what was worded anew, what came and went.

Articles and divisions are the same when they have the same number, else when they have the same wording (a
renumbered article); paragraphs, points and what else stands below are matched by their wording, in order, as a
reader matches them. A unit out of its order is one that went here and came there, and is marked as moved.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import groupby
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from tomas_desktop.amend.citing import printed_number
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.provision import DIVISIONS, Provision

State = Literal["kept", "changed", "inserted", "deleted"]
Index = tuple[int, int]
_Places = Mapping[tuple[str, ...], str]

SAME = 55.0  # two units that share less than this are not the same one reworded (as in a comparison of lines)
SAME_ARTICLE = 80.0  # articles with different numbers are the same only where this much of their wording is
REWORDED = 40.0  # articles with one number that share less are only taken for the same where nothing else is
SAME_NUMBER = 30.0  # what the number counts for
JOINED = 85.0  # so much of a unit has to be in the units it was cut into, or that it was made of
MOVED_WORDS = 4  # a shorter unit is not said to have moved: "(deleted)" stands in many places
GAP_LIMIT = 10_000  # pairs; a gap between matched units with more is not searched for reworded ones


@dataclass(frozen=True, slots=True)
class Difference:
    """One unit in both versions: `base` is None for an inserted one, `new` for a deleted one. "kept" means with all
    below it, number and heading included; `inside` are the differences of what stands below a changed unit, in
    reading order. `elsewhere` is the eId of the unit in the other version that has the wording of one that moved.
    `parts` are the eIds of the new units among which a unit was split, `sources` those of the old units that were
    merged into one."""

    base: Provision | None
    new: Provision | None
    state: State
    inside: tuple[Difference, ...] = ()
    elsewhere: str = ""
    parts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """The kind of the unit."""
        return self.present.unit

    @property
    def present(self) -> Provision:
        """The unit as it stands, or as it stood where it goes."""
        node = self.new or self.base
        assert node is not None
        return node

    @property
    def is_renumbered(self) -> bool:
        """Is it in both versions, with another printed number?"""
        return self.base is not None and self.new is not None and self.base.num != self.new.num

    @property
    def heading_changed(self) -> bool:
        """Is it in both versions, with another heading?"""
        return self.base is not None and self.new is not None and self.base.heading != self.new.heading

    @property
    def text_changed(self) -> bool:
        """Is it in both versions, with other words of its own (not of what stands below)?"""
        return self.base is not None and self.new is not None and self.base.text != self.new.text

    def walk(self) -> Iterator[Difference]:
        """This difference and those below it, in reading order."""
        yield self
        for each in self.inside:
            yield from each.walk()


def wording(node: Provision) -> tuple[str, ...]:
    """The printed lines of a unit without its own number: what makes it the same unit under another number. Lines
    that stand apart (headings, numbers of articles) begin with a line feed."""
    bare = replace(node, num="") if node.num else node
    return tuple(line.text if line.kind == "text" else f"\n{line.text}" for line in lines((bare,)))


def differences(base: Sequence[Provision], new: Sequence[Provision], pack: Pack) -> tuple[Difference, ...]:
    """The differences of two forests in reading order, deleted units before those inserted in their place."""
    found = _level(base, new, pack)
    loose = [each for top in found for each in top.walk() if each.state in ("deleted", "inserted")]
    gone = {wording(each.present): each.present.eid for each in loose if each.new is None and _can_move(each)}
    came = {wording(each.present): each.present.eid for each in loose if each.base is None and _can_move(each)}
    return found if gone.keys().isdisjoint(came) else tuple(_with_moves(each, gone, came) for each in found)


def _can_move(each: Difference) -> bool:
    return len(each.present.words().split()) >= MOVED_WORDS


def _with_moves(each: Difference, gone: _Places, came: _Places) -> Difference:
    if each.state in ("deleted", "inserted"):
        other = gone if each.base is None else came
        return replace(each, elsewhere=other.get(wording(each.present), ""))
    return replace(each, inside=tuple(_with_moves(below, gone, came) for below in each.inside))


def _level(base: Sequence[Provision], new: Sequence[Provision], pack: Pack) -> tuple[Difference, ...]:
    """The differences of two lists of siblings."""
    out = []
    for a, b in _paired([_Sibling(n, pack) for n in base], [_Sibling(n, pack) for n in new], _STAGES):
        if a is None or b is None:
            gone, came = a.node if a else None, b.node if b else None
            out.append(Difference(gone, came, "deleted" if came is None else "inserted"))
        elif a.node is b.node or (a.node.num == b.node.num and a.lines == b.lines):
            out.append(Difference(a.node, b.node, "kept"))
        else:
            out.append(Difference(a.node, b.node, "changed", _level(a.node.children, b.node.children, pack)))
    return _joined(out)


class _Sibling:
    """A unit among its siblings with what it is compared by."""

    def __init__(self, node: Provision, pack: Pack) -> None:
        self.node = node
        self.is_fixed = node.unit == "article" or node.unit in DIVISIONS  # bound to its number
        self.number = printed_number(node.num, pack) if node.num else ""
        self.moves_up = not self.is_fixed and pack.rule(node.unit).renumber == "shift"

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return wording(self.node)

    @cached_property
    def words(self) -> str:
        return "\n".join(self.lines)

    @property
    def says_enough(self) -> bool:
        """Is there enough wording to know it by? "(deleted)" stands in many articles."""
        return len(self.words.split()) >= MOVED_WORDS

    @cached_property
    def articles(self) -> frozenset[str]:
        """The numbers of the articles in a division."""
        return frozenset(each.num for each in self.node.walk() if each.unit == "article")

    @cached_property
    def body(self) -> str:
        """The wording without the heading."""
        return "\n".join(self.lines[1:]) if self.node.heading else self.words


Pair = tuple[_Sibling | None, _Sibling | None]
Stage = Callable[[Sequence[_Sibling], Sequence[_Sibling]], Sequence[Index]]


def _paired(base: Sequence[_Sibling], new: Sequence[_Sibling], stages: Sequence[Stage]) -> list[Pair]:
    """Which sibling is which, in order: each stage matches what the stages before it left over between matches."""
    if not stages or not base or not new:
        return [*((each, None) for each in base), *((None, each) for each in new)]
    out: list[Pair] = []
    i = j = 0
    for a, b in [*stages[0](base, new), (len(base), len(new))]:
        out.extend(_paired(base[i:a], new[j:b], stages[1:]))
        if a < len(base):
            out.append((base[a], new[b]))
        i, j = a + 1, b + 1
    return out


def _equal(key: Callable[[_Sibling], Hashable], base: Sequence[_Sibling], new: Sequence[_Sibling]) -> list[Index]:
    """The longest run of siblings with the same key; a sibling without a key (None) is matched with nothing."""
    old_keys = [_keyed(key(each), ("old", place)) for place, each in enumerate(base)]
    new_keys = [_keyed(key(each), ("new", place)) for place, each in enumerate(new)]
    return [
        (block.src_start + k, block.dest_start + k)
        for block in Indel.opcodes(old_keys, new_keys)
        if block.tag == "equal"
        for k in range(block.src_end - block.src_start)
    ]


def _keyed(key: Hashable, alone: Hashable) -> Hashable:
    return alone if key is None else key


def _alike(
    score: Callable[[_Sibling, _Sibling], float], base: Sequence[_Sibling], new: Sequence[_Sibling]
) -> list[Index]:
    """The order-preserving pairing that keeps the most likeness."""
    n, m = len(base), len(new)
    if n * m > GAP_LIMIT:
        return []
    likeness = [[score(a, b) for b in new] for a in base]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + likeness[i][j])
    out: list[Index] = []
    i = j = 0
    while i < n and j < m:
        if likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            out.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return out


def _likeness(a: _Sibling, b: _Sibling) -> float:
    """How alike two units are; 0 for those that are not the same one. An article or a division with its old number
    has to be like it only a little, one with another number very much."""
    if a.node.unit != b.node.unit:
        return 0.0
    same = a.number == b.number
    if not a.is_fixed:
        score = fuzz.ratio(a.words, b.words, score_cutoff=SAME)
        return score + (1.0 if score and same else 0.0)
    if a.node.unit in DIVISIONS:
        score = _same_articles(a, b)
    else:
        score = fuzz.ratio(a.body, b.body, score_cutoff=REWORDED if same else SAME_ARTICLE)
    if same and a.node.heading and a.node.heading == b.node.heading:
        score = max(score, SAME)
    return score + (SAME_NUMBER if score and same else 0.0)


def _same_articles(a: _Sibling, b: _Sibling) -> float:
    """How alike two divisions are: the share of articles that stand in both, if that is the half of them."""
    both = len(a.articles & b.articles)
    return 100.0 * both / len(a.articles | b.articles) if 2 * both > len(a.articles | b.articles) else 0.0


_STAGES: tuple[Stage, ...] = (
    partial(_equal, lambda each: (each.node.unit, each.number, each.lines)),
    partial(_equal, lambda each: None if each.is_fixed else (each.node.unit, each.lines)),
    partial(_alike, _likeness),
    partial(
        _equal, lambda each: (each.node.unit, each.lines) if each.says_enough else None
    ),  # in gaps too long for that
    partial(_equal, lambda each: (each.node.unit, each.number)),  # worded anew from beginning to end
    partial(_equal, lambda each: each.node.unit if each.moves_up else None),
)


def _joined(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """The differences with units that were split or merged marked as such."""
    out: list[Difference] = []
    for is_kept, run in groupby(found, lambda each: each.state == "kept"):
        gap = list(run)
        out.extend(gap if is_kept or len(gap) < 2 else _split_or_merged(gap))
    return tuple(out)


def _split_or_merged(gap: list[Difference]) -> list[Difference]:
    old = [each.base for each in gap if each.base is not None]
    new = [each.new for each in gap if each.new is not None]
    if len(old) == len(new) or min(len(old), len(new)) != 1:
        return gap
    before, after = (" ".join(" ".join(wording(node)) for node in side) for side in (old, new))
    if fuzz.ratio(before, after) < JOINED:
        return gap
    if len(old) == 1:
        return [replace(each, parts=tuple(node.eid for node in new)) if each.base else each for each in gap]
    return [replace(each, sources=tuple(node.eid for node in old)) if each.new else each for each in gap]
