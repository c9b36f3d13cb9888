"""Texts of many paragraphs: every character kept, lines paired as a reader would, and fast enough for a whole code."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.laws import NATIONAL_LAW, edited
from tests.amend.random_edits import text_of
from tomas_desktop.amend.passage import redline_passage
from tomas_desktop.text.tokens import tokens

PHRASES = (
    "Sud izriče kaznu.",
    "Nalog izdaje sud na zahtev tela.",
    "Nalog izdaje tužilac na zahtev tela.",
    "Delo je kažnjivo.",
    "",
)
passages = st.lists(st.sampled_from(PHRASES), max_size=12).map("\n".join)


@given(passages, passages)
def test_both_texts_are_kept_line_ends_included(old: str, new: str) -> None:
    segments = redline_passage(old, new)
    assert (text_of(segments, "+"), text_of(segments, "-")) == (old, new)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    segments = redline_passage(old, new)
    assert (text_of(segments, "+"), text_of(segments, "-")) == (old, new)


def test_the_same_law_in_the_other_script_has_no_difference_when_script_is_ignored() -> None:
    old, new = "Суд изриче казну.\nДело је кажњиво.\n", "Sud izriče kaznu.\nDelo je kažnjivo.\n"
    assert redline_passage(old, new, ignore={"script"}) == (("=", new),)


def test_lines_put_into_a_long_text_that_was_reworded_everywhere_are_shown_as_new() -> None:
    """No two lines are equal, so that pairing cannot lean on equal ones."""
    dice = random.Random(7)
    vocabulary = [f"{dice.choice('bdfgklmnprstvz')}{dice.choice('aeiou')}reč{i}" for i in range(400)]
    old = [" ".join(dice.choices(vocabulary, k=14)) for _ in range(300)]
    new = [line.replace(line.split()[3], "izmena", 1) for line in old]
    fresh = [" ".join(dice.choices(vocabulary, k=14)) for _ in range(5)]
    for place, line in zip((40, 90, 91, 200, 280), fresh, strict=True):
        new.insert(place, line)
    segments = redline_passage("\n".join(old), "\n".join(new))
    inserted = [text.strip("\n") for op, text in segments if op == "+" and text.strip() != "izmena"]
    assert sorted("\n".join(inserted).split("\n")) == sorted(fresh)
    assert sum(len(text.split()) for op, text in segments if op == "-") == 300


@pytest.mark.usefixtures("shared")
def test_a_whole_code_is_compared_in_three_times_the_time_of_cutting_it_into_words() -> None:
    """Both measured in this process; the best of a few rounds, so that another program's work does not count."""
    old = "\n".join(line for line in NATIONAL_LAW.read_text(encoding="utf-8").split("\n") if line)
    new = edited(old, 0.1)
    ours = floor = float("inf")
    for _ in range(12):
        floor = min(floor, _seconds(lambda: (tokens(old), tokens(new))))
        ours = min(ours, _seconds(lambda: redline_passage(old, new)))
        if ours <= 3 * floor:
            return
    pytest.fail(f"{ours / floor:.1f} times")


def _seconds(job: object) -> float:
    assert callable(job)
    start = time.process_time()
    job()
    return time.process_time() - start
