"""The tracked text: `~deleted~`, `+inserted+`, `‸` the caret, `|` a paragraph break."""

from __future__ import annotations

import random
import re

import pytest

from tomas_desktop.amend import caret as carets
from tomas_desktop.amend.caret import Caret, View, caret_at, caret_in, position_in, position_of, shown
from tomas_desktop.amend.marks import borders, joined, units
from tomas_desktop.amend.redline import redline
from tomas_desktop.amend.tracked import Edit, Tracked


def text(*paragraphs: str) -> list[str]:
    return list(paragraphs)


def draw(tracked: Tracked) -> str:
    """The runs as a reader sees them, without the last break; a caret at the edge of a mark stands outside."""
    runs = list(tracked.runs())
    runs[-1] = runs[-1]._replace(text=runs[-1].text[:-1])
    place, out = position_of(runs, tracked.caret), ""
    if not runs[-1].text:
        runs.pop()
    for op, run in runs:
        mark = {"=": "", "-": "~", "+": "+"}[op] if run else ""
        out += "‸" if place == 0 else ""
        out += mark + (run[:place] + "‸" + run[place:] if 0 < place < len(run) else run) + mark
        place -= len(run)
    return (out + ("‸" if place == 0 else "")).replace("\n", "|")


def at(tracked: Tracked, position: int) -> Caret:
    return caret_at(tracked.runs(), position)


def typed(tracked: Tracked, words: str, position: int | None = None) -> str:
    if position is not None:
        tracked.caret = at(tracked, position)
        if tracked.has_left():
            tracked.settle()
    for char in words:
        tracked.replace(tracked.caret, tracked.caret, char)
    return draw(tracked)


def back(tracked: Tracked, times: int = 1) -> str:
    for _ in range(times):
        tracked.backspace(tracked.caret)
    return draw(tracked)


def gone(tracked: Tracked, times: int = 1) -> str:
    for _ in range(times):
        tracked.delete(tracked.caret)
    return draw(tracked)


def left(tracked: Tracked, position: int) -> str:
    tracked.caret = at(tracked, position)
    if tracked.has_left():
        tracked.settle()
    return draw(tracked)


# At rest


def test_one_paragraph_shows_the_marks_of_its_redline():
    old, new = "The court shall impose a fine.", "The court may impose a prison sentence."
    runs = Tracked([old], [new]).runs()
    assert (*redline(old, new)[:-1], ("=", ".\n")) == runs


@pytest.mark.parametrize(
    ("base", "proposed", "seen"),
    [
        (text("a", "b"), text("a", "b"), "a|b"),
        (text("one", "two words here"), text("one"), "one~|two words here~"),
        (text("one"), text("one", "two words here"), "one|+two words here+"),
        (text("first", "one more", "last"), text("first", "last"), "first|~one more|~last"),
        (text("first", "last"), text("first", "new", "last"), "first|+new|+last"),
        (text("gone", "too"), text(), "~gone|too~"),
        (text(), text("all", "new"), "+all|new+"),
        (text("old words"), text("quite different"), "~old words|~+quite different+"),
    ],
)
def test_paragraphs_come_and_go_whole(base, proposed, seen):
    tracked = Tracked(base, proposed)
    assert draw(tracked) == "‸" + seen


def test_marks_of_aligned_paragraphs_do_not_mix_with_what_was_struck_at_the_end():
    tracked = Tracked(text("a fine is due", "a fine is paid"), text("a fee is due"), [(1, 1), (1, None)])
    assert draw(tracked) == "‸a ~fine~+fee+ is due~|a fine is paid~"


# Typing (the rows of the design note)


def test_inside_a_kept_word_the_caret_moves_by_its_letter_only():
    tracked = Tracked(text("the court shall"), text("the court shall"))
    assert typed(tracked, "X", 6) == "the +coX‸urt+~court~ shall"
    assert left(tracked, 0) == "‸the ~court~+coXurt+ shall"


def test_at_the_end_of_a_kept_word():
    assert typed(Tracked(["court shall"], ["court shall"]), "s", 5) == "+courts+‸~court~ shall"


