"""The command line's contract: shapes, exit codes, one plain sentence for what cannot be done."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Tomas


def test_structure_says_what_an_import_would_make_of_a_file(tomas: Tomas, small: Path) -> None:
    answer = tomas("structure", small.with_name("law.txt"), "--country", "rs", "--language", "sr-Latn", "--json").json
    assert {
        "format",
        "title",
        "nodes",
        "units",
        "words_in",
        "words_placed",
        "furniture",
        "unplaced",
        "findings",
    } <= set(answer)
    assert answer["units"]["article"] == 4
    assert set(answer["nodes"][0]) == {"eid", "unit", "num", "heading", "text", "notes", "children"}
    assert answer["words_in"] == answer["words_placed"]


def test_canonical_text_read_back_is_the_same_text(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    once = tomas("structure", small.with_name("law.txt"), "--country", "rs", "--language", "sr-Latn", "--text").out
    again = tmp_path / "again.txt"
    again.write_text(once, encoding="utf-8")
    assert tomas("structure", again, "--country", "rs", "--language", "sr-Latn", "--text").out == once


def test_import_answers_with_work_and_expression(tomas: Tomas, tmp_path: Path) -> None:
    file = tmp_path / "act.txt"
    file.write_text("Article 1\nScope\n\nThis act applies.\n", encoding="utf-8")
    dossier = tmp_path / "new" / "a.tomas"
    answer = tomas("import", dossier, file, "--country", "eu", "--language", "en", "--stage", "council", "--json").json
    assert (answer["work"], answer["expression"]) == ("act", "act/en/council")
    assert dossier.is_file()


def test_works_lists_expressions(tomas: Tomas, small: Path) -> None:
    works = tomas("works", small, "--json").json["works"]
    assert [(w["key"], w["country"]) for w in works] == [("eu", "eu"), ("law", "rs")]
    assert works[1]["expressions"][0]["stage"] == "in-force"
    assert works[1]["expressions"][0]["units"]["article"] == 4


def test_link_update_and_remove(tomas: Tomas, small: Path) -> None:
    pair = ("link", small, "eu#art_1", "law#art_1")
    assert (
        tomas(*pair, "--grade", "partial", "--reason", "48 hours", "--json").json["correlation"]["grade"] == "partial"
    )
    again = tomas(*pair, "--note", "ask the ministry", "--json").json["correlation"]
    assert (again["grade"], again["reason"], again["note"]) == ("partial", "48 hours", "ask the ministry")
    assert tomas(*pair, "--remove").code == 0
    assert tomas(*pair, "--remove").code == 1


def test_propose_then_show(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    text = tmp_path / "new.txt"
    text.write_text("(2) Pružalac postupa u roku od 24 časa.\n(3) Sud odlučuje hitno.\n", encoding="utf-8")
    answer = tomas(
        "propose", small, "p", "law#art_1__para_2", "--text", text, "--author", "Ana", "--basis", "eu#art_1", "--json"
    ).json
    assert [m["kind"] for m in answer["modifications"]] == ["substitution"]
    assert answer["renumbered"] == [{"from": "art_1__para_3", "to": "art_1__para_4"}]
    shown = tomas("show", small, "law#art_1", "--proposal", "p", "--as", "text").out.splitlines()
    assert shown[-3:] == [
        "(2) Pružalac postupa u roku od 24 časa.", "(3) Sud odlučuje hitno.", "(4) Na nalog je dozvoljena žalba.",
    ]  # fmt: skip
    assert tomas("show", small, "law#art_1__para_1", "--json").json["nodes"][0]["eid"] == "art_1__para_1"


def test_show_as_a_page_that_needs_nothing_else(tomas: Tomas, small: Path) -> None:
    page = tomas("show", small, "law#art_1", "--as", "html").out
    assert page.startswith("<!doctype html>")
    assert '<p id="art_1__para_3">(3) Na nalog je dozvoljena žalba.</p>' in page
    assert "http" not in page
    assert "src=" not in page


def test_propose_reads_standard_input(tomas: Tomas, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO("Žalba je dozvoljena.".encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    assert tomas("propose", small, "p", "law#art_1__para_3", "--text", "-").code == 0


def test_undo_and_redo(tomas: Tomas, small: Path) -> None:
    tomas("propose", small, "p", "law#art_2", "--delete")
    assert tomas("undo", small, "--json").json == {"undone": "propose"}
    assert tomas("works", small, "--json").json["proposals"] == []
    assert tomas("redo", small, "--json").json == {"redone": "propose"}
    assert tomas("works", small, "--json").json["proposals"][0]["modifications"] == 1


def test_card_fields_can_be_set(tomas: Tomas, small: Path) -> None:
    answer = tomas(
        "card", small, "law", "--set", "official_name=Zakon", "--set", "gazette=broj 1; broj 2", "--json"
    ).json
    assert answer["card"]["gazette"] == ["broj 1", "broj 2"]
    assert tomas("card", small, "law", "--json").json["card"]["official_name"] == "Zakon"


def test_check_finds_what_a_person_should_look_at(tomas: Tomas, small: Path) -> None:
    tomas("link", small, "eu#art_1", "law#art_1", "--grade", "partial")
    tomas("propose", small, "p", "law#art_2", "--delete")
    findings = tomas("check", small, "--json").json["findings"]
    codes = {finding["code"] for finding in findings}
    assert {"grade-without-reason", "card-incomplete", "no-justification", "no-basis"} <= codes
    assert all("{" not in finding["message"] for finding in findings)


def test_check_tells_figures_terms_and_citations(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    text = tmp_path / "new.txt"
    text.write_text("(1) Dečija pornografija iz člana 77. ovog zakona.", encoding="utf-8")
    tomas("link", small, "eu#art_1__para_2", "law#art_1__para_2", "--grade", "full")
    tomas("propose", small, "p", "law#art_1__para_1", "--text", text)
    findings = {each["code"]: each for each in tomas("check", small, "--json").json["findings"]}
    figure = findings["figure-differs"]
    assert (figure["values"]["reference"], figure["values"]["figure"]) == ("eu#art_1__para_2", "24 hours")
    assert figure["values"]["national"] == "law#art_1__para_2"
    assert findings["deprecated-term"]["values"]["reference"] == "law#art_1__para_1"
    assert findings["cited-not-there"]["values"]["cited"] == "art_77"


def test_redline_of_two_files(tomas: Tomas, tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("The court shall act.\nSecond line.\n", encoding="utf-8")
    new.write_text("The court may act.\nSecond line.\n", encoding="utf-8")
    segments = tomas("redline", old, new, "--json").json["segments"]
    assert "".join(t for op, t in segments if op != "+") == old.read_text(encoding="utf-8")
    assert "".join(t for op, t in segments if op != "-") == new.read_text(encoding="utf-8")
    assert ["-", "shall"] in segments
    page = tmp_path / "r.html"
    assert tomas("redline", old, new, "--as", "html", "--out", page).code == 0
    assert "<del>shall</del><ins>may</ins>" in page.read_text(encoding="utf-8")
    document = tmp_path / "r.docx"
    assert tomas("redline", old, new, "--as", "docx", "--out", document).code == 0
    body = zipfile.ZipFile(document).read("word/document.xml").decode()
    assert re.search(r"<w:delText[^>]*>shall</w:delText>", body)
    assert body.count("<w:ins ") == body.count("<w:del ") == 1


def test_redline_looks_past_what_it_is_told_to_ignore(tomas: Tomas, tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("Reči „sud” i rok od 5 - 6 dana.\n", encoding="utf-8")
    new.write_text('Reči "sud" i rok od 5 – 8 dana.\n', encoding="utf-8")
    segments = tomas("redline", old, new, "--ignore", "quotes,dashes", "--json").json["segments"]
    assert segments == [["=", 'Reči "sud" i rok od 5 – '], ["-", "6"], ["+", "8"], ["=", " dana.\n"]]
    refused = tomas("redline", old, new, "--ignore", "commas")
    assert refused.code == 1
    assert "quotes, dashes, spaces, script, case" in refused.err


def test_export_writes_the_documents_of_a_form(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    tomas("propose", small, "p", "law#art_2", "--delete")
    answer = tomas("export", small, "p", "--form", "rs", "--out", tmp_path / "out", "--json").json
    assert {"tracked", "comparison", "provisions"} <= {file["role"] for file in answer["files"]}
    assert all(Path(file["path"]).is_absolute() and Path(file["path"]).is_file() for file in answer["files"])
    only = tomas("export", small, "p", "--form", "rs", "--out", tmp_path / "one", "--role", "tracked", "--json").json
    assert [file["role"] for file in only["files"]] == ["tracked"]


@pytest.mark.parametrize(
    "role", ["tracked", "act", "comparison", "provisions", "concordance", "statement", "explanatory", "cover"]
)
def test_export_writes_each_document_alone(tomas: Tomas, small: Path, tmp_path: Path, role: str) -> None:
    tomas("propose", small, "p", "law#art_2", "--delete")
    answer = tomas(
        "export", small, "p", "--form", "rs", "--out", tmp_path, "--role", role, "--organisation", "Dom", "--json"
    ).json
    assert [(file["role"], file["format"]) for file in answer["files"]] == [(role, "docx")]
    assert all(finding["message"] for finding in answer["findings"])


def test_demo_builds_a_dossier_and_a_package_per_country(tomas: Tomas, tmp_path: Path) -> None:
    answer = tomas("demo", tmp_path / "demo", "--no-window", "--json").json
    roles = {country: {f["role"] for f in answer["files"] if f["country"] == country} for country in ("rs", "mk", "al")}
    assert [len(found) for found in roles.values()] == [8, 8, 8]
    assert {file["country"] for file in answer["files"]} == set(roles)
    assert all(Path(file["path"]).is_file() for file in answer["files"])
    works = tomas("works", answer["dossier"], "--json").json
    assert works["works"][0]["expressions"][0]["units"]["article"] == 89
    assert {p["work"] for p in works["proposals"]} >= {"rs-kz", "rs-zet", "mk-kz", "al-kp"}


def test_building_the_demo_again_keeps_the_old_dossier(tomas: Tomas, tmp_path: Path) -> None:
    for _ in range(2):
        assert tomas("demo", tmp_path, "--no-window").code == 0
    assert sorted(p.name for p in tmp_path.glob("*.tomas")) == ["workshop-1.tomas", "workshop.tomas"]


def test_selftest_passes(tomas: Tomas) -> None:
    answer = tomas("selftest", "--json")
    assert answer.json["ok"], answer.out


def test_forms_are_listed_and_sound(tomas: Tomas) -> None:
    answer = tomas("forms", "--check", "--json").json
    assert {form["country"] for form in answer["forms"]} >= {"rs", "mk", "al"}
    assert answer["findings"] == []


class TestWhatCannotBeDone:
    """Exit 1, one plain sentence, and the dossier is byte for byte what it was."""

    @pytest.mark.parametrize(
        "arguments",
        [
            ("show", "DOSSIER", "law#art_99"),
            ("show", "DOSSIER", "nothing#art_1"),
            ("show", "DOSSIER", "law", "--proposal", "none"),
            ("show", "DOSSIER", "law", "--expression", "law/xx/none"),
            ("link", "DOSSIER", "eu#art_1", "law#art_99"),
            ("propose", "DOSSIER", "p", "law#art_99", "--delete"),
            ("propose", "DOSSIER", "p", "law#art_1", "--text", "/nowhere/at/all.txt"),
            ("propose", "DOSSIER", "p", "not a reference", "--delete"),
            ("export", "DOSSIER", "none", "--form", "rs", "--out", "OUT"),
            ("export", "DOSSIER", "p", "--form", "zz/none", "--out", "OUT"),
            ("card", "DOSSIER", "law", "--set", "colour=red"),
            ("check", "DOSSIER", "none"),
            ("import", "DOSSIER", "EMPTY", "--country", "rs", "--language", "sr-Latn"),
            ("import", "DOSSIER", "PICTURE", "--country", "eu", "--language", "en"),
            ("import", "DOSSIER", "TRUNCATED", "--country", "eu", "--language", "en"),
            ("import", "DOSSIER", "LAW", "--country", "rs", "--language", "klingon"),
            ("import", "DOSSIER", "LAW", "--country", "zz", "--language", "en"),
            ("import", "DOSSIER", "LAW", "EMPTY", "--country", "rs", "--language", "sr-Latn"),
            ("works", "PICTURE"),
            ("works", "MISSING"),
        ],
    )
    def test_one_sentence_and_nothing_changed(
        self, tomas: Tomas, small: Path, tmp_path: Path, arguments: tuple[str, ...]
    ) -> None:
        named = {
            "DOSSIER": small,
            "OUT": tmp_path / "out",
            "EMPTY": tmp_path / "empty.txt",
            "PICTURE": tmp_path / "picture.html",
            "TRUNCATED": tmp_path / "cut.docx",
            "LAW": tmp_path / "law.txt",
            "MISSING": tmp_path / "missing.tomas",
        }
        named["EMPTY"].write_bytes(b"")
        named["PICTURE"].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
        named["TRUNCATED"].write_bytes(b"PK\x03\x04\x14\x00\x06\x00" + bytes(400))
        before, names = small.read_bytes(), sorted(p.name for p in tmp_path.iterdir())
        answer = tomas(*(named.get(argument, argument) for argument in arguments))
        assert answer.code == 1, answer
        assert answer.out == ""
        assert answer.err.count("\n") == 1
        assert "Traceback" not in answer.err
        assert answer.err.strip().endswith((".", ")")), answer.err
        assert "{" not in answer.err
        assert small.read_bytes() == before
        assert sorted(p.name for p in tmp_path.iterdir()) == names

    @pytest.mark.parametrize(
        "arguments",
        [
            ("import",),
            ("nonsense",),
            ("propose", "d", "p", "law#art_1"),
            ("link", "d", "a#x", "b#y", "--grade", "great"),
        ],
    )
    def test_wrong_usage_is_exit_2(self, tomas: Tomas, arguments: tuple[str, ...]) -> None:
        assert tomas(*arguments).code == 2

    def test_a_failed_first_import_makes_no_dossier(self, tomas: Tomas, tmp_path: Path) -> None:
        empty = tmp_path / "empty.txt"
        empty.write_bytes(b"")
        assert tomas("import", tmp_path / "new.tomas", empty, "--country", "rs", "--language", "sr-Latn").code == 1
        assert [p.name for p in tmp_path.iterdir()] == ["empty.txt"]


def test_json_is_one_document_and_nothing_else(tomas: Tomas, small: Path) -> None:
    for arguments in (("works", small), ("forms",), ("check", small), ("show", small, "law")):
        json.loads(tomas(*arguments, "--json").out)


def test_a_failing_selftest_says_so_by_its_exit_code(tomas: Tomas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tomas_desktop.services.selftest.selftest", lambda: {"modules": "missing: x"})
    answer = tomas("selftest", "--json")
    assert answer.code == 1
    assert answer.json == {"ok": False, "proofs": {"modules": "missing: x"}}
