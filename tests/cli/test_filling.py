"""`fill` writes a copy of somebody's form; `export --combined` one file of a whole package."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Tomas
from tests.export.forms_of_others import form, saved
from tests.export.word_reading import part


@pytest.fixture
def proposal(small: Path, tomas: Tomas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small dossier with one change, and settings of its own."""
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))
    text = tmp_path / "novo.txt"
    text.write_text("(3) Žalba nije dozvoljena.", encoding="utf-8")
    said = ("--author", "Ana Anić", "--justification", "Hitno je.", "--basis", "eu#art_1__para_1")
    assert tomas("propose", small, "p", "law#art_1__para_3", "--text", text, *said).code == 0
    return small


def test_a_form_is_filled(proposal: Path, tomas: Tomas, tmp_path: Path) -> None:
    path, out = saved(form(), tmp_path), tmp_path / "novi folder" / "out.docx"
    answer = tomas("fill", proposal, "p", path, "--out", out, "--column", "7=leave", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json["rows"] == 1
    assert answer.json["file"] == str(out.resolve())
    assert answer.json["findings"] == []
    assert [(one["index"], one["role"]) for one in answer.json["columns"]] == list(
        enumerate(["number", "article", "current", "proposal", "reasons", "basis", "leave"], start=1)
    )
    assert answer.json["columns"][3]["heading"] == "Predlog izmene"
    assert docx.Document(str(out)).tables[0].cell(1, 3).text == "(3) Žalba nije dozvoljena."


def test_without_json_the_columns_are_told_in_lines(proposal: Path, tomas: Tomas, tmp_path: Path) -> None:
    answer = tomas("fill", proposal, "p", saved(form(), tmp_path), "--out", tmp_path / "out.docx", "--redline")
    assert answer.out.splitlines()[1] == "2. Član nacrta: article"


@pytest.mark.parametrize("said", ["x", "1=magic", "=proposal", "1"])
def test_a_column_that_is_not_said_properly_is_wrong_usage(
    proposal: Path, tomas: Tomas, tmp_path: Path, said: str
) -> None:
    answer = tomas("fill", proposal, "p", saved(form(), tmp_path), "--out", tmp_path / "out.docx", "--column", said)
    assert answer.code == 2
    assert not (tmp_path / "out.docx").exists()


def test_what_is_no_form_is_one_sentence(proposal: Path, tomas: Tomas, tmp_path: Path) -> None:
    (tmp_path / "f.docx").write_text("no Word file")
    answer = tomas("fill", proposal, "p", tmp_path / "f.docx", "--out", tmp_path / "out.docx")
    assert answer.code == 1
    assert len(answer.err.splitlines()) == 1
    assert answer.out == ""


def test_a_package_in_one_file(proposal: Path, tomas: Tomas, tmp_path: Path) -> None:
    answer = tomas("export", proposal, "p", "--form", "rs", "--out", tmp_path / "out", "--combined", "--json")
    (file,) = answer.json["files"]
    assert (file["role"], file["format"]) == ("package", "docx")
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["law-package.docx"]
    assert "OBRAZLOŽENJE" in part(Path(file["path"]))
