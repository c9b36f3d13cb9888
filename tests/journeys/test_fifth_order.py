"""A legal order more needs a folder with a description of its laws, and no line of code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import tomas as tomas  # the command line in this process
from tomas_desktop.jurisdiction import pack

# Laws of a country that never was: rules for articles, letters of its own order, numbers of paragraphs in brackets.
XX = """
name = "Xixia"
word_language = "en-IE"
letters = "a e b"
heading_above = true
deleted = ["(gone)"]
quotes = ["“", "”"]
inner_quotes = ["‘", "’"]
enacting = ["So be it"]
annex = ["Appendix {n}"]
ordinals = "first second third"
[units.chapter]
forms = ["{n} book"]
[units.article]
forms = ["§ {n}"]
insert = "1a"
[units.paragraph]
styles = ["[1]"]
renumber = "shift"
[units.point]
styles = ["a/"]
"""

LAW = """LAW ON BEES

So be it:

First book
On bees

Aim
§ 1.
[1] Bees fly.
[2] A bee is:
a/ small;
e/ loud;
b/ gone.

Homes
§ 1a
A hive is blue.

Second book
On honey

§ 2
(gone)

Appendix I
COLOURS
Blue.
"""


@pytest.fixture
def xx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A law of the new order, which lies in a folder of the user's own."""
    folder = tmp_path / "orders" / "xx"
    folder.mkdir(parents=True)
    (folder / "en.toml").write_text(XX, encoding="utf-8")
    monkeypatch.setenv("TOMAS_JURISDICTIONS", str(folder.parent))
    law = tmp_path / "bees.txt"
    law.write_text(LAW, encoding="utf-8")
    return law


def test_a_folder_is_a_legal_order(xx: Path) -> None:
    assert "xx" in pack.countries()
    assert {"al", "eu", "mk", "rs"} <= set(pack.countries())
    assert pack.languages("xx") == ("en",)
    assert pack.load("xx", "en").name == "Xixia"
    assert pack.load("eu", "en").name == "European Union"


def test_its_laws_come_in(tomas, xx: Path, tmp_path: Path) -> None:
    dossier = tmp_path / "xx.tomas"
    answer = tomas("import", dossier, xx, "--country", "xx", "--language", "en", "--key", "bees", "--json")
    assert answer.code == 0, answer.err
    found: list[str] = []

    def walk(nodes) -> None:
        for node in nodes:
            found.append(node["eid"])
            walk(node["children"])

    document = answer.json
    document = document[0] if isinstance(document, list) else document
    walk(document["nodes"])
    assert found == [
        "preface", "preface__para_1", "preamble", "enacting", "chp_1",
        "art_1", "art_1__para_1", "art_1__para_2",
        "art_1__para_2__point_a", "art_1__para_2__point_e", "art_1__para_2__point_b",
        "art_1a", "art_1a__para_1", "chp_2", "art_2", "art_2__para_1", "anx_I", "anx_I__para_1",
    ]  # fmt: skip
    assert document["words_in"] == document["words_placed"]
    assert document["unplaced"] == []
    assert tomas("show", dossier, "bees#art_1a").out.splitlines()[0] == "Homes"


def test_its_laws_are_amended_by_its_own_rules(tomas, xx: Path, tmp_path: Path) -> None:
    dossier = tmp_path / "xx.tomas"
    tomas("import", dossier, xx, "--country", "xx", "--language", "en", "--key", "bees")
    new = tmp_path / "new.txt"
    new.write_text("Bees hum.", encoding="utf-8")
    answer = tomas("propose", dossier, "p", "bees#art_1__para_1", "--text", new, "--insert-after", "--json")
    assert answer.code == 0, answer.err
    shown = tomas("show", dossier, "bees#art_1", "--proposal", "p")
    assert "[2] Bees hum." in shown.out
    assert "[3] A bee is:" in shown.out


def test_a_file_of_the_users_own_goes_before_the_bundled_one(
    xx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "orders" / "eu"
    folder.mkdir()
    (folder / "en.toml").write_text(XX, encoding="utf-8")
    assert pack.load("eu", "en").name == "Xixia"
    assert "hu" in pack.languages("eu")
    monkeypatch.delenv("TOMAS_JURISDICTIONS")
    assert pack.load("eu", "en").name == "European Union"
