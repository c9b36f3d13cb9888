"""Figures that are missing in the national text: what counts as the same, and what does not."""

from __future__ import annotations

import pytest

from tests.checks.texts import article, law, pair, side
from tomas_desktop.checks.figure_reading import figures
from tomas_desktop.checks.figures import of_pairs
from tomas_desktop.checks.pairs import Pair, Side
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref

SAME = [
    ("imprisonment of six months to five years", "sr-Latn", "zatvorom od šest meseci do pet godina"),
    ("imprisonment of 6 months to 5 years", "sr-Cyrl", "затвором од шест месеци до пет година"),
    ("imprisonment of 6 months to 5 years", "mk", "со затвор од шест месеци до пет години"),
    ("imprisonment of six months to 5 years", "sq", "me burgim nga gjashtë muaj deri në pesë vjet"),
    ("imprisonment of six months to 5 years", "en", "imprisonment from 6 months to five years"),
    ("for 12 months", "sr-Latn", "na godinu dana"),
    ("for 12 months", "mk", "за време од една година"),
    ("for 12 months", "sq", "për një vit"),
    ("for 12 months", "en", "for one year"),
    ("within two weeks", "sr-Latn", "u roku od 14 dana"),
    ("for 18 months", "sr-Cyrl", "годину и по дана"),
    ("for two and a half years", "sr-Latn", "u trajanju od dve i po godine"),
    ("within 24 hours", "sr-Latn", "u roku od dvadeset četiri sata"),
    ("within 24 hours", "mk", "во рок од дваесет и четири часа"),
    ("within 24 hours", "sq", "brenda njëzet e katër orëve"),
    ("a 24-hour period", "sr-Cyrl", "у 24-часовном року"),
    ("a two-year period", "sr-Latn", "u dvogodišnjem razdoblju"),
    ("a six-month period", "mk", "шестмесечен период"),
    ("a fine of EUR 20\u00a0000\u00a0000", "sr-Latn", "kazna od 20.000.000 evra"),
    ("a fine of EUR 20 000 000", "sr-Cyrl", "казна од двадесет милиона евра"),
    ("a fine of 20,000,000 euros", "mk", "казна од 20 милиони евра"),
    ("a fine of €20 million", "sq", "gjobë prej 20 milionë eurosh"),
    ("up to 2.5 % of turnover", "sr-Latn", "do 2,5 odsto prometa"),
    ("up to 4 % of turnover", "mk", "до четири проценти од прометот"),
    ("up to four per cent", "sq", "deri në 4 për qind"),
    ("by 25 May 2018", "sr-Latn", "do 25. maja 2018. godine"),
    ("by 25 May 2018", "sr-Cyrl", "до двадесет петог маја две хиљаде осамнаесте године"),
    ("by 25 May 2018", "mk", "до 25 мај 2018 година"),
    ("by 25 May 2018", "sq", "deri më 25.5.2018"),
    ("on the twentieth day", "sr-Latn", "dvadesetog dana"),
    ("on the 20th day", "mk", "на дваесеттиот ден"),
    ("on the twentieth day", "sq", "ditën e njëzetë"),
    ("below the age of 18 years", "sr-Latn", "koje nije navršilo osamnaest godina"),
    ("below the age of 18 years", "mk", "под осумнаесет години"),
    ("below the age of 18 years", "sq", "nën moshën tetëmbëdhjetë vjeç"),
    ("from two to eight years", "sr-Latn", "od dve do osam godina"),
    ("from 2 to 8 years", "mk", "од две до осум години"),
    ("2 or 3 years", "sq", "dy ose tre vjet"),
    ("at least two members", "sr-Cyrl", "најмање двојица чланова"),
    ("at least two members", "sr-Latn", "oba člana"),
    ("two thirds of the votes", "sr-Latn", "dvotrećinska većina glasova"),
    ("two-thirds of the votes", "mk", "две третини од гласовите"),
    ("two thirds of the votes", "sq", "dy të tretat e votave"),
    ("within 10 working days", "sr-Latn", "u roku od deset radnih dana"),
    ("within 10 working days", "mk", "во рок од 10 работни дена"),
    ("within ten working days", "sq", "brenda 10 ditëve pune"),
    ("within thirty (30) days", "sr-Latn", "u roku od 30 (trideset) dana"),
    ("1\u202f500 users", "sr-Latn", "1.500 korisnika"),
    ("two thousand five hundred euros", "sr-Latn", "2500 evra"),
    ("2.5 million euros", "mk", "два и пол милиони евра"),
    ("2.5 million euros", "sq", "dy milionë e gjysmë euro"),
    ("EUR 1 500 000", "sr-Latn", "milion i po evra"),
    ("EUR 500 000", "sr-Latn", "pola miliona evra"),
    ("within 30 minutes", "sr-Latn", "u roku od pola sata"),
    ("within half an hour", "mk", "во рок од триесет минути"),
    ("0.5 %", "sr-Latn", "pola procenta"),
    ("half of the members", "sr-Cyrl", "педесет одсто чланова"),
    ("two thirds of the votes", "mk", "2/3 од гласовите"),
    ("18 months", "sr-Latn", "godinu i šest meseci"),
    ("one year and six months", "sr-Latn", "osamnaest meseci"),
    ("42 months", "mk", "три години и шест месеци"),
    ("42 months", "sq", "tre vjet e gjashtë muaj"),
    ("45 days", "sr-Latn", "četrdesetpet dana"),
    ("120 days", "sr-Cyrl", "стодвадесет дана"),
    ("25 days", "mk", "дваесетипет дена"),
    ("45 days", "sq", "dyzetepesë ditë"),
    ("at least five members", "sr-Latn", "petočlana komisija"),
    ("three members", "mk", "тричлена комисија"),
    ("ten times the amount", "sr-Latn", "desetostruki iznos"),
    ("17 February 2024", "sq", "data 17/02/2024"),
    ("25 May 2018", "sr-Latn", "25. V 2018. godine"),
    ("half a million euros", "sq", "gjysmë milioni euro"),
    ("Regulation (EU) 2016/679 (OJ L 119, 4.5.2016, p. 1)", "sr-Latn", "ovaj zakon"),
    ("in accordance with ISO 27001", "sr-Latn", "u skladu sa standardom"),
    ("one of the following, the first of which", "sr-Latn", "nešto od sledećeg"),
    ("a third country and a third party", "sr-Latn", "druga država i lice sa strane"),
    ("pursuant to Article 5(2) and Directive 2011/93/EU", "sr-Latn", "u skladu sa tim"),
    ("Regulation (EU) 2016/679 of the European Parliament and of the Council of 27 April 2016", "mk", "овој закон"),
    ("within 72 hours", "sr-Latn", "u roku od 72 časa od člana 15. stav 3. ovog zakona, zbog toga što jeste"),
]
DIFFERENT = [
    ("imprisonment of 6 months to 5 years", "sr-Latn", "zatvorom od šest meseci do osam godina", ["5 years"]),
    ("imprisonment of 6 months to 5 years", "sr-Cyrl", "затвором од три месеца до пет година", ["6 months"]),
    ("imprisonment of 6 months to 5 years", "mk", "со затвор од една до пет години", ["6 months"]),
    ("imprisonment of 6 months to 5 years", "sq", "me burgim nga gjashtë muaj deri në pesë ditë", ["5 years"]),
    ("imprisonment of 6 months to 5 years", "en", "imprisonment of six months to four years", ["5 years"]),
    ("within 24 hours", "sr-Latn", "u roku od jednog dana", ["24 hours"]),
    ("within one month", "mk", "во рок од 30 дена", ["one month"]),
    ("within 72 hours", "sq", "brenda 24 orëve", ["72 hours"]),
    ("within 72 hours", "sr-Latn", "bez odlaganja, u skladu sa članom 72. ovog zakona", ["72 hours"]),
    ("up to 4 %", "sr-Latn", "do 4 evra", ["4 %"]),
    ("a fine of EUR 10 000", "sr-Cyrl", "казна од 1.000 евра", ["EUR 10 000"]),
    ("by 25 May 2018", "mk", "до 26 мај 2018 година", ["25 May 2018"]),
    ("by 25 May 2018", "sq", "deri më 25 mars 2018", ["25 May 2018"]),
    ("below 18 years", "sr-Latn", "dete je lice mlađe od četrnaest godina", ["18 years"]),
    ("five years for the first and five years for the second", "sr-Latn", "pet godina i osam godina", ["five years"]),
    ("at least two experts", "sr-Latn", "najmanje tri stručnjaka", ["two"]),
    ("at least one expert", "sq", "të paktën tre ekspertë", ["one"]),
    ("within 10 working days", "sr-Latn", "u roku od 10 dana", ["10 working days"]),
    ("half of the members", "sr-Latn", "dve trećine članova", ["half"]),
    ("half of the members of one sex", "sr-Latn", "dve trećine članova istog pola", ["half"]),
    ("half of the members of one sex", "mk", "две третини од членовите од ист пол", ["half"]),
    ("two thirds of the members", "mk", "3/4 од членовите", ["two thirds"]),
    ("18 months", "sr-Latn", "godinu i pet meseci", ["18 months"]),
    ("45 days", "sr-Latn", "četrdesetšest dana", ["45 days"]),
    ("at least five members", "sr-Latn", "sedmočlana komisija", ["five"]),
    ("17 February 2024", "sq", "data 18/02/2024", ["17 February 2024"]),
    ("30 minutes", "sr-Latn", "30 sati", ["30 minutes"]),
]