def test_at_both_edges_of_a_deleted_word():
    assert typed(Tracked(["we shall go"], ["we  go"]), "may", 8) == "we ~shall~+may+‸ go"
    assert typed(Tracked(["we shall go"], ["we  go"]), "may", 3) == "we +may+‸~shall~ go"


def test_between_and_inside_deleted_words():
    struck = (["we shall impose it"], ["we  it"], [(1, 1)])
    assert typed(Tracked(*struck), "may", 9) == "we ~shall ~+may+‸~impose~ it"
    assert typed(Tracked(*struck), "may", 11) == "we ~shall ~+may+‸~impose~ it"


def test_in_an_inserted_run():
    assert typed(Tracked(["we shall go"], ["we may go"]), "x", 10) == "we ~shall~+max‸y+ go"


def test_over_a_selection_the_new_words_stand_right_of_the_deleted_ones():
    tracked = Tracked(["the quick fox"], ["the quick fox"])
    tracked.replace(at(tracked, 4), at(tracked, 9), "s")
    assert draw(tracked) == "the ~quick~+s+‸ fox"
    assert typed(tracked, "low") == "the ~quick~+slow+‸ fox"
    assert back(tracked, 4) == "the ~quick~‸ fox"
    assert back(tracked) == "the ‸~quick~ fox"


def test_a_selection_of_deleted_words_only():
    struck = (["we shall impose it"], ["we  it"], [(1, 1)])
    tracked = Tracked(*struck)
    assert tracked.replace(at(tracked, 3), at(tracked, 8), "", "backspace") is None
    assert draw(tracked) == "we ‸~shall impose~ it"
    assert tracked.replace(at(tracked, 3), at(tracked, 8), "", "delete") is None
    assert draw(tracked) == "we ~shall‸ impose~ it"
    tracked.replace(at(tracked, 3), at(tracked, 8), "m")
    assert draw(tracked) == "we ~shall~+m+‸~ impose~ it"


def test_backspace_through_a_word_the_blank_and_the_next_word_never_moves_right():
    tracked = Tracked(["death penalty is"], ["death penalty is"])
    tracked.caret = at(tracked, 13)
    assert back(tracked) == "death +penalt+‸~penalty~ is"
    assert back(tracked, 6) == "death ‸~penalty~ is"
    assert back(tracked) == "death‸~ penalty~ is"
    assert back(tracked) == "+deat+‸~death penalty~ is"
    assert left(tracked, 20) == "~death penalty~+deat+ is‸"


def test_backspace_skips_deleted_words():
    assert draw_after_back(Tracked(["we shall go"], ["we  go"]), 8) == "we ‸~shall~ go"


def draw_after_back(tracked: Tracked, position: int) -> str:
    tracked.caret = at(tracked, position)
    return back(tracked)


def test_delete_through_a_word_goes_on_behind_it():
    tracked = Tracked(["we shall impose it"], ["we shall impose it"])
    tracked.caret = at(tracked, 3)
    assert gone(tracked) == "we ‸+hall+~shall~ impose it"
    assert gone(tracked, 4) == "we ~shall~‸ impose it"
    assert gone(tracked) == "we ~shall ~‸impose it"
    assert gone(tracked) == "we ~shall ~‸+mpose+~impose~ it"
    assert gone(tracked, 5) == "we ~shall impose~‸ it"


def test_delete_skips_deleted_words():
    tracked = Tracked(["we shall go"], ["we  go"])
    tracked.caret = at(tracked, 3)
    assert gone(tracked) == "we ~shall~‸ go"


def test_retyping_what_was_deleted_restores_it():
    tracked = Tracked(["the penalty is"], ["the penalty is"])
    tracked.caret = at(tracked, 11)
    back(tracked, 5)
    assert typed(tracked, "nalty") == "the penalty‸ is"
    assert tracked.changes() == []


def test_retyping_one_of_two_words_restores_that_one():
    tracked = Tracked(["a death penalty is"], ["a death penalty is"])
    tracked.caret = at(tracked, 15)
    back(tracked, 13)
    assert draw(tracked) == "a ‸~death penalty~ is"
    assert typed(tracked, "death") == "a death‸~ penalty~ is"


