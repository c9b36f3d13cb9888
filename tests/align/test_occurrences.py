"""Where terms stand in a text, letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.align.test_vocabulary import CONCEPTS, concept
from tomas_desktop.align.occurrences import Occurrences

MORE = [*CONCEPTS, concept("removal order", en="removal order", sr="nalog za uklanjanje|nalog o uklanjanju")]


def found(text: str, language: str) -> list[tuple[str, str, str]]:
    """The words as they stand, the concept and the term."""
    return [
        (text[one.start : one.end], MORE[one.concept].id, "not: " * one.is_deprecated + one.term)
        for one in Occurrences(MORE, language).find(text)
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "All street lamps shall burn.", "street lamps"),
        ("sr-Latn", "Vlasnik ULIČNE LAMPE mora...", "ULIČNE LAMPE"),
        ("sr-Cyrl", "О уличним лампама стара се општина.", "уличним лампама"),
        ("mk", "Уличната светилка гори.", "Уличната светилка"),
        ("sq", "Çdo llambë e rrugës ndizet.", "llambë e rrugës"),
    ],
)
def test_a_term_is_found_in_any_case_as_it_stands_and_the_longest_alone(language, text, words):
    assert [each[:2] for each in found(text, language)] == [(words, "street lamp")]


def test_one_word_may_stand_inside_a_term():
    assert found("nalog suda za uklanjanje", "sr")[0][:2] == ("nalog suda za uklanjanje", "removal order")
    assert found("nalog suda i organa za uklanjanje", "sr") == []


@pytest.mark.parametrize("end", [". ", "; ", ": ", "? "])
def test_no_term_goes_over_the_end_of_a_sentence(end):
    assert found(f"izdaje se nalog{end}Za uklanjanje odgovara sud", "sr") == []
    assert found(f"izdaje se{end}Nalog za uklanjanje je hitan", "sr")[0][:2] == ("Nalog za uklanjanje", "removal order")
    assert found("nalog (čl. 3) za uklanjanje", "sr") == []
    assert found("ulične st. lampe", "sr")[0][1] == "street lamp"


def test_terms_inside_longer_ones_are_found_where_they_are_asked_for():
    text = "ulične lampe i lampa"
    found = [(text[one.start : one.end], MORE[one.concept].id) for one in Occurrences(MORE, "sr").all_in(text)]
    assert found == [("ulične lampe", "street lamp"), ("lampe", "lamp"), ("lampa", "lamp")]


def test_words_that_only_begin_alike_are_not_the_term():
    assert [each[1] for each in found("Poverenik i poverioci", "sr")] == ["commissioner", "creditor"]


def test_deprecated_terms_are_told_apart():
    assert found("Nijedna sijalica", "sr") == [("sijalica", "bulb", "not: sijalica")]


def test_a_word_of_several_concepts_stands_for_each():
    shared = [concept("a", en="order"), concept("b", en="order")]
    assert [one.concept for one in Occurrences(shared, "en").find("the order")] == [0, 1]


@given(st.text(alphabet="lamp ulicneLAMPЕлампа.,-\n", max_size=60))
def test_places_lie_in_the_text_in_order_and_never_cross(text):
    at = 0
    for one in Occurrences(MORE, "sr").find(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end
