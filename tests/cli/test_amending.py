"""The commands about amending acts, as a person runs them: draft, consolidate, clause, follow-ups."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tomas

LAW = """\
== preface ==
ZAKON O DEČJIM IGRAMA

Parkovi

Član 1
(1) Deca se igraju u parku do mraka.
(2) Park ima ogradu i čuvara.
(3) Čuvar zatvara park.

Ograde

Član 2
Ograda je visoka dva metra.
"""


@pytest.fixture
def law(tmp_path: Path) -> Path:
    file = tmp_path / "law.txt"
    file.write_text(LAW, encoding="utf-8")
    return file


def _written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


RS = ("--country", "rs", "--language", "sr-Latn")


def test_an_act_takes_one_text_to_the_other(tomas: Tomas, law: Path, tmp_path: Path):
    changed = LAW.replace("do mraka", "do sumraka").replace("(3) Čuvar", "(3) Ulaz je slobodan.\n(4) Čuvar")
    new, act = _written(tmp_path / "new.txt", changed), tmp_path / "acts" / "act.txt"
    drafted = tomas("draft", str(law), str(new), *RS, "--out", str(act), "--json").json
    assert drafted["title"] == "ZAKON O IZMENI I DOPUNI ZAKONA O DEČJIM IGRAMA"
    assert [(m["kind"], m["target"], m["old"], m["new"]) for m in drafted["modifications"]] == [
        ("replace_words", "art_1__para_1", "mraka", "sumraka"),
        ("insert_unit", "art_1__para_2", "", "(3) Ulaz je slobodan."),
        ("renumber", "art_1__para_3", "", ""),
    ]
    assert "reč: „mraka” zamenjuje se rečju: „sumraka”" in drafted["modifications"][0]["clause"]
    assert drafted["findings"] == []
    applied = tomas("consolidate", str(law), str(act), *RS, "--json").json
    assert applied["text"] == changed
    assert applied["failed"] == []
    assert [row["op"] for row in applied["applied"]] == ["replace_words", "insert_unit", "renumber"]


def test_what_cannot_be_applied_is_listed_with_its_reason(tomas: Tomas, law: Path, tmp_path: Path):
    act = _written(
        tmp_path / "act.txt",
        "ZAKON O IZMENAMA ZAKONA O DEČJIM IGRAMA\n\nČlan 1.\n\n"
        "U članu 2. reči: „tri metra” zamenjuju se rečima: „pet metara”.\n"
        "\nČlan 2.\n\nČlan 7. briše se.\n\nČlan 3.\n\nOvaj zakon stupa na snagu osmog dana od dana objavljivanja.\n",
    )
    result = tomas("consolidate", str(law), str(act), *RS, "--json").json
    assert result["text"] == LAW
    assert result["applied"] == []
    assert "dva metra" in result["failed"][0]["reason"]
    assert "7" in result["failed"][1]["reason"]
    assert result["own"] == ["Ovaj zakon stupa na snagu osmog dana od dana objavljivanja."]


def test_the_clauses_can_be_larger_than_the_rules_choose(tomas: Tomas, law: Path, tmp_path: Path):
    changed = LAW.replace("do mraka", "do sumraka").replace("dva metra", "tri metra")
    new, act = _written(tmp_path / "new.txt", changed), tmp_path / "act.txt"

    def kinds(*sizes: str) -> list[tuple[str, str]]:
        drafted = tomas("draft", str(law), str(new), *RS, *sizes, "--out", str(act), "--json").json
        assert drafted["findings"] == []
        assert tomas("consolidate", str(law), str(act), *RS, "--json").json["text"] == changed
        return [(row["kind"], row["target"]) for row in drafted["modifications"]]

    first, second = ("replace_words", "art_1__para_1"), ("replace_words", "art_2")
    assert kinds() == kinds("--size", "words") == [first, second]
    assert kinds("--size", "unit") == [("replace_unit", "art_1__para_1"), ("replace_unit", "art_2")]
    assert kinds("--size", "article") == [("replace_unit", "art_1"), ("replace_unit", "art_2")]
    assert kinds("--size-of", "2=article") == [first, ("replace_unit", "art_2")]
    assert kinds("--size", "article", "--size-of", "art_1=unit", "--size-of", "Član 2=words") == [
        ("replace_unit", "art_1__para_1"),
        second,
    ]


def test_an_article_that_the_law_does_not_have_is_named(tomas: Tomas, law: Path):
    for name in ("17", "art_17", "stav 1"):
        result = tomas("draft", str(law), str(law), *RS, "--size-of", f"{name}=article")
        assert result.code == 1
        assert result.err.count("\n") == 1
        assert f"no article {name};" in result.err


@pytest.mark.parametrize("size", ["2", "2=paragraph", "=unit", "2="])
def test_what_is_no_size_is_wrong_usage(tomas: Tomas, law: Path, size: str):
    result = tomas("draft", str(law), str(law), *RS, "--size-of", size)
    assert result.code == 2
    assert "ARTICLE=SIZE" in result.err


def test_two_equal_texts_need_no_act(tomas: Tomas, law: Path):
    drafted = tomas("draft", str(law), str(law), *RS, "--json").json
    assert drafted["modifications"] == []


def test_a_clause_is_read(tomas: Tomas):
    read = tomas(
        "clause", "U članu 2. stav 1. reč: „dva” zamenjuje se rečju: „tri”.", "--language", "sr-Latn", "--json"
    ).json
    assert read["op"] == "replace_words"
    assert (read["old"], read["new"]) == ("dva", "tri")
    assert (read["target"]["article"], read["target"]["paragraph"]) == ("2", "1")


def test_what_is_no_clause_gets_one_sentence(tomas: Tomas):
    result = tomas("clause", "Danas je lep dan", "--language", "sr-Latn")
    assert result.code == 1
    assert result.err.count("\n") == 1


def test_upset_references_are_listed_and_drafted(tomas: Tomas, law: Path, tmp_path: Path):
    text = LAW.replace("Čuvar zatvara park.", "Čuvar iz stava 2. ovog člana zatvara park.")
    dossier = tmp_path / "a.tomas"
    tomas("import", str(dossier), str(_written(tmp_path / "igre.txt", text)), *RS, "--key", "igre")
    fresh = _written(tmp_path / "fresh.txt", "Ulaz je slobodan.")
    tomas("propose", str(dossier), "p", "igre#art_1__para_1", "--text", str(fresh), "--insert-after")
    found = tomas("follow-ups", str(dossier), "p", "--json").json["follow_ups"]
    assert [(row["at"], row["old"], row["new"]) for row in found] == [
        ("igre#art_1__para_3", "stava 2. ovog člana", "stava 3. ovog člana")
    ]
    assert tomas("follow-ups", str(dossier), "p", "--draft", "--json").json["follow_ups"][0]["proposal"] == "p"
    assert tomas("follow-ups", str(dossier), "p", "--json").json["follow_ups"] == []