def test_typing_word_by_word_leaves_the_rest_of_the_line_alone():
    tracked = Tracked(["the old rule of the court stays"], ["the  stays"], [(1, 1)])
    before = draw(tracked)
    assert typed(tracked, "new rule", 25) == before.replace("‸", "").replace("court~", "court~+new rule+‸")
    assert left(tracked, 0) == "‸the ~old~+new+ rule ~of the court ~stays"


def test_a_doubled_word_is_inserted_where_it_was_typed():
    tracked = Tracked(["in the court"], ["in the court"])
    assert typed(tracked, "the ", 3) == "in +the +‸the court"
    tracked = Tracked(["in the court"], ["in the court"])
    assert typed(tracked, " the", 6) == "in the+ the+‸ court"


# Paragraphs


def test_splitting_and_taking_it_back():
    tracked = Tracked(text("one two", "three"), text("one two", "three"))
    assert typed(tracked, "\n", 4) == "one +|+‸two|three"
    assert back(tracked) == "one ‸two|three"
    assert tracked.changes() == []


def test_joining_and_taking_it_back():
    tracked = Tracked(text("one.", "two", "x"), text("one.", "two", "x"))
    tracked.caret = at(tracked, 5)
    assert back(tracked) == "one.‸~|~two|x"
    assert typed(tracked, "\n") == "one.|‸two|x"
    tracked.caret = at(tracked, 4)
    assert gone(tracked) == "one.~|~‸two|x"
    assert tracked.proposed == "one.two\nx\n"


def test_joining_in_the_middle_of_words():
    tracked = Tracked(text("one", "two"), text("one", "two"))
    tracked.caret = at(tracked, 4)
    assert back(tracked) == "+one‸two+~one|two~"
    assert typed(tracked, "\n") == "one|‸two"


def test_one_replacement_over_paragraphs():
    tracked = Tracked(text("aa bb", "cc dd", "ee ff"), text("aa bb", "cc dd", "ee ff"))
    tracked.replace(at(tracked, 3), at(tracked, 14), "x")
    assert draw(tracked) == "aa ~bb|cc dd|ee~+x+‸ ff"
    assert len(tracked.changes()) == 1


def test_a_deleted_break_is_one_step():
    tracked = Tracked(text("a", "b c", "d"), text("a", "d"), [(1, 1), (1, None), (1, 1)])
    tracked.caret = at(tracked, 6)
    assert draw(tracked) == "a|~b c|~‸d"
    assert back(tracked) == "a|~b c‸|~d"
    assert back(tracked) == "a|‸~b c|~d"
    assert back(tracked) == "+a‸d+~a|b c|d~"  # joins with what lives
    assert tracked.proposed == "ad\n"


# Locked paragraphs

ARTICLE = text("Showing material", "Article 185", "Whoever shows it pays.", "The things are taken.")


def article() -> Tracked:
    return Tracked(ARTICLE, ARTICLE, locked=[1])


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (20, 20, "x"),  # inside
        (17, 17, "x"),  # at its start
        (28, 28, "x"),  # at its end
        (28, 28, "\n"),
        (16, 17, ""),  # the break before
        (28, 29, ""),  # the break after
        (5, 40, "x"),  # across
        (17, 29, ""),  # the whole of it
    ],
)
def test_a_locked_paragraph_stays(start, end, words):
    tracked = article()
    tracked.caret = Caret(3, 3)
    assert tracked.replace(at(tracked, start), at(tracked, end), words) is None
    assert tracked.runs() == article().runs()
    assert tracked.caret == (3, 3)


def test_around_a_locked_paragraph_everything_is_free():
    tracked = article()
    assert typed(tracked, "s", 16).startswith("Showing +materials+‸~material~|Article 185|")
    assert typed(tracked, "\n", position_of(tracked.runs(), Caret(30, 29))).count("|") == 4
    tracked = article()
    assert typed(tracked, "If ", 29).startswith("Showing material|Article 185|+If +‸Whoever")


