"""Where a clause goes: the chain of units it cites, from the wide to the narrow ("u članu 5. stav 2.") or back ("pika
2 e nenit 5", "point (b) of Article 4(1)"), in lists ("čl. 5. i 7.", "članu 5. stav 1. i članu 6.") and short of the
units that the sentence before it named.

Numbers are kept as cited, without the ordinal's stop; of a unit whose brackets are no part of its number ("став (2)")
only the number itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tomas_desktop.jurisdiction import numerals
from tomas_desktop.jurisdiction.clause_sentences import Token
from tomas_desktop.jurisdiction.clause_words import COUNTED, DIVISIONS, RANK, Lexicon
from tomas_desktop.jurisdiction.numbering import number_in
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Step

Chain = tuple[Step, ...]
INTRO = Step("intro", ("1",), counted=True)  # the words of a unit before the units below it

_NUMBERED = frozenset({"number", "bracket", "letter", "roman"})
_BETWEEN = frozenset({"comma", "and", "of", "in", "known", "stop"})
_LEVELS = ("paragraph", "point", "subpoint")  # of brackets behind an article: 6(1)(b)(ii)


@dataclass(frozen=True, slots=True)
class Cited:
    """The chains that stand at one place of a sentence, and the place after them. A unit without a number is `bare`;
    `many` says that it is a plural."""

    chains: tuple[Chain, ...]
    end: int
    bare: str = ""
    many: bool = False
    mark: str = ""


def cited(found: Sequence[Token], at: int, lex: Lexicon) -> Cited | None:
    """The units that are cited here; None where no unit is."""
    reader = _Reader(found, lex)
    chains, end = reader.chains(at)
    if chains:
        return Cited(tuple(tuple(chain) for chain in chains), end)
    token = found[at]
    if token.kind == "unit":
        return Cited((), at + 1, token.value, token.many, token.mark)
    return None


class _Reader:
    def __init__(self, found: Sequence[Token], lex: Lexicon) -> None:
        self.found, self.lex = found, lex

    def _kind(self, at: int) -> str:
        return self.found[at].kind if 0 <= at < len(self.found) else ""

    def chains(self, at: int) -> tuple[list[list[Step]], int]:
        chains: list[list[Step]] = []
        end, between = at, set[str]()
        lists: list[str] = []  # units named in the plural
        while True:
            step = self._step(at)
            if step is None and chains and self._kind(at) in _NUMBERED and lists and self._is_wider_item(at, lists):
                step = self._numbers(at, lists[-1])  # čl. 178. stav 4, 179. stav 3
            if step is None:
                return chains, end
            steps, after = step
            for each in steps:
                is_below = bool(chains) and "and" not in between and self.lex.roman
                _add(chains, as_subpoint(chains[-1][-1], each) if is_below else each, between)
                between &= {"of"}  # what stands in brackets behind a number is of the same place
            if self._kind(at) == "unit" and self.found[at].many:
                lists.append(self.found[at].value)
            end, at, between = after, after, set()
            while self._kind(at) in _BETWEEN and not self._ends_sentence(at):
                between.add(self.found[at].kind)
                at += 1
            if "in" in between and between & {"and", "comma"} and self._kind(at) != "unit":
                return chains, end

    def _ends_sentence(self, at: int) -> bool:
        """Is this the stop of a sentence rather than of an ordinal number?"""
        if self._kind(at) != "stop":
            return False
        return at + 1 >= len(self.found) or self.found[at + 1].text[:1].isupper()

    def _is_wider_item(self, at: int, lists: list[str]) -> bool:
        after = at + 1
        while self._kind(after) == "stop":
            after += 1
        return self._kind(after) == "unit" and RANK[self.found[after].value] > RANK[lists[-1]]

    def _step(self, at: int) -> tuple[list[Step], int] | None:
        """A unit with its numbers, and what stands in brackets behind them."""
        ordinals, after = self._ordinals(at)
        if ordinals and self._kind(after) == "unit":  # druge rečenice, first and second subparagraphs
            return [_ordinal(self.found[after].value, ordinals)], after + 1
        if self._kind(at) != "unit":
            return None
        unit = self.found[at].value
        if unit == "intro":
            return [INTRO], at + 1
        place = at + 1
        while self._kind(place) == "of" and self._kind(place + 1) == "ordinal":
            place += 1
        while self._kind(place) in ("new", "former") and self._kind(place + 1) in _NUMBERED:  # nen i ri 73-b
            place += 1
        ordinals, after = self._ordinals(place, behind=True)
        if ordinals:  # alineja druga, paragrafi i parë
            return [_ordinal(unit, ordinals)], after
        numbers = self._numbers(place, unit)
        is_bare = unit in self.lex.bracketed and self._kind(place) == "number"  # став 2, not став (2)
        if numbers and (is_bare or self.found[at].counted):
            return [replace(numbers[0][0], counted=True), *numbers[0][1:]], numbers[1]
        return numbers

    def _ordinals(self, at: int, *, behind: bool = False) -> tuple[list[str], int]:
        """A list of ordinals; `behind` the word of their unit, so that one right before another unit is none of it."""
        out: list[str] = []
        end = at
        while self._kind(at) == "ordinal" and not (behind and self._kind(at + 1) in ("unit", "ordinal") and out):
            out.append(self.found[at].value)
            end = at = at + 1
            if behind and self._kind(at) == "ordinal":
                break
            while self._kind(at) in ("and", "comma", "of", "known"):
                at += 1
        return out, end

    def _numbers(self, at: int, unit: str) -> tuple[list[Step], int] | None:
        numbers: list[str] = []
        below: list[Step] = []
        end = at
        while True:
            number = self._number(at, unit)
            if number is None or (numbers and self._belongs_to_wider(at, unit)):
                break
            numbers.append(number)
            end = self._after_number(at)
            last = self._range_end(end, unit)
            if last is not None:
                numbers[-1:] = _range(number, self._number(last, unit) or number, self.lex.pack)
                end = self._after_number(last)
            below, end = self._bracketed(end, unit)
            at = end
            while self._kind(at) in ("comma", "and") or (self._kind(at) == "stop" and not self._ends_sentence(at)):
                at += 1
            if at == end or below:
                break
        if not numbers:
            return None
        return [Step(unit, tuple(numbers), unit in COUNTED), *below], end

    def _after_number(self, at: int) -> int:
        return at + 2 if self._kind(at + 1) == "stop" and not self._ends_sentence(at + 1) else at + 1

    def _range_end(self, at: int, unit: str) -> int | None:
        if self._kind(at) not in ("to", "dash"):
            return None
        place = at + 1
        if self._kind(place) == "unit" and self.found[place].value == unit:
            place += 1
        return place if self._number(place, unit) is not None else None

    def _belongs_to_wider(self, at: int, unit: str) -> bool:
        """Is this number one of a wider list ("..., 179. stav 3")?"""
        after = self._after_number(at)
        return self._kind(after) == "unit" and RANK[self.found[after].value] <= RANK[unit] and unit != "article"

    def _number(self, at: int, unit: str) -> str | None:
        """The number here as it is cited, if a unit of this kind can have it."""
        if not 0 <= at < len(self.found):
            return None
        token = self.found[at]
        text = token.value or token.text
        if token.kind in ("number", "bracket", "letter"):
            if unit in ("article", "paragraph") and not re.search(r"\d", text):
                return None
            return as_cited(text, unit, self.lex)
        if token.kind == "roman" and unit in DIVISIONS:
            return text
        is_letter = token.kind in ("word", "but", "and", "of", "in", "roman") and len(token.text) <= 2
        if unit in ("point", "subpoint") and is_letter and token.text.isalpha():
            after = self._kind(at + 1)  # shkronja d, tačka a
            return token.text if after in ("comma", "of", "verb", "noun", "in") and token.kind == "word" else None
        return None

    def _bracketed(self, at: int, unit: str) -> tuple[list[Step], int]:
        """Numbers in brackets right behind a number: 4(1)(b), 5(1) and (2)."""
        levels = _LEVELS[0 if unit == "article" else _LEVELS.index(unit) + 1 if unit in _LEVELS else 3 :]
        steps: list[Step] = []
        for level in levels:
            if self._kind(at) != "bracket" or self.found[at].start != self.found[at - 1].end:
                break
            numbers = [as_cited(self.found[at].value, level, self.lex)]
            at += 1
            while self._kind(at) in ("and", "comma", "to") and self._kind(at + 1) == "bracket":
                if level == "paragraph" and not re.search(r"\d", self.found[at + 1].value):
                    break
                number = as_cited(self.found[at + 1].value, level, self.lex)
                is_range = self._kind(at) == "to"
                numbers[-1:] = _range(numbers[-1], number, self.lex.pack) if is_range else [numbers[-1], number]
                at += 2
            steps.append(Step(level, tuple(numbers), level in COUNTED))
        return steps, at


def _ordinal(unit: str, numbers: Sequence[str]) -> Step:
    return Step(unit, tuple(numbers), unit not in DIVISIONS and unit != "article")


def as_cited(text: str, unit: str, lex: Lexicon) -> str:
    """A number of a sentence without what is no part of it: its stop, the brackets where they are none."""
    if unit in lex.bare or unit in COUNTED:
        return "".join(text.strip('()[].“”„‘’" ').split())
    return text.removesuffix(".")


def _range(first: str, last: str, pack: Pack) -> list[str]:
    """All numbers from one to another: 5 do 8, 3) do 5), 65a do 65g, “a” deri “ç”."""
    opening, start, closing = number_in(first)
    _, end, _ = number_in(last)
    if start.isdigit() and end.isdigit() and int(start) < int(end) <= int(start) + 500:
        return [f"{opening}{number}{closing}" for number in range(int(start), int(end) + 1)]
    low, high = (re.fullmatch(r"(.*?)([^\W\d_]{1,2})", each) for each in (start, end))
    if low and high and low[1] == high[1] and {low[2], high[2]} <= set(pack.letters):
        letters = pack.letters[pack.letters.index(low[2]) : pack.letters.index(high[2]) + 1]
        return [f"{opening}{low[1]}{letter}{closing}" for letter in letters] or [first, last]
    stem = re.match(r"\d+", start)
    if stem and high and high[1] == stem.group() == start and high[2] in pack.letters:  # 65 do 65v
        letters = pack.letters[: pack.letters.index(high[2]) + 1]
        return [first, *(f"{opening}{start}{letter}{closing}" for letter in letters)]
    return [first, last]


def _add(chains: list[list[Step]], step: Step, between: set[str]) -> None:
    """Put a step into the chain that is being read, or begin another chain with it."""
    if not chains:
        chains.append([step])
        return
    chain = chains[-1]
    rank, joined = RANK[step.unit], bool(between & {"and", "comma"})
    same = next((place for place, each in enumerate(chain) if each.unit == step.unit), None)
    if same is not None:
        if "of" in between and "and" not in between:  # paragrafi i dytë i pikës 2
            chain[same:] = [step, _below(chain[same]), *chain[same + 1 :]]
        elif step.counted != chain[same].counted and "and" not in between:  # pika 2, paragrafi i dytë
            chain.append(_below(step))
        else:
            chains.append([*chain[:same], step])
    elif rank > RANK[chain[-1].unit]:
        chain.append(step)
    elif rank < RANK[chain[0].unit]:
        if "of" in between or not joined:
            for each in chains:
                if RANK[each[0].unit] > rank:
                    each.insert(0, step)
        else:
            chains.append([step])
    elif "of" in between:
        chain.insert(next(place for place, each in enumerate(chain) if RANK[each.unit] > rank), step)
    elif "and" in between:
        chains.append([*(each for each in chain if RANK[each.unit] < rank), step])
    else:
        chain.append(step)


def as_subpoint(holder: Step, step: Step) -> Step:
    """A point cited below a point ("point (a), point (ii)") is a subpoint."""
    if step.unit != "point" or holder.unit != "point":
        return step
    first, second = (each.number.strip("()") for each in (holder, step))
    is_roman = numerals.roman(second) and not numerals.roman(first) and first != "h"
    return replace(step, unit="subpoint") if is_roman or (first.isdigit() and second.isalpha()) else step


def inner_point(holder: Step, step: Step) -> Step:
    """A point named behind a sentence about another one: one that lies in it where its number can be nothing else
    (point (g), then (vii) or (iva); (i) and (v) are letters too)."""
    core = step.number.strip("()")
    if len(core) < 2:
        return step
    stem = core if numerals.roman(core) else core[:-1]
    is_below = as_subpoint(holder, Step(step.unit, (stem,))).unit != step.unit and len(stem) > 1
    return replace(step, unit="subpoint") if is_below else step


def below(holder: Chain, chain: Chain, lex: Lexicon) -> Chain:
    """A chain that a sentence names below or beside one that it has named."""
    if holder and lex.roman:
        chain = (as_subpoint(holder[-1], chain[0]), *chain[1:])
    if chain[0].unit in DIVISIONS:
        return (*(step for step in holder if RANK[step.unit] < RANK[chain[0].unit]), *chain)
    return placed(holder, chain)


def _below(step: Step) -> Step:
    """A paragraph cited below a paragraph: one of its subparagraphs, or a point of a list in it."""
    return Step("subparagraph" if step.counted else "point", step.numbers, step.counted)


def placed(context: Chain, chain: Chain) -> Chain:
    """A chain with the wider units that the sentence before it named; an article stands by itself."""
    if not chain:
        return context
    if chain[0].unit == "article" or (chain[0].unit in DIVISIONS and chain[0].unit != "annex"):
        return (*(step for step in context if step.unit == "annex"), *chain)
    if chain[0].unit == "paragraph" and chain[0].counted:
        holder = next((step for step in context if step.unit == "paragraph"), None)
        if holder is not None and not holder.counted:  # "në paragrafin e dytë" after "në pikën 2"
            chain = (_below(chain[0]), *chain[1:])
    first = RANK[chain[0].unit]
    kept = tuple(step for step in context if RANK[step.unit] < first)
    return (*kept, *chain)


def single(chain: Chain, *, last: bool) -> tuple[Chain, ...]:
    """The chains of one unit each that a chain with lists of numbers stands for; the list of its last step is kept
    where not `last`."""
    out: tuple[Chain, ...] = ((),)
    for place, step in enumerate(chain):
        if place == len(chain) - 1 and not last:
            out = tuple((*each, step) for each in out)
        else:
            out = tuple((*each, Step(step.unit, (number,), step.counted)) for each in out for number in step.numbers)
    return out


def merged(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """Chains that differ in their last number only as one chain with a list ("stav 2. i stav 4.")."""
    out: list[Chain] = []
    for chain in chains:
        if out and chain and out[-1][:-1] == chain[:-1] and out[-1][-1].unit == chain[-1].unit:
            last = out[-1][-1]
            out[-1] = (*chain[:-1], Step(last.unit, (*last.numbers, *chain[-1].numbers), last.counted))
        else:
            out.append(chain)
    return tuple(out)
