"""`link` as work, `table`, `assist`, `sentences`, `coverage`, `regional`, `borrow`: shapes, exit codes, refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tomas
from tests.services.three_countries import LAWS


@pytest.fixture
def region(tomas: Tomas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOMAS_CACHE", str(tmp_path / "cache"))
    dossier = tmp_path / "region.tomas"
    for key, text, country, language in LAWS:
        file = tmp_path / f"{key}.txt"
        file.write_text(text, encoding="utf-8")
        answer = tomas("import", dossier, file, "--country", country, "--language", language, "--key", key)
        assert answer.code == 0, answer.err
    return dossier


def test_a_link_has_a_deadline_and_a_planned_act(tomas: Tomas, region: Path) -> None:
    said = ("--grade", "partial", "--reason", "R", "--deadline", "2028", "--planned-act", "Zakon")
    made = tomas("link", region, "act#art_1", "rs-lat#art_1", *said, "--json").json["correlation"]
    assert (made["deadline"], made["planned_act"], made["grade"], made["status"]) == (
        "2028", "Zakon", "partial", "confirmed",
    )  # fmt: skip


def test_a_link_is_moved_split_and_rejected(tomas: Tomas, region: Path) -> None:
    tomas("link", region, "act#art_2", "rs-lat#art_1", "--grade", "full")
    to = ("--relink-to", "act#art_1", "--keep-grade")
    moved = tomas("link", region, "act#art_2", "rs-lat#art_1", *to, "--json").json
    assert (moved["correlation"]["eu"], moved["correlation"]["grade"]) == ("act#art_1", "full")
    into = ("--into", "act#art_1__para_1=rs-lat#art_1__para_1", "--into", "act#art_1__para_2=rs-lat#art_1__para_2")
    parts = tomas("link", region, "act#art_1", "rs-lat#art_1", *into, "--json").json["correlations"]
    assert [(each["eu"], each["grade"], each["status"]) for each in parts] == [
        ("act#art_1__para_1", None, "confirmed"),
        ("act#art_1__para_2", None, "confirmed"),
    ]
    assert tomas("undo", region).code == 0
    proposed = tomas("link", region, "act#art_1", "rs-lat#art_1", "--split", "--json").json["correlations"]
    assert {each["status"] for each in proposed} == {"suggested"}
    assert "rejected" in tomas("link", region, "act#art_2", "mk#art_1", "--reject").out


def test_what_cannot_be_linked_leaves_the_dossier_as_it_is(tomas: Tomas, region: Path) -> None:
    tomas("link", region, "act#art_1", "rs-lat#art_1")
    before = region.read_bytes()
    for wrong in (
        ("act#art_1", "rs-lat#art_1", "--reject"),
        ("act#art_9", "rs-lat#art_1"),
        ("act#art_2", "rs-lat#art_1", "--relink-to", "rs-lat#art_2"),
        ("act#art_1", "rs-lat#art_1", "--into", "act#art_2=rs-lat#art_1"),
    ):
        answer = tomas("link", region, *wrong)
        assert (answer.code, answer.out, len(answer.err.strip().splitlines())) == (1, "", 1), wrong
    assert tomas("link", region, "act#art_1", "rs-lat#art_1", "--reject", "--grade", "full").code == 2
    assert tomas("link", region, "act#art_1", "rs-lat#art_1", "--into", "nonsense").code == 2
    assert region.read_bytes() == before


def test_the_table_has_rows_and_gaps_either_way(tomas: Tomas, region: Path) -> None:
    tomas("link", region, "act#art_1", "rs-lat#art_2", "--grade", "full")
    table = tomas("table", region, "act", "rs-lat", "--json").json
    assert next((row["ref"], row["gap"], [one["ref"] for one in row["answers"]]) for row in table["rows"]) == (
        "act#art_1", False, ["rs-lat#art_2"],
    )  # fmt: skip
    assert table["gaps"] == ["act#art_2", "act#art_3", "act#art_4"]
    other = tomas("table", region, "act", "rs-lat", "--by", "national", "--json").json
    assert (other["by"], other["gaps"], other["rows"][1]["answers"][0]["grade"]) == (
        "national", ["rs-lat#art_1"], "full",
    )  # fmt: skip
    assert tomas("table", region, "nowhere").code == 1


def test_coverage_counts_and_filters(tomas: Tomas, region: Path) -> None:
    tomas("link", region, "act#art_1", "mk#art_1", "--grade", "partial", "--reason", "R")
    document = tomas("coverage", region, "act", "--json").json
    assert document["countries"] == ["rs", "mk", "al"]
    assert document["articles"][0]["cells"]["mk"]["state"] == "partial"
    assert document["totals"]["mk"]["counts"]["gap"] == 3
    assert document["totals"]["mk"]["percent"]["partial"] == 25.0
    assert len(tomas("coverage", region, "act", "--country", "mk", "--gaps", "--json").json["articles"]) == 3
    assert tomas("coverage", region, "act", "--to-recheck", "--json").json["articles"] == []
    assert "mk: 1 partial, 3 gap; of 4 1 begun, 1 answered" in tomas("coverage", region, "act").out


def test_one_provision_in_three_countries_and_who_is_ahead(tomas: Tomas, region: Path) -> None:
    tomas("link", region, "act#art_1", "rs-lat#art_1", "--grade", "full")
    view = tomas("regional", region, "act#art_1", "--json").json
    assert [(each["country"], each["state"]) for each in view["countries"]] == [
        ("rs", "full"), ("mk", "gap"), ("al", "gap"),
    ]  # fmt: skip
    assert view["countries"][0]["answers"][0]["text"].startswith("Nalog za uklanjanje")
    ahead = tomas("regional", region, "act", "--json").json["gaps"]
    assert ahead == [
        {
            "eu": "art_1",
            "number": "1",
            "heading": "Removal orders",
            "has": {"rs": ["rs-lat#art_1"]},
            "has_not": ["mk", "al"],
        }
    ]


def test_a_wording_is_borrowed_and_said_to_be(tomas: Tomas, region: Path) -> None:
    done = tomas("borrow", region, "p", "rs-cyr#art_1", "rs-lat#art_2", "--author", "Ana", "--json").json
    assert (done["transliterated"], done["foreign"], done["modifications"][0]["kind"]) == (True, False, "insertion")
    assert done["comment"]["text"].startswith("Borrowed from rs-lat#art_2")
    assert tomas("borrow", region, "q", "rs-lat#art_1__para_1", "mk#art_1").code == 1


def test_the_assistant_says_nothing_of_itself(tomas: Tomas, region: Path) -> None:
    before = region.read_bytes()
    found = tomas("assist", region, "act", "--json").json["not_transposable"]
    assert [each["eu"] for each in found] == ["art_2__para_2", "art_3__para_1", "art_4__para_1"]
    assert region.read_bytes() == before
    said = tomas("assist", region, "act", "--accept", "mk", "--only", "art_3", "--json").json["correlations"]
    assert [(each["eu"], each["national"], each["grade"]) for each in said] == [("act#art_3", "mk", "not_transposable")]
    assert tomas("check", region).code == 0


def test_sentences_of_a_pair(tomas: Tomas, region: Path) -> None:
    found = tomas("sentences", region, "act#art_2__para_1", "rs-lat#art_2", "--json").json
    assert (found["unanswered"], found["own"]) == (["art_2__para_1/2"], [])
    assert found["eu"][0]["counterpart"]["eid"] == "art_2__para_1"
    assert tomas("sentences", region, "act#art_1", "rs-lat#art_1").out.startswith("Every sentence")


def test_many_are_confirmed_or_rejected_in_one_step(tomas: Tomas, region: Path) -> None:
    kept = tomas("suggest", region, "act", "rs-lat", "--keep", "--json").json["kept"]
    pairs = [f"{each['eu']}={each['national']}" for each in kept]
    said = tomas("confirm", region, *pairs, "--author", "Ana", "--json").json["correlations"]
    assert {(each["status"], each["author"]) for each in said} == {("confirmed", "Ana")}
    tomas("undo", region)
    said = tomas("confirm", region, *pairs, "--reject", "--json").json["correlations"]
    assert {(each["status"], each["grade"]) for each in said} == {("rejected", None)}
    assert tomas("confirm", region, "act#art_1=mk#art_1").code == 1


def test_suggestions_are_kept_to_be_confirmed(tomas: Tomas, region: Path) -> None:
    kept = tomas("suggest", region, "act", "rs-lat", "--keep", "--json").json["kept"]
    assert {(each["status"], each["grade"]) for each in kept} == {("suggested", None)}
    assert tomas("suggest", region, "act", "rs-lat", "--keep", "--json").json["kept"] == []


def test_an_aid_is_a_text_of_the_act_in_a_kindred_language(tomas: Tomas, region: Path, tmp_path: Path) -> None:
    assert "import one" in tomas("suggest", region, "act", "rs-lat", "--aid", "hr").err
    file = tmp_path / "hr.txt"
    file.write_text("Članak 1.\nNalozi za uklanjanje\n\n1. Sud može naložiti pružatelju usluge da ukloni materijal.\n")
    tomas("import", region, file, "--country", "eu", "--language", "hr", "--key", "act")
    found = tomas("suggest", region, "act", "rs-lat", "--aid", "hr", "--json").json["suggestions"]
    assert "uses the same words as the act in a neighbour’s language" in found[0]["national"][0]["why"]
    assert tomas("suggest", region, "act", "al", "--aid", "hr").code == 1
