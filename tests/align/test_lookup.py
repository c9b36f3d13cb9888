"""A concept looked up by a word of any of its languages."""

from __future__ import annotations

import pytest

from tests.align.test_vocabulary import concept
from tomas_desktop.align.lookup import Lookup

CONCEPTS = [
    concept("hate crime", en="hate crime", sr="krivično delo iz mržnje", mk="кривично дело од омраза"),
    concept("crime", en="criminal offence|crime", sr="krivično delo", mk="кривично дело", sq="vepër penale"),
    concept("bulb", deprecated="sijalica", en="light source", sr="svetlosni izvor"),
    concept("child", en="child", sr="dete", mk="дете", sq="fëmijë"),
]


def found(query: str, language: str = "") -> list[str]:
    return [CONCEPTS[each.concept].id for each in Lookup(CONCEPTS).find(query, language)]


@pytest.mark.parametrize(
    "query",
    ["krivicno delo", "КРИВИЧНОГ ДЕЛА", "кривичните дела", "krivična dela", "criminal offences", "veprave penale"],
)
def test_any_script_accent_and_case_and_the_shortest_term_first(query):
    assert found(query)[0] == "crime"


def test_the_last_word_may_be_a_beginning():
    assert found("krivično d") == ["crime", "hate crime"] == found("kriv")
    assert found("fem") == ["child"]
    assert found("k") == []


def test_deprecated_terms_are_found_and_told():
    [one] = Lookup(CONCEPTS).find("sijalice")
    assert (one.term, one.language, one.is_deprecated) == ("sijalica", "sr", True)


def test_it_can_be_narrowed_to_a_language():
    assert found("дете", "sq") == []
    assert found("дете", "mk") == ["child"]


def test_all_words_have_to_be_there():
    assert found("krivično dete") == []
    assert found("?") == found("") == []


def test_a_limit_is_kept():
    assert len(Lookup(CONCEPTS).find("crime", limit=1)) == 1
