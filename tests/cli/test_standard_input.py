"""`structure -` and `import DOSSIER -` read what another program hands on."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Tomas

LAW = 'ZAKON O IGRAČKAMA\n("Sl. glasnik RS", br. 1/2020)\n\nČlan 1\nIgračka je predmet.\n\nČlan 2\nRok je dan.\n'
PAGE = "<p>Član 1</p><p>Igračka je predmet.</p><p>Član 2</p><p>Rok je dan.</p>"
ORDER = ("--country", "rs", "--language", "sr-Latn")

Give = Callable[[bytes], None]


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Give:
    """What stands on standard input when the next command reads it."""
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [(LAW.encode(), "plain-text"), (LAW.encode("cp1250"), "plain-text"), (PAGE.encode(), "html")],
)
def test_structure_reads_standard_input(tomas: Tomas, give: Give, data: bytes, kind: str) -> None:
    give(data)
    answer = tomas("structure", "-", *ORDER, "--json").json
    assert (answer["format"], answer["units"]["article"]) == (kind, 2)
    assert answer["words_in"] == answer["words_placed"]
    give(data)
    assert tomas("structure", "-", *ORDER, "--text").out.endswith("Član 2\nRok je dan.\n")


def test_import_makes_the_key_of_the_title(tomas: Tomas, give: Give, tmp_path: Path) -> None:
    dossier = tmp_path / "a.tomas"
    give(LAW.encode())
    answer = tomas("import", dossier, "-", *ORDER, "--json").json
    assert answer["work"] == "zakon-o-igračkama"
    assert answer["expression"] == "zakon-o-igračkama/sr-Latn/in-force"
    give(PAGE.encode())
    assert tomas("import", dossier, "-", *ORDER, "--key", "toys", "--title", "Toys", "--json").json["work"] == "toys"
    works = tomas("works", dossier, "--json").json["works"]
    assert [(work["key"], work["expressions"][0]["source"]) for work in works] == [
        ("zakon-o-igračkama", "Standard input"), ("toys", "Standard input"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b" \n", "Standard input is empty."), (b"\x89PNG\r\n\x1a\n", "Standard input is a picture;")],
)
def test_what_is_no_text_is_one_sentence(tomas: Tomas, give: Give, tmp_path: Path, data: bytes, sentence: str) -> None:
    for arguments in (("structure", "-"), ("import", tmp_path / "a.tomas", "-")):
        give(data)
        answer = tomas(*arguments, *ORDER)
        assert answer.code == 1
        assert answer.err.startswith(sentence)
        assert answer.err.count("\n") == 1
    assert not (tmp_path / "a.tomas").exists()


def test_words_on_standard_input_that_are_no_utf_8_are_one_sentence(tomas: Tomas, give: Give, tmp_path: Path) -> None:
    give(LAW.encode())
    tomas("import", tmp_path / "a.tomas", "-", *ORDER, "--key", "toys")
    give("Igračka je sprava.".encode("cp1250"))
    answer = tomas("propose", tmp_path / "a.tomas", "p", "toys#art_1__para_1", "--text", "-")
    assert (answer.code, answer.err.strip()) == (1, "Standard input is not a text file in UTF-8.")
