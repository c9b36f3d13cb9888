"""The neighbour-language aid: an EU act in a language akin to that of the law (Croatian or Slovenian for Serbian,
Bulgarian for Macedonian), compared with it word by word.

It is no translation and is never shown as one: only the beginnings of words count, in plain Latin letters, without
endings and without the small words. Off unless a person asks for it and has such a text of the act.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from tomas_desktop.align.profile import articles
from tomas_desktop.align.similarity import Field, Rows
from tomas_desktop.align.vocabulary import BEGINNING, significant
from tomas_desktop.model.provision import Provision
from tomas_desktop.text.stems import rules_of, stem

AKIN: Mapping[str, tuple[str, ...]] = {  # for each language of a law the languages whose texts may help
    "sr": ("hr", "bs", "cnr", "sl", "bg", "mk"),
    "mk": ("bg", "sr", "hr", "bs", "cnr", "sl"),
}
_SPELT = {"bg": (("sht", "st"), ("sh", "s"), ("zh", "z"), ("ch", "c"), ("ts", "c"))}  # as the others fold to
_JAT = re.compile(r"ije|je")  # "tijelo" is "telo", "primjena" is "primena"

Words = Mapping[str, int]


def helps(aid: str, language: str) -> bool:
    """May texts in one language be compared with texts in another one directly? A language does not help itself: where
    the act is there in the law's own, no aid is needed."""
    return aid.partition("-")[0].lower() in AKIN.get(rules_of(language), ())


def words(nodes: Sequence[Provision], language: str) -> dict[str, Words]:
    """The beginnings of words of each article, by eId, with how often they occur."""
    return {node.eid: Counter(_beginnings(node, language)) for node, _ in articles(nodes)}


def _beginnings(node: Provision, language: str) -> list[str]:
    rules = rules_of(language)
    text = " ".join(f"{each.heading} {each.text}" for each in node.walk())
    found = [stem(word, rules) for word in significant(text, language) if not word.isdigit()]
    for letters, other in _SPELT.get(rules, ()):
        found = [each.replace(letters, other) for each in found]
    return [_JAT.sub("e", each)[:BEGINNING] for each in found if len(each) > 2]


def likeness(eu: Sequence[Words], national: Sequence[Words]) -> Rows:
    """For each EU article how alike each national one is, 0 to 1, by rare words more than by common ones."""
    numbers: dict[str, int] = {}
    sides = [
        [{numbers.setdefault(word, len(numbers)): float(count) for word, count in each.items()} for each in side]
        for side in (eu, national)
    ]
    return Field(sides[0], sides[1], [1.0] * len(numbers)).cosines()
