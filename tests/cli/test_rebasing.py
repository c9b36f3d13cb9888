"""`rebase`: shapes, exit codes, and one plain sentence for every conflict."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Tomas
from tests.services.conftest import LAW


def carried(tomas: Tomas, small: Path, tmp_path: Path, later: str) -> Path:
    """The small dossier with a draft on its law and then a later text of that law."""
    text = tmp_path / "draft.txt"
    text.write_text("Pružalac koji ne postupi po nalogu kazniće se kaznom zatvora.", encoding="utf-8")
    assert tomas("propose", small, "p", "law#art_2__para_1", "--text", text).code == 0
    file = tmp_path / "later.txt"
    file.write_text(later, encoding="utf-8")
    place = ("--country", "rs", "--language", "sr-Latn", "--key", "law", "--date", "2026-01-01")
    assert tomas("import", small, file, *place).code == 0
    return small


def test_what_applies_and_what_does_not(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    later = LAW.replace("Pružalac koji ne", "Svaki pružalac koji ne")
    dossier = carried(tomas, small, tmp_path, later)
    answer = tomas("rebase", dossier, "p", "--onto", "law/sr-Latn/in-force/2026-01-01", "--json").json
    assert {"proposal", "expression", "applied", "conflicts"} == set(answer)
    assert (answer["proposal"], answer["conflicts"]) == ("p-2", [])
    assert [(row["target"], row["old"].split()[0]) for row in answer["applied"]] == [("art_2__para_1", "Svaki")]
    assert answer["applied"][0]["new"].startswith("Svaki pružalac koji ne postupi po nalogu kazniće se kaznom zatvora")


def test_a_conflict_is_told_in_a_sentence(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    later = LAW.replace("kazniće se novčanom kaznom.", "kazniće se novčanom kaznom do sto hiljada dinara.")
    dossier = carried(tomas, small, tmp_path, later)
    onto = ("--onto", "law/sr-Latn/in-force/2026-01-01")
    row = tomas("rebase", dossier, "p", *onto, "--json").json["conflicts"][0]
    assert (row["target"], row["reason"], row["now_at"]) == ("art_2__para_1", "same-words", "art_2__para_1")
    assert "the newer text changed the same words" in row["message"]
    plain = tomas("rebase", dossier, "p", *onto).out
    assert "not carried over: substitution art_2__para_1" in plain
    assert plain.rstrip().endswith("0 carried over, 1 not")


def test_a_text_that_is_not_there_is_one_plain_sentence(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    dossier = carried(tomas, small, tmp_path, LAW.replace("žalba", "žalba sudu"))
    before = dossier.read_bytes()
    answer = tomas("rebase", dossier, "p", "--onto", "law/sr-Latn/nowhere")
    assert (answer.code, answer.out, len(answer.err.strip().splitlines())) == (1, "", 1)
    assert dossier.read_bytes() == before
