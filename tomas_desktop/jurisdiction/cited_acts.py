"""Names of other acts in a running text: "Zakona o elektronskoj trgovini", "Directive 2011/93/EU", "ligjit nr. 7703,
datë 11.5.1993". Where a name ends nothing marks: at the number, at a punctuation mark, or at a word with which no
name goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tomas_desktop.jurisdiction.citation_words import Lexicon, Token

# The number of an act of the Union in any language: (EU) 2022/2065, (EC) No 6/2002, 2011/93/EU, 2004/68/JHA.
_NUMBER = re.compile(
    r"\s*(?:\([^\W\d_]{2,8}(?:,\s?[^\W\d_]{2,8})?\)\s*)?(?:(?:No|Nr\.?|br\.|бр\.|број)\s*)?"
    r"(?P<number>\d{1,4}/\d{1,4}(?:/[^\W\d_]{2,8})?|(?:…|\.\.\.)(?:/(?:…|\.\.\.))?(?:\s?\[[^\]]{3,200}\])?)"
)
_DATED = re.compile(  # nr. 7703, datë 11.5.1993 “Për sigurimet shoqërore”
    r"\s*,?\s*nr\.?\s*[\d ]+(?:/\d{4})?(?:,?\s*dat[ëёe]\s*\d{1,2}\.\d{1,2}\.\d{4})?"
    r"(?:,?\s*[“\"„][^”\"“]{3,200}[”\"“])?",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"[^\W\d_]{2,5}")  # KZ, ZKP, ЗЕК
_WORDS_BEFORE = 4  # Council Framework Decision, Evropske konvencije
_LINK = 4  # letters of the words that join the capitals of a name: i, e, të, of, the


def name_at(text: str, tokens: Sequence[Token], at: int, lex: Lexicon) -> int | None:
    """The place of the last token of the name of an act that begins here; None when none does."""
    if at < len(tokens) and _is_short_name(tokens[at].text, lex) and not text.isupper():
        return at
    law = at
    while law < len(tokens) and law - at <= _WORDS_BEFORE and tokens[law].kind != "law":
        if tokens[law].kind not in ("word", "and", "of", "the") or (law == at and not tokens[law].text[0].isupper()):
            return None
        law += 1
    if law >= len(tokens) or tokens[law].kind != "law":
        return None
    end = _numbered(text, tokens[law].end)
    if end is not None:
        return _last_within(tokens, law, end)
    return _worded(tokens, law, lex)


def _is_short_name(word: str, lex: Lexicon) -> bool:
    return word.isupper() and word[0] in lex.initials and _SHORT_NAME.fullmatch(word) is not None


def _numbered(text: str, at: int) -> int | None:
    match = _NUMBER.match(text, at) or _DATED.match(text, at)
    return match.end() if match else None


def _last_within(tokens: Sequence[Token], at: int, end: int) -> int:
    while at + 1 < len(tokens) and tokens[at + 1].start < end:
        at += 1
    return at


def _worded(tokens: Sequence[Token], law: int, lex: Lexicon) -> int:
    """The end of a name in words: "Zakona o ..." up to a mark, "Kodit të Procedurës Penale" while capitals go on."""
    at = law
    if at + 1 < len(tokens) and tokens[at + 1].kind == "about":
        at += 1
        while at + 1 < len(tokens) and tokens[at + 1].kind not in (
            "mark",
            "comma",
            "stop",
            "number",
            "bracket",
            "unit",
        ):
            following = tokens[at + 2] if at + 2 < len(tokens) else tokens[at + 1]
            another = tokens[at + 1].kind == "and" and following.kind == "law" and following.text[0].isupper()
            if another or tokens[at + 1].text.casefold() in lex.name_ends:
                break
            at += 1
        while tokens[at].kind in ("and", "about", "of") and at > law:
            at -= 1
        return at
    if not tokens[law].text[:1].isupper():
        return law
    place = at + 1
    while place < len(tokens) and tokens[place].kind in ("word", "of", "the", "and", "about", "law", "ordinal"):
        text = tokens[place].text
        if text[0].isupper():
            at = place
        elif len(text) > _LINK or text.casefold() in lex.name_ends:
            break
        place += 1
    return at


def whole_acts(text: str, tokens: Sequence[Token], lex: Lexicon) -> list[tuple[int, int]]:
    """The spans of acts that are named by their number or by a full name, with a provision or without."""
    out: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        end = _numbered(text, token.end) if token.kind == "law" else None
        if end is not None and re.search(r"\d", text[token.end : end]):
            last = _last_within(tokens, at, end)
        elif token.kind == "treaty" and " " in token.text:
            last = at
        elif token.kind == "law" and token.text.istitle() and following == "about" and at and _goes_on(tokens[at - 1]):
            last = _worded(tokens, at, lex)
        else:
            at += 1
            continue
        first = at
        while first and tokens[first - 1].kind == "word" and tokens[first - 1].text[0].isupper() and at - first < 3:
            first -= 1
        out.append((tokens[first].start, tokens[last].end))
        at = last + 1
    return out


def _goes_on(token: Token) -> bool:
    """Is the word after this one inside a sentence, so that its capital says it is a name?"""
    return token.kind not in ("stop", "mark")
