"""Which unit a chain of steps means: as the tree has it, as acts abbreviate it, and when it is not to be told."""

from __future__ import annotations

import pytest

from tests.amend.laws import AL, AL_LAW, EU, EU_LAW, RS, RS_LAW, at, read
from tomas_desktop.amend import cited
from tomas_desktop.amend.working_copy import WorkingCopy
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Step
from tomas_desktop.model.provision import Provision


def eids(law: tuple[Provision, ...], grammar: Pack, *steps: str) -> list[str]:
    return [place.unit.eid for place in cited.places(WorkingCopy(law, grammar), at(*steps))]


@pytest.mark.parametrize(
    ("steps", "eid"),
    [
        (("article 1", "paragraph 2", "point 2)"), "art_1__para_2__point_2"),
        (("article 1.", "paragraph (2)"), "art_1__para_2"),
        (("article 3", "point 1)"), "art_3__para_1__point_1"),  # the paragraph left out
        (("article 2", "paragraph 3"), "art_2__para_3"),  # units that print no number are counted
        (("article 2", "paragraph #3"), "art_2__para_3"),
        (("article 4",), "art_4-5"),  # a joint article by each of its numbers
        (("article 5",), "art_4-5"),
        (("chapter 2",), "chp_2"),
        (("chapter druga",), "chp_2"),
        (("chapter II",), "chp_2"),
        (("chapter 1", "article 1"), "art_1"),
    ],
)
def test_a_chain_of_steps(steps: tuple[str, ...], eid: str) -> None:
    assert eids(RS_LAW, RS, *steps) == [eid]


def test_several_numbers_are_several_units_in_their_order() -> None:
    assert eids(RS_LAW, RS, "article 1", "paragraph 4 2") == ["art_1__para_4", "art_1__para_2"]
    assert eids(RS_LAW, RS, "article 2 1", "paragraph 1") == ["art_2__para_1", "art_1__para_1"]


@pytest.mark.parametrize(
    ("steps", "eid"),
    [
        (("article 1", "paragraph 1", "paragraph #3"), "art_1__para_1__subpara_3"),
        (("article 1", "paragraph 1", "subparagraph #2"), "art_1__para_1__subpara_2"),
        (("article 2", "paragraph #2"), "art_2__para_2"),
        (("article 2", "subparagraph #2"), "art_2__para_2"),  # laws call them differently
        (("article 1", "point (b)"), "art_1__para_1__point_b"),
    ],
)
def test_paragraphs_below_paragraphs_are_subparagraphs(steps: tuple[str, ...], eid: str) -> None:
    assert eids(EU_LAW, EU, *steps) == [eid]


def test_the_first_subparagraph_is_the_own_text_with_its_list() -> None:
    (place,) = cited.places(WorkingCopy(EU_LAW, EU), at("article 1", "paragraph 1", "subparagraph #1"))
    assert (place.unit.eid, place.part) == ("art_1__para_1", "first")
    assert [unit.eid.rpartition("__")[2] for unit in place.texts()] == ["para_1", "point_a", "point_b"]


def test_words_of_one_country_for_units_of_the_tree() -> None:
    assert eids(AL_LAW, AL, "article 1/1", "paragraph 2") == ["art_1-1__para_2"]
    assert eids(AL_LAW, AL, "article 1", "paragraph #2", "point b") == ["art_1__para_2__point_b"]
    assert eids(AL_LAW, AL, "article 1", "subpoint c)") == ["art_1__para_2__point_c"]


def test_a_printed_number_goes_before_a_place() -> None:
    law = read("Član 1\nUvod bez broja.\n(1) Prvi stav.\n(2) Drugi stav.", RS)
    assert eids(law, RS, "article 1", "paragraph 1") == ["art_1__para_1-bis2"]
    assert eids(law, RS, "article 1", "paragraph #1") == ["art_1__para_1"]


def test_sentences_and_the_words_before_a_list() -> None:
    law = WorkingCopy(RS_LAW, RS)
    (second,) = cited.places(law, at("article 1", "paragraph 1", "sentence #2"))
    start, end = second.span() or (0, 0)
    assert second.unit.text[start:end] == "Vrt je zelen."
    (intro,) = cited.places(law, at("article 3", "intro"))  # of the only paragraph
    assert [unit.text for unit in intro.texts()] == ["Ko gazi travu:"]
    assert cited.places(law, (*at("article 3"), Step("intro", ()))) == [intro]


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        (("article 9",), "cited-article-missing"),
        (("article 1", "paragraph 5"), "cited-unit-missing"),
        (("article 1", "paragraph 1", "point 1)"), "cited-unit-missing"),
        (("chapter 3",), "cited-unit-missing"),
        (("article 1", "intro"), "cited-units-several"),
    ],
)
def test_what_is_not_there_or_not_one(steps: tuple[str, ...], code: str) -> None:
    with pytest.raises(TomasError) as error:
        cited.places(WorkingCopy(RS_LAW, RS), at(*steps))
    assert error.value.code == code


def test_a_sentence_that_is_not_there() -> None:
    (place,) = cited.places(WorkingCopy(RS_LAW, RS), at("article 1", "paragraph 1", "sentence #4"))
    with pytest.raises(TomasError) as error:
        place.span()
    assert error.value.code == "cited-sentence-missing"
