"""The other ways out of the command line: `export --also`, `show --as akn`, the page of a redline."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tomas


@pytest.fixture
def proposed(tomas: Tomas, small: Path) -> Path:
    """The small dossier with a proposal `p`, linked to its EU act."""
    tomas("link", small, "eu#art_1", "law#art_1")
    tomas("propose", small, "p", "law#art_2", "--delete", "--author", "Ana", "--basis", "eu#art_1")
    return small


def test_further_files_are_listed_with_their_formats(tomas: Tomas, proposed: Path, tmp_path: Path) -> None:
    also = ("--also", "html", "--also", "akn", "--also", "csv")
    answer = tomas("export", proposed, "p", "--form", "rs", "--out", tmp_path / "out", *also, "--json").json
    formats = [file["format"] for file in answer["files"]]
    assert {name: formats.count(name) for name in formats} == {"docx": 8, "html": 8, "csv": 2, "akn": 2}
    assert [file["role"] for file in answer["files"] if file["format"] == "akn"] == ["tracked", "act"]
    assert all(Path(file["path"]).is_file() for file in answer["files"])


def test_without_also_there_are_word_files_only(tomas: Tomas, proposed: Path, tmp_path: Path) -> None:
    answer = tomas("export", proposed, "p", "--form", "rs", "--out", tmp_path / "out", "--json").json
    assert {file["format"] for file in answer["files"]} == {"docx"}


def test_another_kind_of_file_is_wrong_usage(tomas: Tomas, proposed: Path, tmp_path: Path) -> None:
    answer = tomas("export", proposed, "p", "--form", "rs", "--out", tmp_path / "out", "--also", "rtf")
    assert answer.code == 2
    assert not (tmp_path / "out").exists()


def test_a_law_shown_as_akoma_ntoso_is_read_back_as_it_was(tomas: Tomas, small: Path, tmp_path: Path) -> None:
    file = tmp_path / "law.akn.xml"
    file.write_text(tomas("show", small, "law", "--as", "akn").out, encoding="utf-8")
    again = tomas("structure", file, "--country", "rs", "--language", "sr-Latn", "--json").json
    assert again["nodes"] == tomas("show", small, "law", "--json").json["nodes"]
    assert again["unplaced"] == []


def test_the_law_as_proposed_says_what_was_done_to_it(tomas: Tomas, proposed: Path) -> None:
    shown = tomas("show", proposed, "law", "--proposal", "p", "--as", "akn").out
    assert '<textualMod type="repeal"' in shown
    assert "<num>Član 2</num>" not in shown


def test_the_page_of_a_redline_names_both_texts(tomas: Tomas, tmp_path: Path) -> None:
    old, new, page = tmp_path / "old.txt", tmp_path / "new.txt", tmp_path / "r.html"
    old.write_text("The court shall act.\n", encoding="utf-8")
    new.write_text("The court may act.\n", encoding="utf-8")
    assert tomas("redline", old, new, "--as", "html", "--out", page).code == 0
    assert "<del>old.txt</del> <ins>new.txt</ins>" in page.read_text(encoding="utf-8")
