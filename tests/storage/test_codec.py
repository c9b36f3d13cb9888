"""Values to JSON and back: nothing is lost, and a newer program's extra fields do no harm."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.model.card import Card
from tomas_desktop.model.change import Fact, key_of
from tomas_desktop.model.comment import Comment
from tomas_desktop.model.correlation import GRADES, STATUSES, Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Note, Provision
from tomas_desktop.model.revision import Revision
from tomas_desktop.model.running_order import RunningOrder, Stop
from tomas_desktop.model.translation import Translation
from tomas_desktop.model.verification import Verification
from tomas_desktop.model.wording import ClauseSize, ClauseText
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.storage.codec import decode_fact, decode_tree, encode_fact, encode_tree, respelled

text = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
notes = st.builds(Note, st.sampled_from(["footnote", "history", "editorial"]), text)
leaves = st.builds(Provision, text, text, text, text, text, st.lists(notes, max_size=2).map(tuple))
provisions = st.recursive(
    leaves, lambda inner: st.builds(Provision, text, text, text, children=st.lists(inner, max_size=3).map(tuple))
)
refs = st.builds(Ref, text, text)
revisions = st.builds(Revision, text, st.integers(0, 99), st.integers(0, 9), text, text, text, text, text)
facts: st.SearchStrategy[Fact] = st.one_of(
    st.builds(Work, text, text, text, text),
    st.builds(Expression, text, text, text, text, text),
    st.builds(Card, text, gazette=st.lists(text, max_size=3).map(tuple)),
    st.builds(Correlation, refs, refs, st.none() | st.sampled_from(GRADES), text),
    st.builds(Correlation, refs, refs, note=text, status=st.sampled_from(STATUSES)),
    st.builds(Proposal, text, text, text),
    st.builds(ClauseText, text, text, text, text),
    st.builds(Translation, refs, text, text, text, text),
    st.builds(Comment, refs, st.integers(1, 9), text, text, text, st.booleans()),
    st.builds(Verification, text, text, text, text),
    st.builds(RunningOrder, text, st.lists(st.builds(Stop, refs, st.integers(1, 3), text), max_size=3).map(tuple)),
    st.builds(ClauseSize, text, text, st.sampled_from(["unit", "article"]), text),
    st.builds(
        Modification,
        text,
        st.just("substitution"),
        text,
        st.lists(provisions, max_size=2).map(tuple),
        basis=text,
        revisions=st.lists(revisions, max_size=2).map(tuple),
    ),
)


@given(facts)
def test_a_fact_comes_back_as_it_was(fact: Fact) -> None:
    assert decode_fact(key_of(fact), encode_fact(fact)) == fact


@given(st.lists(provisions, max_size=3))
def test_a_tree_comes_back_as_it_was(nodes: list[Provision]) -> None:
    assert decode_tree(encode_tree(nodes)) == tuple(nodes)


def test_fields_of_a_newer_program_are_passed_over() -> None:
    assert decode_fact("work/x", json.dumps({"key": "x", "country": "rs", "title": "T", "mood": "new"})) == Work(
        "x", "rs", "T"
    )


def test_a_correlation_of_an_older_program_was_confirmed_by_whoever_made_it() -> None:
    kept = {"eu": {"work": "eu", "eid": "art_1"}, "national": {"work": "rs", "eid": "art_2"}, "grade": "full"}
    read = decode_fact("correlation/eu#art_1->rs#art_2", json.dumps(kept))
    assert isinstance(read, Correlation)
    assert (read.grade, read.status) == ("full", "confirmed")


def test_a_suggestion_that_an_older_program_graded_as_none_was_rejected() -> None:
    key, kept = "correlation/eu#art_1->rs#art_2", Correlation(Ref("eu", "art_1"), Ref("rs", "art_2"), note="seen")
    old = encode_fact(replace(kept, grade="none", status="suggested"))
    assert decode_fact(key, old) == replace(kept, status="rejected")
    assert respelled(key, old) == encode_fact(replace(kept, status="rejected"))
    assert respelled(key, encode_fact(kept)) == encode_fact(kept)


def test_nothing_is_nothing() -> None:
    assert encode_fact(None) is None
    assert decode_fact("work/x", None) is None


def test_a_kind_of_fact_that_only_a_newer_program_knows_is_passed_over() -> None:
    assert decode_fact("mood/x", json.dumps({"key": "x"})) is None
