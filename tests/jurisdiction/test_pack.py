"""A legal order is data: a folder is a country, a file in it a language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import pack, structure
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.provision import walk

MADE_UP = """
name = "Utopia"
word_language = "en-GB"
letters = "a b c"
heading_above = false
quotes = ["“", "”"]
inner_quotes = ["‘", "’"]
[units.chapter]
forms = ["Book {n}"]
[units.article]
forms = ["Rule {n}"]
[units.paragraph]
styles = ["(1)"]
[units.point]
styles = ["a)"]
"""


def test_the_four_legal_orders_are_there() -> None:
    assert set(pack.countries()) >= {"al", "eu", "mk", "rs"}
    assert pack.languages("rs") == ("sr-Cyrl", "sr-Latn")


@pytest.mark.parametrize(
    ("country", "language", "word_language"),
    [
        ("eu", "en", "en-GB"),
        ("rs", "sr-Latn", "sr-Latn-RS"),
        ("rs", "sr-Cyrl", "sr-Cyrl-RS"),
        ("mk", "mk", "mk-MK"),
        ("al", "sq", "sq-AL"),
    ],
)
def test_each_pack_says_its_language_for_word(country: str, language: str, word_language: str) -> None:
    assert pack.load(country, language).word_language == word_language


def test_the_cyrillic_pack_is_the_latin_one_in_cyrillic() -> None:
    cyrillic = pack.load("rs", "sr-Cyrl")
    assert cyrillic.article.forms[0] == "Члан {n}"
    assert cyrillic.letters[:4] == ("а", "б", "в", "г")
    assert cyrillic.rule("paragraph").renumber == "shift"


def test_an_unknown_country_or_language_is_named_with_what_there_is() -> None:
    with pytest.raises(TomasError) as country:
        pack.load("zz", "en")
    assert country.value.code == "unknown-country"
    assert "rs" in str(country.value.values["known"])
    with pytest.raises(TomasError) as language:
        pack.load("rs", "en")
    assert language.value.code == "unknown-language"
    assert "sr-Latn" in str(language.value.values["known"])


def test_a_new_country_needs_only_a_folder(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "en.toml").write_text(MADE_UP, encoding="utf-8")
    utopia = pack.load("xx", "en", root=tmp_path)
    assert pack.countries(tmp_path) == ("xx",)
    text = ["Book I", "Beginnings", "Rule 1", "Aim", "(1) All read:", "a) laws;", "b) maps."]
    law = structure.build([SourceLine(line) for line in text], utopia)
    assert [node.eid for node in walk(law.nodes)] == [
        "chp_I", "art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1__point_b",
    ]  # fmt: skip


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "en.toml").write_text("name = ", encoding="utf-8")
    with pytest.raises(TomasError) as broken:
        pack.load("xx", "en", root=tmp_path)
    assert broken.value.code == "bad-pack"
