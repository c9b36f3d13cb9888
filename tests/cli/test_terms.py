"""The commands of the glossary: their shapes, their exit codes, and that they touch nothing but the user's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tomas


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))
    return tmp_path / "config" / "glossary"


def test_a_concept_by_a_word_of_any_language(tomas: Tomas) -> None:
    for query in ("КРИВИЧНОГ ДЕЛА", "krivicno delo", "vepra penale"):
        first = tomas("terms", query, "--json").json["terms"][0]
        assert first["concept"]["id"] == "criminal-offence"
    assert tomas("terms", "nothing of the kind").out == "Nothing found.\n"
    assert tomas("terms", "дечија порнографија", "--json").json["terms"][0]["deprecated"] is True


def test_a_term_of_ones_own_and_back(tomas: Tomas, own_folder: Path) -> None:
    made = tomas("terms-set", "removal order", "sr", "nalog o skidanju", "--preferred", "--source", "us", "--json").json
    assert made["concept"]["terms"]["sr"][0] == {"text": "nalog o skidanju", "to_check": False}
    assert tomas("terms", "nalog o skidanju").out.startswith("removal-order  en: removal order; sr: nalog o skidanju;")
    assert tomas("terms-remove", "removal-order", "--reset").code == 0
    assert tomas("terms-set", "lamp post", "sr", "bandera", "--new").out == "lamp-post  en: lamp post; sr: bandera\n"
    assert tomas("terms-remove", "lamp post").out == "Taken out.\n"
    assert not list(own_folder.iterdir())


def test_out_and_in(tomas: Tomas, tmp_path: Path) -> None:
    file = tmp_path / "all.tbx"
    count = tomas("terms-export", file, "--json").json["concepts"]
    got = tomas("terms-import", file, "--json").json
    assert (got["added"], got["changed"], got["unchanged"]) == (0, 0, count)
    file.with_suffix(".csv").write_text("en,de,sr\nlamp post,Mast,bandera\n", encoding="utf-8")
    assert tomas("terms-import", file.with_suffix(".csv")).out.startswith("1 concepts added")


def test_what_a_provision_speaks_of(tomas: Tomas, small: Path) -> None:
    tomas("link", small, "eu#art_1", "law#art_1")
    before = small.read_bytes()
    found = {one["concept"]["id"]: one for one in tomas("terms-in", small, "eu#art_1", "--json").json["terms"]}
    assert found["removal-order"]["places"][0] == {
        "eid": "art_1",
        "part": "heading",
        "start": 0,
        "end": 14,
        "term": "removal order",
        "deprecated": False,
    }
    assert found["removal-order"]["usage"][0]["use"] == "preferred"
    assert "law#art_1: preferred Nalog za uklanjanje" in tomas("terms-in", small, "eu#art_1").out
    assert small.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("terms-import", "nothing.tbx"),
        ("terms-export", "terms.doc"),
        ("terms-set", "nothing", "sr", "x"),
        ("terms-remove", "nothing"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(tomas: Tomas, arguments: tuple[str, ...]) -> None:
    answer = tomas(*arguments)
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (1, "", 1)
    assert "=" not in answer.err  # a code without a sentence


def test_wrong_usage(tomas: Tomas) -> None:
    assert tomas("terms-set", "child", "de", "Kind").code == 2
    assert tomas("terms-set", "child", "sr", "dete", "--preferred", "--deprecated").code == 2
    assert tomas("terms-remove", "child", "sr").code == 2
