"""Words as they are searched for: one stem for all forms, whatever the script, the accents and the capitals."""

from __future__ import annotations

import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.text import stems
from tomas_desktop.text.scripts import to_cyrillic, to_latin

# Each line: forms of one word, the first one that of a dictionary.
SERBIAN = """\
krivičan krivično krivičnog krivična krivičnih krivičnim krivičnom
delo dela delu delom delima
podatak podatka podaci podataka podacima podatke podatkom podatku
postupak postupka postupku postupci postupke postupkom postupcima postupaka
učinilac učinioca učinioci učinilaca učiniocu učiniocem učiniocima
pružalac pružaoca pružaoci pružalaca pružaocem pružaocima
nalog naloga nalozi nalogu nalogom nalozima naloge
dete deteta deca dece detetu deci decu decom
maloletan maloletno maloletnog maloletna maloletnih maloletnim
maloletnik maloletnika maloletnici maloletnicima maloletnike
organ organa organi organu organom organima
kazna kazne kaznom kazni kaznu kaznama
zaštita zaštite zaštitu zaštiti zaštitom
ličnost ličnosti ličnošću
sud suda sudovi sudu sudom sudovima sudova
zakonik zakonika zakoniku zakonici
sistem sistema sistemi sistemu sistemom
program programa programi programu programom programima
predmet predmeta predmeti predmetu
slučaj slučaja slučaju slučajevi slučajeva slučajevima
sredstvo sredstva sredstava sredstvima sredstvu
centar centra centri centru
nadležan nadležna nadležni nadležnog nadležne nadležnim
građanin građani građana građanima građaninu
odluka odluke odluci odluku odlukom odlukama
rukovalac rukovaoca rukovaoci rukovaocem
obrađivač obrađivača obrađivači obrađivačem
usluga usluge usluzi uslugu uslugama
lice lica licu licem licima
uklanjanje uklanjanja uklanjati uklanja uklanjaju
početak početka počeci
informacija informacije informaciju informacijama
mreža mreže mreži mrežu mrežom
rok roka roku rokovi rokova rokom
tačka tačke tački tačaka tačku tačkom
"""
MACEDONIAN = """\
кривичен кривично кривична кривични кривичниот кривичното кривичните кривичната
дело делото дела делата
податок податоци податоците податокот
постапка постапката постапки постапките
сторител сторителот сторители сторителите
закон законот закони законите
суд судот судови судовите
дете детето деца децата
лице лицето лица лицата
личност личноста личности личностите
информација информации информацијата информациите
судија судијата судии судиите
малолетник малолетникот малолетници малолетниците
налог налогот налози налозите
казнува казнуваат казнување
извршување извршувањето извршувања
центар центарот центри
обврска обврски обврската обврските
жртва жртвата жртви жртвите
"""
ALBANIAN = """\
vepër vepra veprën veprës veprat veprave
penale penal
gjykatë gjykata gjykatës gjykatën gjykatat gjykatave
ligj ligji ligjit ligjin ligje ligjet ligjeve
fëmijë fëmija fëmijës fëmijët fëmijëve
mitur mituri miturit miturve mitura miturin
dënohet dënohen dënuar
dënim dënimi dënimit dënimin dënime dënimet dënimeve
përgjegjësi përgjegjësia përgjegjësisë përgjegjësinë përgjegjësitë përgjegjësive
autoritet autoriteti autoritetit autoritetin autoritete autoritetet autoriteteve
ofrues ofruesi ofruesit ofruesin ofruesve
masë masa masës masën masat masave
çështje çështja çështjes çështjen çështjeve çështjet
person personi personit persona personat personave personin
dhënë dhëna dhënat dhënave
internet interneti internetit internetin
shtet shteti shtetit shtetin shtete shtetet shteteve
marrëveshje marrëveshja marrëveshjes marrëveshjen
drejtë drejta drejtat drejtës drejtave
punë puna punës punën punëve
"""
ENGLISH = """\
child children
obligation obligations
provider providers
remove removes removed removing
service services
penalty penalties
"""
FORMS = [
    (language, line.split())
    for language, lines in (("sr-Latn", SERBIAN), ("mk", MACEDONIAN), ("sq", ALBANIAN), ("en", ENGLISH))
    for line in lines.splitlines()
]


