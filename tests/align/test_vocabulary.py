"""Which concepts a text is found to speak of."""

from __future__ import annotations

import pytest

from tomas_desktop.align.glossary import Concept, Term
from tomas_desktop.align.vocabulary import INNER, SPREAD, Vocabulary


def concept(name: str, deprecated: str = "", **terms: str) -> Concept:
    made = {language: tuple(Term(each) for each in cell.split("|")) for language, cell in terms.items()}
    return Concept(name, made, {"sr": (Term(deprecated),)} if deprecated else {}, "", "test")


CONCEPTS = [
    concept("lamp", en="lamp", sr="lampa", mk="светилка", sq="llambë"),
    concept("street lamp", en="street lamp", sr="ulična lampa", mk="улична светилка", sq="llambë rruge"),
    concept("commissioner", sr="poverenik"),
    concept("creditor", sr="poverilac"),
    concept("entry into force", sr="stupanje na snagu"),
    concept("bulb", deprecated="sijalica", sr="svetlosni izvor"),
]


def found(text: str, language: str) -> dict[str, float]:
    vocabulary = Vocabulary(CONCEPTS, language)
    return {CONCEPTS[number].id: round(count, 3) for number, count in vocabulary.find(text).items()}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Every lamp shall burn."),
        ("sr-Latn", "Svaka LAMPA mora da gori."),
        ("sr-Cyrl", "Власник лампе је дужан."),
        ("mk", "Светилката мора да гори."),
        ("sq", "Pronari i llambës"),
    ],
)
def test_a_word_is_found_in_any_script_capitals_and_case(language, text):
    assert found(text, language) == {"lamp": 1}


def test_the_longest_term_counts_whole_and_what_lies_inside_it_little():
    assert found("ulične lampe i lampa", "sr-Latn") == {"street lamp": 1, "lamp": 1 + INNER}


def test_of_words_that_begin_alike_the_nearest_is_meant():
    assert found("odluka Poverenika", "sr-Latn") == {"commissioner": 1}
    assert found("poverioci", "sr-Latn") == {"creditor": 1}


def test_one_word_may_stand_inside_a_term():
    assert found("Stupanje zakona na snagu", "sr-Latn") == {"entry into force": SPREAD}
    assert found("stupanje dva nova zakona na snagu", "sr-Latn") == {}


def test_deprecated_words_are_found_too():
    assert found("sijalice", "sr-Latn") == {"bulb": 1}


def test_a_language_without_terms_finds_nothing():
    assert found("valaisin", "fi") == {}
