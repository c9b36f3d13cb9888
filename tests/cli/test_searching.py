"""The `search` command: its shape, its exit codes, and that it leaves the dossier alone."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Tomas


def test_hits_with_reference_snippet_and_score(tomas: Tomas, small: Path) -> None:
    [hit] = tomas("search", small, "materijali PRUZALAC usluga", "--json").json["hits"]
    assert hit["ref"] == "law#art_1__para_1"
    assert hit["snippet"] == "Sud može naložiti pružaocu usluge da ukloni materijal."
    assert [hit["snippet"][start:end] for start, end in hit["marks"]] == ["pružaocu", "usluge", "materijal"]
    assert hit["score"] > 0
    assert (hit["unit"], hit["number"], hit["heading"]) == ("law#art_1", "Član 1", "Nalog za uklanjanje")
    assert (hit["country"], hit["expression"], hit["places"]) == ("rs", "law/sr-Latn/in-force", ["law#art_1__para_1"])


def test_a_citation_jumps_to_the_provision(tomas: Tomas, small: Path) -> None:
    assert [hit["ref"] for hit in tomas("search", small, "cl. 1 st. 2", "--json").json["hits"]] == ["law#art_1__para_2"]
    hits = tomas("search", small, "Article 1(2)", "--country", "eu", "--json").json["hits"]
    assert [hit["ref"] for hit in hits] == ["eu#art_1__para_2"]


def test_a_hit_names_the_other_side_of_its_pair(tomas: Tomas, small: Path) -> None:
    tomas("link", small, "eu#art_2", "law#art_2")
    [hit] = tomas("search", small, "penalty", "--json").json["hits"]
    assert (hit["unit"], hit["linked"]) == ("eu#art_2", ["law#art_2"])
    assert "linked with law#art_2" in tomas("search", small, "penalties").out


def test_limit_and_work(tomas: Tomas, small: Path) -> None:
    all_hits = tomas("search", small, "pružalac", "--json").json
    assert all_hits["total"] == len(all_hits["hits"]) == 2
    one = tomas("search", small, "pružalac", "--limit", "1", "--json").json
    assert (len(one["hits"]), one["total"]) == (1, 2)
    assert tomas("search", small, "pružalac", "--limit", "1").out.splitlines()[-1] == "1 more"
    assert tomas("search", small, "pružalac", "--work", "eu", "--json").json == {"hits": [], "total": 0}
    assert tomas("search", small, "pružalac", "--limit", "0").code == 2


def test_no_search_changes_the_dossier(tomas: Tomas, small: Path) -> None:
    before = small.read_bytes()
    assert tomas("search", small, "nothing of the kind").out == "Nothing found.\n"
    assert tomas("search", small, "sud").code == 0
    for arguments in ((small, "?"), (small, "sud", "--work", "nothing"), (small.with_name("no.tomas"), "sud")):
        answer = tomas("search", *arguments)
        assert (answer.code, answer.out, len(answer.err.splitlines())) == (1, "", 1)
    assert small.read_bytes() == before
    assert not small.with_name("no.tomas").exists()