def _told(found: list[Finding]) -> list[str]:
    return [dict(each.values)["figure"] for each in found]


@pytest.mark.parametrize(("eu", "language", "national"), SAME)
def test_what_says_the_same_is_not_told(eu: str, language: str, national: str) -> None:
    assert _told(list(of_pairs([pair(eu, national, language)]))) == []


@pytest.mark.parametrize(("eu", "language", "national", "missing"), DIFFERENT)
def test_what_is_missing_is_told(eu: str, language: str, national: str, missing: list[str]) -> None:
    assert _told(list(of_pairs([pair(eu, national, language)]))) == missing


def test_several_national_provisions_answer_together() -> None:
    eu = side("eu", "en", "within 24 hours and 10 days")
    both = [Pair(eu, side("law", "sr-Latn", text)) for text in ("u roku od 24 časa", "u roku od deset dana")]
    assert _told(list(of_pairs(both[:1]))) == ["10 days"]
    assert (
        list(of_pairs([both[0], Pair(eu, Side(Ref("law", "art_2"), both[1].national.text, (article("10 dana"),)))]))
        == []
    )


def test_a_paragraph_is_answered_by_what_answers_its_article() -> None:
    first = article("within 24 hours")
    text = law("eu", "en", first)
    whole = Side(Ref("eu", "art_1"), text, (first,))
    part = Side(Ref("eu", "art_1__para_1"), text, first.children)
    bare, full = side("law", "mk", "веднаш"), side("law", "mk", "во рок од 24 часа")
    assert len(list(of_pairs([Pair(part, bare)]))) == 1
    assert list(of_pairs([Pair(part, bare), Pair(whole, Side(Ref("law", "art_2"), full.text, full.provisions))])) == []


