"""`suggest`: shape, exit codes, and that it writes nothing into the dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tomas


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOMAS_CACHE", str(tmp_path / "cache"))


def test_the_document_has_the_shape_of_the_contract(tomas: Tomas, small: Path) -> None:
    before = small.read_bytes()
    answer = tomas("suggest", small, "eu", "law", "--top", 2, "--json")
    assert (answer.code, answer.err) == (0, "")
    found = answer.json["suggestions"]
    assert [(row["eu"], row["gap"], row["national"][0]["eid"]) for row in found] == [
        ("art_1", False, "art_1"),
        ("art_2", False, "art_2"),
    ]
    assert set(found[0]["national"][0]) == {"work", "eid", "score", "why"}
    assert all(len(row["national"]) <= 2 for row in found)
    assert small.read_bytes() == before


def test_paragraphs_and_plain_lines(tomas: Tomas, small: Path) -> None:
    found = tomas("suggest", small, "eu", "law", "--unit", "paragraph", "--json").json["suggestions"]
    assert [row["eu"] for row in found] == ["art_1__para_1", "art_1__para_2", "art_2__para_1"]
    plain = tomas("suggest", small, "eu", "law").out
    assert plain.startswith("art_1: law#art_1 0.")
    assert "removal order (nalog za uklanjanje)" in plain


def test_trouble_is_one_sentence_or_wrong_usage(tomas: Tomas, small: Path) -> None:
    answer = tomas("suggest", small, "eu", "nowhere")
    assert (answer.code, answer.out, len(answer.err.strip().splitlines())) == (1, "", 1)
    assert tomas("suggest", small, "eu").code == 2
    assert tomas("suggest", small, "eu", "law", "--unit", "chapter").code == 2
