"""A "child" of EU law, below 18, answered by a younger one."""

from __future__ import annotations

import pytest

from tests.checks.texts import article, law, pair
from tomas_desktop.checks.age_of_child import definition, of_pairs
from tomas_desktop.model.provision import Provision
from tomas_desktop.text.scripts import to_cyrillic

EU = "Whoever abuses a child shall be punished."
YOUNGER = {
    "en": ("Whoever abuses a child is punished.", "A child means a person below the age of 14 years."),
    "sr-Latn": ("Ko zlostavlja dete, kazniće se.", "Detetom se smatra lice koje nije navršilo četrnaest godina."),
    "sr-Cyrl": ("Ко злоставља децу, казниће се.", "Дететом се сматра лице које није навршило 14 година."),
    "mk": ("Тој што злоупотребува дете ќе се казни.", "Под дете се подразбира лице кое не навршило 14 години."),
    "sq": ("Kush abuzon një fëmijë dënohet.", "Fëmijë konsiderohet personi nën moshën 14 vjeç."),
}
AS_OLD = {
    "en": "A child means a person below the age of 18 years.",
    "sr-Latn": "Dete je svako lice mlađe od osamnaest godina.",
    "sr-Cyrl": "Дететом се сматра лице које није навршило осамнаест година.",
    "mk": "Под дете се подразбира лице до 18 години.",
    "sq": "Fëmijë quhet çdo person nën moshën tetëmbëdhjetë vjeç.",
}
EVERYONE = {  # other ways to say it
    "en": "A child is everyone who is not yet 14 years old.",
    "sr-Latn": "Dete je svako ko još nije navršio četrnaest godina.",
    "sr-Cyrl": "Дете је свако ко још није навршио 14 година.",
    "mk": "Дете е секој што нема наполнето четиринаесет години.",
    "sq": "Fëmijë është kushdo që nuk ka mbushur katërmbëdhjetë vjeç.",
}
NO_DEFINITION = {
    "en": "A child who is 15 years old may consent.",
    "sr-Latn": "Dete koje je navršilo 15 godina može da se smatra sposobnim da dâ pristanak.",
    "sr-Cyrl": "Дете које је навршило 15 година може дати пристанак.",
    "mk": "Дете кое навршило 15 години може да даде согласност.",
    "sq": "Fëmija që ka mbushur 15 vjeç mund të japë pëlqimin.",
}
MINORS = {
    "en": "Whoever abuses a minor is punished.",
    "sr-Latn": "Ko zlostavlja maloletno lice, kazniće se.",
    "sr-Cyrl": "Ко злоставља малолетна лица, казниће се.",
    "mk": "Тој што злоупотребува малолетно лице ќе се казни.",
    "sq": "Kush abuzon një të mitur dënohet.",
}


def _rest(text: str) -> Provision:
    return article(text, "art_112")


@pytest.mark.parametrize("language", YOUNGER)
def test_a_younger_child_is_told_with_the_law_s_own_definition(language: str) -> None:
    text, meaning = YOUNGER[language]
    (found,) = of_pairs([pair(EU, text, language, _rest(meaning))])
    values = dict(found.values)
    assert (found.severity, found.code) == ("warning", "child-is-younger")
    assert len(list(of_pairs([pair(EU, text, language, _rest(meaning))] * 2))) == 1
    assert (values["age"], values["eu_age"]) == ("14", "18")
    assert (values["definition"], values["defined_in"]) == (meaning, "law#art_112__para_1")


@pytest.mark.parametrize("language", YOUNGER)
def test_a_child_of_the_same_age_is_not_told(language: str) -> None:
    text, _ = YOUNGER[language]
    assert list(of_pairs([pair(EU, text, language, _rest(AS_OLD[language]))])) == []
    assert list(of_pairs([pair(EU, text, language, _rest(NO_DEFINITION[language]))])) == []
    assert list(of_pairs([pair("Whoever abuses a person.", text, language, _rest(YOUNGER[language][1]))])) == []


@pytest.mark.parametrize("language", YOUNGER)
def test_a_minor_is_no_child(language: str) -> None:
    both = f"{YOUNGER[language][0]} {MINORS[language]}"
    younger = _rest(YOUNGER[language][1])
    assert list(of_pairs([pair(EU, MINORS[language], language, younger)])) == []
    assert [each.severity for each in of_pairs([pair(EU, both, language, younger)])] == ["info"]


@pytest.mark.parametrize("language", YOUNGER)
def test_what_defines_a_child(language: str) -> None:
    ages = {
        YOUNGER[language][1]: 14 * 12,
        EVERYONE[language]: 14 * 12,
        AS_OLD[language]: 18 * 12,
        NO_DEFINITION[language]: None,
    }
    for text, age in ages.items():
        found = definition(law("law", language, article(text)))
        assert (found.age if found else None) == age, text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ko detetu prikaže takav materijal, kazniće se zatvorom do tri godine.", ["child-is-younger-in-criminal-law"]),
        ("Ko detetu proda alkohol, kazniće se za prekršaj.", []),
        ("Ko maloletnom licu prikaže takav materijal, kazniće se zatvorom do tri godine.", []),
    ],
)
def test_a_child_of_serbian_criminal_law_is_younger_although_the_law_does_not_say_it(
    text: str, codes: list[str]
) -> None:
    for language, said in (("sr-Latn", text), ("sr-Cyrl", to_cyrillic(text))):
        found = list(of_pairs([pair(EU, said, language)]))
        assert [each.code for each in found] == codes
        assert list(of_pairs([pair(EU, said, language, _rest(AS_OLD[language]))])) == []


def test_nothing_is_known_of_other_countries() -> None:
    for language in ("mk", "sq"):
        assert list(of_pairs([pair(EU, YOUNGER[language][0], language)])) == []


@pytest.mark.parametrize(
    ("language", "text", "age"),
    [
        ("en", "'child' means a person below the age of 14;", 14 * 12),
        ("en", "'child' means a person who is one of 3 or more siblings;", None),
        ("sr-Latn", "Dete je lice uzrasta do 15.", 15 * 12),
    ],
)
def test_an_age_may_be_said_without_the_word_for_years(language: str, text: str, age: int | None) -> None:
    found = definition(law("law", language, article(text)))
    assert (found.age if found else None) == age
