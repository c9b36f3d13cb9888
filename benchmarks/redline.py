"""Redline: the word-level difference of two versions of an article, and of a whole code."""

from __future__ import annotations

import difflib

from diff_match_patch import diff_match_patch

from benchmarks.laws import NATIONAL_LAW, article, edited, real
from benchmarks.row import Row, milliseconds, side_by_side
from tomas_desktop.amend.passage import redline_passage
from tomas_desktop.text.tokens import tokens

NAME = "redline"


def measure() -> list[Row]:
    """One paragraph, one article, one long article; the peers as their makers recommend them for prose. Last a whole
    code, which the peers do not finish in a minute."""
    return [*(case(words, share) for words, share in ((130, 0.1), (1000, 0.1), (5000, 0.1), (5000, 0.5))), code()]


def code() -> Row:
    """The whole Serbian Criminal Code, a line for each unit, with a tenth of its words edited."""
    old = "\n".join(line for line in real(NATIONAL_LAW).read_text(encoding="utf-8").split("\n") if line)
    new = edited(old, 0.1)
    ours, floor = side_by_side(lambda: redline_passage(old, new), lambda: (tokens(old), tokens(new)))
    what = f"the Serbian Criminal Code, {len(old.split())} words, 10% changed"
    return Row(what, ours, floor=floor, floor_is="cut both texts into tokens")


def case(words: int, share: float) -> Row:
    """One text of so many words of which that share was edited."""
    old = article(words)
    new = edited(old, share)
    return Row(
        f"{words} words, {share:.0%} changed",
        milliseconds(lambda: redline_passage(old, new)),
        {
            "diff-match-patch, characters, cleaned (gives up at 1 s)": milliseconds(
                lambda: characters(old, new), times=3
            ),
            "difflib over our tokens": milliseconds(lambda: matched(old, new), times=3),
        },
        milliseconds(lambda: (tokens(old), tokens(new))),
        "cut both texts into tokens",
    )


def characters(old: str, new: str) -> object:
    """The usual way to show changes in prose: characters first, then borders pushed towards sense."""
    engine = diff_match_patch()
    found = engine.diff_main(old, new)
    engine.diff_cleanupSemantic(found)
    return found


def matched(old: str, new: str) -> object:
    """The standard library's way."""
    return difflib.SequenceMatcher(None, tokens(old), tokens(new)).get_opcodes()
