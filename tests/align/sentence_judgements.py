"""Sentences of linked articles measured against a table that was made by hand from reading both laws.

What has no counterpart is made as well: of each EU sentence in turn its national counterpart is taken out (unless it
answers another one too), and the sentence has to be told then.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.align.correlation_tables import LAWS, glossary, of_law, tree
from tomas_desktop.align.sentences import Compared, Read, compare, of_provision, read
from tomas_desktop.align.similarity import Row, rarity_in
from tomas_desktop.align.vocabulary import Vocabulary
from tomas_desktop.align.weights import importance
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.provision import find


@dataclass
class Figures:
    """Counts over EU sentences, and over national ones in `own`."""

    answered: int = 0
    right: int = 0  # the best national sentence is the counterpart
    kept: int = 0  # and is taken for it
    without: int = 0  # sentences with no counterpart, by nature or because it was taken out
    found: int = 0  # of these those that are told
    own: int = 0  # national sentences that are not from the EU text
    own_found: int = 0
    national: int = 0  # the others
    national_kept: int = 0


def figures(data: Path, half: int | None = None) -> Figures:
    """GDPR articles against those of the Serbian law; `half` 1 takes the odd ones, 0 the even ones."""
    out = Figures()
    for number, eu, national, judged in _articles(data):
        if half is not None and number % 2 != half:
            continue
        gold = {n: judged.get("answers", {}).get(str(n), [n]) for n in range(1, len(eu) + 1)}
        whole = _compared(data, eu, national)
        own, left = set(judged.get("own", ())), set(judged.get("open", ()))
        for n, answer in enumerate(whole.national, start=1):
            if n in own:
                out.own += 1
                out.own_found += answer is None or not answer.is_one
            elif n not in left:
                out.national += 1
                out.national_kept += answer is not None and answer.is_one
        for n, answers in gold.items():
            here = whole.eu[n - 1]
            if not answers:
                out.without += 1
                out.found += here is None or not here.is_one
                continue
            out.answered += 1
            out.right += here is not None and here.other + 1 in answers
            out.kept += here is not None and here.is_one
            shared = {each for other, many in gold.items() if other != n for each in many}
            rest = [each for place, each in enumerate(national, start=1) if place not in answers or place in shared]
            if len(rest) < len(national):
                there = _compared(data, eu, rest).eu[n - 1]
                out.without += 1
                out.found += there is None or not there.is_one
    return out


def _articles(data: Path) -> Iterator[tuple[int, list[Read], list[Read], Mapping[str, Any]]]:
    table = tomllib.loads(Path(__file__).with_name("sentences_gdpr_zzpl.toml").read_text(encoding="utf-8"))
    for number, judged in table.items():
        yield int(number), _read(data, "gdpr", number), _read(data, "zzpl", str(judged["law"])), judged


def _read(data: Path, law: str, number: str) -> list[Read]:
    _, country, language = LAWS[law]
    pack, vocabulary = packs.load(country, language), _vocabulary(language)
    node = find(tree(data, law), f"art_{number}")
    assert node is not None
    return [read(each, vocabulary, pack) for each in of_provision(node, pack)]


@cache
def _vocabulary(language: str) -> Vocabulary:
    return Vocabulary(glossary(), language)


@cache
def _rarity(data: Path) -> Row:
    sides = [[unit.body for unit in of_law(data, law)] for law in ("gdpr", "zzpl")]
    return rarity_in(sides[0], sides[1], importance(glossary()))


def _compared(data: Path, eu: Sequence[Read], national: Sequence[Read]) -> Compared:
    return compare(eu, national, _rarity(data), _answers())


def _answers() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(Path(__file__).with_name("gdpr_zzpl.toml").read_text(encoding="utf-8"))["answers"]
    return {f"art_{number}": frozenset(f"art_{each}" for each in found) for number, found in table.items()}
