"""What an operation on words does to the text around them (the blanks), and where words are found at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.amend import wordings
from tomas_desktop.amend.wordings import Edit
from tomas_desktop.text.tokens import words

TEXT = "Ko gazi vrt, kazniće se kaznom do 3 godine."


def span(text: str, part: str) -> tuple[int, int]:
    return text.index(part), text.index(part) + len(part)


# where words stand


def test_words_are_found_whole() -> None:
    assert wordings.found("kazna, kazne i 15 kazni", "kazne") == [(7, 12)]
    assert wordings.found("kazne i kaznene odredbe, kazne", "kazne") == [(0, 5), (25, 30)]
    assert wordings.found("rok od 500.000 dinara i 500 dana", "500") == [(24, 27)]
    assert wordings.found("20% i 5%", "5%") == [(6, 8)]


def test_words_are_found_as_they_are_or_else_drawn_in_another_way() -> None:
    text = "„Glasnik RS”,\xa0br. 5 – ispravka"
    assert wordings.found(text, '"Glasnik RS", br. 5 - ispravka') == []
    assert wordings.found_alike(text, '"Glasnik  RS", br. 5 - ispravka') == [(0, len(text))]
    assert wordings.found_alike(text, "Glasnik FBiH") == []


def test_only_a_part_of_the_text_is_searched() -> None:
    assert wordings.found("dete i dete", "dete", (5, 11)) == [(7, 11)]
    assert wordings.found_alike("dete i dete", "dete", (0, 6)) == [(0, 4)]


def test_the_nearest_words_are_whole_words_of_the_likeliest_text() -> None:
    texts = [("art_1", "Sud odlučuje."), ("art_2", "Učinilac će se kazniti zatvorom do tri godine.")]
    assert wordings.nearest("kaznit zatvorom od tri godine", texts) == ("kazniti zatvorom do tri godine", "art_2")
    assert wordings.nearest("xyz", texts) == ("", "")


# the blanks


@pytest.mark.parametrize(
    ("anchor", "new", "after"),
    [
        ("vrt", "i park", "Ko gazi vrt i park, kazniće se kaznom do 3 godine."),
        ("vrt", ", a ne park", "Ko gazi vrt, a ne park, kazniće se kaznom do 3 godine."),
        ("se", "(odmah)", "Ko gazi vrt, kazniće se (odmah) kaznom do 3 godine."),
    ],
)
def test_words_come_in_after_others(anchor: str, new: str, after: str) -> None:
    assert wordings.after(span(TEXT, anchor), new).applied(TEXT) == after


def test_words_come_in_before_others_and_at_the_ends() -> None:
    assert wordings.before(span(TEXT, "vrt"), "tuđi").applied(TEXT).startswith("Ko gazi tuđi vrt,")
    assert wordings.at_end("Sud odlučuje", "brzo").applied("Sud odlučuje") == "Sud odlučuje brzo"
    assert wordings.at_end("Sud odlučuje", "; rok teče").applied("Sud odlučuje") == "Sud odlučuje; rok teče"
    assert wordings.at_start("odlučuje sud.", "O tome").applied("odlučuje sud.") == "O tome odlučuje sud."
    assert wordings.at_end("", "Sud").applied("") == "Sud"


@pytest.mark.parametrize(
    ("text", "gone", "left"),
    [
        ("jedan dva tri", "dva", "jedan tri"),
        ("jedan dva, tri", "dva", "jedan, tri"),
        ("jedan dva", "dva", "jedan"),
        ("jedan dva", "jedan", "dva"),
        ("jedan (dva) tri", "dva", "jedan () tri"),
        ("jedan, dva tri", ", dva", "jedan tri"),
        ("jedan.", "jedan", "."),
    ],
)
def test_words_go_with_one_of_the_blanks_around_them(text: str, gone: str, left: str) -> None:
    assert wordings.deleted(text, span(text, gone)).applied(text) == left


@pytest.mark.parametrize(
    ("text", "old", "new", "after"),
    [
        ("hleb i so", "i", ",", "hleb, so"),  # a mark takes the blank before the word too
        ("hleb, so", ",", "i", "hleb i so"),  # a word gets one
        ("hleb, so", ",", ";", "hleb; so"),
        ("hleb i so", "i", "ili", "hleb ili so"),
        ("hleb i so", "i", "–", "hleb – so"),
    ],
)
def test_a_mark_takes_the_place_of_a_word(text: str, old: str, new: str, after: str) -> None:
    assert wordings.punctuated(text, span(text, old), new).applied(text) == after


@pytest.mark.parametrize(
    ("old", "new", "append", "after"),
    [
        (".", ";", "", "Rok teče;"),
        (".", ",", "ako je sud tako odlučio.", "Rok teče, ako je sud tako odlučio."),
        (".", "", "odmah.", "Rok teče odmah."),
        ("", ";", "", "Rok teče.;"),
        (".", "", "", "Rok teče"),
        (";", ".", "", None),
    ],
)
def test_the_mark_at_the_end(old: str, new: str, append: str, after: str | None) -> None:
    edit = wordings.ending("Rok teče.", old, new, append)
    assert (edit and edit.applied("Rok teče.")) == after


def test_the_end_of_a_sentence_is_before_the_blank_that_follows_it() -> None:
    text = "Prva. Druga. Treća."
    edit = wordings.ending(text, ".", ",", "najzad.", (6, 13))
    assert edit is not None
    assert edit.applied(text) == "Prva. Druga, najzad. Treća."


# places that are carried along


def test_the_parts_of_a_text_move_with_what_is_done_to_it() -> None:
    second = (6, 12)  # of "Prva. Druga. Treća."
    assert Edit(0, 4, "Nulta").moved(second) == (7, 13)
    assert Edit(12, 12, " i nova").moved(second) == (6, 19)  # words at the end belong to the sentence
    assert Edit(12, 12, " Nova.", apart=True).moved(second) == (6, 12)  # a sentence does not
    assert Edit(6, 6, "Nova. ", apart=True).moved(second) == (12, 18)
    assert Edit(6, 6, "I ").moved(second) == (6, 14)
    assert Edit(8, 14, "").moved(second) == (6, 8)


# laws

_WORD = st.text(alphabet="abcčdž", min_size=1, max_size=4)
_PHRASE = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)
_SENTENCE = st.lists(st.tuples(_WORD, st.sampled_from(["", "", "", ",", ";"])), min_size=2, max_size=9).map(
    lambda parts: " ".join(word + mark for word, mark in parts) + "."
)


@given(_SENTENCE, _PHRASE, st.data())
def test_what_came_in_after_words_can_go_again(text: str, new: str, data: st.DataObject) -> None:
    anchor = data.draw(st.sampled_from(words(text)))
    place = data.draw(st.sampled_from(wordings.found(text, anchor)))
    edit = wordings.after(place, new)
    longer = edit.applied(text)
    start = edit.start + 1  # behind the blank
    assert wordings.deleted(longer, (start, start + len(new))).applied(longer) == text


@given(_SENTENCE, st.data())
def test_no_blank_is_doubled_or_left_before_a_mark(text: str, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(wordings.found(text, data.draw(st.sampled_from(words(text))))))
    left = wordings.deleted(text, place).applied(text)
    assert "  " not in left
    assert " ," not in left
    assert not left.startswith(" ")
    assert not left.endswith(" ")


@given(_SENTENCE, _PHRASE, st.data())
def test_no_word_but_those_of_the_clause_changes(text: str, new: str, data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(words(text)))
    place = data.draw(st.sampled_from(wordings.found(text, old)))
    before, behind = words(text[: place[0]]), words(text[place[1] :])
    assert words(wordings.replaced(place, new).applied(text)) == [*before, *words(new), *behind]
    assert words(wordings.after(place, new).applied(text)) == [*before, old, *words(new), *behind]
    assert words(wordings.before(place, new).applied(text)) == [*before, *words(new), old, *behind]
    assert words(wordings.deleted(text, place).applied(text)) == [*before, *behind]
    assert words(wordings.punctuated(text, place, ",").applied(text)) == [*before, *behind]
