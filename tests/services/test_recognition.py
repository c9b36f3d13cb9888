"""A text says by its words which legal order and language it is in."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.importers.laws import LAWS, Law
from tests.journeys.test_fifth_order import xx as xx  # a legal order in a folder of the user's own, and a law of it
from tests.jurisdiction.test_eu_languages import ACTS
from tomas_desktop.errors import NotFoundError
from tomas_desktop.services import recognition
from tomas_desktop.services.sources import Source


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.file)
def test_every_law_is_recognised(law: Law, shared: Path) -> None:
    guess = recognition.of_source(shared / "data" / law.file)
    assert guess is not None
    assert (guess.country, guess.language) == (law.country, law.language)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Član 1", ("rs", "sr-Latn")),
        ("Члан 1\nОвај закон уређује радионице.", ("rs", "sr-Cyrl")),
        ("Članak 1.\nOva se Uredba primjenjuje na radionice.", ("eu", "hr")),
        ("Член 1\nСо овој закон се уредуваат работилниците.", ("mk", "mk")),
        ("Член 1\nНастоящият регламент се прилага за работилници.", ("eu", "bg")),
        ("Neni 1\n1. Ky ligj botohet në Fletoren Zyrtare.", ("al", "sq")),
        ("Neni 1\n(1) Ky ligj vlen në Maqedoninë e Veriut.", ("mk", "sq-MK")),
        ("Artikel 1\nDenne forordning gælder for værksteder.", ("eu", "da")),
        ("Artikel 1\nDiese Verordnung gilt für Werkstätten.", ("eu", "de")),
        ("Article premier\nLe présent règlement est applicable aux ateliers.", ("eu", "fr")),
        ("Article 1\nThis Regulation applies to workshops.", ("eu", "en")),
    ],
)
def test_a_few_words_are_enough(text: str, order: tuple[str, str]) -> None:
    guess = recognition.recognise(text.split("\n"))
    assert guess is not None
    assert (guess.country, guess.language) == order


def test_letters_without_their_marks_and_of_the_other_script_are_read_over() -> None:
    bare = recognition.recognise(["Clan 1", "Ovaj zakon ureduje igracke i rok je dan."])
    assert bare is not None
    assert bare.language == "sr-Latn"
    cyrillic = recognition.recognise(["Neni 1", "Dhёnia e materialit nё njё punishte dёnohet."])  # ё is Cyrillic
    assert cyrillic is not None
    assert cyrillic.language.startswith("sq")


def test_where_no_word_is_known_nothing_is_guessed() -> None:
    assert recognition.recognise([]) is None
    assert recognition.recognise(["12345", "xyzzy"]) is None


def test_two_orders_of_one_language_are_told_apart_with_less_confidence() -> None:
    albanian = recognition.recognise(["Neni 1", "Ky ligj hyn në fuqi."])
    serbian = recognition.recognise(["Član 1", "Ovaj zakon stupa na snagu."])
    assert albanian is not None
    assert serbian is not None
    assert 0 <= albanian.confidence < 0.5 < serbian.confidence <= 1


@pytest.mark.parametrize("language", ["sr-Latn", "sr-Cyrl", "mk", "sq", "hr", "bg"])
def test_a_translated_act_of_the_union_is_known_by_its_formulas(language: str) -> None:
    guess = recognition.recognise(ACTS[language].splitlines())
    assert guess is not None
    assert (guess.country, guess.language) == ("eu", language)


def test_what_has_no_formulas_is_a_law_of_the_country() -> None:
    body = ACTS["sr-Latn"].partition("DONELI SU OVU UREDBU:")[2].splitlines()
    national, told = recognition.recognise(body), recognition.recognise(body, country="eu")
    assert national is not None
    assert told is not None
    assert (national.country, told.language) == ("rs", "sr-Latn")


def test_with_a_country_only_its_languages_are_weighed() -> None:
    guess = recognition.recognise(["Neni 1", "Ky ligj vlen."], country="mk")
    assert guess is not None
    assert (guess.country, guess.language) == ("mk", "sq-MK")


def test_a_fifth_order_is_recognised_by_its_folder_alone(xx: Path) -> None:
    guess = recognition.of_source(xx)
    assert guess is not None
    assert (guess.country, guess.language) == ("xx", "en")
    english = recognition.recognise(["LAW ON BEES", "Article 1", "A bee is an animal to be looked after."])
    assert english is not None
    assert english.country == "eu"


def test_what_a_page_does_not_print_says_nothing() -> None:
    script = "<script>" + "the of and to " * 500 + "</script>"
    page = f"<html><head><title>The law of the land</title></head><body>{script}<p>Član <b>1</b></p><p>Rok je dan.</p>"
    guess = recognition.of_source(Source("page", page.encode()))
    assert guess is not None
    assert guess.language == "sr-Latn"


def test_the_words_of_a_word_file_are_read(tmp_path: Path) -> None:
    file = tmp_path / "law.docx"
    with zipfile.ZipFile(file, "w") as package:
        runs = (
            "<w:p><w:r><w:t>Чл</w:t></w:r><w:r><w:t>ан 1</w:t></w:r></w:p><w:p><w:r><w:t>Рок је дан.</w:t></w:r></w:p>"
        )
        package.writestr("word/document.xml", f"<w:document><w:body>{runs}</w:body></w:document>")
    guess = recognition.of_source(file)
    assert guess is not None
    assert guess.language == "sr-Cyrl"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        recognition.of_source(tmp_path / "none.txt")