def test_a_partial_answer_and_a_fine_in_another_currency_are_for_information() -> None:
    eu, national = side("eu", "en", "a fine of EUR 10 000 000"), side("law", "sr-Latn", "kazna od 2.000.000 dinara")
    assert [(each.severity, each.code) for each in of_pairs([Pair(eu, national)])] == [
        ("info", "figure-other-currency")
    ]
    eu, national = side("eu", "en", "within 24 hours"), side("law", "sr-Latn", "odmah")
    assert [each.severity for each in of_pairs([Pair(eu, national, is_partial=True)])] == ["info"]


def test_a_language_without_words_is_read_by_its_digits() -> None:
    def between(eu: str, national: str) -> list[str]:
        return _told(list(of_pairs([Pair(side("eu", "en", eu), Side(Ref("law", "art_1"), hu, (article(national),)))])))

    hu = law("law", "hu", article(""), country="eu")
    assert between("within two months and 72 hours", "két hónapon és 72 órán belül") == []
    assert between("within two months and 72 hours", "két hónapon és 73 órán belül") == ["72 hours"]


def test_a_row_of_digits_without_end_is_no_figure() -> None:
    assert [each.text for each in figures("7" * 5_000 + " and 12 days", "en")] == ["12 days"]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("sr-Latn", "st. 2. i 3, br. 85/05 i 88/05, tač. 1) i 2), 1) prvo; 2) drugo, CO2, 185a", []),
        ("mk", "бр. 37/96 и 80/99, затоа што", []),
        ("sq", "nr. 7895, datë 27.1.1995, neni 114/a", []),
        ("en", "No 1234/2009, Annex 2, 17:30, (12), ISO/IEC 17065/2012", []),
        ("sr-Latn", "sto dvadeset petoro dece, trista šezdeset i pet dana", [125, 365]),
        ("sr-Latn", "četiri stotine hiljada, dve hiljade sto pet dinara", [400_000, 2105]),
        ("mk", "две илјади триста четириесет и пет денари", [2345]),
        ("sq", "dy mijë e treqind e dyzet e pesë lekë", [2345]),
        ("en", "two thousand three hundred and forty-five euros", [2345]),
    ],
)
def test_numbers_of_figures(language: str, text: str, values: list[int]) -> None:
    assert [each.value for each in figures(text, language) if not each.is_weak] == values