def test_a_deleted_heading_above_a_locked_number_can_be_written_anew():
    tracked = Tracked(ARTICLE, ARTICLE[1:], locked=[0])
    assert draw(tracked).startswith("‸~Showing material|~Article 185|")
    assert typed(tracked, "New", 16).startswith("~Showing material~+New+‸|Article 185|")
    assert tracked.proposed.startswith("New\nArticle 185\n")


def test_below_a_locked_number_there_is_a_place_to_type():
    tracked = Tracked(ARTICLE[1:], ARTICLE[1:2], locked=[0])
    assert draw(tracked) == "‸Article 185|~Whoever shows it pays.|The things are taken.~"
    assert typed(tracked, "No.", 56) == "Article 185|~Whoever shows it pays.|The things are taken.~+No.+‸"


# Changes, views


def test_a_change_is_rejected():
    tracked = Tracked(["the court shall impose a fine"], ["the judge shall impose a term"])
    assert [(change.old, change.new) for change in tracked.changes()] == [("court", "judge"), ("fine", "term")]
    edit = tracked.reject(0)
    assert edit is not None
    assert (edit.removed, edit.inserted) == ("judge", "court")
    assert draw(tracked) == "the ‸court shall impose a ~fine~+term+"


@pytest.mark.parametrize(
    ("base", "proposed"),
    [
        (text("one", "two words here"), text("one")),
        (text("one"), text("one", "two words here")),
        (text("first", "one more", "last"), text("first", "last")),
        (text("gone", "too"), text()),
        (text("old words"), text("quite different")),
        (text("Alpha", "number", "beta"), text("number", "beta")),
    ],
)
def test_all_changes_rejected_is_the_base(base, proposed):
    tracked = Tracked(base, proposed)
    for _ in range(9):
        if tracked.changes():
            tracked.reject(len(tracked.changes()) - 1)
    assert tracked.proposed == tracked.base


def test_views_show_one_text_and_keep_the_caret():
    tracked = Tracked(["we shall go now"], ["we may go"])
    runs = tracked.runs()
    assert "".join(run.text for run in shown(runs, "final")) == tracked.proposed
    assert "".join(run.text for run in shown(runs, "original")) == tracked.base
    views: tuple[View, ...] = ("all", "final", "original")
    for place in range(sum(len(run.text) for run in runs)):
        caret = caret_at(runs, place)
        for view in views:
            assert caret_in(runs, position_in(runs, caret, view), view, caret) == caret


def test_word_borders_are_borders_of_marks_too():
    runs = Tracked(["we shall go"], ["we may go"]).runs()  # we ~shall~+may+ go
    stops, place = [0], 0
    while place < 14:
        place = carets.word_border(runs, place, 1)
        stops.append(place)
    assert stops == [0, 3, 8, 12, 14]
    assert carets.word_at(runs, 5) == (3, 8)
    assert carets.word_at(runs, 9) == (8, 11)


# Laws

WORDS = (
    "sud će kazniti novčanom kaznom ili zatvorom do tri godine ko i i u 1.500 2,5 % (1) é e\u0301 \U0001d538 .".split()
)


def sentence(rng: random.Random) -> str:
    return units(" ".join(rng.choice(WORDS) for _ in range(rng.randint(0, 9))))


def check(tracked: Tracked) -> None:
    """Both texts are in the runs; no mark cuts a word; carets survive."""
    runs = tracked.runs()
    assert "".join(run.text for run in runs if run.op != "+") == tracked.base
    assert "".join(run.text for run in runs if run.op != "-") == tracked.proposed
    assert tracked.proposed.endswith("\n")
    assert runs[-1].op != "-"
    length = sum(len(run.text) for run in runs)
    assert 0 <= position_of(runs, tracked.caret) < length
    base, proposed = set(borders(tracked.base)), set(borders(tracked.proposed))
    for change in tracked.changes():
        assert {change.start.b, change.end.b} <= base
        assert {change.start.p, change.end.p} <= proposed
        assert change.old != change.new
    split = position_of(runs, Caret(tracked.caret.p, tracked.caret.b))
    assert caret_at(runs, split) == tracked.caret


