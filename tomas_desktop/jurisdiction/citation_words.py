"""The words of a citation: what in a running text may be part of "člana 12. stav 3" or "Article 4(1), point (b)".

A legal order's `[citations]` table lists them; here a text is cut into marked words, and what a law word can
mean is decided by that table alone. How the marks make a citation is in `citations`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from tomas_desktop.jurisdiction.pack import Pack

# From the widest unit to the narrowest; a sentence has no eId and stands for the unit that holds it.
UNITS = (
    "annex", "part", "title", "chapter", "section", "subsection", "recital", "article", "paragraph", "subparagraph",
    "point", "subpoint", "indent", "sentence",
)  # fmt: skip
RANK = {unit: place for place, unit in enumerate(UNITS)}

Kind = Literal[
    "unit", "number", "bracket", "letter", "roman", "ordinal", "and", "to", "of", "the", "this", "that", "there", "law",
    "about", "treaty", "comma", "stop", "word", "mark",
]  # fmt: skip

_L = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""(?P<letter>[“„"‘'](?P<quoted>{_L}{{1,2}})[”“"’'])
    |(?P<bracket>\((?P<inside>\d+{_L}{{0,2}}|{_L}|[ivxl]{{1,5}}|{_L}{{2}}(?=\)))\))
    |(?P<number>\d+(?:\.\d+)+|\d+(?:(?:[а-џ]|[^\W\d_а-џ]{{1,2}})(?!\w))?(?:/(?:\d+|{_L}{{1,2}}(?!\w)))*(?:[-‑–]{_L}(?!\w))?(?P<closed>\))?
        |{_L}{{1,2}}\))
    |(?P<roman>[IVXLC]+[a-zа-ш]?(?!\w))
    |(?P<word>{_L}+(?:[-’]{_L}+)*)
    |(?P<comma>,)|(?P<stop>\.)|(?P<to>[–—-])|(?P<mark>\S)""",
    re.VERBOSE,
)


_RAW: tuple[Kind, ...] = ("letter", "bracket", "number", "roman", "word", "comma", "stop", "to", "mark")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; `value` is what it means: a unit's name, a number's digits, an ordinal's value."""

    kind: Kind
    start: int
    end: int
    text: str
    value: str = ""
    many: bool = False  # a plural: a list of numbers follows


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A legal order's words: by their small letters, one or several together."""

    words: Mapping[tuple[str, ...], tuple[Kind, str, bool]]
    longest: int
    ordinals: tuple[tuple[str, str], ...]  # stems, longest first, and their values
    bare: frozenset[str]  # words of units as they stand below another unit: "člana 5. stav 1", not "stava"
    joins: frozenset[str]  # words that join numbers, some of which say what a unit is of as well: "pikat 1 e 2"
    links: bool  # are there words that say what a narrower unit is of, as "of" and "e"?
    name_ends: frozenset[str]  # words with which the name of an act cannot go on
    initials: frozenset[str]  # letters with which the short names of acts begin: KZ, ZKP


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The citation words of a legal order; an empty one for a language that has no table of them."""
    table: Mapping[str, Any] = pack.citations
    words: dict[tuple[str, ...], tuple[Kind, str, bool]] = {}
    kinds: tuple[Kind, ...] = ("comma", "and", "to", "of", "the", "this", "that", "there", "law", "about", "treaty")
    for kind in kinds:
        for word in table.get(kind, ()):
            words[tuple(word.casefold().split())] = (kind, word.casefold(), False)
    bare: list[str] = []
    for unit in UNITS:
        for name, many in (("one", False), ("many", True)):
            names = [word.casefold() for word in table.get(unit, {}).get(name, ())]
            words |= {tuple(word.split()): ("unit", unit, many) for word in names}
            bare.extend(names[:1])
    stems = [(stem, str(place + 1)) for place, stem in enumerate(table.get("ordinals", "").split())]
    return Lexicon(
        words,
        max((len(key) for key in words), default=0),
        tuple(sorted(stems, key=lambda item: -len(item[0]))),
        frozenset(bare),
        frozenset(table.get("and", ())),
        bool(table.get("of")),
        frozenset(table.get("name_ends", ())),
        frozenset(table.get("initials", ())),
    )


def tokens(text: str, lex: Lexicon) -> list[Token]:
    """The text as marked words, in order."""
    raw = [_token(match) for match in _TOKEN.finditer(text)]
    out: list[Token] = []
    at = 0
    while at < len(raw):
        taken, token = _known(raw, at, lex)
        out.append(token)
        at += taken
    return out


def _token(match: re.Match[str]) -> Token:
    kind = next(name for name in _RAW if match[name] is not None)
    value = match["quoted"] or match["inside"] or match.group().rstrip(")")
    return Token(kind, match.start(), match.end(), match.group(), value)


def _known(raw: list[Token], at: int, lex: Lexicon) -> tuple[int, Token]:
    """How many raw tokens make the next one, and what it is."""
    first = raw[at]
    if first.kind not in ("word", "roman"):
        return 1, first
    for size in range(min(lex.longest, len(raw) - at), 0, -1):
        piece = raw[at : at + size]
        key = tuple(token.text.casefold() for token in piece)
        stop = raw[at + size] if at + size < len(raw) else None
        if stop is not None and stop.kind == "stop" and stop.start == piece[-1].end:
            found = lex.words.get((*key[:-1], f"{key[-1]}."))
            if found:
                text = " ".join(key) + "."
                return size + 1, Token(found[0], first.start, stop.end, text, found[1], found[2])
        found = lex.words.get(key)
        if found and not (first.kind == "roman" and len(first.text) > 1):
            text = " ".join(token.text for token in piece)
            return size, Token(found[0], first.start, piece[-1].end, text, found[1], found[2])
    small = first.text.casefold()
    for stem, value in lex.ordinals:
        if small.startswith(stem) and len(small) - len(stem) <= 4:
            return 1, Token("ordinal", first.start, first.end, first.text, value)
    return 1, first
