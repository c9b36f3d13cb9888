"""The words of amending acts, as their readers know them: verbs, names of words and marks, prepositions, units.

All of them are data (`resources/jurisdictions/<country>/clauses/<language>.toml`; the words of units come from the
pack's `[citations]` too). A phrase is found at a place of a text, the longest first, whatever its capitals, its blanks
or the letters that people leave out (`folds`: "c" for "č", a Latin letter in a Cyrillic word).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tomas_desktop.jurisdiction.citation_words import UNITS
from tomas_desktop.jurisdiction.pack import Pack, table

RANK = {unit: place for place, unit in enumerate(UNITS)} | {"intro": UNITS.index("sentence")}  # widest first
COUNTED = frozenset({"subparagraph", "indent", "sentence", "intro"})  # these print no number
DIVISIONS = frozenset({"annex", "part", "title", "chapter", "section", "subsection"})

Kind = Literal[
    "verb", "noun", "mark", "unit", "ordinal", "number", "bracket", "letter", "roman", "quote", "after", "before",
    "instead", "end", "start", "in", "of", "and", "to", "but", "new", "former", "which", "reads", "heading", "global",
    "places", "header", "law", "known", "comma", "semicolon", "colon", "stop", "dash", "line", "word",
]  # fmt: skip

_PHRASES: tuple[Kind, ...] = (
    "after", "before", "instead", "end", "start", "in", "of", "and", "to", "but", "new", "former", "which", "reads",
    "heading", "global", "places", "header", "known",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ENDING = 4  # letters an ordinal may have behind its stem


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word or several of one kind. `value` is what it means (the operation of a verb, the unit of a unit's name,
    the sign of a mark), `many` says that it is a plural, `mark` that it may also be the name of this mark."""

    kind: Kind
    value: str = ""
    many: bool = False
    mark: str = ""
    counted: bool = False  # a unit that prints no number, whatever it is cited by


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The phrases of a language by their first word, the longest first."""

    pack: Pack
    phrases: Mapping[str, tuple[tuple[re.Pattern[str], Phrase], ...]]
    folds: Mapping[int, str]
    ordinals: tuple[tuple[str, str], ...]
    bare: frozenset[str]  # units whose brackets are no part of the number: paragraph (2) is cited as 2
    bracketed: frozenset[str]  # units that are cited in brackets where they print a number, and counted where not
    names: Mapping[str, str]  # of units in the form of `clause_form`
    nouns: Mapping[str, str]  # what words are called there
    has_ellipses: bool  # does "..." inside a quotation stand for words that are not quoted?
    suffixed: bool  # numbers such as "38 - а"
    roman: bool  # are the points below a point numbered (i), (ii)?

    def fold(self, text: str) -> str:
        """The text as phrases are looked up in it, letter for letter."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a letter whose small form is two
            lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
        return lowered.translate(self.folds)

    def at(self, folded: str, place: int) -> tuple[Phrase, int] | None:
        """The phrase that begins at this place of a folded text, and where it ends."""
        word = _WORD.match(folded, place)
        if word is None:
            return None
        for pattern, phrase in self.phrases.get(word.group(), ()):
            found = pattern.match(folded, place)
            if found:
                return phrase, found.end()
        for stem, value in self.ordinals:
            if word.group().startswith(stem) and len(word.group()) - len(stem) <= _ENDING:
                return Phrase("ordinal", value), word.end()
        return None


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The words of a pack's language; a lexicon without verbs for a language that has no table of them."""
    data = table(pack, "clauses")
    folds = str.maketrans({pair[0]: pair[1] for pair in str(data.get("folds", "")).split()})
    found: dict[str, Phrase] = {}
    for spelt, phrase in _read(data, pack):
        key = " ".join(spelt.lower().translate(folds).split())
        old = found.get(key)
        if old is not None and "mark" in (old.kind, phrase.kind) and "unit" in (old.kind, phrase.kind):
            unit, mark = (old, phrase) if old.kind == "unit" else (phrase, old)
            phrase = Phrase("unit", unit.value, unit.many, mark.value, unit.counted)
        found[key] = phrase
    index: dict[str, list[tuple[re.Pattern[str], Phrase]]] = {}
    for key, phrase in sorted(found.items(), key=lambda item: -len(item[0])):
        first = _WORD.match(key)
        if first:
            pattern = r"\s+".join(re.escape(word) for word in key.split())
            end = "" if key.endswith(".") else r"(?!\w)"
            index.setdefault(first.group(), []).append((re.compile(pattern + end), phrase))
    stems = str(data.get("ordinals", "")).lower().translate(folds).split()
    return Lexicon(
        pack=pack,
        phrases={word: tuple(phrases) for word, phrases in index.items()},
        folds=folds,
        ordinals=tuple(sorted(((stem, str(at)) for at, stem in enumerate(stems, 1)), key=lambda item: -len(item[0]))),
        bare=frozenset(unit for unit, is_bare in data.get("bare", {}).items() if is_bare),
        bracketed=frozenset(unit for unit, is_so in data.get("bracketed", {}).items() if is_so),
        names=dict(data.get("form", {})),
        nouns={noun: words[0] for noun, words in data.get("nouns", {}).items()},
        has_ellipses=bool(data.get("ellipses", False)),
        suffixed="-" in pack.article.insert,
        roman="(i)" in pack.rule("subpoint").styles,
    )


def _read(data: Mapping[str, object], pack: Pack) -> Iterator[tuple[str, Phrase]]:
    """Every spelling with what it is; a later one goes before an earlier one."""
    for word in pack.citations.get("law", ()):
        yield word, Phrase("law")
    for unit in UNITS:
        for key, many in (("one", False), ("many", True)):
            for word in pack.citations.get(unit, {}).get(key, ()):
                yield word, Phrase("unit", unit, many)
    for kind in _PHRASES:
        for word in _list(data.get(kind)):
            yield word, Phrase(kind)
    for kind in ("unit", "mark", "noun", "verb"):
        words = data.get(f"{kind}s")
        for value, spelt in words.items() if isinstance(words, Mapping) else ():
            for word in _list(spelt):
                yield word, Phrase("unit", value) if kind == "unit" else Phrase(kind, value)
    counted = data.get("counted")
    for unit, spelt in counted.items() if isinstance(counted, Mapping) else ():
        for word in _list(spelt):
            yield word, Phrase("unit", unit, many=True, counted=True)


def _list(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
