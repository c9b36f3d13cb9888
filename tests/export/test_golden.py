"""Every document of every form, part by part, as it was when somebody looked at it: with a fixed clock and author.

After a change, look at the documents in Word or LibreOffice and keep them with

    TOMAS_GOLDEN=write python -m pytest tests/export/test_golden.py
"""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import pytest

from tests.export.samples import sample_law, sample_submission
from tomas_desktop.export.composer import write
from tomas_desktop.export.form import Script
from tomas_desktop.export.template_pack import form, forms

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = {"rs": "sr-Latn", "mk": "mk", "al": "sq", "eu": "en"}
WRITTEN: list[tuple[str, Script]] = [(one.id, script) for one in forms() for script in one.scripts]

# What the documents are made of; styles and settings are the template's.
PARTS = re.compile(r"word/(document|comments|header\d+|footer\d+)\.xml")
_BREAKS = re.compile("(?=<w:(?:p|tr|sectPr|comment)[ >])")


def parts(path: Path) -> dict[str, str]:
    """The parts of a Word file by name, a line for each paragraph and row."""
    with zipfile.ZipFile(path) as archive:
        found = {match[1]: entry for entry in archive.namelist() if (match := PARTS.fullmatch(entry))}
        return {name: _BREAKS.sub("\n", archive.read(entry).decode("utf-8")) + "\n" for name, entry in found.items()}


@pytest.mark.parametrize(("name", "script"), WRITTEN)
def test_the_xml_is_the_one_we_looked_at(tmp_path: Path, name: str, script: Script) -> None:
    country = name[:2]
    law = sample_law(country=country, language=LANGUAGES[country], key=f"{country}-probni")
    files, _ = write(sample_submission(law, country=country), form(name), tmp_path, script=script)
    prefix = f"{name.replace('/', '-')}-{script}"
    made = {
        f"{prefix}-{file.path.stem.removeprefix(f'{country}-probni-')}-{part}.xml": xml
        for file in files
        for part, xml in parts(file.path).items()
    }
    if os.environ.get("TOMAS_GOLDEN") == "write":
        for old in GOLDEN.glob(f"{prefix}-*.xml"):
            old.unlink()
        GOLDEN.mkdir(exist_ok=True)
        for file_name, xml in made.items():
            (GOLDEN / file_name).write_text(xml, encoding="utf-8", newline="\n")
    assert sorted(made) == sorted(path.name for path in GOLDEN.glob(f"{prefix}-*.xml"))
    for file_name, xml in made.items():
        assert xml == (GOLDEN / file_name).read_text(encoding="utf-8"), file_name


def test_no_golden_part_is_of_a_form_that_is_gone() -> None:
    known = tuple(f"{name.replace('/', '-')}-{script}-" for name, script in WRITTEN)
    assert [path.name for path in GOLDEN.iterdir() if not path.name.startswith(known)] == []
