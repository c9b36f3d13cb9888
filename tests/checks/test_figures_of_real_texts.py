"""Figures of an EU act in two languages, article by article, and of sentences that were translated by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tomas_desktop.checks.figure_matching import Placed, figures_of, unanswered
from tomas_desktop.checks.figure_reading import figures
from tomas_desktop.checks.pairs import Side, Text
from tomas_desktop.importers import base
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import own_articles, rewrite, walk

GDPR = {
    "en": ("eu-formex/32016R0679_GDPR_EN.fmx.xml", "en"),
    "en, as a page": ("eu-html/32016R0679_GDPR_EN.html", "en"),
    "da": ("eu-html/32016R0679_GDPR_DA.html", "da"),
}
NTREX = {"sr-Latn": "srp-Latn", "sr-Cyrl": "srp-Cyrl", "mk": "mkd"}
MOST = 0.03  # of news sentences: miles become kilometres, and 3 p.m. is 15 o'clock
_DIGITS = re.compile(r"\d+")


@cache
def _act(shared: Path, name: str) -> Text:
    file, language = GDPR[name]
    pack = packs.load("eu", language)
    nodes = tuple(base.read(shared / "data" / file, pack).nodes)
    return Text(name, pack, nodes, {node.eid: node for node in walk(nodes)}, {})


def _articles(one: Text, other: Text) -> Iterator[tuple[Side, Side]]:
    for article in own_articles(one.nodes):
        counterpart = other.find(article.eid)
        assert counterpart is not None
        yield Side(Ref("a", article.eid), one, (article,)), Side(Ref("b", article.eid), other, (counterpart,))


@pytest.mark.parametrize(("one", "other"), [("en", "da"), ("da", "en"), ("en", "en, as a page")])
def test_an_act_in_two_languages_raises_nothing(shared: Path, one: str, other: str) -> None:
    first, second = _act(shared, one), _act(shared, other)
    count = 0
    for here, there in _articles(first, second):
        wanted = figures_of(here)
        count += len([each for each in wanted if not each.figure.is_weak])
        missing = unanswered(wanted, figures_of(there), first.pack.language, second.pack.language)
        assert missing == [], (here.ref, missing)
    assert count >= 50


def _other_number(digits: str, random: Random) -> str:
    """Another number of as many digits."""
    while True:
        first = str(random.randint(1, 9))
        new = first + "".join(str(random.randint(0, 9)) for _ in digits[1:])
        if int(new) != int(digits):
            return new


@pytest.mark.parametrize(("one", "other"), [("en", "da"), ("da", "en")])
def test_every_altered_number_of_an_act_is_found(shared: Path, one: str, other: str) -> None:
    random = Random("an act")
    first, second = _act(shared, one), _act(shared, other)
    tried = 0
    for here, there in _articles(first, second):
        for placed in figures_of(here):
            node = first.by_eid[placed.eid]
            if placed.figure.is_weak or not _DIGITS.search(placed.figure.text) or placed.figure.text not in node.text:
                continue
            text = _DIGITS.sub(lambda found: _other_number(found.group(), random), placed.figure.text, count=1)
            if not 1 <= int(_DIGITS.findall(text)[0]) <= 28 and placed.figure.kind == "date":
                continue
            changed = replace(node, text=node.text.replace(placed.figure.text, text, 1))
            (article,) = rewrite(here.provisions, lambda each: (changed,) if each is node else None)  # noqa: B023
            altered = Side(here.ref, first, (article,))
            assert unanswered(figures_of(altered), figures_of(there), "en", "da"), (
                placed.eid,
                placed.figure.text,
                text,
            )
            tried += 1
    assert tried >= 12


def _sentences(shared: Path, language: str) -> Iterator[tuple[str, str]]:
    folder = shared / "data" / "parallel" / "ntrex"
    english = (folder / "newstest2019-src.eng.txt").read_text("utf-8").splitlines()
    other = (folder / f"newstest2019-ref.{NTREX[language]}.txt").read_text("utf-8").splitlines()
    yield from zip(english, other, strict=True)


def _missing(one: str, other: str, language: str) -> bool:
    here, there = ([Placed("", each) for each in figures(text, tag)] for text, tag in ((one, "en"), (other, language)))
    return bool(unanswered(here, there, "en", language))


@pytest.mark.parametrize("language", NTREX)
def test_sentences_translated_by_hand_raise_next_to_nothing(shared: Path, language: str) -> None:
    pairs = list(_sentences(shared, language))
    assert sum(_missing(*pair, language) for pair in pairs) <= MOST * len(pairs)


@pytest.mark.parametrize("language", NTREX)
def test_altered_numbers_of_such_sentences_are_found(shared: Path, language: str) -> None:
    random = Random(language)
    tried, missed = 0, []
    for one, other in _sentences(shared, language):
        own = [each for each in figures(one, "en") if each.text.isdigit() or re.fullmatch(r"\d+ \D+", each.text)]
        if not own or _missing(one, other, language):
            continue
        figure = random.choice(own)
        digits = _DIGITS.search(figure.text)
        assert digits is not None
        text = _DIGITS.sub(_other_number(digits.group(), random), figure.text, count=1)
        altered = one[: figure.start] + text + one[figure.end :]
        if not _missing(altered, other, language):
            missed.append((altered, other))
        tried += 1
    assert tried >= 150
    assert len(missed) <= MOST * tried, missed
