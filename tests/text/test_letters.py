"""Letters of two spellings come to one; words stay as many as they were."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.text import letters
from tomas_desktop.text.tokens import words

TEXTS = st.text(st.sampled_from("aNnjJLlDžŽčEÐđǆǅǄǌǋǊ\u00ad\u200b\ufeff\u0301гкеи ,."), max_size=40)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("OBRAZLOŽENjE", "OBRAZLOŽENJE"),
        ("LjUDI i KNjIGE", "LJUDI i KNJIGE"),
        ("DžEP", "DŽEP"),
        ("Njegov Ljubav Džep Nj", "Njegov Ljubav Džep Nj"),
        ("ǌegov ǋegov Ǌegov ǊEGOV ǆep Ǆep ǄEP", "njegov Njegov Njegov NJEGOV džep Džep DŽEP"),
        ("OǋE KOǊ", "ONJE KONJ"),
    ],
)
def test_letters_of_two_signs(before, after):
    assert letters.two_letters(before) == after


def test_accents_are_joined_to_their_letters():
    assert letters.composed("г\u0301 к\u0301 е\u0300 c\u030c e\u0308") == "ѓ ќ ѐ č ë"


def test_characters_that_are_never_printed_go():
    assert letters.without_hidden("нацио\u00adналниот\u200b\ufeff 5\u200e.") == "националниот 5."


def test_a_mark_between_two_words_keeps_them_apart():
    assert letters.without_hidden("dva\u200breda") == "dva\u200breda"
    assert letters.without_hidden("dva\u200b\u2060reda") == "dva\u200b\u2060reda"
    assert letters.without_hidden("dva\u200b\u2060 reda") == "dva reda"
    many = "\u200b" * 50_000
    assert letters.without_hidden(f"dva{many}reda{many}.") == f"dva{many}reda."


def test_the_icelandic_letter_is_put_right_where_dj_is_a_letter():
    assert letters.dj("Ðak, Ɖak i međa, meða", "sr-Latn") == "Đak, Đak i međa, međa"
    assert letters.dj("Ðingvellir", "en") == "Ðingvellir"


@given(TEXTS)
def test_each_repair_is_made_once_and_no_word_is_lost(text):
    for repair in (letters.composed, letters.without_hidden, letters.two_letters, lambda t: letters.dj(t, "hr")):
        once = repair(text)
        assert repair(once) == once
        assert len(words(once)) == len(words(text))
    assert letters.composed(text) == unicodedata.normalize("NFC", text)
