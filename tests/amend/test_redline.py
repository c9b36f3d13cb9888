"""The redline of one paragraph: conservation of every character, whole words, small bridges."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.amend.redline import Segment, bridged, hunks, redline
from tomas_desktop.text.stopwords import STOP_WORDS
from tomas_desktop.text.tokens import is_word, tokens

WORDS = (
    "sud može da naloži uklanjanje materijala u roku od 24 časa i na zahtev tela dete, maloletno lice. stav 2.".split()
)
paragraphs = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def old_of(segments: tuple[Segment, ...]) -> str:
    return "".join(s.text for s in segments if s.op != "+")


def new_of(segments: tuple[Segment, ...]) -> str:
    return "".join(s.text for s in segments if s.op != "-")


@given(paragraphs, paragraphs)
def test_every_character_of_both_texts_is_kept(old: str, new: str) -> None:
    segments = redline(old, new)
    assert old_of(segments) == old
    assert new_of(segments) == new


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_at_all_can_be_compared(old: str, new: str) -> None:
    segments = redline(old, new)
    assert (old_of(segments), new_of(segments)) == (old, new)


@given(paragraphs, paragraphs)
def test_no_mark_cuts_a_word(old: str, new: str) -> None:
    assert_whole_words(redline(old, new))


@given(paragraphs, paragraphs)
def test_unchanged_words_in_marks_are_only_declared_bridges(old: str, new: str) -> None:
    assert_only_bridges(old, new)


@given(paragraphs)
def test_equal_texts_have_no_marks(text: str) -> None:
    assert all(segment.op == "=" for segment in redline(text, text))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("the court shall pay", "the court may pay", "the court [-shall-]{+may+} pay"),
        ("a fine is due", "a large fine is due", "a {+large +}fine is due"),
        ("od 48 časova.", "od 24 časa.", "od [-48 časova-]{+24 časa+}."),
        ("rok od 48 časova.", "rok od 48 časova, ako je moguće.", "rok od 48 časova{+, ako je moguće+}."),
        ("Nadležni organ može", "Sud, na predlog tela, može", "[-Nadležni organ-]{+Sud, na predlog tela,+} može"),
        ("kazna 500.000 dinara", "kazna 600.000 dinara", "kazna [-500.000-]{+600.000+} dinara"),
        ("Prva. Druga.", "Prva. Nova. Druga.", "Prva. {+Nova. +}Druga."),
        ("jednog i drugog", "trećeg i četvrtog", "[-jednog i drugog-]{+trećeg i četvrtog+}"),
    ],
)
def test_marks_stand_where_a_reader_expects_them(old: str, new: str, expected: str) -> None:
    marks = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    assert "".join(marks[s.op].format(s.text) for s in redline(old, new)) == expected


def test_deletions_come_before_the_insertions_that_replace_them() -> None:
    ops = [segment.op for segment in redline("jedan dva tri", "jedan pet tri")]
    assert ops == ["=", "-", "+", "="]


def test_random_edits_of_real_articles(shared_articles: list[str]) -> None:
    """Words replaced, put in and taken out at random places of real articles of the Serbian Criminal Code."""
    dice = random.Random(185)
    for _ in range(400):
        old = dice.choice(shared_articles)
        new = edited(old, dice)
        segments = redline(old, new)
        assert (old_of(segments), new_of(segments)) == (old, new)
        assert_whole_words(segments)
        assert_only_bridges(old, new)


def edited(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(words))
        kind = dice.choice(("replace", "insert", "delete"))
        if kind == "replace":
            words[at] = dice.choice(WORDS)
        elif kind == "insert":
            words[at:at] = [dice.choice(WORDS) for _ in range(dice.randint(1, 4))]
        elif len(words) > 3:
            del words[at : at + dice.randint(1, 3)]
    return " ".join(words) or "sud"


def assert_whole_words(segments: tuple[Segment, ...]) -> None:
    """On each side, no border between kept and marked text stands inside a word."""
    for side in "-+":
        shown = [s for s in segments if s.op in ("=", side)]
        text = "".join(s.text for s in shown)
        borders, at = set(), 0
        for token in tokens(text):
            borders.add(at)
            at += len(token)
        borders.add(at)
        at = 0
        for segment in shown:
            assert at in borders, (segment, text)
            at += len(segment.text)


def assert_only_bridges(old: str, new: str) -> None:
    """Inside one mark, runs of unchanged tokens hold at most one lone mark or one stop word, and blanks."""
    before, after = tokens(old), tokens(new)
    raw = hunks(before, after)
    for joined in bridged(before, after, raw):
        inside = [h for h in raw if joined.a0 <= h.a0 and h.a1 <= joined.a1 and joined.b0 <= h.b0 and h.b1 <= joined.b1]
        for left, right in pairwise(inside):
            solid = [t for t in before[left.a1 : right.a0] if not t.isspace()]
            assert len(solid) <= 1
            assert not solid or not is_word(solid[0]) or solid[0].casefold() in STOP_WORDS
