"""The words of the checks, as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import check_words
from tomas_desktop.jurisdiction.check_words import listed, words


def test_both_scripts_and_kindred_languages_have_one_file() -> None:
    assert words("sr-Latn") is words("sr-Cyrl") is words("hr")
    assert words("sr-Latn")["units"]


def test_a_language_without_a_file_has_no_words() -> None:
    assert dict(words("fi")) == {}


@pytest.mark.parametrize("language", ["en", "sr", "mk", "sq"])
def test_the_languages_of_the_drafts_have_every_table(language: str) -> None:
    tables = {"numbers", "factors", "units", "money", "fractions", "modality", "child", "months", "labels", "joins"}
    assert tables <= set(words(language))
    assert len(words(language)["months"].split()) == 12
    assert len(words(language)["numbers"]["cardinals"].split()) == 19
    assert len(words(language)["numbers"]["tens"].split()) == 8


def test_lists_are_written_with_commas() -> None:
    assert listed("per cent, percent, ") == ("per cent", "percent")
    assert listed(None) == ()


def test_a_broken_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "en.toml").write_text("months = [", encoding="utf-8")
    monkeypatch.setattr(check_words, "resources", lambda: tmp_path)
    with pytest.raises(TomasError) as trouble:
        words("en")
    assert (trouble.value.code, trouble.value.values["file"]) == ("bad-pack", "checks/en.toml")
