"""A form that a user drops into a folder is there like a bundled one: listed, checked, exported, without any code."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tomas_desktop import paths
from tomas_desktop.cli.program import run
from tomas_desktop.model.correlation import GRADES
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import drafting, submitting
from tomas_desktop.services.dossiers import OpenDossier

# A ministry that wants two papers: a letter of its own and a table of three columns.
FORM = """
title = "Ministarstvo za probe"
scripts = ["Latn"]
date_format = "%Y-%m-%d"
[language_tags]
Latn = "sr-Latn-RS"
[texts]
header = "{law}"
provenance = "{source}"
[styles]
letter = "Tomas Letter"
table = "Tomas Table"
table_head = "Tomas Table Head"
cell_text = "Tomas Cell Text"
end = "Tomas End"
[[document]]
role = "cover"
title = "Dopis"
block = [{ kind = "text", style = "letter", text = "Dopis: {act}, {recipient}" }]
[[document]]
role = "concordance"
title = "Naša tabela"
scope = "law"
block = [{ kind = "concordance", columns = [
    { source = "eu_number", heading = "EU" },
    { source = "national_number", heading = "RS" },
    { source = "grade", heading = "Ocena", codes = { CODES } },
] }]
""".replace("CODES", ", ".join(f'{grade} = "ocena"' for grade in GRADES))


@pytest.fixture
def own_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))
    folder = tmp_path / "config" / "templates" / "rs" / "probe"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(FORM, encoding="utf-8")
    (folder / "template.docx").write_bytes((paths.templates() / "rs/zakonodavstvo/template.docx").read_bytes())
    return folder


def test_it_is_listed_and_sound(own_form: Path) -> None:
    (form,) = [one for one in submitting.forms("rs") if one.id == "rs/probe"]
    assert (form.name, form.roles) == ("Ministarstvo za probe", ("cover", "concordance"))
    assert submitting.check_forms() == ()


def test_a_style_that_its_word_file_lacks_is_reported_and_not_crashed_on(own_form: Path, dossier: OpenDossier) -> None:
    file = own_form / "template.toml"
    file.write_text(FORM.replace("Tomas Letter", "Our Letter"), encoding="utf-8")
    assert [finding.code for finding in submitting.check_forms()] == ["form-style-missing"]
    drafting.propose(dossier, "p", Ref("law", "art_1__para_3"), text="Žalba je dozvoljena.")
    assert submitting.export(dossier, ["p"], "rs/probe", own_form / "out").files


def test_it_exports(own_form: Path, dossier: OpenDossier) -> None:
    drafting.propose(
        dossier, "p", Ref("law", "art_1__para_3"), text="Žalba je dozvoljena.", basis=Ref("eu", "art_1__para_1")
    )
    sender = submitting.Sender(recipient="Ministru")
    files = dict(submitting.export(dossier, ["p"], "rs/probe", own_form / "out", sender=sender).files)
    assert [path.name for path in files.values()] == ["law-concordance.docx", "law-cover.docx"]
    letter = docx.Document(str(files["cover"])).paragraphs[0].text
    assert letter.startswith("Dopis: ZAKON O IZMENI")
    assert letter.endswith(", Ministru")
    table = docx.Document(str(files["concordance"])).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["EU", "RS", "Ocena"]
    assert len(table.rows) == 4


def test_the_command_line_exports_it_without_any_code(
    own_form: Path, dossier: OpenDossier, capsys: pytest.CaptureFixture[str]
) -> None:
    drafting.propose(dossier, "p", Ref("law", "art_1__para_3"), text="Žalba je dozvoljena.")
    out = own_form / "out"
    said = ["export", str(dossier.path), "p", "--form", "rs/probe", "--out", str(out)]
    assert run([*said, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [(one["role"], Path(one["path"]).name) for one in answer["files"]] == [
        ("concordance", "law-concordance.docx"), ("cover", "law-cover.docx"),
    ]  # fmt: skip
    assert run([*said, "--combined"]) == 0
    assert (out / "law-package.docx").is_file()


def test_the_command_line_tells_what_a_form_lacks(own_form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_form / "template.toml").write_text(FORM.replace("Tomas Letter", "Our Letter"), encoding="utf-8")
    assert run(["forms", "--check", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "rs/probe" in [one["id"] for one in answer["forms"]]
    assert [(one["code"], "“Our Letter”" in one["message"]) for one in answer["findings"]] == [
        ("form-style-missing", True)
    ]
    (own_form / "template.docx").unlink()
    assert run(["forms", "--check"]) == 0
    assert "cannot be read" in capsys.readouterr().err
