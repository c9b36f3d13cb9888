"""Differences that are no change of the law: another style of quotation marks or dashes, other spacing, the other
script, capitals. A redline can be told to look past them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal, NamedTuple, get_args

from tomas_desktop.text.scripts import to_latin
from tomas_desktop.text.tokens import normalise, tokens

Noise = Literal["quotes", "dashes", "spaces", "script", "case"]
KINDS: tuple[Noise, ...] = get_args(Noise)

_QUOTES = frozenset("\"'`´„“”‟‚‘’‛«»‹›″′")
_DASHES = frozenset("-‐‑‒–—―−")
_DOUBLED = re.compile(r",,|''|‘‘|’’|‚‚|``|´´")  # two marks typed for one quotation mark
_SPACES = re.compile(r"[^\S\n]+")


class Folded(NamedTuple):
    """A text in tokens: `texts` as they stand (joined they are the text), `keys` as they are compared."""

    texts: list[str]
    keys: list[str]


def folded(text: str, ignore: Collection[Noise]) -> Folded:
    """The tokens of a text and what they are compared by when these kinds of difference do not count."""
    texts = _joined(tokens(text), _DOUBLED, text) if "quotes" in ignore else tokens(text)
    if "spaces" in ignore:
        texts = _joined(texts, _SPACES, text)
    return Folded(texts, [_key(token, ignore) for token in texts])


def _key(piece: str, ignore: Collection[Noise]) -> str:
    if "spaces" in ignore and _SPACES.fullmatch(piece):
        return " "
    if "quotes" in ignore and (piece in _QUOTES or _DOUBLED.fullmatch(piece)):
        return '"'
    if "dashes" in ignore and piece in _DASHES:
        return "-"
    key = normalise(piece)
    if "script" in ignore:
        key = to_latin(key)
    if "case" in ignore:
        key = key.casefold()
    return key or piece


def _joined(found: list[str], together: re.Pattern[str], text: str) -> list[str]:
    """The tokens, those that one match of `together` covers as one."""
    spans = [match.span() for match in together.finditer(text)]
    if not spans:
        return found
    out: list[str] = []
    at = 0
    borders = iter([*spans, (len(text) + 1, len(text) + 1)])
    start, end = next(borders)
    for token in found:
        while at >= end:
            start, end = next(borders)
        if start < at < end:
            out[-1] += token
        else:
            out.append(token)
        at += len(token)
    return out


def is_noise(keys: Collection[str], ignore: Collection[Noise]) -> bool:
    """Do these compared tokens say nothing? Blanks do not when spacing does not count."""
    return "spaces" in ignore and all(key == " " for key in keys)
