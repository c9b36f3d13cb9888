"""What a language says about one matter beside its pack: formulas, clauses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import pack

SERBIAN = pack.load("rs", "sr-Latn")
CYRILLIC = pack.load("rs", "sr-Cyrl")


def _write(root: Path, language: str, text: str) -> None:
    folder = root / "rs" / "formulas"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{language}.toml").write_text(text, encoding="utf-8")


def test_a_matter_without_a_file_is_empty(tmp_path: Path) -> None:
    assert pack.table(SERBIAN, "formulas", tmp_path) == {}


def test_the_file_of_the_language_is_read(tmp_path: Path) -> None:
    _write(tmp_path, "sr-Latn", 'words = "reči"')
    assert pack.table(SERBIAN, "formulas", tmp_path) == {"words": "reči"}


def test_the_other_script_is_made_from_it_but_for_what_stands_in_braces(tmp_path: Path) -> None:
    _write(tmp_path, "sr-Latn", '[words]\nmany = ["posle reči: {quoted}"]')
    _write(tmp_path, "sr-Cyrl", 'transliterated_from = "sr-Latn"')
    assert pack.table(CYRILLIC, "formulas", tmp_path) == {"words": {"many": ["после речи: {quoted}"]}}


def test_a_folder_of_the_users_own_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "sr-Latn", 'own = "da"')
    monkeypatch.setenv("TOMAS_JURISDICTIONS", str(tmp_path))
    assert pack.table(SERBIAN, "formulas") == {"own": "da"}


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    _write(tmp_path, "sr-Latn", "words = ")
    with pytest.raises(TomasError) as broken:
        pack.table(SERBIAN, "formulas", tmp_path)
    assert broken.value.code == "bad-pack"
    assert broken.value.values["file"] == "formulas/sr-Latn.toml"


def test_a_script_taken_from_nothing_is_named(tmp_path: Path) -> None:
    _write(tmp_path, "sr-Cyrl", 'transliterated_from = "sr-Latn"')
    with pytest.raises(TomasError) as broken:
        pack.table(CYRILLIC, "formulas", tmp_path)
    assert broken.value.code == "bad-pack"
