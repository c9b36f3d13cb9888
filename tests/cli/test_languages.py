"""The language in which the command line answers, and the sheets for those who review it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tomas


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))


def test_it_answers_in_english_unless_told_otherwise(tomas: Tomas, tmp_path: Path, monkeypatch) -> None:
    missing = tmp_path / "no.tomas"
    assert tomas("--lang", "sr-Cyrl", "works", missing).err == f"На месту {missing} нема досијеа.\n"
    assert tomas("works", missing).err == f"There is no dossier at {missing}.\n"
    monkeypatch.setenv("TOMAS_LANGUAGE", "sq_AL.UTF-8")
    assert tomas("works", missing).err == f"Nuk ka dosje te {missing}.\n"
    monkeypatch.setenv("TOMAS_LANGUAGE", "de")
    assert tomas("works", missing).err.startswith("There is no dossier")


def test_reasons_are_kept_in_the_language_they_were_asked_in(tomas: Tomas, small: Path, monkeypatch) -> None:
    monkeypatch.setenv("TOMAS_CACHE", str(small.parent / "cache"))

    def first(*options: str) -> str:
        found = tomas(*options, "suggest", small, "eu", "law", "--json").json
        return str(found["suggestions"][0]["national"][0]["why"][0])

    assert first().startswith("both titles: ")
    assert first("--lang", "mk").startswith("двата наслова: ")
    assert first().startswith("both titles: ")


def test_a_sheet_out_and_back(tomas: Tomas, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    assert tomas("reviewers-sheet", "--language", "mk", "--out", sheet, "--json").json == {"path": str(sheet)}
    text = sheet.read_text(encoding="utf-8-sig").replace("Нема збор за пребарување.", "Напишете збор.")
    sheet.write_text(text, encoding="utf-8")
    done = tomas("reviewers-sheet", "--language", "mk", "--apply", sheet, "--json").json
    assert done == {"corrected": 1, "findings": []}
    assert tomas("reviewers-sheet", "--language", "mk").code == 2
