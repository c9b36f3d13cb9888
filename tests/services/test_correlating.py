"""Links as work: said of one or many, confirmed, rejected, moved, merged and split, each one step of undo."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, relinking
from tomas_desktop.services.correlating import Said
from tomas_desktop.services.dossiers import OpenDossier, opened
from tomas_desktop.services.kept_suggestions import Candidate, Suggestion


def pair(eu: str, national: str) -> correlating.Pair:
    return Ref("eu", eu), Ref("law", national)


ONE = pair("art_1", "art_1")
TWO = pair("art_2", "art_2")


def said(dossier: OpenDossier) -> list[tuple[str, str, object, str]]:
    return [(c.eu.eid, c.national.eid, c.grade, c.status) for c in dossier.dossier.correlations]


def steps(dossier: OpenDossier) -> int:
    """How many steps can be taken back; they are brought back after."""
    count = 0
    while dossier.session.undo():
        count += 1
    for _ in range(count):
        dossier.session.redo()
    return count


def suggestion(eu: str, *national: str, is_gap: bool = False) -> Suggestion:
    return Suggestion(Ref("eu", eu), is_gap, tuple(Candidate(Ref("law", eid), 0.5, ()) for eid in national))


# ---- saying ------------------------------------------------------------------------------------------------


def test_a_deadline_and_a_planned_act_are_kept_with_the_link(dossier):
    correlating.link(dossier, *ONE, grade="partial", deadline="2028-12-31", planned_act="Zakon o izmenama")
    kept = correlating.link(dossier, *ONE, note="seen")
    assert (kept.deadline, kept.planned_act, kept.grade, kept.note) == (
        "2028-12-31", "Zakon o izmenama", "partial", "seen",
    )  # fmt: skip


def test_many_are_linked_said_and_confirmed_in_one_step_each(dossier):
    before = steps(dossier)
    correlating.link_all(dossier, [ONE, TWO], Said(status="to-recheck"), author="Ana")
    correlating.annotate(dossier, [ONE, TWO], Said(reason="The period is longer."), author="Ana")
    assert [c.eu.eid for c in correlating.confirm(dossier, [ONE, TWO], author="Ivo")] == ["art_1", "art_2"]
    assert steps(dossier) == before + 3
    assert {(c.status, c.reason, c.author) for c in dossier.dossier.correlations} == {
        ("confirmed", "The period is longer.", "Ivo")
    }
    dossier.session.undo()
    assert {c.status for c in dossier.dossier.correlations} == {"to-recheck"}


def test_nothing_is_linked_where_one_provision_is_missing(dossier):
    with pytest.raises(NotFoundError):
        correlating.link_all(dossier, [ONE, pair("art_2", "art_9")])
    assert dossier.dossier.correlations == ()


def test_an_eu_provision_may_be_linked_with_a_whole_law(dossier):
    correlating.link(dossier, Ref("eu", "art_2"), Ref("law"), grade="not_transposable", reason="For the Commission.")
    assert said(dossier) == [("art_2", "", "not_transposable", "confirmed")]
    with pytest.raises(NotFoundError):
        correlating.link(dossier, Ref("eu", "art_2"), Ref("nowhere"))


def test_an_eu_act_answers_no_eu_act(dossier):
    for eu, national in ((Ref("law", "art_1"), Ref("eu", "art_1")), (Ref("eu", "art_1"), Ref("eu", "art_2"))):
        with pytest.raises(TomasError) as error:
            correlating.link(dossier, eu, national, grade="full")
        assert error.value.code == "not-a-national-law"
    assert dossier.dossier.correlations == ()


def test_the_same_said_twice_is_no_step(dossier):
    correlating.link(dossier, *ONE, grade="full")
    before = steps(dossier)
    correlating.link(dossier, *ONE, grade="full")
    correlating.annotate(dossier, [ONE], Said(grade="full"), author="Ana")
    assert steps(dossier) == before


# ---- suggestions -------------------------------------------------------------------------------------------


def test_suggestions_are_kept_without_a_grade_and_stand_for_nothing(dossier):
    found = [suggestion("art_1", "art_1", "art_2"), suggestion("art_2", "art_3", is_gap=True)]
    correlating.keep(dossier, found)
    assert said(dossier) == [("art_1", "art_1", None, "suggested")]
    assert correlating.standing(dossier.dossier) == ()
    assert correlating.keep(dossier, found) == ()


def test_a_suggestion_that_a_person_links_or_confirms_is_confirmed(dossier):
    correlating.keep(dossier, [suggestion("art_1", "art_1"), suggestion("art_2", "art_2")])
    correlating.link(dossier, *ONE)
    correlating.confirm(dossier, [TWO])
    assert {status for *_, status in said(dossier)} == {"confirmed"}


def test_a_rejected_suggestion_is_not_kept_again_and_is_no_link(dossier):
    correlating.keep(dossier, [suggestion("art_1", "art_1")])
    correlating.reject(dossier, [ONE, TWO], author="Ana")  # the second was only listed
    assert correlating.keep(dossier, [suggestion("art_1", "art_1"), suggestion("art_2", "art_2")]) == ()
    assert correlating.standing(dossier.dossier) == correlating.of_eu_provision(dossier, Ref("eu", "art_1")) == ()
    dossier.session.undo()
    assert said(dossier) == [("art_1", "art_1", None, "suggested")]


def test_only_links_have_grades(dossier):
    correlating.keep(dossier, [suggestion("art_1", "art_1")])
    assert correlating.link(dossier, *ONE, grade="none", status="suggested").grade is None
    assert correlating.link(dossier, *ONE, grade="none").status == "confirmed"


def test_what_an_older_program_kept_as_rejected_is_rejected_and_can_be_linked(dossier):
    correlating.reject(dossier, [ONE])
    ends = '"eu":{"work":"eu","eid":"art_1"},"national":{"work":"law","eid":"art_1"}'
    old = f'{{{ends},"grade":"none","status":"suggested"}}'
    with sqlite3.connect(dossier.path) as file:
        file.execute("UPDATE fact SET value = ? WHERE key LIKE 'correlation/%'", (old,))
        file.execute("UPDATE change SET after = ? WHERE key LIKE 'correlation/%'", (old,))
    with opened(dossier.path) as again:
        assert said(again) == [("art_1", "art_1", None, "rejected")]
        correlating.link(again, *ONE, grade="full")
        again.session.undo()
        again.session.undo()
        assert said(again) == []


def test_who_links_a_rejected_suggestion_brings_it_back_without_a_grade(dossier):
    correlating.reject(dossier, [ONE, TWO])
    correlating.link(dossier, *ONE)
    correlating.confirm(dossier, [TWO])
    assert said(dossier) == [("art_1", "art_1", None, "confirmed"), ("art_2", "art_2", None, "confirmed")]


def test_a_link_that_a_person_made_is_not_rejected_but_taken_away(dossier):
    correlating.link(dossier, *ONE)
    with pytest.raises(TomasError):
        correlating.reject(dossier, [ONE])


EIDS = ["art_1", "art_1__para_1", "art_1__para_2", "art_2"]


@given(st.lists(st.tuples(st.integers(0, 8), st.sampled_from(EIDS), st.sampled_from(EIDS), st.sampled_from(EIDS))))
def test_whatever_is_done_is_taken_back_step_by_step(dossier, doings):
    """Every doing is one step or none, or is refused and has changed nothing."""
    for one in dossier.dossier.correlations:  # of the example before
        correlating.unlink(dossier, one.eu, one.national)
    seen = [set(dossier.dossier.correlations)]
    for doing, eu, national, other in doings:
        one, two = pair(eu, national), pair(eu, other)
        with suppress(TomasError):
            match doing:
                case 0:
                    correlating.link(dossier, *one, grade="partial")
                case 1:
                    correlating.reject(dossier, [one])
                case 2:
                    correlating.keep(dossier, [suggestion(eu, national, other)], best=2)
                case 3:
                    correlating.confirm(dossier, [one, two])
                case 4:
                    relinking.relink(dossier, *one, to_national=two[1])
                case 5:
                    relinking.merge(dossier, [one, two], keep_grade=True)
                case 6:
                    relinking.split(dossier, *one, [pair(eu, national), two])
                case 7:
                    correlating.link_all(dossier, [one, two], Said(note=other))
                case _:
                    correlating.unlink(dossier, *one)
        if set(dossier.dossier.correlations) != seen[-1]:
            seen.append(set(dossier.dossier.correlations))
    for before in reversed(seen[:-1]):
        dossier.session.undo()
        assert set(dossier.dossier.correlations) == before


# ---- moving ------------------------------------------------------------------------------------------------


def test_an_end_moves_with_what_was_said_but_not_the_grade(dossier):
    correlating.link(dossier, *ONE, grade="partial", reason="Longer period.", deadline="2028")
    moved = relinking.relink(dossier, *ONE, to_national=Ref("law", "art_1__para_2"))
    assert (moved.grade, moved.reason, moved.deadline, moved.status) == (None, "Longer period.", "2028", "confirmed")
    assert said(dossier) == [("art_1", "art_1__para_2", None, "confirmed")]
    dossier.session.undo()
    assert said(dossier) == [("art_1", "art_1", "partial", "confirmed")]
    relinking.relink(dossier, *ONE, to_eu=Ref("eu", "art_2"), keep_grade=True)
    assert said(dossier) == [("art_2", "art_1", "partial", "confirmed")]


def test_an_end_does_not_move_onto_another_link(dossier):
    correlating.link_all(dossier, [ONE, TWO])
    with pytest.raises(TomasError):
        relinking.relink(dossier, *ONE, to_eu=TWO[0], to_national=TWO[1])
    assert len(dossier.dossier.correlations) == 2


def test_two_provisions_that_answer_one_become_what_holds_both(dossier):
    pairs = [pair("art_1__para_2", "art_1__para_2"), pair("art_1__para_2", "art_1__para_3")]
    for number, each in enumerate(pairs):
        correlating.link(dossier, *each, grade="partial", reason=f"Reason {number}.")
    relinking.merge(dossier, pairs, keep_grade=True)
    [one] = dossier.dossier.correlations
    assert (one.eu.eid, one.national.eid, one.grade, one.reason) == (
        "art_1__para_2", "art_1", "partial", "Reason 0. Reason 1.",
    )  # fmt: skip
    dossier.session.undo()
    assert len(dossier.dossier.correlations) == 2


def test_a_grade_that_not_all_have_is_not_kept(dossier):
    pairs = [pair("art_1__para_1", "art_1__para_1"), pair("art_1__para_2", "art_1__para_2")]
    correlating.link(dossier, *pairs[0], grade="full")
    correlating.link(dossier, *pairs[1], grade="partial")
    assert relinking.merge(dossier, pairs, keep_grade=True).grade is None


def test_what_nothing_holds_is_not_merged(dossier):
    correlating.link_all(dossier, [pair("art_1", "art_1"), pair("art_1", "art_2")])
    with pytest.raises(TomasError):
        relinking.merge(dossier, [pair("art_1", "art_1"), pair("art_1", "art_2")])
    relinking.merge(dossier, [pair("art_1", "art_1"), pair("art_1", "art_2")], into=(Ref("eu", "art_1"), Ref("law")))
    assert said(dossier) == [("art_1", "", None, "confirmed")]


def test_a_link_of_articles_becomes_links_of_paragraphs(dossier):
    correlating.link(dossier, *ONE, grade="partial", reason="Longer period.")
    inner = [pair("art_1__para_1", "art_1__para_1"), pair("art_1__para_2", "art_1__para_2")]
    relinking.split(dossier, *ONE, inner)
    assert said(dossier) == [
        ("art_1__para_1", "art_1__para_1", None, "confirmed"),
        ("art_1__para_2", "art_1__para_2", None, "confirmed"),
    ]
    dossier.session.undo()
    relinking.split(dossier, *ONE, inner, keep_grade=True)
    assert {grade for _, _, grade, _ in said(dossier)} == {"partial"}


def test_a_link_is_not_split_into_what_lies_outside(dossier):
    correlating.link(dossier, *ONE)
    for pairs in ([pair("art_2", "art_1__para_1")], [pair("art_1__para_1", "art_2")], []):
        with pytest.raises(TomasError):
            relinking.split(dossier, *ONE, pairs)
    assert said(dossier) == [("art_1", "art_1", None, "confirmed")]
