"""`translate`: working translations of an EU act on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tomas

TMX = """<tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>The provider acts within 24 hours.</seg></tuv>
<tuv xml:lang="mk"><seg>Давателот постапува во рок од 24 часа.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>The Member States lay down penalties.</seg></tuv>
<tuv xml:lang="mk"><seg>Државите членки пропишуваат казни.</seg></tuv></tu>
</body></tmx>"""


def file(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_a_provision_is_translated_listed_and_taken_out(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    text = file(tmp_path, "a.txt", "Pružalac postupa u roku od 24 časa.\n")
    options = ("--language", "sr-Latn", "--json")
    made = tomas("translate", small, "eu#art_1__para_2", "--text", text, "--author", "Ana", *options).json
    assert made["translation"]["text"] == "Pružalac postupa u roku od 24 časa."
    assert (made["translation"]["author"], made["translation"]["source"]) == ("Ana", "")
    (there,) = tomas("translate", small, "eu", "--json").json["translations"]
    assert there == made["translation"]
    assert tomas("translate", small, "eu#art_1", "--json").json["translations"] == [there]
    assert tomas("translate", small, "eu#art_2", "--json").json["translations"] == []
    gone = tomas("translate", small, "eu#art_1__para_2", "--remove", *options).json
    assert gone["removed"] == there
    assert tomas("translate", small, "eu").out.strip() == "None."


def test_a_memory_is_brought_in_as_one_step(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    source = file(tmp_path, "m.tmx", TMX)
    taken = tomas("translate", small, "eu", "--language", "mk", "--from", source, "--json").json
    assert [one["ref"] for one in taken["translated"]] == ["eu#art_1__para_2"]
    assert taken["translated"][0]["source"] == "m.tmx"
    assert [one["eid"] for one in taken["similar"]] == ["art_2__para_1"]
    assert (taken["units"], taken["kept"], taken["ambiguous"]) == (2, [], [])
    tomas("undo", small)
    assert tomas("translate", small, "eu", "--json").json["translations"] == []
    said = tomas("translate", small, "eu", "--language", "mk", "--from", source).out.splitlines()
    assert said[0] == "1 provisions translated from 2 pairs"
    assert said[1].startswith("art_2__para_1: only similar")


def test_its_words_are_found(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    tomas("translate", small, "eu", "--language", "mk", "--from", file(tmp_path, "m.tmx", TMX))
    (hit,) = tomas("search", small, "давател", "--json").json["hits"]
    assert (hit["ref"], hit["unit"], hit["translation"]) == ("eu#art_1__para_2", "eu#art_1", "mk")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("eu#art_1", "--remove"), 2, "--language"),
        (("eu", "--text", "x", "--language", "mk"), 2, "EU_KEY#EID"),
        (("eu#art_1", "--from", "x", "--language", "mk"), 2, "whole act"),
        (("eu#art_1", "--remove", "--text", "x", "--language", "mk"), 2, "one of"),
        (("eu#art_1", "--remove", "--language", "mk"), 1, "no working translation"),
        (("eu", "--from", "none.tmx", "--language", "mk"), 1, "no file"),
        (("eu#art_1", "--text", "none.txt", "--language", "mk"), 1, "no file"),
    ],
)
def test_wrong_use_is_said_and_changes_nothing(
    tomas: Tomas, small: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = small.read_bytes()
    answer = tomas("translate", small, *arguments)
    assert answer.code == code
    assert said in answer.err
    assert small.read_bytes() == before