@pytest.mark.parametrize("seed", range(6))
def test_500_random_edits(seed):
    rng = random.Random(seed)
    base = [sentence(rng) for _ in range(rng.randint(0, 4))]
    proposed = [sentence(rng) if rng.random() < 0.3 else line for line in base if rng.random() < 0.9]
    tracked = Tracked(base, proposed)
    first, edits = tracked.proposed, []
    whole = tracked.base
    for _ in range(500):
        length = sum(len(run.text) for run in tracked.runs())
        before = tracked.proposed
        a = at(tracked, rng.randrange(length)) if rng.random() < 0.3 else tracked.caret
        b = at(tracked, rng.randrange(length)) if rng.random() < 0.1 else a
        a, b = (a, b) if position_of(tracked.runs(), a) <= position_of(tracked.runs(), b) else (b, a)
        tracked.caret = b
        kind = rng.random()
        edit: Edit | None
        if kind < 0.25:
            edit = tracked.backspace(a)
        elif kind < 0.45:
            edit = tracked.delete(a)
        elif kind < 0.5:
            edit = tracked.replace(a, b, sentence(rng), "set")
        elif kind < 0.55 and tracked.changes():
            edit = tracked.reject(rng.randrange(len(tracked.changes())))
        elif kind < 0.6:
            edit = tracked.replace(a, b, "", rng.choice(["backspace", "delete"]))
        else:
            edit = tracked.replace(a, b, rng.choice([*"aeiou 1.,(\n", units("\U0001d538")]))
        check(tracked)
        assert tracked.base == whole
        if edit:
            edits.append(edit)
            after = before[: edit.start] + edit.inserted + before[edit.start + len(edit.removed) :]
            assert tracked.proposed == after
        else:
            assert tracked.proposed == before
        place = rng.randrange(sum(len(run.text) for run in tracked.runs()))
        assert position_of(tracked.runs(), at(tracked, place)) == place
        if rng.random() < 0.3 and tracked.has_left():
            tracked.settle()
            check(tracked)
    for edit in reversed(edits):
        end = edit.start + len(edit.inserted)
        tracked.replace(Caret(edit.start, 0), Caret(end, 0), edit.removed, "set")
        check(tracked)
    assert tracked.proposed == first


@pytest.mark.parametrize("seed", range(4))
def test_typing_and_backspace_move_the_caret_by_no_more_than_the_letter(seed):
    """In one paragraph, at rest before: Backspace never moves right, a letter moves right by one (or less, where
    a mark vanishes or the caret stood inside a deleted word)."""
    rng = random.Random(seed)
    for _ in range(120):
        old, new = sentence(rng), sentence(rng)
        tracked = Tracked([old], [new or "x"], [(1, 1)])
        tracked.caret = at(tracked, rng.randrange(sum(len(run.text) for run in tracked.runs())))
        for _ in range(12):
            if tracked.has_left():
                tracked.settle()
            place = position_of(tracked.runs(), tracked.caret)
            if rng.random() < 0.5:
                tracked.backspace(tracked.caret)
                assert position_of(tracked.runs(), tracked.caret) <= place
            else:
                tracked.replace(tracked.caret, tracked.caret, rng.choice("abc de"))
                assert position_of(tracked.runs(), tracked.caret) <= place + 1


@pytest.mark.parametrize("seed", range(4))
def test_after_settling_the_marks_are_those_of_the_redline(seed):
    rng = random.Random(seed)
    old = sentence(rng)
    tracked = Tracked([old], [old])
    for _ in range(60):
        tracked.caret = at(tracked, rng.randrange(sum(len(run.text) for run in tracked.runs())))
        for _ in range(3):
            tracked.replace(tracked.caret, tracked.caret, rng.choice("abc de")) if rng.random() < 0.6 else (
                tracked.backspace(tracked.caret)
            )
        tracked.settle()
        words = [tuple(segment) for segment in redline(joined(tracked.base[:-1]), joined(tracked.proposed[:-1]))]
        expected = re.sub(r"\n$", "", "".join(run.text for run in tracked.runs()))
        assert "".join(part for _, part in words) == joined(expected)
