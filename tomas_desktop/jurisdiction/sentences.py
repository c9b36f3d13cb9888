"""The sentences of a paragraph, for what is cited or compared by the sentence ("rečenica prva", "second sentence").

A stop ends a sentence when a new one can begin after it: not after an abbreviation, an initial or the number of a
unit ("u članu 12. Zakona"), not before a small letter, not inside quotation marks or brackets.
"""

from __future__ import annotations

import re

from tomas_desktop.jurisdiction import citation_words
from tomas_desktop.jurisdiction.pack import Pack

Span = tuple[int, int]

_STOP = re.compile(r"[.!?…]+[”“\"’»)\]]*\s+(?=[„“\"‚«(\[]*[^\W_])")
_BEFORE = re.compile(r"(?:^|[\s(„“\"«])(?P<word>[^\s(„“\"«]*?)[.!?…]+[”“\"’»)\]]*\s+$")
_ONLY_NUMBER = re.compile(r"\W*\w{1,4}\.\s*")  # "5. " at the beginning
_NUMBER = re.compile(r"\(?\d+[^\W\d_]{0,2}|[IVXLC]+")
_PAIRS = {"„": '”“"', "«": "»", "(": ")", "[": "]", "‚": "’‘"}
_LOOK_AHEAD = 3  # words in which the name of an act shows itself: "Krivičnog zakonika", "Council Framework Decision"
_WORD_LIMIT = 80  # characters; no abbreviation is longer
_QUOTE_LIMIT = 20_000  # characters; a mark that is not closed within them is a slip and holds nothing


def sentences(text: str, pack: Pack) -> tuple[Span, ...]:
    """The spans of the sentences of a text in order, blanks after a sentence belonging to it: joined they are the
    text. An empty text has none."""
    cuts = [0]
    held = _held(text, pack)
    for match in _STOP.finditer(text):
        end = match.end()
        if any(start < match.start() and end <= stop for start, stop in held):
            continue
        if _ends(text, cuts[-1], end, pack):
            cuts.append(end)
    return tuple((start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True) if start < end)


def _ends(text: str, start: int, end: int, pack: Pack) -> bool:
    """Does a sentence end before this place?"""
    following = text[end:].lstrip('„“"‚«([')
    if not (following[0].isupper() or following[0].isdigit()) or _ONLY_NUMBER.fullmatch(text, start, end):
        return False
    before = _BEFORE.search(text, max(start, end - _WORD_LIMIT), end)
    word = before["word"] if before else ""
    if "." not in text[max(start, end - 6) : end]:
        return True  # a question mark needs no second thought
    if f"{word}.".casefold() in {each.casefold() for each in pack.abbreviations}:
        return False
    if len(word) == 1 and word.isalpha() and (word.isupper() or not following[0].isupper()):
        return False  # an initial
    if _NUMBER.fullmatch(word):
        return following[0].isupper() and not _is_act(following, pack)
    return True


def _is_act(text: str, pack: Pack) -> bool:
    """Does the text begin with the name of an act?"""
    lex = citation_words.lexicon(pack)
    words = re.findall(r"[^\W\d_]+", text[:120])[:_LOOK_AHEAD]
    place = next((at for at, word in enumerate(words) if (word.casefold(),) in lex.words and _is_law(word, lex)), None)
    return place is not None and (place == 0 or words[place][0].islower())


def _is_law(word: str, lex: citation_words.Lexicon) -> bool:
    return lex.words[word.casefold(),][0] == "law"


def _held(text: str, pack: Pack) -> list[Span]:
    """What stands in quotation marks or brackets; inside it no sentence of the paragraph ends."""
    pairs = _PAIRS | {pack.quotes[0]: _PAIRS.get(pack.quotes[0], "") + pack.quotes[1]}
    out: list[Span] = []
    at = 0
    while at < len(text):
        closing = pairs.get(text[at])
        if closing and text[at] not in closing:
            ends = [place for mark in closing if (place := text.find(mark, at + 1, at + _QUOTE_LIMIT)) >= 0]
            if ends:
                out.append((at, min(ends) + 1))
                at = min(ends)
        at += 1
    return out