@pytest.mark.parametrize(("language", "forms"), FORMS, ids=lambda value: value[0] if isinstance(value, list) else "")
def test_all_forms_of_a_word_have_one_stem(language: str, forms: list[str]) -> None:
    assert {stems.stem(form, language) for form in forms} == {stems.stem(forms[0], language)}


@pytest.mark.parametrize("language", ["sr-Latn", "mk", "sq", "en"])
def test_different_words_have_different_stems(language: str) -> None:
    counted = Counter(stems.stem(forms[0], language) for own, forms in FORMS if own == language)
    assert counted.most_common(1)[0][1] == 1


def test_the_edition_rises_when_stems_change() -> None:
    """A changed rule makes every index stale: raise `stems.EDITION` and put the new sum here."""
    stemmed = " ".join(stems.stem(form, language) for language, forms in FORMS for form in forms)
    assert (stems.EDITION, hashlib.sha256(stemmed.encode()).hexdigest()[:12]) == (1, "4618b9001555")


@pytest.mark.parametrize(
    ("language", "one", "another"),
    [
        ("sr-Cyrl", "КРИВИЧНОГ", "krivicnog"),
        ("sr-Cyrl", "Ђорђе", "Đorđe"),
        ("sr-Cyrl", "његов", "NJEGOV"),
        ("sr-Cyrl", "џеп", "džep"),
        ("mk", "ќерка", "ḱerka"),
        ("mk", "Ѓорѓи", "gorgi"),
        ("mk", "ѕвезда", "dzvezda"),
        ("sq", "ÇËSHTJE", "ceshtje"),
        ("el", "κράτη", "ΚΡΑΤΗ"),
        ("de", "Straße", "STRASSE"),
        ("da", "Økonomi", "okonomi"),
        ("en", "pro\u00advider", "provider"),
        ("sr-Latn", "c\u030clan", "član"),
    ],
)
def test_script_accents_and_capitals_do_not_matter(language: str, one: str, another: str) -> None:
    assert stems.stem(one, language) == stems.stem(another, language)


@given(st.text(alphabet="abcčćdđefghijklmnoprsštuvzžABCČĆDĐ", min_size=1, max_size=15))
def test_a_serbian_word_has_one_stem_in_both_scripts(word: str) -> None:
    cyrillic = to_cyrillic(word)
    assert stems.stem(cyrillic, "sr-Cyrl") == stems.stem(to_latin(cyrillic), "sr-Latn")


@given(st.text(max_size=60), st.sampled_from(["sr-Latn", "mk", "sq", "en", "el", "bg", "de"]))
def test_terms_stand_where_they_say_in_any_text(text: str, language: str) -> None:
    end = 0
    for term in stems.terms(text, language):
        assert end <= term.start < term.end <= len(text)
        assert term.stem == stems.stem(text[term.start : term.end], language)
        assert not set(term.stem) & set(' "*^:()')  # nothing that a query of the index would read as its own sign
        end = term.end


@pytest.mark.parametrize(
    ("language", "text", "stemmed"),
    [
        ("en", "The provider's 24-hour duty", ["the", "provid", "24", "hour", "duti"]),
        ("sr-Latn", "čl. 185b i 500.000", ["cl", "185b", "i", "500", "000"]),
        ("sq", "neni 117/a", ["nen", "117", "a"]),
        ("mk", "193-в", ["193", "v"]),
    ],
)
def test_numbers_are_only_folded_and_marks_part_words(language: str, text: str, stemmed: list[str]) -> None:
    assert [term.stem for term in stems.terms(text, language)] == stemmed


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("sr-Latn", "obradjivač", "obrađivača"),
        ("mk", "krivichno", "кривично"),
        ("mk", "kjerka", "ќерка"),
        ("mk", "zhrtva", "жртвата"),
        ("mk", "krivičnog", "кривичното"),
        ("mk", "delima", "дела"),
    ],
)
def test_what_is_typed_may_mean_a_letter_that_the_keyboard_lacks(language: str, typed: str, meant: str) -> None:
    assert stems.stem(meant, language) in stems.spellings(typed, language)


def test_kindred_languages_share_their_rules() -> None:
    assert {stems.rules_of(tag) for tag in ("sr-Latn", "sr-Cyrl", "hr", "bs")} == {"sr"}
    assert stems.rules_of("sq-MK") == "sq"
