"""Serbian in two scripts, and the letters of eIds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.text.scripts import eid_letters, script_of, to_cyrillic, to_latin

# Words as laws have them; the last row is where two letters are not one.
WORDS = (
    "član stav tačka zakon ljubav Ljiljana njegov Njegoš džep Džep đak Đorđe ćutanje čovek život širina "
    "ZAKON OBRAZLOŽENJE DAVANJE POLJOPRIVREDA DŽEPARENJE iz od do u i a "
    "injekcija konjunktura konjugacija nadživeti Nadživeti podžanr odživeti anjon"
).split()
MARKS = ("", ",", ".", ";", ":", "“", ")")


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Član 185v", "Члан 185в"),
        ("185a 185b 185g 185đ", "185а 185б 185г 185ђ"),
        ("Glava VIIIa", "Глава VIIIа"),
        ("Glava XX", "Глава XX"),
        ("I. OPŠTE ODREDBE", "I. ОПШТЕ ОДРЕДБЕ"),
        ("I pored toga", "И поред тога"),
        ("DA LI JE", "ДА ЛИ ЈЕ"),
        ("Direktiva 2011/93/EU", "Директива 2011/93/EU"),
        ("Uredba (EU) 2016/679", "Уредба (ЕУ) 2016/679"),
        ("EU", "ЕУ"),
        ("IP adresa i URL", "IP адреса и URL"),
        ("CSAM", "CSAM"),
        ("na adresu ime@sud.rs", "на адресу ime@sud.rs"),
        ("http://www.pravno.rs/zakon", "http://www.pravno.rs/zakon"),
        ("CELEX 32016R0679", "CELEX 32016R0679"),
        ("injekcija", "инјекција"),
        ("NADŽIVETI", "НАДЖИВЕТИ"),
        ("džep", "џеп"),
        ("softver Windows", "софтвер Windows"),
        ("10 km", "10 km"),
        ("izraz „hosting service” i", "израз „hosting service” и"),
        ('“grooming” i "child sexual abuse"', '“grooming” и "child sexual abuse"'),
        ("Akt o uslugama (Digital Services Act)", "Акт о услугама (Digital Services Act)"),
        ("„mere” i „koordinacija” (data roditelju)", "„мере” и „координација” (дата родитељу)"),
        ("„Službeni glasnik RS” („internet”)", "„Службени гласник РС” („интернет”)"),
        ("COM(2022) 209 final, 2022/0155(COD)", "COM(2022) 209 final, 2022/0155(COD)"),
        ("tačka (a) i (ii), presuda C-131/12", "тачка (а) и (ii), пресуда C-131/12"),
        ("„Pojam “EU Centre” i “child sexual abuse”.”", "„Појам “EU Centre” и “child sexual abuse”.”"),
        ("reč ‘grooming’ (engl. hosting service)", "реч ‘grooming’ (енгл. hosting service)"),
        ("online, e-mail, e-uprava, chat, Wi-Fi", "online, e-mail, е-управа, chat, Wi-Fi"),
        ("stav I i II, Glava I Opšte odredbe", "став I и II, Глава I Опште одредбе"),
        ("GLAVA I OSNOVNE ODREDBE", "ГЛАВА I ОСНОВНЕ ОДРЕДБЕ"),
        ("OPŠTI DEO I POSEBNI DEO", "ОПШТИ ДЕО И ПОСЕБНИ ДЕО"),
        ("20 °C", "20 °C"),
        ("konjektura i predželudac", "конјектура и преджелудац"),
    ],
)
def test_what_goes_over_and_what_stays(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin) == cyrillic
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize(
    "word",
    "on to kocka kockanje samoodbrana zoonoza neophodno neophodan poostriti nivoom operator procedure personal "
    "reemitovanje preeklampsija koordinator stoosamdeset transfer".split(),
)
def test_a_quoted_serbian_word_is_no_english_one(word: str) -> None:
    """An amending act quotes every word that it replaces."""
    assert script_of(to_cyrillic(f"„{word}”")) == "Cyrl"


def test_quoted_serbian_words_with_an_english_looking_one_among_them_go_over() -> None:
    assert to_cyrillic("„transfer podataka” (mere neophodne radi nadzora)") == (
        "„трансфер података” (мере неопходне ради надзора)"
    )


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)), min_size=1, max_size=12))
def test_latin_to_cyrillic_and_back_is_the_same(parts: list[tuple[str, str]]) -> None:
    text = " ".join(word + mark for word, mark in parts)
    assert to_latin(to_cyrillic(text)) == text


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("Љубав", "Ljubav"), ("ЉУБАВ", "LJUBAV"), ("ЊЕГА", "NJEGA"), ("Џ", "Dž"), ("ОБРАЗЛОЖЕЊЕ", "OBRAZLOŽENJE")],
)
def test_digraphs_take_the_case_of_their_word(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic) == latin


def test_government_capitals_and_digraph_code_points_are_folded() -> None:
    assert to_cyrillic("OBRAZLOŽENjE") == "ОБРАЗЛОЖЕЊЕ"
    assert to_cyrillic("ǆep") == "џеп"
    assert to_cyrillic("Ðorđe") == "Ђорђе"


def test_the_script_of_most_letters() -> None:
    assert script_of("Члан 185. IP") == "Cyrl"
    assert script_of("Član 185, zakon, члан") == "Latn"


@pytest.mark.parametrize(
    ("letters", "language", "eid"),
    [
        ("в", "mk", "v"),
        ("Ѓ", "mk", "ǵ"),
        ("ќ", "mk", "ḱ"),
        ("ѕ", "mk", "dz"),
        ("џ", "sr-Cyrl", "dž"),
        ("ç", "sq", "ç"),
        ("A", "en", "a"),
    ],
)
def test_eids_have_latin_letters(letters: str, language: str, eid: str) -> None:
    assert eid_letters(letters, language) == eid


def test_a_long_line_is_written_over_word_by_word() -> None:
    line = "prema glavi VI i stavu I ovog zakona, "
    assert to_cyrillic(line * 3_000) == to_cyrillic(line) * 3_000
