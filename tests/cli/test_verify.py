"""`verify`: who compared an article with the gazette, and what the check says of it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Tomas


def told(tomas: Tomas, small: Path) -> list[str]:
    return [finding["code"] for finding in tomas("check", small, "p", "--json").json["findings"]]


def test_an_amended_article_is_told_until_somebody_compared_it(tomas: Tomas, small: Path) -> None:
    tomas("propose", small, "p", "law#art_2", "--delete")
    assert "article-not-verified" in told(tomas, small)
    answer = tomas("verify", small, "law#art_2", "--gazette", "Sl. glasnik, 1/20", "--author", "Ana", "--json").json
    assert set(answer["verification"]) == {"expression", "eid", "gazette", "author", "at"}
    assert (answer["verification"]["eid"], answer["verification"]["gazette"]) == ("art_2", "Sl. glasnik, 1/20")
    assert "article-not-verified" not in told(tomas, small)
    assert tomas("verify", small, "law#art_2", "--remove", "--json").json["removed"]
    assert "article-not-verified" in told(tomas, small)


def test_what_cannot_be_noted_is_one_sentence_and_changes_nothing(tomas: Tomas, small: Path) -> None:
    before = small.read_bytes()
    for arguments in (("law#art_9",), ("none#art_1",), ("law#art_1", "--remove"), ("law#art_1", "--expression", "x")):
        answer = tomas("verify", small, *arguments)
        assert answer.code == 1
        assert len(answer.err.strip().splitlines()) == 1
    assert small.read_bytes() == before
